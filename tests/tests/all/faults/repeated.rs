//! What is sent twice acts once: a program's request by its key, a person's form by the page that it came with.

use reqwest::Method;
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, Page, Who};

use super::writers::{Writers, id};

const POSTS: &str = "/api/v1/board/posts";

/// Sends a request under that key.
async fn keyed(client: &Client, path: &str, key: &str, body: &Value) -> Page {
    let request = client.request(Method::POST, path).json(body);
    client.send(request.header("Idempotency-Key", key)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gets_the_first_answer_again() {
    for database in [Database::Sqlite, Database::Postgres] {
        let hall = Hall::start("nogata", database).await;
        let writers = Writers::of(&hall).await;
        let since = writers.commented().await;
        let (author, draft) = (&writers.author, writers.draft("一度だけ"));
        let first = keyed(author, POSTS, "\"8e03978e\"", &draft).await;
        let again = keyed(author, POSTS, "8e03978e", &draft).await;
        assert_eq!((again.status, &again.body), (first.status, &first.body));
        assert_ne!(again.header("x-request-id"), first.header("x-request-id"));

        let other = keyed(author, POSTS, "8e03978e", &writers.draft("別の内容")).await;
        assert_eq!(other.status, 422, "{other:?}");
        assert_eq!(other.json()["code"], "key_reused");
        let elsewhere = format!("{POSTS}/{since}/comments");
        let comment = json!({ "comment": "別の宛先" });
        let elsewhere = keyed(author, &elsewhere, "8e03978e", &comment).await;
        assert_eq!(elsewhere.status, 422, "{elsewhere:?}");
        for bad in ["\"", "a b", "\"\""] {
            let bad = keyed(author, POSTS, bad, &draft).await;
            assert_eq!(bad.status, 400, "{bad:?}");
        }
        let drafts = writers.recorded("board.draft", &since).await;
        assert_eq!(drafts, [id(&first)].into(), "entries");
        let comments = writers.recorded("comment.write", &since).await;
        assert!(comments.is_empty(), "{comments:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_failed_did_nothing_and_is_judged_anew() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let writers = Writers::of(&hall).await;
    let since = writers.commented().await;
    let mut draft = writers.draft("");
    draft["body"] = "本文".into();
    let refused = keyed(&writers.author, POSTS, "k", &draft).await;
    assert_eq!(refused.status, 422, "{refused:?}");
    assert_eq!(refused.json()["code"], "invalid");
    draft["title"] = "件名".into();
    let taken = keyed(&writers.author, POSTS, "k", &draft).await;
    let drafts = writers.recorded("board.draft", &since).await;
    assert_eq!(drafts, [id(&taken)].into(), "entries");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_the_same_request_at_the_same_time_one_acts() {
    for database in [Database::Sqlite, Database::Postgres] {
        let hall = Hall::start("nogata", database).await;
        let (beside, _running) = if database == Database::Postgres {
            let (url, running) = hall.beside().await;
            (url, Some(running))
        } else {
            (hall.url.clone(), None)
        };
        let writers = Writers::of(&hall).await;
        let since = writers.commented().await;
        let draft = writers.draft("一度だけ");
        let other = writers.author.at(&beside);
        for round in 0..20 {
            let key = format!("round-{round}");
            let (one, two) = tokio::join!(
                keyed(&writers.author, POSTS, &key, &draft),
                keyed(&other, POSTS, &key, &draft)
            );
            let mut made: Vec<_> = [&one, &two]
                .into_iter()
                .filter(|answer| answer.status != 409)
                .map(id)
                .collect();
            made.dedup();
            assert_eq!(made.len(), 1, "{one:?} and {two:?}");
            for answer in [&one, &two] {
                if answer.status == 409 {
                    assert_eq!(answer.json()["code"], "in_progress", "{answer:?}");
                }
            }
            let later = keyed(&other, POSTS, &key, &draft).await;
            assert_eq!(id(&later), made[0]);
        }
        let drafts = writers.recorded("board.draft", &since).await;
        assert_eq!(drafts.len(), 20, "entries");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_acts_once() {
    for database in [Database::Sqlite, Database::Postgres] {
        let hall = Hall::start("nogata", database).await;
        let writers = Writers::of(&hall).await;
        let since = writers.commented().await;
        let clerk = hall.signed_in(Who::Staff).await;
        let category = writers.draft("")["category"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let filled = async || {
            let form = clerk.get("/board/new").await.form("/board/new");
            form.with("category", &*category)
                .with("title", "二度押した掲示")
                .with("body", "本文")
                .with("registration", "shared")
                .and("draft", "1")
        };
        let form = filled().await;
        let with_file = filled().await;
        let with_file = with_file.file("files", "名簿.csv", "氏名\n".as_bytes());
        for form in [form.clone(), with_file] {
            let (one, two) = tokio::join!(clerk.submit(form.clone()), clerk.submit(form.clone()));
            assert_eq!((one.status, two.status), (303, 303), "{one:?} and {two:?}");
            assert_eq!(one.location(), two.location());
            let later = clerk.submit(form).await;
            assert_eq!(later.location(), one.location(), "{later:?}");
        }
        // The same text on another page is another act.
        assert_eq!(clerk.submit(filled().await).await.status, 303);
        let drafts = writers.recorded("board.draft", &since).await;
        assert_eq!(drafts.len(), 3, "entries");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_back_after_sending_learns_that_it_was_sent() {
    for database in [Database::Sqlite, Database::Postgres] {
        let hall = Hall::start("nogata", database).await;
        let writers = Writers::of(&hall).await;
        let since = writers.commented().await;
        let clerk = hall.signed_in(Who::Staff).await;
        let category = writers.draft("")["category"].as_str().unwrap().to_owned();
        let post = clerk.get("/board/new").await;
        let circulation = clerk.get("/circulations/new").await;
        let filled = [
            (
                post.form("/board/new")
                    .with("category", category)
                    .with("registration", "shared")
                    .and("publish", "1"),
                &post.path,
                "board.publish",
            ),
            (
                circulation
                    .form("/circulations/new")
                    .with("audience", "everyone")
                    .with("registration", "shared")
                    .and("send", "1"),
                &circulation.path,
                "circulation.send",
            ),
        ];
        for (form, page, act) in filled {
            let form = form.with("title", "一度だけ").with("body", "本文");
            let sent = clerk.submit(form.clone()).await;
            let made = sent.location().unwrap_or_else(|| panic!("{sent:?}"));

            // The page that Back leads to has no form to be sent, and leads to what was sent.
            let back = clerk.get(page).await;
            assert!(
                !back.has(&format!("form[action={:?}]", form.action)),
                "{back:?}"
            );
            assert_eq!(back.link("登録した内容を開く"), made);
            let anew = clerk.get(&back.link("別に新しく作成する")).await;
            assert_ne!(anew.form(&form.action).value("csrf"), form.value("csrf"));

            // A browser that kept the page sends its form.
            let same = clerk.submit_and_follow(form.clone()).await;
            assert_eq!(same.path, made);
            let words = same.texts(".alert").join(" ");
            assert!(words.contains("二重には登録していません"), "{words}");
            let other = form.with("body", "直した本文");
            let other = clerk.submit(other).await;
            assert_eq!(other.status, 409, "{other:?}");
            assert_eq!(other.link("登録した内容を開く"), made);
            assert!(other.text().contains("直した本文"), "{other:?}");
            let acts = writers.recorded(act, &since).await;
            assert_eq!(acts.len(), 1, "{act}");

            // What was typed is sent by a button as something of its own, and that once.
            let another = other
                .forms()
                .into_iter()
                .find(|form| form.action == other.path);
            let another = another.unwrap_or_else(|| panic!("{other:?}"));
            let made_besides = clerk.submit(another.clone()).await.location();
            assert!(made_besides.as_ref().is_some_and(|other| *other != made));
            assert_eq!(clerk.submit(another).await.location(), made_besides);
            let acts = writers.recorded(act, &since).await;
            assert_eq!(acts.len(), 2, "{act}");
        }
    }
}
