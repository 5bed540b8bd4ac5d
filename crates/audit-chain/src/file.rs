//! A trail as a file: JSON lines.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Chain, Digest, Unreadable};

/// The word by which a file is known.
const FORMAT: &str = "audit-chain/1";

/// The first line: which trail it is, and after which link the file begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    format: String,
    /// The trail's name.
    pub trail: String,
    /// How many entries come before the file's first; 0 for a file from the beginning.
    pub after: u64,
    /// The hash of the link before the file's first.
    pub prev: Digest,
    /// When the file was written (RFC 3339). For the reader; nothing rests on it.
    pub written_at: String,
}

impl Header {
    /// The header of a file that goes on from there.
    pub fn of(chain: &Chain, written_at: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            trail: chain.trail.clone(),
            after: chain.seq,
            prev: chain.hash,
            written_at: written_at.to_owned(),
        }
    }

    /// As its line, without the line's end.
    pub fn to_line(&self) -> String {
        line(self)
    }

    /// From the first line of a file.
    pub fn from_line(line: &str) -> Result<Self, Unreadable> {
        let header: Self = serde_json::from_str(line).map_err(|_| Unreadable)?;
        (header.format == FORMAT)
            .then_some(header)
            .ok_or(Unreadable)
    }
}

/// An entry in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its number, from 1.
    pub seq: u64,
    /// The hash of the link before.
    pub prev: Digest,
    /// Its own hash.
    pub hash: Digest,
    /// The entry, or its digest.
    pub content: Content,
}

/// What a link says of its entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The entry itself.
    Entry(Map<String, Value>),
    /// The entry was left out of the file; this is its digest.
    Digest(Digest),
}

impl Link {
    /// The same link without its entry.
    #[must_use]
    pub fn without_entry(self) -> Self {
        let digest = self.content.digest();
        Self {
            content: Content::Digest(digest),
            ..self
        }
    }

    /// Whether its hash is that of its entry and of the hash before.
    pub fn is_sound(&self) -> bool {
        self.prev.link(self.content.digest()) == self.hash
    }

    /// As its line, without the line's end.
    pub fn to_line(&self) -> String {
        line(self)
    }
}

impl Content {
    fn digest(&self) -> Digest {
        match self {
            Self::Entry(entry) => Digest::of_entry(entry),
            Self::Digest(digest) => *digest,
        }
    }
}

/// A line after the header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// An entry in its place.
    Link(Link),
    /// A change of key, as [`Succession`](crate::Succession) writes it.
    Key {
        /// Its text.
        key: String,
    },
}

impl Line {
    /// As its line, without the line's end.
    pub fn to_line(&self) -> String {
        line(self)
    }

    /// From a line of a file.
    pub fn from_line(line: &str) -> Result<Self, Unreadable> {
        serde_json::from_str(line).map_err(|_| Unreadable)
    }
}

/// These types have text for keys and no numbers beyond JSON's, which is all that can fail.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
