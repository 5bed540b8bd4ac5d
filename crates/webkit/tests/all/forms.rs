//! Forms: shown, sent, and shown again with what was typed and what is wrong.

use poem::http::StatusCode;

use crate::site::{Browser, CLERK, Town, text};

#[tokio::test]
async fn an_empty_form_carries_the_token_and_nothing_is_wrong() {
    let town = Town::new().await;
    let page = town.client.get("/book/new").signed_in(CLERK).send().await;
    page.assert_status_is_ok();
    let page = text(page).await;
    assert!(
        page.contains(r#"name="csrf" value="csrf-of-clerk."#),
        "{page}"
    );
    assert!(!page.contains("aria-invalid"), "{page}");
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_is_wrong_at_its_field() {
    let town = Town::new().await;
    let long = "あ".repeat(21);
    let page = town
        .post("/book", &[("name", &long), ("day", "令和8年11月21日")])
        .await;
    page.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(page).await;
    assert!(page.contains(&format!("value=\"{long}\"")), "{page}");
    assert!(
        page.contains("お名前は20文字以内で入力してください。"),
        "{page}"
    );
    assert!(page.contains("href=\"#f-name\""), "{page}");
    // The boundary.
    let page = town.post("/book", &[("name", &"あ".repeat(20))]).await;
    page.assert_status(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn everything_that_cannot_be_read_is_said_at_once() {
    let town = Town::new().await;
    let page = town
        .post(
            "/book",
            &[("name", "x"), ("day", "きのう"), ("seats", "たくさん")],
        )
        .await;
    page.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(page).await;
    assert!(
        page.contains("ご来訪日は実在する日付で入力してください"),
        "{page}"
    );
    assert!(
        page.contains("座席は、使える範囲の整数で入力してください。"),
        "{page}"
    );
}

#[tokio::test]
async fn a_rule_that_asks_for_it_is_named_with_its_article() {
    let town = Town::new().await;
    let page = text(town.post("/book", &[("name", "閣下")]).await).await;
    assert!(page.contains("その肩書は書けません。(根拠:"), "{page}");
    assert!(page.contains("第11条"), "{page}");
}

#[tokio::test]
async fn where_somebody_else_was_quicker_the_form_comes_back_as_typed() {
    let town = Town::new().await;
    let page = town
        .post("/book", &[("name", "佐藤"), ("seats", "10")])
        .await;
    page.assert_status(StatusCode::CONFLICT);
    let page = text(page).await;
    assert!(
        page.contains("満席です。") && page.contains("value=\"佐藤\""),
        "{page}"
    );
    town.post("/book", &[("name", "佐藤"), ("seats", "9")])
        .await
        .assert_status(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_next_page_says_what_was_done_and_the_one_after_does_not() {
    let town = Town::new().await;
    let sent = town.post("/book", &[("name", "佐藤")]).await;
    let cookie = crate::site::cookies(&sent).remove(0);
    assert!(
        cookie.contains("Max-Age=60; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let pair = cookie.split(';').next().unwrap().to_owned();
    let request = town
        .client
        .get("/book")
        .header("cookie", format!("session={CLERK}; {pair}"));
    let next = request.send().await;
    assert_eq!(crate::site::cookies(&next), ["saying=; Path=/; Max-Age=0"]);
    assert!(text(next).await.contains("記帳しました(100%)。"));
}

#[tokio::test]
async fn words_in_a_cookie_are_words_and_no_markup() {
    let town = Town::new().await;
    let cookie = format!("session={CLERK}; saying=%3Cscript%3Ealert(1)%3C/script%3E");
    let page = town
        .client
        .get("/book")
        .header("cookie", cookie)
        .send()
        .await;
    let page = text(page).await;
    assert!(
        page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"),
        "{page}"
    );
}

#[tokio::test]
async fn only_forms_are_taken_where_forms_are_sent() {
    let town = Town::new().await;
    for kind in [
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
    ] {
        let request = town
            .client
            .post("/book")
            .signed_in(CLERK)
            .content_type(kind);
        let page = request
            .header("x-csrf-token", crate::site::CSRF)
            .body("{}")
            .send()
            .await;
        assert_eq!(
            page.0.status(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "{kind}"
        );
    }
}
