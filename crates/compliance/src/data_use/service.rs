//! Approvals come into being, and are asked about.

use yakusho_kernel::{Audit, Cursor, Cx, Fault, Invalid, Page, Permit, Reason, Saved, Tx, UnitId};

use super::model::{Approval, Asked, Checked};
use super::{policy, rules, store};
use crate::inventory;
use crate::procedure::Case;

/// That a case applies for the use of another section's data, on days that are not over.
pub(crate) async fn check_applied(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let applied = rules::applied(case)?;
    let data = inventory::store::data_set(tx, applied.data).await?;
    let mut invalid = Invalid::default();
    match data {
        Some(data) if data.section == case.content.section => {
            invalid.push("answers.data", Reason::Code("own_data"));
        }
        Some(_) => {}
        None => invalid.push("answers.data", Reason::Unknown),
    }
    if applied.days.1 < tx.cx().today() {
        invalid.push("answers.period.last", Reason::Past);
    }
    Ok(invalid.check()?)
}

/// An application that is granted is an approval, from its first day until the end of its last; not before the day on
/// which it was granted.
pub(crate) fn take_effect(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    let rules::Applied {
        data,
        purpose,
        days,
    } = rules::applied(case)?;
    let granted_on = case.decided_on.unwrap_or(tx.cx().today());
    let approval = Approval {
        id: tx.cx().new_id(),
        case: case.id,
        section: case.content.section,
        data,
        purpose,
        days: (days.0.max(granted_on), days.1),
        granted_on,
    };
    store::insert(tx, permit, &approval);
    Ok(())
}

/// Whether a section may use data for a purpose today, and by which approval. The answer is put on record.
pub async fn check(cx: &Cx, asked: &Asked) -> Result<Saved<Checked>, Fault> {
    let permit = policy::may_ask(cx, asked.data)?;
    let on = cx.reader();
    let data = inventory::store::data_set(&on, asked.data).await?;
    let owner = data.ok_or(Fault::NotFound)?.section;
    let held = store::held(&on, asked.section, asked.data, cx.today()).await?;
    let checked = rules::checked(cx, asked, owner, held);
    let entry = Audit::of(permit, &asked.data)
        .with("section", asked.section.to_string())
        .with("answer", checked.code());
    let entry = match &checked {
        Checked::Permitted(approval, _) => entry.with("approval", approval.id.to_string()),
        Checked::Own | Checked::Unregulated | Checked::Refused(_) => entry,
    };
    let tx = cx.begin().await?;
    Ok(tx.commit(entry, checked).await?)
}

/// The approvals of a section, of all its past and those to come, the latest end first.
pub async fn approvals(
    cx: &Cx,
    section: UnitId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Approval>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::of_section(&cx.reader(), section, after, size + 1).await?;
    Ok(Page::of(found, size, |one| {
        (one.days.1.to_julian_day(), one.id)
    }))
}
