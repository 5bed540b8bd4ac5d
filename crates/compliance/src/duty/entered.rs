//! Duties that the administrator enters: drills, training, and whatever else is due.

use serde_json::json;
use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Conflict, Cx, Debtor, Fault, Invalid, Reason, Saved, entered, stored};

use super::model::{Duty, DutyForm, DutyId, DutyKind, DutyState, NewDuty};
use super::{policy, service};
use crate::text::{REMARK, paragraphs};

/// The most characters of a title.
const TITLE: usize = 100;

/// Whether the one who acts enters duties.
pub fn may_enter(cx: &Cx) -> bool {
    policy::may_enter(cx).is_ok()
}

/// Enters a duty of the head of a section.
///
/// # Errors
/// The fields `title`, `section`, `due` and `rule`.
pub async fn enter(cx: &Cx, form: DutyForm) -> Result<Saved<DutyId>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_enter(cx)?;
    let mut invalid = Invalid::default();
    let title = entered::line(&mut invalid, "title", &form.title, TITLE);
    let units = directory::units(&tx, cx.today()).await?;
    if !units.iter().any(|unit| unit.id == form.section) {
        invalid.push("section", Reason::Unknown);
    }
    if form.due < cx.today() {
        invalid.push("due", Reason::Past);
    }
    let in_force = |rule| cx.city().in_force(rule, cx.today()).is_some();
    if form.rule.is_some_and(|rule| !in_force(rule)) {
        invalid.push("rule", Reason::Unknown);
    }
    invalid.check()?;
    let new = NewDuty {
        kind: DutyKind::Entered,
        rule: form.rule,
        by: Debtor::Head(form.section),
        due: form.due,
        about: None,
        params: json!({ "title": title }),
    };
    let id = service::owe(&tx, &permit, new);
    let entry = Audit::of(permit, &id)
        .with("section", form.section.to_string())
        .with("due", form.due.to_string());
    Ok(tx.commit(entry, id).await?)
}

/// Says that what was entered is done, or, with a reason, that it need not be done any more.
///
/// # Errors
/// The field `remark`, or `reason` where it is dropped; a conflict where it was ended already, or ends by another act.
pub async fn close(
    cx: &Cx,
    id: DutyId,
    state: DutyState,
    remark: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let duty: Duty = service::find(&tx, cx, id).await?;
    let permit = match state {
        DutyState::Dropped => policy::may_drop(cx, &duty)?,
        DutyState::Done | DutyState::Open => policy::may_do(cx, &duty)?,
    };
    Conflict {
        code: "ends_by_its_act",
    }
    .unless(duty.kind == DutyKind::Entered && state != DutyState::Open)?;
    let drops = state == DutyState::Dropped;
    let field = if drops { "reason" } else { "remark" };
    let remark = paragraphs(remark, REMARK).map_err(|reason| Invalid::field(field, reason))?;
    if drops && remark.is_none() {
        return Err(Invalid::field(field, Reason::Required).into());
    }
    let ended = match remark.as_deref() {
        Some(reason) if drops => service::waive(&tx, &permit, duty.kind, &id, reason).await?,
        remark => service::fulfil(&tx, &permit, duty.kind, &id, remark).await?,
    };
    stored::one(ended)?;
    let entry = Audit::of(permit, &id).with("state", state.code());
    Ok(tx.commit(entry, ()).await?)
}
