//! What is done about the kinds of what is registered.

use serde_json::json;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Notice, Page, Permit, Reason, Ref, Saved,
    Tx,
};
use yakusho_regulation::{Role, Verdict, rule};

use super::model::{Approval, ApprovalId, ApprovalState, Clearance, Kind};
use super::{policy, store};
use crate::{notices, role};

/// The most characters of what the administrator says to a request.
const LONGEST: usize = 500;

/// Whether something of that kind may be shown to others, in the transaction that would show it. What is of the fifth
/// kind and not approved is asked for here.
pub async fn clear(
    tx: &Tx,
    permit: &Permit,
    kind: Option<Kind>,
    subject: Ref,
    label: &str,
) -> Result<Clearance, DbError> {
    if !kind.is_some_and(Kind::needs_approval) {
        return Ok(Clearance::Clear);
    }
    let last = store::last_of(tx, &subject).await?;
    let approved = last
        .as_ref()
        .is_some_and(|last| last.state == ApprovalState::Approved);
    match rule!(KindOfRegistration).judge(tx.cx().city(), tx.cx().today(), approved) {
        Verdict::NotInForce | Verdict::Kept(_) => return Ok(Clearance::Clear),
        Verdict::Broken(_) => {}
    }
    if let Some(last) = last.filter(|last| last.state == ApprovalState::Requested) {
        return Ok(Clearance::Waiting(last.id));
    }
    let id = store::insert(tx, permit, subject, label).await?;
    let administrators = role::people(tx, Role::SystemAdministrator, tx.cx().today()).await?;
    let notice = Notice::new(notices::APPROVAL_ASKED, &id).params(json!({ "label": label }));
    tx.notify(&administrators, &notice).await?;
    Ok(Clearance::Waiting(id))
}

/// Approves or refuses a request, with a word to whoever asked.
///
/// # Errors
/// The field `decision`, which a refusal must give; the conflict `decided_already`.
pub async fn decide(
    cx: &Cx,
    id: ApprovalId,
    approve: bool,
    decision: &str,
) -> Result<Saved<()>, Fault> {
    let permit = policy::may_decide(cx, id)?;
    let decision = decision.trim();
    if decision.is_empty() && !approve {
        return Err(Invalid::field("decision", Reason::Required).into());
    }
    if decision.chars().count() > LONGEST {
        return Err(Invalid::field("decision", Reason::TooLong { max: LONGEST }).into());
    }
    let tx = cx.begin().await?;
    let approval = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    let state = if approve {
        ApprovalState::Approved
    } else {
        ApprovalState::Refused
    };
    if !store::decide(&tx, &permit, id, state, decision).await? {
        return Err(Conflict {
            code: "decided_already",
        }
        .into());
    }
    let notice = Notice::new(notices::APPROVAL_DECIDED, &approval.subject)
        .keyed(id.to_string())
        .params(json!({ "label": approval.label, "approved": approve }));
    tx.notify(&[approval.requested_by], &notice).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).with("approved", approve), ())
        .await?)
}

/// Requests in that state, the newest first.
pub async fn list(
    cx: &Cx,
    state: ApprovalState,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Approval>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), state, after, size + 1).await?;
    Ok(Page::of(found, size, |approval| approval.id))
}

/// How many requests wait for the administrator.
pub async fn waiting(cx: &Cx) -> Result<u64, Fault> {
    let _ = policy::may_look_up(cx)?;
    Ok(store::count(&cx.reader(), ApprovalState::Requested).await?)
}
