//! A town hall in which there is something in each state that pages show.

use yakusho_tests::{Client, Form, Hall, Who, run};

/// How many comments a page holds.
const PAGE_SIZE: usize = 20;

/// Registers what the seeding does not bring: a draft of an order, usage rules to come, a group, a token, an address to
/// subscribe to, a template, a booking; an event, a post and a circulation that were changed, and one of each that was taken down; a
/// document that was changed, one that was taken down, one kept long enough and one that somebody writes; more comments than a
/// page holds; somebody's second post; a signed head of the audit trail.
pub(crate) async fn leave_something_in_each_state(
    hall: &Hall,
    clerk: &Client,
    administrator: &Client,
) {
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
        commented(clerk, administrator, &changed).await;
        let edit = form(clerk, &format!("{changed}/edit")).await;
        accepted(clerk, edit.with("body", "直した本文")).await;
        let remove = form(administrator, &format!("{removed}/remove")).await;
        accepted(administrator, remove.with("reason", "誤った内容のため")).await;
    }

    registered(administrator).await;
    of_the_end(clerk, administrator).await;
    appointed(administrator).await;
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
    let document = accepted(head, filed(head, id).await).await;
    let edit = form(head, &format!("{document}/edit")).await;
    accepted(head, edit.with("notes", "直した説明")).await;
    let years = head.get(&format!("/documents/new?folder={id}")).await;
    let years = years.attributes("select[name=fiscal_year] option", "value");
    let old = filed(head, id).await.with("retention", "1");
    accepted(
        head,
        old.with("fiscal_year", &**years.last().expect("a year")),
    )
    .await;
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

/// A document of that folder, to be registered.
async fn filed(client: &Client, folder: &str) -> Form {
    let page = client.get(&format!("/documents/new?folder={folder}")).await;
    page.form("/documents/new")
        .with("title", "運用の手引き")
        .with("notes", "はじめの説明")
        .with("category", "manual")
        .with("registration", "shared")
        .with("register", "1")
}

/// Registers a document that the administrator takes down, and another that the clerk goes on writing.
async fn of_the_end(clerk: &Client, administrator: &Client) {
    let folders = clerk.get("/documents/new").await;
    let folders = folders.attributes("select[name=folder] option", "value");
    let folder = folders.last().expect("a folder");
    let removed = accepted(clerk, filed(clerk, folder).await).await;
    let remove = form(administrator, &format!("{removed}/remove")).await;
    accepted(administrator, remove.with("reason", "誤った内容のため")).await;
    let locked = accepted(clerk, filed(clerk, folder).await).await;
    let page = clerk.get(&locked).await;
    accepted(clerk, page.form(&format!("{locked}/lock"))).await;
}

/// Gives somebody a second post.
async fn appointed(administrator: &Client) {
    let people = administrator.get("/admin/organisation/people").await;
    let pages = people.attributes("table a[href^='/admin/organisation/people/']", "href");
    let appoint = format!("{}/appoint", pages[0]);
    let posts = administrator.get(&appoint).await;
    let posts = posts.attributes("select[name=post] option", "value");
    let second = form(administrator, &appoint).await;
    let second = second.with("post", &**posts.last().expect("a post"));
    accepted(administrator, second.with("main", "false")).await;
}

/// Writes one comment more than a page holds, and has the first taken down.
async fn commented(clerk: &Client, administrator: &Client, page: &str) {
    for _ in 0..=PAGE_SIZE {
        let comment = clerk.get(page).await.form(&format!("{page}/comments"));
        accepted(clerk, comment.with("comment", "確かめました。")).await;
    }
    let shown = administrator.get(page).await;
    let of_comments = "form[action*='/comments/'][action$='/remove']";
    let remove = shown.form(&shown.attributes(of_comments, "action")[0]);
    accepted(administrator, remove.with("reason", "誤った内容のため")).await;
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
