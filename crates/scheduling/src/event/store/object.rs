//! Events as programs outside know them: in the calendar of a holder, by a name and a UID, each series with those that stand
//! in the place of its dates.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, SelectStatement};
use sea_orm::{Condition, FromQueryResult, QueryOrder, QuerySelect, Select};
use yakusho_kernel::{DbError, Permit, Reading, Timestamp, Tx};

use super::entry::said;
use super::rows::event::{self, Column, Entity};
use super::rows::{change, object, state};
use crate::event::model::{Answer, Event, EventId, Extent, Said, Status};

/// An event in somebody's calendar, with what is known of it outside.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) event: Event,
    /// The change that the object was last part of.
    pub(crate) seq: i64,
    /// Its name, where it is not that of its id.
    pub(crate) name: Option<String>,
    /// Its UID, where it is not its id.
    pub(crate) uid: Option<String>,
    /// What the holder says to taking part.
    pub(crate) said: Said,
}

#[derive(FromQueryResult)]
struct Found {
    #[sea_orm(nested)]
    event: event::Model,
    seq: Option<i64>,
    name: Option<String>,
    uid: Option<String>,
    answer: String,
    dates: Option<Json>,
}

/// Which of the objects in a calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which<'w> {
    /// All of them.
    All,
    /// Those of which there may be something between two points in time.
    Between(Timestamp, Timestamp),
    /// These.
    These(&'w [EventId]),
}

/// The events of objects in a calendar, by beginning. What was called off is not in it any more, nor what its holder
/// declined.
pub(crate) async fn objects(
    on: &impl Reading,
    holder: Uuid,
    which: Which<'_>,
) -> Result<Vec<Known>, DbError> {
    let narrow = match which {
        Which::All => Condition::all(),
        Which::Between(from, until) => between(from, until),
        Which::These([]) => return Ok(Vec::new()),
        Which::These(roots) => of_roots(roots),
    };
    let mut found = read(on, held(holder).filter(narrow)).await?;
    if !matches!(which, Which::Between(..)) {
        return Ok(found);
    }
    // What belongs to a series comes whole, wherever its dates are.
    let mut series: Vec<EventId> = found
        .iter()
        .filter(|known| known.event.repeats() || known.event.origin.is_some())
        .map(|known| known.event.root())
        .collect();
    series.sort_unstable();
    series.dedup();
    if !series.is_empty() {
        found.retain(|known| series.binary_search(&known.event.root()).is_err());
        found.extend(read(on, held(holder).filter(of_roots(&series))).await?);
    }
    Ok(found)
}

/// What is in a calendar.
fn held(holder: Uuid) -> Select<Entity> {
    let mut find = Entity::find();
    let root = || {
        let series = Expr::col(("schedule_events", "series"));
        series.if_null(Expr::col(("schedule_events", "id")))
    };
    let with: &mut SelectStatement = QuerySelect::query(&mut find);
    with.join_as(
        JoinType::InnerJoin,
        "schedule_entries",
        "x",
        Expr::col(("x", "event")).equals(("schedule_events", "id")),
    )
    .join_as(
        JoinType::LeftJoin,
        "calendar_changes",
        "c",
        Condition::all()
            .add(Expr::col(("c", "holder")).equals(("x", "holder")))
            .add(Expr::col(("c", "event")).eq(root())),
    )
    .join_as(
        JoinType::LeftJoin,
        "calendar_objects",
        "o",
        Expr::col(("o", "event")).eq(root()),
    )
    .expr_as(Expr::col(("c", "seq")), "seq")
    .expr_as(Expr::col(("c", "name")), "name")
    .expr_as(Expr::col(("o", "uid")), "uid")
    .expr_as(Expr::col(("x", "answer")), "answer")
    .expr_as(Expr::col(("x", "dates")), "dates");
    find.filter(Expr::col(("x", "holder")).eq(holder))
        .filter(Column::Status.ne(Status::Cancelled.code()))
        .filter(Expr::col(("x", "answer")).ne(Answer::Declined.code()))
        .order_by_asc(Column::FromAt)
        .order_by_asc(Column::Id)
}

fn of_roots(roots: &[EventId]) -> Condition {
    Condition::any()
        .add(Column::Id.is_in(roots.iter().copied()))
        .add(Column::Series.is_in(roots.iter().copied()))
}

/// What is short is found by its beginning, what is long by its end.
fn between(from: Timestamp, until: Timestamp) -> Condition {
    let at = |column: &'static str| Expr::col(("x", column));
    let short = Condition::all()
        .add(at("long").eq(Expr::cust("FALSE")))
        .add(at("from_at").gt(from.plus(-Extent::SHORT)))
        .add(at("from_at").lt(until))
        .add(at("until_at").gt(from));
    let long = Condition::all()
        .add(at("long").eq(Expr::cust("TRUE")))
        .add(at("until_at").gt(from))
        .add(at("from_at").lt(until));
    Condition::any().add(short).add(long)
}

async fn read(on: &impl Reading, find: Select<Entity>) -> Result<Vec<Known>, DbError> {
    let rows = find.into_model::<Found>().all(&on.conn()).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Known {
                event: row.event.try_into()?,
                seq: row.seq.unwrap_or_default(),
                name: row.name,
                uid: row.uid,
                said: said(&row.answer, row.dates)?,
            })
        })
        .collect()
}

/// An event and those that stand in the place of its dates, the series first.
pub(crate) async fn group(on: &impl Reading, root: EventId) -> Result<Vec<Event>, DbError> {
    let rows = Entity::find()
        .filter(of_roots(&[root]))
        .filter(Column::Status.ne(Status::Cancelled.code()))
        .order_by_asc(Column::Original)
        .all(&on.conn())
        .await?;
    let events = rows.into_iter().map(Event::try_from);
    let mut events = events.collect::<Result<Vec<_>, _>>()?;
    events.sort_by_key(|event| event.origin.map(|origin| origin.original));
    Ok(events)
}

/// The series that closed days move, of which there may be something between two points in time.
pub(crate) async fn by_closed_days(
    on: &impl Reading,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Event>, DbError> {
    // Written out for the index, which holds no others.
    let rows = Entity::find()
        .filter(Expr::cust("on_closed <> 'keep'"))
        .filter(Column::Status.ne(Status::Cancelled.code()))
        .filter(Column::UntilAt.gt(from))
        .filter(Column::FromAt.lt(until))
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Event::try_from).collect()
}

/// What everybody says to taking part in these events: event, person and answers.
pub(crate) async fn said_by_all(
    on: &impl Reading,
    events: &[EventId],
) -> Result<Vec<(EventId, Uuid, Said)>, DbError> {
    use super::rows::entry::{Column, Entity};
    let rows: Vec<(EventId, Uuid, String, Option<Json>)> = Entity::find()
        .select_only()
        .columns([Column::Event, Column::Holder, Column::Answer, Column::Dates])
        .filter(Column::Event.is_in(events.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|(event, holder, answer, dates)| Ok((event, holder, said(&answer, dates)?)))
        .collect()
}

/// What programs call the objects of a holder's own calendar: name, UID and id, of those of these names or UIDs.
pub(crate) async fn called(
    on: &impl Reading,
    holder: Uuid,
    names: &[String],
    uids: &[String],
) -> Result<Vec<(String, String, EventId)>, DbError> {
    use object::{Column, Entity};
    let either = Condition::any()
        .add(Column::Name.is_in(names))
        .add(Column::Uid.is_in(uids));
    let rows = Entity::find()
        .select_only()
        .columns([Column::Name, Column::Uid, Column::Event])
        .filter(Column::Holder.eq(holder))
        .filter(either)
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows)
}

/// Has an event be known outside by that name and UID; what was called off gives its own up.
pub(crate) async fn call(
    tx: &Tx,
    _: &Permit,
    event: EventId,
    (holder, name, uid): (Uuid, &str, &str),
) -> Result<(), DbError> {
    use object::{ActiveModel, Column, Entity};
    let over = sea_orm::sea_query::Query::select()
        .column(event::Column::Id)
        .from(event::Entity)
        .and_where(event::Column::Status.eq(Status::Cancelled.code()))
        .take();
    Entity::delete_many()
        .filter(Column::Holder.eq(holder))
        .filter(Column::Name.eq(name).or(Column::Uid.eq(uid)))
        .filter(Column::Event.in_subquery(over))
        .exec(&tx.conn())
        .await?;
    let row = ActiveModel {
        event: Set(event),
        holder: Set(holder),
        name: Set(name.to_owned()),
        uid: Set(uid.to_owned()),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The last change of each of these calendars; none where nothing was ever in it.
pub(crate) async fn states(
    on: &impl Reading,
    holders: &[Uuid],
) -> Result<Vec<(Uuid, i64)>, DbError> {
    use state::{Column, Entity};
    let rows = Entity::find()
        .select_only()
        .columns([Column::Holder, Column::Seq])
        .filter(Column::Holder.is_in(holders.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows)
}

/// What was changed in a calendar after a change: id, change and name, the earliest change first.
pub(crate) async fn changes(
    on: &impl Reading,
    holder: Uuid,
    since: i64,
    most: u64,
) -> Result<Vec<(EventId, i64, Option<String>)>, DbError> {
    use change::{Column, Entity};
    let rows = Entity::find()
        .select_only()
        .columns([Column::Event, Column::Seq, Column::Name])
        .filter(Column::Holder.eq(holder))
        .filter(Column::Seq.gt(since))
        .order_by_asc(Column::Seq)
        .order_by_asc(Column::Event)
        .limit(most)
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows)
}
