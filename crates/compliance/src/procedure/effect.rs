//! What procedures ask for before they are submitted, and what their decisions cause: one place for every kind.

use yakusho_kernel::{Fault, Permit, Tx};
use yakusho_regulation::ProcedureKind;

use super::model::Case;
use crate::{consultation, data_use, provision};

/// What a case must say before it is submitted, besides what its form requires.
pub(super) async fn check(tx: &Tx, case: &Case) -> Result<(), Fault> {
    match case.procedure().kind {
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection => consultation::rules::requirements(tx.cx(), case),
        ProcedureKind::DataUse => data_use::check_applied(tx, case).await,
        ProcedureKind::Provision => provision::check_applied(tx, case).await,
    }
}

/// What is done once a case is granted, in the transaction that grants it.
pub(super) fn granted(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), Fault> {
    match case.procedure().kind {
        // The registers ask for them, and so nothing is to be done until then.
        ProcedureKind::SystemDecision
        | ProcedureKind::SystemChange
        | ProcedureKind::SystemConnection => Ok(()),
        ProcedureKind::DataUse => data_use::take_effect(tx, permit, case),
        ProcedureKind::Provision => provision::take_effect(tx, permit, case),
    }
}
