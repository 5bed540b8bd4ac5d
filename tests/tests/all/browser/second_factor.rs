//! Codes of an authenticator app: set up, signed in with, and turned off.

use std::time::{SystemTime, UNIX_EPOCH};

use data_encoding::BASE32_NOPAD;
use totp_rs::Builder;
use yakusho_tests::{Browser, Database, Hall, Who, Window};

use super::passkeys::keeps_nobody_out;

/// What an app that holds the secret shows that many seconds from now.
#[expect(
    clippy::disallowed_methods,
    reason = "the app is on a telephone, which has a clock of its own"
)]
fn code(secret: &[u8], ahead: u64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.expect("a time after 1970").as_secs();
    let app = Builder::new().with_secret(secret.to_vec()).build();
    app.expect("a secret").generate(now + ahead).to_string()
}

#[tokio::test]
async fn a_code_of_an_app_is_asked_for_after_the_password() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let clerk = hall.account(Who::Staff);
    let browser = Browser::start(&hall, Window::WIDE).await;
    browser.sign_in(clerk).await;
    browser.open("/account/second-factor/begin").await;
    keeps_nobody_out(&browser).await;
    browser.fill("現在のパスワード", &clerk.password).await;
    browser.press("設定する").await;
    browser.sees("次の鍵を手で入力してください").await;
    keeps_nobody_out(&browser).await;
    let secret = browser.texts("main p > code").await.concat();
    let secret = BASE32_NOPAD.decode(secret.replace(' ', "").as_bytes());
    let secret = secret.expect("a secret");

    browser.fill("確認コード", "000000").await;
    browser.press("有効にする").await;
    browser.sees("確認コードが正しくありません").await;
    keeps_nobody_out(&browser).await;
    browser.fill("確認コード", &code(&secret, 0)).await;
    browser.press("有効にする").await;
    browser.sees("回復コードは今だけ表示されます").await;
    keeps_nobody_out(&browser).await;

    browser.forget().await;
    browser.try_sign_in(clerk).await;
    browser.sees("確認コードの入力").await;
    keeps_nobody_out(&browser).await;
    // A code serves once: that of the next half minute is taken already.
    browser.fill("確認コード", &code(&secret, 30)).await;
    browser.press("続ける").await;
    browser.sees("今日の予定").await;

    browser.open("/account/second-factor/recovery").await;
    keeps_nobody_out(&browser).await;
    browser.open("/account/second-factor/off").await;
    keeps_nobody_out(&browser).await;
    browser.fill("現在のパスワード", &clerk.password).await;
    browser.press("無効にする").await;
    browser.sees("認証アプリの確認コードを無効にしました").await;
}
