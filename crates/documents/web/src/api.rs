//! Documents as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::registration::Kind;
use yakusho_attachments_web::FileItem;
use yakusho_documents::document::{
    self, Category, DocumentForm, DocumentId, DocumentRow, DocumentView, Filter, Registered,
    Retention, View,
};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::json::{AtRevision, Done, Limit, Listed, Made, ids, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

#[derive(Tags)]
pub(crate) enum Tag {
    /// Documents in cabinets.
    Documents,
}

/// A document in a list.
#[derive(Debug, Object)]
struct DocumentItem {
    id: Uuid,
    folder: Uuid,
    /// What it is called; empty where it was taken down.
    title: String,
    /// `form`, `statistics`, `plan`, `manual`, `other`.
    category: String,
    /// `draft`, `registered`, `removed`.
    state: String,
    /// The Western year in which its fiscal year starts.
    fiscal_year: i32,
    /// Its number among those of its section and fiscal year, once it is registered.
    #[oai(skip_serializing_if_is_none)]
    number: Option<i32>,
    changed_at: OffsetDateTime,
    /// Who holds it locked.
    #[oai(skip_serializing_if_is_none)]
    locked_by: Option<Uuid>,
}

impl From<DocumentRow> for DocumentItem {
    fn from(row: DocumentRow) -> Self {
        Self {
            id: row.id.into(),
            folder: row.folder.into(),
            title: row.title,
            category: row.category.code().to_owned(),
            state: row.state.code().to_owned(),
            fiscal_year: row.fiscal_year,
            number: row.number.map(|number| number.number),
            changed_at: row.changed_at.utc(),
            locked_by: row.lock.map(|lock| lock.by.into()),
        }
    }
}

/// A document.
#[derive(Debug, Object)]
struct DocumentDetail {
    id: Uuid,
    folder: Uuid,
    /// `draft`, `registered`, `withdrawn`, `removed`.
    state: String,
    /// What it says; none where it was taken back or down.
    #[oai(skip_serializing_if_is_none)]
    content: Option<DocumentContent>,
    files: Vec<FileItem>,
    #[oai(skip_serializing_if_is_none)]
    number: Option<i32>,
    version: i32,
    /// To be given back with a change.
    revision: i32,
    #[oai(skip_serializing_if_is_none)]
    locked_by: Option<Uuid>,
    #[oai(skip_serializing_if_is_none)]
    locked_until: Option<OffsetDateTime>,
    /// The last day until which it is kept; none where that is for ever.
    #[oai(skip_serializing_if_is_none)]
    kept_until: Option<Date>,
}

/// What a document says of itself.
#[derive(Debug, Object)]
struct DocumentContent {
    title: String,
    #[oai(default)]
    notes: String,
    /// `form`, `statistics`, `plan`, `manual`, `other`.
    #[oai(skip_serializing_if_is_none)]
    category: Option<String>,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    #[oai(skip_serializing_if_is_none)]
    registration: Option<String>,
    #[oai(default)]
    tags: Vec<String>,
    /// The Western year in which its fiscal year starts.
    fiscal_year: i32,
    #[oai(skip_serializing_if_is_none)]
    valid_from: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    valid_until: Option<Date>,
    /// When it is to be looked through again.
    #[oai(skip_serializing_if_is_none)]
    review_on: Option<Date>,
    /// For how many years it is kept: `1`, `3`, `5`, `10`, `30`, `permanent`.
    retention: String,
}

/// A document to be written.
#[derive(Debug, Object)]
struct WrittenDocument {
    folder: Uuid,
    content: DocumentContent,
    /// Its files, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
    /// That it is to be kept although it looks as if there were personal information in it.
    #[oai(default)]
    all_the_same: bool,
    /// Why what is registered is to be kept for a shorter time than so far.
    #[oai(default)]
    reason: String,
}

/// A document to be changed.
#[derive(Debug, Object)]
struct ChangedDocument {
    /// The revision that was read.
    revision: i32,
    document: WrittenDocument,
}

/// What became of a document that was to be registered.
#[derive(Debug, Object)]
struct RegisteredDocument {
    /// Its number; none where the administrator was asked to approve it first.
    #[oai(skip_serializing_if_is_none)]
    number: Option<i32>,
}

/// Where a document is to lie.
#[derive(Debug, Object)]
struct MovedDocument {
    /// The revision that was read.
    revision: i32,
    folder: Uuid,
}

/// For how long a document is to be locked.
#[derive(Debug, Object)]
struct LockedFor {
    /// At most 24 hours.
    #[oai(validator(minimum(value = "1"), maximum(value = "24")))]
    hours: i64,
}

impl From<DocumentView> for DocumentDetail {
    fn from(view: DocumentView) -> Self {
        let content = view.content;
        let files = content.as_ref().map(|content| &*content.files);
        let files = files
            .unwrap_or_default()
            .iter()
            .map(FileItem::from)
            .collect();
        Self {
            id: view.id.into(),
            folder: view.folder.id.into(),
            state: view.state.code().to_owned(),
            files,
            content: content.map(|content| DocumentContent {
                title: content.title,
                notes: content.notes,
                category: Some(content.category.code().to_owned()),
                registration: content.registration.map(|kind| kind.code().to_owned()),
                tags: content.tags,
                fiscal_year: content.fiscal_year,
                valid_from: content.valid_from,
                valid_until: content.valid_until,
                review_on: content.review_on,
                retention: content.retention.code().to_owned(),
            }),
            number: view.number.map(|number| number.number),
            version: view.version,
            revision: view.revision,
            locked_by: view.lock.map(|lock| lock.by.into()),
            locked_until: view.lock.map(|lock| lock.until.utc()),
            kept_until: view.kept_until,
        }
    }
}

impl WrittenDocument {
    fn form(self) -> Result<DocumentForm, Invalid> {
        let content = self.content;
        let category = known("category", content.category.as_deref(), Category::from_code)?;
        let kind = content.registration.as_deref();
        let registration = known("registration", kind, Kind::from_code)?;
        let retention = Retention::from_code(&content.retention)
            .ok_or_else(|| Invalid::field("retention", Reason::Unknown))?;
        Ok(DocumentForm {
            folder: self.folder.into(),
            title: content.title,
            notes: content.notes,
            category,
            registration,
            tags: content.tags,
            fiscal_year: content.fiscal_year,
            valid_from: content.valid_from,
            valid_until: content.valid_until,
            review_on: content.review_on,
            retention,
            files: ids(self.files),
            all_the_same: self.all_the_same,
            reason: self.reason,
        })
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, DocumentApi)
}

/// Documents.
struct DocumentApi;

#[OpenApi(tag = "Tag::Documents")]
impl DocumentApi {
    /// Documents, those changed last first.
    #[oai(path = "/documents", method = "get", operation_id = "listDocuments")]
    async fn list(
        &self,
        visit: Visit,
        /// In this folder alone.
        folder: Query<Option<Uuid>>,
        /// `recent`, `drafts`, `locked`, `stale`, `expired`; `recent` unless told.
        view: Query<Option<String>>,
        /// With this tag.
        tag: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DocumentItem>>> {
        let view = match folder.0 {
            Some(id) => View::Folder(id.into()),
            None => crate::folder::view(view.0.as_deref().unwrap_or("recent"))
                .ok_or_else(|| Invalid::field("view", Reason::Unknown))?,
        };
        let filter = Filter {
            tag: tag.0,
            ..Filter::default()
        };
        let after = place(after.0.as_deref());
        let page = document::list(&visit.cx, view, &filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, DocumentItem::from)))
    }

    /// A document.
    #[oai(path = "/documents/:id", method = "get", operation_id = "getDocument")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<DocumentDetail>> {
        let view = document::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.into()))
    }

    /// Begins a document that nobody else sees yet.
    #[oai(path = "/documents", method = "post", operation_id = "createDocument")]
    async fn draft(&self, visit: Visit, document: Json<WrittenDocument>) -> Answer<Made> {
        let id = *document::draft(&visit.cx, document.0.form()?).await?;
        Ok(Made::of(id))
    }

    /// Changes a document. Its folder stays as it is.
    #[oai(
        path = "/documents/:id",
        method = "put",
        operation_id = "changeDocument"
    )]
    async fn edit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        document: Json<ChangedDocument>,
    ) -> Answer<Done> {
        let ChangedDocument { revision, document } = document.0;
        let id: DocumentId = id.0.into();
        let _ = document::edit(&visit.cx, id, revision, document.form()?).await?;
        Ok(Done::Done)
    }

    /// Registers a draft.
    #[oai(
        path = "/documents/:id/register",
        method = "post",
        operation_id = "registerDocument"
    )]
    async fn register(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        at: Json<AtRevision>,
    ) -> Answer<Json<RegisteredDocument>> {
        let registered = *document::register(&visit.cx, id.0.into(), at.0.revision).await?;
        let number = match registered {
            Registered::Numbered(number) => Some(number),
            Registered::Uncleared => None,
        };
        Ok(Json(RegisteredDocument { number }))
    }

    /// Locks a document, or holds one's lock for longer.
    #[oai(
        path = "/documents/:id/lock",
        method = "put",
        operation_id = "lockDocument"
    )]
    async fn lock(&self, visit: Visit, id: Path<Uuid>, length: Json<LockedFor>) -> Answer<Done> {
        let length = Duration::hours(length.0.hours);
        let _ = document::lock(&visit.cx, id.0.into(), length).await?;
        Ok(Done::Done)
    }

    /// Gives one's lock back.
    #[oai(
        path = "/documents/:id/lock",
        method = "delete",
        operation_id = "unlockDocument"
    )]
    async fn unlock(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = document::unlock(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }

    /// Moves a document into another folder.
    #[oai(
        path = "/documents/:id/folder",
        method = "put",
        operation_id = "moveDocument"
    )]
    async fn relocate(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        moved: Json<MovedDocument>,
    ) -> Answer<Done> {
        let MovedDocument { revision, folder } = moved.0;
        let _ = document::move_to(&visit.cx, id.0.into(), revision, folder.into()).await?;
        Ok(Done::Done)
    }
}
