//! Every route of the table, asked by everybody, and compared with what the table says.

mod beginning;
mod cited;
mod forged;
pub(crate) mod links;
mod nobody;
pub(crate) mod paging;
mod parameters;
mod roles;
mod strangers;

use std::collections::BTreeSet;

use yakusho_tests::{Client, Page, Route, Who};

/// The roles that somebody of a seeded Nogata holds.
fn roles(who: Who) -> BTreeSet<String> {
    let roles: &[&str] = match who {
        // The head of a section, too.
        Who::Administrator => &["system_administrator", "information_manager"],
        Who::Supervisor => &["system_supervisor"],
        Who::Head => &["information_manager"],
        Who::Staff | Who::FixedTerm => &[],
    };
    roles.iter().map(|role| (*role).to_owned()).collect()
}

/// Asks a route at that path, with an empty body where it takes one, and the session's token.
async fn ask(client: &Client, route: &Route, path: &str, csrf: &str) -> Page {
    if route.is_page() {
        return client.get(path).await;
    }
    let request = client
        .request(route.method(), path)
        .header("X-CSRF-Token", csrf);
    let request = match (route.is_get(), route.api) {
        (true, _) => request,
        (false, true) => request.json(&serde_json::json!({})),
        (false, false) => request.form(&[("", ""); 0]),
    };
    client.send(request).await
}

/// Whether an answer says which article or rule of the house refuses.
fn cites_a_rule(answer: &Page) -> bool {
    if answer.is_html() {
        answer
            .texts("dt")
            .iter()
            .any(|term| term == "根拠となる規定")
    } else {
        answer.json()["article"].is_string()
    }
}
