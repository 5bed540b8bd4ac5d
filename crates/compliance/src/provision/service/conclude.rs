//! Concluding an agreement, and ending one early.

use time::Date;
use yakusho_kernel::{Conflict, Cx, Fault, Invalid, Reason, Saved, entered};

use super::access::hold_at;
use super::agreement::keep;
use crate::doer::Doer;
use crate::provision::model::{AgreementState, EarlyEnd, ProvisionId};
use crate::provision::rules::ACCOUNT;
use crate::provision::{policy, rules, store};

/// Concludes an agreement that has all eight conditions, on that day. From then on it does not change.
///
/// # Errors
/// [`Fault::Invalid`] in the field `clauses.…` of each condition that is missing, with the article; in `on`, where the day
/// lies in the future, before the consultation was granted, or after the last day of the agreement.
pub async fn conclude(
    cx: &Cx,
    id: ProvisionId,
    revision: i32,
    on: Date,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (provision, mut agreement, ties) = hold_at(&tx, id, revision).await?;
    let permit = policy::may_conclude(cx, &agreement, &ties)?;
    agreement.expect_open()?;
    rules::complete(cx, &agreement)?;
    rules::done_on(on, cx.today(), Some(provision.granted_on))?;
    if on > agreement.days.1 {
        return Err(Invalid::field("on", Reason::Code("agreement_over")).into());
    }
    let acting = ties.manager.ok_or(Fault::NotFound)?;
    agreement.state = AgreementState::Concluded;
    agreement.concluded = Some((on, Doer::of(&tx, acting.by).await?));
    keep(tx, permit, agreement).await
}

/// Ends an agreement before its last day: from that day on it is not in force any more. What was released is owed back
/// from then on.
///
/// # Errors
/// [`Fault::Invalid`] in `on`, where the day lies in the future, before the agreement was concluded, not before its end, or
/// not after a release that was recorded; in `reason`, where there is none.
pub async fn end_early(
    cx: &Cx,
    id: ProvisionId,
    revision: i32,
    on: Date,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (_, mut agreement, ties) = hold_at(&tx, id, revision).await?;
    let permit = policy::may_end(cx, &agreement, &ties)?;
    agreement.expect_concluded()?;
    Conflict {
        code: "agreement_ended",
    }
    .unless(agreement.until() > cx.today())?;
    let mut invalid = Invalid::default();
    let reason = entered::lines(&mut invalid, "reason", reason, ACCOUNT);
    invalid.check()?;
    let concluded = agreement.concluded.as_ref().map(|(on, _)| *on);
    rules::done_on(on, cx.today(), concluded)?;
    let last = store::last_release(&tx, id).await?;
    if last.is_some_and(|last| last >= on) {
        return Err(Invalid::field("on", Reason::Code("released_since")).into());
    }
    let acting = ties.manager.ok_or(Fault::NotFound)?;
    agreement.ended = Some(EarlyEnd {
        on,
        reason,
        at: cx.now(),
        doer: Doer::of(&tx, acting.by).await?,
    });
    if agreement.due.is_some() {
        agreement.due = Some(rules::due(cx, agreement.until()));
    }
    keep(tx, permit, agreement).await
}
