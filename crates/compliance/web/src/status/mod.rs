//! How it stands with the regulation: the page, the whole as PDF and CSV for an audit, and its API.

mod api;
mod csv;
mod page;
mod pdf;
mod texts;

use poem::EndpointExt as _;
use yakusho_compliance::duty::Ledger;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes};

use texts::Text;

/// The page.
const PAGE: &str = "/compliance";
const CSV: &str = "/compliance/report.csv";
const PDF: &str = "/compliance/report.pdf";

pub(crate) fn routes(ledger: &Ledger) -> Routes {
    Routes::new()
        .get(PAGE, Access::User, page::show.data(ledger.clone()))
        .download(CSV, Access::User, csv::show.data(ledger.clone()))
        .download(PDF, Access::User, pdf::show.data(ledger.clone()))
        .api(Access::User, api::StatusApi(ledger.clone()))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Shield, |lang| Text::Title.to(lang)).section(NavSection::Governance)
}
