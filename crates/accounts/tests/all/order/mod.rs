//! Personnel orders: tried out, scheduled, carried out, undone.

mod ahead;
mod killed;
mod lines;
mod many;
mod meanwhile;
mod pending;
mod sheet;

use time::Date;
use time::macros::{date, time};
use yakusho_accounts::ledger::end_of;
use yakusho_accounts::order::{self, ActKind, Column, OrderDraft, OrderId, OrderState, Row};
use yakusho_accounts::organisation;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, Fault, Timestamp};
use yakusho_regulation::Role;
use yakusho_testkit::World;

/// The day of the orders of these tests.
pub(crate) const DAY: Date = date!(2026 - 12 - 01);

/// A row of that kind with these cells.
pub(crate) fn row(line: u32, kind: ActKind, cells: &[(Column, &str)]) -> Row {
    let row = Row {
        line,
        ..Row::default()
    }
    .with(Column::Kind, kind.code());
    cells
        .iter()
        .fold(row, |row, (column, text)| row.with(*column, *text))
}

/// An appointment of somebody by number to a post.
pub(crate) fn appoint(line: u32, number: &str, unit: &str, post: &str) -> Row {
    row(
        line,
        ActKind::Appoint,
        &[
            (Column::Number, number),
            (Column::Unit, unit),
            (Column::Post, post),
        ],
    )
}

/// A line that says only whom it is about.
pub(crate) fn about(line: u32, kind: ActKind, number: &str) -> Row {
    row(line, kind, &[(Column::Number, number)])
}

/// A draft of those rows for that day.
pub(crate) fn draft(day: Date, rows: Vec<Row>) -> OrderDraft {
    OrderDraft {
        title: "人事異動".to_owned(),
        takes_effect_on: day,
        rows,
    }
}

/// Keeps and schedules an order.
pub(crate) async fn schedule(cx: &Cx, day: Date, rows: Vec<Row>) -> Result<OrderId, Fault> {
    let id = order::draft(cx, draft(day, rows)).await?.into_inner();
    let _ = order::schedule(cx, id, 1).await?;
    Ok(id)
}

#[tokio::test]
async fn heads_change_places_at_midnight_of_the_day() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let before = admin.now();
        let citizens = town.unit("citizens");
        let (old, new) = (town.person("head"), town.person("planning_head"));
        let swap = vec![
            appoint(2, "1006", "2010", "企画課長"),
            appoint(3, "1011", "1020", "市民課長"),
        ];
        let tried = order::dry_run(&admin, &draft(DAY, swap.clone()), &[])
            .await
            .unwrap();
        assert_eq!(tried.faults, []);
        assert_eq!(tried.difference.people.len(), 2);
        let roles: Vec<_> = tried
            .difference
            .roles
            .iter()
            .map(|change| (change.role, change.unit_name.as_str(), change.to[0].0))
            .collect();
        assert!(roles.contains(&(Role::InformationManager, "市民課", new)));
        assert!(roles.contains(&(Role::InformationManager, "企画課", old)));

        let id = schedule(&admin, DAY, swap).await.unwrap();
        world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 30), time!(23:59)));
        let cx = world.system();
        assert_eq!(order::apply_due(&cx).await.unwrap().applied, []);
        assert!(town.standing("head").await.heads(citizens));

        world.clock.turn_to(Timestamp::start_of(DAY));
        let cx = world.system();
        assert_eq!(order::apply_due(&cx).await.unwrap().applied, [id]);
        assert_eq!(order::apply_due(&cx).await.unwrap().applied, []);
        assert!(!town.standing("head").await.heads(citizens));
        assert!(
            town.standing("planning_head")
                .await
                .holds_for(Role::InformationManager, citizens)
        );

        let head = async |day, known| {
            organisation::head_of(&cx.reader(), citizens, day, known)
                .await
                .unwrap()
        };
        assert_eq!(head(date!(2026 - 11 - 30), cx.now()).await, Some(old));
        assert_eq!(head(DAY, cx.now()).await, Some(new));
        assert_eq!(
            head(DAY, before).await,
            Some(old),
            "as was known before the order"
        );
        assert_eq!(head(DAY, end_of(date!(2026 - 11 - 30))).await, Some(old));

        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        let _ = order::undo(&admin, id, order.revision, "誤り")
            .await
            .unwrap();
        let (order, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(order.state, OrderState::Undone);
        assert_eq!(head(DAY, admin.now()).await, Some(old));
        assert!(town.standing("head").await.heads(citizens));
    }
}
