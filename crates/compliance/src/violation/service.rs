//! What is done with reports: one function per use case.

use serde_json::json;
use time::Duration;
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Debtor, Fault, Invalid, Notice, Page, Reading, Reason,
    Ref, Saved, Subject as _, entered,
};
use yakusho_regulation::{Role, Rule};

use super::model::{
    Handled, Handling, Outcome, Report, View, Violation, ViolationId, ViolationView,
};
use super::{notices, policy, store};
use crate::doer::Doer;
use crate::duty::service::{fulfil, owe};
use crate::duty::{DutyKind, NewDuty};
use crate::item::Items;
use crate::procedure::{Holder, holding_today};
use crate::text::REMARK;

/// That a report was handled, and rests.
const HANDLED: Conflict = Conflict {
    code: "violation_handled",
};

/// Reports a thing. The report is the administrator's to handle.
///
/// # Errors
/// [`Fault::NotFound`] where the one who acts may not see the thing; [`Fault::Invalid`] in `account`.
pub async fn report(
    cx: &Cx,
    items: &Items,
    item: &Ref,
    form: Report,
) -> Result<Saved<ViolationId>, Fault> {
    policy::scope(cx).ok_or(Fault::NotFound)?;
    let item = items.find(cx, item).await?;
    let permit = policy::may_report(cx, &item)?;
    let account = words("account", &form.account)?;
    let tx = cx.begin().await?;
    let days = cx.city().values(cx.today()).violation_handling_days;
    let violation = Violation {
        id: cx.new_id(),
        item: item.item,
        title: item.title,
        breach: form.breach,
        account,
        reported: Doer::of(&tx, Authorship::of(cx)?).await?,
        reported_at: cx.now(),
        due: cx.today().saturating_add(Duration::days(days.into())),
        handled: None,
        revision: 1,
    };
    store::insert(&tx, &permit, &violation).await?;
    let administrator = Role::SystemAdministrator;
    let params = json!({ "title": violation.title });
    let new = NewDuty {
        kind: DutyKind::Violation,
        rule: Some(Rule::ViolationsReported),
        by: Debtor::Role(administrator, None),
        due: violation.due,
        about: Some(violation.id.reference()),
        params: params.clone(),
    };
    owe(&tx, &permit, new);
    let mut people = holding_today(&tx, cx.today(), &[Holder::Role(administrator, None)]).await?;
    people.retain(|person| Some(*person) != cx.actor().person());
    let notice = Notice::new(notices::REPORTED, &violation.id).params(params);
    tx.notify(&people, &notice).await?;
    let entry = Audit::of(permit, &violation.id)
        .with("item", violation.item.id.to_string())
        .with("breach", violation.breach.code());
    Ok(tx.commit(entry, violation.id).await?)
}

/// Handles a report, and takes down what is in breach; who reported it is told.
///
/// # Errors
/// [`Fault::Invalid`] in `reason`, and in `outcome` where things of that kind are not taken down from here;
/// [`Fault::Conflict`] where the report was handled, or the thing does not stand any more.
pub async fn handle(
    cx: &Cx,
    items: &Items,
    id: ViolationId,
    revision: i32,
    form: Handling,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut violation = find(&tx, cx, id).await?;
    Conflict::CHANGED.unless(violation.revision == revision)?;
    let permit = policy::may_handle(cx, &violation, form.outcome)?;
    HANDLED.unless(violation.handled.is_none())?;
    let reason = words("reason", &form.reason)?;
    if form.outcome == Outcome::TakenDown {
        let item = &violation.item;
        let Some(things) = items.removable(&item.kind) else {
            return Err(Invalid::field("outcome", Reason::Code("not_removable")).into());
        };
        things.take_down(&tx, &permit, item.id, &reason).await?;
    }
    let outcome = form.outcome.code();
    violation.handled = Some(Handled {
        outcome: form.outcome,
        reason,
        doer: Doer::of(&tx, Authorship::of(cx)?).await?,
        at: cx.now(),
    });
    store::save(&tx, &permit, &violation).await?;
    fulfil(&tx, &permit, DutyKind::Violation, &id, None).await?;
    let reporter = violation.reported.by.author;
    if !cx.actor().stands_for(reporter) {
        let params = json!({ "title": violation.title, "outcome": outcome });
        let notice = Notice::new(notices::HANDLED, &id).params(params);
        tx.notify(&[reporter], &notice).await?;
    }
    let entry = Audit::of(permit, &id)
        .with("item", violation.item.id.to_string())
        .with("outcome", outcome);
    Ok(tx.commit(entry, ()).await?)
}

/// A page of the reports of a view.
pub async fn list(
    cx: &Cx,
    view: View,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Violation>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    if !scope.has(view) {
        return Err(Fault::NotFound);
    }
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), &scope, view, after, size + 1).await?;
    Ok(Page::of(found, size, |violation| violation.id))
}

/// How many reports wait to be handled; none where they are not the reader's to see.
pub async fn waiting(cx: &Cx) -> Result<Option<u64>, Fault> {
    match policy::scope(cx).filter(|scope| scope.oversees) {
        Some(_) => Ok(Some(store::waiting(&cx.reader()).await?)),
        None => Ok(None),
    }
}

/// A report on its own page.
pub async fn show(cx: &Cx, id: ViolationId) -> Result<ViolationView, Fault> {
    let violation = find(&cx.reader(), cx, id).await?;
    Ok(ViolationView {
        may: policy::rights(cx, &violation),
        violation,
    })
}

async fn find(on: &impl Reading, cx: &Cx, id: ViolationId) -> Result<Violation, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let found = store::find(on, id).await?;
    found
        .filter(|violation| scope.sees(violation))
        .ok_or(Fault::NotFound)
}

fn words(field: &str, entered: &str) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let words = entered::lines(&mut invalid, field, entered, REMARK);
    invalid.check()?;
    Ok(words)
}
