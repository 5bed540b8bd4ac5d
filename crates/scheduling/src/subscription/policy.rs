//! Who may make addresses, and read at them.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, Via};
use yakusho_regulation::rule;

use super::model::SubscriptionId;

const MAKE: Act = Act::new("calendar.subscribe");
const LOOK: Act = Act::new("calendar.subscriptions");
const REVOKE: Act = Act::new("calendar.unsubscribe");
const READ: Act = Act::new("calendar.feed");

/// Everybody makes addresses for their own calendar, from a session: a token makes nothing that outlives it.
pub(super) fn may_make(cx: &Cx, person: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(MAKE)
        .on(&person)
        .signed_in()?
        .authorised(is_own(cx, person), "owner")?
        .keeping(rule!(Schedule))
        .permit())
}

/// They see their own.
pub(super) fn may_look(cx: &Cx, person: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK)
        .signed_in()?
        .authorised(is_own(cx, person), "owner")?
        .permit())
}

/// They revoke their own.
pub(super) fn may_revoke(cx: &Cx, id: SubscriptionId, person: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REVOKE)
        .on(&id)
        .signed_in()?
        .authorised(is_own(cx, person), "owner")?
        .keeping(rule!(Schedule))
        .permit())
}

/// Whoever has the address reads, while its owner could.
pub(super) fn may_read(cx: &Cx, usable: bool) -> Result<Permit, Denied> {
    Ok(cx.judge(READ).authorised(usable, "owner")?.permit())
}

fn is_own(cx: &Cx, person: PersonId) -> bool {
    let standing = cx.actor().standing();
    standing.is_some_and(|standing| standing.person == person && standing.via == Via::Session)
}
