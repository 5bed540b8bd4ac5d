//! Who may write, edit and remove comments.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::rule;

use super::model::{Stored, Thread};
use crate::text::Remark;

const WRITE: Act = Act::new("comment.write");
const EDIT: Act = Act::new("comment.edit");
const WITHDRAW: Act = Act::new("comment.withdraw");
const REMOVE: Act = Act::new("comment.remove");

/// Whoever may read a thing may comment on it, where it takes comments.
pub(super) fn may_write(cx: &Cx, thread: &Thread) -> Result<Permit, Denied> {
    let judgement = cx.judge(WRITE).on(&thread.subject).signed_in()?;
    Ok(judgement.authorised(thread.open, "comments_off")?.permit())
}

/// One's own words, as long as they are shown; the wording before stays as a version (nogata:10(1)).
pub(super) fn may_edit(cx: &Cx, comment: &Stored) -> Result<Permit, Denied> {
    let own = cx.actor().stands_for(comment.by.author) && comment.words.shown().is_some();
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
