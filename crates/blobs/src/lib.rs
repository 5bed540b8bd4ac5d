//! Files addressed by the SHA-256 of their bytes, in a folder or in an S3-compatible store.
//!
//! A blob is bytes and nothing else: its name and who may read it are rows of whoever refers to it
//! by [`BlobHash`]; what it is by its first bytes is told to them as it is stored.
//!
//! Invariants:
//!
//! - A blob under its hash is whole, or it is not there. It is written elsewhere first, and is on
//!   durable storage under its hash before [`Blobs::put`] returns.
//! - The same bytes are stored once. Storing them again renews the one copy, which mends it if it
//!   was damaged.
//! - Nothing is held in memory but a few pieces of a blob, whatever its size.
//! - What is read as a whole is checked on the way: the last piece is given only if all are right.
//! - Both kinds of store lay blobs out alike, `ab/cd/abcd…`, so that ordinary tools can copy one
//!   into the other and back.
//!
//! A file is stored before the transaction that refers to it, and removed after the one that
//! drops the last reference, so that a crash in between leaves a blob without a reference and
//! never a reference without its blob. [`Blobs::list`] finds what is left over.

mod blobs;
mod disk;
mod error;
mod hash;
mod intake;
mod kind;
mod reader;
mod s3;
mod seekable;

pub use blobs::{Blobs, Listed};
pub use error::BlobError;
pub use hash::{BlobHash, NotAHash};
pub use intake::Stored;
pub use reader::BlobReader;
pub use s3::S3Config;
pub use seekable::SeekableBlob;
