//! Who does the work on an information system and who bears its cost (経費の負担区分; shiroishi:10-3, shiroishi:23).
//!
//! By default the work is that of the manager who develops and maintains the system, and the cost that of the section
//! designated on the information side, or of the one that uses the system on the business side. Another division takes
//! effect by a procedure: the manager proposes it, the heads of the digital and of the finance section agree, and the
//! information system manager consents.
//!
//! # Invariants
//! - No other division takes effect before all four have said so, each for their own post.
//! - The shares of a cost add up to a hundred.
//! - Of each system one division of the work and one of the cost is in force on a day; what was before stays.

mod model;
mod rules;
mod service;
mod store;

pub use model::{Division, DivisionId, DivisionKind, Part, Standing};
pub(crate) use rules::unsaid;
pub use service::{asked, of_system, standing};
pub(crate) use service::{check_proposed, take_effect};
