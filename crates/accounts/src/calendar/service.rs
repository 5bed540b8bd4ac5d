//! What is done with the calendar.

use std::sync::Arc;

use serde_json::{Value, json};
use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Page, Reader, Reading, Reason, Reference,
    Saved,
};
use yakusho_koyomi::{Calendar, HOLIDAY_YEARS};

use super::model::{DayChanged, NewOwnDay, OwnDay, OwnDayId, Word};
use super::{policy, store};

/// The city's calendar as it is said now.
pub async fn of(on: &impl Reading) -> Result<Calendar, DbError> {
    let own = store::all(on).await?;
    Ok(own
        .into_iter()
        .fold(Calendar::default(), |calendar, own| match own.word {
            Word::Closed => calendar.closed(own.day, own.reason),
            Word::Opened => calendar.opened(own.day),
        }))
}

/// The same outside of writing transactions: kept while nothing else is said.
pub async fn current(cx: &Cx) -> Result<Arc<Calendar>, DbError> {
    cx.reference(Said).await
}

/// What the city says of days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Said;

impl Reference for Said {
    type Answer = Calendar;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        of(on).await
    }
}

/// The days of which the city says something, from a day on and in their order.
pub async fn list(
    cx: &Cx,
    from: Date,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<OwnDay>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), from, after, size + 1).await?;
    Ok(Page::of(found, size, |own| own.day))
}

/// What the city says of one day.
pub async fn get(cx: &Cx, id: OwnDayId) -> Result<OwnDay, Fault> {
    let _ = policy::may_look_up(cx)?;
    let found = store::get(&cx.reader(), id).await?;
    found.ok_or(Fault::NotFound)
}

/// Says something of a day; what was said of it before is replaced.
///
/// # Errors
/// The fields `day` (outside the years whose holidays are known) and `reason`.
pub async fn set(cx: &Cx, new: NewOwnDay) -> Result<Saved<OwnDayId>, Fault> {
    let permit = policy::may_set(cx)?;
    let new = checked(new)?;
    let tx = cx.begin().await?;
    let id = store::put(&tx, &permit, &new).await?;
    let day = new.day;
    tx.emit(&DayChanged { id, day }).await?;
    let version = tx.keep_version(&id, &content(&new)).await?;
    let entry = Audit::of(permit, &id)
        .with("day", new.day.to_string())
        .with("word", new.word.code())
        .version(&version);
    Ok(tx.commit(entry, id).await?)
}

/// Takes back what was said of a day: it is as the law has it. `revision` is that of the day as it was read.
pub async fn withdraw(cx: &Cx, id: OwnDayId, revision: i32) -> Result<Saved<()>, Fault> {
    let permit = policy::may_withdraw(cx)?;
    let tx = cx.begin().await?;
    let own = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    Conflict::CHANGED.unless(store::clear(&tx, &permit, id, revision).await?)?;
    let day = own.day;
    tx.emit(&DayChanged { id, day }).await?;
    let version = tx.keep_version(&id, &Value::Null).await?;
    let entry = Audit::of(permit, &id)
        .with("day", own.day.to_string())
        .version(&version);
    Ok(tx.commit(entry, ()).await?)
}

fn checked(mut new: NewOwnDay) -> Result<NewOwnDay, Invalid> {
    new.reason = new.reason.trim().to_owned();
    let mut invalid = Invalid::default();
    if !HOLIDAY_YEARS.contains(&new.day.year()) {
        let (min, max) = (*HOLIDAY_YEARS.start(), *HOLIDAY_YEARS.end());
        invalid.push(
            "day",
            Reason::OutOfRange {
                min: min.into(),
                max: max.into(),
            },
        );
    }
    if new.reason.is_empty() {
        invalid.push("reason", Reason::Required);
    } else if new.reason.chars().count() > NewOwnDay::LONGEST_REASON {
        let max = NewOwnDay::LONGEST_REASON;
        invalid.push("reason", Reason::TooLong { max });
    }
    invalid.check()?;
    Ok(new)
}

fn content(new: &NewOwnDay) -> Value {
    json!({
        "day": new.day.to_string(),
        "word": new.word.code(),
        "reason": new.reason,
    })
}
