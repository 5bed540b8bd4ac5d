//! The city's identity provider: there by the sign-in page, and back, with a second factor of one's own or without.

use yakusho_tests::{Browser, Database, Hall, ProviderSetup, Who, Window, free_port};

use super::passkeys::{add, keeps_nobody_out, named};

/// Signs in by the provider as far as it is its matter.
async fn by_provider(browser: &Browser, id: &str) {
    browser.open("/sign-in?next=/board").await;
    keeps_nobody_out(browser).await;
    browser.follow("庁内認証でログイン").await;
    browser.fill("職員番号", id).await;
    browser.press("確認する").await;
}

async fn hall(setup: &ProviderSetup, more: &[&str]) -> Hall {
    let lines = setup.lines();
    let lines = lines.iter().map(String::as_str).chain(more.iter().copied());
    Hall::configured("model", Database::Sqlite, &lines.collect::<Vec<_>>()).await
}

#[tokio::test]
async fn a_clerk_signs_in_by_the_provider_and_is_asked_for_their_own_second_factor() {
    let setup = ProviderSetup {
        port: free_port(),
        ..ProviderSetup::default()
    };
    let hall = hall(&setup, &[]).await;
    let _provider = setup.start(&named(&hall));
    let clerk = hall.account(Who::Staff);
    let browser = Browser::at(&named(&hall), Window::WIDE).await;
    by_provider(&browser, &clerk.id).await;
    browser.sees("掲示板").await;
    assert_eq!(browser.path().await, "/board");

    browser.plug_in_authenticator().await;
    add(&browser, clerk).await;
    browser.forget().await;
    by_provider(&browser, &clerk.id).await;
    browser.sees("本人の確認").await;
    keeps_nobody_out(&browser).await;
    browser.press("パスキーで続ける").await;
    browser.sees("掲示板").await;
    browser.open("/account/history").await;
    browser.sees("成功(認証サーバー)").await;
}

#[tokio::test]
async fn a_second_factor_of_the_provider_stands_for_ones_own_where_that_is_agreed() {
    let setup = ProviderSetup {
        port: free_port(),
        ..ProviderSetup::default()
    };
    let hall = hall(&setup, &["oidc.second_factor = 'provider'"]).await;
    let _provider = setup.start(&named(&hall));
    let clerk = hall.account(Who::Staff);
    let browser = Browser::at(&named(&hall), Window::WIDE).await;
    browser.plug_in_authenticator().await;
    browser.sign_in(clerk).await;
    add(&browser, clerk).await;
    browser.forget().await;
    by_provider(&browser, &clerk.id).await;
    browser.sees("掲示板").await;
    assert_eq!(browser.path().await, "/board");

    // By the password it is asked for as ever.
    browser.forget().await;
    browser.try_sign_in(clerk).await;
    browser.sees("本人の確認").await;
}
