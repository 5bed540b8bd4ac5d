//! What those whom a circulation reached do with it.

use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_messaging::circulation;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::Done;

/// Other words in place of a reply.
#[derive(Debug, Object)]
struct ChangedReply {
    /// That of one's own confirmation, as it was read.
    revision: i32,
    reply: String,
}

pub(super) struct CirculationActApi;

#[OpenApi(tag = "Tag::Circulations")]
impl CirculationActApi {
    /// Notes that one has read its present version.
    #[oai(
        path = "/circulations/:id/read",
        method = "post",
        operation_id = "readCirculation"
    )]
    async fn read(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let view = circulation::show(&visit.cx, id.0.into()).await?;
        circulation::see(&visit.cx, &view).await?;
        Ok(Done::Done)
    }

    /// Changes the words given with a confirmation.
    #[oai(
        path = "/circulations/:id/reply",
        method = "put",
        operation_id = "changeCirculationReply"
    )]
    async fn reword(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        reply: Json<ChangedReply>,
    ) -> Answer<Done> {
        let ChangedReply { revision, reply } = reply.0;
        let _ = circulation::reword(&visit.cx, id.0.into(), revision, &reply).await?;
        Ok(Done::Done)
    }

    /// Puts it on one's watch list.
    #[oai(
        path = "/circulations/:id/watch",
        method = "post",
        operation_id = "watchCirculation"
    )]
    async fn watch(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = circulation::watch(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }

    /// Takes it off the watch list again.
    #[oai(
        path = "/circulations/:id/unwatch",
        method = "post",
        operation_id = "unwatchCirculation"
    )]
    async fn unwatch(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = circulation::unwatch(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }
}
