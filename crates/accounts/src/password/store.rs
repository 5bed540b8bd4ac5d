//! The tables `passwords` and `former_passwords`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use yakusho_kernel::{DbError, Permit, PersonId, Place, Reading, Timestamp, Tx};

use super::hashing::PasswordHash;
use super::model::{OneTime, Password};
use crate::account::{AccountId, AccountState};

pub(crate) mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "passwords")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: AccountId,
        pub hash: String,
        pub set_at: Timestamp,
        pub one_time: bool,
        pub expires_at: Option<Timestamp>,
        pub used_at: Option<Timestamp>,
        pub revision: i32,
    }

    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("passwords").finish_non_exhaustive()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod former {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "former_passwords")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: AccountId,
        pub hash: String,
        pub replaced_at: Timestamp,
    }

    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("former_passwords").finish_non_exhaustive()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<row::Model> for Password {
    fn from(row: row::Model) -> Self {
        let one_time = row.one_time.then_some(OneTime {
            expires_at: row.expires_at.unwrap_or(row.set_at),
            used_at: row.used_at,
        });
        Self {
            hash: PasswordHash::stored(row.hash),
            set_at: row.set_at,
            one_time,
            revision: row.revision,
        }
    }
}

/// The password of an account, if one was ever issued.
pub(crate) async fn get(
    on: &impl Reading,
    account: AccountId,
) -> Result<Option<Password>, DbError> {
    let row = row::Entity::find_by_id(account).one(&on.conn()).await?;
    Ok(row.map(Password::from))
}

/// The last `limit` passwords before the present one.
pub(super) async fn former(
    on: &impl Reading,
    account: AccountId,
    limit: u32,
) -> Result<Vec<PasswordHash>, DbError> {
    let hashes: Vec<String> = former::Entity::find()
        .select_only()
        .column(former::Column::Hash)
        .filter(former::Column::Account.eq(account))
        .order_by_desc(former::Column::Id)
        .limit(u64::from(limit))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(hashes.into_iter().map(PasswordHash::stored).collect())
}

/// Sets the password of an account that had none, or replaces it, by one that works once.
pub(super) async fn issue(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    hash: &PasswordHash,
    expires_at: Timestamp,
) -> Result<(), DbError> {
    let issued = row::ActiveModel {
        account: Set(account),
        hash: Set(hash.as_str().to_owned()),
        set_at: Set(tx.cx().now()),
        one_time: Set(true),
        expires_at: Set(Some(expires_at)),
        used_at: Set(None),
        revision: Set(1),
    };
    let replace = OnConflict::column(row::Column::Account)
        .update_columns([
            row::Column::Hash,
            row::Column::SetAt,
            row::Column::OneTime,
            row::Column::ExpiresAt,
            row::Column::UsedAt,
        ])
        .value(
            row::Column::Revision,
            Expr::col((row::Entity, row::Column::Revision)).add(1),
        )
        .to_owned();
    row::Entity::insert(issued)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Replaces the owner's password, if it is still the one that was read; the former one is remembered.
pub(super) async fn change(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    before: &Password,
    hash: &PasswordHash,
) -> Result<bool, DbError> {
    let changed = row::ActiveModel {
        hash: Set(hash.as_str().to_owned()),
        set_at: Set(tx.cx().now()),
        one_time: Set(false),
        expires_at: Set(None),
        used_at: Set(None),
        revision: Set(before.revision + 1),
        ..Default::default()
    };
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::Account.eq(account))
        .filter(row::Column::Revision.eq(before.revision))
        .exec(&tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    let remembered = former::ActiveModel {
        id: Set(tx.cx().env().rng().uuid(tx.cx().now())),
        account: Set(account),
        hash: Set(before.hash.as_str().to_owned()),
        replaced_at: Set(tx.cx().now()),
    };
    former::Entity::insert(remembered)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(true)
}

/// Uses a one-time password up; false if another was quicker.
pub(crate) async fn use_up(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    password: &Password,
) -> Result<bool, DbError> {
    let done = row::Entity::update_many()
        .col_expr(row::Column::UsedAt, Expr::value(tx.cx().now()))
        .filter(row::Column::Account.eq(account))
        .filter(row::Column::Revision.eq(password.revision))
        .filter(row::Column::OneTime.eq(true))
        .filter(row::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Makes an account's password, whatever it is, one that was issued and used: nobody signs in with it any more.
pub(crate) async fn spend(tx: &Tx, _: &Permit, account: AccountId) -> Result<(), DbError> {
    row::Entity::update_many()
        .col_expr(row::Column::OneTime, Expr::value(true))
        .col_expr(row::Column::ExpiresAt, Expr::value(tx.cx().now()))
        .col_expr(row::Column::UsedAt, Expr::value(tx.cx().now()))
        .col_expr(
            row::Column::Revision,
            Expr::col(row::Column::Revision).add(1),
        )
        .filter(row::Column::Account.eq(account))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Owners' passwords that were set between these moments, with whose they are: of open accounts, and not such as were
/// issued.
pub(super) async fn set_between(
    on: &impl Reading,
    from: Timestamp,
    before: Timestamp,
) -> Result<Vec<(AccountId, PersonId, Timestamp)>, DbError> {
    let select = owners()
        .and_where(Expr::col(("p", "set_at")).gte(from))
        .and_where(Expr::col(("p", "set_at")).lt(before))
        .order_by(("p", "set_at"), sea_orm::Order::Asc)
        .take();
    owned(on, &select).await
}

/// Passwords that owners of open accounts set: the account, whose it is, and when.
fn owners() -> SelectStatement {
    Query::select()
        .column(("p", "account"))
        .column(("a", "person"))
        .column(("p", "set_at"))
        .from_as("passwords", "p")
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "accounts",
            "a",
            Expr::col(("a", "id")).equals(("p", "account")),
        )
        .and_where(Expr::col(("a", "state")).eq(AccountState::Open.code()))
        .and_where(Expr::col(("p", "one_time")).eq(false))
        .take()
}

async fn owned(
    on: &impl Reading,
    select: &SelectStatement,
) -> Result<Vec<(AccountId, PersonId, Timestamp)>, DbError> {
    let rows = on.conn().query_all(select).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            ))
        })
        .collect()
}

/// The same of these people, or of everybody, the oldest first, after a place; at most `size`.
pub(super) async fn set_in(
    on: &impl Reading,
    people: Option<&[PersonId]>,
    (from, before): (Option<Timestamp>, Option<Timestamp>),
    after: Option<Place>,
    size: usize,
) -> Result<Vec<(AccountId, PersonId, Timestamp)>, DbError> {
    let set_at = || Expr::col(("p", "set_at"));
    let mut select = owners();
    if let Some(people) = people {
        select.and_where(Expr::col(("a", "person")).is_in(people.iter().copied()));
    }
    if let Some(from) = from {
        select.and_where(set_at().gte(from));
    }
    if let Some(before) = before {
        select.and_where(set_at().lt(before));
    }
    if let Some((at, account)) = after {
        let same = set_at().eq(at).and(Expr::col(("p", "account")).gt(account));
        // The first is implied by the second, and is what the index is entered by.
        select
            .and_where(set_at().gte(at))
            .and_where(set_at().gt(at).or(same));
    }
    select
        .order_by(("p", "set_at"), sea_orm::Order::Asc)
        .order_by(("p", "account"), sea_orm::Order::Asc)
        .limit(size as u64);
    owned(on, &select).await
}

/// How many there are, how many of them were set before that moment, and when the oldest of the others was.
pub(super) async fn count_set(
    on: &impl Reading,
    in_time: Timestamp,
) -> Result<(u64, u64, Option<Timestamp>), DbError> {
    let set_at = || Expr::col(("p", "set_at"));
    let late = Expr::case(set_at().lt(in_time), set_at());
    let timely = Expr::case(set_at().gte(in_time), set_at());
    let count = owners()
        .clear_selects()
        .expr(Expr::col(("p", "account")).count())
        .expr(Expr::Case(Box::new(late)).count())
        .expr(Expr::Case(Box::new(timely)).min())
        .take();
    let row = on.conn().query_one(&count).await?;
    let Some(row) = row else {
        return Ok((0, 0, None));
    };
    let (all, late): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    Ok((
        all.unsigned_abs(),
        late.unsigned_abs(),
        row.try_get_by_index(2)?,
    ))
}
