//! The volume with database and files is full, and then has room again.

use yakusho_tests::{Hall, Volume, figures};

use super::outage::Witness;

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() {
    let hall = Hall::on_volume("nogata", Volume::new()).await;
    let volume = hall.volume().expect("a volume");
    let mut witness = Witness::of(&hall).await;
    let mut slowest = 0;
    let rounds = figures::rounds("YAKUSHO_TEST_OUTAGES", 2);
    let mut kept = None;
    for _ in 0..rounds {
        volume.fill();
        witness.program_is_told(&hall).await;
        kept = Some(witness.person_is_told(&hall, true).await);
        volume.make_room();
        slowest = slowest.max(witness.recovers().await.as_millis());
    }
    let kept = kept.expect("a form").without("files");
    witness.sends_again(kept).await;
    witness.finds_everything().await;
    figures::tell(
        "disk full",
        &[
            ("filled", rounds.into()),
            ("acknowledged", witness.acknowledged()),
            ("lost", 0),
            ("slowest recovery in ms", slowest),
        ],
    );
}
