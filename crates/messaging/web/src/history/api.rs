//! Versions as JSON, and the words that a marker stands in place of.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_attachments_web::FileItem;
use yakusho_messaging::versions::{Comparison, Line, Side, VersionRow};
use yakusho_messaging::{Evidence, board, circulation};
use yakusho_webkit::{Answer, Visit};

use crate::board::api::Tag as OfBoard;
use crate::circulation::api::Tag as OfCirculations;
use crate::json::{Done, Limit, Listed, place, weight};

/// A version.
#[derive(Debug, Object)]
struct VersionItem {
    /// Its number, from 1.
    number: i32,
    at: OffsetDateTime,
    title: String,
    /// Who saved it; for those who see who writes.
    #[oai(skip_serializing_if_is_none)]
    by: Option<Uuid>,
}

/// Two versions, compared.
#[derive(Debug, Object)]
struct ComparisonItem {
    title: Vec<ComparedLine>,
    body: Vec<ComparedLine>,
    /// The names of the files, a line each.
    files: Vec<ComparedLine>,
}

/// A line of a comparison.
#[derive(Debug, Object)]
struct ComparedLine {
    /// `both`, `before`, `after`: in which of the versions it stands.
    side: String,
    text: String,
}

/// Which version is put in place of the present one.
#[derive(Debug, Object)]
struct RestoredVersion {
    /// The thing's revision as it was read.
    revision: i32,
    /// The number of the earlier version.
    version: i32,
    /// Whether those who have read it are told.
    #[oai(default)]
    material: bool,
}

/// Words that were taken back or down.
#[derive(Debug, Object)]
struct EvidenceItem {
    title: String,
    body: String,
    files: Vec<FileItem>,
    /// Whose words they were.
    author: Uuid,
    /// Who took them down, if another did.
    #[oai(skip_serializing_if_is_none)]
    removed_by: Option<Uuid>,
    #[oai(skip_serializing_if_is_none)]
    removed_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    removed_because: Option<String>,
}

impl From<VersionRow> for VersionItem {
    fn from(row: VersionRow) -> Self {
        Self {
            number: row.number,
            at: row.at.utc(),
            title: row.title,
            by: row.by.map(Into::into),
        }
    }
}

impl From<Line> for ComparedLine {
    fn from(line: Line) -> Self {
        let side = match line.side {
            Side::Both => "both",
            Side::Before => "before",
            Side::After => "after",
        };
        Self {
            side: side.to_owned(),
            text: line.pieces.into_iter().map(|piece| piece.text).collect(),
        }
    }
}

impl From<Comparison> for ComparisonItem {
    fn from(compared: Comparison) -> Self {
        let lines = |lines: Vec<Line>| lines.into_iter().map(Into::into).collect();
        Self {
            title: lines(compared.title),
            body: lines(compared.body),
            files: lines(compared.files),
        }
    }
}

impl From<Evidence> for EvidenceItem {
    fn from(evidence: Evidence) -> Self {
        let removal = evidence.removal;
        let reason = removal.as_ref().and_then(|removal| removal.reason.as_ref());
        Self {
            files: evidence.text.files.iter().map(FileItem::from).collect(),
            title: evidence.text.title,
            body: evidence.text.body,
            author: evidence.by.author.into(),
            removed_because: reason.map(ToString::to_string),
            removed_by: removal.as_ref().map(|removal| removal.by.into()),
            removed_at: removal.map(|removal| removal.at.utc()),
        }
    }
}

/// Versions of a post, and the words that a marker stands in place of.
pub(crate) struct PostVersionApi;

#[OpenApi(tag = "OfBoard::Board")]
impl PostVersionApi {
    /// The versions that one may see, the newest first.
    #[oai(
        path = "/board/posts/:id/versions",
        method = "get",
        operation_id = "listBoardPostVersions"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<VersionItem>>> {
        let after = place(after.0.as_deref());
        let page = board::versions(&visit.cx, id.0.into(), after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, VersionItem::from)))
    }

    /// Two versions, compared line by line.
    #[oai(
        path = "/board/posts/:id/versions/compare",
        method = "get",
        operation_id = "compareBoardPostVersions"
    )]
    async fn compare(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The number of the earlier one.
        before: Query<i32>,
        /// The number of the later one.
        after: Query<i32>,
    ) -> Answer<Json<ComparisonItem>> {
        let compared = board::compare(&visit.cx, id.0.into(), before.0, after.0).await?;
        Ok(Json(compared.into()))
    }

    /// Puts an earlier version in place of the present one, as a new version.
    #[oai(
        path = "/board/posts/:id/versions/restore",
        method = "post",
        operation_id = "restoreBoardPostVersion"
    )]
    async fn restore(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        wanted: Json<RestoredVersion>,
    ) -> Answer<Done> {
        let RestoredVersion {
            revision,
            version,
            material,
        } = wanted.0;
        let _ = board::restore(&visit.cx, id.0.into(), revision, version, weight(material)).await?;
        Ok(Done::Done)
    }

    /// The words that a marker stands in place of: for the supervisor, and on record.
    #[oai(
        path = "/board/posts/:id/evidence",
        method = "get",
        operation_id = "getBoardPostEvidence"
    )]
    async fn evidence(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<EvidenceItem>> {
        let evidence = board::evidence(&visit.cx, id.0.into()).await?;
        Ok(Json(evidence.into_inner().into()))
    }
}

/// Versions of a circulation, and the words that a marker stands in place of.
pub(crate) struct CirculationVersionApi;

#[OpenApi(tag = "OfCirculations::Circulations")]
impl CirculationVersionApi {
    /// The versions that one may see, the newest first.
    #[oai(
        path = "/circulations/:id/versions",
        method = "get",
        operation_id = "listCirculationVersions"
    )]
    async fn list(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<VersionItem>>> {
        let after = place(after.0.as_deref());
        let page =
            circulation::versions(&visit.cx, id.0.into(), after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, VersionItem::from)))
    }

    /// Two versions, compared line by line.
    #[oai(
        path = "/circulations/:id/versions/compare",
        method = "get",
        operation_id = "compareCirculationVersions"
    )]
    async fn compare(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The number of the earlier one.
        before: Query<i32>,
        /// The number of the later one.
        after: Query<i32>,
    ) -> Answer<Json<ComparisonItem>> {
        let compared = circulation::compare(&visit.cx, id.0.into(), before.0, after.0).await?;
        Ok(Json(compared.into()))
    }

    /// Puts an earlier version in place of the present one, as a new version.
    #[oai(
        path = "/circulations/:id/versions/restore",
        method = "post",
        operation_id = "restoreCirculationVersion"
    )]
    async fn restore(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        wanted: Json<RestoredVersion>,
    ) -> Answer<Done> {
        let RestoredVersion {
            revision,
            version,
            material,
        } = wanted.0;
        let _ = circulation::restore(&visit.cx, id.0.into(), revision, version, weight(material))
            .await?;
        Ok(Done::Done)
    }

    /// The words that a marker stands in place of: for the supervisor, and on record.
    #[oai(
        path = "/circulations/:id/evidence",
        method = "get",
        operation_id = "getCirculationEvidence"
    )]
    async fn evidence(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<EvidenceItem>> {
        let evidence = circulation::evidence(&visit.cx, id.0.into()).await?;
        Ok(Json(evidence.into_inner().into()))
    }
}
