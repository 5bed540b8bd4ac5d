//! SHA-256 digests, kept apart by what they are of.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// A SHA-256 digest: of an entry, or of a link and with it of all that came before. Written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

/// Text that is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it cannot be read")]
pub struct Unreadable;

impl Digest {
    /// The digest of an entry: of its JSON with the keys in the order of their characters and without white space.
    pub fn of_entry(entry: &Map<String, Value>) -> Self {
        let hash = Sha256::new_with_prefix("audit-chain/1 entry\n");
        Self(hash.chain_update(canonical(entry)).finalize().into())
    }

    /// The hash from which the trail of that name begins.
    pub fn genesis(trail: &str) -> Self {
        let hash = Sha256::new_with_prefix("audit-chain/1 trail\n");
        Self(hash.chain_update(trail).finalize().into())
    }

    /// The hash of the link that joins an entry of that digest to what came before.
    #[must_use]
    pub fn link(self, entry: Self) -> Self {
        let hash = Sha256::new_with_prefix("audit-chain/1 link\n");
        let hash = hash.chain_update(self.0).chain_update(entry.0);
        Self(hash.finalize().into())
    }

    /// From its 32 bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        HEXLOWER.encode_display(&self.0).fmt(f)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        bytes(text).map(Self)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = Unreadable;

    fn try_from(text: String) -> Result<Self, Unreadable> {
        text.parse()
    }
}

/// That many bytes from their hexadecimal digits, and nothing besides.
pub(crate) fn bytes<const N: usize>(hexadecimal: &str) -> Result<[u8; N], Unreadable> {
    let bytes = HEXLOWER.decode(hexadecimal.as_bytes());
    bytes
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(Unreadable)
}

fn canonical(object: &Map<String, Value>) -> String {
    let mut members: Vec<_> = object.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    let members: Vec<_> = members
        .into_iter()
        .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical_value(value)))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn canonical_value(value: &Value) -> String {
    match value {
        Value::Object(object) => canonical(object),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(canonical_value).collect();
            format!("[{}]", items.join(","))
        }
        plain => plain.to_string(),
    }
}
