//! What is done to a post.

use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_kernel::Invalid;
use yakusho_messaging::board::{self, Decision};
use yakusho_messaging::text::Remark;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{AtRevision, Done, PeopleReached, TakenDown};

/// What counts as read.
#[derive(Debug, Object)]
struct CountedAsRead {
    /// The category; everything if none.
    category: Option<Uuid>,
}

/// What an approver sends back, and why.
#[derive(Debug, Object)]
struct SentBack {
    /// As it was read.
    revision: i32,
    reason: String,
}

pub(super) struct PostActApi;

#[OpenApi(tag = "Tag::Board")]
impl PostActApi {
    /// Lets everything in a category, or everywhere, count as read. What asks to confirm still asks.
    #[oai(path = "/board/read", method = "post", operation_id = "markBoardRead")]
    async fn count_as_read(&self, visit: Visit, what: Json<CountedAsRead>) -> Answer<Done> {
        board::mark_all_read(&visit.cx, what.0.category.map(Into::into)).await?;
        Ok(Done::Done)
    }

    /// Notes that one has read its present version.
    #[oai(
        path = "/board/posts/:id/read",
        method = "post",
        operation_id = "readBoardPost"
    )]
    async fn read(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let view = board::show(&visit.cx, id.0.into(), 1).await?;
        board::see(&visit.cx, &view).await?;
        Ok(Done::Done)
    }

    /// Approves a post that waits for it.
    #[oai(
        path = "/board/posts/:id/approve",
        method = "post",
        operation_id = "approveBoardPost"
    )]
    async fn approve(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = board::decide(&visit.cx, id.0.into(), at.0.revision, Decision::Approve).await?;
        Ok(Done::Done)
    }

    /// Sends a post that waits for approval back to its author.
    #[oai(
        path = "/board/posts/:id/send-back",
        method = "post",
        operation_id = "sendBackBoardPost"
    )]
    async fn send_back(&self, visit: Visit, id: Path<Uuid>, what: Json<SentBack>) -> Answer<Done> {
        let reason =
            Remark::parse(&what.0.reason).map_err(|reason| Invalid::field("reason", reason))?;
        let decision = Decision::SendBack(reason);
        let _ = board::decide(&visit.cx, id.0.into(), what.0.revision, decision).await?;
        Ok(Done::Done)
    }

    /// Takes another's post down, for a reason.
    #[oai(
        path = "/board/posts/:id/remove",
        method = "post",
        operation_id = "removeBoardPost"
    )]
    async fn remove(&self, visit: Visit, id: Path<Uuid>, why: Json<TakenDown>) -> Answer<Done> {
        let TakenDown { revision, reason } = why.0;
        let _ = board::remove(&visit.cx, id.0.into(), revision, &reason).await?;
        Ok(Done::Done)
    }

    /// Puts up again what was taken down.
    #[oai(
        path = "/board/posts/:id/reinstate",
        method = "post",
        operation_id = "reinstateBoardPost"
    )]
    async fn reinstate(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = board::reinstate(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }

    /// Reminds those who have not confirmed, at most once a day.
    #[oai(
        path = "/board/posts/:id/remind",
        method = "post",
        operation_id = "remindBoardPost"
    )]
    async fn remind(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<PeopleReached>> {
        let people = *board::remind(&visit.cx, id.0.into()).await?;
        Ok(PeopleReached::of(people))
    }
}
