//! The pages and the API of accounts, asked as browsers and programs ask them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

mod admin_accounts;
mod audit;
mod closed_days;
mod delegations;
mod functions;
mod mailing;
mod maintenance;
mod me;
mod orders;
mod orders_api;
mod orders_long;
mod organisation_admin;
mod pages;
mod passkeys;
mod people;
mod registrations;
mod regulation;
mod roles;
mod session_ended;
mod sign_in;
mod site;
mod usage_rules;
