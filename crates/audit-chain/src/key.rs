//! Ed25519 keys (RFC 8032), in the files that other programs read too: PEM of PKCS #8 and of SPKI.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{
    DecodePrivateKey as _, DecodePublicKey as _, EncodePrivateKey as _, EncodePublicKey as _,
};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::digest::bytes;
use crate::{Head, SignedHead, Succession, Unreadable};

/// Text that holds no key of the kind.
#[derive(Debug, thiserror::Error)]
#[error("no Ed25519 key in PEM: {0}")]
pub struct NotAKey(String);

/// The key that signs heads. Its secret is shown by [`Signer::to_pem`] alone.
pub struct Signer(SigningKey);

impl Signer {
    /// From 32 random bytes.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// From PEM (PKCS #8), as [`Signer::to_pem`] and `openssl genpkey -algorithm ed25519` write it.
    pub fn from_pem(text: &str) -> Result<Self, NotAKey> {
        SigningKey::from_pkcs8_pem(text)
            .map(Self)
            .map_err(|error| NotAKey(error.to_string()))
    }

    /// The secret, as PEM (PKCS #8).
    pub fn to_pem(&self) -> Result<String, NotAKey> {
        let pem = self.0.to_pkcs8_pem(LineEnding::LF);
        pem.map(|pem| pem.to_string())
            .map_err(|error| NotAKey(error.to_string()))
    }

    /// What checks its signatures.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a head.
    pub fn sign_head(&self, head: &Head) -> SignedHead {
        SignedHead::of(head.clone(), self)
    }

    /// Says that from then on another key signs the trail's heads.
    pub fn hand_over(&self, trail: &str, to: &PublicKey, at: &str) -> Succession {
        Succession::of(trail, to.clone(), at, self)
    }

    pub(crate) fn sign(&self, text: &str) -> [u8; 64] {
        self.0.sign(text.as_bytes()).to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public().id())
    }
}

/// The key that checks signatures of heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// By which a key is called: the first 16 hexadecimal digits of its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyId(String);

impl PublicKey {
    /// From PEM (SPKI), as [`PublicKey::to_pem`] and `openssl pkey -pubout` write it.
    pub fn from_pem(text: &str) -> Result<Self, NotAKey> {
        VerifyingKey::from_public_key_pem(text)
            .map(Self)
            .map_err(|error| NotAKey(error.to_string()))
    }

    /// As PEM (SPKI).
    pub fn to_pem(&self) -> Result<String, NotAKey> {
        let pem = self.0.to_public_key_pem(LineEnding::LF);
        pem.map_err(|error| NotAKey(error.to_string()))
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        let hash = Sha256::digest(self.0.as_bytes());
        KeyId(HEXLOWER.encode(&hash[..8]))
    }

    pub(crate) fn verifies(&self, text: &str, signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(text.as_bytes(), &signature).is_ok()
    }
}

/// As 64 hexadecimal digits.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        HEXLOWER.encode_display(self.0.as_bytes()).fmt(f)
    }
}

impl FromStr for PublicKey {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        VerifyingKey::from_bytes(&bytes(text)?)
            .map(Self)
            .map_err(|_| Unreadable)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KeyId {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        bytes::<8>(text)?;
        Ok(Self(text.to_owned()))
    }
}
