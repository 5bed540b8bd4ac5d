//! The table `accounts`.

mod bulk;
mod ends;
mod provisioning;
mod sharing;
pub(in crate::account) mod tenure;

pub(in crate::account) use bulk::{exported, of_people};
pub(in crate::account) use ends::{count_ends, ended, ending, ends};
pub(in crate::account) use provisioning::{count_provisioned, provisioned};
pub(in crate::account) use sharing::{insert_sharing, sharing, sharings, withdraw_sharing};

use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};
use yakusho_regulation::Lang;

use crate::account::model::{
    Account, AccountId, AccountState, Approval, CloseCause, Closing, Filter, Login, SharingId,
};

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::account::{AccountId, SharingId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "accounts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AccountId,
        pub person: PersonId,
        pub login: String,
        pub login_key: String,
        pub state: String,
        pub shared: bool,
        pub sharing: Option<SharingId>,
        pub ends_on: Option<Date>,
        pub approved_by: Option<PersonId>,
        pub approved_at: Option<Timestamp>,
        pub approval_reason: Option<String>,
        pub opened_at: Timestamp,
        pub closed_at: Option<Timestamp>,
        pub close_cause: Option<String>,
        pub close_reason: Option<String>,
        pub last_sign_in_at: Option<Timestamp>,
        pub lang: Option<String>,
        pub external_id: Option<String>,
        pub withdrawn_at: Option<Timestamp>,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// A code that the program must know, since it wrote it.
pub(crate) fn known<T>(what: &'static str, value: Option<T>) -> Result<T, DbError> {
    value.ok_or_else(|| DbError::Failed(DbErr::Type(format!("an unknown {what} is stored"))))
}

impl TryFrom<row::Model> for Account {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let approval = match (row.approved_by, row.approved_at) {
            (Some(by), Some(at)) => Some(Approval {
                by,
                at,
                reason: row.approval_reason.unwrap_or_default(),
            }),
            _ => None,
        };
        let closing = match (row.closed_at, row.close_cause) {
            (Some(at), Some(cause)) => Some(Closing {
                at,
                cause: known("cause of closing", CloseCause::from_code(&cause))?,
                reason: row.close_reason.unwrap_or_default(),
            }),
            _ => None,
        };
        Ok(Self {
            id: row.id,
            person: row.person,
            login: known("ID", Login::parse(&row.login).ok())?,
            state: known("state", AccountState::from_code(&row.state))?,
            shared: row.shared,
            ends_on: row.ends_on,
            approval,
            opened_at: row.opened_at,
            closing,
            last_sign_in_at: row.last_sign_in_at,
            lang: row.lang.and_then(|lang| lang.parse().ok()),
            external_id: row.external_id,
            withdrawn_at: row.withdrawn_at,
            revision: row.revision,
        })
    }
}

/// The account with that id.
pub(crate) async fn get(on: &impl Reading, id: AccountId) -> Result<Option<Account>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Account::try_from).transpose()
}

/// The accounts with these ids, in no order.
pub(crate) async fn several(on: &impl Reading, ids: &[AccountId]) -> Result<Vec<Account>, DbError> {
    let find = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let rows = find.all(&on.conn()).await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// The own accounts of these people, in no order.
pub(crate) async fn own_of(
    on: &impl Reading,
    people: &[PersonId],
) -> Result<Vec<Account>, DbError> {
    let find = Entity::find()
        .filter(Column::Person.is_in(people.iter().copied()))
        .filter(Column::Shared.eq(false));
    let rows = find.all(&on.conn()).await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// The account with that id, kept from others until the act ends.
pub(crate) async fn locked(tx: &Tx, id: AccountId) -> Result<Option<Account>, DbError> {
    let row = Entity::find_by_id(id)
        .lock_exclusive()
        .one(&tx.conn())
        .await?;
    row.map(Account::try_from).transpose()
}

/// The account whose ID has that key.
pub(crate) async fn by_key(on: &impl Reading, key: &str) -> Result<Option<Account>, DbError> {
    let row = Entity::find()
        .filter(Column::LoginKey.eq(key))
        .one(&on.conn())
        .await?;
    row.map(Account::try_from).transpose()
}

/// A person's own account: not one that they answer for and share.
pub(crate) async fn of_person(
    on: &impl Reading,
    person: PersonId,
) -> Result<Option<Account>, DbError> {
    let row = Entity::find()
        .filter(Column::Person.eq(person))
        .filter(Column::Shared.eq(false))
        .one(&on.conn())
        .await?;
    row.map(Account::try_from).transpose()
}

/// Which of these keys of IDs are taken.
pub(crate) async fn taken(on: &impl Reading, keys: &[String]) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    for chunk in keys.chunks(CHUNK) {
        let rows: Vec<String> = Entity::find()
            .select_only()
            .column(Column::LoginKey)
            .filter(Column::LoginKey.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(&on.conn())
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Rows in one statement: below the databases' limits on parameters.
const CHUNK: usize = 1_000;

/// Accounts in the order of their IDs, after the account whose ID has the key `after`.
pub(crate) async fn list(
    on: &impl Reading,
    filter: &Filter,
    after: Option<String>,
    limit: usize,
) -> Result<Vec<Account>, DbError> {
    let mut find = Entity::find();
    if let Some(state) = filter.state {
        find = find.filter(Column::State.eq(state.code()));
    }
    if let Some(shared) = filter.shared {
        find = find.filter(Column::Shared.eq(shared));
    }
    let mut wanted = Condition::any();
    if !filter.login.is_empty() {
        wanted = wanted.add(Column::LoginKey.contains(Login::key_of(&filter.login)));
    }
    if !filter.people.is_empty() {
        wanted = wanted.add(Column::Person.is_in(filter.people.iter().copied()));
    }
    if !wanted.is_empty() {
        find = find.filter(wanted);
    }
    if let Some(after) = after {
        find = find.filter(Column::LoginKey.gt(after));
    }
    let rows = find
        .order_by_asc(Column::LoginKey)
        .limit(limit as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// Opens accounts.
pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    accounts: &[(Account, Option<SharingId>)],
) -> Result<(), DbError> {
    for chunk in accounts.chunks(CHUNK) {
        let rows = chunk.iter().map(|(account, sharing)| row::ActiveModel {
            id: Set(account.id),
            person: Set(account.person),
            login: Set(account.login.as_str().to_owned()),
            login_key: Set(account.login.key()),
            state: Set(account.state.code().to_owned()),
            shared: Set(account.shared),
            sharing: Set(*sharing),
            ends_on: Set(account.ends_on),
            approved_by: Set(account.approval.as_ref().map(|approval| approval.by)),
            approved_at: Set(account.approval.as_ref().map(|approval| approval.at)),
            approval_reason: Set(account
                .approval
                .as_ref()
                .map(|approval| approval.reason.clone())),
            opened_at: Set(account.opened_at),
            closed_at: Set(None),
            close_cause: Set(None),
            close_reason: Set(None),
            last_sign_in_at: Set(None),
            lang: Set(None),
            external_id: Set(account.external_id.clone()),
            withdrawn_at: Set(account.withdrawn_at),
            revision: Set(account.revision),
        });
        Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Writes what can change of an account, if it is still the revision that was read; its revision goes up by one.
pub(crate) async fn update(tx: &Tx, _: &Permit, account: &Account) -> Result<bool, DbError> {
    let approval = account.approval.as_ref();
    let closing = account.closing.as_ref();
    let changed = row::ActiveModel {
        login: Set(account.login.as_str().to_owned()),
        login_key: Set(account.login.key()),
        state: Set(account.state.code().to_owned()),
        ends_on: Set(account.ends_on),
        approved_by: Set(approval.map(|approval| approval.by)),
        approved_at: Set(approval.map(|approval| approval.at)),
        approval_reason: Set(approval.map(|approval| approval.reason.clone())),
        closed_at: Set(closing.map(|closing| closing.at)),
        close_cause: Set(closing.map(|closing| closing.cause.code().to_owned())),
        close_reason: Set(closing.map(|closing| closing.reason.clone())),
        external_id: Set(account.external_id.clone()),
        withdrawn_at: Set(account.withdrawn_at),
        revision: Set(account.revision + 1),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(changed)
        .filter(Column::Id.eq(account.id))
        .filter(Column::Revision.eq(account.revision))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Notes that somebody signed in.
pub(crate) async fn signed_in(
    tx: &Tx,
    _: &Permit,
    id: AccountId,
    at: Timestamp,
) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::LastSignInAt, Expr::value(at))
        .filter(Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Keeps the language that the owner chose.
pub(super) async fn set_lang(
    tx: &Tx,
    _: &Permit,
    id: AccountId,
    lang: Lang,
) -> Result<(), DbError> {
    let change = row::ActiveModel {
        id: Unchanged(id),
        lang: Set(Some(lang.to_string())),
        ..Default::default()
    };
    change.update(&tx.conn()).await?;
    Ok(())
}

/// The accounts that stand on a permission to share and can still be used.
pub(super) async fn standing_on(on: &impl Reading, id: SharingId) -> Result<Vec<Account>, DbError> {
    let rows = Entity::find()
        .filter(Column::Sharing.eq(id))
        .filter(Column::State.ne(AccountState::Closed.code()))
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// That an account can be used on a day, in a query over the table `accounts`.
pub(crate) fn usable_on(day: Date) -> Condition {
    let lasts = Condition::any()
        .add(row::Column::EndsOn.is_null())
        .add(row::Column::EndsOn.gte(day));
    Condition::all()
        .add(row::Column::State.eq(AccountState::Open.code()))
        .add(lasts)
}
