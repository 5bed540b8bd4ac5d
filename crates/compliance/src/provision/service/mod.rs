//! What is done with provisions: one function per use case.

mod access;
mod agreement;
mod conclude;
mod effect;
mod event;
mod read;
mod release;

pub(super) use access::{heads, said_of};
pub use agreement::{change_agreement, draw_up_agreement, give_word};
pub use conclude::{conclude, end_early};
pub(crate) use effect::{check_applied, take_effect};
pub use event::{record_event, return_data};
pub use read::{events, list, of_case, releases, show};
pub use release::release;
