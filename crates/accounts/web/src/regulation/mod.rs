//! The regulation, article by article: what it says, what the program does for each clause, who holds the roles, and
//! when a rule was last seen at work. Refusals lead here.

mod api;
mod article;
mod clauses;
mod overview;
mod state;
mod statute;
mod texts;
mod whole;

use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::Fault;
use yakusho_regulation::{ArticleNumber, ClauseId};
use yakusho_webkit::page::paths;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Answer, NavEntry, NavSection, Routes, Visit};

#[cfg(test)]
pub(crate) use state::role_of;

const CLAUSES: &str = "/regulation/clauses";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(paths::REGULATION, Access::User, overview::show)
        .get(CLAUSES, Access::User, clauses::show)
        .get("/regulation/:of", Access::User, one)
        .api(Access::User, api::RegulationApi)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(paths::REGULATION, Icon::Book, |lang| {
        Common::Regulation.to(lang)
    })
    .section(NavSection::Governance)
}

/// The page of a regulation by its key, of an article, or of one of its clauses.
pub(crate) fn page_of(what: impl std::fmt::Display) -> String {
    format!("{}/{what}", paths::REGULATION)
}

/// The page of an article.
fn article_page(regulation: &str, number: ArticleNumber) -> String {
    page_of(format_args!("{regulation}:{number}"))
}

/// `GET /regulation/:of`: a regulation by its key (`nogata`), an article (`nogata:11`) or a clause (`nogata:9(4)`).
#[handler]
async fn one(visit: Visit, Path(of): Path<String>) -> Answer<Html<maud::Markup>> {
    if let Some(regulation) = visit.cx.city().regulation(&of) {
        return whole::page(&visit, regulation).await;
    }
    let clause: ClauseId = of.parse().map_err(|_| Fault::NotFound)?;
    article::page(&visit, &clause).await
}
