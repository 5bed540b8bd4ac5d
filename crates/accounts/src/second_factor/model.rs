//! What a second factor is.

use data_encoding::BASE32_NOPAD;
use sha2::{Digest as _, Sha256};
use yakusho_kernel::{Rng, Timestamp};
use zeroize::Zeroizing;

use super::passkey::{Passkey, RelyingParty};

/// A second factor that is being set up. It is shown once.
#[derive(Clone)]
pub struct Enrolment {
    /// The secret in base32, to be typed into an app.
    pub secret: Zeroizing<String>,
    /// The same as an address (`otpauth://…`), for a QR code.
    pub url: Zeroizing<String>,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

/// A second factor that was just confirmed: the codes for the day on which the app is lost. They are shown once.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// Recovery codes; each works once.
    pub recovery_codes: Vec<RecoveryCode>,
}

/// What an account asks for besides the password, for its owner's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Since when codes of an app are asked for, if they are.
    pub app_since: Option<Timestamp>,
    /// Its passkeys, the newest first.
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes are left.
    pub recovery_codes: u64,
}

impl State {
    /// Whether anything is asked for besides the password.
    pub fn is_on(&self) -> bool {
        self.app_since.is_some() || !self.passkeys.is_empty()
    }
}

/// What somebody shows at sign-in besides the password.
#[derive(Clone, Copy)]
pub(crate) enum Shown<'a> {
    /// A code from an app, or a recovery code, as it was typed.
    Code(&'a str),
    /// A signature by a passkey.
    Passkey {
        /// Who asked for it.
        party: &'a RelyingParty,
        /// What was kept of the question, sealed.
        kept: &'a [u8],
        /// The answer, as the browser gave it.
        answer: &'a str,
    },
}

/// A code for the day on which app or passkey is lost: 120 random bits. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// How many are made at once.
    pub const COUNT: usize = 10;

    /// A new code.
    pub(crate) fn random(rng: &Rng) -> Self {
        let bytes = Zeroizing::new(rng.bytes::<15>());
        Self(Zeroizing::new(BASE32_NOPAD.encode(&*bytes)))
    }

    /// Reads what was typed, with or without hyphens and spaces; `None` for anything that cannot be one.
    pub(crate) fn typed(text: &str) -> Option<Self> {
        let letters: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        (letters.len() == 24 && BASE32_NOPAD.decode(letters.as_bytes()).is_ok())
            .then(|| Self(Zeroizing::new(letters)))
    }

    /// What the database keeps.
    pub(crate) fn digest(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The code in groups of four, to be written down.
    pub fn text(&self) -> Zeroizing<String> {
        let letters: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = letters
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        Zeroizing::new(groups.join("-"))
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_read_as_it_is_typed() {
        let code = RecoveryCode::random(&Rng::seeded(7));
        let text = code.text();
        assert_eq!(text.len(), 29);
        let sloppy = format!(" {} ", text.to_lowercase().replace('-', " "));
        assert_eq!(RecoveryCode::typed(&sloppy), Some(code.clone()));
        assert_eq!(format!("{code:?}"), "RecoveryCode");
        for wrong in ["", "123456", "AAAA-BBBB-CCCC", "AAAA-BBBB-CCCC-0000"] {
            assert_eq!(RecoveryCode::typed(wrong), None);
        }
    }
}
