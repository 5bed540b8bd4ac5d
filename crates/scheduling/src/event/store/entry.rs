//! Table `schedule_entries`: in whose calendars an event is, and what they say to taking part.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};

use super::rows::entry::{ActiveModel, Column, Entity};
use crate::event::model::{Answer, DateAnswer, Event, EventId, Extent, Said};
use crate::recurrence::Local;
use yakusho_kernel::stored::{from_json, known, to_json};

/// Rows in one statement.
const CHUNK: usize = 500;

/// What somebody said to taking part.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The person, or the unit.
    pub(crate) holder: Uuid,
    pub(crate) said: Said,
    pub(crate) answered_at: Option<Timestamp>,
    pub(crate) answered_by: Option<PersonId>,
}

impl Entry {
    /// That of somebody who has said nothing yet.
    pub(crate) fn silent(holder: Uuid) -> Self {
        Self {
            holder,
            said: Said::default(),
            answered_at: None,
            answered_by: None,
        }
    }

    /// That of whoever takes part on one date, when that comes to stand as an event of its own.
    pub(crate) fn on(&self, date: Local) -> Self {
        let mut dates = self.said.dates.iter();
        let own = dates.find(|said| said.date == date);
        Self {
            holder: self.holder,
            said: Said {
                whole: self.said.on(Some(date)),
                dates: Vec::new(),
            },
            answered_at: own.map_or(self.answered_at, |own| Some(own.at)),
            answered_by: own.map_or(self.answered_by, |own| own.by),
        }
    }
}

pub(crate) async fn insert(
    tx: &Tx,
    _: &Permit,
    event: &Event,
    entries: &[Entry],
) -> Result<(), DbError> {
    let Extent { from, until } = event.extent();
    let long = event.extent().is_long();
    for chunk in entries.chunks(CHUNK) {
        let rows = chunk.iter().map(|entry| {
            Ok(ActiveModel {
                event: Set(event.id),
                holder: Set(entry.holder),
                answer: Set(entry.said.whole.code().to_owned()),
                answered_at: Set(entry.answered_at),
                answered_by: Set(entry.answered_by),
                from_at: Set(from),
                until_at: Set(until),
                long: Set(long),
                dates: Set(dates(&entry.said.dates)?),
            })
        });
        let rows = rows.collect::<Result<Vec<_>, DbError>>()?;
        Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Has the event where it is now in every calendar that it is in. `anew` asks everybody again whether they take part.
pub(crate) async fn move_to(tx: &Tx, _: &Permit, event: &Event, anew: bool) -> Result<(), DbError> {
    let extent = event.extent();
    let mut update = Entity::update_many()
        .col_expr(Column::FromAt, Expr::value(extent.from))
        .col_expr(Column::UntilAt, Expr::value(extent.until))
        .col_expr(Column::Long, Expr::value(extent.is_long()));
    if anew {
        update = update
            .col_expr(Column::Answer, Expr::value(Answer::None.code()))
            .col_expr(Column::AnsweredAt, Expr::value(None::<i64>))
            .col_expr(Column::AnsweredBy, Expr::value(None::<Uuid>))
            .col_expr(Column::Dates, Expr::value(None::<Json>));
    }
    update
        .filter(Column::Event.eq(event.id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes the event out of the calendars of those who no longer take part; its versions still name them.
pub(crate) async fn remove(
    tx: &Tx,
    _: &Permit,
    event: EventId,
    people: &[PersonId],
) -> Result<(), DbError> {
    Entity::delete_many()
        .filter(Column::Event.eq(event))
        .filter(Column::Holder.is_in(people.iter().map(|person| Uuid::from(*person))))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// In whose calendars the event is.
pub(crate) async fn entries(on: &impl Reading, event: EventId) -> Result<Vec<Entry>, DbError> {
    let rows = Entity::find()
        .filter(Column::Event.eq(event))
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Entry {
                holder: row.holder,
                said: said(&row.answer, row.dates)?,
                answered_at: row.answered_at,
                answered_by: row.answered_by,
            })
        })
        .collect()
}

/// What was said, as the columns have it.
pub(super) fn said(whole: &str, dates: Option<Json>) -> Result<Said, DbError> {
    Ok(Said {
        whole: known(whole, Answer::from_code)?,
        dates: dates.map(from_json).transpose()?.unwrap_or_default(),
    })
}

/// Answers to single dates, as the column has them.
fn dates(dates: &Vec<DateAnswer>) -> Result<Option<Json>, DbError> {
    (!dates.is_empty()).then(|| to_json(dates)).transpose()
}

/// Notes what people say to taking part, all by the same answer.
pub(crate) async fn answers(
    tx: &Tx,
    permit: &Permit,
    event: EventId,
    said: &[(PersonId, Answer)],
) -> Result<(), DbError> {
    for kind in Answer::ALL {
        let people = said.iter().filter(|(_, answer)| *answer == kind);
        let people: Vec<PersonId> = people.map(|(person, _)| *person).collect();
        if !people.is_empty() {
            answer(tx, permit, event, &people, kind).await?;
        }
    }
    Ok(())
}

/// Notes that these people say this to all of it.
pub(crate) async fn answer(
    tx: &Tx,
    _: &Permit,
    event: EventId,
    people: &[PersonId],
    answer: Answer,
) -> Result<(), DbError> {
    let by = tx.cx().actor().person().map(Uuid::from);
    Entity::update_many()
        .col_expr(Column::Answer, Expr::value(answer.code()))
        .col_expr(Column::AnsweredAt, Expr::value(tx.cx().now()))
        .col_expr(Column::AnsweredBy, Expr::value(by))
        .col_expr(Column::Dates, Expr::value(None::<Json>))
        .filter(Column::Event.eq(event))
        .filter(Column::Holder.is_in(people.iter().map(|person| Uuid::from(*person))))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Notes what a person says to single dates, in the place of what they said to any before.
pub(crate) async fn answer_dates(
    tx: &Tx,
    _: &Permit,
    event: EventId,
    person: PersonId,
    said: &Vec<DateAnswer>,
) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::Dates, Expr::value(dates(said)?))
        .filter(Column::Event.eq(event))
        .filter(Column::Holder.eq(Uuid::from(person)))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
