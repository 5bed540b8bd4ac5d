//! Accounts, users who no longer need theirs, and suspensions, for programs.

mod accounts;
mod csv;
mod ids;
mod leavers;
mod sharing;
mod suspensions;

use poem_openapi::Tags;

pub(super) use accounts::AccountApi;
pub(super) use csv::{AccountCsvApi, AccountFileApi};
pub(super) use ids::IdApi;
pub(super) use leavers::LeaverApi;
pub(super) use sharing::SharingApi;
pub(super) use suspensions::SuspensionApi;

#[derive(Tags)]
enum Tag {
    /// Accounts of everybody, for the administrator.
    Accounts,
    /// Users who may no longer need their account.
    Leavers,
    /// Suspensions of IDs: the supervisor's.
    Suspensions,
}
