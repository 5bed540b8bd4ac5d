//! The tables `usage_rules` and `usage_acknowledgements`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _, ExprTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, PersonId, Prepared, Reading, Tx};

use super::model::{Acknowledgement, NewUsageRules, UsageRules, UsageRulesId};
use crate::account::{AccountId, AccountState};

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::super::model::UsageRulesId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "usage_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UsageRulesId,
        pub number: i32,
        pub effective_on: Date,
        pub body_ja: String,
        pub body_en: String,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub withdrawn_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod acknowledgement {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::super::model::UsageRulesId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "usage_acknowledgements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rules: UsageRulesId,
        pub person: PersonId,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<row::Model> for UsageRules {
    fn from(row: row::Model) -> Self {
        Self {
            id: row.id,
            number: row.number,
            effective_on: row.effective_on,
            body_ja: row.body_ja,
            body_en: row.body_en,
            made_at: row.made_at,
            made_by: row.made_by,
        }
    }
}

fn standing() -> sea_orm::Select<row::Entity> {
    row::Entity::find().filter(row::Column::WithdrawnAt.is_null())
}

fn in_force(day: Date) -> sea_orm::Select<row::Entity> {
    standing()
        .filter(row::Column::EffectiveOn.lte(day))
        .order_by_desc(row::Column::EffectiveOn)
        .order_by_desc(row::Column::Number)
        .limit(1)
}

/// The id of the version in force on a day, for a condition `id IN (…)`.
pub(crate) fn current_id(day: Date) -> SelectStatement {
    in_force(day)
        .select_only()
        .column(row::Column::Id)
        .into_query()
}

pub(super) async fn current(on: &impl Reading, day: Date) -> Result<Option<UsageRules>, DbError> {
    Ok(in_force(day).one(&on.conn()).await?.map(UsageRules::from))
}

pub(super) async fn get(
    on: &impl Reading,
    id: UsageRulesId,
) -> Result<Option<UsageRules>, DbError> {
    Ok(standing()
        .filter(row::Column::Id.eq(id))
        .one(&on.conn())
        .await?
        .map(UsageRules::from))
}

pub(super) async fn owed(
    on: &impl Reading,
    day: Date,
    person: PersonId,
) -> Result<Option<UsageRulesId>, DbError> {
    let known = Query::select()
        .expr(Expr::value(1))
        .from(acknowledgement::Entity)
        .and_where(
            Expr::col((acknowledgement::Entity, acknowledgement::Column::Rules))
                .equals((row::Entity, row::Column::Id)),
        )
        .and_where(acknowledgement::Column::Person.eq(person))
        .take();
    let found: Option<(UsageRulesId, bool)> = in_force(day)
        .select_only()
        .column(row::Column::Id)
        .expr_as(Expr::exists(known), "known")
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(found.and_then(|(id, known)| (!known).then_some(id)))
}

pub(super) async fn page(
    on: &impl Reading,
    after: Option<i32>,
    size: usize,
) -> Result<Vec<UsageRules>, DbError> {
    let mut find = standing();
    if let Some(after) = after {
        find = find.filter(row::Column::Number.lt(after));
    }
    let rows = find
        .order_by_desc(row::Column::Number)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(UsageRules::from).collect())
}

/// The id and number of the new version. Two who take the same number are told apart by the unique index.
pub(super) async fn insert(
    tx: &Tx,
    permit: &Permit,
    new: &NewUsageRules,
) -> Result<(UsageRulesId, i32), DbError> {
    let last: Option<Option<i32>> = row::Entity::find()
        .select_only()
        .column_as(row::Column::Number.max(), "number")
        .into_tuple()
        .one(&tx.conn())
        .await?;
    let number = last.flatten().unwrap_or(0) + 1;
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        number: Set(number),
        effective_on: Set(new.effective_on),
        body_ja: Set(new.body_ja.clone()),
        body_en: Set(new.body_en.clone()),
        made_at: Set(tx.cx().now()),
        made_by: Set(author(tx, permit)?),
        withdrawn_at: Set(None),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok((id, number))
}

pub(super) async fn withdraw(tx: &Tx, _: &Permit, id: UsageRulesId) -> Result<bool, DbError> {
    let withdrawn = row::Entity::update_many()
        .col_expr(row::Column::WithdrawnAt, Expr::value(tx.cx().now()))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::WithdrawnAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(withdrawn.rows_affected == 1)
}

pub(super) async fn acknowledge(tx: &Tx, permit: &Permit, id: UsageRulesId) -> Result<(), DbError> {
    let row = acknowledgement::ActiveModel {
        id: Set(tx.cx().env().rng().uuid(tx.cx().now())),
        rules: Set(id),
        person: Set(author(tx, permit)?),
        at: Set(tx.cx().now()),
    };
    let once = OnConflict::columns([
        acknowledgement::Column::Rules,
        acknowledgement::Column::Person,
    ])
    .do_nothing()
    .to_owned();
    acknowledgement::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn acknowledgements(
    on: &impl Reading,
    id: UsageRulesId,
    after: Option<Uuid>,
    size: usize,
) -> Result<Vec<(Uuid, Acknowledgement)>, DbError> {
    let mut find = acknowledgement::Entity::find().filter(acknowledgement::Column::Rules.eq(id));
    if let Some(after) = after {
        find = find.filter(acknowledgement::Column::Id.gt(after));
    }
    let rows = find
        .order_by_asc(acknowledgement::Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                row.id,
                Acknowledgement {
                    person: row.person,
                    at: row.at,
                },
            )
        })
        .collect())
}

/// Those who have taken note of a version, for a condition `person NOT IN (…)`.
pub(super) fn acknowledged(id: UsageRulesId) -> SelectStatement {
    acknowledgement::Entity::find()
        .select_only()
        .column(acknowledgement::Column::Person)
        .filter(acknowledgement::Column::Rules.eq(id))
        .into_query()
}

/// The open accounts of those who have not taken note of a version.
fn without_note(id: UsageRulesId) -> SelectStatement {
    let account = |column| Expr::col(("a", column));
    let noted = Query::select()
        .expr(Expr::value(1))
        .from_as(acknowledgement::Entity, "n")
        .and_where(Expr::col(("n", "rules")).eq(id))
        .and_where(account("person").equals(("n", "person")))
        .take();
    Query::select()
        .from_as("accounts", "a")
        .and_where(account("state").eq(AccountState::Open.code()))
        .and_where(account("shared").eq(false))
        .and_where(Expr::exists(noted).not())
        .take()
}

/// Of which version, of which people, after which account, and how many.
type Wanted = (UsageRulesId, Option<Vec<PersonId>>, Option<AccountId>, u64);

static NOT_NOTED: Prepared<Wanted> = Prepared::new(|(id, people, after, size)| {
    let mut select = without_note(id);
    if let Some(people) = people {
        select.and_where(Expr::col(("a", "person")).is_in(people));
    }
    if let Some(after) = after {
        select.and_where(Expr::col(("a", "id")).gt(after));
    }
    select
        .columns([("a", "id"), ("a", "person")])
        .order_by(("a", "id"), Order::Asc)
        .limit(size)
        .take()
});

/// Which accounts those are, of these people or of everybody, after one of them; at most `size`.
pub(super) async fn not_noted(
    on: &impl Reading,
    id: UsageRulesId,
    people: Option<&[PersonId]>,
    after: Option<AccountId>,
    size: usize,
) -> Result<Vec<(AccountId, PersonId)>, DbError> {
    let people = people.map(<[PersonId]>::to_vec);
    let rows = NOT_NOTED.all(on, (id, people, after, size as u64)).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}

/// How many there are.
pub(super) async fn count_not_noted(on: &impl Reading, id: UsageRulesId) -> Result<u64, DbError> {
    let count = without_note(id).expr(Expr::col(("a", "id")).count()).take();
    let row = on.conn().query_one(&count).await?;
    let count: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// Who did it: the permit is a person's.
fn author(tx: &Tx, _: &Permit) -> Result<PersonId, DbError> {
    let person = tx.cx().actor().person();
    person.ok_or_else(|| {
        DbError::Failed(DbErr::Custom(
            "usage rules are a person's to set and to note".into(),
        ))
    })
}
