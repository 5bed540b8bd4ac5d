//! What an API token is.

use time::Date;
use yakusho_kernel::{Scope, Timestamp, typed_id};

typed_id! {
    /// An API token.
    pub struct TokenId = "api_token";
}

/// An API token as its owner sees it: the token itself was shown once, when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub made_at: Timestamp,
    /// The last day on which it can be used.
    pub ends_on: Date,
    /// When it was last used, to the minute.
    pub used_at: Option<Timestamp>,
}
