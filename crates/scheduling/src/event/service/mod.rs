//! What is done with events.

mod access;
mod answer;
mod cancel;
mod delegate;
mod poll;
mod read;
mod series;
mod sheet;
mod tell;
mod write;

pub use answer::{answer, confirm};
pub use cancel::cancel;
pub use delegate::{delegates, give, owners, revoke};
pub use poll::{answer_candidates, decide};
pub use read::{Kept, history, show};
pub use sheet::{mine, sheet};
pub use write::{create, edit};
