//! Who works at the town hall, and who may do what: organisation and staff, accounts and sessions.

pub mod account;
pub mod function;
pub mod registration;
mod secret;
pub mod session;
pub mod token;
pub mod usage;

pub use secret::Secret;
