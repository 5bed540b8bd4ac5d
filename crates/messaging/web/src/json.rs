//! What operations of the JSON API share: files, audiences, revisions.

use poem::{IntoResponse, Response};
use poem_openapi::payload::Json;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::{ApiResponse, Object};
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Cursor, Invalid, Reason};
use yakusho_messaging::attachment::Attachment;
use yakusho_messaging::versions::Change;
pub(crate) use yakusho_webkit::json::{Done, Listed, size};

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

/// Which revision an act is about.
#[derive(Debug, Object)]
pub(crate) struct AtRevision {
    /// As it was read.
    pub(crate) revision: i32,
}

/// That something of that revision is taken down.
#[derive(Debug, Object)]
pub(crate) struct TakenDown {
    /// As it was read.
    pub(crate) revision: i32,
    /// Why; needed for what others wrote.
    #[oai(default)]
    pub(crate) reason: String,
}

/// What was written.
#[derive(Debug, Object)]
pub(crate) struct WrittenItem {
    pub(crate) id: Uuid,
}

impl WrittenItem {
    /// The answer with the id of what was written.
    pub(crate) fn of(id: impl Into<Uuid>) -> Json<Self> {
        Json(Self { id: id.into() })
    }
}

/// How many people were reached.
#[derive(Debug, Object)]
pub(crate) struct PeopleReached {
    pub(crate) people: u64,
}

impl PeopleReached {
    /// The answer with so many.
    pub(crate) fn of(people: usize) -> Json<Self> {
        let people = u64::try_from(people).unwrap_or(u64::MAX);
        Json(Self { people })
    }
}

/// Who is meant: everyone, or sections, posts, people and groups.
#[derive(Debug, Object)]
pub(crate) struct AudienceItem {
    #[oai(default)]
    everyone: bool,
    #[oai(default)]
    units: Vec<Uuid>,
    #[oai(default)]
    posts: Vec<Uuid>,
    #[oai(default)]
    people: Vec<Uuid>,
    #[oai(default)]
    groups: Vec<Uuid>,
}

impl From<AudienceItem> for Audience {
    fn from(item: AudienceItem) -> Self {
        Self {
            everyone: item.everyone,
            units: ids(item.units),
            posts: ids(item.posts),
            people: ids(item.people),
            groups: ids(item.groups),
        }
    }
}

impl From<Audience> for AudienceItem {
    fn from(audience: Audience) -> Self {
        Self {
            everyone: audience.everyone,
            units: ids(audience.units),
            posts: ids(audience.posts),
            people: ids(audience.people),
            groups: ids(audience.groups),
        }
    }
}

/// Ids of one kind as ids of another.
pub(crate) fn ids<T, U: From<T>>(ids: Vec<T>) -> Vec<U> {
    ids.into_iter().map(Into::into).collect()
}

/// What a code stands for; a fault of the field where it is none.
pub(crate) fn known<T>(
    field: &str,
    code: Option<&str>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Invalid> {
    let Some(code) = code else { return Ok(None) };
    let found = parse(code).ok_or_else(|| Invalid::field(field, Reason::Unknown))?;
    Ok(Some(found))
}

/// Where the page of a list begins.
pub(crate) fn place(after: Option<&str>) -> Option<Cursor> {
    after.map(Cursor::from_outside)
}

/// Whether readers are told of a change.
pub(crate) const fn weight(material: bool) -> Change {
    if material {
        Change::Material
    } else {
        Change::Minor
    }
}

/// A file, as it is sent to browsers.
pub(crate) struct Handed(pub(crate) Response);

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
