//! No page keeps anybody out: axe-core finds nothing against WCAG 2.2 AA, and no page is wider than its window.

use std::collections::BTreeMap;

use crate::none;
use yakusho_tests::{Browser, Crawl, Database, Hall, Route, Routes, Who, Window};

/// How many pages of one route are looked at.
const OF_EACH: usize = 2;

#[tokio::test]
async fn pages_have_no_barriers_in_japanese() {
    no_barriers("ja").await;
}

#[tokio::test]
async fn pages_have_no_barriers_in_english() {
    no_barriers("en").await;
}

async fn no_barriers(lang: &'static str) {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let browser = Browser::start(&hall, Window::WIDE.reading(lang)).await;
    let mut looked: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    // A page that is not there, and the way in, before anybody has signed in.
    look(&browser, "/nowhere", lang, &mut wrong).await;
    for visitor in std::iter::once(None).chain(Who::ALL.map(Some)) {
        let client = match visitor {
            None => hall.client(),
            Some(who) => {
                browser.forget().await;
                browser.sign_in(hall.account(who)).await;
                hall.signed_in(who).await
            }
        };
        for (route, addresses) in Crawl::of(&client, &routes).await.found {
            let is_page =
                |address: &&String| routes.answering("GET", address).is_some_and(Route::is_page);
            let looked = looked.entry(route).or_default();
            for address in addresses
                .iter()
                .filter(is_page)
                .take(OF_EACH.saturating_sub(*looked))
            {
                *looked += 1;
                look(&browser, address, lang, &mut wrong).await;
            }
        }
    }
    none(&wrong);
}

/// Looks at a page in a wide and in a narrow window.
async fn look(browser: &Browser, address: &str, lang: &str, wrong: &mut Vec<String>) {
    browser.open(address).await;
    if browser.lang().await != lang {
        wrong.push(format!("{address} is not in {lang}"));
    }
    for window in [Window::WIDE, Window::NARROW] {
        browser.resize(window.width, window.height).await;
        let size = window.width;
        let found = browser.violations().await.into_iter();
        wrong.extend(found.map(|it| format!("{address} at {size}: {it}")));
        let overflow = browser.overflow().await;
        if overflow > 0 {
            wrong.push(format!(
                "{address} at {size}: {overflow} pixels wider than the window"
            ));
        }
    }
}
