//! What a consultation must say: pure.

use yakusho_kernel::{Cx, Invalid, Reason, UnitId};
use yakusho_regulation::{ProcedureKind, Verdict, rule};

use crate::ids::SystemId;
use crate::inventory::System;
use crate::procedure::{Answer, Case};

/// The field of the requirements.
const REQUIREMENTS: &str = "requirements";

/// A proposal says which of the five requirements it meets, and how (shiroishi:6).
pub(crate) fn requirements(cx: &Cx, case: &Case) -> Invalid {
    let said = case.content.answer(REQUIREMENTS);
    let met = matches!(said, Some(Answer::Conditions(said)) if !said.is_empty());
    let mut invalid = Invalid::default();
    if let Verdict::Broken(basis) = rule!(FiveRequirements).judge(cx.city(), cx.today(), met) {
        invalid.push_by(format!("answers.{REQUIREMENTS}"), Reason::Required, basis);
    }
    invalid
}

/// What is to be done with systems.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Undertaking<'s> {
    /// A section decides on a new system.
    Decide(UnitId),
    /// A system is installed, changed or abolished.
    Change(&'s System),
    /// An information-side and a business-side system are connected.
    Connect(SystemId, SystemId),
}

impl Undertaking<'_> {
    /// The procedure by which it is consulted on.
    pub(super) const fn kind(&self) -> ProcedureKind {
        match self {
            Self::Decide(_) => ProcedureKind::SystemDecision,
            Self::Change(_) => ProcedureKind::SystemChange,
            Self::Connect(..) => ProcedureKind::SystemConnection,
        }
    }

    /// Whether it needs no consultation (shiroishi:8, the proviso).
    pub(super) const fn is_exempt(&self) -> bool {
        match self {
            Self::Change(system) => system.is_exempt(),
            Self::Decide(_) | Self::Connect(..) => false,
        }
    }

    /// Whether the case is a consultation on it.
    pub(super) fn is_of(&self, case: &Case) -> bool {
        let system = |key: &str| case.content.answer(key).and_then(Answer::system);
        case.procedure().kind == self.kind()
            && match self {
                Self::Decide(section) => case.content.section == *section,
                Self::Change(one) => system("system") == Some(one.id),
                Self::Connect(one, other) => {
                    system("information_side") == Some(*one)
                        && system("business_side") == Some(*other)
                }
            }
    }
}
