//! Administration: its home page, and what its pages share.

use std::borrow::Cow;

use yakusho_regulation::Role;
use yakusho_webkit::{Access, Lang, NavEntry, Routes, Words};

use crate::{audit, closed_days, regulation};

yakusho_webkit::texts! {
    /// What the pages of administration share.
    pub(crate) enum Text {
        Administration: "管理" / "Administration";
    }
}

/// The home page of administration.
pub(crate) const PAGE: &str = "/admin";

/// The system administrator alone.
pub(crate) const ADMINISTRATOR: Access = Access::Role(Role::SystemAdministrator);

/// The system administrator and the supervisor.
pub(crate) const OVERSEERS: Access =
    Access::AnyRole(&[Role::SystemAdministrator, Role::SystemSupervisor]);

/// What the home page is called.
pub(crate) fn title(lang: Lang) -> Cow<'static, str> {
    Text::Administration.to(lang)
}

/// The routes of administration, of the regulation and of the audit trail.
pub(crate) fn routes() -> Routes {
    regulation::routes()
        .join(audit::routes())
        .join(closed_days::routes())
}

/// What leads to them.
pub(crate) fn nav() -> impl Iterator<Item = NavEntry> {
    [regulation::nav(), audit::nav(), closed_days::nav()].into_iter()
}

/// What their codes are called.
pub(crate) fn words() -> Words {
    Words::default().acts(audit::ACTS).things(audit::THINGS)
}
