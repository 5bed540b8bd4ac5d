//! Files in the API: uploaded first, then hung on something by their ids, and handed out from there.

use poem::Body;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{OpenApi, Tags};
use uuid::Uuid;
use yakusho_messaging::attachment;
use yakusho_webkit::{Answer, Visit};

use crate::json::{FileItem, Handed};

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

/// The files of a post.
pub(crate) struct PostFileApi;

#[OpenApi(tag = "Tag::Attachments")]
impl PostFileApi {
    /// A file of a post, or the part of it that `Range` asks for.
    #[oai(
        path = "/board/posts/:id/files/:file",
        method = "get",
        operation_id = "downloadBoardPostFile"
    )]
    async fn download(&self, visit: Visit, id: Path<Uuid>, file: Path<Uuid>) -> Answer<Handed> {
        let file = crate::board::file(&visit, id.0.into(), file.0.into()).await?;
        Ok(Handed(file))
    }
}

/// The files of a circulation.
pub(crate) struct CirculationFileApi;

#[OpenApi(tag = "Tag::Attachments")]
impl CirculationFileApi {
    /// A file of a circulation, or the part of it that `Range` asks for.
    #[oai(
        path = "/circulations/:id/files/:file",
        method = "get",
        operation_id = "downloadCirculationFile"
    )]
    async fn download(&self, visit: Visit, id: Path<Uuid>, file: Path<Uuid>) -> Answer<Handed> {
        let file = crate::circulation::file(&visit, id.0.into(), file.0.into()).await?;
        Ok(Handed(file))
    }
}
