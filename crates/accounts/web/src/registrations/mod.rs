//! What is of the fifth kind (nogata:8(5)): found necessary by the administrator, or not.

mod api;
mod pages;
mod texts;

use async_trait::async_trait;
use yakusho_accounts::registration::{self, ApprovalState};
use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Badge, NavEntry, NavSection, Problem, Routes, Visit, Words};

use crate::admin::ADMINISTRATOR;
use texts::Text;

pub(crate) const PAGE: &str = "/admin/registrations";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, pages::list)
        .post("/admin/registrations/:id", ADMINISTRATOR, pages::decide)
        .api(ADMINISTRATOR, api::RegistrationApi)
        .citing(rule!(KindOfRegistration))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Check, |lang| Text::Registrations.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
        .badge(Waiting)
}

/// The words of codes and notices.
pub(crate) fn words() -> Words {
    texts::words()
}

/// How many requests wait.
struct Waiting;

#[async_trait]
impl Badge for Waiting {
    async fn count(&self, visit: &Visit) -> Result<u64, Problem> {
        Ok(registration::waiting(&visit.cx).await?)
    }
}

/// How many requests wait for the administrator.
pub(crate) async fn waiting(visit: &Visit) -> Result<u64, Problem> {
    Waiting.count(visit).await
}

/// The code of a state in the query, or of those that wait.
fn state(code: Option<&str>) -> ApprovalState {
    code.and_then(ApprovalState::from_code)
        .unwrap_or(ApprovalState::Requested)
}
