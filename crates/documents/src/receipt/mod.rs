//! The register of what was received (収受簿; shiroishi:28-2): one for the whole town hall, by fiscal years.
//!
//! # Invariants
//! - Numbers of a fiscal year have no gaps: each is given in the act that registers, and nothing leaves the register.
//! - Every change keeps the version before it (nogata:10(1)). The fiscal year, of which the number is, never changes.
//! - A receipt is seen by those of the section in charge; who passes it on tells those who lead the other one.

mod model;
mod policy;
mod service;
mod store;

pub use model::{Means, Receipt, ReceiptContent, ReceiptForm, ReceiptId};
pub use service::{assign, change, list, register, show};
