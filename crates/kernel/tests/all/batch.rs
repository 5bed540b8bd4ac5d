//! Acts that wait share a commit, and none is lost or half done by it.

use std::time::Duration;

use serde_json::json;
use yakusho_kernel::{Audit, Cx, versions};
use yakusho_testkit::World;

use crate::{TOUCH, ThingId, entries, may_touch};

#[derive(Clone, Copy, PartialEq, Debug)]
enum End {
    Committed,
    Dropped,
    RolledBack,
    Panicked,
    /// The task is aborted somewhere on its way.
    Aborted,
}

async fn act(cx: Cx, thing: ThingId, end: End) {
    let tx = cx.begin().await.unwrap();
    tx.keep_version(&thing, &json!({})).await.unwrap();
    match end {
        End::Dropped => drop(tx),
        End::RolledBack => tx.rollback().await,
        End::Panicked => panic!("as this act is meant to"),
        End::Committed | End::Aborted => {
            tx.commit(Audit::of(may_touch(&cx), &thing), ())
                .await
                .unwrap()
                .into_inner();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_act_ends_for_itself() {
    for world in World::both("model").await {
        let cx = world.system();
        let acts: Vec<_> = (0..300)
            .map(|n| {
                let end = match n % 10 {
                    1 => End::RolledBack,
                    3 => End::Dropped,
                    5 => End::Panicked,
                    7 => End::Aborted,
                    _ => End::Committed,
                };
                let thing: ThingId = cx.new_id();
                (thing, end, tokio::spawn(act(cx.clone(), thing, end)))
            })
            .collect();
        for (n, (_, end, task)) in acts.iter().enumerate() {
            if *end == End::Aborted {
                tokio::time::sleep(Duration::from_micros(n as u64 * 7)).await;
                task.abort();
            }
        }
        let (mut committed, mut aborted_but_kept) = (0, 0);
        for (thing, end, task) in acts {
            let returned = tokio::time::timeout(Duration::from_secs(20), task)
                .await
                .expect("no act waits for ever");
            let kept = versions(&cx.begin().await.unwrap(), &thing, 1)
                .await
                .unwrap()
                .len();
            match end {
                End::Committed => {
                    returned.unwrap();
                    assert_eq!(kept, 1, "what was acknowledged is kept");
                    committed += 1;
                }
                End::Dropped | End::RolledBack | End::Panicked => assert_eq!(kept, 0, "{end:?}"),
                End::Aborted => aborted_but_kept += kept as u64,
            }
        }
        assert_eq!(
            entries(&cx, TOUCH.name()).await,
            committed + aborted_but_kept,
            "change and entry go together"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_one_for_whom_a_batch_waits_may_go_away() {
    let world = World::sqlite("model").await;
    let cx = world.system();
    for _ in 0..50 {
        let first: ThingId = cx.new_id();
        let tx = cx.begin().await.unwrap();
        let waiting = tokio::spawn(act(cx.clone(), cx.new_id(), End::Committed));
        tokio::time::sleep(Duration::from_micros(200)).await;
        let committed = tx.commit(Audit::of(may_touch(&cx), &first), ());
        waiting.abort();
        tokio::time::timeout(Duration::from_secs(5), committed)
            .await
            .expect("the commit does not wait for one who went away")
            .unwrap()
            .into_inner();
    }
}
