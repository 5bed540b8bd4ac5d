//! What is signed: heads, and who signs next. Each is one line of text, to be kept, mailed or printed.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;

use crate::digest::bytes;
use crate::{Chain, Digest, KeyId, PublicKey, Signer, Unreadable};

/// How far a trail was sealed at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The trail's name.
    pub trail: String,
    /// The number of its last link.
    pub seq: u64,
    /// That link's hash.
    pub hash: Digest,
    /// When (RFC 3339, UTC).
    pub at: String,
}

impl Head {
    /// The head of a trail as it is.
    pub fn of(chain: &Chain, at: &str) -> Self {
        Self {
            trail: chain.trail.clone(),
            seq: chain.seq,
            hash: chain.hash,
            at: at.to_owned(),
        }
    }
}

/// What is signed, but for the key and the signature.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            trail,
            seq,
            hash,
            at,
        } = self;
        write!(f, "audit-head/1 {trail} {seq} {hash} {at}")
    }
}

/// A head with a signature.
///
/// Its text is `audit-head/1 TRAIL SEQ HASH TIME KEY SIGNATURE` on one line; signed is all before the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    /// The head.
    pub head: Head,
    /// The name of the key that signed it.
    pub key: KeyId,
    signature: [u8; 64],
}

impl SignedHead {
    pub(crate) fn of(head: Head, signer: &Signer) -> Self {
        let key = signer.public().id();
        let signature = signer.sign(&format!("{head} {key}"));
        Self {
            head,
            key,
            signature,
        }
    }

    /// Whether that key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        let signed = format!("{} {}", self.head, self.key);
        key.id() == self.key && key.verifies(&signed, &self.signature)
    }
}

impl fmt::Display for SignedHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = HEXLOWER.encode(&self.signature);
        write!(f, "{} {} {signature}", self.head, self.key)
    }
}

impl FromStr for SignedHead {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let ["audit-head/1", trail, seq, hash, at, key, signature] = words[..] else {
            return Err(Unreadable);
        };
        Ok(Self {
            head: Head {
                trail: trail.to_owned(),
                seq: seq.parse().map_err(|_| Unreadable)?,
                hash: hash.parse()?,
                at: at.to_owned(),
            },
            key: key.parse()?,
            signature: bytes(signature)?,
        })
    }
}

/// A change of key: the old one says which comes after it.
///
/// Its text is `audit-key/1 TRAIL NEW-KEY TIME OLD-KEY SIGNATURE` on one line; signed is all before the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The trail's name.
    pub trail: String,
    /// The key that comes.
    pub to: PublicKey,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The name of the key that goes.
    pub from: KeyId,
    signature: [u8; 64],
}

impl Succession {
    pub(crate) fn of(trail: &str, to: PublicKey, at: &str, signer: &Signer) -> Self {
        let from = signer.public().id();
        let signature = signer.sign(&format!("audit-key/1 {trail} {to} {at} {from}"));
        Self {
            trail: trail.to_owned(),
            to,
            at: at.to_owned(),
            from,
            signature,
        }
    }

    /// Whether that key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        key.id() == self.from && key.verifies(&self.signed(), &self.signature)
    }

    fn signed(&self) -> String {
        let Self {
            trail,
            to,
            at,
            from,
            ..
        } = self;
        format!("audit-key/1 {trail} {to} {at} {from}")
    }
}

impl fmt::Display for Succession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = HEXLOWER.encode(&self.signature);
        write!(f, "{} {signature}", self.signed())
    }
}

impl FromStr for Succession {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let ["audit-key/1", trail, to, at, from, signature] = words[..] else {
            return Err(Unreadable);
        };
        Ok(Self {
            trail: trail.to_owned(),
            to: to.parse()?,
            at: at.to_owned(),
            from: from.parse()?,
            signature: bytes(signature)?,
        })
    }
}
