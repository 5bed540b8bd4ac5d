//! What is done with events.

mod access;
mod agenda;
mod answer;
mod away;
mod bulk;
mod cancel;
mod closed_days;
mod delegate;
mod facilities;
mod next;
mod object;
mod poll;
mod read;
mod series;
mod sheet;
mod tell;
mod write;

pub(crate) use access::{calendars, on_behalf};
pub use agenda::{Line, agenda};
pub(crate) use answer::answer_each;
pub use answer::{answer, answer_date, confirm};
pub use away::away;
pub use bulk::bring_over;
pub use cancel::cancel;
pub use closed_days::follow_closed_days;
pub use delegate::{delegates, give, owners, revoke};
pub use facilities::{Written, carry_on};
pub(super) use next::next;
pub(crate) use object::{Called, Draft, Put, put};
pub use poll::{answer_candidates, decide};
pub use read::{Kept, compare, history, show};
pub(crate) use sheet::people_page;
pub use sheet::{mine, mine_if_any, page, sheet};
pub use write::{create, create_with, edit, edit_with};
