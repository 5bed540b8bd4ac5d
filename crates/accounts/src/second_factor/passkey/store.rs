//! The tables `passkeys` and `passkeys_begun`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait as _, Condition, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use time::Duration;
use webauthn_rs::prelude::Passkey as Key;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{Passkey, PasskeyId};
use super::party::{Proven, credential};
use crate::account::{AccountId, known};

/// For how long a new passkey is waited for.
const PATIENCE: Duration = Duration::minutes(5);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use super::PasskeyId;
    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkeys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PasskeyId,
        pub account: AccountId,
        pub credential: Vec<u8>,
        pub name: String,
        pub key: Json,
        pub counter: i64,
        pub made_at: Timestamp,
        pub used_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod begun {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkeys_begun")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: AccountId,
        pub name: String,
        pub question: Vec<u8>,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl From<row::Model> for Passkey {
    fn from(row: row::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            made_at: row.made_at,
            used_at: row.used_at,
        }
    }
}

fn as_json(key: &Key) -> Result<serde_json::Value, DbError> {
    serde_json::to_value(key).map_err(|error| DbError::Failed(DbErr::Json(error.to_string())))
}

/// The passkeys of an account, the newest first: at most [`MOST`](super::model::MOST).
pub(in crate::second_factor) async fn list(
    on: &impl Reading,
    account: AccountId,
) -> Result<Vec<Passkey>, DbError> {
    let rows = of(on, account).await?;
    Ok(rows.into_iter().map(Passkey::from).collect())
}

/// Their keys.
pub(super) async fn keys(on: &impl Reading, account: AccountId) -> Result<Vec<Key>, DbError> {
    let rows = of(on, account).await?;
    let keys = rows.into_iter();
    keys.map(|row| known("passkey", serde_json::from_value(row.key).ok()))
        .collect()
}

async fn of(on: &impl Reading, account: AccountId) -> Result<Vec<row::Model>, DbError> {
    Ok(Entity::find()
        .filter(Column::Account.eq(account))
        .order_by_desc(Column::Id)
        .all(&on.conn())
        .await?)
}

/// One of an account's passkeys.
pub(super) async fn get(
    on: &impl Reading,
    account: AccountId,
    id: PasskeyId,
) -> Result<Option<Passkey>, DbError> {
    let find = Entity::find_by_id(id).filter(Column::Account.eq(account));
    Ok(find.one(&on.conn()).await?.map(Passkey::from))
}

/// Whether an account has any.
pub(in crate::second_factor) async fn any(
    on: &impl Reading,
    account: AccountId,
) -> Result<bool, DbError> {
    let find = Entity::find().filter(Column::Account.eq(account));
    Ok(find.count(&on.conn()).await? > 0)
}

/// Keeps a question for a new passkey of that name, in place of one that was not answered.
pub(super) async fn begin(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    name: &str,
    question: Vec<u8>,
) -> Result<(), DbError> {
    let fresh = begun::ActiveModel {
        account: Set(account),
        name: Set(name.to_owned()),
        question: Set(question),
        made_at: Set(tx.cx().now()),
    };
    let replace = OnConflict::column(begun::Column::Account)
        .update_columns([
            begun::Column::Name,
            begun::Column::Question,
            begun::Column::MadeAt,
        ])
        .to_owned();
    begun::Entity::insert(fresh)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Takes the name and the question for a new passkey, so that nobody answers it again; none where nobody asked within
/// five minutes.
pub(super) async fn take_begun(
    tx: &Tx,
    account: AccountId,
) -> Result<Option<(String, Vec<u8>)>, DbError> {
    let oldest = tx.cx().now().plus(-PATIENCE);
    let row = begun::Entity::find_by_id(account).one(&tx.conn()).await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let this = Condition::all()
        .add(begun::Column::Account.eq(account))
        .add(begun::Column::Question.eq(row.question.clone()));
    let taken = begun::Entity::delete_many()
        .filter(this)
        .exec(&tx.conn())
        .await?;
    let taken = taken.rows_affected == 1 && row.made_at > oldest;
    Ok(taken.then_some((row.name, row.question)))
}

/// Keeps a new passkey.
pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    name: String,
    key: &Key,
) -> Result<PasskeyId, DbError> {
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        account: Set(account),
        credential: Set(credential(key)),
        name: Set(name),
        key: Set(as_json(key)?),
        counter: Set(0),
        made_at: Set(tx.cx().now()),
        used_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// Notes that a passkey was used; false if it is there no longer, or was used as often already, by the count of its
/// authenticator: then there is a copy of it. Authenticators that do not count say 0 each time.
pub(super) async fn note_use(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    proven: &Proven,
) -> Result<bool, DbError> {
    let counter = i64::from(proven.counter);
    let grows = match counter {
        0 => Column::Counter.eq(0),
        _ => Column::Counter.lt(counter),
    };
    let done = Entity::update_many()
        .col_expr(Column::Key, Expr::value(as_json(&proven.key)?))
        .col_expr(Column::Counter, Expr::value(counter))
        .col_expr(Column::UsedAt, Expr::value(tx.cx().now()))
        .filter(Column::Account.eq(account))
        .filter(Column::Credential.eq(proven.credential.clone()))
        .filter(grows)
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes a passkey of an account away; false if there is none such.
pub(super) async fn remove(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    id: PasskeyId,
) -> Result<bool, DbError> {
    let done = Entity::delete_by_id(id)
        .filter(Column::Account.eq(account))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes all of an account's passkeys away; says how many.
pub(in crate::second_factor) async fn remove_all(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
) -> Result<u64, DbError> {
    let done = Entity::delete_many()
        .filter(Column::Account.eq(account))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}

/// Removes questions for new passkeys that nobody answered; says how many.
pub(crate) async fn sweep(tx: &Tx) -> Result<u64, DbError> {
    let past = tx.cx().now().plus(-Duration::days(2));
    let done = begun::Entity::delete_many()
        .filter(begun::Column::MadeAt.lt(past))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}
