//! PostgreSQL ends, in order or at once, and comes back.

use std::time::Duration;

use yakusho_tests::{Cluster, Hall, figures};

use super::outage::Witness;

#[tokio::test(flavor = "multi_thread")]
async fn when_the_database_comes_back_the_server_goes_on() {
    let mut cluster = Cluster::start();
    let hall = Hall::on_cluster("nogata", &cluster, &cluster.url()).await;
    let mut witness = Witness::of(&hall).await;
    let rounds = figures::rounds("YAKUSHO_TEST_OUTAGES", 2);
    let mut slowest = Duration::ZERO;
    let mut kept = None;
    for round in 0..rounds {
        if round % 2 == 0 {
            cluster.stop();
        } else {
            cluster.kill();
        }
        witness.program_is_told(&hall).await;
        kept = Some(witness.person_is_told(&hall, round % 2 == 0).await);
        cluster.start_again();
        slowest = slowest.max(witness.recovers().await);
    }
    witness
        .sends_again(kept.expect("a form").without("files"))
        .await;
    figures::tell(
        "PostgreSQL gone",
        &witness.finds_everything(rounds, slowest).await,
    );
}
