//! Files that were read once and need not be chosen again: kept in the blob store under their hash, which travels with the
//! form. What nothing refers to is cleared away by a nightly job.

use maud::{Markup, html};
use tokio::io::AsyncReadExt as _;
use yakusho_blobs::{BlobError, BlobHash};
use yakusho_kernel::{Fault, Invalid, Reason};

use crate::ui::Form;
use crate::{Fields, Problem, Received, Visit};

/// The field of the file, and those that keep it.
pub const FIELD: &str = "file";
const HASH: &str = "kept";
const NAME: &str = "kept_name";

/// The button that gives a kept file up.
pub const DROP: &str = "drop_file";

/// A file that was read.
#[derive(Clone, Debug)]
pub struct KeptFile {
    hash: BlobHash,
    /// Its name.
    pub name: String,
}

impl KeptFile {
    /// The file that was sent now, or the one that was kept before.
    pub fn of(fields: &Fields, files: Vec<Received>) -> Option<Self> {
        let sent = files.into_iter().find(|file| file.field == FIELD);
        let sent = sent.map(|file| Self {
            hash: file.stored.hash,
            name: file.name,
        });
        sent.or_else(|| {
            if fields.has(DROP) {
                return None;
            }
            Some(Self {
                hash: fields.first(HASH)?.parse().ok()?,
                name: fields.text(NAME),
            })
        })
    }

    /// The file that was sent now or kept before, with what is in it, up to `limit` bytes.
    ///
    /// # Errors
    /// The field, where there is none, or where it was cleared away meanwhile.
    pub async fn read(
        visit: &Visit,
        fields: &Fields,
        files: Vec<Received>,
        limit: u64,
    ) -> Result<(Self, Vec<u8>), Problem> {
        let missing = || Invalid::field(FIELD, Reason::Required);
        let kept = Self::of(fields, files).ok_or_else(missing)?;
        let content = kept.content(visit, limit).await?;
        Ok((kept, content))
    }

    /// What is in it, up to `limit` bytes.
    ///
    /// # Errors
    /// The field, where it was cleared away meanwhile.
    pub async fn content(&self, visit: &Visit, limit: u64) -> Result<Vec<u8>, Problem> {
        match read(visit, &self.hash, limit).await {
            Ok(content) => Ok(content),
            Err(BlobError::NotFound(_)) => {
                Err(Invalid::field(FIELD, Reason::Code("file_gone")).into())
            }
            Err(error) => Err(Fault::Unavailable(error.into()).into()),
        }
    }

    /// The hidden fields by which it is sent again.
    pub fn fields(&self, form: &Form) -> Markup {
        html! {
            (form.hidden(HASH, &self.hash.to_string()))
            (form.hidden(NAME, &self.name))
        }
    }
}

async fn read(visit: &Visit, hash: &BlobHash, limit: u64) -> Result<Vec<u8>, BlobError> {
    let mut content = Vec::new();
    let reader = visit.site().blobs().open(hash).await?;
    let mut reader = reader.into_async_read().take(limit);
    reader
        .read_to_end(&mut content)
        .await
        .map_err(BlobError::Sender)?;
    Ok(content)
}
