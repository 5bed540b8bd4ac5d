//! Somebody's session ends while they write, or they sign in anew beside it: nothing of what they typed is lost.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::{at_the_desk, file, told};

const NEW: &str = "/board/new";
const TITLE: &str = "長い時間をかけて書いた掲示";
const BODY: &str = "一行目です。\n二行目もあります。";

told!(what_was_written_is_sent_after_signing_in_again: by_pointer, by_keyboard_alone, without_scripts, on_a_phone);

async fn what_was_written_is_sent_after_signing_in_again(window: Window) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let account = hall.account(Who::Staff);
    let clerk = at_the_desk(&hall, Who::Staff, window).await;
    write(&clerk).await;
    let roster = file(&hall, "当番名簿.csv", "氏名,日\n");
    clerk.attach("添付ファイル", &roster).await;

    // At another desk they end all their other sessions.
    let elsewhere = hall.signed_in(Who::Staff).await;
    let others = elsewhere.get("/account/security").await;
    let others = others.form("/account/sessions/end-others");
    let ended = elsewhere.submit(others).await;
    assert_eq!(ended.status, 303, "{ended:?}");

    clerk.press("公開する").await;
    clerk.sees("内容は残してあります").await;
    clerk.picture("unsent-way-in").await;
    clerk.fill("ID", &account.id).await;
    clerk.fill("パスワード", &account.password).await;
    clerk.press("ログイン").await;
    comes_back(&clerk).await;
    clerk.sees("もう一度選んでください").await;
    clerk.press("公開する").await;
    is_published(&clerk).await;
}

#[tokio::test]
async fn a_form_of_another_tab_comes_back_after_signing_in_anew() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let clerk = at_the_desk(&hall, Who::Staff, Window::WIDE).await;
    write(&clerk).await;
    clerk.sign_in_elsewhere(hall.account(Who::Staff)).await;
    clerk.press("公開する").await;
    comes_back(&clerk).await;
    clerk.press("公開する").await;
    is_published(&clerk).await;
}

async fn write(clerk: &Browser) {
    clerk.open(NEW).await;
    clerk.choose("カテゴリー", "全庁のお知らせ").await;
    clerk.fill("件名", TITLE).await;
    clerk.fill("本文", BODY).await;
    clerk.tick("共有性が高い情報").await;
}

/// The form is there as it was, and says that it was not sent.
async fn comes_back(clerk: &Browser) {
    clerk.sees("まだ登録されていません").await;
    clerk.picture("unsent-comes-back").await;
    assert!(clerk.path().await.starts_with(NEW));
    assert_eq!(clerk.attribute("[name=title]", "value").await, TITLE);
}

async fn is_published(clerk: &Browser) {
    clerk.sees("二行目もあります。").await;
    assert!(!clerk.path().await.contains("unsent"));
}
