//! No page keeps anybody out: axe-core finds nothing against WCAG 2.2 AA, and no page is wider than its window.
//!
//! Every page of the route table is looked at here, but for those that [`passkeys`](super::passkeys) and
//! [`second_factor`](super::second_factor) look at on their way, and those that [`BEYOND`] names.

use std::collections::{BTreeMap, BTreeSet};

use crate::none;
use crate::states::leave_something_in_each_state;
use yakusho_tests::{Access, Browser, Crawl, Database, Hall, Route, Routes, Who, Window};

/// Pages that are not looked at here, and why.
const BEYOND: [(&str, &str); 14] = [
    ("/account/passkeys/:id/remove", "by `passkeys`"),
    ("/account/passkeys/add", "by `passkeys`"),
    ("/account/passkeys/new", "by `passkeys`"),
    ("/sign-in/passkey", "by `passkeys`"),
    ("/account/second-factor/confirm", "by `second_factor`"),
    ("/account/second-factor/off", "by `second_factor`"),
    ("/account/second-factor/recovery", "by `second_factor`"),
    ("/sign-in/code", "by `second_factor`"),
    ("/sign-in/provider", "leads to the city's identity provider"),
    (
        "/admin/organisation/people/:id/appointments/:appointment/main",
        "where somebody has two posts",
    ),
    (
        "/circulations/:id/comments",
        "as `/board/:id/comments`, where there are more than one page shows",
    ),
    (
        "/inventory/systems/:id/edit",
        "for those of the section whose system it is, of whom none is handed out",
    ),
    (
        "/inventory/systems/:id/methods",
        "for the general manager, as whom none is handed out",
    ),
    (
        "/operator-reports/:id",
        "for those of the section that reported, of whom none is handed out",
    ),
];

/// How many addresses of one route are followed, so that what the test leaves is among them.
const MORE: usize = 12;

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
    let (clerk, administrator) = (
        hall.signed_in(Who::Staff).await,
        hall.signed_in(Who::Administrator).await,
    );
    leave_something_in_each_state(&hall, &clerk, &administrator).await;
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
        // No link leads to a search.
        let mut found = Crawl::of_more(&client, &routes, MORE).await.found;
        if visitor.is_some() {
            let search = BTreeSet::from(["/search?q=%E4%BC%9A%E8%AD%B0".to_owned()]);
            found.insert("/search".to_owned(), search);
        }
        for (route, addresses) in found {
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
    let pages = routes.all().iter();
    let pages = pages.filter(|route| route.is_page() && route.access != Access::Anyone);
    let missed: BTreeSet<&str> = pages
        .map(|page| page.path.as_str())
        .filter(|path| looked.get(*path).is_none_or(|times| *times == 0))
        .collect();
    assert_eq!(missed, BEYOND.map(|(path, _)| path).into());
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
