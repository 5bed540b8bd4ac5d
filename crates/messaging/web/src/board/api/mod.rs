//! The board as JSON.

mod acts;
mod categories;
mod readers;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::registration::Kind;
use yakusho_attachments_web::FileItem;
use yakusho_kernel::{Invalid, Reason, Timestamp};
use yakusho_messaging::board::{
    self, BoardPostId, Confirmation, PostForm, PostRow, PostView, Published, Shelf,
};
use yakusho_webkit::{Access, Answer, PAGE_SIZE, Routes, Visit};

use crate::json::{
    AtRevision, AtVersion, Done, Limit, Listed, WrittenItem, ids, known, place, weight,
};

#[derive(Tags)]
pub(crate) enum Tag {
    /// The bulletin board.
    Board,
}

/// A post in a list.
#[derive(Debug, Object)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in the JSON"
)]
struct BoardPostItem {
    id: Uuid,
    category: Uuid,
    /// Its title; none where its words were taken back or down.
    #[oai(skip_serializing_if_is_none)]
    title: Option<String>,
    /// Under whose name it stands.
    byline: String,
    /// `draft`, `submitted`, `published`, `withdrawn`, `removed`.
    state: String,
    /// From when others see it.
    #[oai(skip_serializing_if_is_none)]
    visible_from: Option<OffsetDateTime>,
    /// Until when.
    #[oai(skip_serializing_if_is_none)]
    ends_at: Option<OffsetDateTime>,
    changed_at: OffsetDateTime,
    pinned: bool,
    unread: bool,
    /// Whether it was changed since one read it.
    changed: bool,
    /// Whether it asks to confirm.
    asks: bool,
    /// By which day to confirm.
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
    /// When one confirmed it.
    #[oai(skip_serializing_if_is_none)]
    confirmed_at: Option<OffsetDateTime>,
    /// Whether it was changed in substance since one confirmed it, so that it is owed again.
    outdated: bool,
}

/// A post.
#[derive(Debug, Object)]
struct PostDetail {
    id: Uuid,
    category: Uuid,
    /// Its title; none where its words were taken back or down.
    #[oai(skip_serializing_if_is_none)]
    title: Option<String>,
    /// What it says; none where its words were taken back or down.
    #[oai(skip_serializing_if_is_none)]
    body: Option<String>,
    files: Vec<FileItem>,
    byline: String,
    /// The section in whose name it stands.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// `draft`, `submitted`, `published`, `withdrawn`, `removed`.
    state: String,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    #[oai(skip_serializing_if_is_none)]
    registration: Option<String>,
    /// From when it is to be seen; at once if none.
    #[oai(skip_serializing_if_is_none)]
    starts_at: Option<OffsetDateTime>,
    /// From when others see it.
    #[oai(skip_serializing_if_is_none)]
    visible_from: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    ends_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    pinned_until: Option<OffsetDateTime>,
    /// Whether it takes comments, where its category does.
    comments: bool,
    asks: bool,
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    confirmed_at: Option<OffsetDateTime>,
    /// Whether it was changed in substance since one confirmed it, so that it is owed again.
    outdated: bool,
    /// The version that is shown.
    version: i32,
    /// To be given back with a change.
    revision: i32,
}

/// A post to be written.
#[derive(Debug, Object)]
struct NewPost {
    category: Uuid,
    title: String,
    body: String,
    /// The section in whose name it stands; one's own if none.
    section: Option<Uuid>,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    registration: Option<String>,
    starts_at: Option<OffsetDateTime>,
    ends_at: Option<OffsetDateTime>,
    pinned_until: Option<OffsetDateTime>,
    /// Whether it takes comments.
    #[oai(default)]
    comments: bool,
    /// Whether each reader is asked to confirm.
    #[oai(default)]
    asks: bool,
    /// By which day to confirm.
    due: Option<Date>,
    /// The files that hang on it, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

/// A post to be changed.
#[derive(Debug, Object)]
struct ChangedPost {
    /// The revision that was read.
    revision: i32,
    /// Whether those who have read it are told, and those who have confirmed owe it again.
    #[oai(default)]
    material: bool,
    /// The post as it is to be.
    post: NewPost,
}

/// What became of a post that was to be published.
#[derive(Debug, Object)]
struct Outcome {
    /// `shown`, `scheduled`, `submitted`, `uncleared`.
    outcome: String,
}

fn utc(at: Option<Timestamp>) -> Option<OffsetDateTime> {
    at.map(Timestamp::utc)
}

impl From<PostRow> for BoardPostItem {
    fn from(row: PostRow) -> Self {
        Self {
            id: row.id.into(),
            category: row.category.into(),
            title: row.title.shown().cloned(),
            byline: row.byline,
            state: row.state.code().to_owned(),
            visible_from: utc(row.visible_from),
            ends_at: utc(row.ends_at),
            changed_at: row.changed_at.utc(),
            pinned: row.pinned,
            unread: row.unread,
            changed: row.changed,
            asks: row.confirmation.is_some(),
            due: row.confirmation.and_then(|asked| asked.due),
            confirmed_at: utc(row.confirmation.and_then(|asked| asked.confirmed_at)),
            outdated: row.confirmation.is_some_and(|asked| asked.outdated),
        }
    }
}

impl From<PostView> for PostDetail {
    fn from(view: PostView) -> Self {
        let words = view.words.shown();
        Self {
            id: view.id.into(),
            category: view.category.id.into(),
            title: words.map(|words| words.title.clone()),
            body: words.map(|words| words.body.clone()),
            files: words.map_or_else(Vec::new, |words| {
                words.files.iter().map(FileItem::from).collect()
            }),
            byline: view.byline,
            section: view.section.map(Into::into),
            state: view.state.code().to_owned(),
            registration: view.registration.map(|kind| kind.code().to_owned()),
            starts_at: utc(view.starts_at),
            visible_from: utc(view.visible_from),
            ends_at: utc(view.ends_at),
            pinned_until: utc(view.pinned_until),
            comments: view.takes_comments,
            asks: view.confirmation.is_some(),
            due: view.confirmation.and_then(|asked| asked.due),
            confirmed_at: utc(view.confirmation.and_then(|asked| asked.confirmed_at)),
            outdated: view.confirmation.is_some_and(|asked| asked.outdated),
            version: view.version,
            revision: view.revision,
        }
    }
}

impl NewPost {
    fn form(self) -> Result<PostForm, Invalid> {
        let registration = known(
            "registration",
            self.registration.as_deref(),
            Kind::from_code,
        )?;
        Ok(PostForm {
            category: self.category.into(),
            title: self.title,
            body: self.body,
            section: self.section.map(Into::into),
            registration,
            starts_at: self.starts_at.map(Into::into),
            ends_at: self.ends_at.map(Into::into),
            pinned_until: self.pinned_until.map(Into::into),
            comments: self.comments,
            confirmation: self.asks.then_some(Confirmation { due: self.due }),
            files: ids(self.files),
        })
    }
}

/// The operations of the board, and those on what stands on it.
pub(super) fn routes() -> Routes {
    Routes::new()
        .api(
            Access::User,
            (
                BoardApi,
                acts::PostActApi,
                categories::CategoryApi,
                readers::ReadersApi,
            ),
        )
        .api(
            Access::User,
            (
                crate::comments::api::PostCommentApi,
                crate::history::api::PostVersionApi,
            ),
        )
        .api_download(Access::User, readers::FilesApi)
}

/// The bulletin board.
struct BoardApi;

#[OpenApi(tag = "Tag::Board")]
impl BoardApi {
    /// Posts, the newest first; what is pinned stands in its place, too.
    #[oai(path = "/board/posts", method = "get", operation_id = "listBoardPosts")]
    async fn list(
        &self,
        visit: Visit,
        /// Of this category alone.
        category: Query<Option<Uuid>>,
        /// `all`, `unread`, `owed`, `mine`, `drafts`, `awaiting`, `expired`; `all` unless told.
        view: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BoardPostItem>>> {
        let shelf = match category.0 {
            Some(id) => Shelf::Category(id.into()),
            None => crate::board::list::shelf(view.0.as_deref().unwrap_or("all"))
                .ok_or_else(|| Invalid::field("view", Reason::Unknown))?,
        };
        let after = place(after.0.as_deref());
        let page = board::posts(&visit.cx, shelf, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, BoardPostItem::from)))
    }

    /// A post. To get it is not to have read it.
    #[oai(
        path = "/board/posts/:id",
        method = "get",
        operation_id = "getBoardPost"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<PostDetail>> {
        let view = board::show(&visit.cx, id.0.into(), PAGE_SIZE).await?;
        Ok(Json(view.into()))
    }

    /// Begins a post that nobody else sees yet.
    #[oai(
        path = "/board/posts",
        method = "post",
        operation_id = "createBoardPost"
    )]
    async fn draft(&self, visit: Visit, post: Json<NewPost>) -> Answer<Json<WrittenItem>> {
        let id = *board::draft(&visit.cx, post.0.form()?).await?;
        Ok(WrittenItem::of(id))
    }

    /// Changes a draft or a post.
    #[oai(
        path = "/board/posts/:id",
        method = "put",
        operation_id = "changeBoardPost"
    )]
    async fn edit(&self, visit: Visit, id: Path<Uuid>, post: Json<ChangedPost>) -> Answer<Done> {
        let ChangedPost {
            revision,
            material,
            post,
        } = post.0;
        let id: BoardPostId = id.0.into();
        let _ = board::edit(&visit.cx, id, revision, post.form()?, weight(material)).await?;
        Ok(Done::Done)
    }

    /// Publishes a draft, or has it wait for the approval that it needs.
    #[oai(
        path = "/board/posts/:id/publish",
        method = "post",
        operation_id = "publishBoardPost"
    )]
    async fn publish(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        at: Json<AtRevision>,
    ) -> Answer<Json<Outcome>> {
        let outcome = board::publish(&visit.cx, id.0.into(), at.0.revision).await?;
        let outcome = match *outcome {
            Published::Shown => "shown",
            Published::Scheduled(_) => "scheduled",
            Published::Submitted => "submitted",
            Published::Uncleared => "uncleared",
        };
        let outcome = outcome.to_owned();
        Ok(Json(Outcome { outcome }))
    }

    /// Confirms having read a post that asks for it; where it was changed in substance since, anew.
    #[oai(
        path = "/board/posts/:id/confirm",
        method = "post",
        operation_id = "confirmBoardPost"
    )]
    async fn confirm(&self, visit: Visit, id: Path<Uuid>, at: Json<AtVersion>) -> Answer<Done> {
        let _ = board::confirm(&visit.cx, id.0.into(), at.0.version).await?;
        Ok(Done::Done)
    }

    /// Takes one's own post back.
    #[oai(
        path = "/board/posts/:id/withdraw",
        method = "post",
        operation_id = "withdrawBoardPost"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = board::withdraw(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }
}
