//! The trail, searched and taken out, on both databases.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod seal;

use std::sync::Arc;

use time::Duration;
use yakusho_audit::{Filter, entry, evidence, export, search};
use yakusho_kernel::{
    Act, Actor, Audit, Cx, EmploymentClass, Fault, Holding, PersonId, PostId, RoleHeld, Standing,
    Subject as _, Via, typed_id,
};
use yakusho_regulation::{Role, Rule, rule};
use yakusho_testkit::World;

typed_id! {
    /// Something that acts are done to.
    pub struct ThingId = "test.thing";
}

fn person(cx: &Cx, roles: &[Role]) -> Actor {
    let held = |role: &Role| RoleHeld {
        role: *role,
        unit: None,
        by: Holding::Post(cx.new_id::<PostId>()),
    };
    Actor::Person(Arc::new(Standing {
        person: cx.new_id(),
        class: EmploymentClass::Regular,
        on_behalf: None,
        principal_seats: Vec::new(),
        seats: Vec::new(),
        roles: roles.iter().map(held).collect(),
        grants: Vec::new(),
        via: Via::Session,
    }))
}

/// Touches a new thing as that actor, by the rule of the bulletin board.
async fn touch(cx: &Cx) -> ThingId {
    let thing: ThingId = cx.new_id();
    let permit = cx
        .judge(Act::new("test.touch"))
        .keeping(rule!(Board))
        .permit();
    cx.begin()
        .await
        .unwrap()
        .commit(Audit::of(permit, &thing), ())
        .await
        .unwrap()
        .into_inner();
    thing
}

#[tokio::test]
async fn looking_at_one_entry_is_an_entry_and_only_for_overseers() {
    for world in World::both("model").await {
        let admin = world.cx(person(&world.system(), &[Role::SystemSupervisor]));
        let of = Filter {
            subject: Some(touch(&admin).await.reference()),
            ..Filter::default()
        };
        let found = search(&admin, &of, None, 1).await.unwrap().into_inner();
        let id = found.items[0].id;
        let one = entry(&admin, id).await.unwrap().into_inner();
        assert_eq!(one, found.items[0]);
        let looks = Filter {
            act: Some("audit.look".to_owned()),
            ..Filter::default()
        };
        let looks = search(&admin, &looks, None, 9).await.unwrap().into_inner();
        assert_eq!(looks.items[0].subject_id, Some(id));

        let nothing = entry(&admin, world.env.rng().uuid(world.clock.now())).await;
        assert!(matches!(nothing, Err(Fault::NotFound)));
        let clerk = world.cx(person(&world.system(), &[]));
        assert!(matches!(entry(&clerk, id).await, Err(Fault::Denied(_))));
    }
}

#[tokio::test]
async fn every_filter_narrows() {
    for world in World::both("model").await {
        let admin = world.cx(person(&world.system(), &[Role::SystemAdministrator]));
        let me: PersonId = admin.actor().person().unwrap();
        let mine = touch(&admin).await;
        world.clock.turn(Duration::DAY);
        touch(&world.system()).await;
        let next_day = world.system().today();

        let found = async |filter: Filter| {
            search(&admin, &filter, None, 50)
                .await
                .unwrap()
                .into_inner()
                .items
        };
        let act = |name: &str| Filter {
            act: Some(name.to_owned()),
            ..Filter::default()
        };
        assert_eq!(found(act("test.")).await.len(), 2);
        assert_eq!(found(act("test.x")).await.len(), 0);
        assert_eq!(
            found(Filter {
                person: Some(me),
                ..act("test.")
            })
            .await
            .len(),
            1
        );
        assert_eq!(
            found(Filter {
                subject: Some(mine.reference()),
                ..act("test.")
            })
            .await
            .len(),
            1
        );
        assert_eq!(
            found(Filter {
                rule: Some(Rule::Board),
                ..Filter::default()
            })
            .await
            .len(),
            2
        );
        assert_eq!(
            found(Filter {
                rule: Some(Rule::Circulation),
                ..Filter::default()
            })
            .await
            .len(),
            0
        );
        assert_eq!(
            found(Filter {
                from: Some(next_day),
                ..act("test.")
            })
            .await
            .len(),
            1
        );
        assert_eq!(
            found(Filter {
                until: next_day.previous_day(),
                ..act("test.")
            })
            .await
            .len(),
            1
        );
        assert_eq!(
            found(Filter {
                outcome: Some("refused".to_owned()),
                ..act("test.")
            })
            .await
            .len(),
            0
        );
    }
}

#[tokio::test]
async fn only_administrator_and_supervisor_look_and_each_look_is_an_entry() {
    for world in World::both("model").await {
        let system = world.system();
        touch(&system).await;
        let clerk = world.cx(person(&system, &[]));
        let refused = search(&clerk, &Filter::default(), None, 10)
            .await
            .unwrap_err();
        assert!(matches!(refused, Fault::Denied(_)));
        for role in [Role::SystemAdministrator, Role::SystemSupervisor] {
            let overseer = world.cx(person(&system, &[role]));
            let read = Filter {
                act: Some("audit.search".to_owned()),
                ..Filter::default()
            };
            let before = search(&overseer, &read, None, 50)
                .await
                .unwrap()
                .into_inner()
                .items
                .len();
            let after = search(&overseer, &read, None, 50)
                .await
                .unwrap()
                .into_inner()
                .items;
            assert_eq!(after.len(), before + 1);
            let own = |entry: &&yakusho_audit::Entry| entry.role.as_deref() == Some(role.id());
            let read = after.iter().find(own).unwrap();
            assert_eq!(read.outcome, "read");
        }
    }
}

#[tokio::test]
async fn the_export_holds_every_entry_once() {
    for world in World::both("model").await {
        let supervisor = world.cx(person(&world.system(), &[Role::SystemSupervisor]));
        for _ in 0..3 {
            touch(&supervisor).await;
        }
        let filter = Filter {
            act: Some("test.".to_owned()),
            ..Filter::default()
        };
        let mut entries = Vec::new();
        let mut export = export(&supervisor, filter).await.unwrap().into_inner();
        while let Some(piece) = export.next().await.unwrap() {
            entries.extend(piece);
        }
        let acts: Vec<&str> = entries.iter().map(|entry| entry.act.as_str()).collect();
        assert_eq!(acts, ["test.touch"; 3]);
    }
}

#[tokio::test]
async fn the_last_sight_of_a_rule_is_evidence() {
    for world in World::both("model").await {
        let cx = world.system();
        touch(&cx).await;
        let nobody = world.nobody();
        let denied = nobody
            .judge(Act::new("test.enter"))
            .signed_in()
            .unwrap_err();
        nobody.refused(&denied).await.unwrap();
        let all = evidence(&cx, cx.today()).await.unwrap();
        let of = |rule: Rule| *all.iter().find(|evidence| evidence.rule == rule).unwrap();
        assert_eq!(all.len(), Rule::ALL.len());
        assert_eq!(
            (of(Rule::Board).last_done, of(Rule::Board).last_refused),
            (Some(cx.now()), None)
        );
        assert_eq!(of(Rule::SignInRequired).last_refused, Some(cx.now()));
        assert_eq!(of(Rule::Circulation).last_done, None);
    }
}

#[tokio::test]
async fn what_is_cited_beside_the_first_rule_is_evidence_once_sealed() {
    for world in World::both("model").await {
        let cx = world.system();
        let yesterday = cx.today().previous_day().unwrap();
        let of = async |rule: Rule, day| {
            let all = evidence(&cx, day).await.unwrap();
            *all.iter().find(|evidence| evidence.rule == rule).unwrap()
        };
        for _ in 0..2 {
            let judgement = cx.judge(Act::new("test.keep")).signed_in().unwrap();
            let permit = judgement.keeping(rule!(Circulation)).permit();
            let tx = cx.begin().await.unwrap();
            let entry = tx.entry();
            let _ = tx.commit(Audit::at_large(permit), ()).await.unwrap();
            yakusho_audit::seal::seal(&cx).await.unwrap();
            let seen = of(Rule::Circulation, cx.today()).await;
            assert_eq!(seen.last_done, Some(cx.now()));
            assert!(seen.entry >= Some(entry));
            assert_eq!(of(Rule::Circulation, yesterday).await.last(), None);
        }
    }
}
