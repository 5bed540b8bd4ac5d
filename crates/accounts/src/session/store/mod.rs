//! The tables of sessions, sign-ins and their budgets.

mod budgets;
mod places;
mod resume;
mod sessions;
mod sign_ins;
mod unsent;

pub(super) use budgets::sweep;
pub(crate) use budgets::{give_back, reserve};
pub(super) use places::{known, knows_any, remember};
pub(super) use resume::{Found, FoundBy, by_session, by_token};
pub(super) use sessions::{
    Beginning, act_for, end, end_by_secret, insert, list, open_of, person_of, rotate, touch,
};
pub(crate) use sessions::{account_of, end_all, end_others, renew};
pub(super) use sign_ins::{answered, ask, asked, history, note, put_question, take_question};
pub(super) use unsent::{keep, kept, sent, sweep_unsent};
