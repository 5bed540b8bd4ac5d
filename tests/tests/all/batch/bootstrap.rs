//! The command for the first administrator, where there is one.

use yakusho_tests::{Database, Hall, Who};

/// The exit code by which a script knows that there is nothing to do.
const FOUNDED: i32 = 4;

#[tokio::test]
async fn once_the_administrator_has_signed_in_it_does_nothing_and_says_so() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    hall.signed_in(Who::Administrator).await;
    let mut bootstrap = hall.batch();
    bootstrap.args(["bootstrap", "--number", "1", "--name", "山田 太郎"]);
    let late = bootstrap.args(["--kana", "ヤマダ タロウ", "--id", "admin"]);
    let late = late.output().expect("an end");
    assert_eq!(late.status.code(), Some(FOUNDED), "{late:?}");
    assert!(late.stdout.is_empty(), "{late:?}");
    let said = String::from_utf8_lossy(&late.stderr);
    assert!(said.contains("nothing was done"), "{said}");
}
