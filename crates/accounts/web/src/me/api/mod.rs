//! Oneself as JSON.

mod account;
mod delegations;
mod passkeys;
mod password;
mod second_factor;
mod sessions;
mod tokens;

use poem_openapi::Tags;
use yakusho_webkit::{Access, Routes};

#[derive(Tags)]
pub(super) enum Tag {
    /// One's own account.
    Me,
}

pub(super) fn routes() -> Routes {
    Routes::new()
        .api(Access::User, account::AccountApi)
        .api(Access::SignedIn, account::UsageApi)
        .api_attempt(Access::SignedIn, password::PasswordApi)
        .api_attempt(Access::User, second_factor::SecondFactorApi)
        .api_attempt(Access::User, passkeys::PasskeysApi)
        .api(Access::User, sessions::SessionsApi)
        .api(Access::User, tokens::TokensApi)
        .api(Access::User, delegations::DelegationsApi)
}
