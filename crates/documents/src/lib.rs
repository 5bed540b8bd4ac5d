//! Documents (nogata:3(8)): cabinets of sections with their folders, the documents in them, and the register of what was
//! received.

pub mod cabinet;
pub mod document;
pub mod import;
pub mod notices;
pub mod receipt;
pub mod webdav;
