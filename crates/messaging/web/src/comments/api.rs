//! Comments as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_messaging::comment::{Comment, CommentEvidence};
use yakusho_messaging::{board, circulation, comment};
use yakusho_webkit::{Answer, Visit};

use crate::board::api::Tag as OfBoard;
use crate::circulation::api::Tag as OfCirculations;
use crate::json::{AtRevision, Done, Limit, Listed, TakenDown, WrittenItem, place};

/// A comment.
#[derive(Debug, Object)]
struct CommentItem {
    id: Uuid,
    /// Whose words it is.
    author: Uuid,
    /// The author's name as it was then.
    author_name: String,
    /// By which kind of proxy it was written, if by one.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
    at: OffsetDateTime,
    /// What it says; none where it was taken back or down.
    #[oai(skip_serializing_if_is_none)]
    comment: Option<String>,
    /// Why it was taken down, if it was.
    #[oai(skip_serializing_if_is_none)]
    removed_because: Option<String>,
    /// How many wordings it has had.
    version: i32,
    /// To be given back with a change.
    revision: i32,
    /// Whether one may change it as one's own.
    own: bool,
}

/// The words of a comment that was taken down.
#[derive(Debug, Object)]
struct CommentEvidenceItem {
    comment: String,
    author: Uuid,
    at: OffsetDateTime,
    #[oai(skip_serializing_if_is_none)]
    removed_by: Option<Uuid>,
    #[oai(skip_serializing_if_is_none)]
    removed_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    removed_because: Option<String>,
}

impl From<CommentEvidence> for CommentEvidenceItem {
    fn from(evidence: CommentEvidence) -> Self {
        let removal = evidence.removal;
        let reason = removal.as_ref().and_then(|removal| removal.reason.as_ref());
        Self {
            comment: evidence.words.to_string(),
            author: evidence.by.author.into(),
            at: evidence.at.utc(),
            removed_because: reason.map(ToString::to_string),
            removed_by: removal.as_ref().map(|removal| removal.by.into()),
            removed_at: removal.map(|removal| removal.at.utc()),
        }
    }
}

/// A comment to be written.
#[derive(Debug, Object)]
struct NewComment {
    comment: String,
}

/// Other words for a comment.
#[derive(Debug, Object)]
struct ChangedComment {
    /// As it was read.
    revision: i32,
    comment: String,
}

impl From<Comment> for CommentItem {
    fn from(comment: Comment) -> Self {
        let reason = comment
            .words
            .removal()
            .and_then(|removal| removal.reason.as_ref());
        Self {
            id: comment.id.into(),
            author: comment.by.author.into(),
            proxy: comment.proxy().map(|kind| kind.code().to_owned()),
            at: comment.at.utc(),
            removed_because: reason.map(ToString::to_string),
            comment: comment.words.shown().cloned(),
            version: comment.version,
            revision: comment.revision,
            own: comment.own,
            author_name: comment.author_name,
        }
    }
}

/// Comments, wherever they stand.
pub(crate) struct CommentApi;

#[OpenApi(tag = "OfBoard::Board")]
impl CommentApi {
    /// The words that a marker stands in place of: for the supervisor, and on record.
    #[oai(
        path = "/comments/:id/evidence",
        method = "get",
        operation_id = "getCommentEvidence"
    )]
    async fn evidence(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<CommentEvidenceItem>> {
        let removed = comment::evidence(&visit.cx, id.0.into()).await?;
        Ok(Json(removed.into_inner().into()))
    }
}

/// Comments on a post.
pub(crate) struct PostCommentApi;

#[OpenApi(tag = "OfBoard::Board")]
impl PostCommentApi {
    /// The comments, the oldest first.
    #[oai(
        path = "/board/posts/:id/comments",
        method = "get",
        operation_id = "listBoardPostComments"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CommentItem>>> {
        let after = place(after.0.as_deref());
        let page = board::comments(&visit.cx, id.0.into(), after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, CommentItem::from)))
    }

    /// Comments on it.
    #[oai(
        path = "/board/posts/:id/comments",
        method = "post",
        operation_id = "writeBoardPostComment"
    )]
    async fn write(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<NewComment>,
    ) -> Answer<Json<WrittenItem>> {
        let comment = *board::comment(&visit.cx, id.0.into(), &new.0.comment).await?;
        Ok(WrittenItem::of(comment))
    }

    /// Changes the wording of one's own comment.
    #[oai(
        path = "/board/posts/:id/comments/:comment",
        method = "put",
        operation_id = "changeBoardPostComment"
    )]
    async fn edit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        changed: Json<ChangedComment>,
    ) -> Answer<Done> {
        let ChangedComment {
            revision,
            comment: words,
        } = changed.0;
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = board::edit_comment(&visit.cx, id, comment, revision, &words).await?;
        Ok(Done::Done)
    }

    /// Takes one's own comment back, or another's down for a reason.
    #[oai(
        path = "/board/posts/:id/comments/:comment/remove",
        method = "post",
        operation_id = "removeBoardPostComment"
    )]
    async fn remove(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        why: Json<TakenDown>,
    ) -> Answer<Done> {
        let TakenDown { revision, reason } = why.0;
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = board::remove_comment(&visit.cx, id, comment, revision, &reason).await?;
        Ok(Done::Done)
    }

    /// Puts up again one that was taken down.
    #[oai(
        path = "/board/posts/:id/comments/:comment/reinstate",
        method = "post",
        operation_id = "reinstateBoardPostComment"
    )]
    async fn reinstate(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        at: Json<AtRevision>,
    ) -> Answer<Done> {
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = board::reinstate_comment(&visit.cx, id, comment, at.0.revision).await?;
        Ok(Done::Done)
    }
}

/// Comments on a circulation.
pub(crate) struct CirculationCommentApi;

#[OpenApi(tag = "OfCirculations::Circulations")]
impl CirculationCommentApi {
    /// The comments, the oldest first.
    #[oai(
        path = "/circulations/:id/comments",
        method = "get",
        operation_id = "listCirculationComments"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CommentItem>>> {
        let after = place(after.0.as_deref());
        let page =
            circulation::comments(&visit.cx, id.0.into(), after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, CommentItem::from)))
    }

    /// Comments on it.
    #[oai(
        path = "/circulations/:id/comments",
        method = "post",
        operation_id = "writeCirculationComment"
    )]
    async fn write(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<NewComment>,
    ) -> Answer<Json<WrittenItem>> {
        let comment = *circulation::comment(&visit.cx, id.0.into(), &new.0.comment).await?;
        Ok(WrittenItem::of(comment))
    }

    /// Changes the wording of one's own comment.
    #[oai(
        path = "/circulations/:id/comments/:comment",
        method = "put",
        operation_id = "changeCirculationComment"
    )]
    async fn edit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        changed: Json<ChangedComment>,
    ) -> Answer<Done> {
        let ChangedComment {
            revision,
            comment: words,
        } = changed.0;
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = circulation::edit_comment(&visit.cx, id, comment, revision, &words).await?;
        Ok(Done::Done)
    }

    /// Takes one's own comment back, or another's down for a reason.
    #[oai(
        path = "/circulations/:id/comments/:comment/remove",
        method = "post",
        operation_id = "removeCirculationComment"
    )]
    async fn remove(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        why: Json<TakenDown>,
    ) -> Answer<Done> {
        let TakenDown { revision, reason } = why.0;
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = circulation::remove_comment(&visit.cx, id, comment, revision, &reason).await?;
        Ok(Done::Done)
    }

    /// Puts up again one that was taken down.
    #[oai(
        path = "/circulations/:id/comments/:comment/reinstate",
        method = "post",
        operation_id = "reinstateCirculationComment"
    )]
    async fn reinstate(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        comment: Path<Uuid>,
        at: Json<AtRevision>,
    ) -> Answer<Done> {
        let (id, comment) = (id.0.into(), comment.0.into());
        let _ = circulation::reinstate_comment(&visit.cx, id, comment, at.0.revision).await?;
        Ok(Done::Done)
    }
}
