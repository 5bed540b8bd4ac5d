//! Series: rows up to the window of their facility, so that the database guards each of them; the nightly job makes more.

use serde_json::json;
use time::{Date, Duration, PrimitiveDateTime};
use yakusho_accounts::role;
use yakusho_kernel::{Actor, Audit, Cx, Fault, Invalid, Notice, Reason, Saved, Timestamp, Tx};

use super::book::open;
use super::book::told;
use super::ground::{Against, Ground, taken};
use super::queue;
use super::read::{BookingRow, rows};
use super::tell::{ask_approval, tell_owner};
use crate::CarriedOn;
use crate::booking::error::{BookingError, Clash};
use crate::booking::model::{Booker, Booking, BookingForm, BookingId, BookingState, SeriesId};
use crate::booking::store::{SeriesRow, StoredRule};
use crate::booking::{notices, policy, store};
use crate::facility::policy::{self as facility_policy, Ties};
use crate::facility::{Facility, FacilityId, Slot, check, locked, tied, window_end};
use crate::recurrence::{OnClosed, Rule, Series, SeriesError, Zone};

/// How many days ahead a series is made for a facility that has no window.
const AHEAD: i32 = 366;

/// How a booking comes back.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// The rule (RFC 5545).
    pub rule: Rule,
    /// What becomes of dates on which the town hall is closed.
    pub on_closed: OnClosed,
}

/// What becomes of a series that meets dates which are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnTaken {
    /// Nothing is booked.
    Refuse,
    /// The other dates are booked.
    BookTheRest,
}

/// A series that was booked.
#[derive(Clone, Debug)]
pub struct SeriesBooked {
    /// Its id.
    pub series: SeriesId,
    /// The bookings that were made, the first to begin first.
    pub booked: Vec<BookingId>,
    /// The dates that were left out, with what stands against each.
    pub left_out: Vec<Clash>,
}

/// Books a facility again and again, from the time of the form on and up to the window of the facility; from there the
/// nightly job carries it on.
///
/// # Errors
/// [`BookingError::Taken`] names every date that is taken, with what stands against it, where nothing is to be booked
/// then; the fields of [`BookingForm`], and `rule` if it takes no date.
pub async fn book_series(
    cx: &Cx,
    form: BookingForm,
    repeat: Repeat,
    on_taken: OnTaken,
) -> Result<Saved<SeriesBooked>, BookingError> {
    let wish = form.parse()?;
    let decided = told(cx, &wish, form.all_the_same)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, form.facility).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_book(cx, facility.id, ties, decided.is_clear())?;
    let row = SeriesRow {
        id: cx.new_id(),
        facility: facility.id,
        by: Booker::of(cx)?,
        rule: StoredRule {
            text: repeat.rule.to_string(),
            on_closed: repeat.on_closed,
        },
        made_until: horizon(&facility, cx.today()),
        over: false,
        revision: 1,
        wish,
    };
    let series = expanded(&row)?;
    let time = Slot::new(row.wish.slot.starts_at, Timestamp::start_of(row.made_until));
    let time = time.ok_or_else(|| Invalid::field("starts_at", Reason::Code("beyond_window")))?;
    let mut ground = Ground::of(&tx, &facility, time).await?;
    let slots = slots(&series, &row, &ground, time)?;
    let first = *slots
        .first()
        .ok_or_else(|| Invalid::field("rule", Reason::Unknown))?;
    check(&facility, first, row.wish.quantity, cx.now())?;
    let (bookings, left_out) = made(&tx, &mut ground, ties, &row, &slots).await?;
    if bookings.is_empty() || (on_taken == OnTaken::Refuse && !left_out.is_empty()) {
        return Err(BookingError::Taken(left_out));
    }
    store::insert_series(&tx, &permit, &row).await?;
    store::insert(&tx, &permit, &facility, &bookings).await?;
    if let Some(first) = bookings.first() {
        ask_approval(&tx, &facility, first).await?;
    }
    let entry = Audit::of(permit, &row.id)
        .with("facility", facility.id.to_string())
        .with("booked", bookings.len())
        .with("left_out", left_out.len());
    let booked = SeriesBooked {
        series: row.id,
        booked: bookings.iter().map(|booking| booking.id).collect(),
        left_out,
    };
    Ok(tx.commit(decided.noted(entry), booked).await?)
}

/// Calls off what is still to come of a series, from a time on, and books nothing more for it.
pub async fn cancel_series(cx: &Cx, id: SeriesId, from: Timestamp) -> Result<Saved<usize>, Fault> {
    let known = store::series(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, known.facility).await?;
    let row = store::series(&tx, id).await?.ok_or(Fault::NotFound)?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_cancel_series(cx, id, row.by, ties)?;
    let mut coming = store::of_series(&tx, id).await?;
    coming.retain(|booking| booking.slot.starts_at >= from && open(cx, booking).is_ok());
    // A series is called off seldom, and has a row for each of its dates.
    for booking in &mut coming {
        booking.state = BookingState::Cancelled;
        store::save(&tx, &permit, &facility, booking).await?;
    }
    store::end_series(&tx, &permit, &row).await?;
    if let Some(first) = coming.first() {
        tell_owner(&tx, notices::CANCELLED, &facility, first).await?;
    }
    queue::promote(&tx, &facility).await?;
    let entry = Audit::of(permit, &id).with("cancelled", coming.len());
    Ok(tx.commit(entry, coming.len()).await?)
}

/// The bookings of a series, the first to begin first; those that were called off are left out.
pub async fn of_series(cx: &Cx, id: SeriesId) -> Result<Vec<BookingRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let bookings = store::of_series(&cx.reader(), id).await?;
    rows(cx, bookings).await
}

/// Makes the bookings of series up to today's window of their facilities. What is taken is left out, and the owner is
/// told which dates these are.
pub(in crate::booking) async fn carry_on(cx: &Cx) -> Result<CarriedOn, Fault> {
    let _ = policy::may_run_nightly(cx)?;
    let longest = cx.today().saturating_add(Duration::days(3_661));
    let mut done = CarriedOn::default();
    for row in store::due(&cx.reader(), longest).await? {
        match carried_on(cx, row.id, row.facility).await {
            Ok(made) => done.made += made,
            Err(fault) => {
                fault.of_one(&row.id)?;
                done.failed += 1;
            }
        }
    }
    Ok(done)
}

/// One series; how many bookings were made for it.
async fn carried_on(cx: &Cx, id: SeriesId, facility: FacilityId) -> Result<usize, Fault> {
    let tx = cx.begin().await?;
    let facility = locked(&tx, facility).await?;
    let Some(row) = store::series(&tx, id).await? else {
        return Ok(0);
    };
    let until = horizon(&facility, cx.today());
    let from = Timestamp::start_of(row.made_until);
    let time = Slot::new(from, Timestamp::start_of(until));
    let Some(time) = time.filter(|_| !row.over) else {
        return Ok(0);
    };
    let permit = policy::may_run_nightly(cx)?;
    let ties = ties_of_booker(&tx, cx, &facility, row.by).await?;
    if facility.retired || !ties.books.holds() {
        store::end_series(&tx, &permit, &row).await?;
        tell(&tx, notices::SERIES_ENDED, &facility, &row, &[]).await?;
        let entry = Audit::of(permit, &id).with("ended", true);
        return Ok(*tx.commit(entry, 0).await?);
    }
    let series = expanded(&row)?;
    let mut ground = Ground::of(&tx, &facility, time).await?;
    let slots = slots(&series, &row, &ground, time)?;
    let (bookings, left_out) = made(
        &tx,
        &mut ground,
        Ties {
            approves: false,
            ..ties
        },
        &row,
        &slots,
    )
    .await?;
    store::insert(&tx, &permit, &facility, &bookings).await?;
    let over = ends_before(&series, until);
    store::made(&tx, &permit, &row, until, over).await?;
    if let Some(first) = bookings.first() {
        ask_approval(&tx, &facility, first).await?;
    }
    if !left_out.is_empty() {
        tell(&tx, notices::SERIES_SKIPPED, &facility, &row, &left_out).await?;
    }
    let entry = Audit::of(permit, &id)
        .with("booked", bookings.len())
        .with("left_out", left_out.len());
    let count = bookings.len();
    Ok(*tx.commit(entry, count).await?)
}

/// How somebody who books on by night stands to the facility today.
pub(super) async fn ties_of_booker(
    tx: &Tx,
    cx: &Cx,
    facility: &Facility,
    by: Booker,
) -> Result<Ties, Fault> {
    let standing = role::standing(tx, by.hand, cx.today()).await?;
    let Some(standing) = standing else {
        return Ok(Ties::default());
    };
    let theirs = cx.acting(Actor::Person(standing.into()));
    Ok(facility_policy::ties(
        &theirs,
        &crate::facility::Hand::default(),
        facility,
    ))
}

async fn tell(
    tx: &Tx,
    kind: &'static str,
    facility: &Facility,
    row: &SeriesRow,
    left_out: &[Clash],
) -> Result<(), Fault> {
    let skipped: Vec<Timestamp> = left_out
        .iter()
        .map(|clash| clash.wanted.starts_at)
        .collect();
    let notice = Notice::new(kind, &row.id)
        .keyed(tx.cx().today().to_string())
        .params(json!({
            "title": row.wish.purpose,
            "facility": facility.settings.name_ja,
            "facility_en": facility.settings.name_en,
            "skipped": skipped,
        }));
    Ok(tx.notify(&[row.by.owner], &notice).await?)
}

/// The day up to which the bookings of a series are made; it does not count.
pub(super) fn horizon(facility: &Facility, today: Date) -> Date {
    let ahead = Duration::days(i64::from(AHEAD));
    window_end(&facility.settings, today)
        .map_or_else(|| today.saturating_add(ahead), Timestamp::date)
}

fn expanded(row: &SeriesRow) -> Result<Series, Fault> {
    let rule: Rule = row.rule.text.parse().map_err(Fault::internal)?;
    let start = Zone::JAPAN.local(row.wish.slot.starts_at);
    let series = Series::new(start, rule, row.rule.on_closed, Zone::JAPAN);
    series.map_err(|error| refused(error).into())
}

/// A rule that gives no dates to book.
pub(super) fn refused(error: SeriesError) -> Invalid {
    Invalid::field("rule", Reason::Code(error.code()))
}

/// Whether the series takes no date from that day on.
fn ends_before(series: &Series, day: Date) -> bool {
    let midnight = PrimitiveDateTime::new(day, time::Time::MIDNIGHT);
    series.span().1.is_some_and(|last| last < midnight)
}

/// The slots of the series that begin in that time.
fn slots(
    series: &Series,
    row: &SeriesRow,
    ground: &Ground<'_>,
    time: Slot,
) -> Result<Vec<Slot>, Invalid> {
    let length = row.wish.slot.length();
    let (from, until) = (
        Zone::JAPAN.local(time.starts_at),
        Zone::JAPAN.local(time.ends_at),
    );
    let occurrences = series.each_within(from, until, &|day| ground.works(day));
    let occurrences = occurrences.map_err(refused)?;
    let slots = occurrences.into_iter().filter_map(|occurrence| {
        let starts_at = Zone::JAPAN.at(occurrence.start);
        Slot::new(starts_at, starts_at.plus(length))
    });
    Ok(slots.collect())
}

/// The bookings for those of the slots that are free, and what stands against the others.
async fn made(
    tx: &Tx,
    ground: &mut Ground<'_>,
    ties: Ties,
    row: &SeriesRow,
    slots: &[Slot],
) -> Result<(Vec<Booking>, Vec<Clash>), Fault> {
    let facility = ground.facility;
    let quantity = row.wish.quantity;
    let (mut bookings, mut refused) = (Vec::new(), Vec::new());
    for slot in slots {
        if !ground.obstacles(*slot, quantity, None).is_nothing() {
            refused.push(*slot);
            continue;
        }
        let wish = crate::booking::model::Wish {
            slot: *slot,
            ..row.wish.clone()
        };
        let mut booking = Booking::new(tx.cx(), facility, wish, row.by, ground.state(ties));
        booking.series = Some(row.id);
        ground.take(&booking);
        bookings.push(booking);
    }
    let against: Vec<Against<'_>> = refused
        .into_iter()
        .map(|slot| ground.obstacles(slot, quantity, None))
        .collect();
    let clashes = taken(tx, tx.cx(), facility, ties, &against).await?;
    Ok((bookings, clashes))
}
