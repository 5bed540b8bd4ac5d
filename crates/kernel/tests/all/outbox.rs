//! What an act causes elsewhere is delivered, and its effect on the database happens once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};
use serde_json::json;
use time::Duration;
use yakusho_kernel::{Audit, Cx, Event, Fault, Outbox, versions};
use yakusho_testkit::World;

use crate::{ThingId, may_touch};

#[derive(Serialize, Deserialize)]
struct Touched {
    thing: ThingId,
}

impl Event for Touched {
    const KIND: &'static str = "test.touched";
}

async fn emit(cx: &Cx, thing: ThingId) {
    let tx = cx.begin().await.unwrap();
    tx.emit(&Touched { thing }).await.unwrap();
    tx.commit(Audit::of(may_touch(cx), &thing), ())
        .await
        .unwrap()
        .into_inner();
}

/// A handler that keeps a version of the thing, and after that fails as often as it is told to.
fn keeping(failures: u32) -> (Outbox, Arc<AtomicU32>) {
    keeping_beside(Outbox::new(), failures)
}

/// The same, after those that are there.
fn keeping_beside(outbox: Outbox, failures: u32) -> (Outbox, Arc<AtomicU32>) {
    let calls = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&calls);
    let outbox = outbox.on("keep", move |cx: Cx, event: Touched, delivery| {
        let calls = Arc::clone(&counted);
        async move {
            let tx = cx.begin().await?;
            tx.keep_version(&event.thing, &json!({})).await?;
            let _ = delivery
                .commit(tx, Audit::of(may_touch(&cx), &event.thing), ())
                .await?;
            if calls.fetch_add(1, Ordering::SeqCst) < failures {
                return Err(Fault::internal("the handler died after its commit"));
            }
            Ok(())
        }
    });
    (outbox, calls)
}

#[tokio::test]
async fn a_failed_delivery_is_made_again_and_takes_effect_once() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        let (outbox, calls) = keeping(1);
        emit(&cx, thing).await;
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 1));
        assert_eq!(
            outbox.deliver(&world.env).await.unwrap(),
            (0, 0),
            "not before it is due again"
        );
        world.clock.turn(Duration::seconds(1));
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (1, 0));
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 0));
        assert!(calls.load(Ordering::SeqCst) >= 1);
        assert_eq!(versions(&cx.reader(), &thing, 10).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_handler_that_fails_keeps_an_event_from_no_other() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        let broken = Outbox::new().on("broken", |_, _: Touched, _| async {
            Err(Fault::internal("this one always fails"))
        });
        let (outbox, calls) = keeping_beside(broken, 0);
        emit(&cx, thing).await;
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 1));
        assert_eq!(calls.load(Ordering::SeqCst), 1);
        assert_eq!(versions(&cx.reader(), &thing, 10).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn what_nobody_here_handles_waits_for_whoever_does() {
    for world in World::both("model").await {
        let cx = world.system();
        emit(&cx, cx.new_id()).await;
        assert_eq!(Outbox::new().deliver(&world.env).await.unwrap(), (0, 0));
        assert_eq!(Outbox::waiting(&cx).await.unwrap().0, 1);
        let (outbox, _) = keeping(0);
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (1, 0));
        assert_eq!(Outbox::waiting(&cx).await.unwrap().0, 0);
    }
}

#[tokio::test]
async fn two_programs_do_not_deliver_the_same() {
    for world in World::both("model").await {
        let cx = world.system();
        let things: Vec<ThingId> = (0..20).map(|_| cx.new_id()).collect();
        for thing in &things {
            emit(&cx, *thing).await;
        }
        let another = world.another().await;
        let (outbox, _) = keeping(0);
        let (here, there) = tokio::join!(outbox.deliver(&world.env), outbox.deliver(&another));
        assert_eq!(here.unwrap().0 + there.unwrap().0, 20);
        for thing in &things {
            assert_eq!(versions(&cx.reader(), thing, 10).await.unwrap().len(), 1);
        }
    }
}

#[tokio::test]
async fn what_was_rolled_back_is_not_delivered() {
    for world in World::both("model").await {
        let cx = world.system();
        let tx = cx.begin().await.unwrap();
        tx.emit(&Touched { thing: cx.new_id() }).await.unwrap();
        drop(tx);
        let (outbox, calls) = keeping(0);
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 0));
        assert_eq!(calls.load(Ordering::SeqCst), 0);
    }
}
