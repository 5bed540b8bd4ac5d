//! Every page is come to by links, and no link leads nowhere.

use std::collections::BTreeMap;

use yakusho_tests::{Access, Crawl, Database, Hall, Routes, Who};

use crate::none;
use crate::states::leave_something_in_each_state;

/// Pages that no link of a town hall leads to in its usual state, and why.
const UNLINKED: [(&str, &str); 16] = [
    ("/account/passkeys/:id/remove", "once a passkey was added"),
    ("/account/passkeys/add", "while a passkey is being added"),
    (
        "/account/passkeys/new",
        "at the address that passkeys are for alone",
    ),
    (
        "/account/second-factor/confirm",
        "while two-step sign-in is being set up",
    ),
    (
        "/account/second-factor/off",
        "once two-step sign-in is set up",
    ),
    (
        "/account/second-factor/recovery",
        "once two-step sign-in is set up",
    ),
    (
        "/admin/organisation/people/:id/appointments/:appointment/main",
        "where somebody has two posts",
    ),
    (
        "/circulations/:id/comments",
        "where there are more comments than the page of the circulation shows",
    ),
    (
        "/inventory/systems/:id/edit",
        "for those of the section whose system it is, of whom none is handed out",
    ),
    (
        "/inventory/systems/:id/methods",
        "for the general manager, as whom none is handed out",
    ),
    ("/search", "by the box at the top of every page"),
    (
        "/sign-in/code",
        "after a right password, where two-step sign-in is set up",
    ),
    (
        "/sign-in/passkey",
        "after a right password, where a passkey was added",
    ),
    (
        "/sign-in/provider",
        "where the city has an identity provider",
    ),
    (
        "/sign-in/provider/answer",
        "from the city's identity provider",
    ),
    (
        "/operator-reports/:id",
        "for those of the section that reported, of whom none is handed out",
    ),
];

/// How many pages of one route are looked at by those for whom the test registers something, so that it is among them.
const MORE: usize = 12;

#[tokio::test]
async fn every_page_is_linked_and_every_link_leads_on() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let clerk = hall.signed_in(Who::Staff).await;
    let administrator = hall.signed_in(Who::Administrator).await;
    leave_something_in_each_state(&hall, &clerk, &administrator).await;
    let mut visitors = Vec::new();
    let mut all = Crawl::of(&hall.client(), &routes).await;
    for who in Who::ALL {
        let client = hall.signed_in(who).await;
        let crawl = match who {
            Who::Staff | Who::Administrator | Who::Supervisor => {
                Crawl::of_more(&client, &routes, MORE).await
            }
            _ => Crawl::of(&client, &routes).await,
        };
        all.join(crawl.clone());
        visitors.push((who, client, crawl));
    }
    none(&all.broken);

    let pages = routes.all().iter();
    let pages = pages.filter(|route| route.is_page() && route.access != Access::Anyone);
    let mut unlinked = BTreeMap::new();
    for page in pages {
        if !all.found.contains_key(&page.path) {
            unlinked.insert(page.path.as_str(), None);
        }
        if page.has_parameters() || page.access.is_open() {
            continue;
        }
        // What is the same for all must be found by each who may see it.
        for (who, client, crawl) in &visitors {
            let missed = !crawl.found.contains_key(&page.path);
            if missed && client.get(&page.path).await.status == 200 {
                unlinked.insert(&page.path, Some(who));
            }
        }
    }
    let unexplained = unlinked
        .iter()
        .filter(|(path, _)| UNLINKED.iter().all(|(known, _)| known != *path));
    let unexplained: Vec<_> = unexplained.collect();
    assert!(unexplained.is_empty(), "no link leads to {unexplained:?}");
    for (known, why) in UNLINKED {
        assert!(!all.found.contains_key(known), "{known} is linked ({why})");
    }
}
