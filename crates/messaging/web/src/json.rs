//! What operations of the JSON API share: pages of lists, files.

use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use poem_openapi::{ApiResponse, Object};
use uuid::Uuid;
use yakusho_kernel::Page;
use yakusho_messaging::attachment::Attachment;
use yakusho_webkit::PAGE_SIZE;

/// A page of a list.
#[derive(Debug, Object)]
pub(crate) struct Listed<T: Type + ParseFromJSON + ToJSON> {
    /// The items.
    pub(crate) items: Vec<T>,
    /// Where the next page begins, to be sent as `after`; none on the last page.
    #[oai(skip_serializing_if_is_none)]
    pub(crate) next: Option<String>,
}

impl<T: Type + ParseFromJSON + ToJSON> Listed<T> {
    /// A page, each item turned into what the API shows.
    pub(crate) fn of<S>(page: Page<S>, item: impl FnMut(S) -> T) -> Self {
        Self {
            next: page.next.map(|next| next.as_str().to_owned()),
            items: page.items.into_iter().map(item).collect(),
        }
    }
}

/// How many items a page has: as asked for, or the usual number.
pub(crate) fn size(limit: Option<u16>) -> usize {
    limit.map_or(PAGE_SIZE, usize::from)
}

/// That something was done, and there is nothing to say of it.
#[derive(ApiResponse)]
pub(crate) enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// A file that hangs on something.
#[derive(Debug, Object)]
pub(crate) struct FileItem {
    id: Uuid,
    /// Its name.
    name: String,
    /// What it is by its content, e.g. `application/pdf`.
    media_type: String,
    /// Its size in bytes.
    size: u64,
    /// The SHA-256 of its content in hexadecimal.
    sha256: String,
}

impl From<&Attachment> for FileItem {
    fn from(file: &Attachment) -> Self {
        Self {
            id: file.id.into(),
            name: file.name.as_str().to_owned(),
            media_type: file.media_type.clone(),
            size: file.size,
            sha256: file.hash.to_string(),
        }
    }
}
