//! Table `schedule_events`, one by one.

use sea_orm::ActiveValue::Set;
use sea_orm::DbErr;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{QueryOrder, QuerySelect};
use time::Duration;
use yakusho_kernel::{DbError, Fault, Permit, ProxyKind, Reading, Subject as _, Tx};

use super::index::index;
use super::rows::event::{self, Column, Entity};
use crate::Authorship;
use crate::event::model::{Content, Event, EventId, Origin, Owner, Recurrence, Status, When};
use crate::recurrence::{Local, OnClosed, Series, Zone};
use yakusho_kernel::stored::{self, from_json, known, to_json};

/// A date on a clock as seconds since 1970 on it.
pub(super) fn seconds(at: Local) -> i64 {
    at.assume_utc().unix_timestamp()
}

/// The date of [`seconds`].
pub(super) fn local(seconds: i64) -> Result<Local, DbError> {
    let at = time::OffsetDateTime::from_unix_timestamp(seconds);
    let at = at.map_err(|error| DbError::Failed(DbErr::Type(error.to_string())))?;
    Ok(Local::new(at.date(), at.time()))
}

/// When something is: on the clock of a zone, or whole days where there is none.
pub(super) fn when(start: i64, length: i64, zone: Option<&str>) -> Result<When, DbError> {
    let start = local(start)?;
    let end = start
        .checked_add(Duration::seconds(length))
        .unwrap_or(start);
    Ok(match zone {
        Some(name) => When::Timed {
            start,
            end,
            zone: known(name, |name| name.parse::<Zone>().ok())?,
        },
        None => When::Days {
            first: start.date(),
            last: end.date().previous_day().unwrap_or(start.date()),
        },
    })
}

/// The columns of a series.
pub(super) struct Stored {
    pub(super) rule: Option<String>,
    pub(super) last: Option<i64>,
    pub(super) on_closed: String,
    pub(super) added: Option<Json>,
    pub(super) left_out: Option<Json>,
}

impl Stored {
    /// The series from that date on; none of what does not come back.
    pub(super) fn series(self, start: Local) -> Result<Option<Series>, DbError> {
        if self.rule.is_none() && self.added.is_none() {
            return Ok(None);
        }
        let rule = self.rule.as_deref();
        Ok(Some(Series {
            start,
            rule: rule
                .map(|rule| known(rule, |rule| rule.parse().ok()))
                .transpose()?,
            last: self.last.map(local).transpose()?,
            added: dates(self.added)?,
            left_out: dates(self.left_out)?,
            on_closed: known(&self.on_closed, OnClosed::from_code)?,
        }))
    }
}

fn dates(json: Option<Json>) -> Result<Vec<Local>, DbError> {
    let seconds: Vec<i64> = json.map(from_json).transpose()?.unwrap_or_default();
    seconds.into_iter().map(local).collect()
}

fn stored(dates: &[Local]) -> Result<Option<Json>, DbError> {
    if dates.is_empty() {
        return Ok(None);
    }
    let seconds: Vec<i64> = dates.iter().copied().map(seconds).collect();
    to_json(&seconds).map(Some)
}

impl TryFrom<event::Model> for Event {
    type Error = DbError;

    fn try_from(row: event::Model) -> Result<Self, DbError> {
        let when = when(row.start, row.length, row.zone.as_deref())?;
        let series = Stored {
            rule: row.rule,
            last: row.rule_last,
            on_closed: row.on_closed,
            added: row.added,
            left_out: row.left_out,
        };
        let series = series.series(when.start())?;
        let series = series.unwrap_or_else(|| Series::once(when.start()));
        let on_closed = series.on_closed;
        let original = row.original.map(local).transpose()?;
        let origin = row.series.zip(original);
        Ok(Self {
            id: row.id,
            owner: match row.owner_kind.as_str() {
                "unit" => Owner::Unit(row.owner.into()),
                _ => Owner::Person(row.owner.into()),
            },
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            content: Content {
                title: row.title,
                place: row.place,
                text: row.body,
                when,
                recurrence: series.rule.map(|rule| Recurrence { rule, on_closed }),
                added: series.added,
                left_out: series.left_out,
                status: known(&row.status, Status::from_code)?,
                closed: row.closed,
                free: row.free,
                away: row.away.unwrap_or_default(),
                participants: from_json(row.participants)?,
                candidates: row
                    .candidates
                    .map(from_json)
                    .transpose()?
                    .unwrap_or_default(),
                extra: row.extra.unwrap_or_default(),
                files: row.files.map(from_json).transpose()?.unwrap_or_default(),
            },
            last: series.last,
            origin: origin.map(|(series, original)| Origin { series, original }),
            decision: row.decision.map(from_json).transpose()?,
            version: row.version,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
        })
    }
}

impl Owner {
    /// The kind's code, and the id.
    pub(crate) fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Person(id) => ("person", id.into()),
            Self::Unit(id) => ("unit", id.into()),
        }
    }
}

pub(super) fn model(one: &Event, revision: i32) -> Result<event::ActiveModel, DbError> {
    let content = &one.content;
    let (owner_kind, owner) = one.owner.parts();
    let when = &content.when;
    let zone = (!when.is_days()).then(|| when.zone().name().to_owned());
    let recurrence = content.recurrence.as_ref();
    let on_closed = recurrence.map(|it| it.on_closed).unwrap_or_default();
    let candidates = (!content.candidates.is_empty())
        .then(|| to_json(&content.candidates))
        .transpose()?;
    let files = (!content.files.is_empty())
        .then(|| to_json(&content.files))
        .transpose()?;
    let extent = one.extent();
    Ok(event::ActiveModel {
        id: Set(one.id),
        owner_kind: Set(owner_kind.to_owned()),
        owner: Set(owner),
        author: Set(one.by.author),
        hand: Set(one.by.hand),
        proxy: Set(one.by.proxy.map(|kind| kind.code().to_owned())),
        title: Set(content.title.clone()),
        place: Set(content.place.clone()),
        body: Set(content.text.clone()),
        start: Set(seconds(when.start())),
        length: Set(when.length().whole_seconds()),
        zone: Set(zone),
        status: Set(content.status.code().to_owned()),
        closed: Set(content.closed),
        free: Set(content.free),
        away: Set(Some(content.away)),
        rule: Set(recurrence.map(|it| it.rule.to_string())),
        rule_last: Set(one.last.map(seconds)),
        on_closed: Set(on_closed.code().to_owned()),
        added: Set(stored(&content.added)?),
        left_out: Set(stored(&content.left_out)?),
        participants: Set(to_json(&content.participants)?),
        candidates: Set(candidates),
        files: Set(files),
        decision: Set(one.decision.as_ref().map(to_json).transpose()?),
        series: Set(one.origin.map(|origin| origin.series)),
        original: Set(one.origin.map(|origin| seconds(origin.original))),
        from_at: Set(extent.from),
        until_at: Set(extent.until),
        long: Set(extent.is_long()),
        version: Set(one.version),
        created_at: Set(one.created_at),
        changed_at: Set(one.changed_at),
        revision: Set(revision),
        extra: Set(Some(content.extra.clone()).filter(|extra| !extra.is_empty())),
    })
}

pub(crate) async fn find(on: &impl Reading, id: EventId) -> Result<Option<Event>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Event::try_from).transpose()
}

/// Keeps every other act from changing the event until this one ends.
pub(crate) async fn lock(tx: &Tx, id: EventId) -> Result<(), DbError> {
    let _: Option<EventId> = Entity::find_by_id(id)
        .select_only()
        .column(Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert(tx: &Tx, permit: &Permit, one: &Event) -> Result<(), DbError> {
    Entity::insert(model(one, one.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    index(tx, permit, one).await
}

/// Writes the event over the one that it was read as, if that is still there, and has it be found by what it says now.
pub(crate) async fn save(tx: &Tx, permit: &Permit, one: &Event) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(one, one.revision + 1)?)
        .filter(Column::Id.eq(one.id))
        .filter(Column::Revision.eq(one.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    stored::one(saved.rows_affected)?;
    Ok(index(tx, permit, one).await?)
}

/// The events that stand in the place of dates of a series, from a date on.
pub(crate) async fn children(
    on: &impl Reading,
    series: EventId,
    from: Option<Local>,
) -> Result<Vec<(EventId, Local)>, DbError> {
    let mut find = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Original])
        .filter(Column::Series.eq(series))
        .filter(Column::Status.ne(Status::Cancelled.code()));
    if let Some(from) = from {
        find = find.filter(Column::Original.gte(seconds(from)));
    }
    let rows: Vec<(EventId, i64)> = find
        .order_by_asc(Column::Original)
        .into_tuple()
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|(id, original)| Ok((id, local(original)?)))
        .collect()
}

/// Has events stand in the place of dates of another series.
pub(crate) async fn reparent(
    tx: &Tx,
    _: &Permit,
    events: &[EventId],
    series: EventId,
) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::Series, Expr::value(series))
        .filter(Column::Id.is_in(events.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Calls off events together with the series whose dates they stood for.
pub(crate) async fn cancel_all(
    tx: &Tx,
    permit: &Permit,
    events: &[EventId],
) -> Result<(), DbError> {
    for event in events {
        yakusho_search::forget(tx, permit, &event.reference());
    }
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(Status::Cancelled.code()))
        .col_expr(Column::ChangedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.is_in(events.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
