//! Provisions, their agreements, and what is done under them.

mod agreement;
mod event;
mod provision;
mod release;
mod view;

pub use agreement::{
    Agreement, AgreementForm, AgreementId, AgreementState, Clause, Condition, EarlyEnd, Word,
};
pub use event::{Event, EventForm, EventId, EventKind};
pub use provision::{Provision, ProvisionId};
pub use release::{Release, ReleaseForm, ReleaseId};
pub(crate) use view::Owed;
pub use view::{ProvisionRow, ProvisionView, Rights, Standing, View};
