//! What a passkey is.

use yakusho_kernel::{Timestamp, typed_id};

use crate::second_factor::RecoveryCode;

typed_id! {
    /// A passkey.
    pub struct PasskeyId = "passkey";
}

/// The most characters of a passkey's name.
pub(super) const NAME: usize = 100;

/// The most passkeys of an account.
pub(super) const MOST: usize = 20;

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub made_at: Timestamp,
    /// When somebody last signed in with it.
    pub used_at: Option<Timestamp>,
}

/// What a browser is to ask an authenticator, as JSON: `PublicKeyCredentialCreationOptionsJSON` for a new passkey,
/// `PublicKeyCredentialRequestOptionsJSON` for those that there are (Web Authentication, level 3, section 5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question(pub String);

/// A passkey that was just added.
#[derive(Clone, Debug)]
pub struct Added {
    /// Its id.
    pub id: PasskeyId,
    /// Where it is the account's first second factor, recovery codes, which are shown once; none otherwise.
    pub recovery_codes: Vec<RecoveryCode>,
}
