//! What is in calendars, however many they are, in one statement.

use sea_orm::prelude::{Json, Uuid};
use sea_orm::sea_query::{
    CaseStatement, Condition, Expr, ExprTrait as _, JoinType, Query, SelectStatement, UnionType,
};
use sea_orm::{ConnectionTrait as _, QueryResult};
use yakusho_kernel::{DbError, Prepared, Reading, Timestamp};

use super::entry::said;
use super::event::{Stored, when};
use crate::event::model::{EventId, Extent, Owner, Said, Status};
use crate::event::policy::Calendars;
use crate::event::rules::Pattern;
use yakusho_kernel::stored::{from_json, known};

/// An event in a calendar.
#[derive(Clone, Debug)]
pub(crate) struct InCalendar {
    /// In whose: the person, or the unit.
    pub(crate) holder: Uuid,
    pub(crate) event: EventId,
    /// Title and place; none where the reader sees that the time is taken, and no more.
    pub(crate) words: Option<(String, String)>,
    pub(crate) status: Status,
    pub(crate) closed: bool,
    /// Whether the time counts as free all the same.
    pub(crate) free: bool,
    /// The series in the place of a date of which it stands.
    pub(crate) series: Option<EventId>,
    /// What whoever has the calendar says to it.
    pub(crate) said: Said,
    /// Whether the calendar is the owner's own.
    pub(crate) own: bool,
    pub(crate) pattern: Pattern,
}

fn entry(column: &'static str) -> Expr {
    Expr::col(("x", column))
}

fn event(column: &'static str) -> Expr {
    Expr::col(("e", column))
}

/// That the reader sees what the event says: it is open, or it concerns them.
fn is_seen(reader: &[Uuid]) -> Condition {
    let concerns = Query::select()
        .expr(Expr::val(1))
        .from_as("schedule_entries", "m")
        .and_where(Expr::col(("m", "event")).equals(("e", "id")))
        .and_where(Expr::col(("m", "holder")).is_in(reader.iter().copied()))
        .take();
    Condition::any()
        .add(event("closed").eq(false))
        .add(Expr::exists(concerns))
}

/// What is in calendars, without any window yet, as whoever has those sees it.
fn held(reader: &[Uuid]) -> SelectStatement {
    let words = |column: &'static str| CaseStatement::new().case(is_seen(reader), event(column));
    Query::select()
        .columns([("x", "holder"), ("x", "answer"), ("x", "dates")])
        .columns([
            ("e", "id"),
            ("e", "owner"),
            ("e", "start"),
            ("e", "length"),
            ("e", "zone"),
            ("e", "status"),
            ("e", "closed"),
            ("e", "rule"),
            ("e", "rule_last"),
            ("e", "on_closed"),
            ("e", "added"),
            ("e", "left_out"),
            ("e", "candidates"),
            ("e", "series"),
            ("e", "free"),
        ])
        .expr(words("title"))
        .expr(words("place"))
        .from_as("schedule_entries", "x")
        .join_as(
            JoinType::InnerJoin,
            "schedule_events",
            "e",
            event("id").equals(("x", "event")),
        )
        .and_where(event("status").ne(Status::Cancelled.code()))
        .take()
}

/// Whose calendars the reader has, which are looked at, from when a short one begins at the earliest, and the window.
type Asked = (Vec<Uuid>, Vec<Uuid>, Timestamp, (Timestamp, Timestamp));

static HELD: Prepared<Asked> = Prepared::new(|(reader, holders, earliest, (from, until))| {
    // The flag is written out, since each of the two indexes holds the rows alone for which it is so.
    let mut short = held(&reader);
    short
        .and_where(entry("holder").is_in(holders.iter().copied()))
        .and_where(entry("long").eq(Expr::cust("FALSE")))
        .and_where(entry("from_at").gt(earliest))
        .and_where(entry("from_at").lt(until))
        .and_where(entry("until_at").gt(from));
    let mut long = held(&reader);
    long.and_where(entry("holder").is_in(holders))
        .and_where(entry("long").eq(Expr::cust("TRUE")))
        .and_where(entry("until_at").gt(from))
        .and_where(entry("from_at").lt(until));
    short.union(UnionType::All, long);
    short
});

/// What these people and units have in their calendars of which there may be something between two points in time, as
/// far as the reader sees it. What is short is found by its beginning, what is long by its end.
pub(crate) async fn in_calendars(
    on: &impl Reading,
    reader: &Calendars,
    holders: &[Owner],
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<InCalendar>, DbError> {
    if holders.is_empty() {
        return Ok(Vec::new());
    }
    let holders: Vec<Uuid> = holders.iter().map(|holder| holder.parts().1).collect();
    let reader = reader.ids().collect();
    let earliest = from.plus(-Extent::SHORT);
    let rows = HELD
        .all(on, (reader, holders, earliest, (from, until)))
        .await?;
    rows.iter().map(read).collect()
}

/// What says between two points in time that somebody is away, in whose calendar whatever it is.
pub(crate) async fn away(
    on: &impl Reading,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<InCalendar>, DbError> {
    let mut away = held(&[]);
    // Written out for the index, as above.
    away.and_where(event("away").eq(Expr::cust("TRUE")))
        .and_where(event("until_at").gt(from))
        .and_where(event("from_at").lt(until));
    let rows = on.conn().query_all(&away).await?;
    rows.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<InCalendar, DbError> {
    let holder: Uuid = row.try_get_by_index(0)?;
    let owner: Uuid = row.try_get_by_index(4)?;
    let zone: Option<String> = row.try_get_by_index(7)?;
    let when = when(
        row.try_get_by_index(5)?,
        row.try_get_by_index(6)?,
        zone.as_deref(),
    )?;
    let stored = Stored {
        rule: row.try_get_by_index(10)?,
        last: row.try_get_by_index(11)?,
        on_closed: row.try_get_by_index(12)?,
        added: row.try_get_by_index(13)?,
        left_out: row.try_get_by_index(14)?,
    };
    let candidates: Option<Json> = row.try_get_by_index(15)?;
    let title: Option<String> = row.try_get_by_index(18)?;
    let place: Option<String> = row.try_get_by_index(19)?;
    Ok(InCalendar {
        holder,
        event: row.try_get_by_index(3)?,
        words: title.zip(place),
        status: known(&row.try_get_by_index::<String>(8)?, Status::from_code)?,
        closed: row.try_get_by_index(9)?,
        free: row.try_get_by_index(17)?,
        series: row.try_get_by_index(16)?,
        said: said(
            &row.try_get_by_index::<String>(1)?,
            row.try_get_by_index(2)?,
        )?,
        own: owner == holder,
        pattern: Pattern {
            when,
            series: stored.series(when.start())?,
            candidates: candidates.map(from_json).transpose()?.unwrap_or_default(),
        },
    })
}
