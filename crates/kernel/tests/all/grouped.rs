//! Whatever acts run beside each other and however each of them ends: what was acknowledged is stored, whole and with its
//! entry, and nothing else is; and the next act finds the way free.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use sea_orm::ConnectionTrait as _;
use serde_json::json;
use yakusho_kernel::{Audit, Cx, DbError, Reading as _, versions};
use yakusho_testkit::World;

use crate::{TOUCH, ThingId, entries, may_touch};

/// How an act ends, if it comes so far.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Commits,
    /// A statement fails, and the act is given up for it.
    Fails,
    RollsBack,
    Panics,
}

#[derive(Clone, Debug)]
struct Act {
    end: End,
    writes: u8,
    /// How long it takes over each write, in microseconds.
    slow: u64,
    /// After how many microseconds its caller goes away, if at all.
    dropped_after: Option<u64>,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let end = prop_oneof![
        5 => Just(End::Commits),
        1 => Just(End::Fails),
        1 => Just(End::RollsBack),
        1 => Just(End::Panics),
    ];
    let slow = prop_oneof![3 => Just(0), 1 => 1_u64..3_000];
    let dropped_after = prop_oneof![2 => Just(None), 1 => (0_u64..6_000).prop_map(Some)];
    let act = (end, 1_u8..4, slow, dropped_after);
    let act = act.prop_map(|(end, writes, slow, dropped_after)| Act {
        end,
        writes,
        slow,
        dropped_after,
    });
    vec(act, 1..60)
}

async fn carry_out(cx: Cx, thing: ThingId, act: Act) -> Result<(), DbError> {
    let tx = cx.begin().await?;
    for _ in 0..act.writes {
        tx.keep_version(&thing, &json!({})).await?;
        if act.slow > 0 {
            tokio::time::sleep(Duration::from_micros(act.slow)).await;
        }
    }
    match act.end {
        End::Commits => {
            let entry = Audit::of(may_touch(&cx), &thing);
            tx.commit(entry, ()).await?.into_inner();
        }
        End::Fails => {
            let no_row = "INSERT INTO versions (id) VALUES (NULL)";
            tx.conn().execute_unprepared(no_row).await?;
        }
        End::RollsBack => tx.rollback().await,
        End::Panics => panic!("as this act is meant to"),
    }
    Ok(())
}

/// What came of an act: the thing that it was done to, and what its caller was told, if anything.
type Told = (ThingId, Act, Option<Result<(), DbError>>);

async fn together(cx: &Cx, acts: Vec<Act>) -> Vec<Told> {
    let running: Vec<_> = acts
        .into_iter()
        .map(|act| {
            let thing: ThingId = cx.new_id();
            let run = carry_out(cx.clone(), thing, act.clone());
            let after = act.dropped_after;
            let task = tokio::spawn(async move {
                match after {
                    None => Some(run.await),
                    Some(micros) => tokio::time::timeout(Duration::from_micros(micros), run)
                        .await
                        .ok(),
                }
            });
            (thing, act, task)
        })
        .collect();
    let mut told = Vec::new();
    for (thing, act, task) in running {
        let ended = tokio::time::timeout(Duration::from_secs(30), task).await;
        // No act waits for ever; one that panicked told nobody anything.
        told.push((thing, act, ended.unwrap().ok().flatten()));
    }
    told
}

async fn hold(world: &World, acts: Vec<Act>) {
    let cx = world.system();
    let told = together(&cx, acts).await;
    let last: ThingId = cx.new_id();
    let after = Act {
        end: End::Commits,
        writes: 1,
        slow: 0,
        dropped_after: None,
    };
    let next = carry_out(cx.clone(), last, after);
    // The way is free.
    let next = tokio::time::timeout(Duration::from_secs(10), next).await;
    next.unwrap().unwrap();
    let mut stored = 1;
    for (thing, act, told) in told {
        let kept = versions(&cx.reader(), &thing, 10).await.unwrap().len();
        let whole = usize::from(act.writes);
        match (act.end, told) {
            (End::Commits, Some(Ok(()))) => assert_eq!(kept, whole, "{act:?} was acknowledged"),
            // Whether it was too late for its caller to go away, nobody knows; but it is whole or not there.
            (End::Commits, None) => assert!(kept == 0 || kept == whole, "{act:?} is half done"),
            (End::Commits, Some(Err(error))) => panic!("{act:?} failed: {error}"),
            (_, told) => {
                assert_eq!(kept, 0, "{act:?} {told:?}");
                assert!(
                    act.end != End::Fails || !matches!(told, Some(Ok(()))),
                    "{act:?}"
                );
            }
        }
        stored += u64::from(kept > 0);
    }
    assert_eq!(
        entries(&cx, TOUCH.name()).await,
        stored,
        "an entry for each"
    );
}

fn run(acts: Vec<Act>, on: impl AsyncFnOnce() -> World) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { hold(&on().await, acts).await });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn what_was_acknowledged_is_stored_and_nothing_else_on_sqlite(acts in acts()) {
        run(acts, async || World::sqlite("model").await);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn what_was_acknowledged_is_stored_and_nothing_else_on_postgres(acts in acts()) {
        run(acts, async || World::postgres("model").await);
    }
}
