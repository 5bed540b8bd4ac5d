//! Procedures on forms: drawn up, submitted, consulted on, decided.
//!
//! # Invariants
//! - What a procedure is, the city's profile says. A case keeps the definition that it was drawn up by, whatever the
//!   profile says later.
//! - A case is numbered when it is first submitted, by register and fiscal year, without a gap: the number is drawn in the
//!   transaction that submits it, and is kept whatever becomes of it.
//! - The steps are taken in their order. What waits is a task of a role or a post, never of a person: whoever holds it on
//!   the day does it, or who stands in for them, which is then said.
//! - Nobody is consulted on or decides what they applied for, nor does anybody in their place.
//! - Of several who decide at once, one does.
//! - The day of an act is kept apart from the moment at which it was entered.
//! - Every version of what was filled in, and every act, stays.
//! - What a decision causes is done in its transaction, or the decision is not made.

mod answers;
mod definition;
mod effect;
mod found;
mod model;
mod owed;
mod parties;
pub(crate) mod policy;
mod rules;
mod service;
mod store;

pub use found::Cases;
pub(crate) use model::Case;
pub use model::{
    Act, ActId, ActKind, Answer, Answers, CaseForm, CaseId, CaseNumber, CaseRow, CaseState,
    CaseView, Content, Decision, Definition, Holder, Opinion, RegisterRow, Rights, StepProgress,
    StepView, TaskId, TaskState, TaskView, Tray, Verdict,
};
pub use owed::StepsOwed;
pub(crate) use parties::people as holding_today;
pub use service::{
    consult, copy, decide, draw_up, edit, form, list, registers, show, submit, version, waiting,
    withdraw,
};
pub(crate) use store::{acts, find, next_number};
