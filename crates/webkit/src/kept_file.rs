//! Files that were read once and need not be chosen again: kept in the blob store under their hash, which travels with the
//! form, sealed for whoever sent it: a hash of one's own making opens nothing. What nothing refers to is cleared away by a nightly job.

use data_encoding::BASE64URL_NOPAD;
use maud::{Markup, html};
use tokio::io::AsyncReadExt as _;
use yakusho_blobs::{BlobError, BlobHash, SeekableBlob};
use yakusho_kernel::{Fault, Invalid, Reason};

use crate::ui::Form;
use crate::{Fields, Problem, Received, Visit};

/// The field of the file, and those that keep it.
pub const FIELD: &str = "file";
const HASH: &str = "kept";
const NAME: &str = "kept_name";

/// What a sealed hash begins with: nothing else that is sealed for a person passes for one.
const PURPOSE: &str = "kept file ";

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
    /// The file that was sent now, or the one that was kept before, if there is one.
    ///
    /// # Errors
    /// The field, where what names the file that was kept is none of ours.
    pub fn of(
        visit: &Visit,
        fields: &Fields,
        files: Vec<Received>,
    ) -> Result<Option<Self>, Invalid> {
        let sent = files.into_iter().find(|file| file.field == FIELD);
        if let Some(file) = sent {
            return Ok(Some(Self {
                hash: file.stored.hash,
                name: file.name,
            }));
        }
        match fields.first(HASH) {
            Some(sealed) if !fields.has(DROP) => Ok(Some(Self {
                hash: opened(visit, sealed).ok_or_else(gone)?,
                name: fields.text(NAME),
            })),
            _ => Ok(None),
        }
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
        let kept = Self::needed(visit, fields, files)?;
        let content = kept.content(visit, limit).await?;
        Ok((kept, content))
    }

    /// The file that was sent now or kept before.
    ///
    /// # Errors
    /// The field, where there is none.
    pub fn needed(visit: &Visit, fields: &Fields, files: Vec<Received>) -> Result<Self, Invalid> {
        let missing = || Invalid::field(FIELD, Reason::Required);
        Self::of(visit, fields, files)?.ok_or_else(missing)
    }

    /// It, to be read from any place.
    ///
    /// # Errors
    /// The field, where it was cleared away meanwhile.
    pub async fn open(&self, visit: &Visit) -> Result<SeekableBlob, Fault> {
        let opened = visit.site().blobs().seekable(&self.hash).await;
        opened.map_err(|error| match error {
            BlobError::NotFound(_) => gone().into(),
            error => Fault::Unavailable(error.into()),
        })
    }

    /// What is in it, up to `limit` bytes.
    ///
    /// # Errors
    /// The field, where it was cleared away meanwhile.
    pub async fn content(&self, visit: &Visit, limit: u64) -> Result<Vec<u8>, Problem> {
        match read(visit, &self.hash, limit).await {
            Ok(content) => Ok(content),
            Err(BlobError::NotFound(_)) => Err(gone().into()),
            Err(error) => Err(Fault::Unavailable(error.into()).into()),
        }
    }

    /// The hidden fields by which it is sent again.
    pub fn fields(&self, visit: &Visit, form: &Form) -> Markup {
        let sealed = sealed(visit, &self.hash);
        html! {
            @if let Some(sealed) = &sealed { (form.hidden(HASH, sealed)) }
            (form.hidden(NAME, &self.name))
        }
    }
}

/// That what was kept is not there any more.
fn gone() -> Invalid {
    Invalid::field(FIELD, Reason::Code("file_gone"))
}

/// The hash, for the one who acts alone. Without a key that can be used the file has to be chosen again.
fn sealed(visit: &Visit, hash: &BlobHash) -> Option<String> {
    let (env, person) = (visit.cx.env(), visit.cx.actor().person()?);
    let text = format!("{PURPOSE}{hash}");
    let sealed = env.keys().seal(env.rng(), text.as_bytes(), &person).ok()?;
    Some(BASE64URL_NOPAD.encode(&sealed))
}

fn opened(visit: &Visit, sealed: &str) -> Option<BlobHash> {
    let person = visit.cx.actor().person()?;
    let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let text = visit.cx.env().keys().open(&sealed, &person).ok()?;
    let text = str::from_utf8(&text).ok()?;
    text.strip_prefix(PURPOSE)?.parse().ok()
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
