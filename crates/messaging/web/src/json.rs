//! What operations of the JSON API share: files, audiences, revisions.

use poem::{IntoResponse, Response};
use poem_openapi::payload::Json;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::{ApiResponse, Object};
use uuid::Uuid;
pub(crate) use yakusho_audience::AudienceItem;
use yakusho_messaging::attachment::Attachment;
use yakusho_messaging::versions::Change;
pub(crate) use yakusho_webkit::json::{AtRevision, Done, Listed, ids, known, place, size};

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
