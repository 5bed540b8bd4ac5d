//! Who says where one's notices are mailed, and who sees which mails failed.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, Via};
use yakusho_regulation::{Role, rule};

/// What the owner of a box does with it.
pub(super) const PREFER: Act = Act::new("mail.prefer");
pub(super) const ASK: Act = Act::new("mail.ask_address");
pub(super) const CONFIRM: Act = Act::new("mail.confirm_address");
pub(super) const REMOVE: Act = Act::new("mail.remove_address");
const LOOK: Act = Act::new("mail.look_at_failed");

/// Its owner alone, from a session of their own: whoever turns another's mail elsewhere reads it.
pub(super) fn may_change(cx: &Cx, act: Act, person: PersonId) -> Result<Permit, Denied> {
    let own = cx.actor().standing().is_some_and(|standing| {
        standing.person == person && standing.via == Via::Session && standing.on_behalf.is_none()
    });
    Ok(cx.judge(act).on(&person).authorised(own, "owner")?.permit())
}

/// The administrator looks at mails that were given up (nogata:5-2(4)): what no article gives to somebody else.
pub(super) fn may_look(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}
