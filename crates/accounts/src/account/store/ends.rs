//! Accounts that end.

use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Prepared, Reading};

use super::row::{Column, Entity, Model};
use crate::account::model::{Account, AccountId, AccountState};

/// Open accounts whose last day lies before `day`; at most `limit`.
pub(in crate::account) async fn ended(
    on: &impl Reading,
    day: Date,
    limit: u64,
) -> Result<Vec<AccountId>, DbError> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(AccountState::Open.code()))
        .filter(Column::EndsOn.lt(day))
        .order_by_asc(Column::EndsOn)
        .limit(limit)
        .into_tuple()
        .all(&on.conn())
        .await?)
}

/// Open accounts whose last day lies between these days, both included.
pub(in crate::account) async fn ending(
    on: &impl Reading,
    from: Date,
    to: Date,
) -> Result<Vec<Account>, DbError> {
    let rows = Entity::find()
        .filter(Column::State.eq(AccountState::Open.code()))
        .filter(Column::EndsOn.between(from, to))
        .order_by_asc(Column::EndsOn)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// Open accounts that end, of these people or of everybody, on these days, the earliest first, after a place; at most
/// `size`.
pub(in crate::account) async fn ends(
    on: &impl Reading,
    people: Option<&[PersonId]>,
    (from, until): (Option<Date>, Option<Date>),
    after: Option<(Date, AccountId)>,
    size: usize,
) -> Result<Vec<Account>, DbError> {
    let people = people.map(<[PersonId]>::to_vec);
    let asked = (people, from, until, after, size as u64);
    let rows: Vec<Model> = ENDS.models(on, asked).await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// Whose, on or after which day and until which, after which place, and how many.
type Asked = (
    Option<Vec<PersonId>>,
    Option<Date>,
    Option<Date>,
    Option<(Date, AccountId)>,
    u64,
);

static ENDS: Prepared<Asked> = Prepared::new(|(people, from, until, after, size)| {
    let mut find = Entity::find()
        .filter(Column::State.eq(AccountState::Open.code()))
        .filter(Column::EndsOn.is_not_null());
    if let Some(people) = people {
        find = find.filter(Column::Person.is_in(people));
    }
    if let Some(from) = from {
        find = find.filter(Column::EndsOn.gte(from));
    }
    if let Some(until) = until {
        find = find.filter(Column::EndsOn.lte(until));
    }
    if let Some((day, id)) = after {
        let same = Condition::all()
            .add(Column::EndsOn.eq(day))
            .add(Column::Id.gt(id));
        find = find.filter(Condition::any().add(Column::EndsOn.gt(day)).add(same));
    }
    find.order_by_asc(Column::EndsOn)
        .order_by_asc(Column::Id)
        .limit(size)
        .into_query()
});

/// How many open accounts end, and when the first does that has not ended before that day.
pub(in crate::account) async fn count_ends(
    on: &impl Reading,
    today: Date,
) -> Result<(u64, Option<Date>), DbError> {
    let found: Option<(i64, Option<Date>)> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "open")
        .column_as(Column::EndsOn.min(), "next")
        .filter(Column::State.eq(AccountState::Open.code()))
        .filter(Column::EndsOn.gte(today))
        .into_tuple()
        .one(&on.conn())
        .await?;
    let (open, next) = found.unwrap_or_default();
    Ok((open.unsigned_abs(), next))
}
