//! The portal, as a member of staff finds it in the morning. Its picture is the one that README shows.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

#[tokio::test]
async fn the_portal_shows_what_waits() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let browser = Browser::start(&hall, Window::WIDE).await;
    browser.sign_in(hall.account(Who::Head)).await;
    browser.open("/").await;
    browser.sees("回覧").await;
    browser.sees("掲示板").await;
    browser.picture("portal").await;
    browser.resize(375, 812).await;
    assert_eq!(browser.overflow().await, 0);
    browser.picture("portal-narrow").await;
}
