//! Somebody writes for longer than their session lasts, and loses nothing.

use yakusho_tests::{Database, Hall, Who};

use crate::states::form;

const BODY: &str = "長い時間をかけて書いた本文です。\n二行目もあります。";

#[tokio::test]
async fn a_post_written_past_the_end_of_a_session_is_published_after_signing_in_again() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = hall.signed_in(Who::Staff).await;
    let categories = clerk.get("/board/new").await;
    let categories = categories.attributes("select[name=category] option", "value");
    let post = form(&clerk, "/board/new").await;
    let post = post.with("category", &*categories[1]);
    let post = post.with("title", "避難訓練の実施").with("body", BODY);
    let post = post.with("registration", "shared").and("publish", "1");
    let post = post.file("files", "予定.txt", "十月十日");

    // At another desk they end all their other sessions.
    let elsewhere = hall.signed_in(Who::Staff).await;
    let others = elsewhere.get("/account/security").await;
    let others = others.form("/account/sessions/end-others");
    let ended = elsewhere.submit(others).await;
    assert_eq!(ended.status, 303, "{ended:?}");

    let waits = clerk.submit_and_follow(post).await;
    assert!(waits.body.contains("残してあります"), "{waits:?}");
    assert!(!waits.body.contains("避難訓練"), "{waits:?}");
    let account = hall.account(Who::Staff);
    let way_in = waits.form("/sign-in");
    let way_in = way_in.with("id", &*account.id);
    let way_in = way_in.with("password", &*account.password);
    let back = clerk.submit_and_follow(way_in).await;
    assert_eq!(back.status, 200, "{back:?}");
    assert!(back.body.contains("もう一度選んでください"), "{back:?}");
    let again = back.form("/board/new").and("publish", "1");
    let made = clerk.submit_and_follow(again).await;
    assert_eq!(made.status, 200, "{made:?}");
    assert!(made.body.contains("二行目もあります"), "{made:?}");
    assert!(made.body.contains("避難訓練の実施"), "{made:?}");
}
