//! The tables `sign_ins` (the history) and `sign_in_challenges` (from the password, or the identity provider's word, to the
//! second factor).

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use time::Duration;
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, Reading, Timestamp, Tx};

use crate::Secret;
use crate::account::{AccountId, known};
use crate::session::{First, Place, SignInId, SignInResult, SignInRow};

/// For how long a code is waited for.
const PATIENCE: Duration = Duration::minutes(5);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;
    use crate::session::SignInId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_ins")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SignInId,
        pub account: Option<AccountId>,
        pub at: Timestamp,
        pub result: String,
        pub address: String,
        pub agent: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod challenge {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_challenges")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: AccountId,
        pub digest: Vec<u8>,
        pub password_revision: i32,
        pub made_at: Timestamp,
        /// What was asked of passkeys, sealed for the account.
        pub passkey_question: Option<Vec<u8>>,
        /// Whether it was the identity provider's word that was right, and no password.
        pub by_provider: Option<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Notes what came of a try, also where nobody has such an ID, so that it takes as long. What was typed is not kept.
pub(in crate::session) async fn note(
    tx: &Tx,
    account: Option<AccountId>,
    place: &Place,
    result: SignInResult,
) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(tx.cx().new_id()),
        account: Set(account),
        at: Set(tx.cx().now()),
        result: Set(result.code().to_owned()),
        address: Set(place.address_text()),
        agent: Set(place.agent_text()),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The history of an account, the newest first.
pub(in crate::session) async fn history(
    on: &impl Reading,
    account: AccountId,
    after: Option<SignInId>,
    limit: usize,
) -> Result<Vec<SignInRow>, DbError> {
    let find = row::Entity::find().filter(row::Column::Account.eq(account));
    let rows = newest(on, find, row::Column::Id, after, limit).await?;
    rows.into_iter()
        .map(|row| {
            Ok(SignInRow {
                id: row.id,
                at: row.at,
                result: known("result", SignInResult::from_code(&row.result))?,
                address: row.address,
                agent: row.agent,
            })
        })
        .collect()
}

/// Notes that a password or the identity provider's word was right, and a code is waited for.
pub(in crate::session) async fn ask(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    first: First,
    secret: &Secret,
) -> Result<(), DbError> {
    let row = challenge::ActiveModel {
        id: Set(tx.cx().env().rng().uuid(tx.cx().now())),
        account: Set(account),
        digest: Set(secret.digest()),
        password_revision: Set(match first {
            First::Password { revision } => revision,
            First::Provider { .. } => 0,
        }),
        made_at: Set(tx.cx().now()),
        passkey_question: Set(None),
        by_provider: Set(Some(first.is_provider())),
    };
    challenge::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The account for which a code is waited for, and what was right before.
pub(in crate::session) async fn asked(
    on: &impl Reading,
    secret: &Secret,
    now: Timestamp,
) -> Result<Option<(AccountId, First)>, DbError> {
    let oldest = now.plus(-PATIENCE);
    let row = challenge::Entity::find()
        .filter(challenge::Column::Digest.eq(secret.digest()))
        .filter(challenge::Column::MadeAt.gt(oldest))
        .one(&on.conn())
        .await?;
    Ok(row.map(|row| {
        let first = if row.by_provider == Some(true) {
            First::Provider { strong: false }
        } else {
            First::Password {
                revision: row.password_revision,
            }
        };
        (row.account, first)
    }))
}

/// Keeps what is asked of passkeys, in place of what was asked before.
pub(in crate::session) async fn put_question(
    tx: &Tx,
    secret: &Secret,
    question: Vec<u8>,
) -> Result<(), DbError> {
    challenge::Entity::update_many()
        .col_expr(challenge::Column::PasskeyQuestion, Expr::value(question))
        .filter(challenge::Column::Digest.eq(secret.digest()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes what was asked of passkeys; none where nothing was, or another was quicker.
pub(in crate::session) async fn take_question(
    tx: &Tx,
    secret: &Secret,
) -> Result<Option<Vec<u8>>, DbError> {
    let row = challenge::Entity::find()
        .filter(challenge::Column::Digest.eq(secret.digest()))
        .one(&tx.conn())
        .await?;
    let Some(question) = row.and_then(|row| row.passkey_question) else {
        return Ok(None);
    };
    let taken = challenge::Entity::update_many()
        .col_expr(
            challenge::Column::PasskeyQuestion,
            Expr::value(Option::<Vec<u8>>::None),
        )
        .filter(challenge::Column::Digest.eq(secret.digest()))
        .filter(challenge::Column::PasskeyQuestion.eq(question.clone()))
        .exec(&tx.conn())
        .await?;
    Ok((taken.rows_affected == 1).then_some(question))
}

/// Notes that what was shown was right; false if another was quicker.
pub(in crate::session) async fn answered(
    tx: &Tx,
    _: &Permit,
    secret: &Secret,
) -> Result<bool, DbError> {
    let done = challenge::Entity::delete_many()
        .filter(challenge::Column::Digest.eq(secret.digest()))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
