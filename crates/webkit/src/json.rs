//! What operations of the JSON API share: pages of lists, files, and answers that say little.

use crate::PAGE_SIZE;
use poem::{IntoResponse, Response};
use poem_openapi::payload::Json;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use poem_openapi::{ApiResponse, Object};
use uuid::Uuid;
use yakusho_kernel::{Cursor, Invalid, Page, Reason};

/// A page of a list.
#[derive(Debug, Object)]
pub struct Listed<T: Type + ParseFromJSON + ToJSON> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins, to be sent as `after`; none on the last page.
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

impl<T: Type + ParseFromJSON + ToJSON> Listed<T> {
    /// A page, each item turned into what the API shows.
    pub fn of<S>(page: Page<S>, item: impl FnMut(S) -> T) -> Self {
        Self {
            next: page.next.map(|next| next.as_str().to_owned()),
            items: page.items.into_iter().map(item).collect(),
        }
    }

    /// A list that is whole on its first page.
    pub fn whole(items: impl IntoIterator<Item: Into<T>>) -> Self {
        Self {
            items: items.into_iter().map(Into::into).collect(),
            next: None,
        }
    }
}

/// How many items a page has: as asked for, or the usual number.
pub fn size(limit: Option<u16>) -> usize {
    limit.map_or(PAGE_SIZE, usize::from)
}

/// That something was done, and there is nothing to say of it.
#[derive(ApiResponse)]
pub enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// The id of something.
#[derive(Debug, Object)]
pub struct Id {
    /// The id.
    pub id: Uuid,
}

/// That something was made.
#[derive(ApiResponse)]
pub enum Made {
    /// Its id.
    #[oai(status = 201)]
    Made(Json<Id>),
}

impl Made {
    /// The answer for what has this id.
    pub fn of(id: impl Into<Uuid>) -> Self {
        Self::Made(Json(Id { id: id.into() }))
    }
}

/// Which revision an act is about.
#[derive(Debug, Object)]
pub struct AtRevision {
    /// As it was read.
    pub revision: i32,
}

/// Ids of one kind as ids of another.
pub fn ids<T, U: From<T>>(ids: Vec<T>) -> Vec<U> {
    ids.into_iter().map(Into::into).collect()
}

/// What a code stands for.
///
/// # Errors
/// The field, where it stands for nothing.
pub fn known<T>(
    field: &str,
    code: Option<&str>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Invalid> {
    let Some(code) = code else { return Ok(None) };
    let found = parse(code).ok_or_else(|| Invalid::field(field, Reason::Unknown))?;
    Ok(Some(found))
}

/// Where the page of a list begins.
pub fn place(after: Option<&str>) -> Option<Cursor> {
    after.map(Cursor::from_outside)
}

/// A file, as it is sent to browsers.
#[derive(Debug)]
pub struct Handed(pub Response);

impl IntoResponse for Handed {
    fn into_response(self) -> Response {
        self.0
    }
}

impl ApiResponse for Handed {
    fn meta() -> MetaResponses {
        let answer = |status, description, content| MetaResponse {
            description,
            status: Some(status),
            status_range: None,
            content,
            headers: Vec::new(),
        };
        let bytes = || {
            vec![MetaMediaType {
                content_type: "*/*",
                schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format(
                    "string", "binary",
                ))),
            }]
        };
        MetaResponses {
            responses: vec![
                answer(200, "The file", bytes()),
                answer(206, "The part that was asked for", bytes()),
                answer(304, "It is there already", Vec::new()),
                answer(416, "There is no such part", Vec::new()),
            ],
        }
    }

    fn register(_: &mut Registry) {}
}
