//! Functions of the groupware, switched on and off, and permissions, granted and ended.

mod api;
mod grants;
mod switches;
mod texts;

use yakusho_accounts::function::Function;
use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes, Words};

use crate::admin::ADMINISTRATOR;
use texts::Text;

const PAGE: &str = "/admin/functions";
const GRANTS: &str = "/admin/grants";
const NEW_GRANT: &str = "/admin/grants/new";

/// Who else tries to switch a function or to grant a permission is refused by the rule itself, and its article
/// (nogata:5-2(3)).
const BY_RULE: Access = Access::User;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, switches::show)
        .post("/admin/functions/:code", BY_RULE, switches::submit)
        .get(GRANTS, ADMINISTRATOR, grants::list)
        .get(NEW_GRANT, ADMINISTRATOR, grants::ask)
        .post(NEW_GRANT, BY_RULE, grants::submit)
        .post("/admin/grants/:id/end", BY_RULE, grants::end)
        .api(BY_RULE, api::FunctionApi)
        .citing(rule!(FunctionsByAdministrator))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Settings, |lang| Text::Functions.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

/// The words of codes, and what functions are called where one is stopped.
pub(crate) fn words() -> Words {
    Words::default()
        .code("function.board", |lang| Function::Board.title(lang).into())
        .code("function.circulation", |lang| {
            Function::Circulation.title(lang).into()
        })
        .code("function.schedule", |lang| {
            Function::Schedule.title(lang).into()
        })
        .code("function.facility_booking", |lang| {
            Function::FacilityBooking.title(lang).into()
        })
        .code("function.documents", |lang| {
            Function::Documents.title(lang).into()
        })
        .code("function.compliance", |lang| {
            Function::Compliance.title(lang).into()
        })
        .code("already_so", |lang| Text::AlreadySo.to(lang))
        .code("not_in_the_city", |lang| Text::NotInTheCity.to(lang))
        .code("no_head_post", |lang| Text::NoHead.to(lang))
}
