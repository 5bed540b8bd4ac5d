//! Sessions: signing in, being signed in, and ending it.
//!
//! # Invariants
//! - A session's secret is 256 random bits; the database has its digest alone.
//! - It is new at sign-in and at a change of rights.
//! - A session ends after the city's idle time, at its absolute end, when its account is suspended, closed or past its
//!   end, and when the password changes; whether a job has run or not.

mod model;

pub use model::{
    By, Entered, Must, Place, SessionId, SessionRow, SignIn, SignInId, SignInResult, SignInRow,
    SignedIn,
};
