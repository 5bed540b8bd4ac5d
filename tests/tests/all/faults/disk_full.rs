//! The volume with database and files is full, and then has room again.

use std::time::Duration;

use yakusho_tests::{Hall, Volume, figures};

use super::outage::Witness;

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() {
    let hall = Hall::on_volume("nogata", Volume::new()).await;
    let volume = hall.volume().expect("a volume");
    let mut witness = Witness::of(&hall).await;
    let mut slowest = Duration::ZERO;
    let rounds = figures::rounds("YAKUSHO_TEST_OUTAGES", 2);
    let mut kept = None;
    for _ in 0..rounds {
        volume.fill();
        witness.program_is_told(&hall).await;
        kept = Some(witness.person_is_told(&hall, true).await);
        volume.make_room();
        slowest = slowest.max(witness.recovers().await);
    }
    let kept = kept.expect("a form").without("files");
    witness.sends_again(kept).await;
    figures::tell(
        "disk full",
        &witness.finds_everything(rounds, slowest).await,
    );
}
