//! What somebody may not see answers them exactly as what is not there.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_tests::{Crawl, Database, Hall, Page, Routes, Who, elsewhere};

use super::{cites_a_rule, roles};
use crate::none;

#[tokio::test]
async fn what_others_came_to_is_open_or_refused_or_not_there() {
    asks_what_others_found(Database::Sqlite).await;
}

#[tokio::test]
async fn what_others_came_to_is_open_or_refused_or_not_there_on_postgresql() {
    asks_what_others_found(Database::Postgres).await;
}

async fn asks_what_others_found(database: Database) {
    let hall = Hall::start("model", database).await;
    let routes = Routes::of(&hall);
    let mut found = BTreeMap::new();
    for who in Who::ALL {
        let client = hall.signed_in(who).await;
        let crawl = Crawl::of(&client, &routes).await;
        let addresses: BTreeSet<String> = crawl.found.into_values().flatten().collect();
        found.insert(who, (client, addresses));
    }
    let mut wrong = Vec::new();
    let mut hidden = 0;
    for (who, (client, own)) in &found {
        for address in found.values().flat_map(|(_, addresses)| addresses) {
            if own.contains(address) {
                continue;
            }
            let route = routes.answering("GET", address).expect("a route");
            let answer = client.get(address).await;
            let fine = match answer.status {
                200..400 => route.access.admits(&roles(*who)),
                403 => cites_a_rule(&answer),
                404 => {
                    hidden += 1;
                    told(&answer) == told(&client.get(&elsewhere(address)).await)
                }
                _ => false,
            };
            if !fine {
                wrong.push(format!("{who:?}: {answer:?}"));
            }
        }
    }
    none(&wrong);
    assert!(
        hidden > 0,
        "nothing is hidden from anybody: the seeding shows no case"
    );
}

/// Status and words of an answer, but for what tells one request from another: its number and its address.
fn told(page: &Page) -> (u16, String) {
    let words = page.text().replace(&page.path, "");
    let ids = page.texts("main code");
    (
        page.status,
        ids.iter().fold(words, |words, id| words.replace(id, "")),
    )
}
