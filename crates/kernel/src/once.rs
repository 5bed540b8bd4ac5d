//! Requests that act once, however often they are sent: whoever sends one gives it a key, and the first act under a key
//! writes it down in its own transaction.
//!
//! # Invariants
//! - A key's row is committed with the first act of its request or not at all: whether the server dies before, between
//!   or after, what was done under a key is known by it.
//! - A second request under the same key commits no act.
//! - What was answered is kept beside it, sealed: secrets that are shown but once may stand in it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryTrait, SqlErr};
use time::Duration;

use crate::{Cx, DbError, Fault, PersonId, Reading, Ref, Timestamp, Tx};

/// How long keys and answers are kept, at least.
const KEPT: Duration = Duration::hours(24);

/// The code of the conflict that an act under a used key meets.
const REPEATED: &str = "repeated";

mod row {
    use sea_orm::entity::prelude::*;

    use crate::{PersonId, RequestId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "request_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        /// The digest of what the request said.
        pub fingerprint: String,
        /// The request that acted.
        pub request: RequestId,
        pub at: Timestamp,
        /// What its first act was done to: kind and id.
        pub subject_kind: Option<String>,
        pub subject_id: Option<Uuid>,
        /// What was answered, sealed for the request; none until then.
        pub answer: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A person's request that is to act once. Without a key it is like any other.
#[derive(Debug)]
pub struct Once {
    person: PersonId,
    sent: OnceLock<Sent>,
    acted: AtomicBool,
    repeated: AtomicBool,
}

#[derive(Debug)]
struct Sent {
    key: String,
    fingerprint: String,
}

/// What is known of an earlier request under the same key, which acted.
#[derive(Debug)]
pub struct Earlier {
    /// Whether it said the same.
    pub same: bool,
    /// When it acted.
    pub at: Timestamp,
    /// What its first act was done to.
    pub subject: Option<Ref>,
    /// What was answered; none while that is being made, and where it was lost.
    pub answer: Option<Vec<u8>>,
}

impl Once {
    /// A request of that person.
    pub fn of(person: PersonId) -> Self {
        Self {
            person,
            sent: OnceLock::new(),
            acted: AtomicBool::new(false),
            repeated: AtomicBool::new(false),
        }
    }

    /// It came under that key, and said what has that fingerprint. What was told first stays.
    pub fn under(&self, key: String, fingerprint: String) {
        self.sent.get_or_init(|| Sent { key, fingerprint });
    }

    /// Whether an act was done under its key.
    pub fn acted(&self) -> bool {
        self.acted.load(Ordering::Relaxed)
    }

    /// Whether an act was not done because an earlier request has used its key. What that one did may not be committed
    /// yet, and then nothing is known of it.
    pub fn repeated(&self) -> bool {
        self.repeated.load(Ordering::Relaxed)
    }

    /// What is known of an earlier request under its key; none where there was none that acted.
    pub async fn earlier(&self, cx: &Cx) -> Result<Option<Earlier>, Fault> {
        let Some(sent) = self.sent.get() else {
            return Ok(None);
        };
        let id = (self.person, sent.key.clone());
        let row = row::Entity::find_by_id(id).one(&cx.reader().conn()).await;
        let row = row.map_err(DbError::from)?;
        let Some(row) = row.filter(|row| row.request != cx.request()) else {
            return Ok(None);
        };
        let subject = row.subject_kind.zip(row.subject_id);
        let answer = match row.answer {
            Some(sealed) => Some(cx.env().keys().open(&sealed, &row.request)?.to_vec()),
            None => None,
        };
        Ok(Some(Earlier {
            same: row.fingerprint == sent.fingerprint,
            at: row.at,
            subject: subject.map(|(kind, id)| Ref {
                kind: kind.into(),
                id,
            }),
            answer,
        }))
    }

    /// Keeps what was answered, for those who ask again.
    pub async fn answered(&self, cx: &Cx, answer: &[u8]) -> Result<(), Fault> {
        let Some(sent) = self.sent.get() else {
            return Ok(());
        };
        let env = cx.env();
        let sealed = env.keys().seal(env.rng(), answer, &cx.request())?;
        let mut update = row::Entity::update_many()
            .col_expr(row::Column::Answer, Expr::value(sealed))
            .filter(row::Column::Person.eq(self.person))
            .filter(row::Column::Key.eq(sent.key.as_str()))
            .filter(row::Column::Request.eq(cx.request()));
        Ok(env.db().write(QueryTrait::query(&mut update)).await?)
    }

    /// Forgets keys that are older than a day; says how many.
    pub async fn sweep(cx: &Cx) -> Result<u64, DbError> {
        let tx = cx.begin().await?;
        let swept = row::Entity::delete_many()
            .filter(row::Column::At.lt(cx.now().plus(-KEPT)))
            .exec(&tx.conn())
            .await?;
        tx.commit_unaudited().await?;
        Ok(swept.rows_affected)
    }
}

/// Has the key of the act's request written down with what the act writes. An earlier act of the same request wrote it.
pub(crate) fn claim(tx: &Tx, subject: Option<&Ref>) {
    let Some((once, sent)) = claimed_by(tx.cx()) else {
        return;
    };
    let fresh = row::ActiveModel {
        person: Set(once.person),
        key: Set(sent.key.clone()),
        fingerprint: Set(sent.fingerprint.clone()),
        request: Set(tx.cx().request()),
        at: Set(tx.cx().now()),
        subject_kind: Set(subject.map(|subject| subject.kind.clone().into_owned())),
        subject_id: Set(subject.map(|subject| subject.id)),
        answer: Set(None),
    };
    tx.later(row::Entity::insert(fresh).as_query());
}

/// What the failure of an act's writes is to its request: that its key is there already is that another request used it.
pub(crate) fn failed(cx: &Cx, error: DbErr) -> DbError {
    let there = match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(what)) => what.contains(row::Entity.table_name()),
        _ => false,
    };
    match claimed_by(cx).filter(|_| there) {
        Some((once, _)) => {
            once.repeated.store(true, Ordering::Relaxed);
            DbError::Conflict(REPEATED)
        }
        None => error.into(),
    }
}

/// Notes that an act under the request's key is committed.
pub(crate) fn committed(cx: &Cx) {
    if let Some((once, _)) = claimed_by(cx) {
        once.acted.store(true, Ordering::Relaxed);
    }
}

/// The request that its first act claims a key for.
fn claimed_by(cx: &Cx) -> Option<(&Once, &Sent)> {
    let once = cx.acts_once().filter(|once| !once.acted())?;
    Some((once, once.sent.get()?))
}
