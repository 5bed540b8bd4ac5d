//! What circulations do: one function per use case.

mod access;
mod answer;
mod comment;
mod end;
mod forward;
mod history;
mod read;
mod send;
mod template;
mod watch;
mod write;

pub(super) use access::said;
pub use answer::{confirm, reword, see};
pub use comment::{comment, comments, edit_comment, reinstate_comment, remove_comment};
pub use end::{close, remind, remove, withdraw};
pub(super) use forward::{next, settle};
pub use history::{compare, evidence, restore, versions};
pub use read::{list, progress, recipients, show, state_csv};
pub use send::{Sent, add, send};
pub use template::{add_template, change_template, close_template, template, templates};
pub use watch::{unwatch, watch};
pub use write::{copy, draft, edit};
