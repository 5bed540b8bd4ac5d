//! What is entered only once it was consulted on.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::rule;

use super::rules::Undertaking;

const RELY: Act = Act::new("consultation.rely_on");

/// How far the consultation on an undertaking has come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Consulted {
    /// It was submitted, and neither sent back nor withdrawn.
    pub(super) submitted: bool,
    /// It was granted.
    pub(super) granted: bool,
}

/// An undertaking needs a consultation that was submitted (shiroishi:7 to 9) and, by the house's rule, granted. Where no
/// rule asks for one, and for systems purely for education or research, it needs none.
pub(super) fn may_rely(
    cx: &Cx,
    undertaking: &Undertaking<'_>,
    consulted: Consulted,
) -> Result<Permit, Denied> {
    let exempt = undertaking.is_exempt();
    let submitted = exempt || consulted.submitted;
    let judgement = cx.judge(RELY).signed_in()?;
    let judgement = match undertaking {
        Undertaking::Decide(_) => {
            judgement.require(rule!(SystemDecisionConsulted), submitted, "not_submitted")?
        }
        Undertaking::Change(_) => {
            judgement.require(rule!(SystemChangeConsulted), submitted, "not_submitted")?
        }
        Undertaking::Connect(..) => {
            judgement.require(rule!(ConnectionConsulted), submitted, "not_submitted")?
        }
    };
    let asked = cx.city().in_force(undertaking.kind().rule(), cx.today());
    let granted = exempt || asked.is_none() || consulted.granted;
    Ok(judgement.authorised(granted, "not_granted")?.permit())
}
