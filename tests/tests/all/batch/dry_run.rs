//! A dry run says what the night would do, and does none of it.

use yakusho_tests::{Database, run};

use super::{DAY, recorded, shown, with_an_order};

#[tokio::test]
async fn it_changes_nothing_on_sqlite() {
    changes_nothing(Database::Sqlite).await;
}

#[tokio::test]
async fn it_changes_nothing_on_postgresql() {
    changes_nothing(Database::Postgres).await;
}

async fn changes_nothing(database: Database) {
    let (hall, program, order) = with_an_order(database).await;
    let before = shown(&program, &order).await;
    let mut night = hall.batch();
    night.args(["nightly", "--dry-run", "--as-of", DAY]);
    let said = run(night);
    assert!(said.contains("orders (dry run): applied 1"), "{said}");
    assert_eq!(shown(&program, &order).await, before);
    assert_eq!(recorded(&program, "order.apply").await, 0);

    // The same night in earnest finds all of it to be done, and the one after it nothing.
    for expected in ["orders: applied 1", "orders: nothing to do"] {
        let mut night = hall.batch();
        night.args(["nightly", "--as-of", DAY]);
        let said = run(night);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(shown(&program, &order).await["state"], "applied");
    assert_eq!(recorded(&program, "order.apply").await, 1);
}
