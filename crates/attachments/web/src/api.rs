//! Files in the API: uploaded first, then hung on something by their ids.

use poem::Body;
use poem_openapi::param::Query;
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_attachments::Attachment;
use yakusho_webkit::{Answer, Visit};

/// A file that hangs on something.
#[derive(Debug, Object)]
pub struct FileItem {
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

#[derive(Tags)]
enum Tag {
    /// Files that hang on posts, circulations and events.
    Attachments,
}

/// Uploading files.
pub(crate) struct AttachmentApi;

#[OpenApi(tag = "Tag::Attachments")]
impl AttachmentApi {
    /// Uploads a file. It hangs on nothing yet: what is written then takes it by its id, within a day.
    #[oai(
        path = "/attachments",
        method = "post",
        operation_id = "uploadAttachment"
    )]
    async fn upload(
        &self,
        visit: Visit,
        /// The name under which it is handed out.
        name: Query<String>,
        file: Binary<Body>,
    ) -> Answer<Json<FileItem>> {
        let content = file.0.into_async_read();
        let blobs = visit.site().blobs();
        let file = yakusho_attachments::upload(&visit.cx, blobs, &name.0, content).await?;
        Ok(Json(FileItem::from(&*file)))
    }
}
