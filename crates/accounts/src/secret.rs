//! Secrets that a browser or a program carries: random, shown once, and kept here as a digest alone.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use yakusho_kernel::Rng;
use zeroize::Zeroizing;

/// 256 random bits. Its `Debug` shows nothing, and its memory is cleared when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// A new secret.
    pub fn random(rng: &Rng) -> Self {
        Self(Zeroizing::new(rng.bytes()))
    }

    /// Reads what [`Secret::text`] wrote; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?);
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    /// The text for a cookie or a header: 43 characters that need no escape.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64URL_NOPAD.encode(&*self.0))
    }

    /// What the database keeps. A plain digest is enough: nobody guesses 256 random bits.
    pub fn digest(&self) -> Vec<u8> {
        Sha256::digest(*self.0).to_vec()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_goes_out_and_comes_back_and_shows_itself_nowhere_else() {
        let secret = Secret::random(&Rng::seeded(1));
        let text = secret.text();
        assert_eq!(text.len(), 43);
        assert_eq!(Secret::from_text(&text).as_ref(), Some(&secret));
        assert_eq!(format!("{secret:?}"), "Secret");
        assert!(!format!("{:?}", secret.digest()).contains(text.as_str()));
        for nonsense in ["", "abc", "%", &text[1..], &format!("{}=", *text)] {
            assert_eq!(Secret::from_text(nonsense), None);
        }
    }
}
