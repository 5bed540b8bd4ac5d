//! Copies and the disposal of documents as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_documents::document::{self, Disposal};
use yakusho_webkit::json::{Done, Limit, Listed, Made, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::api::Tag;

/// Where a document is copied to.
#[derive(Debug, Object)]
struct CopiedDocument {
    folder: Uuid,
}

/// That a document is disposed of.
#[derive(Debug, Object)]
struct DisposedDocument {
    /// The revision that was read.
    revision: i32,
    /// Why, in a line.
    reason: String,
}

/// What was disposed of.
#[derive(Debug, Object)]
struct DisposalItem {
    /// The document.
    id: Uuid,
    /// Its section at that time.
    section: Uuid,
    title: String,
    /// `form`, `statistics`, `plan`, `manual`, `other`.
    category: String,
    /// The Western year in which its fiscal year starts.
    fiscal_year: i32,
    number: i32,
    /// The last day until which it was kept.
    kept_until: Date,
    /// How many versions went.
    versions: i32,
    /// How many files went.
    files: i32,
    disposed_at: OffsetDateTime,
    disposed_by: Uuid,
    reason: String,
}

impl From<Disposal> for DisposalItem {
    fn from(row: Disposal) -> Self {
        Self {
            id: row.id.into(),
            section: row.section.into(),
            title: row.title,
            category: row.category.code().to_owned(),
            fiscal_year: row.fiscal_year,
            number: row.number,
            kept_until: row.kept_until,
            versions: row.versions,
            files: row.files,
            disposed_at: row.disposed_at.utc(),
            disposed_by: row.disposed_by.into(),
            reason: row.reason,
        }
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, PlaceApi)
}

/// Where documents go.
struct PlaceApi;

#[OpenApi(tag = "Tag::Documents")]
impl PlaceApi {
    /// Copies a document into a folder, as a draft of one's own.
    #[oai(
        path = "/documents/:id/copy",
        method = "post",
        operation_id = "copyDocument"
    )]
    async fn copy(&self, visit: Visit, id: Path<Uuid>, into: Json<CopiedDocument>) -> Answer<Made> {
        let copy = *document::copy(&visit.cx, id.0.into(), into.0.folder.into()).await?;
        Ok(Made::of(copy))
    }

    /// Disposes of a document whose time is over. What it was stays on record.
    #[oai(
        path = "/documents/:id/dispose",
        method = "post",
        operation_id = "disposeDocument"
    )]
    async fn dispose(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        disposed: Json<DisposedDocument>,
    ) -> Answer<Done> {
        let DisposedDocument { revision, reason } = disposed.0;
        let _ = document::dispose(&visit.cx, id.0.into(), revision, &reason).await?;
        Ok(Done::Done)
    }

    /// What one's sections disposed of, the last first.
    #[oai(
        path = "/documents/disposals",
        method = "get",
        operation_id = "listDocumentDisposals"
    )]
    async fn disposals(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DisposalItem>>> {
        let after = place(after.0.as_deref());
        let page = document::disposals(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, DisposalItem::from)))
    }
}
