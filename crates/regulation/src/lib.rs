//! The regulation as data: what the program can keep, and which city's articles ask for it.
//!
//! - [`Rule`] is a thing the program can keep ("only the supervisor suspends an ID"), [`Role`] an office that a
//!   regulation creates and binds to a post.
//! - [`City`] is one city's profile, read from TOML and checked as a whole: which article asks for which rule from when
//!   until when, the titles of its roles and who holds them, its [`Values`], its forms, and its texts to be read.
//! - [`Basis`] says under which articles a rule is kept there on a day; every permit, refusal and audit entry carries one.
//! - [`rule!`] marks the place in the code where a rule is kept and [`keeps!`] the test that claims a clause; [`marks`]
//!   writes both down while tests run, so that each clause can be traced to code and proof.
//!
//! Invariants: no profile can switch off a base rule ([`Rule::is_base`]); a rule beyond the base which the profile does
//! not name is not in force; a loaded [`City`] is complete and free of contradiction on every day, past and future.

mod basis;
mod city;
mod clause;
mod force;
mod lang;
pub mod marks;
mod period;
pub mod procedure;
mod profile;
mod register;
mod role;
mod rule;
pub mod text;
mod values;

pub use basis::{Basis, Citation, InvalidCitation};
pub use city::{City, Form, Regulation};
pub use clause::{ArticleNumber, ClauseId, InvalidClause, Items};
pub use force::Force;
pub use lang::{Lang, UnknownLang, Wording};
pub use marks::{Marked, Verdict};
pub use period::{InvalidPeriod, Period};
pub use procedure::{Procedure, ProcedureKind};
pub use profile::{ProfileError, ProfileFault};
pub use register::{Clause, Kind, Register, Standing, UnknownKind};
pub use role::{Holder, Role, RoleBinding, SectionTag, UnitRank, UnknownRole};
pub use rule::{Rule, UnknownRule};
pub use values::Values;

#[cfg(test)]
mod tests;
