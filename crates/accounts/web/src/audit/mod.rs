//! The audit trail: searched, looked at and taken out by those who oversee the groupware.

mod api;
mod called;
mod entry;
mod export;
mod facts;
mod names;
mod seal_api;
mod seals;
mod search;
mod texts;
mod words;

use std::sync::Arc;

use poem::EndpointExt as _;
use yakusho_kernel::Ref;
use yakusho_regulation::{Role, Rule};
use yakusho_search::Sources;
use yakusho_webkit::page::paths;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{NavEntry, NavSection, Routes, Visit};

use crate::admin::OVERSEERS;
pub(crate) use called::{ACTS, THINGS};
pub(crate) use facts::FACTS;
use texts::Text;

const PAGE: &str = paths::AUDIT;
const EXPORT: &str = "/audit/export.csv";
const EXPORT_SEALED: &str = "/audit/export.jsonl";
const HEADS: &str = "/audit/heads";

pub(crate) fn routes(sources: &Arc<Sources>) -> Routes {
    Routes::new()
        .get(PAGE, OVERSEERS, search::show.data(Arc::clone(sources)))
        .download(EXPORT, OVERSEERS, export::show.data(Arc::clone(sources)))
        .download(EXPORT_SEALED, OVERSEERS, export::sealed)
        .get(HEADS, OVERSEERS, seals::list)
        .get("/audit/heads/:id", OVERSEERS, seals::show)
        .get(
            "/audit/:id",
            OVERSEERS,
            entry::show.data(Arc::clone(sources)),
        )
        .api(OVERSEERS, api::AuditApi)
        .api_download(OVERSEERS, api::AuditExportApi(Arc::clone(sources)))
        .api(OVERSEERS, seal_api::SealApi)
        .api_download(OVERSEERS, seal_api::SealedExportApi)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Audit, |lang| Text::AuditTrail.to(lang))
        .section(NavSection::Governance)
        .access(OVERSEERS)
}

/// Whether the visitor may search the trail.
pub(crate) fn may_search(visit: &Visit) -> bool {
    let actor = visit.cx.actor();
    actor.holds(Role::SystemAdministrator) || actor.holds(Role::SystemSupervisor)
}

/// The page of an entry.
pub(crate) fn entry_page(id: uuid::Uuid) -> String {
    format!("{PAGE}/{id}")
}

/// The search for what a rule permitted or refused.
pub(crate) fn search_for_rule(rule: Rule) -> String {
    format!("{PAGE}?rule={}", rule.id())
}

/// The search for what was done to a thing.
pub(crate) fn search_for_subject(subject: &Ref) -> String {
    format!("{PAGE}?subject={}:{}", subject.kind, subject.id)
}
