//! Who may do what with API tokens.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right, Scope, Via};
use yakusho_regulation::{Role, rule};

use crate::account::Account;

const MAKE: Act = Act::new("api_token.make");
const LOOK: Act = Act::new("api_token.look");
const REVOKE: Act = Act::new("api_token.revoke");
const REVOKE_FOR: Act = Act::new("api_token.revoke_for");

/// Its owner makes a token, from a session; one for administration only while administering is theirs, and one for the
/// provisioning of accounts only as the administrator, who alone sets IDs (nogata:2(3)).
pub(super) fn may_make(cx: &Cx, account: &Account, scopes: &[Scope]) -> Result<Permit, Denied> {
    let administers = [Role::SystemAdministrator, Role::SystemSupervisor];
    let administers = if scopes.contains(&Scope::Admin) {
        cx.actor().by_any_role(&administers)
    } else {
        Right::Own
    };
    let judgement = cx
        .judge(MAKE)
        .on(&account.id)
        .authorised(is_owner(cx, account), "owner")?
        .authorised(administers, "scope")?;
    if !scopes.contains(&Scope::Scim) {
        return Ok(judgement.permit());
    }
    Ok(judgement
        .role(rule!(IdSetByAdministrator), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// Its owner sees the tokens of an account.
pub(super) fn may_look(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK)
        .on(&account.id)
        .authorised(is_owner(cx, account), "owner")?
        .permit())
}

/// Its owner revokes a token (nogata:10(3)).
pub(super) fn may_revoke(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REVOKE)
        .on(&account.id)
        .authorised(is_owner(cx, account), "owner")?
        .keeping(rule!(MisuseWatched))
        .permit())
}

/// The administrator revokes all tokens of an account (nogata:5-2(4)).
pub(super) fn may_revoke_for(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REVOKE_FOR)
        .on(&account.id)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

fn is_owner(cx: &Cx, account: &Account) -> bool {
    cx.actor()
        .standing()
        .is_some_and(|standing| standing.person == account.person && standing.via == Via::Session)
}
