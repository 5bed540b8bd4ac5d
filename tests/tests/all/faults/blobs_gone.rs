//! The folder of files is gone, and comes back.

use std::fs;
use std::time::Instant;

use yakusho_tests::{Database, Hall, figures};

use super::outage::{Witness, is_problem};

#[tokio::test(flavor = "multi_thread")]
async fn without_its_files_the_rest_goes_on_and_they_are_not_taken_for_missing() {
    for database in [Database::Sqlite, Database::Postgres] {
        goes_and_comes_back(database).await;
    }
}

async fn goes_and_comes_back(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let mut witness = Witness::of(&hall).await;
    let (place, away) = (hall.folder().join("blobs"), hall.folder().join("away"));
    let file = witness.writes_with_file().await;

    fs::rename(&place, &away).expect("the folder of files moved away");
    is_problem(&hall, &witness.uploads().await);
    is_problem(&hall, &witness.program().get(&file).await);
    let kept = witness.person_is_told(&hall, true).await;
    witness.writes().await.expect("what has no files goes on");

    fs::rename(&away, &place).expect("the folder of files brought back");
    let back = Instant::now();
    let after = witness.uploads().await;
    assert!(after.status < 300, "{after:?}");
    let recovery = back.elapsed();
    assert_eq!(witness.program().get(&file).await.status, 200);
    witness.sends_again(kept.without("files")).await;
    figures::tell(
        &format!("files gone on {database:?}"),
        &witness.finds_everything(1, recovery).await,
    );
}
