//! Two servers on one PostgreSQL that a standby follows: the primary is killed, the standby promoted, and both write
//! again by themselves.

use std::time::{Duration, Instant};

use yakusho_tests::figures::Figures;
use yakusho_tests::{Cluster, Hall, figures};

use super::writers::{Tried, Writers};

/// How often the primary is killed, where it is not once.
const ROUNDS_VARIABLE: &str = "YAKUSHO_TEST_PROMOTIONS";

/// How long under load before the primary is killed, and after both servers write again.
const LOAD: Duration = Duration::from_secs(1);

/// How long after the promotion's end a server may take to write again.
const LIMIT: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn a_promoted_standby_is_found_and_nothing_acknowledged_is_lost() {
    let (mut primary, mut standby) = (Cluster::start(), Cluster::unused());
    let url = Cluster::url_of(&[&primary, &standby]);
    let hall = Hall::on_cluster("nogata", &primary, &url).await;
    let (beside, _running) = hall.beside().await;
    let writers = Writers::of(&hall).await;
    let rounds = figures::rounds(ROUNDS_VARIABLE, 1);
    let mut told = Figures {
        rounds,
        ..Figures::default()
    };
    for round in 0..rounds {
        standby.follow(&primary);
        let post = writers.commented().await;
        let loads = [(&hall.url, "one"), (&beside, "two")]
            .map(|(url, name)| writers.start(url, &format!("{round}-{name}"), &post));
        tokio::time::sleep(LOAD).await;
        primary.kill();
        standby.promote();
        let promoted = Instant::now();
        tokio::time::sleep(LIMIT + LOAD).await;
        for load in &loads {
            load.stop();
        }
        let mut tried = Tried::default();
        for load in loads {
            let of_one = load.ended().await;
            let after = of_one.moments.iter().filter(|moment| **moment > promoted);
            let first = after.min().expect("a server that writes again");
            told.recovery = told.recovery.max(first.duration_since(promoted));
            tried.join(of_one);
        }
        let slowest = told.recovery;
        assert!(slowest <= LIMIT, "a server wrote again after {slowest:?}");
        told.acknowledged += tried.acknowledged();
        told.again += writers.send_again(&beside, &mut tried, &post).await;
        told.stored += writers.find(&tried, &post).await;
        std::mem::swap(&mut primary, &mut standby);
    }
    figures::tell("standby promoted", &told);
}
