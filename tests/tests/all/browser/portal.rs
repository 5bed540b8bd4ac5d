//! The portal, as a head of a section finds it in the morning. Its picture is the one that README shows.

use yakusho_tests::{Browser, Database, Hall, Who, Window};

/// What newcomers read.
const README: &str = include_str!("../../../../README.md");

#[tokio::test]
async fn the_portal_shows_what_waits() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let browser = Browser::start(&hall, Window::WIDE).await;
    browser.sign_in(hall.account(Who::Head)).await;
    browser.open("/").await;
    browser.sees("回覧").await;
    browser.sees("掲示板").await;
    browser.picture("portal").await;
    let headings = browser.texts("main h2").await;
    // Beside its words stands how many there are.
    let parts = headings.iter().filter_map(|heading| heading.lines().next());
    let parts = parts.collect::<Vec<_>>().join("、");
    assert!(
        README.contains(&format!("[ポータル:{parts}](docs/images/portal.png)")),
        "README says other parts of the portal than {parts}: name these, and have `cargo xtask pictures` take it anew"
    );
    browser.resize(375, 812).await;
    assert_eq!(browser.overflow().await, 0);
    browser.picture("portal-narrow").await;
}
