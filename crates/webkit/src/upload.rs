//! Forms that bring files: streamed into the blob store, never held in memory.

use std::sync::{Arc, Mutex, PoisonError};

use poem::web::{Field, Multipart};
use poem::{FromRequest, Request, RequestBody};
use tokio::io::{AsyncRead, AsyncReadExt as _};
use yakusho_blobs::{BlobError, Blobs, Stored};
use yakusho_kernel::{Fault, Invalid, Reason, is_unseen};

use crate::guard::{Overflow, forgery, once};
use crate::problem::Sent;
use crate::ui::CSRF_FIELD;
use crate::{Fields, Problem, Visit};

/// The most text of a form with files, in bytes: of all its fields together, with their names. People pickers send
/// thousands of short ones.
const TEXT: usize = 1_000_000;

/// The most files of a form.
const FILES: usize = 100;

/// The longest name that is read, in characters; whoever keeps it shortens it, and knows what of it to leave.
const NAME: usize = 1_000;

/// A form that may bring files, about to be received.
#[derive(Clone)]
pub struct Upload(Arc<Mutex<Option<Source>>>);

enum Source {
    Fields(Fields),
    /// With the token that came first.
    Parts(Box<Multipart>, String, Overflow),
}

/// A file that was received and stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The field that it came in.
    pub field: String,
    /// Its name, without folders and control characters.
    pub name: String,
    /// Where it is stored, its size, and its media type by its content.
    pub stored: Stored,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Upload")
    }
}

impl Upload {
    pub(crate) fn of_fields(fields: Fields) -> Self {
        Self::of(Source::Fields(fields))
    }

    /// A form with files, from behind the token.
    pub(crate) fn of_parts(parts: Multipart, token: String, overflow: Overflow) -> Self {
        Self::of(Source::Parts(Box::new(parts), token, overflow))
    }

    fn of(source: Source) -> Self {
        Self(Arc::new(Mutex::new(Some(source))))
    }

    /// Receives the form: its fields, and its files, each up to `limit` bytes, into the blob store.
    ///
    /// A file over the limit is refused at its field, and the rest received all the same, so that the form
    /// can be shown again. What is stored and then referred to by nothing is cleared away by a nightly job.
    pub async fn receive(
        self,
        visit: &Visit,
        limit: u64,
    ) -> Result<(Fields, Vec<Received>), Problem> {
        let source = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match source {
            Some(Source::Fields(fields)) => Ok((fields, Vec::new())),
            Some(Source::Parts(mut parts, token, overflow)) => {
                let page = forgery::page_of(&token);
                let store = Some((visit.site().blobs(), limit));
                let received = receive(&mut parts, visit, token, store).await;
                if let (Ok((fields, files)), Some(page)) = (&received, page) {
                    once::of_form(visit, page, fields, files);
                }
                received.map_err(|problem| {
                    if overflow.happened() {
                        Problem::TooLarge
                    } else {
                        problem
                    }
                })
            }
            None => Err(Problem::internal("the form was received twice")),
        }
    }

    /// Takes in what was typed alone, so that it can be sent again: nothing is stored.
    pub(crate) async fn typed(self, visit: &Visit) -> Result<(), Problem> {
        let source = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Source::Parts(mut parts, token, _)) = source {
            receive(&mut parts, visit, token, None).await?;
        }
        Ok(())
    }
}

impl<'a> FromRequest<'a> for Upload {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let upload = request.data::<Self>().cloned();
        Ok(upload.ok_or(Problem::UnsupportedMedia)?)
    }
}

/// Takes in what was typed into a form of which nothing can be stored now.
pub(crate) async fn salvage(visit: &Visit, mut parts: Multipart) {
    if let Ok(Some(first)) = parts.next_field().await
        && first.name() == Some(CSRF_FIELD)
        && let Ok(token) = first.text().await
    {
        // What breaks off leaves nothing to be shown again.
        let _ = receive(&mut parts, visit, token, None).await;
    }
}

/// Receives what stands behind the token. Where a file cannot be stored, or is not to be, the rest is received all the
/// same, so that it can be sent again.
async fn receive(
    parts: &mut Multipart,
    visit: &Visit,
    token: String,
    store_in: Option<(&Blobs, u64)>,
) -> Result<(Fields, Vec<Received>), Problem> {
    let mut fields = Fields::default();
    let mut files: Vec<Received> = Vec::new();
    let mut lost = Vec::new();
    let mut broken = None;
    let (mut text_left, mut files_left) = (TEXT, FILES);
    while let Some(part) = parts
        .next_field()
        .await
        .map_err(|error| Problem::of(error.into()))?
    {
        let field = part.name().unwrap_or_default().to_owned();
        text_left = text_left
            .checked_sub(field.len())
            .ok_or(Problem::TooLarge)?;
        match part.file_name().map(clean) {
            None => {
                let text = text(part, text_left).await?;
                text_left -= text.len();
                fields.push(field, text);
            }
            // A file field in which nothing was chosen.
            Some(name) if name.is_empty() => {}
            Some(name) => {
                files_left = files_left.checked_sub(1).ok_or(Problem::TooLarge)?;
                let Some((blobs, limit)) = store_in.filter(|_| broken.is_none()) else {
                    lost.push(field);
                    continue;
                };
                match blobs.put(part.into_async_read(), limit).await {
                    Ok(stored) => files.push(Received {
                        field,
                        name,
                        stored,
                    }),
                    Err(BlobError::TooLarge { .. }) => {
                        fields.refuse(&field, Reason::TooLarge { name, max: limit });
                    }
                    Err(BlobError::Sender(cause)) => {
                        return Err(Problem::Malformed(cause.to_string()));
                    }
                    Err(error) => {
                        broken = Some(error);
                        lost.push(field);
                    }
                }
            }
        }
    }
    lost.extend(files.iter().map(|file| file.field.clone()));
    lost.sort_unstable();
    lost.dedup();
    visit.has_sent(Sent {
        token,
        fields: fields.clone(),
        files: lost,
    });
    match broken {
        Some(error) => Err(Fault::Unavailable(error.into()).into()),
        None => Ok((fields, files)),
    }
}

/// The text of a field, of at most so many bytes.
async fn text(part: Field, most: usize) -> Result<String, Problem> {
    let mut text = Vec::new();
    part.into_async_read()
        .take(most as u64 + 1)
        .read_to_end(&mut text)
        .await
        .map_err(|error| Problem::Malformed(error.to_string()))?;
    if text.len() > most {
        return Err(Problem::TooLarge);
    }
    String::from_utf8(text).map_err(|error| Problem::Malformed(error.to_string()))
}

impl Visit {
    /// Stores a file that a program sends as the body of its request, up to `limit` bytes. What is then referred to by
    /// nothing is cleared away by a nightly job.
    ///
    /// # Errors
    /// The field of that name, where it is too large.
    pub async fn store(
        &self,
        field: &str,
        content: impl AsyncRead + Send,
        limit: u64,
    ) -> Result<Stored, Problem> {
        match self.site().blobs().put(content, limit).await {
            Ok(stored) => Ok(stored),
            Err(BlobError::TooLarge { .. }) => {
                let name = String::new();
                Err(Invalid::field(field, Reason::TooLarge { name, max: limit }).into())
            }
            Err(BlobError::Sender(cause)) => Err(Problem::Malformed(cause.to_string())),
            Err(error) => Err(Fault::Unavailable(error.into()).into()),
        }
    }
}

/// A file's name as it may be shown and kept: its last part, without what no name has.
fn clean(name: &str) -> String {
    // Browsers write a quotation mark so; the other two of their escapes are control characters.
    let name = name
        .replace("%22", "\"")
        .replace("%0D", "")
        .replace("%0A", "");
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = last.chars().filter(|c| !is_unseen(*c)).take(NAME);
    shown.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_its_folders() {
        assert_eq!(clean("令和8年度 予算(案).xlsx"), "令和8年度 予算(案).xlsx");
        assert_eq!(clean(r"C:\Users\kato\報告書.docx"), "報告書.docx");
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean("100%22%0D%0A%25.txt"), "100\"%25.txt");
        assert_eq!(clean("a\r\nSet-Cookie: x.txt"), "aSet-Cookie: x.txt");
        assert_eq!(clean("invoice\u{202e}fdp.exe"), "invoicefdp.exe");
        assert_eq!(clean(&"あ".repeat(1_001)).chars().count(), NAME);
    }
}
