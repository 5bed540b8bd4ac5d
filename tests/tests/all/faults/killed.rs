//! The server is killed while clients write, again and again. What it acknowledged is there, whole; of what it did not
//! acknowledge, either all is there or nothing, and sent again under its key it is there once; and nothing is there that
//! was not attempted.

use std::time::{Duration, Instant};

use yakusho_tests::figures::Figures;
use yakusho_tests::{Database, Hall, figures, run};

use super::writers::{Tried, Writers};

/// How many times the server is killed, where no variable says otherwise.
const FEW: u32 = 5;

/// The shortest time under load until the server is killed, and how much longer it may be.
const LOAD: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(800)];

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_the_server_on_sqlite() {
    let rounds = figures::rounds("YAKUSHO_TEST_KILLS_SQLITE", FEW);
    is_killed_under_load(Database::Sqlite, rounds, "kill -9 on SQLite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_the_server_on_postgresql() {
    let rounds = figures::rounds("YAKUSHO_TEST_KILLS_POSTGRESQL", FEW);
    is_killed_under_load(Database::Postgres, rounds, "kill -9 on PostgreSQL").await;
}

async fn is_killed_under_load(database: Database, rounds: u32, name: &str) {
    let mut hall = Hall::start("nogata", database).await;
    let writers = Writers::of(&hall).await;
    let mut told = Figures {
        rounds,
        ..Figures::default()
    };
    for round in 0..rounds {
        let post = writers.commented().await;
        let load = writers.start(&hall.url, &round.to_string(), &post);
        tokio::time::sleep(moment(round)).await;
        hall.kill();
        let mut tried: Tried = load.ended().await;
        let dead = Instant::now();
        hall.start_again().await;
        told.recovery = told.recovery.max(dead.elapsed());
        told.acknowledged += tried.acknowledged();
        told.again += writers.send_again(&hall.url, &mut tried, &post).await;
        told.stored += writers.find(&tried, &post).await;
    }
    assert!(told.acknowledged > 0, "nothing was written");
    // A backup wants each file that the database names, and its check looks at every one.
    let folder = tempfile::tempdir().expect("a folder for a backup");
    let mut backup = hall.batch();
    backup.args(["backup", "make"]).arg(folder.path());
    let manifest = run(backup);
    let mut check = hall.batch();
    check.args(["backup", "check", manifest.trim_end()]);
    run(check);
    figures::tell(name, &told);
}

/// When a round's server is killed: spread evenly over the time under load, by the golden ratio.
fn moment(round: u32) -> Duration {
    LOAD[0] + LOAD[1].mul_f64((f64::from(round) * 0.618_033_988_75).fract())
}
