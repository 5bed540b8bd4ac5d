//! Signing in by the city's identity provider: by the real server, and a certified provider of another project.

use std::fs;
use std::time::{Duration, Instant};

use reqwest::{Method, Url};
use serde_json::{Value, json};
use yakusho_tests::{
    AtProvider, Client, Database, Hall, Page, Provider, ProviderSetup, Who, free_port, keeps,
};

use crate::batch::mail::Authority;

const ANSWER: &str = "/sign-in/provider/answer";
const TO_PROVIDER: &str = "庁内認証でログイン";

/// How long the server may take to ask a provider again that did not answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A hall and its provider.
struct Both {
    hall: Hall,
    provider: Provider,
}

/// The hall as its configuration has it, and as the provider knows it.
fn named(hall: &Hall) -> String {
    hall.url.replace("127.0.0.1", "localhost")
}

async fn hall(setup: &ProviderSetup, database: Database, more: &[&str]) -> Hall {
    let lines = setup.lines();
    let lines = lines.iter().map(String::as_str).chain(more.iter().copied());
    let lines: Vec<&str> = lines.collect();
    Hall::configured("nogata", database, &lines).await
}

fn setup() -> ProviderSetup {
    ProviderSetup {
        port: free_port(),
        ..ProviderSetup::default()
    }
}

async fn both(setup: &ProviderSetup, database: Database, more: &[&str]) -> Both {
    let hall = hall(setup, database, more).await;
    let provider = setup.start(&named(&hall));
    Both { hall, provider }
}

/// Somebody at the door of the hall, who has not been anywhere yet.
fn stranger(hall: &Hall) -> Client {
    Client::new(&named(hall))
}

/// Sets out for the provider by the link of the sign-in page, going on to `next`; says where to.
async fn set_out(client: &Client, next: &str) -> Page {
    let page = client.get(&format!("/sign-in?next={next}")).await;
    client.get(&page.link(TO_PROVIDER)).await
}

/// The address of the provider that a browser is sent to.
fn asked(page: &Page) -> &str {
    assert_eq!(page.status, 303, "{page:?}");
    page.header("location")
}

fn path(url: &Url) -> String {
    format!("{}?{}", url.path(), url.query().unwrap_or_default())
}

/// What the provider sends the browser of somebody back with whom it did not know before.
async fn answered(out: &Page, id: Option<&str>) -> Url {
    AtProvider::new(None).sign_in(asked(out), id).await
}

/// Comes back with what the provider sent the browser back with.
async fn come_back(client: &Client, answer: &Url) -> Page {
    assert_eq!(answer.path(), ANSWER);
    client.get(&path(answer)).await
}

/// The whole way, to the end of it.
async fn sign_in(client: &Client, at: &AtProvider, id: &str) -> Page {
    let out = set_out(client, "/board").await;
    let answer = at.sign_in(asked(&out), Some(id)).await;
    come_back(client, &answer).await
}

/// With something of the query of an address in another's place.
fn with(url: &Url, name: &str, value: &str) -> Url {
    let mut altered = url.clone();
    let query = url.query_pairs().map(|(key, kept)| {
        let value = if key == name { value.into() } else { kept };
        (key.into_owned(), String::from(value))
    });
    let query: Vec<(String, String)> = query.collect();
    altered.query_pairs_mut().clear().extend_pairs(query);
    altered
}

fn part(url: &Url, name: &str) -> String {
    let mut query = url.query_pairs();
    let found = query.find(|(key, _)| key == name);
    found.expect("a part of the query").1.into_owned()
}

fn is_signed_in(page: &Page) {
    assert_eq!(page.status, 303, "{page:?}");
    assert_eq!(page.header("location"), "/board");
}

/// Refused with these words, and with a number by which the log knows more; nobody is signed in.
async fn is_refused(client: &Client, page: &Page, status: u16, words: &str) {
    assert_eq!(page.status, status, "{page:?}");
    let text = page.text();
    assert!(text.contains(words), "{text}");
    assert!(text.contains("受付番号"), "{text}");
    let me = client.get("/api/v1/me").await;
    assert_eq!(me.status, 401, "{me:?}");
}

const TOO_LATE: &str = "すでに使われた応答です";
const NOT_BELIEVED: &str = "応答を確かめられませんでした";
const SILENT: &str = "認証サーバーが応答しません";

/// What the audit trail says of acts, the latest first: by whom and why not.
async fn trail(hall: &Hall, act: &str) -> Vec<Value> {
    let administrator = hall.signed_in(Who::Administrator).await;
    let found = administrator
        .get(&format!("/api/v1/audit/entries?act={act}"))
        .await;
    assert_eq!(found.status, 200, "{found:?}");
    found.json()["items"].as_array().expect("entries").clone()
}

/// An act of the JSON API in the name of somebody.
async fn act(client: &Client, path: &str, body: &Value) -> Page {
    let request = client.request(Method::POST, path).json(body);
    let request = request.header("X-CSRF-Token", client.csrf().await);
    let done = client.send(request).await;
    assert!(done.status < 300, "{done:?}");
    done
}

async fn there_and_back(database: Database) {
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, database, &[]).await;
    let clerk = &hall.account(Who::Staff).id;
    let client = stranger(&hall);
    let at = AtProvider::new(None);
    is_signed_in(&sign_in(&client, &at, &clerk.to_uppercase()).await);
    assert_eq!(client.get("/board").await.status, 200);
    let history = client.get("/account/history").await.text();
    assert!(history.contains("成功(認証サーバー)"), "{history}");
    // Signing out is from here alone: the provider still knows them, and asks nothing.
    let out = client.get("/").await.form("/sign-out");
    client.submit(out).await;
    assert_eq!(client.get("/api/v1/me").await.status, 401);
    is_signed_in(&sign_in(&client, &at, clerk).await);
    let trail = trail(&hall, "session.sign_in_by_provider").await;
    assert_eq!(trail.len(), 2, "{trail:?}");
}

#[tokio::test]
async fn whom_the_provider_knows_comes_in_and_goes_on() {
    there_and_back(Database::Sqlite).await;
}

#[tokio::test]
async fn whom_the_provider_knows_comes_in_and_goes_on_on_postgresql() {
    there_and_back(Database::Postgres).await;
}

#[tokio::test]
async fn an_answer_is_taken_once_and_by_the_browser_that_asked() {
    keeps!("nogata:2(2)");
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let client = stranger(&hall);
    let at = AtProvider::new(None);
    let out = set_out(&client, "/board").await;
    let cookie = out.header("set-cookie");
    assert!(cookie.contains("HttpOnly; SameSite=Lax"), "{cookie}");
    assert!(cookie.contains("Max-Age=600"), "{cookie}");
    let answer = at.sign_in(asked(&out), Some(clerk)).await;

    // Brought by somebody else's browser, whether it began something of its own or nothing.
    let other = stranger(&hall);
    let page = come_back(&other, &answer).await;
    is_refused(&other, &page, 401, TOO_LATE).await;
    set_out(&other, "/board").await;
    let page = come_back(&other, &answer).await;
    is_refused(&other, &page, 401, TOO_LATE).await;

    // With another state, or none.
    let out_again = set_out(&client, "/board").await;
    let again = answered(&out_again, Some(clerk)).await;
    let page = come_back(&client, &with(&again, "state", "forged")).await;
    is_refused(&client, &page, 401, TOO_LATE).await;

    // Once, although the browser still has what it kept.
    let kept = cookie.split(';').next().expect("a cookie").to_owned();
    let bring = || async {
        let fresh = stranger(&hall);
        let request = fresh.request(Method::GET, &path(&answer));
        let page = fresh.send(request.header("Cookie", &kept)).await;
        (fresh, page)
    };
    is_signed_in(&bring().await.1);
    let (fresh, page) = bring().await;
    is_refused(&fresh, &page, 401, TOO_LATE).await;

    let trail = trail(&hall, "session.sign_in_by_provider").await;
    assert_eq!(trail.len(), 5, "{trail:?}");
}

#[tokio::test]
async fn a_token_or_code_of_another_sign_in_is_not_believed() {
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff).id.as_str();

    // Asked for with a nonce of somebody else's.
    let client = stranger(&hall);
    let out = set_out(&client, "/board").await;
    let forged: Url = asked(&out).parse().expect("an address");
    let forged = with(&forged, "nonce", "forged");
    let at = AtProvider::new(None);
    let answer = at.sign_in(forged.as_str(), Some(clerk)).await;
    let page = come_back(&client, &answer).await;
    is_refused(&client, &page, 401, NOT_BELIEVED).await;

    // A code that another browser was given.
    let theirs = set_out(&stranger(&hall), "/board").await;
    let theirs = answered(&theirs, Some(clerk)).await;
    let out = set_out(&client, "/board").await;
    let own = at.sign_in(asked(&out), Some(clerk)).await;
    let injected = with(&own, "code", &part(&theirs, "code"));
    let page = come_back(&client, &injected).await;
    is_refused(&client, &page, 401, NOT_BELIEVED).await;
    assert!(!page.body.contains("invalid_grant"), "the inside is told");
}

#[tokio::test]
async fn a_token_that_is_past_its_time_is_not_believed() {
    let setup = ProviderSetup {
        behind: 7200,
        ..setup()
    };
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let client = stranger(&hall);
    let page = sign_in(
        &client,
        &AtProvider::new(None),
        &hall.account(Who::Staff).id,
    )
    .await;
    is_refused(&client, &page, 401, NOT_BELIEVED).await;
}

#[tokio::test]
async fn whom_the_provider_refuses_or_the_hall_does_not_know_stays_outside() {
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let client = stranger(&hall);
    let page = sign_in(&client, &AtProvider::new(None), "nobody-here").await;
    is_refused(
        &client,
        &page,
        401,
        "このグループウェアに登録されていません",
    )
    .await;
    let out = set_out(&client, "/board").await;
    let answer = answered(&out, None).await;
    let page = come_back(&client, &answer).await;
    is_refused(&client, &page, 401, "ログインが完了しませんでした").await;
    // Whatever it says stays in the log, however it is written.
    let noise = format!("{ANSWER}?error=%3Cscript%3E&error_description=%3Cscript%3E");
    let page = client.get(&noise).await;
    is_refused(&client, &page, 401, TOO_LATE).await;
    assert!(!page.body.contains("<script>"), "{page:?}");
    let english = client.in_language("en").get(&noise).await.text();
    assert!(english.contains("Request number"), "{english}");
}

#[tokio::test]
async fn a_suspended_account_is_told_so_and_stays_outside() {
    keeps!("nogata:11");
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let at = AtProvider::new(None);
    let client = stranger(&hall);
    is_signed_in(&sign_in(&client, &at, clerk).await);
    let account = client.get("/api/v1/me").await.json()["account"].clone();
    let account = account.as_str().expect("an id");
    let supervisor = hall.signed_in(Who::Supervisor).await;
    let breach = json!({ "breach": "misuse", "reason": "他人のIDを使ったため" });
    act(
        &supervisor,
        &format!("/api/v1/accounts/{account}/suspension"),
        &breach,
    )
    .await;
    let page = sign_in(&client, &at, clerk).await;
    assert_eq!(page.status, 403, "{page:?}");
    let told = page.text();
    for words in ["第11条", "他人のIDを使ったため"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(client.get("/api/v1/me").await.status, 401);
}

#[tokio::test]
async fn no_password_is_asked_for_of_whom_the_provider_knows() {
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff);
    let client = hall.signed_in(Who::Staff).await;
    let account = client.get("/api/v1/me").await.json()["account"].clone();
    let account = account.as_str().expect("an id");
    let administrator = hall.signed_in(Who::Administrator).await;
    let issue = format!("/api/v1/accounts/{account}/password");
    let issued = act(&administrator, &issue, &Value::Null).await.json();
    let client = stranger(&hall);
    is_signed_in(&sign_in(&client, &AtProvider::new(None), &clerk.id).await);
    assert_eq!(client.get("/board").await.status, 200);
    // By the password it must be changed, as ever: it was not used up.
    let client = hall.client();
    let issued = issued["password"].as_str().expect("a password");
    let page = client.try_sign_in(&clerk.id, issued).await;
    assert_eq!(page.status, 303, "{page:?}");
    let page = client.visit("/board").await;
    assert!(page.text().contains("新しいパスワード"), "{page:?}");
}

#[tokio::test]
async fn the_server_does_without_a_provider_that_is_down() {
    let setup = setup();
    let hall = hall(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff);
    let client = stranger(&hall);
    let page = set_out(&client, "/board").await;
    is_refused(&client, &page, 503, SILENT).await;
    let form = page.form("/sign-in");
    let form = form.with("id", &clerk.id).with("password", &clerk.password);
    is_signed_in(&client.submit(form).await);

    let mut provider = setup.start(&named(&hall));
    let client = stranger(&hall);
    let since = Instant::now();
    let out = loop {
        let page = set_out(&client, "/board").await;
        if page.status == 303 {
            break page;
        }
        assert!(since.elapsed() < PATIENCE, "{page:?}");
        tokio::time::sleep(Duration::from_millis(500)).await;
    };
    let at = AtProvider::new(None);
    let answer = at.sign_in(asked(&out), Some(&clerk.id)).await;
    is_signed_in(&come_back(&client, &answer).await);

    // It goes while somebody is there.
    let client = stranger(&hall);
    let out = set_out(&client, "/board").await;
    let answer = at.sign_in(asked(&out), Some(&clerk.id)).await;
    provider.kill();
    let page = come_back(&client, &answer).await;
    is_refused(&client, &page, 503, SILENT).await;
}

#[tokio::test]
async fn a_new_key_of_the_provider_is_learned() {
    let setup = setup();
    let Both { hall, mut provider } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let client = stranger(&hall);
    is_signed_in(&sign_in(&client, &AtProvider::new(None), clerk).await);
    provider.kill();
    let _with_another_key = setup.start(&named(&hall));
    let client = stranger(&hall);
    is_signed_in(&sign_in(&client, &AtProvider::new(None), clerk).await);
}

#[tokio::test]
async fn how_strongly_the_provider_made_sure_is_looked_at_where_it_is_agreed() {
    let setup = setup();
    let strong = ProviderSetup {
        acr: Some("urn:city:card"),
        ..setup.clone()
    };
    let agreed = ["oidc.acr = 'urn:city:card'"];
    let Both { hall, mut provider } = both(&setup, Database::Sqlite, &agreed).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let client = stranger(&hall);
    let page = sign_in(&client, &AtProvider::new(None), clerk).await;
    is_refused(&client, &page, 401, NOT_BELIEVED).await;
    provider.kill();
    let _strong = strong.start(&named(&hall));
    is_signed_in(&sign_in(&client, &AtProvider::new(None), clerk).await);
}

#[tokio::test]
async fn a_provider_is_known_by_the_authority_of_its_certificate() {
    let authority = Authority::new();
    let setup = ProviderSetup {
        tls: Some(["certificate.pem", "key.pem"].map(|name| authority.file(name))),
        ..setup()
    };
    let file = authority.file("authority.pem");
    let line = format!("oidc.authority = '{}'", file.display());
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[&line]).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let pem = fs::read(file).expect("an authority");
    let at = AtProvider::new(Some(&pem));
    is_signed_in(&sign_in(&stranger(&hall), &at, clerk).await);

    let other = Authority::new();
    let file = other.file("authority.pem");
    let line = format!("oidc.authority = '{}'", file.display());
    let hall = self::hall(&setup, Database::Sqlite, &[&line]).await;
    let client = stranger(&hall);
    let page = set_out(&client, "/board").await;
    is_refused(&client, &page, 503, SILENT).await;
}

#[tokio::test]
async fn where_there_is_no_provider_nothing_is_said_of_one() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let client = stranger(&hall);
    assert!(!client.get("/sign-in").await.text().contains("ほかの方法"));
    for path in ["/sign-in/provider", ANSWER] {
        assert_eq!(client.get(path).await.status, 404);
    }
}

#[tokio::test]
async fn nobody_is_sent_on_to_another_site() {
    let setup = setup();
    let Both {
        hall,
        provider: _at_work,
    } = both(&setup, Database::Sqlite, &[]).await;
    let clerk = hall.account(Who::Staff).id.as_str();
    let client = stranger(&hall);
    let out = client.get("/sign-in/provider?next=//evil.example/").await;
    let at = AtProvider::new(None);
    let answer = at.sign_in(asked(&out), Some(clerk)).await;
    let page = come_back(&client, &answer).await;
    assert_eq!(page.header("location"), "/", "{page:?}");
}
