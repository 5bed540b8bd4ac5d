//! Pledges: giving one's own, what everybody pledged, and setting what is pledged.

mod api;
mod page;
mod set;
mod texts;
pub(crate) mod words;

use yakusho_compliance::pledge::{Occasion, PledgeKind};
use yakusho_regulation::Rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Lang, NavEntry, NavSection, Routes};

use texts::Text;

/// One's own pledges.
const PLEDGES: &str = "/pledges";
/// What everybody pledged.
const GIVEN: &str = "/pledges/given";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PLEDGES, Access::User, page::show)
        .get(GIVEN, Access::User, page::given)
        .post("/pledges/give/:id", Access::User, page::give)
        .get("/pledges/texts/:kind", Access::User, set::texts)
        .get("/pledges/texts/:kind/new", Access::User, set::new)
        .post("/pledges/texts/:kind/new", Access::User, set::publish)
        .join(api::routes())
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PLEDGES, Icon::Shield, |lang| Text::Pledges.to(lang))
        .section(NavSection::Governance)
        .under(Rule::SecrecyPledged)
}

/// The page of the texts of a kind.
fn texts_page(kind: PledgeKind) -> String {
    format!("{PLEDGES}/texts/{}", kind.code())
}

/// A kind in words.
fn kind(lang: Lang, kind: PledgeKind) -> String {
    called(lang, kind, Occasion::Start)
}

/// A pledge in words.
fn called(lang: Lang, kind: PledgeKind, occasion: Occasion) -> String {
    let text = match (kind, occasion) {
        (PledgeKind::Secrecy, Occasion::Start) => Text::Secrecy,
        (PledgeKind::Secrecy, Occasion::Leaving) => Text::SecrecyLeaving,
        (PledgeKind::Observance, _) => Text::Observance,
    };
    text.to(lang).into_owned()
}
