//! The text in files, by which what they hang on is found, and thumbnails of pictures.
//!
//! When a file is hung on something, an event asks for its text. The server takes that out of the file in a process of its
//! own, keeps it with the file's bytes, whatever they hang on, and has the thing be found anew. A domain adds the texts of
//! a thing's files to what it is found by ([`texts`]), and whoever may see the thing is told which have none
//! ([`readings`]).
//!
//! # Invariants
//! - A text is kept as long as a file with those bytes is, and goes with the last of them.
//! - Whether a file has a text is told to those alone who may have the file: its callers have asked its bearer.

mod store;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tokio::io::AsyncRead;
use uuid::Uuid;
use yakusho_blobs::{BlobError, BlobHash, Blobs};
use yakusho_file_text::{NoText, Reader};
use yakusho_kernel::{Cx, DbError, Event, Fault, Permit, Reading as On, Ref, Tx};
use yakusho_search::Sources;

use crate::{Attachment, AttachmentId, Bearer, policy};

pub(crate) use store::forget_unused;

/// How many files are looked for at once that were not read.
const PAGE: u64 = 200;

/// A file was hung on something, and nobody has read it yet.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hung {
    thing: Ref,
    hash: BlobHash,
}

impl Event for Hung {
    const KIND: &'static str = "attachments.hung";
}

/// What became of a file that was to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It was not read yet.
    Waiting,
    /// What it hangs on is found by what it says.
    Read,
    /// It has no text.
    Without(NoText),
}

/// The texts of some files.
#[derive(Debug, Default)]
pub struct Texts(HashMap<BlobHash, String>);

impl Texts {
    /// What a thing with these files is found by: first their names, then what they say.
    pub fn of<'t>(&'t self, files: &'t [Attachment]) -> impl Iterator<Item = &'t str> {
        let names = files.iter().map(|file| file.name.as_str());
        let texts = files.iter().filter_map(|file| self.0.get(&file.hash));
        names.chain(texts.map(String::as_str))
    }
}

/// The texts of those of the files that have been read.
pub async fn texts<'f>(
    on: &impl On,
    files: impl IntoIterator<Item = &'f Attachment>,
) -> Result<Texts, DbError> {
    let hashes: HashSet<BlobHash> = files.into_iter().map(|file| file.hash).collect();
    Ok(Texts(store::texts(on, &hashes).await?))
}

/// What became of each of the files, in their order.
pub async fn readings(on: &impl On, files: &[Attachment]) -> Result<Vec<Reading>, DbError> {
    let hashes: HashSet<BlobHash> = files.iter().map(|file| file.hash).collect();
    let found = store::readings(on, &hashes).await?;
    let of = |file: &Attachment| found.get(&file.hash).copied().unwrap_or(Reading::Waiting);
    Ok(files.iter().map(of).collect())
}

/// Those of the files of which there is a thumbnail.
pub async fn pictured(
    on: &impl On,
    files: &[Attachment],
) -> Result<HashSet<AttachmentId>, DbError> {
    let hashes: HashSet<BlobHash> = files.iter().map(|file| file.hash).collect();
    let found = store::pictured(on, &hashes).await?;
    let pictured = files.iter().filter(|file| found.contains(&file.hash));
    Ok(pictured.map(|file| file.id).collect())
}

/// The thumbnail of a picture that hangs on a thing, as JPEG, if the one who acts may have the picture.
pub async fn thumbnail(cx: &Cx, thing: &impl Bearer, id: AttachmentId) -> Result<Vec<u8>, Fault> {
    let file = crate::find(cx, thing, id).await?;
    let found = store::thumbnail(&cx.reader(), file.hash).await?;
    found.ok_or(Fault::NotFound)
}

/// What was read of a file.
struct Found {
    text: Result<String, NoText>,
    thumbnail: Option<Vec<u8>>,
}

/// Asks for the texts of files that now hang on a thing, as far as nobody has read them.
pub(crate) async fn ask(tx: &Tx, thing: &Ref, files: &[Attachment]) -> Result<(), DbError> {
    let mut hashes: HashSet<BlobHash> = files.iter().map(|file| file.hash).collect();
    let known = store::readings(tx, &hashes).await?;
    hashes.retain(|hash| !known.contains_key(hash));
    for hash in hashes {
        let thing = thing.clone();
        tx.emit(&Hung { thing, hash }).await?;
    }
    Ok(())
}

/// What it takes to read files: their bytes, the process that reads them, and what is then found by them.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Where the bytes are.
    pub blobs: Blobs,
    /// What reads them.
    pub reader: Reader,
    /// What can be found.
    pub sources: Arc<Sources>,
}

impl Desk {
    /// Reads a file that was hung on something, which is then found by what the file says: what follows from [`Hung`].
    pub async fn read_hung(&self, cx: &Cx, hung: &Hung) -> Result<(), Fault> {
        let permit = policy::may_read(cx)?;
        self.read(cx, &permit, hung.hash, std::slice::from_ref(&hung.thing))
            .await
    }

    /// Reads every file that hangs on something and was not read, as it came before files were, or the server was stopped
    /// over it; says how many.
    pub async fn catch_up(&self, cx: &Cx) -> Result<u64, Fault> {
        let permit = policy::may_read(cx)?;
        let (mut read, mut after) = (0, Uuid::nil());
        loop {
            let missed = store::missed(&cx.reader(), after, PAGE).await?;
            let Some(last) = missed.last() else {
                return Ok(read);
            };
            after = last.0;
            for (_, hash, thing) in &missed {
                self.read(cx, &permit, *hash, std::slice::from_ref(thing))
                    .await?;
                read += 1;
            }
        }
    }

    async fn read(
        &self,
        cx: &Cx,
        permit: &Permit,
        hash: BlobHash,
        things: &[Ref],
    ) -> Result<(), Fault> {
        let known = store::readings(&cx.reader(), &HashSet::from([hash])).await?;
        let found = if known.is_empty() {
            match self.look(hash).await? {
                Some(found) => Some(found),
                // It was disposed of meanwhile.
                None => return Ok(()),
            }
        } else {
            None
        };
        let tx = cx.begin().await?;
        if let Some(found) = found {
            store::keep(&tx, permit, hash, found).await?;
        }
        for thing in things {
            yakusho_search::renew(&tx, permit, &self.sources, thing).await?;
        }
        // What is found now by more words was there before, too: nobody did anything to it.
        Ok(tx.commit_unaudited().await?)
    }

    /// What is in a file; nothing where it is gone.
    async fn look(&self, hash: BlobHash) -> Result<Option<Found>, Fault> {
        let Some(content) = self.open(hash).await? else {
            return Ok(None);
        };
        let text = self.reader.text(content).await.map_err(Fault::internal)?;
        let mut thumbnail = None;
        if text == Err(NoText::Kind)
            && let Some(content) = self.open(hash).await?
        {
            let small = self.reader.thumbnail(content).await;
            thumbnail = small.map_err(Fault::internal)?.ok();
        }
        Ok(Some(Found { text, thumbnail }))
    }

    async fn open(&self, hash: BlobHash) -> Result<Option<impl AsyncRead + use<>>, Fault> {
        match self.blobs.open(&hash).await {
            Ok(content) => Ok(Some(content.into_async_read())),
            Err(BlobError::NotFound(_)) => Ok(None),
            Err(error) => Err(crate::service::fault(error)),
        }
    }
}
