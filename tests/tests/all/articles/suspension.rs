//! The supervisor, and nobody else, suspends an ID; every session ends at once, and its owner is told at sign-in.

use reqwest::Method;
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, Page, Who, keeps};

#[tokio::test]
async fn the_supervisor_alone_suspends_an_id_and_lifts_it() {
    keeps!("nogata:11");
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let member = hall.signed_in(Who::FixedTerm).await;
    let id = member.get("/api/v1/me").await.json()["account"].clone();
    let suspension = format!(
        "/api/v1/accounts/{}/suspension",
        id.as_str().expect("an id")
    );
    let breach = json!({ "breach": "misuse", "reason": "他人のIDを使ったため" });
    for who in [Who::Administrator, Who::Head, Who::Staff] {
        let refused = put(&hall.signed_in(who).await, &suspension, &breach).await;
        assert_eq!(refused.status, 403, "{who:?}: {refused:?}");
    }
    let administrator = hall.signed_in(Who::Administrator).await;
    let refused = put(&administrator, &suspension, &breach).await;
    assert_eq!(refused.json()["article"], "nogata:11");
    assert_eq!(member.get("/board").await.status, 200);

    let supervisor = hall.signed_in(Who::Supervisor).await;
    let done = put(&supervisor, &suspension, &breach).await;
    assert!(done.status < 300, "{done:?}");
    let next = member.get("/board").await;
    let to_sign_in = next.location().is_some_and(|to| to.starts_with("/sign-in"));
    assert!(to_sign_in, "{next:?}");
    let account = hall.account(Who::FixedTerm);
    let outside = hall.client();
    let told = outside.try_sign_in(&account.id, &account.password).await;
    let told = told.text();
    for words in ["第11条", "第10条第3号", "他人のIDを使ったため"] {
        assert!(told.contains(words), "{words}: {told}");
    }

    let lift = (
        format!("{suspension}/lift"),
        json!({ "reason": "説明を受けたため" }),
    );
    let refused = put(&administrator, &lift.0, &lift.1).await;
    assert_eq!(refused.status, 403, "{refused:?}");
    let lifted = put(&supervisor, &lift.0, &lift.1).await;
    assert!(lifted.status < 300, "{lifted:?}");
    hall.signed_in(Who::FixedTerm).await;
}

/// Asks for an act.
async fn put(client: &Client, path: &str, body: &Value) -> Page {
    let request = client.request(Method::POST, path).json(body);
    let request = request.header("X-CSRF-Token", client.csrf().await);
    client.send(request).await
}
