//! Oneself: what is on record, one's password and second factor, where one is signed in, tokens for programs, standing
//! in for others, groups of one's own.

mod api;
mod delegations;
mod groups;
mod history;
mod overview;
mod panel;
mod passkeys;
mod password;
mod qr;
mod second_factor;
mod security;
mod texts;
mod tokens;
pub(crate) mod words;

use maud::Markup;
use yakusho_webkit::ui::{Tab, tabs};
use yakusho_webkit::{Access, Lang, Routes, Say};

use crate::{mailing, sign_in};
use api::Tag;
pub(crate) use delegations::{Delegations, new_for_post};
pub(crate) use panel::PasswordDue;
pub(crate) use texts::Text;
pub(crate) use words::words;

const ACCOUNT: &str = "/account";
const SECURITY: &str = "/account/security";
const HISTORY: &str = "/account/history";
/// Where a password is changed; also where whoever must change it is led.
pub(crate) const PASSWORD: &str = "/account/password";
const SESSIONS: &str = "/account/sessions";
const TOKENS: &str = "/account/tokens";
const DELEGATIONS: &str = yakusho_webkit::page::paths::DELEGATIONS;
const GROUPS: &str = "/account/groups";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(ACCOUNT, Access::User, overview::show)
        .get(SECURITY, Access::User, security::show)
        .get(HISTORY, Access::User, history::show)
        .post(
            "/account/sessions/end-others",
            Access::User,
            security::end_others,
        )
        .post("/account/sessions/:id/end", Access::User, security::end)
        .get(PASSWORD, Access::SignedIn, password::ask)
        .attempt(PASSWORD, Access::SignedIn, password::change)
        .get(second_factor::BEGIN, Access::User, second_factor::ask_begin)
        .attempt(second_factor::BEGIN, Access::User, second_factor::begin)
        .get(
            second_factor::CONFIRM,
            Access::User,
            second_factor::ask_begin,
        )
        .attempt(second_factor::CONFIRM, Access::User, second_factor::confirm)
        .get(second_factor::OFF, Access::User, second_factor::ask_off)
        .attempt(second_factor::OFF, Access::User, second_factor::off)
        .get(
            second_factor::RECOVERY,
            Access::User,
            second_factor::ask_recovery,
        )
        .attempt(
            second_factor::RECOVERY,
            Access::User,
            second_factor::recovery,
        )
        .get(passkeys::NEW, Access::User, passkeys::ask_new)
        .attempt(passkeys::NEW, Access::User, passkeys::begin)
        .get(passkeys::ADD, Access::User, passkeys::ask_new)
        .attempt(passkeys::ADD, Access::User, passkeys::add)
        .get(passkeys::REMOVE, Access::User, passkeys::ask_remove)
        .attempt(passkeys::REMOVE, Access::User, passkeys::remove)
        .get(TOKENS, Access::User, tokens::list)
        .post(TOKENS, Access::User, tokens::make)
        .get("/account/tokens/:id/revoke", Access::User, tokens::ask)
        .post("/account/tokens/:id/revoke", Access::User, tokens::revoke)
        .join(delegations::routes())
        .join(groups::routes())
        .join(api::routes())
}

/// What the menu of whoever is signed in leads to.
pub(crate) fn menu() -> [(&'static str, Say); 4] {
    [
        (ACCOUNT, |lang| Text::Account.to(lang)),
        (SECURITY, |lang| Text::Security.to(lang)),
        (DELEGATIONS, |lang| Text::Delegations.to(lang)),
        (sign_in::USAGE, sign_in::usage_title),
    ]
}

/// The views of one's account.
pub(crate) fn views(lang: Lang, current: &str) -> Markup {
    let all = [
        (ACCOUNT, Text::Overview.to(lang)),
        (SECURITY, Text::Security.to(lang)),
        (mailing::SETTINGS, mailing::title(lang)),
        (TOKENS, Text::Tokens.to(lang)),
        (DELEGATIONS, Text::Delegations.to(lang)),
        (GROUPS, Text::Groups.to(lang)),
    ];
    let views = all.map(|(href, text)| Tab::new(href, text).current(href == current));
    tabs(Text::Account.to(lang), views)
}
