//! Who may write, edit and remove comments.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right};
use yakusho_regulation::{Role, rule};

use super::model::{Rights, Stored, Thread};
use crate::text::Remark;

const WRITE: Act = Act::new("comment.write");
const EDIT: Act = Act::new("comment.edit");
const WITHDRAW: Act = Act::new("comment.withdraw");
const REMOVE: Act = Act::new("comment.remove");
const REINSTATE: Act = Act::new("comment.reinstate");
const EVIDENCE: Act = Act::new("comment.evidence");

/// Whoever may read a thing may comment on it, where it takes comments.
pub(super) fn may_write(cx: &Cx, thread: &Thread) -> Result<Permit, Denied> {
    let judgement = cx.judge(WRITE).on(&thread.subject).signed_in()?;
    Ok(judgement.authorised(thread.open, "comments_off")?.permit())
}

/// One's own words, as long as they are shown; the wording before stays as a version (nogata:10(1)).
pub(super) fn may_edit(cx: &Cx, comment: &Stored) -> Result<Permit, Denied> {
    let own = is_own(cx, comment);
    let judgement = cx.judge(EDIT).on(&comment.id).signed_in()?;
    Ok(judgement
        .require(rule!(HistoryKept), own, "not_author")?
        .permit())
}

/// One's own words freely; another's by whoever manages the thread, with a reason (nogata:10(6)).
pub(super) fn may_remove(
    cx: &Cx,
    thread: &Thread,
    comment: &Stored,
    reason: Option<&Remark>,
) -> Result<Permit, Denied> {
    if cx.actor().stands_for(comment.by.author) {
        let judgement = cx.judge(WITHDRAW).on(&comment.id).signed_in()?;
        return Ok(judgement.permit());
    }
    let judgement = cx.judge(REMOVE).on(&comment.id).signed_in()?;
    Ok(judgement
        .authorised(thread.managed, "not_manager")?
        .require(rule!(DeletionWithReason), reason.is_some(), "reason")?
        .permit())
}

/// What was taken down is put up again by the administrator, or by whoever manages the thread and took it down themselves:
/// what the administrator took down for a breach (nogata:12), no section puts back.
pub(super) fn may_reinstate(cx: &Cx, thread: &Thread, comment: &Stored) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REINSTATE)
        .on(&comment.id)
        .signed_in()?
        .authorised(reinstates(cx, thread, comment), "not_manager")?
        .permit())
}

/// The words that a marker stands in place of are seen by the supervisor alone, which is put on record.
pub(super) fn may_see_evidence(cx: &Cx, comment: &Stored) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EVIDENCE)
        .on(&comment.id)
        .signed_in()?
        .authorised_role(Role::SystemSupervisor)?
        .keeping(rule!(DeletionWithReason))
        .permit())
}

/// What the actor may do with a comment, for its page to offer.
pub(super) fn rights(cx: &Cx, thread: &Thread, comment: &Stored) -> Rights {
    Rights {
        own: is_own(cx, comment),
        reinstate: reinstates(cx, thread, comment).holds(),
        evidence: comment.words.removal().is_some() && cx.actor().holds(Role::SystemSupervisor),
    }
}

fn is_own(cx: &Cx, comment: &Stored) -> bool {
    cx.actor().stands_for(comment.by.author) && comment.words.shown().is_some()
}

fn reinstates(cx: &Cx, thread: &Thread, comment: &Stored) -> Right {
    let Some(removal) = comment.words.removal() else {
        return Right::None;
    };
    let took_it_down = cx.actor().stands_for(removal.by);
    let administers = cx.actor().by_role(Role::SystemAdministrator);
    let administers = administers.and(thread.managed.holds());
    administers.or(thread.managed.and(took_it_down))
}
