//! What the consultation on a provision asks for, and what its decision causes.

use yakusho_kernel::{Fault, Invalid, Permit, Reason, Tx};

use crate::inventory;
use crate::procedure::Case;
use crate::provision::model::Provision;
use crate::provision::{rules, store};

/// That a case is about the section's own data, on days that are not over.
pub(crate) async fn check_applied(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let applied = rules::applied(case)?;
    let data = inventory::store::data_set(tx, applied.data).await?;
    let mut invalid = Invalid::default();
    match data {
        Some(data) if data.section == case.content.section => {}
        Some(_) => invalid.push("answers.data", Reason::Code("others_data")),
        None => invalid.push("answers.data", Reason::Unknown),
    }
    if applied.days.1 < tx.cx().today() {
        invalid.push("answers.period.last", Reason::Past);
    }
    Ok(invalid.check()?)
}

/// A consultation that is granted is a provision, which waits for its agreement.
pub(crate) fn take_effect(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    let rules::Applied {
        data,
        recipient,
        purpose,
        days,
    } = rules::applied(case)?;
    let provision = Provision {
        id: tx.cx().new_id(),
        case: case.id,
        section: case.content.section,
        data,
        recipient,
        purpose,
        days,
        granted_on: case.decided_on.unwrap_or(tx.cx().today()),
    };
    store::insert(tx, permit, &provision);
    Ok(())
}
