//! The city's own identity provider (OpenID Connect Core 1.0): whom it has signed in comes in here by its word.
//!
//! # Invariants
//! - What is kept of a sign-in that began lies sealed in the browser that began it, for ten minutes; nobody else's answer
//!   is taken there, and none is taken twice.
//! - The provider is believed by what it signs alone, with a key that it shows at its own address, for this city's program
//!   and for this very sign-in.
//! - It says who somebody is. Whether their account can be signed in to, and what they may do, is said here.

mod client;
mod model;
mod service;
mod store;

pub use client::{Provider, ProviderError};
pub use model::{Answer, Began, Begun, SecondFactor, Terms};
pub use service::{began, begin, sign_in};

pub(crate) use store::sweep;
