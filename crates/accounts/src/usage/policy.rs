//! Who sets usage rules, and who takes note of them.

use yakusho_kernel::{Act, Actor, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

use super::model::UsageRulesId;
use crate::account::AccountId;

const ISSUE: Act = Act::new("usage.issue");
const WITHDRAW: Act = Act::new("usage.withdraw");
const ACKNOWLEDGE: Act = Act::new("usage.acknowledge");
const GO_ON: Act = Act::new("session.go_on");
const FOLLOW: Act = Act::new("usage.follow");

/// The administrator sets what the groupware is used for and how (nogata:5-2(2)).
pub(super) fn may_issue(cx: &Cx) -> Result<Permit, Denied> {
    let judgement = cx.judge(ISSUE).authorised_role(Role::SystemAdministrator)?;
    Ok(judgement.keeping(rule!(UsageRules)).permit())
}

/// The administrator takes back what is not in force yet.
pub(super) fn may_withdraw(cx: &Cx, rules: UsageRulesId) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(WITHDRAW)
        .on(&rules)
        .authorised_role(Role::SystemAdministrator)?;
    Ok(judgement.keeping(rule!(UsageRules)).permit())
}

/// Each user takes note for themself; nobody does it on another's behalf.
pub(super) fn may_acknowledge(cx: &Cx, rules: UsageRulesId) -> Result<Permit, Denied> {
    let own = cx
        .actor()
        .standing()
        .is_some_and(|standing| standing.on_behalf.is_none());
    let judgement = cx
        .judge(ACKNOWLEDGE)
        .on(&rules)
        .signed_in()?
        .authorised(own, "not_by_proxy")?;
    Ok(judgement.keeping(rule!(UsageRules)).permit())
}

/// The administrator sees who has taken note.
pub(super) fn may_follow(cx: &Cx) -> Result<Permit, Denied> {
    let may = cx.actor().by_role(Role::SystemAdministrator);
    let may = may.or(cx.actor().is_system());
    Ok(cx.judge(FOLLOW).authorised(may, "role")?.permit())
}

/// Whether anybody is signed in, to read the rules.
pub(super) fn is_user(cx: &Cx) -> bool {
    !matches!(cx.actor(), Actor::Nobody)
}

/// Whether somebody may do anything but take note of rules in force that they have not taken note of (nogata:5-2(2)).
pub(crate) fn may_go_on(
    cx: &Cx,
    account: AccountId,
    unread: Option<UsageRulesId>,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(GO_ON)
        .on(&account)
        .require(rule!(UsageRules), unread.is_none(), "usage_rules_unread")?
        .permit())
}
