//! A night that is killed half way keeps others out until it is sure that it is gone; then the next one does what is left,
//! and nothing twice.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use yakusho_tests::{Client, Database, Hall};

use super::{DAY, recorded, shown, with_an_order};

/// The code that says that another run holds the lock.
const LOCKED: i32 = 3;

/// The setting for how long a dead run's lock keeps others out, and a span long enough to find that it does.
const LEASE: (&str, &str) = ("YAKUSHO_JOB_LEASE_SECONDS", "8");

/// How long others may be kept out in all, however busy the machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// At which parts of its time, in tenths, a run is killed.
const POINTS: [u32; 3] = [4, 6, 8];

#[tokio::test(flavor = "multi_thread")]
async fn the_next_night_does_what_is_left_and_nothing_twice() {
    // A town hall for each: they wait for their dead at the same time.
    let halfway = tokio::spawn(killed_between_two_jobs());
    let nights = POINTS.map(|tenths| tokio::spawn(killed_after(tenths)));
    for night in nights.into_iter().chain([halfway]) {
        night.await.expect("a night that came to its end");
    }
}

/// Nobody comes in after it, whatever the day, until it is sure to be gone.
async fn killed_between_two_jobs() {
    let (hall, program, order) = with_an_order(Database::Sqlite).await;
    let mut whole = batch(&hall, &["nightly", "--as-of", DAY]);
    let mut killed = whole.stdout(Stdio::piped()).spawn().expect("a run");
    let mut said = String::new();
    let out = killed.stdout.take().expect("what it says");
    let heard = BufReader::new(out).read_line(&mut said);
    heard.expect("its first line");
    killed.kill().expect("a killed run");
    killed.wait().expect("the end of a killed run");
    assert_eq!(said, "orders: applied 1\n");
    let others = [&["nightly", "--as-of", DAY][..], &["nightly"]];
    for other in others.map(|other| batch(&hall, other).spawn().expect("a run")) {
        let output = other.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(LOCKED), "{output:?}");
    }
    goes_on(&hall).await;
    is_done_once(&hall, &program, &order).await;
}

async fn killed_after(tenths: u32) {
    let (hall, program, order) = with_an_order(Database::Sqlite).await;
    let whole = Instant::now();
    let rehearsal = night(&hall, &["--dry-run"]).output();
    assert!(rehearsal.expect("an end").status.success());
    let mut killed = start(&hall);
    thread::sleep(whole.elapsed() * tenths / 10);
    killed.kill().expect("a killed run");
    killed.wait().expect("the end of a killed run");
    goes_on(&hall).await;
    is_done_once(&hall, &program, &order).await;
}

/// The night's orders, as of their day.
fn night(hall: &Hall, more: &[&str]) -> Command {
    let mut night = batch(hall, &["job", "orders", "--as-of", DAY]);
    night.args(more);
    night
}

fn batch(hall: &Hall, what: &[&str]) -> Command {
    let mut batch = hall.batch();
    batch.args(what).env(LEASE.0, LEASE.1);
    batch
}

fn start(hall: &Hall) -> Child {
    let mut night = night(hall, &[]);
    night.stdout(Stdio::null()).stderr(Stdio::null());
    night.spawn().expect("a run")
}

/// Runs it again until it is let in.
async fn goes_on(hall: &Hall) {
    let since = Instant::now();
    loop {
        let output = night(hall, &[]).output().expect("an end");
        match output.status.code() {
            Some(0) => return,
            Some(LOCKED) => assert!(since.elapsed() < PATIENCE, "the dead keep it out"),
            _ => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn is_done_once(hall: &Hall, program: &Client, order: &str) {
    assert_eq!(shown(program, order).await["state"], "applied");
    let again = night(hall, &[]).output().expect("an end");
    assert!(again.status.success());
    assert_eq!(recorded(program, "order.apply").await, 1);
}
