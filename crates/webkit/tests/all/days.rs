//! What is done before the first request of a day.

use std::sync::atomic::{AtomicU32, Ordering};

use futures_util::FutureExt;
use poem::http::StatusCode;
use yakusho_kernel::Fault;
use yakusho_webkit::{Offer, Settings};

use crate::book;
use crate::site::{Browser, CLERK, Town};

#[tokio::test]
async fn the_day_turns_once_before_anybody_is_answered() {
    static TURNS: AtomicU32 = AtomicU32::new(0);
    let count = || TURNS.load(Ordering::SeqCst);
    let offer = Offer::default().at_day_turn(|cx| {
        async move {
            assert!(cx.actor().is_system());
            tokio::task::yield_now().await;
            TURNS.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }
        .boxed()
    });
    let town = Town::of([book::offer(), offer], Settings::default()).await;
    let ask = || town.client.get("/book").signed_in(CLERK).send();
    // What is for anyone needs no rights, and does not wait.
    town.client.get("/plain").send().await.assert_status_is_ok();
    assert_eq!(count(), 0);
    let (one, other) = tokio::join!(ask(), ask());
    one.assert_status_is_ok();
    other.assert_status_is_ok();
    assert_eq!(count(), 1);
    // The world begins at 09:00; the day turns at midnight and not before.
    town.world
        .clock
        .turn(time::Duration::hours(15) - time::Duration::milliseconds(1));
    ask().await.assert_status_is_ok();
    assert_eq!(count(), 1);
    town.world.clock.turn(time::Duration::milliseconds(1));
    ask().await.assert_status_is_ok();
    assert_eq!(count(), 2);
}

#[tokio::test]
async fn nobody_is_answered_by_yesterday_s_rights() {
    static FAILING: AtomicU32 = AtomicU32::new(1);
    let offer = Offer::default().at_day_turn(|_| {
        async {
            match FAILING.load(Ordering::SeqCst) {
                0 => Ok(()),
                _ => Err(Fault::Unavailable("no database".into())),
            }
        }
        .boxed()
    });
    let town = Town::of([book::offer(), offer], Settings::default()).await;
    let ask = || town.client.get("/book").signed_in(CLERK).send();
    ask().await.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    FAILING.store(0, Ordering::SeqCst);
    ask().await.assert_status_is_ok();
}
