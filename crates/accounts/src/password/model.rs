//! What is known of a password, besides the password.

use time::Date;
use yakusho_kernel::Timestamp;

use super::PasswordText;
use super::hashing::PasswordHash;

/// A password as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Password {
    /// Its hash.
    pub(crate) hash: PasswordHash,
    /// When it was set.
    pub(crate) set_at: Timestamp,
    /// Until when it can be used, and whether it was, if the administrator issued it for one time.
    pub(crate) one_time: Option<OneTime>,
    /// Counts the changes.
    pub(crate) revision: i32,
}

/// That a password works once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OneTime {
    /// The first moment at which it cannot be used any more.
    pub(crate) expires_at: Timestamp,
    /// When it was used.
    pub(crate) used_at: Option<Timestamp>,
}

impl OneTime {
    /// Whether it can be used now: it was not yet, and its hours have not passed.
    pub(crate) fn works(self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

/// A one-time password, to be handed to its owner. It is shown once.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The password.
    pub password: PasswordText,
    /// The first moment at which it cannot be used any more.
    pub expires_at: Timestamp,
}

/// How old a password is, for its owner's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// The day on which it was set.
    pub set_on: Date,
    /// The last day on which it may be used without being changed, where the city sets an age (shiroishi:24-3).
    pub last_day: Option<Date>,
    /// Whether a change is suggested (nogata:9(2), muko:33-3).
    pub change_suggested: bool,
}

/// A change of one's own password.
#[derive(Clone, Debug)]
pub struct Change {
    /// The present password, or the one-time password that was just used.
    pub current: PasswordText,
    /// The new one.
    pub new: PasswordText,
}
