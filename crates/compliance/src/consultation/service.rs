//! Looking a consultation up that somebody relies on.

use yakusho_kernel::{Cx, Fault, Tx};

use super::policy::{self, Consulted};
use super::rules::Undertaking;
use crate::procedure::{self, CaseId, CaseState};

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
