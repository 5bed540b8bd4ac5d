//! The table `api_tokens`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{EndCause, NewToken, Token, TokenId, scopes_from, scopes_text};
use crate::Secret;
use crate::account::AccountId;

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::Timestamp;

    use super::TokenId;
    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_tokens")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub account: AccountId,
        pub name: String,
        pub digest: Vec<u8>,
        pub scopes: String,
        pub made_at: Timestamp,
        pub ends_on: Date,
        pub used_at: Option<Timestamp>,
        pub ended_at: Option<Timestamp>,
        pub end_cause: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// Keeps a new token.
pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    new: &NewToken,
    secret: &Secret,
) -> Result<TokenId, DbError> {
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        account: Set(account),
        name: Set(new.name.clone()),
        digest: Set(secret.digest()),
        scopes: Set(scopes_text(&new.scopes)),
        made_at: Set(tx.cx().now()),
        ends_on: Set(new.ends_on),
        used_at: Set(None),
        ended_at: Set(None),
        end_cause: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// The tokens of an account, the newest first, those that ended too.
pub(super) async fn list(
    on: &impl Reading,
    account: AccountId,
    after: Option<TokenId>,
    limit: usize,
) -> Result<Vec<Token>, DbError> {
    let find = Entity::find().filter(Column::Account.eq(account));
    let rows = newest(on, find, Column::Id, after, limit).await?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// A token of an account.
pub(super) async fn get(
    on: &impl Reading,
    account: AccountId,
    token: TokenId,
) -> Result<Option<Token>, DbError> {
    let find = Entity::find_by_id(token).filter(Column::Account.eq(account));
    Ok(find.one(&on.conn()).await?.map(Token::from))
}

impl From<row::Model> for Token {
    fn from(row: row::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            scopes: scopes_from(&row.scopes),
            made_at: row.made_at,
            ends_on: row.ends_on,
            used_at: row.used_at,
            ended_at: row.ended_at,
        }
    }
}

/// The account of a token.
pub(super) async fn account_of(
    on: &impl Reading,
    token: TokenId,
) -> Result<Option<AccountId>, DbError> {
    let row = Entity::find_by_id(token).one(&on.conn()).await?;
    Ok(row.map(|row| row.account))
}

/// Notes when a token was last used. No act of anybody.
pub(crate) async fn touch(tx: &Tx, token: TokenId) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(tx.cx().now()))
        .filter(Column::Id.eq(token))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Ends a token; false if it had ended.
pub(super) async fn end(tx: &Tx, _: &Permit, token: TokenId) -> Result<bool, DbError> {
    let which = Condition::all().add(Column::Id.eq(token));
    Ok(end_where(tx, which, EndCause::Revoked).await? > 0)
}

/// Ends every token of an account; says how many.
pub(crate) async fn end_all(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    cause: EndCause,
) -> Result<u64, DbError> {
    let which = Condition::all().add(Column::Account.eq(account));
    end_where(tx, which, cause).await
}

async fn end_where(tx: &Tx, which: Condition, cause: EndCause) -> Result<u64, DbError> {
    let done = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::EndCause, Expr::value(cause.code()))
        .filter(which)
        .filter(Column::EndedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}
