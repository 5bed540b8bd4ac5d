//! Orders are carried out exactly once, however often the work is broken off and whoever else does it too.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use time::Duration;
use yakusho_accounts::appointment;
use yakusho_accounts::order::{self, OrderApplied, OrderId, OrderState};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, Outbox, Part, Timestamp};
use yakusho_testkit::World;

use super::{DAY, appoint, schedule};

/// A future that is broken off after so many steps.
struct BrokenOff<F> {
    work: Pin<Box<F>>,
    steps: usize,
}

impl<F: Future> Future for BrokenOff<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.steps == 0 {
            return Poll::Ready(None);
        }
        self.steps -= 1;
        self.work.as_mut().poll(cx).map(Some)
    }
}

/// How often the order was announced to the rest of the program.
async fn announced(world: &World) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let outbox = Outbox::new().on("test", move |_, _: OrderApplied, _| {
        let counter = Arc::clone(&counter);
        async move {
            counter.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }
    });
    outbox.deliver(&world.env).await.unwrap();
    count.load(Ordering::SeqCst)
}

/// Carries out what is due, broken off after ever more steps until it comes through; says after how many.
async fn with_breaks(world: &World, town: &Town, id: OrderId, to: &str) -> usize {
    let admin = town.cx("administrator").await;
    for steps in 0.. {
        let cx = world.system();
        let work = Box::pin(order::apply_due(&cx));
        if let Some(report) = (BrokenOff { work, steps }).await {
            let report = report.unwrap();
            assert!(report.applied.len() <= 1 && report.failed.is_empty());
            return steps;
        }
        // What was broken off has left nothing, unless it had come so far that all of it is there.
        let (order, _) = order::get(&admin, id).await.unwrap();
        let done = order.state == OrderState::Applied;
        let head = town.standing("head").await.belongs_to(town.unit(to));
        let other = town
            .standing("planning_head")
            .await
            .belongs_to(town.unit(to));
        assert_eq!((head, other), (done, !done), "after {steps} steps");
    }
    unreachable!("steps have no end")
}

#[tokio::test]
async fn an_order_broken_off_anywhere_is_carried_out_once() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let mut broken_off = 0;
        for round in 0..8 {
            let (to, titles) = if round % 2 == 0 {
                ("planning", ["2010", "企画課長", "1020", "市民課長"])
            } else {
                ("citizens", ["1020", "市民課長", "2010", "企画課長"])
            };
            let rows = vec![
                appoint(2, "1006", titles[0], titles[1]),
                appoint(3, "1011", titles[2], titles[3]),
            ];
            let day = DAY + Duration::days(round);
            let id = schedule(&admin, day, rows).await.unwrap();
            world.clock.turn_to(Timestamp::start_of(day));
            broken_off += with_breaks(&world, &town, id, to).await;
            let (order, _) = order::get(&admin, id).await.unwrap();
            assert_eq!(order.state, OrderState::Applied);
            let again = order::apply_due(&world.system()).await.unwrap();
            assert_eq!(again.applied, []);
        }
        assert!(broken_off > 20, "broken off {broken_off} times");
        assert_eq!(announced(&world).await, 8);
        let held = appointment::of_person(&admin.reader(), town.person("head"))
            .await
            .unwrap();
        assert_eq!(held.len(), 9, "one post after the other");
    }
}

#[tokio::test]
async fn two_programs_carry_an_order_out_once() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let rows = vec![appoint(2, "1008", "1010", "主事")];
        let id = schedule(&admin, DAY, rows).await.unwrap();
        world.clock.turn_to(Timestamp::start_of(DAY));
        let (one, other) = (
            world.system(),
            Cx::system(&world.another().await, Part("other")),
        );
        let (one, other) = tokio::join!(order::apply_due(&one), order::apply_due(&other));
        let applied = [one.unwrap().applied, other.unwrap().applied].concat();
        assert_eq!(applied, [id]);
        assert_eq!(announced(&world).await, 1);
    }
}
