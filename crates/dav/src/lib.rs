//! What every protocol on WebDAV (RFC 4918) needs, whatever its resources are: XML in and out, properties asked for and
//! told, headers, parts of addresses, and answers.
//!
//! # Invariants
//! - What comes in is read within bounds: no document type, no entities, few and shallow elements, few conditions.
//! - What goes out is well-formed, whatever a name or a text holds.

mod answer;
mod condition;
mod header;
mod path;
mod propfind;
pub mod xml;

pub use answer::{document, multistatus, refused};
pub use condition::{Condition, If, List};
pub use header::{Depth, Tags, destination, overwrite, timeout};
pub use path::{decoded, encoded};
pub use propfind::{Asked, text};
