//! Looking a consultation up that somebody relies on.

use yakusho_kernel::{Cx, Fault, Invalid, Reason, Tx};

use super::policy::{self, Consulted};
use super::rules::Undertaking;
use crate::inventory;
use crate::procedure::{self, Answer, Case, CaseId, CaseState};

/// That an undertaking was consulted on, as far as the city asks for it.
pub(crate) async fn expect(
    tx: &Tx,
    cx: &Cx,
    undertaking: &Undertaking<'_>,
    consultation: Option<CaseId>,
) -> Result<(), Fault> {
    let case = match consultation {
        Some(id) => procedure::find(tx, id).await?,
        None => None,
    };
    let about = case.filter(|case| undertaking.is_of(case));
    let consulted = about.map_or_else(Consulted::default, |case| Consulted {
        submitted: matches!(
            case.state,
            CaseState::UnderWay | CaseState::Granted | CaseState::Refused
        ),
        granted: case.state == CaseState::Granted,
    });
    let _ = policy::may_rely(cx, undertaking, consulted)?;
    Ok(())
}

/// That of the two systems that are to be connected one lies on each side.
pub(crate) async fn check_sides(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let mut invalid = Invalid::default();
    for (side, business) in [("information_side", false), ("business_side", true)] {
        let Some(id) = case.content.answer(side).and_then(Answer::system) else {
            continue;
        };
        let system = inventory::store::system(tx, id).await?;
        if system.is_none_or(|system| system.class.is_business() != business) {
            invalid.push(format!("answers.{side}"), Reason::Code("same_side"));
        }
    }
    Ok(invalid.check()?)
}
