//! What procedures ask for before they are submitted, and what their decisions cause: one place for every kind.

use yakusho_kernel::{Cx, Fault, Invalid, Permit, Tx};
use yakusho_regulation::ProcedureKind;
use yakusho_regulation::procedure::Step;

use super::model::{Answers, Case};
use crate::{consultation, data_use, development, division, provision};

/// What articles have a case say that it does not, besides what its form requires.
pub(super) fn unsaid(cx: &Cx, case: &Case) -> Invalid {
    match case.procedure().kind {
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection => consultation::rules::requirements(cx, case),
        ProcedureKind::DataUse | ProcedureKind::Provision | ProcedureKind::WorkDivision => {
            Invalid::default()
        }
        ProcedureKind::CostDivision => division::unsaid(cx, case),
        ProcedureKind::Development => development::rules::unsaid(cx, case),
    }
}

/// What else has to hold before a case is submitted that says all that it must.
pub(super) async fn check(tx: &Tx, case: &Case) -> Result<(), Fault> {
    match case.procedure().kind {
        ProcedureKind::SystemDecision | ProcedureKind::SystemChange => Ok(()),
        ProcedureKind::SystemConnection => consultation::check_sides(tx, case).await,
        ProcedureKind::DataUse => data_use::check_applied(tx, case).await,
        ProcedureKind::Provision => provision::check_applied(tx, case).await,
        ProcedureKind::Development => development::check_data(tx, case).await,
        ProcedureKind::WorkDivision | ProcedureKind::CostDivision => {
            division::check_proposed(tx, case).await
        }
    }
}

/// What articles have a step filled in with that is not, before it is decided either way, besides what its fields require.
pub(super) async fn undecided(
    tx: &Tx,
    case: &Case,
    step: &Step,
    answers: &Answers,
) -> Result<Invalid, Fault> {
    match case.procedure().kind {
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection
        | ProcedureKind::DataUse
        | ProcedureKind::Provision
        | ProcedureKind::WorkDivision
        | ProcedureKind::CostDivision => Ok(Invalid::default()),
        ProcedureKind::Development => development::unreviewed(tx, case, step, answers).await,
    }
}

/// What is done once a case is granted, in the transaction that grants it.
pub(super) fn granted(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    match case.procedure().kind {
        // The registers ask for the consultations; what is developed is built elsewhere.
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection
        | ProcedureKind::Development => Ok(()),
        ProcedureKind::DataUse => data_use::take_effect(tx, permit, case),
        ProcedureKind::Provision => provision::take_effect(tx, permit, case),
        ProcedureKind::WorkDivision | ProcedureKind::CostDivision => {
            division::take_effect(tx, permit, case)
        }
    }
}
