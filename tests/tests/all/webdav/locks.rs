//! Two who edit at once: the second is told, and both texts are kept.

use serde_json::json;
use yakusho_tests::{Database, Hall, Who};

use super::{Answer, Hand};

const LOCK: &str = "<lockinfo xmlns=\"DAV:\"><lockscope><exclusive/></lockscope>\
    <locktype><write/></locktype><owner>test</owner></lockinfo>";

impl Hand {
    async fn lock(&self, name: &str) -> Answer {
        self.sent("LOCK", &self.path(name), |request| {
            request.header("Timeout", "Second-600").body(LOCK)
        })
        .await
    }

    async fn put_if(&self, name: &str, header: (&str, &str), content: &str) -> u16 {
        let (header, value) = (header.0.to_owned(), header.1.to_owned());
        let content = content.to_owned();
        let answer = self.sent("PUT", &self.path(name), |request| {
            request.header(header, value).body(content)
        });
        answer.await.status
    }
}

#[tokio::test]
async fn whoever_saves_over_anothers_change_is_told_and_both_are_kept() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let one = Hand::of(&hall, "二人").await;
    let two = Hand::at(&hall, Who::Staff, &one.folder).await;
    assert_eq!(one.put("計画.txt", "初版").await, 201);
    let seen = one.send("GET", &one.path("計画.txt"), "").await;
    let tag = seen.header("etag").to_owned();
    assert_eq!(
        one.put_if("計画.txt", ("If-Match", &tag), "一人目").await,
        204
    );
    assert_eq!(
        two.put_if("計画.txt", ("If-Match", &tag), "二人目").await,
        412
    );
    // Who writes all the same makes another version; the one before it stays.
    assert_eq!(two.put("計画.txt", "二人目").await, 204);
    let documents = one.documents().await;
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].1, 3);
    let (id, _) = one.ids().await.remove(0);
    let browser = hall.signed_in(Who::Staff).await;
    let versions = browser.get(&format!("/documents/{id}/versions")).await;
    assert_eq!(versions.status, 200);
}

#[tokio::test]
async fn a_lock_holds_against_pages_and_theirs_against_it() {
    on_both_sides(Database::Sqlite).await;
}

#[tokio::test]
async fn a_lock_holds_against_pages_and_theirs_against_it_on_postgresql() {
    on_both_sides(Database::Postgres).await;
}

async fn on_both_sides(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let clerk = Hand::of(&hall, "鍵").await;
    assert_eq!(clerk.put("要綱.txt", "初版").await, 201);
    let (id, _) = clerk.ids().await.remove(0);
    let shown = format!("/api/v1/documents/{id}");
    let lock = format!("{shown}/lock");
    let is_locked = async || clerk.program.get(&shown).await.json()["locked_by"].is_string();
    assert!(!is_locked().await);

    let locked = clerk.lock("要綱.txt").await;
    assert_eq!(locked.status, 200, "{}", locked.text());
    let token = locked.header("lock-token").to_owned();
    assert!(is_locked().await);
    // Another program of the same person has no token.
    assert_eq!(clerk.put("要綱.txt", "鍵なし").await, 423);
    let with_token = format!("({token})");
    assert_eq!(
        clerk.put_if("要綱.txt", ("If", &with_token), "二版").await,
        204
    );
    let unlocked = clerk.sent("UNLOCK", &clerk.path("要綱.txt"), |request| {
        request.header("Lock-Token", &token)
    });
    assert_eq!(unlocked.await.status, 204);
    assert!(!is_locked().await);
    assert_eq!(clerk.content("要綱.txt").await.as_deref(), Some("二版"));

    // A lock that the page gives back takes the tokens with it.
    let token = clerk.lock("要綱.txt").await.header("lock-token").to_owned();
    let request = clerk.request("DELETE", &lock);
    assert_eq!(
        clerk.try_send(request).await.expect("an answer").status,
        204
    );
    let with_token = format!("({token})");
    assert_eq!(
        clerk.put_if("要綱.txt", ("If", &with_token), "x").await,
        412
    );
    assert_eq!(clerk.put("要綱.txt", "三版").await, 204);

    // What the page locked stays so, whatever a program of the same person gives back.
    let hours = json!({ "hours": 2 });
    let done = clerk
        .program
        .json(reqwest::Method::PUT, &lock, &hours)
        .await;
    assert!(done.status < 300, "{done:?}");
    let token = clerk.lock("要綱.txt").await.header("lock-token").to_owned();
    let unlocked = clerk.sent("UNLOCK", &clerk.path("要綱.txt"), |request| {
        request.header("Lock-Token", &token)
    });
    assert_eq!(unlocked.await.status, 204);
    assert!(is_locked().await);
    // It holds against everybody else, by whichever door they come.
    let other = Hand::at(&hall, Who::Staff, &clerk.folder).await;
    assert_eq!(other.put("要綱.txt", "別人").await, 423);
    assert_eq!(other.lock("要綱.txt").await.status, 423);
    assert_eq!(other.relocate("要綱.txt", "要領.txt").await, 423);
    assert_eq!(other.content("要綱.txt").await.as_deref(), Some("三版"));
    // So does one on the folder: against programs and pages alike.
    let request = clerk.request("DELETE", &lock);
    assert_eq!(
        clerk.try_send(request).await.expect("an answer").status,
        204
    );
    let whole = clerk
        .sent("LOCK", &clerk.folder, |request| request.body(LOCK))
        .await;
    assert_eq!(whole.status, 200, "{}", whole.text());
    assert_eq!(other.put("新規.txt", "別人").await, 423);
    let browser = hall.signed_in(Who::Staff).await;
    let page = browser.get(&format!("/documents/{id}/edit")).await;
    let form = page.form(&format!("/documents/{id}/edit"));
    assert_eq!(browser.submit(form).await.status, 409);
}

#[tokio::test]
async fn what_one_may_not_see_or_change_is_so_for_programs_too() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = Hand::of(&hall, "権限").await;
    assert_eq!(clerk.put("内規.txt", "本文").await, 201);
    let account = hall.account(Who::Administrator);
    let browser = hall.signed_in(Who::Administrator).await;
    // A token that reads changes nothing.
    let reader = browser.token(&account.password, &["read"]).await;
    let reader = Hand {
        program: hall.client().with_token(&reader),
        ..clerk.clone()
    };
    assert_eq!(reader.content("内規.txt").await.as_deref(), Some("本文"));
    assert_eq!(reader.put("内規.txt", "x").await, 403);
    assert_eq!(reader.lock("内規.txt").await.status, 403);
    let nobody = Hand {
        program: hall.client(),
        ..clerk.clone()
    };
    let asked = nobody.send("GET", &nobody.path("内規.txt"), "").await;
    assert_eq!(asked.status, 401);
    assert!(asked.header("www-authenticate").starts_with("Basic "));
    // What is not there, and where nothing can be.
    assert_eq!(
        clerk.send("GET", &clerk.path("ない.txt"), "").await.status,
        404
    );
    assert_eq!(clerk.send("PUT", "/webdav/x.txt", "x").await.status, 403);
    assert_eq!(clerk.send("MKCOL", "/webdav/x", "").await.status, 403);
    let endless = clerk.sent("PROPFIND", "/webdav/", |request| {
        request.header("Depth", "infinity")
    });
    let endless = endless.await;
    assert_eq!(endless.status, 403);
    assert!(endless.text().contains("propfind-finite-depth"));
}
