//! Who works at the town hall, and who may do what: organisation and staff, accounts and sessions.

pub mod account;
pub mod appointment;
pub mod calendar;
pub mod delegation;
pub mod directory;
pub mod function;
pub mod group;
pub mod leaver;
pub mod ledger;
pub mod mailing;
pub mod maintenance;
pub mod notices;
pub mod order;
pub mod organisation;
pub mod password;
pub mod provider;
pub mod registration;
pub mod role;
pub mod second_factor;
mod secret;
pub mod session;
pub mod staff;
pub mod suspension;
#[cfg(feature = "testing")]
pub mod testing;
pub mod token;
pub mod usage;

pub use secret::Secret;
