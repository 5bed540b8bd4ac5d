//! The table `sessions`.

use data_encoding::BASE64URL_NOPAD;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use time::Duration;
use yakusho_kernel::{DbError, OnBehalf, Permit, PersonId, Reading, Timestamp, Tx};

use crate::Secret;
use crate::account::{self, Account, AccountId};
use crate::session::{EndCause, Place, SessionId, SessionRow};

/// For how long the former secret is still taken after a session's secret was replaced: for what the browser had sent
/// before it learned of the new one.
const OVERLAP: Duration = Duration::seconds(60);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::account::AccountId;
    use crate::session::SessionId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        pub account: AccountId,
        pub digest: Vec<u8>,
        pub former_digest: Option<Vec<u8>>,
        pub former_until: Option<Timestamp>,
        pub csrf: String,
        pub rights: i64,
        pub started_at: Timestamp,
        pub seen_at: Timestamp,
        pub ends_at: Timestamp,
        pub address: String,
        pub agent: String,
        pub ended_at: Option<Timestamp>,
        pub end_cause: Option<String>,
        pub acting_for: Option<PersonId>,
        pub acting_kind: Option<String>,
        /// Whether it began by the identity provider's word.
        pub by_provider: Option<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// A session that begins.
pub(in crate::session) struct Beginning<'a> {
    pub(in crate::session) account: AccountId,
    pub(in crate::session) secret: &'a Secret,
    pub(in crate::session) rights: i64,
    pub(in crate::session) place: &'a Place,
    /// Whether it is by the identity provider's word.
    pub(in crate::session) by_provider: bool,
}

/// Begins a session.
pub(in crate::session) async fn insert(
    tx: &Tx,
    _: &Permit,
    beginning: Beginning<'_>,
) -> Result<SessionId, DbError> {
    let Beginning {
        account,
        secret,
        rights,
        place,
        by_provider,
    } = beginning;
    let now = tx.cx().now();
    let hours = tx
        .cx()
        .city()
        .values(tx.cx().today())
        .session_absolute_hours;
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        account: Set(account),
        digest: Set(secret.digest()),
        former_digest: Set(None),
        former_until: Set(None),
        csrf: Set(BASE64URL_NOPAD.encode(&tx.cx().env().rng().bytes::<32>())),
        rights: Set(rights),
        started_at: Set(now),
        seen_at: Set(now),
        ends_at: Set(now.plus(Duration::hours(hours.into()))),
        address: Set(place.address_text()),
        agent: Set(place.agent_text()),
        ended_at: Set(None),
        end_cause: Set(None),
        acting_for: Set(None),
        acting_kind: Set(None),
        by_provider: Set(Some(by_provider)),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// Which sessions are open: not ended, not past their end, used within the idle time.
fn open(now: Timestamp, idle_since: Timestamp) -> Condition {
    Condition::all()
        .add(Column::EndedAt.is_null())
        .add(Column::EndsAt.gt(now))
        .add(Column::SeenAt.gt(idle_since))
}

/// The open sessions of an account, the newest first.
pub(in crate::session) async fn list(
    on: &impl Reading,
    account: AccountId,
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Vec<SessionRow>, DbError> {
    let rows = Entity::find()
        .filter(Column::Account.eq(account))
        .filter(open(now, idle_since))
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(&on.conn())
        .await?;
    let rows = rows.into_iter().map(|row| SessionRow {
        id: row.id,
        started_at: row.started_at,
        seen_at: row.seen_at,
        ends_at: row.ends_at,
        address: row.address,
        agent: row.agent,
    });
    Ok(rows.collect())
}

/// Which of these sessions are open.
pub(in crate::session) async fn open_of(
    on: &impl Reading,
    sessions: &[SessionId],
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<Vec<SessionId>, DbError> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Id.is_in(sessions.iter().copied()))
        .filter(open(now, idle_since))
        .into_tuple()
        .all(&on.conn())
        .await?)
}

/// The most sessions that a list shows; nobody has as many.
const MOST: u64 = 200;

/// The account of a session.
pub(crate) async fn account_of(
    on: &impl Reading,
    session: SessionId,
) -> Result<Option<Account>, DbError> {
    let row = Entity::find_by_id(session).one(&on.conn()).await?;
    match row {
        Some(row) => account::store::get(on, row.account).await,
        None => Ok(None),
    }
}

/// Whose session has this token against forged requests, whether it has ended or not.
pub(in crate::session) async fn person_of(
    on: &impl Reading,
    csrf: &str,
) -> Result<Option<PersonId>, DbError> {
    let account = Entity::find()
        .select_only()
        .column(Column::Account)
        .filter(Column::Csrf.eq(csrf))
        .into_tuple()
        .one(&on.conn())
        .await?;
    match account {
        Some(account) => {
            let account = account::store::get(on, account).await?;
            Ok(account.map(|account| account.person))
        }
        None => Ok(None),
    }
}

/// Puts a new secret in the place of a session's, for other rights; the former one is taken for a minute more.
pub(in crate::session) async fn rotate(
    tx: &Tx,
    _: &Permit,
    session: SessionId,
    rights: i64,
) -> Result<Secret, DbError> {
    let secret = Secret::random(tx.cx().env().rng());
    Entity::update_many()
        .col_expr(Column::FormerDigest, Expr::col(Column::Digest))
        .col_expr(
            Column::FormerUntil,
            Expr::value(tx.cx().now().plus(OVERLAP)),
        )
        .col_expr(Column::Digest, Expr::value(secret.digest()))
        .col_expr(Column::Rights, Expr::value(rights))
        .filter(Column::Id.eq(session))
        .exec(&tx.conn())
        .await?;
    Ok(secret)
}

/// Puts a new secret in the place of a session's; the former one is void at once.
pub(crate) async fn renew(tx: &Tx, _: &Permit, session: SessionId) -> Result<Secret, DbError> {
    let secret = Secret::random(tx.cx().env().rng());
    Entity::update_many()
        .col_expr(Column::Digest, Expr::value(secret.digest()))
        .col_expr(Column::FormerUntil, Expr::value(Option::<Timestamp>::None))
        .filter(Column::Id.eq(session))
        .exec(&tx.conn())
        .await?;
    Ok(secret)
}

/// Keeps on whose behalf a session's owner acts, and by which kind of proxy; none for themselves.
pub(in crate::session) async fn act_for(
    tx: &Tx,
    _: &Permit,
    session: SessionId,
    whom: Option<OnBehalf>,
) -> Result<(), DbError> {
    let person = whom.map(|other| other.person);
    let kind = whom.map(|other| other.kind.code());
    Entity::update_many()
        .col_expr(Column::ActingFor, Expr::value(person))
        .col_expr(Column::ActingKind, Expr::value(kind))
        .filter(Column::Id.eq(session))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Notes when a session was last used. No act of anybody.
pub(in crate::session) async fn touch(tx: &Tx, session: SessionId) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(tx.cx().now()))
        .filter(Column::Id.eq(session))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Ends a session of an account; false if there is none such that is open.
pub(in crate::session) async fn end(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    session: SessionId,
) -> Result<bool, DbError> {
    let which = Condition::all()
        .add(Column::Account.eq(account))
        .add(Column::Id.eq(session));
    Ok(end_where(tx, which, EndCause::SignedOut).await? > 0)
}

/// Ends the open session that has this secret, if there is one: its browser goes on with another.
pub(in crate::session) async fn end_by_secret(
    tx: &Tx,
    _: &Permit,
    secret: &Secret,
) -> Result<(), DbError> {
    let which = Condition::all().add(Column::Digest.eq(secret.digest()));
    end_where(tx, which, EndCause::SignedOut).await.map(drop)
}

/// Ends every session of an account; says how many.
pub(crate) async fn end_all(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    cause: EndCause,
) -> Result<u64, DbError> {
    end_where(tx, Condition::all().add(Column::Account.eq(account)), cause).await
}

/// Ends every session of an account but that one, since its password was changed or its owner asked for it.
pub(crate) async fn end_others(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    but: SessionId,
    cause: EndCause,
) -> Result<u64, DbError> {
    let which = Condition::all()
        .add(Column::Account.eq(account))
        .add(Column::Id.ne(but));
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
