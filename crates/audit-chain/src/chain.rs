//! The growing end of a trail.

use serde_json::{Map, Value};

use crate::{Content, Digest, Link};

/// A trail up to now: its name, the number of its last link and that link's hash. All that sealing needs to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The trail's name, without a space in it, e.g. the code of a municipality.
    pub trail: String,
    /// How many entries are sealed.
    pub seq: u64,
    /// The hash of the last link.
    pub hash: Digest,
}

impl Chain {
    /// A trail with nothing in it yet.
    pub fn begin(trail: &str) -> Self {
        Self {
            trail: trail.to_owned(),
            seq: 0,
            hash: Digest::genesis(trail),
        }
    }

    /// Seals an entry as the next one.
    pub fn seal(&mut self, entry: &Map<String, Value>) -> Link {
        let link = Link {
            seq: self.seq + 1,
            prev: self.hash,
            hash: self.hash.link(Digest::of_entry(entry)),
            content: Content::Entry(entry.clone()),
        };
        self.seq = link.seq;
        self.hash = link.hash;
        link
    }
}
