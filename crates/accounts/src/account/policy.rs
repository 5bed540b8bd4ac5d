//! Who may do what with accounts.

use yakusho_kernel::{Act, Cx, Denied, EmploymentClass, Judgement, Permit, PersonId, Subject};
use yakusho_regulation::{Role, rule};

use super::model::{Account, AccountId, NewAccount, Shared, Sharing};

const OPEN: Act = Act::new("account.open");
const SET_LOGIN: Act = Act::new("account.set_login");
const SET_TERMS: Act = Act::new("account.set_terms");
const CLOSE: Act = Act::new("account.close");
const LINK: Act = Act::new("account.link");
const REOPEN: Act = Act::new("account.reopen");
const READMIT: Act = Act::new("account.readmit");
const END: Act = Act::new("account.end");
const LIST: Act = Act::new("account.list");
const IMPORT: Act = Act::new("account.import");
const EXPORT: Act = Act::new("account.export");
const BOOTSTRAP: Act = Act::new("account.bootstrap");
const PERMIT_SHARING: Act = Act::new("account.permit_sharing");
const WITHDRAW_SHARING: Act = Act::new("account.withdraw_sharing");
const SET_LANG: Act = Act::new("account.set_lang");

/// What concerns an account as a whole, and no rule gives to anybody else, is the administrator's (nogata:5-2(4)).
fn administrator(cx: &Cx, act: Act, account: Option<AccountId>) -> Result<Judgement<'_>, Denied> {
    let judgement = cx.judge(act);
    let judgement = match account {
        Some(account) => judgement.on(&account),
        None => judgement,
    };
    judgement
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)
}

/// Who may open an account: the administrator alone sets IDs (nogata:2(3)); for anyone but regular staff this approves
/// it (nogata:7-1), on the terms that the rules judge; a shared one stands on a permission that holds (shiroishi:24-1).
pub(super) fn may_open(
    cx: &Cx,
    class: Option<EmploymentClass>,
    new: &NewAccount,
    sharing: Option<&Sharing>,
) -> Result<Permit, Denied> {
    let mut judgement = cx
        .judge(OPEN)
        .on(&new.person)
        .role(rule!(IdSetByAdministrator), Role::SystemAdministrator)?;
    if !class.is_some_and(EmploymentClass::is_regular) {
        judgement = judgement.keeping(rule!(OthersApproved));
    }
    match new.shared {
        Shared::No => Ok(judgement.permit()),
        Shared::By(_) => {
            let last = new.ends_on.unwrap_or(time::Date::MAX);
            let covered = sharing.is_some_and(|permission| {
                permission.person == new.person
                    && permission.holds_on(cx.today())
                    && last <= permission.ends_on
            });
            Ok(judgement
                .require(rule!(NoSharedAccounts), covered, "sharing_not_permitted")?
                .require(rule!(PasswordOwnersAlone), covered, "sharing_not_permitted")?
                .permit())
        }
    }
}

/// Who may change an ID: the administrator alone (nogata:2(3)).
pub(super) fn may_set_login(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SET_LOGIN)
        .on(&account.id)
        .role(rule!(IdSetByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// Who may change how long an account lasts.
pub(super) fn may_set_terms(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(administrator(cx, SET_TERMS, Some(account.id))?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Who may close an account by an act of their own: never the own, which nobody might be left to open again, nor that of
/// the supervisor (`watches`), who watches the administrator.
pub(super) fn may_close(cx: &Cx, account: &Account, watches: bool) -> Result<Permit, Denied> {
    let own = account.is_of(cx.actor());
    Ok(administrator(cx, CLOSE, Some(account.id))?
        .authorised(!own, "own_account")?
        .authorised(!watches, "supervisors_account")?
        .permit())
}

/// Who may open a closed account again.
pub(super) fn may_reopen(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(administrator(cx, REOPEN, Some(account.id))?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Who may say what the city's identity management calls an account, and that it has let go of it.
pub(super) fn may_link(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(administrator(cx, LINK, Some(account.id))?.permit())
}

/// Whoever lost their way in is helped at the machine itself.
pub(super) fn may_readmit(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(READMIT)
        .on(&account.id)
        .authorised(cx.actor().is_system(), "console")?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Closing what is past its end is the system's (nogata:7-1: it ends by itself).
pub(super) fn may_end(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    let past = account.ends_on.is_some_and(|last| last < cx.today());
    Ok(cx
        .judge(END)
        .on(&account.id)
        .authorised(cx.actor().is_system() && past, "system")?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Telling of what is about to end is the system's.
pub(super) fn may_remind(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(Act::new("account.remind"))
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Who may look through all accounts.
pub(super) fn may_list(cx: &Cx) -> Result<Permit, Denied> {
    Ok(administrator(cx, LIST, None)?.permit())
}

/// Who may open accounts from a file.
pub(super) fn may_import(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(IMPORT)
        .role(rule!(IdSetByAdministrator), Role::SystemAdministrator)?
        .keeping(rule!(OthersApproved))
        .permit())
}

/// Who may take all accounts out as a file.
pub(super) fn may_export(cx: &Cx) -> Result<Permit, Denied> {
    Ok(administrator(cx, EXPORT, None)?.permit())
}

/// The first administrator's account is made at the machine itself, while there is none.
pub(super) fn may_bootstrap(cx: &Cx, person: PersonId, none_yet: bool) -> Result<Permit, Denied> {
    Ok(cx
        .judge(BOOTSTRAP)
        .on(&person)
        .authorised(cx.actor().is_system(), "console")?
        .require(
            rule!(IdSetByAdministrator),
            none_yet,
            "administrator_exists",
        )?
        .permit())
}

/// Who may permit that people share an account: the information system manager (shiroishi:24-1). Where the profile
/// knows no such rule, nobody.
pub(super) fn may_permit_sharing(cx: &Cx, person: PersonId) -> Result<Permit, Denied> {
    sharing(cx, PERMIT_SHARING, &person)
}

/// Who may withdraw a permission to share.
pub(super) fn may_withdraw_sharing(cx: &Cx, permission: &Sharing) -> Result<Permit, Denied> {
    sharing(cx, WITHDRAW_SHARING, &permission.id)
}

fn sharing(cx: &Cx, act: Act, on: &impl Subject) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(on)
        .role(rule!(NoSharedAccounts), Role::InformationSystemManager)?
        .authorised_role(Role::InformationSystemManager)?
        .permit())
}

/// Who may look through the permissions to share: who gives them, and the administrator.
pub(super) fn may_list_sharing(cx: &Cx) -> Result<Permit, Denied> {
    let concerned = [Role::InformationSystemManager, Role::SystemAdministrator];
    let concerned = cx.actor().by_any_role(&concerned);
    Ok(cx
        .judge(Act::new("account.list_sharing"))
        .authorised(concerned, "role")?
        .keeping(rule!(NoSharedAccounts))
        .permit())
}

/// The owner alone chooses the language.
pub(super) fn may_set_lang(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SET_LANG)
        .on(&account.id)
        .authorised(account.is_of(cx.actor()), "owner")?
        .permit())
}
