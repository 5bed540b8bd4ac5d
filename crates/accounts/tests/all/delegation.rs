//! Acting for a post or a person, with the legal kind of proxy.

use std::sync::Arc;

use time::Date;
use time::macros::date;
use yakusho_accounts::appointment::{self, NewAppointment};
use yakusho_accounts::delegation::{
    self, Concerning, DelegationId, Duty, NewDelegation, Principal,
};
use yakusho_accounts::order::{self, ActKind};
use yakusho_accounts::staff::{self, Status};
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::testing::Town;
use yakusho_accounts::{account, directory, leaver, role};
use yakusho_kernel::{Actor, Cx, Fault, Holding, OnBehalf, PersonId, ProxyKind, Reason, Timestamp};
use yakusho_regulation::Role;
use yakusho_testkit::{World, entries_of, keeps};

use crate::order::{about, appoint, schedule};

const TODAY: Date = date!(2026 - 11 - 20);

fn new(kind: ProxyKind, principal: Principal, delegate: PersonId) -> NewDelegation {
    NewDelegation {
        kind,
        principal,
        delegate,
        duties: Vec::new(),
        first: TODAY,
        last: None,
    }
}

/// The citation under which it was refused, or none.
fn refusal<T: std::fmt::Debug>(result: Result<T, Fault>) -> Option<String> {
    match result {
        Ok(_) => None,
        Err(Fault::Denied(denied)) => Some(denied.basis.citation().to_string()),
        Err(other) => panic!("{other:?}"),
    }
}

/// Sets somebody's status from today on.
pub(crate) async fn set_status(town: &Town, key: &str, status: Status) {
    let (admin, person) = (town.cx("administrator").await, town.person(key));
    let rows = staff::of_person(&admin.reader(), person).await.unwrap();
    let edit = staff::set_status(&admin, person, rows[0].row, status, TODAY, None).await;
    let _ = edit.unwrap().make().await.unwrap();
}

/// Sets a delegation up.
async fn set_up(cx: &Cx, new: NewDelegation) -> DelegationId {
    delegation::set_up(cx, new).await.unwrap().into_inner()
}

#[tokio::test]
async fn powers_of_a_post_pass_on_from_the_first_day_to_the_last() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let head = town.cx("head").await;
        let acting = NewDelegation {
            first: date!(2026 - 11 - 24),
            last: Some(date!(2026 - 11 - 27)),
            ..new(
                ProxyKind::ActingForPost,
                Principal::Post(town.head_post("citizens")),
                town.person("colleague"),
            )
        };
        let _ = set_up(&head, acting).await;
        for (day, holds) in [
            (date!(2026 - 11 - 23), false),
            (date!(2026 - 11 - 24), true),
            (date!(2026 - 11 - 27), true),
            (date!(2026 - 11 - 28), false),
        ] {
            world.clock.turn_to(Timestamp::start_of(day));
            let standing = town.standing("colleague").await;
            let held = standing.holds_for(Role::InformationManager, town.unit("citizens"));
            assert_eq!(held, holds, "on {day}");
            if let Some(held) = standing.roles.first() {
                let by = Holding::Proxy(Some(town.person("head")), ProxyKind::ActingForPost);
                assert_eq!(held.by, by, "and it says so");
            }
            let overview = role::holders(&head.reader(), Role::InformationManager, day)
                .await
                .unwrap();
            let acting: Vec<_> = overview
                .into_iter()
                .flat_map(|holder| holder.acting)
                .collect();
            let expected = (town.person("colleague"), ProxyKind::ActingForPost);
            assert_eq!(acting, if holds { vec![expected] } else { vec![] });
        }
    }
}

#[tokio::test]
async fn what_a_role_permits_is_on_record_with_its_unit_and_the_kind_of_proxy() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let director = town.cx("affairs_director").await;
        let planning = town.cx("planning_head").await;
        let colleague = town.person("colleague");
        set_status(&town, "head", Status::Left).await;
        let [vacant, held] = ["citizens", "planning"].map(|unit| town.head_post(unit));
        let own = new(ProxyKind::DecidingInPlace, Principal::Post(held), colleague);
        let _ = set_up(&planning, own).await;
        let acting = new(ProxyKind::ActingForPost, Principal::Post(vacant), colleague);
        let _ = set_up(&director, acting).await;

        let holder = town.person("planning_head");
        for (whom, unit, behalf, kind) in [
            ("clerk", "citizens", None, "acting_for_post"),
            ("stranger", "planning", Some(holder), "deciding_in_place"),
        ] {
            let account = account::own(&town.cx(whom).await).await.unwrap().id;
            let cx = town.cx("colleague").await;
            let _ = leaver::report(&cx, account, "任期の終わり").await.unwrap();
            let entries = entries_of(&cx).await;
            let report = entries.iter().find(|entry| entry.act == "leaver.report");
            let report = report.unwrap();
            assert_eq!(report.role.as_deref(), Some("information_manager"));
            assert_eq!(report.proxy.as_deref(), Some(kind), "{whom}");
            assert_eq!((report.person, report.on_behalf), (Some(colleague), behalf));
            assert_eq!(report.detail["unit"], town.unit(unit).to_string());
        }
    }
}

/// A secretary (秘書代行) does an executive's clerical work and decides nothing; who decides in place (代決) has the powers
/// of the one who would. With both from one person, an act that needs the powers is by the latter, whichever was chosen to
/// act by.
#[tokio::test]
async fn an_act_by_a_role_is_recorded_by_the_delegation_that_gave_the_role() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let supervisor = town.cx("supervisor").await;
        let (person, delegate) = (town.person("supervisor"), town.person("stranger"));
        let as_secretary = async || {
            let of = OnBehalf {
                person,
                kind: ProxyKind::Secretary,
            };
            let cx = town.cx("stranger").await;
            let standing = delegation::standing_on_behalf(&cx, delegate, of, TODAY).await;
            let standing = standing.unwrap().unwrap();
            cx.acting(Actor::Person(Arc::new(standing)))
        };
        let account = account::own(&town.cx("clerk").await).await.unwrap().id;
        let suspend =
            async |cx: &Cx| suspension::suspend(cx, account, Breach::Leak, "漏えい").await;

        let secretary = new(ProxyKind::Secretary, Principal::Person(person), delegate);
        let _ = set_up(&supervisor, secretary).await;
        let refused = suspend(&as_secretary().await).await;
        assert_eq!(refusal(refused).as_deref(), Some("nogata:11"));

        let deciding = new(
            ProxyKind::DecidingInPlace,
            Principal::Person(person),
            delegate,
        );
        let _ = set_up(&supervisor, deciding).await;
        let cx = as_secretary().await;
        let _ = suspend(&cx).await.unwrap();
        let entries = entries_of(&cx).await;
        let done = entries
            .iter()
            .find(|entry| entry.act == "suspension.suspend");
        let done = done.unwrap();
        assert_eq!(done.proxy.as_deref(), Some("deciding_in_place"));
        assert_eq!(
            (done.person, done.on_behalf),
            (Some(delegate), Some(person))
        );
        assert_eq!(done.role.as_deref(), Some("system_supervisor"));
    }
}

#[tokio::test]
async fn somebody_acts_in_a_vacant_post_and_for_somebody_who_left() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let head = town.person("head");
        set_status(&town, "head", Status::Left).await;
        let director = town.cx("affairs_director").await;
        let post = Principal::Post(town.head_post("citizens"));
        let acting = new(ProxyKind::ActingForPost, post, town.person("colleague"));
        let _ = set_up(&director, acting).await;
        let standing = town.standing("colleague").await;
        let held = standing.roles.first().unwrap();
        assert_eq!(held.role, Role::InformationManager);
        assert_eq!(held.by, Holding::Proxy(None, ProxyKind::ActingForPost));

        // Who acts is told, since nobody else is there to decide.
        let (on, citizens) = (admin.reader(), town.unit("citizens"));
        assert_eq!(directory::heads(&on, TODAY, &[citizens]).await.unwrap(), []);
        let leaders = role::leaders(&on, TODAY, &[citizens]).await.unwrap();
        assert_eq!(leaders, [town.person("colleague")]);
        let managers = role::people(&on, Role::InformationManager, TODAY).await;
        let managers = managers.unwrap();
        assert!(managers.contains(&town.person("colleague")) && !managers.contains(&head));

        let person = Principal::Person(head);
        let for_leaver = new(ProxyKind::DecidingInPlace, person, town.person("clerk"));
        let _ = set_up(&director, for_leaver).await;
        let clerk = town.person("clerk");
        let behalves = delegation::behalves(&admin.reader(), clerk, TODAY)
            .await
            .unwrap();
        assert_eq!(behalves.len(), 1);
        let deciding = OnBehalf {
            person: head,
            kind: ProxyKind::DecidingInPlace,
        };
        let standing = delegation::standing_on_behalf(&admin, clerk, deciding, TODAY)
            .await
            .unwrap()
            .unwrap();
        assert!(standing.stands_for(head));
        assert!(
            standing.roles.is_empty(),
            "who left has no powers to pass on"
        );
        assert_eq!(standing.on_behalf, Some(deciding));
        let stranger = town.person("stranger");
        let otherwise = OnBehalf {
            kind: ProxyKind::Secretary,
            ..deciding
        };
        for (person, of) in [(stranger, deciding), (clerk, otherwise)] {
            let nobody = delegation::standing_on_behalf(&admin, person, of, TODAY).await;
            assert!(nobody.unwrap().is_none());
        }
    }
}

#[tokio::test]
async fn a_secretary_acts_on_behalf_and_has_no_powers() {
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let deputy = town.cx("deputy_mayor").await;
        let person = town.person("deputy_mayor");
        let secretary = town.person("general_clerk");
        let kind = ProxyKind::Secretary;
        let _ = set_up(&deputy, new(kind, Principal::Person(person), secretary)).await;
        let of = OnBehalf { person, kind };
        let standing = delegation::standing_on_behalf(&deputy, secretary, of, TODAY)
            .await
            .unwrap()
            .unwrap();
        assert!(standing.stands_for(person));
        assert!(!standing.holds(Role::GeneralManager));
        let seats = town.standing("deputy_mayor").await.seats;
        assert_eq!(standing.seats_of(person), seats);
        assert_ne!(standing.seats_of(secretary), seats);
        let post = Principal::Post(town.head_post("executives"));
        let wrong = delegation::set_up(&deputy, new(kind, post, secretary)).await;
        assert!(matches!(wrong, Err(Fault::Invalid(_))));
    }
}

#[tokio::test]
async fn who_answers_for_a_post_sets_up_and_ends_and_nobody_else() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let post = Principal::Post(town.head_post("citizens"));
    let acting = || new(ProxyKind::ActingForPost, post, town.person("colleague"));
    for key in ["clerk", "colleague", "planning_head", "policy_director"] {
        let cx = town.cx(key).await;
        let refused = refusal(delegation::set_up(&cx, acting()).await);
        assert!(refused.is_some(), "{key} is neither holder nor superior");
    }
    for key in ["head", "affairs_director", "administrator"] {
        let cx = town.cx(key).await;
        if key == "affairs_director" {
            let refused = refusal(delegation::set_up(&cx, acting()).await);
            assert!(refused.is_some(), "the holder is at work");
            set_status(&town, "head", Status::Leave).await;
        }
        let id = set_up(&cx, acting()).await;
        let colleague = town.standing("colleague").await;
        assert!(colleague.holds(Role::InformationManager));
        let acting_now = town.cx("colleague").await;
        let on = new(ProxyKind::ActingForPost, post, town.person("clerk"));
        let further = refusal(delegation::set_up(&acting_now, on).await);
        assert!(
            further.is_some(),
            "what was delegated is not delegated further"
        );
        let rows = delegation::list(&cx.reader(), TODAY, Concerning::Everybody, None, 10)
            .await
            .unwrap();
        assert_eq!(rows.items.len(), 1);
        let clerk = town.cx("clerk").await;
        let refused = delegation::revoke(&clerk, id, rows.items[0].row).await;
        assert!(refusal(refused).is_some());
        let _ = delegation::revoke(&cx, id, rows.items[0].row)
            .await
            .unwrap();
        assert!(town.standing("colleague").await.roles.is_empty(), "at once");
    }
    let head = town.cx("head").await;
    let past = NewDelegation {
        first: date!(2026 - 11 - 19),
        ..acting()
    };
    assert!(matches!(
        delegation::set_up(&head, past).await,
        Err(Fault::Invalid(_))
    ));
    let own = new(ProxyKind::ActingForPost, post, town.person("head"));
    assert!(matches!(
        delegation::set_up(&head, own).await,
        Err(Fault::Invalid(_))
    ));
}

#[tokio::test]
async fn the_same_is_delegated_once_on_any_day() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let head = town.cx("head").await;
        let post = Principal::Post(town.head_post("citizens"));
        let deciding = |first, last| NewDelegation {
            first,
            last,
            ..new(ProxyKind::DecidingInPlace, post, town.person("colleague"))
        };
        let (last, next) = (date!(2026 - 11 - 27), date!(2026 - 11 - 28));
        let _ = set_up(&head, deciding(TODAY, Some(last))).await;
        for (first, until) in [(TODAY, None), (last, Some(next))] {
            let again = delegation::set_up(&head, deciding(first, until)).await;
            let Err(Fault::Invalid(invalid)) = again else {
                panic!("{again:?}");
            };
            assert_eq!(invalid.errors[0].field, "delegate");
            assert_eq!(invalid.errors[0].reason, Reason::Code("already_delegated"));
        }
        let _ = set_up(&head, deciding(next, None)).await;
        for (kind, delegate) in [
            (ProxyKind::ActingForPost, "colleague"),
            (ProxyKind::DecidingInPlace, "clerk"),
        ] {
            let _ = set_up(&head, new(kind, post, town.person(delegate))).await;
        }
    }
}

#[tokio::test]
async fn duties_of_computing_are_shared_out_to_heads_of_sections() {
    for world in World::both("muko").await {
        keeps!("muko:4-4");
        let town = Town::model(&world.env).await;
        let manager = town.cx("affairs_director").await;
        let share = |delegate| NewDelegation {
            duties: vec![Duty::Committee, Duty::Terminals],
            last: Some(date!(2027 - 03 - 31)),
            ..new(
                ProxyKind::SharedDuties,
                Principal::Post(town.head_post("affairs")),
                delegate,
            )
        };
        let head = town.person("planning_head");
        for key in ["planning_head", "administrator", "mayor"] {
            let cx = town.cx(key).await;
            let refused = refusal(delegation::set_up(&cx, share(head)).await);
            assert_eq!(refused.as_deref(), Some("muko:4-4"), "{key}");
        }
        let to_clerk = delegation::set_up(&manager, share(town.person("clerk"))).await;
        assert_eq!(refusal(to_clerk).as_deref(), Some("muko:4-4"));
        let _ = set_up(&manager, share(head)).await;
        let standing = town.standing("planning_head").await;
        let cx = town.cx("planning_head").await;
        assert_eq!(
            delegation::duties(&cx, &standing),
            [Duty::Committee, Duty::Terminals]
        );
        assert!(!standing.holds(Role::ComputingGeneralManager));
        let on = share(town.person("general_head"));
        let further = delegation::set_up(&cx, on).await;
        assert!(refusal(further).is_some());

        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 04 - 01)));
        let standing = town.standing("planning_head").await;
        assert_eq!(delegation::duties(&cx, &standing), [], "after the last day");
    }
}

#[tokio::test]
async fn the_general_manager_of_computing_has_five_duties() {
    for world in World::both("muko").await {
        keeps!("muko:4-3");
        let town = Town::model(&world.env).await;
        let cx = town.cx("affairs_director").await;
        let standing = town.standing("affairs_director").await;
        assert_eq!(delegation::duties(&cx, &standing), Duty::ALL);
        for duty in Duty::ALL {
            let permission = duty.permission();
            let mut grants = standing.grants.iter();
            assert!(grants.any(|grant| grant.permission == permission));
        }
        let other = town.standing("policy_director").await;
        assert_eq!(delegation::duties(&cx, &other), []);
    }
}

#[tokio::test]
async fn where_the_city_has_no_such_duties_none_are_shared_out() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let cx = town.cx("policy_director").await;
    let share = NewDelegation {
        duties: vec![Duty::Committee],
        ..new(
            ProxyKind::SharedDuties,
            Principal::Post(town.head_post("policy")),
            town.person("planning_head"),
        )
    };
    let refused = delegation::set_up(&cx, share).await;
    assert!(matches!(refused, Err(Fault::Invalid(_))));
    let standing = town.standing("policy_director").await;
    assert_eq!(delegation::duties(&cx, &standing), []);
}

#[tokio::test]
async fn a_delegation_ends_when_its_ground_is_gone_and_comes_back_with_the_undoing() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let day = date!(2026 - 12 - 01);
        let admin = town.cx("administrator").await;
        let post = Principal::Post(town.head_post("citizens"));
        let acting = set_up(
            &town.cx("head").await,
            new(ProxyKind::ActingForPost, post, town.person("colleague")),
        )
        .await;
        let person = Principal::Person(town.person("mayor"));
        let secretary = set_up(
            &town.cx("mayor").await,
            new(ProxyKind::Secretary, person, town.person("general_clerk")),
        )
        .await;
        let rows = vec![
            about(2, ActKind::Leave, "1006"),
            appoint(3, "1012", "1010", "主事"),
        ];
        let tried = order::dry_run(&admin, &crate::order::draft(day, rows.clone()), &[])
            .await
            .unwrap();
        assert_eq!(tried.difference.delegations, [acting]);
        let id = schedule(&admin, day, rows).await.unwrap();
        world.clock.turn_to(Timestamp::start_of(day));
        let _ = order::apply_due(&world.system()).await.unwrap();
        let valid = async || {
            let page =
                delegation::list(&admin.reader(), day, Concerning::Everybody, None, 10).await;
            let mut ids: Vec<_> = page.unwrap().items.iter().map(|row| row.id).collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(valid().await, [secretary]);
        assert!(town.standing("colleague").await.roles.is_empty());

        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        let _ = order::undo(&admin, id, order.revision, "誤り")
            .await
            .unwrap();
        assert_eq!(valid().await.len(), 2);
        assert!(
            town.standing("colleague")
                .await
                .holds(Role::InformationManager)
        );

        let moves = NewAppointment {
            person: town.person("general_clerk"),
            post: appointment::of_person(&admin.reader(), town.person("colleague"))
                .await
                .unwrap()[0]
                .appointment
                .post,
            main: true,
            first: day,
            last: None,
        };
        let _ = appointment::appoint(&admin, moves)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        assert_eq!(valid().await, [acting], "a live edit takes the ground too");
    }
}
