//! The disk of PostgreSQL is full, and then has room again.

use std::time::Duration;

use yakusho_tests::{Cluster, Hall, Journal, figures};

use super::outage::Witness;

/// Tables do not grow any more; what is there is read and changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_whose_tables_cannot_grow_is_told_and_grows_again() {
    fills("PostgreSQL's disk full", Journal::Apart).await;
}

/// PostgreSQL itself ends where its journal finds no room, and is started once there is some.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_whose_journal_has_no_room_loses_nothing() {
    fills("its journal's disk full", Journal::Beside).await;
}

async fn fills(name: &str, journal: Journal) {
    let mut cluster = Cluster::on_volume(journal);
    let hall = Hall::on_cluster("nogata", &cluster, &cluster.url()).await;
    let mut witness = Witness::of(&hall).await;
    let mut slowest = Duration::ZERO;
    let rounds = figures::rounds("YAKUSHO_TEST_OUTAGES", 2);
    let mut kept = None;
    for _ in 0..rounds {
        let volume = cluster.volume().expect("a volume");
        volume.fill();
        witness.program_is_told(&hall).await;
        kept = Some(witness.person_is_told(&hall, true).await);
        volume.make_room();
        cluster.keep_up();
        slowest = slowest.max(witness.recovers().await);
    }
    let kept = kept.expect("a form").without("files");
    witness.sends_again(kept).await;
    figures::tell(name, &witness.finds_everything(rounds, slowest).await);
}
