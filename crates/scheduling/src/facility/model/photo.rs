//! What a facility looks like.

use yakusho_blobs::{BlobHash, Stored};
use yakusho_kernel::{Invalid, Reason};

/// The picture of a facility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Where its bytes are.
    pub hash: BlobHash,
    /// What it is by its content.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Photo {
    /// The kinds of pictures that every browser shows and none runs.
    pub const KINDS: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    /// The largest there may be, in bytes.
    pub const LARGEST: u64 = 5 * 1024 * 1024;

    /// A file that is in the store already.
    ///
    /// # Errors
    /// The field `photo`, if it is by its content no picture, or too large.
    pub fn of(stored: &Stored) -> Result<Self, Invalid> {
        if !Self::KINDS.contains(&stored.media_type) {
            return Err(Invalid::field("photo", Reason::Code("not_a_picture")));
        }
        if stored.size > Self::LARGEST {
            let (name, max) = (String::new(), Self::LARGEST);
            return Err(Invalid::field("photo", Reason::TooLarge { name, max }));
        }
        Ok(Self {
            hash: stored.hash,
            media_type: stored.media_type.to_owned(),
            size: stored.size,
        })
    }
}
