//! Files as JSON: uploaded first, then hung on something by their ids.

use poem::Body;
use poem_openapi::param::Query;
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{OpenApi, Tags};
use yakusho_messaging::attachment;
use yakusho_webkit::{Answer, Visit};

use crate::json::FileItem;

#[derive(Tags)]
enum Tag {
    /// Files that hang on posts and circulations.
    Attachments,
}

/// Uploading files.
pub(crate) struct AttachmentApi;

#[OpenApi(tag = "Tag::Attachments")]
impl AttachmentApi {
    /// Uploads a file. It hangs on nothing yet: a post or circulation takes it by its id, within a day.
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
        let file = attachment::upload(&visit.cx, visit.site().blobs(), &name.0, content).await?;
        Ok(Json(FileItem::from(&*file)))
    }
}
