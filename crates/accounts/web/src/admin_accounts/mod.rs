//! Administration of accounts: opening, changing and closing them, one-time passwords, files of them; users who no longer
//! need theirs; and suspensions, which are the supervisor's.

mod api;
mod change;
mod import;
mod leavers;
mod list;
mod new;
mod section_users;
mod sharing;
mod show;
mod suspensions;
mod texts;
mod words;

use yakusho_regulation::{Role, rule};
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes, Words};

use crate::admin::{ADMINISTRATOR, OVERSEERS};
use texts::Text;

pub(crate) const PAGE: &str = "/admin/accounts";
const NEW: &str = "/admin/accounts/new";
const IMPORT: &str = "/admin/accounts/import";
const TEMPLATE: &str = "/admin/accounts/template.csv";
const EXPORT: &str = "/admin/accounts/export.csv";
const SHARING: &str = "/admin/accounts/sharing";
/// Users who no longer need their account, for their managers and the administrator.
pub(crate) const LEAVERS: &str = "/leavers";
const SECTION_USERS: &str = "/section-users";
const SUSPENSIONS: &str = "/admin/suspensions";
const NEW_SUSPENSION: &str = "/admin/suspensions/new";

/// Those who are asked about users.
const MANAGERS: Access = Access::AnyRole(&[Role::SystemAdministrator, Role::InformationManager]);

/// Who alone is offered to suspend an ID; whoever tries it all the same is refused by the rule itself.
const SUPERVISOR: Access = Access::Role(Role::SystemSupervisor);

/// The managers of sections alone.
const MANAGER: Access = Access::Role(Role::InformationManager);

/// Those who permit that people share an account, and those who open such accounts.
const SHARERS: Access =
    Access::AnyRole(&[Role::InformationSystemManager, Role::SystemAdministrator]);

pub(crate) fn routes() -> Routes {
    ids()
        .join(accounts())
        .join(sharing())
        .join(leavers())
        .join(suspensions())
}

/// Who has which ID.
fn ids() -> Routes {
    Routes::new()
        .get(NEW, ADMINISTRATOR, new::ask)
        .post(NEW, ADMINISTRATOR, new::submit)
        .get(IMPORT, ADMINISTRATOR, import::ask)
        .upload(IMPORT, ADMINISTRATOR, import::submit)
        .download(TEMPLATE, ADMINISTRATOR, import::template)
        .post(&of("login"), ADMINISTRATOR, change::set_login)
        .api(ADMINISTRATOR, api::IdApi)
        .api_upload(ADMINISTRATOR, api::AccountCsvApi)
        .citing(rule!(IdSetByAdministrator))
}

/// What else concerns accounts.
fn accounts() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, list::show)
        .download(EXPORT, ADMINISTRATOR, import::export)
        .get("/admin/accounts/:id", ADMINISTRATOR, show::show)
        .post(&of("terms"), ADMINISTRATOR, change::set_terms)
        .post(&of("close"), ADMINISTRATOR, change::close)
        .post(&of("reopen"), ADMINISTRATOR, change::reopen)
        .post(&of("password"), ADMINISTRATOR, change::issue_password)
        .post(
            &of("second-factor"),
            ADMINISTRATOR,
            change::remove_second_factor,
        )
        .post(&of("sessions"), ADMINISTRATOR, change::end_sessions)
        .api(ADMINISTRATOR, api::AccountApi)
        .api_download(ADMINISTRATOR, api::AccountFileApi)
        .citing(rule!(ResidualPowers))
}

fn sharing() -> Routes {
    Routes::new()
        .get(SHARING, SHARERS, sharing::show)
        .post(SHARING, SHARERS, sharing::submit)
        .post(
            "/admin/accounts/sharing/:id/withdraw",
            SHARERS,
            sharing::withdraw,
        )
        .api(SHARERS, api::SharingApi)
        .citing(rule!(NoSharedAccounts))
}

fn leavers() -> Routes {
    Routes::new()
        .get(LEAVERS, MANAGERS, leavers::show)
        .post("/leavers/:id", MANAGERS, leavers::submit)
        .get(SECTION_USERS, MANAGER, section_users::show)
        .post("/section-users/:id/report", MANAGER, section_users::submit)
        .api(MANAGERS, api::LeaverApi)
        .citing(rule!(LeaversReported))
}

fn suspensions() -> Routes {
    Routes::new()
        .get(SUSPENSIONS, OVERSEERS, suspensions::show)
        .get(NEW_SUSPENSION, SUPERVISOR, suspensions::ask)
        .post(NEW_SUSPENSION, OVERSEERS, suspensions::submit)
        .post("/admin/suspensions/:id/lift", OVERSEERS, suspensions::lift)
        .api(OVERSEERS, api::SuspensionApi)
        .citing(rule!(SuspensionBySupervisor))
}

fn of(act: &str) -> String {
    format!("/admin/accounts/:id/{act}")
}

pub(crate) fn nav() -> [NavEntry; 4] {
    [
        NavEntry::new(SECTION_USERS, Icon::User, |lang| {
            Text::SectionUsers.to(lang)
        })
        .section(NavSection::Governance)
        .access(MANAGER),
        NavEntry::new(LEAVERS, Icon::Clock, |lang| Text::Leavers.to(lang))
            .section(NavSection::Governance)
            .access(MANAGERS)
            .badge(leavers::Waiting),
        NavEntry::new(PAGE, Icon::Key, |lang| Text::Accounts.to(lang))
            .section(NavSection::Administration)
            .access(ADMINISTRATOR),
        NavEntry::new(SUSPENSIONS, Icon::Lock, |lang| Text::Suspensions.to(lang))
            .section(NavSection::Administration)
            .access(OVERSEERS),
    ]
}

/// The words of codes and notices.
pub(crate) fn words() -> Words {
    words::words()
}

/// The page of an account.
fn page_of(id: impl std::fmt::Display) -> String {
    format!("{PAGE}/{id}")
}
