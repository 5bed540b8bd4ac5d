//! By the form of each page on which something new begins it begins once, by whichever way somebody comes back to it.

use std::collections::BTreeSet;

use yakusho_tests::{Client, Crawl, Database, Hall, Route, Routes, Who};

/// Where a passkey is added.
const PASSKEY: &str = "/account/passkeys/new";

#[tokio::test]
async fn each_form_for_something_new_knows_that_it_was_sent() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let begins = |path: &str| {
        let posts = |route: &Route| route.path == path && route.method == "POST";
        path.split('/').any(|part| part == "new") && routes.all().iter().any(posts)
    };
    let pages = routes.all().iter().filter(|route| route.is_page());
    let mut left: BTreeSet<&str> = pages.map(|route| &*route.path).collect();
    left.retain(|path| begins(path));
    assert!(left.len() > 20, "{left:?}");
    for who in [Who::Administrator, Who::Supervisor, Who::Head, Who::Staff] {
        let client = hall.signed_in(who).await;
        // Of the cabinets, only some are theirs to write in; of the systems, only some theirs to protect.
        let of_each = match who {
            Who::Head => 6,
            Who::Administrator => 2,
            _ => 1,
        };
        let crawl = Crawl::of_more(&client, &routes, of_each).await;
        for (path, addresses) in &crawl.found {
            if !left.contains(&**path) {
                continue;
            }
            for address in addresses {
                if sends_once(&client, address).await {
                    left.remove(&**path);
                }
            }
        }
    }
    // A passkey is added at the address that it is for, and nowhere else.
    let there = hall
        .client()
        .at(&hall.url.replace("127.0.0.1", "localhost"));
    there.sign_in(hall.account(Who::Staff)).await;
    if sends_once(&there, PASSKEY).await {
        left.remove(PASSKEY);
    }
    assert!(left.is_empty(), "nobody comes to {left:?}");
}

/// Sends the form of the page at that address as it is, twice; false where there is no form for the visitor.
async fn sends_once(client: &Client, address: &str) -> bool {
    let page = client.get(address).await;
    let own = page.path.split('?').next().unwrap_or_default();
    let Some(form) = page.forms().into_iter().find(|form| form.action == own) else {
        return false;
    };
    let (_, key) = page.path.split_once("once=").expect("the page's key");
    let key = key.split('&').next().unwrap_or_default();
    assert!(form.value("csrf").ends_with(key), "{page:?}");
    let sent = client.submit(form.clone()).await;
    if sent.status == 303 {
        // Something began: it does so once, whatever is said.
        let again = client.submit(form.clone()).await;
        assert_eq!(again.location(), sent.location(), "{again:?}");
        let other = client.submit(form.and("something", "else")).await;
        assert_eq!(other.status, 409, "{other:?}");
        let back = client.get(&page.path).await;
        let forms = back.forms();
        assert!(forms.iter().all(|form| form.action != own), "{back:?}");
    } else {
        // Nothing began, and the form that is shown again is the same form.
        let again = sent.form(own);
        assert_eq!(again.value("csrf"), form.value("csrf"), "{sent:?}");
    }
    true
}
