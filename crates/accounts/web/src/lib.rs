//! The pages, forms and JSON API of accounts: signing in, oneself, people and the organisation, notices; and for those
//! who administer them, accounts, regulation and audit.
//!
//! An app puts [`offer`] beside those of the other web crates, and gives webkit the [`authenticator()`]:
//!
//! ```text
//! let ground = Ground { authenticator: yakusho_accounts_web::authenticator(), … };
//! App::new(ground, [yakusho_accounts_web::offer(holdings, None), yakusho_messaging_web::offer()])
//! ```

mod admin;
mod admin_accounts;
mod audit;
mod authenticator;
mod choose;
mod closed_days;
mod functions;
mod mailing;
mod maintenance;
mod me;
mod notices;
mod orders;
mod organisation_admin;
mod party;
mod people;
mod registrations;
mod regulation;
mod roles;
mod scim;
mod sign_in;
#[cfg(test)]
mod sources;
mod terms;
mod usage_rules;

use std::sync::Arc;

use yakusho_accounts::order::Holdings;
use yakusho_accounts::provider::Provider;
use yakusho_search::Sources;
use yakusho_webkit::{Authenticator, Offer, Routes, json};

pub use mailing::{Letter, letter};
pub use sign_in::PROVIDER_ANSWER;

/// Tells webkit whose a session or an API token is.
pub fn authenticator() -> Arc<dyn Authenticator> {
    Arc::new(authenticator::Sessions)
}

/// What accounts bring to the site. `holdings` are the parts of the program in which something hangs on people and posts:
/// the preview of a personnel order asks them. By the `provider`, if there is one, people sign in as well; it sends them
/// back to [`PROVIDER_ANSWER`]. By `sources` the audit trail calls things by their titles, as far as its reader may see them.
pub fn offer(
    holdings: impl IntoIterator<Item = Arc<dyn Holdings>>,
    provider: Option<Arc<Provider>>,
    sources: &Arc<Sources>,
) -> Offer {
    let elsewhere = orders::Elsewhere(holdings.into_iter().collect());
    let mut offer = Offer::new(routes(&elsewhere, &sign_in::Way(provider), sources))
        .words(&sign_in::words())
        .words(&me::words())
        .words(&mailing::words())
        .words(&people::words())
        .words(&scim::words())
        .panel(me::PasswordDue);
    for words in &admin::words() {
        offer = offer.words(words);
    }
    for entry in people::nav().into_iter().chain(admin::nav()) {
        offer = offer.nav(entry);
    }
    for (href, label) in me::menu() {
        offer = offer.user_menu(href, label);
    }
    offer
}

fn routes(elsewhere: &orders::Elsewhere, way: &sign_in::Way, sources: &Arc<Sources>) -> Routes {
    sign_in::routes(way)
        .join(me::routes())
        .join(people::routes())
        .join(notices::routes())
        .join(mailing::routes())
        .join(admin::routes(elsewhere, sources))
        .join(scim::routes())
}

#[cfg(test)]
mod tests {
    use yakusho_accounts::notices;
    use yakusho_kernel::{NoticeRow, Timestamp};
    use yakusho_webkit::Lang;

    #[test]
    fn every_kind_of_notice_has_words() {
        let mut words = crate::admin::words();
        words.extend([
            crate::sign_in::words(),
            crate::me::words(),
            crate::people::words(),
        ]);
        for kind in notices::ALL {
            let notice = NoticeRow {
                id: uuid::Uuid::nil().into(),
                person: uuid::Uuid::nil().into(),
                kind: kind.to_owned(),
                subject_kind: String::new(),
                subject_id: uuid::Uuid::nil(),
                key: String::new(),
                params: serde_json::json!({}),
                at: Timestamp::from_millis(0),
                seen_at: None,
            };
            let told = words
                .iter()
                .any(|words| words.tell(&notice, Lang::Ja).is_some());
            assert!(told, "{kind} has no words");
        }
    }
}
