//! An unknown ID is answered as a wrong password is, whatever the account's state, and in the same time.

use std::time::{Duration, Instant};

use yakusho_accounts::account;
use yakusho_accounts::session::{self, Place};
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::testing::Town;
use yakusho_kernel::Cx;
use yakusho_testkit::World;

use crate::sign_in::{at, attempt, refusal};

/// How many tries of each kind: 500 of any two.
const TRIES: u8 = 250;

/// IDs of nobody, and of accounts that can be used, are suspended, are closed.
const LOGINS: [&str; 4] = ["nobody", "clerk", "colleague", "stranger"];

/// Each try comes from a place of its own, so that none is held off before it is compared.
fn place(number: u8, third: usize) -> Place {
    at(&format!("10.0.{third}.{number}"))
}

async fn time(nobody: &Cx, login: &str, place: &Place) -> Duration {
    let wrong = attempt(login, "路地裏へ雨の帽子を九つ送る");
    let begun = Instant::now();
    let refused = session::sign_in(nobody, &wrong, place).await;
    let taken = begun.elapsed();
    assert_eq!(refusal(refused).2, "wrong_credentials");
    taken
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// How far apart the medians of so many tries of each kind are at most, as a part of the least.
async fn apart(world: &World) -> f64 {
    let mut times = LOGINS.map(|_| Vec::new());
    for number in 0..TRIES {
        // Strangers together are held off after a hundred; they are forgotten after the window.
        if number % 50 == 0 {
            world.clock.turn(time::Duration::minutes(16));
        }
        let nobody = world.nobody();
        // In turns, each as often before another as after it, so that what else the machine does meets all alike.
        for turn in 0..LOGINS.len() {
            let kind = (turn + usize::from(number)) % LOGINS.len();
            times[kind].push(time(&nobody, LOGINS[kind], &place(number, kind)).await);
        }
    }
    let medians = times.map(median);
    let least = medians.iter().copied().fold(f64::INFINITY, f64::min);
    let most = medians.iter().copied().fold(0.0, f64::max);
    (most - least) / least
}

/// Accounts as [`LOGINS`] says.
async fn open_accounts(town: &Town) {
    town.owner("clerk").await;
    let suspended = town.owner("colleague").await.account;
    let supervisor = town.cx("supervisor").await;
    let _ = suspension::suspend(&supervisor, suspended, Breach::Leak, "付箋に書いていた")
        .await
        .unwrap();
    let closed = town.owner("stranger").await.account;
    let administrator = town.cx("administrator").await;
    let revision = account::get(&administrator, closed).await.unwrap().revision;
    let _ = account::close(&administrator, closed, "不要", revision)
        .await
        .unwrap();
}

#[tokio::test]
async fn medians_of_500_tries_are_within_5_percent() {
    let world = World::sqlite("nogata").await;
    open_accounts(&Town::model(&world.env).await).await;
    // What the program lets slip shows each time; what a busy machine does, hardly three times running.
    let mut measured = Vec::new();
    for _ in 0..3 {
        measured.push(apart(&world).await);
        if measured.last().is_some_and(|apart| *apart < 0.05) {
            return;
        }
    }
    panic!("the medians are {measured:?} apart");
}
