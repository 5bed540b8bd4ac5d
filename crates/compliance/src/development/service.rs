//! What requests and reviews are held against.

use yakusho_kernel::{Fault, Invalid, Tx};
use yakusho_regulation::procedure::Step;

use super::rules;
use crate::procedure::{self, Answer, Answers, Case};
use crate::{data_use, inventory};

/// That the use of other sections' data that a request names was approved (muko:15-2) on days that are not over.
pub(crate) async fn check_data(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let (section, today) = (case.content.section, tx.cx().today());
    let mut named = Vec::new();
    for (key, answer) in &case.content.answers {
        let Some(id) = Answer::data_set(answer) else {
            continue;
        };
        let data = inventory::store::data_set(tx, id).await?;
        if data.is_some_and(|data| data.section != section) {
            let approved = data_use::is_approved(tx, section, id, today).await?;
            named.push((&**key, approved));
        }
    }
    Ok(rules::unapproved(tx.cx(), &named).check()?)
}

/// What a step is decided with that is missing (muko:15-3).
pub(crate) async fn unreviewed(
    tx: &Tx,
    case: &Case,
    step: &Step,
    answers: &Answers,
) -> Result<Invalid, Fault> {
    let before = procedure::acts(tx, case.id).await?;
    Ok(rules::unreviewed(tx.cx(), case, &before, step, answers))
}
