//! Who has read and confirmed a post, and how sections keep the daily check.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_attachments_web::download;
use yakusho_kernel::{Page, Timestamp};
use yakusho_messaging::board::{self, BoardPostId, ReaderRow, ReaderState, ReadersBySection};
use yakusho_messaging::daily_check::{self, Figure};
use yakusho_webkit::csv::Given;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Handed, Limit, Listed, known, place};

/// A reader of a post.
#[derive(Debug, Object)]
struct ReaderItem {
    person: Uuid,
    name: String,
    unit: String,
    post: String,
    #[oai(skip_serializing_if_is_none)]
    read_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    confirmed_at: Option<OffsetDateTime>,
    /// Whether the post was changed in substance since, so that they owe it again.
    outdated: bool,
    /// By which kind of proxy it was confirmed, if by one.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
}

/// The readers of a post in one unit.
#[derive(Debug, Object)]
struct ReadersOfUnit {
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    name: String,
    people: u64,
    read: u64,
    confirmed: u64,
}

/// How a section kept the daily check on a day.
#[derive(Debug, Object)]
struct DailyCheckFigure {
    day: Date,
    section: Uuid,
    people: i32,
    /// How many of them had left something unread.
    behind: i32,
    /// How many posts that made, counted for each person.
    unread: i32,
}

impl From<ReaderRow> for ReaderItem {
    fn from(row: ReaderRow) -> Self {
        Self {
            person: row.person.into(),
            name: row.name,
            unit: row.unit_name,
            post: row.post_title,
            read_at: row.read_at.map(Timestamp::utc),
            confirmed_at: row.confirmed_at.map(Timestamp::utc),
            outdated: row.outdated,
            proxy: row.by_proxy.map(|(_, kind)| kind.code().to_owned()),
        }
    }
}

impl From<ReadersBySection> for ReadersOfUnit {
    fn from(row: ReadersBySection) -> Self {
        let count = |n| u64::try_from(n).unwrap_or(u64::MAX);
        Self {
            unit: row.unit.map(Into::into),
            name: row.unit_name,
            people: count(row.people),
            read: count(row.read),
            confirmed: count(row.confirmed),
        }
    }
}

impl From<Figure> for DailyCheckFigure {
    fn from(figure: Figure) -> Self {
        Self {
            day: figure.day,
            section: figure.section.into(),
            people: figure.people,
            behind: figure.behind,
            unread: figure.unread,
        }
    }
}

pub(super) struct ReadersApi;

#[OpenApi(tag = "Tag::Board")]
impl ReadersApi {
    /// Those who may read a post that asks to confirm, unit by unit.
    #[oai(
        path = "/board/posts/:id/readers",
        method = "get",
        operation_id = "listBoardPostReaders"
    )]
    async fn readers(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// `all`, `confirmed`, `owing`; `all` unless told.
        which: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ReaderItem>>> {
        let which = known("which", which.0.as_deref(), state)?.unwrap_or_default();
        let after = place(after.0.as_deref());
        let page =
            board::readers(&visit.cx, id.0.into(), which, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, ReaderItem::from)))
    }

    /// The same in figures, unit by unit.
    #[oai(
        path = "/board/posts/:id/readers/units",
        method = "get",
        operation_id = "countBoardPostReaders"
    )]
    async fn units(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ReadersOfUnit>>> {
        let after = place(after.as_deref());
        let units = board::readers_by_section(&visit.cx, id.0.into()).await?;
        let page = Page::among(units, after.as_ref(), limit.size(), |row| row.unit)?;
        Ok(Json(Listed::of(page, ReadersOfUnit::from)))
    }

    /// How the sections that one answers for kept the daily check, the latest day first.
    #[oai(
        path = "/board/daily-check",
        method = "get",
        operation_id = "listDailyCheckFigures"
    )]
    async fn figures(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DailyCheckFigure>>> {
        let after = place(after.0.as_deref());
        let page = daily_check::figures(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, DailyCheckFigure::from)))
    }
}

fn state(code: &str) -> Option<ReaderState> {
    match code {
        "all" => Some(ReaderState::All),
        "confirmed" => Some(ReaderState::Confirmed),
        "owing" => Some(ReaderState::Owing),
        _ => None,
    }
}

/// Files of the board, to be taken away.
pub(super) struct FilesApi;

#[OpenApi(tag = "Tag::Board")]
impl FilesApi {
    /// A file of a post, or the part of it that `Range` asks for.
    #[oai(
        path = "/board/posts/:id/files/:file",
        method = "get",
        operation_id = "downloadBoardPostFile"
    )]
    async fn download(&self, visit: Visit, id: Path<Uuid>, file: Path<Uuid>) -> Answer<Handed> {
        let post = BoardPostId::from(id.0);
        Ok(Handed(download(&visit, &post, file.0.into()).await?))
    }

    /// The readers as a file for spreadsheets. To take it is put on record.
    #[oai(
        path = "/board/posts/:id/readers.csv",
        method = "get",
        operation_id = "exportBoardPostReaders"
    )]
    async fn csv(&self, visit: Visit, id: Path<Uuid>) -> Answer<Given> {
        let file = crate::board::readers::file(&visit, id.0.into()).await?;
        Ok(Given::of(file))
    }
}
