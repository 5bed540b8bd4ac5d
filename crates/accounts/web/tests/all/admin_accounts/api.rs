//! Accounts for programs.

use poem::http::Method;
use serde_json::{Value, json};

use crate::site::{Browser, Office, PASSWORD};

/// The account as it stands.
async fn read(program: &mut Browser<'_>, path: &str) -> Value {
    let got = program.call(Method::GET, path, None).await;
    got.is(200);
    got.json()
}

#[tokio::test]
async fn an_account_lives_by_the_api() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let person = office.town.person("clerk").to_string();
    let new = json!({"person": person, "login": "h.sato"});
    let made = program.call(Method::POST, "/accounts", Some(new)).await;
    made.is(201);
    let second = json!({"person": person, "login": "second"});
    let refused = program.call(Method::POST, "/accounts", Some(second)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "person");
    let path = format!("/accounts/{}", made.json()["id"].as_str().unwrap());
    let issued = program
        .call(Method::POST, &format!("{path}/password"), None)
        .await;
    issued.is(200);
    let password = issued.json()["password"].as_str().unwrap().to_owned();
    office.browser().sign_in("h.sato", &password).await.is(303);

    let revision = read(&mut program, &path).await["revision"].clone();
    let to = json!({"login": "sato", "revision": revision});
    let login = format!("{path}/login");
    program
        .call(Method::PUT, &login, Some(to.clone()))
        .await
        .is(204);
    program.call(Method::PUT, &login, Some(to)).await.is(409);
    let revision = read(&mut program, &path).await["revision"].clone();
    let to = json!({"ends_on": "2026-11-19", "revision": revision});
    let past = program
        .call(Method::PUT, &format!("{path}/terms"), Some(to))
        .await;
    past.is(422);
    assert_eq!(past.json()["errors"][0]["field"], "ends_on");
    let to = json!({"ends_on": "2027-03-31", "revision": revision});
    program
        .call(Method::PUT, &format!("{path}/terms"), Some(to))
        .await
        .is(204);
    program
        .call(Method::DELETE, &format!("{path}/sessions"), None)
        .await
        .is(204);
    let factor = format!("{path}/second-factor");
    let none = program.call(Method::DELETE, &factor, None).await;
    assert!(none.status.is_client_error(), "{}", none.body);

    let revision = read(&mut program, &path).await["revision"].clone();
    let why = json!({"reason": "長期休業", "revision": revision});
    let close = format!("{path}/close");
    program
        .call(Method::POST, &close, Some(why.clone()))
        .await
        .is(204);
    program.call(Method::POST, &close, Some(why)).await.is(409);
    let closed = read(&mut program, &path).await;
    assert_eq!(closed["state"], "closed");
    assert_eq!(closed["close_cause"], "administrator");
    let to = json!({"revision": closed["revision"]});
    program
        .call(Method::POST, &format!("{path}/reopen"), Some(to))
        .await
        .is(204);
    let list = read(&mut program, "/accounts?login=sato&state=open").await;
    assert_eq!(list["items"][0]["login"], "sato");
}

#[tokio::test]
async fn fields_at_fault_are_named_with_the_article() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let person = office.town.person("fixed_term").to_string();
    let new = json!({"person": person, "login": "s.mori"});
    let refused = program.call(Method::POST, "/accounts", Some(new)).await;
    refused.is(422);
    let errors = refused.json()["errors"].clone();
    let fields: Vec<_> = errors.as_array().unwrap().iter().collect();
    assert_eq!(fields.len(), 2, "{errors}");
    for (error, field) in fields.iter().zip(["ends_on", "reason"]) {
        assert_eq!(error["field"], field);
        assert_eq!(error["article"], "nogata:7-1");
    }
    let nobody = json!({"person": "0192f0c1-2b3c-7def-8123-456789abcdef", "login": "x"});
    let refused = program.call(Method::POST, "/accounts", Some(nobody)).await;
    assert!(refused.status.is_client_error(), "{}", refused.body);
    for nonsense in [json!({}), json!({"person": 1, "login": []})] {
        program
            .call(Method::POST, "/accounts", Some(nonsense))
            .await
            .is(400);
    }
}

#[tokio::test]
async fn nobody_but_the_administrator_gets_at_accounts() {
    let office = Office::open("nogata").await;
    let _ = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    for key in ["supervisor", "head"] {
        let mut program = office.signed_in(key).await;
        program.call(Method::GET, "/accounts", None).await.is(403);
        for (method, path) in [
            (Method::GET, String::new()),
            (Method::POST, "/password".to_owned()),
            (Method::DELETE, "/sessions".to_owned()),
            (Method::DELETE, "/second-factor".to_owned()),
        ] {
            let path = format!("/accounts/{account}{path}");
            program.call(method, &path, None).await.is(403);
        }
    }
    office.browser().sign_in("clerk", PASSWORD).await.is(303);
}
