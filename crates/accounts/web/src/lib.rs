//! The pages, forms and JSON API of accounts: signing in, oneself, people and the organisation, notices; and for those
//! who administer them, accounts, regulation and audit.
//!
//! An app puts [`offer`] beside those of the other web crates, and gives webkit the [`authenticator`]:
//!
//! ```ignore
//! let ground = Ground { authenticator: yakusho_accounts_web::authenticator(), … };
//! App::new(ground, [yakusho_accounts_web::offer(), yakusho_messaging_web::offer()])
//! ```

mod admin;
mod audit;
mod authenticator;
mod choose;
mod closed_days;
mod json;
mod me;
mod notices;
mod people;
mod regulation;
mod sign_in;
mod terms;

use std::sync::Arc;

use yakusho_webkit::{Authenticator, Offer, Routes};

/// Tells webkit whose a session or an API token is.
pub fn authenticator() -> Arc<dyn Authenticator> {
    Arc::new(authenticator::Sessions)
}

/// What accounts bring to the site.
pub fn offer() -> Offer {
    let mut offer = Offer::new(routes())
        .words(&sign_in::words())
        .words(&me::words())
        .words(&admin::words())
        .panel(me::PasswordDue);
    for entry in people::nav().into_iter().chain(admin::nav()) {
        offer = offer.nav(entry);
    }
    for (href, label) in me::menu() {
        offer = offer.user_menu(href, label);
    }
    offer
}

fn routes() -> Routes {
    sign_in::routes()
        .join(me::routes())
        .join(people::routes())
        .join(notices::routes())
        .join(admin::routes())
}
