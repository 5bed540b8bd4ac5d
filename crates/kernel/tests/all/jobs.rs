//! Two runs of a job never overlap.

use time::Duration;
use yakusho_kernel::Jobs;
use yakusho_testkit::World;

const LEASE: Duration = Duration::minutes(2);

#[tokio::test]
async fn a_lock_is_held_by_one() {
    for world in World::both("model").await {
        let (first, second) = (world.system(), world.system());
        let held = Jobs(&first).lock("nightly", LEASE).await.unwrap().unwrap();
        assert!(
            Jobs(&second)
                .lock("nightly", LEASE)
                .await
                .unwrap()
                .is_none()
        );
        assert!(Jobs(&second).lock("other", LEASE).await.unwrap().is_some());
        held.free().await.unwrap();
        // The clock stands still in a test: a freed lock is free in the same millisecond.
        assert!(
            Jobs(&second)
                .lock("nightly", LEASE)
                .await
                .unwrap()
                .is_some()
        );
    }
}

#[tokio::test]
async fn a_dead_holder_loses_the_lock() {
    for world in World::both("model").await {
        let (first, second) = (world.system(), world.system());
        let dead = Jobs(&first).lock("nightly", LEASE).await.unwrap().unwrap();
        world.clock.turn(LEASE);
        assert!(
            Jobs(&second)
                .lock("nightly", LEASE)
                .await
                .unwrap()
                .is_none(),
            "the lease has not run out yet"
        );
        world.clock.turn(Duration::milliseconds(1));
        let _taken = Jobs(&second).lock("nightly", LEASE).await.unwrap().unwrap();
        assert!(!dead.renew().await.unwrap(), "the late holder is told");
    }
}
