//! Files that hang on what the domains keep: posts, circulations, events.
//!
//! A domain hangs files on its things in the act that writes them ([`take`]), keeps in its content what hangs there now,
//! and says who may have which ([`Bearer`]).
//!
//! # Invariants
//! - A file's bytes are stored before the transaction that refers to them; a crash in between leaves bytes without
//!   a reference, which [`sweep`] finds, and never a reference without its bytes.
//! - A file hangs on one thing for good. What it is left out of by an edit still has it for its earlier versions.
//! - Only its uploader may hang a file on something, and only once. Who may have it then is said by the domain whose thing
//!   it hangs on; to everybody else it does not exist.
//! - What a file says is read beside the act that hangs it on something, and the thing is found by it then.
//! - What is in the store of blobs is swept here alone: whoever keeps something there that is no attachment says so.

mod model;
mod policy;
mod service;
mod store;
mod text;

pub use model::{Attachment, AttachmentId, Bearer, Doubt, FileName, MOST_FILES};
pub use service::{
    Swept, again, copies, dispose, find, loose, receive, sweep, take, take_along, upload,
};
pub use text::{Desk, Hung, Reading, Texts, pictured, readings, texts, thumbnail};
pub use yakusho_file_text::NoText;
