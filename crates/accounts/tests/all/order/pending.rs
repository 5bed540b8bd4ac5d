//! Several orders pending at once, and what becomes of those that no longer fit.

use std::sync::Arc;

use time::macros::date;
use yakusho_accounts::appointment::{self, NewAppointment};
use yakusho_accounts::order::{
    self, ActKind, Column, Held, HeldBy, Holdings, OrderState, Turnover,
};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, Fault, Notices, Outbox, Timestamp};
use yakusho_testkit::World;

use super::{DAY, about, appoint, draft, row, schedule};

/// The kinds of what the administrator was told, the newest first.
async fn told(town: &Town) -> Vec<String> {
    let cx = town.cx("administrator").await;
    let told = Notices(town.person("administrator"))
        .page(&cx.reader(), None, 10)
        .await
        .unwrap();
    told.items.into_iter().map(|notice| notice.kind).collect()
}

#[tokio::test]
async fn a_later_order_rests_on_an_earlier_one_that_is_pending() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let found = vec![
            row(
                2,
                ActKind::FoundUnit,
                &[
                    (Column::Unit, "1030"),
                    (Column::Name, "税務課"),
                    (Column::Rank, "課"),
                    (Column::Parent, "10"),
                ],
            ),
            row(
                3,
                ActKind::FoundPost,
                &[
                    (Column::Unit, "1030"),
                    (Column::Post, "税務課長"),
                    (Column::Rank, "5"),
                    (Column::Head, "1"),
                ],
            ),
        ];
        let later = date!(2027 - 01 - 04);
        let head = vec![appoint(2, "1011", "1030", "税務課長")];
        let alone = order::dry_run(&admin, &draft(later, head.clone()), &[])
            .await
            .unwrap();
        let missing: Vec<_> = alone.faults.iter().map(|fault| fault.kind.code()).collect();
        assert_eq!(missing, ["unknown_unit", "unknown_post"]);
        let first = schedule(&admin, DAY, found).await.unwrap();
        let second = schedule(&admin, later, head).await.unwrap();
        let third = schedule(&admin, later, vec![appoint(2, "1012", "1010", "主事")])
            .await
            .unwrap();

        let (order, _) = order::get(&admin, first).await.unwrap();
        let _ = order::withdraw(&admin, first, order.revision)
            .await
            .unwrap();
        world.clock.turn_to(Timestamp::start_of(later));
        let report = order::apply_due(&world.system()).await.unwrap();
        assert_eq!((report.applied, report.failed), (vec![third], vec![second]));
        let (order, _) = order::get(&admin, second).await.unwrap();
        assert_eq!(order.state, OrderState::Failed);
        assert_eq!(order.faults[0].line, 2);
        assert_eq!(order.faults[0].column, Some(Column::Unit));
        assert_eq!(told(&town).await, ["order.failed"]);

        let admin = town.cx("administrator").await;
        let revised = draft(later, vec![appoint(2, "1011", "1010", "主事")]);
        let _ = order::revise(&admin, second, order.revision, revised)
            .await
            .unwrap();
        let (order, _) = order::get(&admin, second).await.unwrap();
        assert_eq!((order.state, order.faults), (OrderState::Draft, Vec::new()));
        let _ = order::schedule(&admin, second, order.revision)
            .await
            .unwrap();
        let report = order::apply_due(&world.system()).await.unwrap();
        assert_eq!(report.applied, [second], "its day has come already");
        assert!(
            town.standing("planning_head")
                .await
                .belongs_to(town.unit("general"))
        );
    }
}

#[tokio::test]
async fn live_edits_go_on_and_can_take_the_ground_from_an_order() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let rows = vec![
            appoint(2, "1012", "1010", "主事"),
            about(3, ActKind::Leave, "1008"),
        ];
        let id = schedule(&admin, DAY, rows).await.unwrap();
        let held = appointment::of_person(&admin.reader(), town.person("general_clerk"))
            .await
            .unwrap();
        let unrelated = NewAppointment {
            person: town.person("general_clerk"),
            post: held[0].appointment.post,
            main: true,
            first: date!(2026 - 05 - 01),
            last: None,
        };
        let _ = appointment::correct(&admin, held[0].id, held[0].row, unrelated)
            .await
            .unwrap()
            .make()
            .await
            .unwrap();
        let (before, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(before.state, OrderState::Scheduled);

        let clerk = appointment::of_person(&admin.reader(), town.person("colleague"))
            .await
            .unwrap();
        let staff = yakusho_accounts::staff::of_person(&admin.reader(), town.person("colleague"))
            .await
            .unwrap();
        let _ = yakusho_accounts::staff::set_status(
            &admin,
            town.person("colleague"),
            staff[0].row,
            yakusho_accounts::staff::Status::Left,
            date!(2026 - 11 - 25),
            None,
        )
        .await
        .unwrap()
        .make()
        .await
        .unwrap();
        let outbox = Outbox::new().on("ground", order::follow_ground);
        assert!(outbox.deliver(&world.env).await.unwrap().0 > 0);
        let (doubtful, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(doubtful.state, OrderState::Scheduled);
        assert_eq!(
            doubtful.revision, before.revision,
            "nobody has to read it anew"
        );
        assert_eq!((before.faults, doubtful.faults[0].line), (Vec::new(), 3));
        assert_eq!(told(&town).await, ["order.doubtful"]);
        world.clock.turn_to(Timestamp::start_of(DAY));
        let report = order::apply_due(&world.system()).await.unwrap();
        assert_eq!((report.applied, report.failed), (vec![], vec![id]));
        assert!(
            town.standing("stranger")
                .await
                .belongs_to(town.unit("planning")),
            "nothing of a failed order is carried out"
        );
        drop(clerk);
    }
}

#[tokio::test]
async fn an_order_that_loses_its_ground_is_told_once_each_time_and_forgiven_when_it_fits_again() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let outbox = Outbox::new().on("ground", order::follow_ground);
    let found = vec![row(
        2,
        ActKind::FoundPost,
        &[
            (Column::Unit, "1010"),
            (Column::Post, "主査"),
            (Column::Rank, "7"),
        ],
    )];
    let later = date!(2027 - 01 - 04);
    let first = schedule(&admin, DAY, found.clone()).await.unwrap();
    let second = schedule(&admin, later, vec![appoint(2, "1012", "1010", "主査")])
        .await
        .unwrap();
    let faults = async |id| order::get(&admin, id).await.unwrap().0.faults;
    outbox.deliver(&world.env).await.unwrap();
    assert_eq!(faults(second).await, []);
    assert_eq!(told(&town).await, [""; 0]);

    let (order, _) = order::get(&admin, first).await.unwrap();
    let _ = order::withdraw(&admin, first, order.revision)
        .await
        .unwrap();
    outbox.deliver(&world.env).await.unwrap();
    assert_eq!(faults(second).await[0].kind.code(), "unknown_post");
    assert_eq!(told(&town).await, ["order.doubtful"]);
    outbox.deliver(&world.env).await.unwrap();
    assert_eq!(told(&town).await.len(), 1);

    let _ = schedule(&admin, DAY, found).await.unwrap();
    outbox.deliver(&world.env).await.unwrap();
    assert_eq!(faults(second).await, []);
}

#[tokio::test]
async fn what_an_order_changed_is_known_by_the_names_of_its_day_also_when_it_was_undone() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let rows = vec![
            appoint(2, "1006", "2010", "企画課長"),
            appoint(3, "1011", "1020", "市民課長"),
        ];
        let id = schedule(&admin, DAY, rows).await.unwrap();
        // Another of the same night, at the same instant.
        let next = vec![appoint(2, "1012", "1010", "主事")];
        let second = schedule(&admin, DAY, next).await.unwrap();
        let foreseen = order::preview(&admin, id, &[]).await.unwrap().difference;
        let (scheduled, _) = order::get(&admin, id).await.unwrap();
        let not_yet = order::carried_out(&admin, &scheduled).await.unwrap();
        assert_eq!(not_yet.people, []);
        world.clock.turn_to(Timestamp::start_of(DAY));
        let report = order::apply_due(&world.system()).await.unwrap();
        assert_eq!(report.applied, [id, second]);

        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        let was = order::carried_out(&admin, &order).await.unwrap();
        assert_eq!(was.people, foreseen.people);
        assert_eq!(was.roles, foreseen.roles);
        for id in [second, id] {
            let (order, _) = order::get(&admin, id).await.unwrap();
            world.clock.turn(time::Duration::minutes(1));
            let admin = town.cx("administrator").await;
            let _ = order::undo(&admin, id, order.revision, "誤り")
                .await
                .unwrap();
        }
        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(order.state, OrderState::Undone);
        let undone = order::carried_out(&admin, &order).await.unwrap();
        assert_eq!(undone.people, foreseen.people);
        assert_eq!(undone.roles, foreseen.roles);
    }
}

#[tokio::test]
async fn who_revises_an_order_has_read_it_and_schedules_it_anew() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let rows = vec![appoint(2, "1012", "1010", "主事")];
    let id = schedule(&admin, DAY, rows.clone()).await.unwrap();
    let stale = order::revise(&admin, id, 1, draft(DAY, rows.clone())).await;
    assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
    let _ = order::revise(&admin, id, 2, draft(DAY, rows))
        .await
        .unwrap();
    let (order, _) = order::get(&admin, id).await.unwrap();
    assert_eq!((order.state, order.revision), (OrderState::Draft, 3));
    world.clock.turn_to(Timestamp::start_of(DAY));
    let report = order::apply_due(&world.system()).await.unwrap();
    assert_eq!(report.applied, [], "a draft is not carried out");
    let _ = order::withdraw(&admin, id, 3).await.unwrap();
    let again = order::withdraw(&admin, id, 4).await;
    assert!(matches!(
        again,
        Err(Fault::Conflict(Conflict {
            code: "order_state"
        }))
    ));
}

#[tokio::test]
async fn nobody_but_the_administrator_deals_with_orders_and_only_the_system_carries_them_out() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let rows = vec![appoint(2, "1012", "1010", "主事")];
    for key in ["clerk", "head", "supervisor", "mayor"] {
        let cx = town.cx(key).await;
        let refused = order::draft(&cx, draft(DAY, rows.clone())).await;
        assert!(
            matches!(&refused, Err(Fault::Denied(denied))
                if denied.basis.citation().to_string() == "nogata:5-2(3)"),
            "{key}: {refused:?}"
        );
        let refused = order::dry_run(&cx, &draft(DAY, rows.clone()), &[]).await;
        assert!(matches!(refused, Err(Fault::Denied(_))), "{key}");
        let refused = order::list(&cx, None, None, 10).await;
        assert!(matches!(refused, Err(Fault::Denied(_))), "{key}");
    }
    let admin = town.cx("administrator").await;
    let _ = schedule(&admin, DAY, rows).await.unwrap();
    world.clock.turn_to(Timestamp::start_of(DAY));
    let admin = town.cx("administrator").await;
    let refused = order::apply_due(&admin).await;
    assert!(matches!(refused, Err(Fault::Denied(_))));
}

/// A part of the program in which everybody has three things pending, and every unit one.
struct Pending;

#[async_trait::async_trait]
impl Holdings for Pending {
    async fn affected(&self, _: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault> {
        let left = turnover.left.iter().map(|person| Held {
            what: "test.pending",
            by: HeldBy::Person(*person),
            count: 3,
            left_without_holder: true,
        });
        let units = turnover.closed_units.iter().map(|unit| Held {
            what: "test.files",
            by: HeldBy::Unit(*unit),
            count: 1,
            left_without_holder: true,
        });
        Ok(left.chain(units).collect())
    }
}

#[tokio::test]
async fn a_preview_shows_what_changes_hands_and_what_nobody_holds_afterwards() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let rows = vec![
        about(2, ActKind::Leave, "1006"),
        about(3, ActKind::Leave, "1010"),
    ];
    let tried = order::dry_run(&admin, &draft(DAY, rows), &[Arc::new(Pending)])
        .await
        .unwrap();
    assert_eq!(tried.faults, []);
    let difference = tried.difference;
    let gone: Vec<_> = difference
        .people
        .iter()
        .map(|change| {
            (
                change.name.as_str(),
                change.to.as_ref().unwrap().posts.len(),
            )
        })
        .collect();
    assert_eq!(gone, [("中野 恵", 0), ("岡本 浩", 0)]);
    let vacant: Vec<_> = difference
        .vacant_roles
        .iter()
        .map(|change| (change.role.id(), change.unit_name.as_str()))
        .collect();
    assert_eq!(
        vacant,
        [("system_supervisor", ""), ("information_manager", "市民課")]
    );
    assert_eq!(difference.roles.len(), 2);
    assert_eq!(difference.roles[0].from[0].1, "岡本 浩");
    let posts: Vec<_> = difference
        .vacant_posts
        .iter()
        .map(|seat| seat.title.as_str())
        .collect();
    assert_eq!(posts, ["市民課長", "総合政策部長"], "as the tree has them");
    assert_eq!(difference.held.len(), 2);
    assert_eq!(difference.held[0].count, 3);

    // What an order before leaves without a holder, this one does not.
    let before = vec![about(2, ActKind::Leave, "1010")];
    schedule(&admin, DAY, before).await.unwrap();
    let rows = vec![about(2, ActKind::Leave, "1006")];
    let tried = order::dry_run(&admin, &draft(DAY, rows), &[])
        .await
        .unwrap();
    let vacant = tried.difference.vacant_roles.iter();
    let vacant: Vec<_> = vacant.map(|change| change.role.id()).collect();
    assert_eq!(vacant, ["information_manager"]);
}
