//! What an API token is.

use time::Date;
use yakusho_kernel::{Scope, Timestamp, typed_id};

use crate::Secret;

typed_id! {
    /// An API token.
    pub struct TokenId = "api_token";
}

/// What stands before the secret of a token, so that whoever finds one in a file knows what it is.
const PREFIX: &str = "yakusho_";

/// The most characters of a token's name.
pub(super) const NAME: usize = 100;

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
    /// When it ended, if it did before its last day.
    pub ended_at: Option<Timestamp>,
}

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// What it may be used for, at least one.
    pub scopes: Vec<Scope>,
    /// The last day on which it can be used.
    pub ends_on: Date,
}

/// A token that was just made. It is shown once.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its id.
    pub id: TokenId,
    /// The token.
    pub secret: Secret,
}

impl Made {
    /// The text to send as `Authorization: Bearer …`.
    pub fn text(&self) -> zeroize::Zeroizing<String> {
        zeroize::Zeroizing::new(format!("{PREFIX}{}", *self.secret.text()))
    }
}

/// Reads a token as it was sent.
pub(crate) fn sent(text: &str) -> Option<Secret> {
    Secret::from_text(text.strip_prefix(PREFIX)?)
}

/// Why a token ended before its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndCause {
    /// Its owner, or the administrator, revoked it.
    Revoked,
    /// Its owner changed the password.
    PasswordChanged,
    /// A one-time password was issued for its account.
    PasswordIssued,
    /// Its account was suspended.
    Suspended,
    /// Its account was closed.
    AccountClosed,
}

impl EndCause {
    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::PasswordChanged => "password_changed",
            Self::PasswordIssued => "password_issued",
            Self::Suspended => "suspended",
            Self::AccountClosed => "account_closed",
        }
    }
}

/// The scopes as the database has them.
pub(super) fn scopes_text(scopes: &[Scope]) -> String {
    let words: Vec<&str> = scopes.iter().map(|scope| word(*scope)).collect();
    words.join(" ")
}

/// The scopes out of [`scopes_text`].
pub(crate) fn scopes_from(text: &str) -> Vec<Scope> {
    let all = [Scope::Read, Scope::Write, Scope::Admin, Scope::Scim];
    all.into_iter()
        .filter(|scope| text.split(' ').any(|other| other == word(*scope)))
        .collect()
}

const fn word(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "read",
        Scope::Write => "write",
        Scope::Admin => "admin",
        Scope::Scim => "scim",
    }
}
