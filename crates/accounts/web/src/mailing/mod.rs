//! Notices by mail: one's settings, the mails themselves, and those that failed.

mod api;
mod failed;
mod form;
mod letter;
mod pages;
mod texts;

use yakusho_kernel::{Conflict, Fault};
use yakusho_regulation::rule;
use yakusho_webkit::page::paths;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes, Visit, Words};

use crate::admin::ADMINISTRATOR;
pub use letter::{Letter, letter};
use texts::Text;

/// Where one says how one is told.
pub(crate) const SETTINGS: &str = paths::NOTIFICATION_SETTINGS;
const ADDRESS: &str = "/account/notifications/address";
const CONFIRM: &str = "/account/notifications/confirm";
const REMOVE: &str = "/account/notifications/remove";

/// The mails that were given up.
const FAILED: &str = "/admin/mails";

/// This town hall mails no notices.
const OFF: Conflict = Conflict { code: "mail_off" };

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(SETTINGS, Access::User, pages::show)
        .post(SETTINGS, Access::User, pages::prefer)
        .post(ADDRESS, Access::User, pages::ask)
        .post(CONFIRM, Access::User, pages::confirm)
        .post(REMOVE, Access::User, pages::remove)
        .api(Access::User, api::MailApi)
        .join(overseen())
}

/// What the administrator looks after, as whatever no article gives to somebody else.
fn overseen() -> Routes {
    Routes::new()
        .get(FAILED, ADMINISTRATOR, failed::list)
        .api(ADMINISTRATOR, failed::FailedApi)
        .citing(rule!(ResidualPowers))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(FAILED, Icon::Mail, |lang| Text::Failed.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

/// What the view of one's settings is called.
pub(crate) fn title(lang: yakusho_webkit::Lang) -> std::borrow::Cow<'static, str> {
    Text::Title.to(lang)
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default()
        .code("mail_off", |lang| Text::Off.to(lang))
        .code("no_address", |lang| Text::NoAddress.to(lang))
        .code("code_just_sent", |lang| Text::JustSent.to(lang))
        .code("codes_too_often", |lang| Text::TooOften.to(lang))
        .code("no_mail_code", |lang| Text::NoCode.to(lang))
        .code("wrong_mail_code", |lang| Text::WrongCode.to(lang))
        .code("same_time", |lang| Text::SameTime.to(lang))
        .code("no_time", |lang| Text::NoTime.to(lang))
}

/// That the town hall mails notices at all.
fn on(visit: &Visit) -> Result<(), Fault> {
    Ok(OFF.unless(visit.site().settings().mails_notices)?)
}
