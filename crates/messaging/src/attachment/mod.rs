//! Files that hang on posts, circulations and their comments.
//!
//! # Invariants
//! - A file's bytes are stored before the transaction that refers to them; a crash in between leaves bytes without
//!   a reference, which [`sweep`] finds, and never a reference without its bytes.
//! - A file hangs on one thing for good. What it is left out of by an edit still has it for its earlier versions.
//! - Only its uploader may hang a file on something, and only once. Whoever may read the thing may have its files.
//! - The store of blobs is this domain's own: no other refers to what is in it.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{Attachment, AttachmentId, FileName, MOST_FILES};
pub use service::{Swept, loose, receive, sweep, upload};
pub(crate) use service::{copies, of, take};
