//! What an approval covers: pure.

use time::Date;
use yakusho_kernel::{Cx, Fault, Invalid, Reason, UnitId};
use yakusho_regulation::{Verdict, rule};

use super::model::{Approval, Asked, Checked};
use crate::ids::DataSetId;
use crate::procedure::{Answer, Case};
use crate::text::folded;

/// What a case applies for: the data, the purpose, and the first day and the last.
pub(super) struct Applied {
    pub(super) data: DataSetId,
    pub(super) purpose: String,
    pub(super) days: (Date, Date),
}

/// What a case applies for. The profile sees to it that its form has these fields.
pub(super) fn applied(case: &Case) -> Result<Applied, Fault> {
    let answer = |key: &str| case.content.answer(key);
    let missing = |key: &str| Invalid::field(format!("answers.{key}"), Reason::Required);
    Ok(Applied {
        data: answer("data")
            .and_then(Answer::data_set)
            .ok_or_else(|| missing("data"))?,
        purpose: answer("purpose")
            .and_then(Answer::text)
            .ok_or_else(|| missing("purpose"))?
            .to_owned(),
        days: answer("period")
            .and_then(Answer::period)
            .ok_or_else(|| missing("period"))?,
    })
}

/// What is answered to that question, where these approvals hold today: another section's data are used with an approval
/// that covers the use, and not otherwise (shiroishi:14, muko:15-2).
pub(super) fn checked(cx: &Cx, asked: &Asked, owner: UnitId, held: Vec<Approval>) -> Checked {
    if owner == asked.section {
        return Checked::Own;
    }
    let purpose = folded(&asked.purpose);
    let approval = held.into_iter().find(|one| folded(&one.purpose) == purpose);
    let verdict = rule!(DataUseApproved).judge(cx.city(), cx.today(), approval.is_some());
    match (verdict, approval) {
        (Verdict::Kept(basis), Some(approval)) => Checked::Permitted(approval, basis),
        (Verdict::Kept(basis) | Verdict::Broken(basis), _) => Checked::Refused(basis),
        (Verdict::NotInForce, _) => Checked::Unregulated,
    }
}
