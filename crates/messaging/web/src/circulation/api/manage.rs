//! Whom a circulation reached, and what those who answer for it do with it.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_attachments_web::download;
use yakusho_kernel::{Page, Timestamp};
use yakusho_messaging::circulation::{
    self, CirculationId, RecipientRow, RecipientState, SectionProgress,
};
use yakusho_webkit::csv::Given;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{
    AtRevision, AudienceItem, Done, Handed, Limit, Listed, PeopleReached, TakenDown, WrittenItem,
    known, place,
};

/// Somebody whom a circulation reached.
#[derive(Debug, Object)]
struct RecipientItem {
    id: Uuid,
    person: Uuid,
    name: String,
    unit: String,
    /// `waiting`, `pending`, `confirmed`, `passed`.
    state: String,
    #[oai(skip_serializing_if_is_none)]
    read_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    confirmed_at: Option<OffsetDateTime>,
    /// Whether it was changed in substance since, so that they owe it again.
    outdated: bool,
    /// By which kind of proxy it was confirmed, if by one.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    reply: Option<String>,
}

/// Whom else a circulation is to reach.
#[derive(Debug, Object)]
struct MorePeople {
    /// As it was read.
    revision: i32,
    audience: AudienceItem,
}

/// How far a unit has come.
#[derive(Debug, Object)]
struct UnitProgress {
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    name: String,
    total: i64,
    confirmed: i64,
}

impl From<RecipientRow> for RecipientItem {
    fn from(row: RecipientRow) -> Self {
        Self {
            id: row.id.into(),
            person: row.person.into(),
            name: row.name,
            unit: row.unit_name,
            state: row.state.code().to_owned(),
            read_at: row.read_at.map(Timestamp::utc),
            confirmed_at: row.confirmed_at.map(Timestamp::utc),
            outdated: row.outdated,
            proxy: row.by_proxy.map(|(_, _, kind)| kind.code().to_owned()),
            reply: row.reply,
        }
    }
}

impl From<SectionProgress> for UnitProgress {
    fn from(row: SectionProgress) -> Self {
        Self {
            unit: row.unit.map(Into::into),
            name: row.unit_name,
            total: row.total,
            confirmed: row.confirmed,
        }
    }
}

pub(super) struct ManageApi;

#[OpenApi(tag = "Tag::Circulations")]
impl ManageApi {
    /// Those whom it reached, in the order of the organisation.
    #[oai(
        path = "/circulations/:id/recipients",
        method = "get",
        operation_id = "listCirculationRecipients"
    )]
    async fn recipients(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Only those in this state: `waiting`, `pending`, `confirmed`, `passed`.
        state: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<RecipientItem>>> {
        let only = known("state", state.0.as_deref(), RecipientState::from_code)?;
        let (id, size) = (id.0.into(), limit.size());
        let after = place(after.0.as_deref());
        let page = circulation::recipients(&visit.cx, id, only, after.as_ref(), size).await?;
        Ok(Json(Listed::of(page, RecipientItem::from)))
    }

    /// Begins a new circulation like this one, with its files.
    #[oai(
        path = "/circulations/:id/copy",
        method = "post",
        operation_id = "copyCirculation"
    )]
    async fn copy(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<WrittenItem>> {
        let new = *circulation::copy(&visit.cx, id.0.into()).await?;
        Ok(WrittenItem::of(new))
    }

    /// Has an open circulation reach more people.
    #[oai(
        path = "/circulations/:id/add",
        method = "post",
        operation_id = "addCirculationRecipients"
    )]
    async fn add(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        more: Json<MorePeople>,
    ) -> Answer<Json<PeopleReached>> {
        let MorePeople { revision, audience } = more.0;
        let people = *circulation::add(&visit.cx, id.0.into(), revision, &audience.into()).await?;
        Ok(PeopleReached::of(people))
    }

    /// Reminds those who have not confirmed, at most once a day.
    #[oai(
        path = "/circulations/:id/remind",
        method = "post",
        operation_id = "remindCirculation"
    )]
    async fn remind(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<PeopleReached>> {
        let people = *circulation::remind(&visit.cx, id.0.into()).await?;
        Ok(PeopleReached::of(people))
    }

    /// Ends it before all have confirmed: nobody owes it any more.
    #[oai(
        path = "/circulations/:id/close",
        method = "post",
        operation_id = "closeCirculation"
    )]
    async fn close(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = circulation::close(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }

    /// Takes one's own circulation back.
    #[oai(
        path = "/circulations/:id/withdraw",
        method = "post",
        operation_id = "withdrawCirculation"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = circulation::withdraw(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }

    /// Takes another's circulation down, for a reason.
    #[oai(
        path = "/circulations/:id/remove",
        method = "post",
        operation_id = "removeCirculation"
    )]
    async fn remove(&self, visit: Visit, id: Path<Uuid>, why: Json<TakenDown>) -> Answer<Done> {
        let TakenDown { revision, reason } = why.0;
        let _ = circulation::remove(&visit.cx, id.0.into(), revision, &reason).await?;
        Ok(Done::Done)
    }

    /// How far each unit has come.
    #[oai(
        path = "/circulations/:id/progress",
        method = "get",
        operation_id = "getCirculationProgress"
    )]
    async fn progress(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<UnitProgress>>> {
        let after = place(after.as_deref());
        let units = circulation::progress(&visit.cx, id.0.into()).await?;
        let page = Page::among(units, after.as_ref(), limit.size(), |row| row.unit)?;
        Ok(Json(Listed::of(page, UnitProgress::from)))
    }
}

/// Files of circulations, to be taken away.
pub(super) struct FilesApi;

#[OpenApi(tag = "Tag::Circulations")]
impl FilesApi {
    /// A file of a circulation, or the part of it that `Range` asks for.
    #[oai(
        path = "/circulations/:id/files/:file",
        method = "get",
        operation_id = "downloadCirculationFile"
    )]
    async fn download(&self, visit: Visit, id: Path<Uuid>, file: Path<Uuid>) -> Answer<Handed> {
        let circulation = CirculationId::from(id.0);
        Ok(Handed(download(&visit, &circulation, file.0.into()).await?))
    }

    /// Its state as a file for spreadsheets. To take it is put on record.
    #[oai(
        path = "/circulations/:id/state.csv",
        method = "get",
        operation_id = "exportCirculationState"
    )]
    async fn csv(&self, visit: Visit, id: Path<Uuid>) -> Answer<Given> {
        let file = crate::circulation::recipients::file(&visit, id.0.into()).await?;
        Ok(Given::of(file))
    }
}
