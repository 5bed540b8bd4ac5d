//! Administration of accounts.

mod api;
mod files;
mod leavers;
mod lifecycle;
mod sharing;
mod suspensions;
