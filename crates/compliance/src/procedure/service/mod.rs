//! What is done with cases: one function per use case.

mod access;
mod consult;
mod decide;
mod draw_up;
mod onward;
mod read;
mod submit;

pub(super) use access::told;
pub use consult::consult;
pub use decide::decide;
pub use draw_up::{copy, draw_up, edit};
pub use read::{form, list, registers, show, version, waiting};
pub use submit::{submit, withdraw};
