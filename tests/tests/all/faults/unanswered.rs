//! The server is killed after it has committed and before its answer arrives. Whoever sends the request again under its
//! key gets that answer, and nothing is done twice.

use std::time::Instant;

use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use yakusho_tests::figures::Figures;
use yakusho_tests::{Client, Database, Hall, Relay, figures};

use super::writers::{Writers, id};

const POSTS: &str = "/api/v1/board/posts";

fn keyed(client: &Client, key: &str, draft: &Value) -> RequestBuilder {
    let request = client.request(Method::POST, POSTS).json(draft);
    request.header("Idempotency-Key", key)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_did_not_arrive_is_given_again() {
    for database in [Database::Sqlite, Database::Postgres] {
        is_given_again(database).await;
    }
}

async fn is_given_again(database: Database) {
    let mut hall = Hall::start("nogata", database).await;
    let writers = Writers::of(&hall).await;
    let since = writers.commented().await;
    let mut told = Figures {
        rounds: figures::rounds("YAKUSHO_TEST_OUTAGES", 2),
        ..Figures::default()
    };
    for round in 0..told.rounds {
        let (key, draft) = (format!("round-{round}"), writers.draft("答えは届かない"));
        let mut relay = Relay::to(&hall.url).await;
        let far = writers.author.at(&relay.url);
        let asked = keyed(&far, &key, &draft);
        let asking = tokio::spawn(async move { far.try_send(asked).await });
        let first = relay.answer().await;
        hall.kill();
        drop(relay);
        let unanswered = asking.await.expect("a request that comes to its end");
        assert!(unanswered.is_err(), "{unanswered:?}");

        let dead = Instant::now();
        hall.start_again().await;
        let author = &writers.author;
        let again = author.send(keyed(author, &key, &draft)).await;
        told.recovery = told.recovery.max(dead.elapsed());
        assert!(first.contains(&id(&again)), "{first} is not {again:?}");
        told.again += 1;
    }
    told.stored = writers.recorded("board.draft", &since).await.len();
    assert_eq!(told.stored, told.again, "entries");
    figures::tell(&format!("answer lost on {database:?}"), &told);
}
