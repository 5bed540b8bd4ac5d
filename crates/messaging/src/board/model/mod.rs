//! What the board consists of.

mod category;
mod post;
mod reading;
mod view;

pub use category::{Approval, Category, CategoryForm, CategoryId, CategorySettings};
pub(crate) use post::Post;
pub use post::{BoardPostId, Confirmation, Content, PostForm, PostState};
pub(crate) use reading::Mark;
pub use reading::{ReaderRow, ReaderState, ReadersBySection};
pub use view::{
    Approved, Approver, Asked, Decision, Listed, New, Pending, PostRow, PostView, Published,
    Reading, Rights, SentBack, Shelf, ShelfRow,
};
