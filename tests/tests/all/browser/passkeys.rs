//! Passkeys: made, and signed in with.

use yakusho_tests::{Account, Browser, Database, Hall, Who, Window};

/// The hall as its configuration has it: browsers bind passkeys to names alone.
pub(super) fn named(hall: &Hall) -> String {
    hall.url.replace("127.0.0.1", "localhost")
}

/// Adds a passkey, the first second factor of that account; says a recovery code.
pub(super) async fn add(browser: &Browser, account: &Account) -> String {
    browser.open("/account/security").await;
    keeps_nobody_out(browser).await;
    browser.follow("パスキーを追加する").await;
    browser.fill("パスキーの名前", "職場のパソコン").await;
    browser.fill("現在のパスワード", &account.password).await;
    keeps_nobody_out(browser).await;
    browser.press("次へ").await;
    browser
        .sees("「職場のパソコン」という名前のパスキーを作ります")
        .await;
    keeps_nobody_out(browser).await;
    browser.press("パスキーを作る").await;
    browser.sees("回復コードは今だけ表示されます").await;
    let code = browser.texts(".codes code").await.remove(0);
    browser.follow("保管しました").await;
    browser.sees("職場のパソコン").await;
    keeps_nobody_out(browser).await;
    code
}

pub(super) async fn keeps_nobody_out(browser: &Browser) {
    for window in [Window::NARROW, Window::WIDE] {
        browser.resize(window.width, window.height).await;
        assert_eq!(browser.violations().await, []);
        assert_eq!(browser.overflow().await, 0);
    }
}

#[tokio::test]
async fn a_passkey_or_a_recovery_code_is_asked_for_after_the_password() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let clerk = hall.account(Who::Staff);
    let browser = Browser::at(&named(&hall), Window::WIDE).await;
    let authenticator = browser.plug_in_authenticator().await;
    browser.sign_in(clerk).await;
    let code = add(&browser, clerk).await;

    browser.forget().await;
    browser.try_sign_in(clerk).await;
    browser.sees("本人の確認").await;
    keeps_nobody_out(&browser).await;
    browser.press("パスキーで続ける").await;
    browser.sees("回覧").await;
    browser.open("/account/security").await;
    browser.sees("職場のパソコン").await;

    browser.forget().await;
    browser
        .has_authenticator_know_owner(&authenticator, false)
        .await;
    browser.try_sign_in(clerk).await;
    browser.press("パスキーで続ける").await;
    browser.sees("パスキーを使えませんでした").await;
    keeps_nobody_out(&browser).await;
    browser
        .has_authenticator_know_owner(&authenticator, true)
        .await;
    browser.press("パスキーで続ける").await;
    browser.sees("回覧").await;

    let plain = Browser::at(&named(&hall), Window::NARROW.without_scripts()).await;
    plain.try_sign_in(clerk).await;
    plain.sees("このブラウザでは、パスキーを使えません").await;
    plain.fill("回復コード", &code).await;
    plain.press("続ける").await;
    plain.sees("今日の予定").await;
}
