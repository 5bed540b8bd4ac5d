//! Roles of the regulation as those who oversee them see them: which have no holder, who stands in for whom, and which
//! duties of computing are shared out.

mod pages;
mod texts;

use std::borrow::Cow;

use yakusho_regulation::Role;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Lang, NavEntry, NavSection, Routes};

use texts::Text;

pub(crate) const PAGE: &str = "/admin/roles";

/// Those who oversee roles, and those who share duties out.
const READERS: Access = Access::AnyRole(&[
    Role::SystemAdministrator,
    Role::SystemSupervisor,
    Role::GeneralManager,
    Role::ComputingGeneralManager,
]);

pub(crate) fn routes() -> Routes {
    Routes::new().get(PAGE, READERS, pages::show).post(
        "/admin/delegations/:id/revoke",
        READERS,
        pages::revoke,
    )
}

/// What the page is called.
pub(crate) fn title(lang: Lang) -> Cow<'static, str> {
    Text::Roles.to(lang)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Shield, |lang| Text::Roles.to(lang))
        .section(NavSection::Governance)
        .access(READERS)
}
