//! Lists of bookings.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::UnionType;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Select};
use yakusho_kernel::{DbError, Kind, PersonId, PostId, Prepared, Reading, Timestamp};

use super::rows::booking::{Column, Entity, Model};
use crate::booking::model::{Booking, BookingId, BookingState, Mine, a_day_before};
use crate::booking::rules::Holding;
use crate::facility::{FacilityId, Slot};

/// What holds the facilities in that time. What is held for a day at most is found by its beginning, the rest by its end,
/// so that nothing of the past is gone through. Of the rest there are few; those that begin later are still among them.
fn holding(facilities: &[FacilityId], time: Slot) -> [Condition; 2] {
    let any = |long: bool| {
        Condition::all()
            .add(Column::Facility.is_in(facilities.iter().copied()))
            .add(Column::Holds.eq(true))
            .add(Column::Long.eq(long))
            .add(Column::HeldUntil.gt(time.starts_at))
    };
    [
        any(false)
            .add(Column::HeldFrom.gt(a_day_before(time.starts_at)))
            .add(Column::HeldFrom.lt(time.ends_at)),
        any(true),
    ]
}

fn both(find: impl Fn() -> Select<Entity>, [short, long]: [Condition; 2]) -> Select<Entity> {
    let mut find_short = find().filter(short);
    let long = find().filter(long).into_query();
    QueryTrait::query(&mut find_short).union(UnionType::All, long);
    find_short
}

/// The bookings that hold these facilities in that time, in no order.
pub(in crate::booking) async fn met(
    on: &impl Reading,
    facilities: &[FacilityId],
    time: Slot,
) -> Result<Vec<Booking>, DbError> {
    let rows = both(Entity::find, holding(facilities, time))
        .all(&on.conn())
        .await?;
    let rows = rows.into_iter().filter(|row| row.held_from < time.ends_at);
    rows.map(Booking::try_from).collect()
}

/// The same as holdings alone, facility by facility.
pub(in crate::booking) async fn holdings(
    on: &impl Reading,
    facilities: &[FacilityId],
    time: Slot,
) -> Result<Vec<(FacilityId, Holding)>, DbError> {
    type Row = (FacilityId, BookingId, Timestamp, Timestamp, i32);
    let find = || {
        Entity::find().select_only().columns([
            Column::Facility,
            Column::Id,
            Column::HeldFrom,
            Column::HeldUntil,
            Column::Quantity,
        ])
    };
    let rows: Vec<Row> = both(find, holding(facilities, time))
        .into_tuple()
        .all(&on.conn())
        .await?;
    let holdings = rows
        .into_iter()
        .filter(|(_, _, held_from, _, _)| *held_from < time.ends_at)
        .map(|(facility, booking, starts_at, ends_at, quantity)| {
            let held = Slot { starts_at, ends_at };
            let holding = Holding {
                booking,
                held,
                quantity,
            };
            (facility, holding)
        });
    Ok(holdings.collect())
}

/// Those who wait for the facility, for a time that is not over, the first to come first.
pub(in crate::booking) async fn queue(
    on: &impl Reading,
    facility: FacilityId,
    now: Timestamp,
) -> Result<Vec<Booking>, DbError> {
    let rows = Entity::find()
        .filter(Column::Facility.eq(facility))
        .filter(Column::State.eq(BookingState::Waiting.code()))
        .filter(Column::EndsAt.gt(now))
        .order_by_asc(Column::QueuedAt)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Whether somebody has the facility, or waits for it, for a time that is not over.
pub(in crate::booking) async fn is_wanted(
    on: &impl Reading,
    facility: FacilityId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let open = BookingState::ALL.iter().filter(|state| state.is_open());
    let open = open.chain([&BookingState::Lent]).map(|state| state.code());
    let found = Entity::find()
        .filter(Column::Facility.eq(facility))
        .filter(Column::State.is_in(open))
        .filter(Column::EndsAt.gt(now))
        .one(&on.conn())
        .await?;
    Ok(found.is_some())
}

/// What is to come of a facility and can still be called off, the first to begin first, after the one with that beginning
/// and id.
pub(in crate::booking) async fn coming(
    on: &impl Reading,
    facility: FacilityId,
    now: Timestamp,
    after: Option<(Timestamp, BookingId)>,
    limit: Option<usize>,
) -> Result<Vec<Booking>, DbError> {
    let open = BookingState::ALL
        .into_iter()
        .filter(|state| state.is_open());
    let rows = Entity::find()
        .filter(Column::Facility.eq(facility))
        .filter(Column::State.is_in(open.map(BookingState::code)))
        .filter(Column::EndsAt.gt(now))
        .filter(begins_after(after))
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .limit(limit.map(|limit| limit as u64))
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Booking::try_from).collect()
}

fn begins_after(after: Option<(Timestamp, BookingId)>) -> Condition {
    after.map_or_else(Condition::all, |(at, id)| {
        Condition::any().add(Column::StartsAt.gt(at)).add(
            Condition::all()
                .add(Column::StartsAt.eq(at))
                .add(Column::Id.gt(id)),
        )
    })
}

/// Which of them, whose, when, after which place, and how many.
type Asked = (
    Kind<Mine>,
    PersonId,
    Timestamp,
    Option<(Timestamp, BookingId)>,
    u64,
);

static MINE: Prepared<Asked> = Prepared::new(|(Kind(which), owner, now, after, limit)| {
    let find = Entity::find().filter(Column::Owner.eq(owner)).limit(limit);
    let find = match which {
        Mine::Coming => find
            .filter(Column::EndsAt.gt(now))
            .filter(later(after))
            .order_by_asc(Column::EndsAt)
            .order_by_asc(Column::Id),
        Mine::Past => find
            .filter(Column::EndsAt.lte(now))
            .filter(earlier(after))
            .order_by_desc(Column::EndsAt)
            .order_by_desc(Column::Id),
    };
    find.into_query()
});

/// A page of somebody's bookings after the one with that end and id.
pub(in crate::booking) async fn mine(
    on: &impl Reading,
    owner: PersonId,
    which: Mine,
    now: Timestamp,
    after: Option<(Timestamp, BookingId)>,
    limit: usize,
) -> Result<Vec<Booking>, DbError> {
    let asked = (Kind(which), owner, now, after, limit as u64);
    let rows: Vec<Model> = MINE.models(on, asked).await?;
    rows.into_iter().map(Booking::try_from).collect()
}

fn later(after: Option<(Timestamp, BookingId)>) -> Condition {
    after.map_or_else(Condition::all, |(at, id)| {
        Condition::any().add(Column::EndsAt.gt(at)).add(
            Condition::all()
                .add(Column::EndsAt.eq(at))
                .add(Column::Id.gt(id)),
        )
    })
}

fn earlier(after: Option<(Timestamp, BookingId)>) -> Condition {
    after.map_or_else(Condition::all, |(at, id)| {
        Condition::any().add(Column::EndsAt.lt(at)).add(
            Condition::all()
                .add(Column::EndsAt.eq(at))
                .add(Column::Id.lt(id)),
        )
    })
}

/// The bookings that wait for an approval of these posts, the next to begin first.
pub(in crate::booking) async fn pending(
    on: &impl Reading,
    posts: &[PostId],
    after: Option<(Timestamp, BookingId)>,
    limit: usize,
) -> Result<Vec<Booking>, DbError> {
    let rows = Entity::find()
        .filter(Column::Approval.is_in(posts.iter().copied()))
        .filter(Column::State.eq(BookingState::Tentative.code()))
        .filter(begins_after(after))
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .limit(limit as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// What was taken out of these facilities and not brought back, the first to be due first.
pub(in crate::booking) async fn owed(
    on: &impl Reading,
    facilities: &[FacilityId],
) -> Result<Vec<Booking>, DbError> {
    lent(
        on,
        Condition::all().add(Column::Facility.is_in(facilities.iter().copied())),
    )
    .await
}

/// What was to be brought back by then and was not.
pub(in crate::booking) async fn overdue(
    on: &impl Reading,
    now: Timestamp,
) -> Result<Vec<Booking>, DbError> {
    lent(on, Condition::all().add(Column::EndsAt.lte(now))).await
}

async fn lent(on: &impl Reading, which: Condition) -> Result<Vec<Booking>, DbError> {
    let rows = Entity::find()
        .filter(Column::State.eq(BookingState::Lent.code()))
        .filter(which)
        .order_by_asc(Column::EndsAt)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Booking::try_from).collect()
}
