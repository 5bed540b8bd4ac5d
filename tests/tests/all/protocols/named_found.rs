//! People, units and posts are found by name, by programs as on the page.

use serde_json::Value;
use yakusho_tests::{Client, Database, Hall, Who};

async fn answered(client: &Client, path: &str) -> Value {
    let page = client.get(&format!("/api/v1{path}")).await;
    assert_eq!(page.status, 200, "{page:?}");
    page.json()
}

/// The ids of all that is found, so many a page.
async fn found(client: &Client, words: &str, limit: usize) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/search?q={words}&limit={limit}{after}");
        let page = answered(client, &path).await;
        let items = page["items"].as_array().expect("a list");
        assert!(!items.is_empty() || after.is_empty(), "an empty page");
        found.extend(
            items
                .iter()
                .map(|it| (it["kind"].clone(), it["id"].clone())),
        );
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

async fn who_and_what_has_a_name_is_found(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let staff = hall.signed_in(Who::Staff).await;
    let token = staff
        .token(&hall.account(Who::Staff).password, &["read"])
        .await;
    let client = hall.client().with_token(&token);

    let people = answered(&client, "/people?limit=1").await;
    let person = &people["items"][0];
    let number = person["number"].as_str().expect("a text");
    let hits = found(&client, number, 20).await;
    assert!(hits.contains(&("person".into(), person["id"].clone())));

    let units = answered(&client, "/units?limit=100").await;
    let mut units = units["items"].as_array().expect("a list").iter();
    let section = units
        .find(|unit| unit["rank"] == "section")
        .expect("a section");
    let name = section["name"].as_str().expect("a text");
    let hits = found(&client, name, 20).await;
    assert!(hits.contains(&("unit".into(), section["id"].clone())));

    // The 課長 of a 課 goes by both names, in one word or two.
    let stem = name.strip_suffix('課').expect("a 課");
    for words in [format!("{name}%20課長"), format!("{stem}課長")] {
        let hits = answered(&client, &format!("/search?q={words}&kind=post")).await;
        let post = &hits["items"][0];
        assert_eq!(post["section"], section["id"], "{words}");
    }

    // Page by page all is found that one long page has, each once.
    let whole = found(&client, "課長", 100).await;
    assert!(whole.len() > 3);
    assert_eq!(found(&client, "課長", 3).await, whole);
    let page = staff.get(&format!("/search?q={name}")).await;
    let link = format!(
        "/organisation/units/{}",
        section["id"].as_str().expect("a text")
    );
    assert!(page.body.contains(&link));
}

#[tokio::test]
async fn who_and_what_has_a_name_is_found_on_sqlite() {
    who_and_what_has_a_name_is_found(Database::Sqlite).await;
}

#[tokio::test]
async fn who_and_what_has_a_name_is_found_on_postgres() {
    who_and_what_has_a_name_is_found(Database::Postgres).await;
}
