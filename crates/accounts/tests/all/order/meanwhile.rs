//! What others change between the check of an order and its being scheduled: on PostgreSQL, where acts run beside each other.

use std::time::Duration;

use time::macros::date;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use yakusho_accounts::ledger::Edit;
use yakusho_accounts::order::{self, ActKind, Column, OrderId, OrderState};
use yakusho_accounts::staff::{self, Status};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Fault, Outbox, Saved};
use yakusho_testkit::World;

use super::{DAY, appoint, draft, row, schedule};

type Done = Result<Saved<()>, Fault>;

/// The longest that another act is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// An edit that is not made yet, by which the clerk leaves before the day of the orders: others who change what orders
/// rest on wait for it.
async fn leaving(town: &Town) -> Edit<()> {
    let admin = town.cx("administrator").await;
    let clerk = town.person("clerk");
    let rows = staff::of_person(&admin.reader(), clerk).await.unwrap();
    let (seen, last) = (rows[0].row, date!(2026 - 11 - 25));
    staff::set_status(&admin, clerk, seen, Status::Left, last, None)
        .await
        .unwrap()
}

/// A draft that fits as long as the clerk is here.
async fn drafted(town: &Town) -> OrderId {
    let admin = town.cx("administrator").await;
    let moves = draft(DAY, vec![appoint(2, "1007", "2010", "主事")]);
    order::draft(&admin, moves).await.unwrap().into_inner()
}

/// Begins an act, and waits until so many wait for others, or it is through.
async fn begun<T: Send + 'static>(
    world: &World,
    waiting: u8,
    act: impl Future<Output = T> + Send + 'static,
) -> JoinHandle<T> {
    let act = tokio::spawn(act);
    let count = "SELECT int2send(count(*)::int2) FROM pg_stat_activity
                 WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waits = async {
        while !act.is_finished() && world.stored(count).await != [0, waiting] {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, waits).await.unwrap();
    act
}

/// Schedules an order as it was drafted.
async fn scheduling(town: &Town, id: OrderId) -> impl Future<Output = Done> + use<> {
    let admin = town.cx("administrator").await;
    async move { order::schedule(&admin, id, 1).await }
}

async fn state(town: &Town, id: OrderId) -> OrderState {
    let admin = town.cx("administrator").await;
    order::get(&admin, id).await.unwrap().0.state
}

fn is_told_of_the_ground(done: &Done) -> bool {
    let code = "order_ground_shifted";
    matches!(done, Err(Fault::Conflict(conflict)) if *conflict == Conflict { code })
}

#[tokio::test]
async fn an_order_is_not_scheduled_on_a_check_that_an_edit_has_overtaken() {
    let world = World::postgres("nogata").await;
    let town = Town::model(&world.env).await;
    let id = drafted(&town).await;
    let edit = leaving(&town).await;
    let act = begun(&world, 1, scheduling(&town, id).await).await;
    let _ = edit.make().await.unwrap();
    let done = act.await.unwrap();
    assert!(is_told_of_the_ground(&done), "{done:?}");
    assert_eq!(state(&town, id).await, OrderState::Draft);

    // Whoever looks again sees what is wrong now.
    let admin = town.cx("administrator").await;
    let again = order::schedule(&admin, id, 1).await;
    let Err(Fault::Invalid(invalid)) = again else {
        panic!("{again:?}");
    };
    assert_eq!(invalid.errors[0].field, "lines.2.number");
}

#[tokio::test]
async fn an_order_whose_ground_is_withdrawn_is_not_scheduled_or_known_not_to_fit() {
    let world = World::postgres("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let post = [
        (Column::Unit, "1010"),
        (Column::Post, "主査"),
        (Column::Rank, "7"),
    ];
    let ground = schedule(&admin, DAY, vec![row(2, ActKind::FoundPost, &post)])
        .await
        .unwrap();
    let rests = draft(DAY, vec![appoint(2, "1012", "1010", "主査")]);
    let id = order::draft(&admin, rests).await.unwrap().into_inner();
    // Both wait for an edit that is given up; either comes first then.
    let edit = leaving(&town).await;
    let withdrawal = async move { order::withdraw(&admin, ground, 2).await };
    let withdrawal = begun(&world, 1, withdrawal).await;
    let act = begun(&world, 2, scheduling(&town, id).await).await;
    drop(edit);
    let (withdrawn, done) = (withdrawal.await.unwrap(), act.await.unwrap());
    assert!(withdrawn.is_ok(), "{withdrawn:?}");
    if done.is_ok() {
        let outbox = Outbox::new().on("ground", order::follow_ground);
        outbox.deliver(&world.env).await.unwrap();
        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        assert_eq!(order.faults.len(), 1);
    } else {
        assert!(is_told_of_the_ground(&done), "{done:?}");
    }
}

#[tokio::test]
async fn of_a_revision_and_a_scheduling_at_once_one_is_told_of_the_other() {
    let world = World::postgres("nogata").await;
    let town = Town::model(&world.env).await;
    let id = drafted(&town).await;
    let edit = leaving(&town).await;
    let other = town.cx("administrator").await;
    let moves = draft(DAY, vec![appoint(2, "9999", "2010", "主事")]);
    let revision = async move { order::revise(&other, id, 1, moves).await };
    let revision = begun(&world, 1, revision).await;
    let act = begun(&world, 2, scheduling(&town, id).await).await;
    drop(edit);
    let (revised, done) = (revision.await.unwrap(), act.await.unwrap());
    let (late, state) = if done.is_ok() {
        (revised, OrderState::Scheduled)
    } else {
        assert!(revised.is_ok(), "{revised:?}");
        (done, OrderState::Draft)
    };
    assert!(
        matches!(&late, Err(Fault::Conflict(why)) if *why == Conflict::CHANGED),
        "{late:?}"
    );
    assert_eq!(self::state(&town, id).await, state);
}
