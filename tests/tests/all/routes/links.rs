//! Every page is come to by links, and no link leads nowhere.

use std::collections::BTreeMap;

use yakusho_tests::{Access, Client, Crawl, Database, Form, Hall, Routes, Who, run};

use crate::none;

/// Pages that no link of a town hall leads to in its usual state, and why.
const UNLINKED: [(&str, &str); 21] = [
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
        "where somebody holds a second post",
    ),
    (
        "/board/:id/comments",
        "where there are more comments than a page holds",
    ),
    (
        "/circulations/:id/comments",
        "where there are more comments than a page holds",
    ),
    ("/comments/:id/evidence", "once a comment was taken down"),
    (
        "/documents/:id/break-lock",
        "while somebody else holds a document locked",
    ),
    (
        "/documents/:id/dispose",
        "once a document was kept long enough",
    ),
    ("/documents/:id/evidence", "once a document was taken down"),
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
    leaves_something_in_each_state(&hall, &clerk, &administrator).await;
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

/// Registers what the seeding does not bring: a draft of an order, usage rules to come, a group, a token, an address to
/// subscribe to, a template, a booking; an event, a post and a circulation that were changed, and one of each that was taken down; a
/// document that was changed; a signed head of the audit trail.
async fn leaves_something_in_each_state(hall: &Hall, clerk: &Client, administrator: &Client) {
    let mut night = hall.batch();
    night.args(["job", "audit"]);
    run(night);
    let people = clerk.get("/account/groups/new").await;
    let people = people.attributes("input[name=members]", "value");
    let group = form(clerk, "/account/groups/new").await;
    let group = group.with("name", "窓口の担当");
    accepted(clerk, group.and("members", &*people[0])).await;
    let password = &hall.account(Who::Staff).password;
    clerk.token(password, &["read"]).await;
    subscribed(clerk).await;
    let event = form(clerk, "/schedule/new").await;
    let event = accepted(clerk, event.with("title", "打合せ")).await;
    let edit = form(clerk, &format!("{event}/edit")).await;
    accepted(clerk, edit.with("place", "第1会議室")).await;
    let booking = form(clerk, "/bookings/new").await;
    let rooms = clerk.get("/bookings/new").await;
    let rooms = rooms.attributes("select[name=facility] option", "value");
    let booking = booking
        .with("facility", &*rooms[1])
        .with("purpose", "打合せ")
        .with("first", &*a_working_day(clerk, &rooms[1]).await)
        .with("start", "09:00")
        .with("end", "09:30");
    accepted(clerk, booking).await;
    let template = form(clerk, "/circulations/templates/new").await;
    accepted(clerk, template.with("name", "月例の回覧")).await;
    for (changed, removed) in [
        (posted(clerk).await, posted(clerk).await),
        (sent(clerk).await, sent(clerk).await),
    ] {
        let edit = form(clerk, &format!("{changed}/edit")).await;
        accepted(clerk, edit.with("body", "直した本文")).await;
        let remove = form(administrator, &format!("{removed}/remove")).await;
        accepted(administrator, remove.with("reason", "誤った内容のため")).await;
    }

    registered(administrator).await;
    let rules = form(administrator, "/admin/usage-rules/new").await;
    let rules = rules
        .with("effective_on", "2099-04-01")
        .with("body_ja", "業務に使う。");
    accepted(administrator, rules).await;
    let order = form(administrator, "/admin/orders/new").await;
    let order = order
        .with("title", "人事異動")
        .with("takes_effect_on", "2099-04-01");
    let lines = "発令種別,職員番号\n退職,1010\n";
    accepted(
        administrator,
        order.file("file", "発令.csv", lines).and("save", "1"),
    )
    .await;
}

/// Registers a document in a folder of a new cabinet and changes it, and something that was received.
async fn registered(head: &Client) {
    let cabinet = form(head, "/documents/cabinets/new").await;
    let cabinet = accepted(head, cabinet.with("name", "運用の記録")).await;
    let folder = form(head, &format!("{cabinet}/new")).await;
    let folder = accepted(head, folder.with("name", "令和8年度")).await;
    let id = folder.rsplit('/').next().expect("the folder");
    let document = head.get(&format!("/documents/new?folder={id}")).await;
    let document = document
        .form("/documents/new")
        .with("title", "運用の手引き")
        .with("notes", "はじめの説明")
        .with("category", "manual")
        .with("registration", "shared")
        .with("register", "1");
    let document = accepted(head, document).await;
    let edit = form(head, &format!("{document}/edit")).await;
    accepted(head, edit.with("notes", "直した説明")).await;
    let section = head.get("/documents/receipts/new").await;
    let section = section.attributes("select[name=section] option", "value");
    let section = section.last().expect("a section");
    let receipt = form(head, "/documents/receipts/new").await;
    let receipt = receipt
        .with("section", &**section)
        .with("sender", "県 市町村課")
        .with("title", "調査について");
    accepted(head, receipt).await;
}

/// Makes an address at which other programs find the calendar.
async fn subscribed(clerk: &Client) {
    let page = clerk.get("/schedule/outside").await;
    let form = page.form("/schedule/outside/subscriptions");
    let made = clerk.submit(form.with("name", "携帯電話")).await;
    assert_eq!(made.status, 200, "{made:?}");
}

/// A day on which the facility can be booked at nine o'clock.
async fn a_working_day(clerk: &Client, facility: &str) -> String {
    let mut week = format!("/bookings/facilities/{facility}");
    loop {
        let page = clerk.get(&week).await;
        let weeks = page.attributes(".calendar-steps .buttons a", "href");
        week.clone_from(&weeks[2]);
        let page = clerk.get(&week).await;
        let free = page.attributes(".plan .free > a", "href");
        let at_nine = free.iter().find_map(|to| to.split_once("T09%3A00"));
        if let Some((before, _)) = at_nine {
            let (_, day) = before.split_once("from=").expect("a beginning");
            return day.to_owned();
        }
    }
}

/// The address of a new post to everyone.
pub(crate) async fn posted(clerk: &Client) -> String {
    let categories = clerk.get("/board/new").await;
    let categories = categories.attributes("select[name=category] option", "value");
    let post = form(clerk, "/board/new")
        .await
        .with("category", &*categories[1]);
    let post = post.with("title", "掲示").with("body", "はじめの本文");
    accepted(
        clerk,
        post.with("registration", "shared").and("publish", "1"),
    )
    .await
}

/// The address of a new circulation to everyone.
pub(crate) async fn sent(clerk: &Client) -> String {
    let one = form(clerk, "/circulations/new").await.with("title", "回覧");
    let one = one
        .with("body", "はじめの本文")
        .with("audience", "everyone");
    accepted(clerk, one.with("registration", "shared").and("send", "1")).await
}

/// The form of the page at that path, which is sent to the same.
pub(crate) async fn form(client: &Client, path: &str) -> Form {
    client.get(path).await.form(path)
}

/// Sends a form that must be accepted, and says where it leads.
pub(crate) async fn accepted(client: &Client, form: Form) -> String {
    let answer = client.submit(form).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.location().expect("the address of what was made")
}
