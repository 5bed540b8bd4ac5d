//! Questions about what a section has registered (質疑; nogata:6-2(2)): asked at the thing itself, and answered.
//!
//! # Invariants
//! - One asks about what one may see, and what is a section's: a user's personal registrations have no manager.
//! - A question reaches whoever answers for the section, who answers it or has somebody of the section do so.
//! - As long as it is open it is owed in the ledger of duties, reminds, and goes to whoever is above in the end.
//! - It is seen by who asked, by whoever answers for the section, by who was asked to answer, and by those who look after
//!   the whole. What was asked and answered does not change.

mod model;
pub mod notices;
mod policy;
mod service;
mod store;

pub use model::{Answered, Inquiry, InquiryId, InquiryView, Rights, View};
pub use service::{answer, ask, assign, list, show, waiting};
