//! What a consultation must say: pure.

use yakusho_kernel::{Cx, Fault, Invalid, Reason};
use yakusho_regulation::{Verdict, rule};

use crate::procedure::{Answer, Case};

/// The field of the requirements.
const REQUIREMENTS: &str = "requirements";

/// A proposal says which of the five requirements it meets, and how (shiroishi:6).
pub(crate) fn requirements(cx: &Cx, case: &Case) -> Result<(), Fault> {
    let said = case.content.answer(REQUIREMENTS);
    let met = matches!(said, Some(Answer::Conditions(said)) if !said.is_empty());
    match rule!(FiveRequirements).judge(cx.city(), cx.today(), met) {
        Verdict::Broken(basis) => {
            let mut invalid = Invalid::default();
            invalid.push_by(format!("answers.{REQUIREMENTS}"), Reason::Required, basis);
            Err(invalid.into())
        }
        Verdict::Kept(_) | Verdict::NotInForce => Ok(()),
    }
}
