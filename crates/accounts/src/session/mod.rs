//! Sessions: signing in, being signed in, and ending it.
//!
//! # Invariants
//! - A session's secret is 256 random bits; the database has its digest alone.
//! - Signing in ends the session that the browser had.
//! - It is new at sign-in, at a change of the password and at a change of rights.
//! - A session ends after the city's idle time, at its absolute end, when its account is suspended, closed or past its
//!   end, when its owner is employed no longer, and when the password changes; whether a job has run or not.
//! - What a stranger types never keeps an account's owner from signing in at a place of their own (see `lockout`).
//! - What was sent and not taken is given back to nobody but whoever sent it.
//! - Who came in by the word of the city's identity provider is not asked for a password: neither to use it, nor to
//!   change it.
//! - An unknown ID gets the answer of a wrong password, by the same way, and in the same time.

pub(crate) mod lockout;
mod model;
mod place;
mod policy;
mod second_step;
mod service;
mod sign_in;
pub(crate) mod store;
pub mod unsent;

pub use model::{
    Attempt, By, EndCause, Entered, Must, Place, SessionId, SessionRow, SignIn, SignInId,
    SignInResult, SignInRow, SignedIn, UnsentId, Ways,
};
pub use second_step::{confirm, confirm_by_passkey, ways};
pub use service::{
    act_for, end, end_all_of, end_others, ended, history, list, renew, resume, resume_token,
    resume_token_of, sweep,
};
pub use sign_in::{HeldOff, SignInError, Suspended, sign_in};

pub(crate) use model::First;
pub(crate) use policy::may_try;
use service::{rights, stands};
pub(crate) use sign_in::{not_by_provider, sign_in_by_provider};
