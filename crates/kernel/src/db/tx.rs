//! A writing transaction, and the proof that it was committed.

use std::ops::Deref;
use std::sync::OnceLock;

use sea_orm::{ConnectionTrait as _, DatabaseTransaction, StatementBuilder};
use uuid::Uuid;

use super::batch::SharedTx;
use super::conn::On;
use super::later::Later;
use super::rehearsal::RehearsedTx;
use super::{Conn, DbError, Reading};
use crate::audit::{self, Audit};
use crate::{Cx, Notice, Permit, PersonId, Subject, Version, history, notice, once, outbox};

#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(SharedTx),
    Postgres(DatabaseTransaction),
    Rehearsal(RehearsedTx),
}

impl Inner {
    const fn transaction(&self) -> &DatabaseTransaction {
        match self {
            Self::Sqlite(shared) => &shared.savepoint,
            Self::Postgres(tx) => tx,
            Self::Rehearsal(rehearsed) => &rehearsed.savepoint,
        }
    }
}

/// A writing transaction of one act. Dropped without [`Tx::commit`], nothing of it remains.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    later: Box<Later>,
    /// The id of the entry that the act ends with, once somebody asked for it.
    entry: OnceLock<Uuid>,
    cx: Cx,
}

impl Tx {
    pub(crate) fn new(inner: Inner, cx: Cx) -> Self {
        Self {
            inner,
            later: Box::default(),
            entry: OnceLock::new(),
            cx,
        }
    }

    /// The context of the act.
    pub const fn cx(&self) -> &Cx {
        &self.cx
    }

    /// The id of the audit entry that the act will end with, for what keeps it as its evidence.
    pub fn entry(&self) -> Uuid {
        *self.entry.get_or_init(|| audit::new_id(&self.cx))
    }

    /// Has a statement run of which the act waits for no outcome: together with others, before the next one whose outcome
    /// it waits for, or at its end. What fails it then fails the act. For stores alone.
    pub fn later(&self, statement: &impl StatementBuilder) {
        let statement = self.conn().get_database_backend().build(statement);
        self.later.put(statement);
    }

    /// Keeps a version of a thing's content; the audit entry refers to it.
    pub async fn keep_version(
        &self,
        subject: &impl Subject,
        content: &impl serde::Serialize,
    ) -> Result<Version, DbError> {
        let last = history::last(self, &subject.reference()).await?;
        history::insert(self, subject.reference(), last + 1, content)
    }

    /// Keeps the first version of a thing that this act makes.
    pub fn keep_first_version(
        &self,
        subject: &impl Subject,
        content: &impl serde::Serialize,
    ) -> Result<Version, DbError> {
        history::insert(self, subject.reference(), 1, content)
    }

    /// Takes the content out of every version of a thing, for an act of disposal, with its permit; says of how many.
    /// Their digests stay, by which the audit trail knows them.
    pub async fn erase_versions(&self, _: &Permit, subject: &impl Subject) -> Result<u64, DbError> {
        history::erase(self, &subject.reference()).await
    }

    /// Puts an event into the outbox: its handlers run after the commit, at least once.
    #[expect(
        clippy::unused_async,
        reason = "callers need not know which writes are put off"
    )]
    pub async fn emit<E: crate::Event>(&self, event: &E) -> Result<(), DbError> {
        outbox::insert(self, event)
    }

    /// Tells people something. A person who was told the same (by [`Notice::key`]) is not told again.
    pub async fn notify(&self, people: &[PersonId], notice: &Notice) -> Result<(), DbError> {
        let told: Vec<_> = people.iter().map(|person| (*person, notice)).collect();
        notice::insert(self, &told).await?;
        Ok(())
    }

    /// Tells each person something of their own, in as few statements as [`Tx::notify`]; says how many were not told
    /// the same before.
    pub async fn notify_each(&self, told: &[(PersonId, Notice)]) -> Result<usize, DbError> {
        let told: Vec<_> = told
            .iter()
            .map(|(person, notice)| (*person, notice))
            .collect();
        notice::insert(self, &told).await
    }

    /// Lets what these people were told of that kind before, under another key, count as seen: what they are told now says
    /// how it stands.
    pub async fn supersede_notices(
        &self,
        people: &[PersonId],
        kind: &str,
        key: &str,
    ) -> Result<(), DbError> {
        notice::supersede(self, people, kind, key).await
    }

    /// Adds an audit entry beside the one of the commit, for an act that consists of several.
    #[expect(
        clippy::unused_async,
        reason = "callers need not know which writes are put off"
    )]
    pub async fn record(&self, entry: Audit) -> Result<(), DbError> {
        audit::insert(self, audit::new_id(&self.cx), entry);
        Ok(())
    }

    /// Writes the audit entry and commits. What comes out is durable.
    pub async fn commit<T>(self, entry: Audit, out: T) -> Result<Saved<T>, DbError> {
        let done = entry.is_done();
        if done {
            once::claim(&self, entry.subject());
        }
        audit::insert(&self, self.entry(), entry);
        let cx = self.end().await?;
        if done {
            once::committed(&cx);
        }
        Ok(Saved(out))
    }

    /// Commits what is no act of anybody: marks of having seen, locks and deliveries, session clocks. Nothing
    /// that another person sees may change by it.
    pub async fn commit_unaudited(self) -> Result<(), DbError> {
        self.end().await?;
        Ok(())
    }

    /// What is committed is known to the request from now on.
    async fn end(self) -> Result<Cx, DbError> {
        let Self {
            inner, later, cx, ..
        } = self;
        // Boxed: what it takes to write would make every act's state larger.
        let sent = Box::pin(later.send(inner.transaction())).await;
        sent.map_err(|error| once::failed(&cx, error))?;
        match inner {
            Inner::Sqlite(shared) => shared.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
            Inner::Rehearsal(rehearsed) => rehearsed.savepoint.commit().await?,
        }
        cx.committed();
        Ok(cx)
    }

    /// Gives the act up; the same as dropping it, but done when this returns.
    pub async fn rollback(self) {
        let rolled_back = match self.inner {
            Inner::Sqlite(shared) => shared.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
            Inner::Rehearsal(rehearsed) => rehearsed.savepoint.rollback().await,
        };
        if let Err(error) = rolled_back {
            tracing::warn!(%error, "rolling back failed; the connection is given up");
        }
    }
}

impl Reading for Tx {
    fn conn(&self) -> Conn<'_> {
        Conn(On::Act(self.inner.transaction(), &self.later))
    }
}

/// What an act brought about, durable with its audit entry.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved<T>(T);

impl<T> Saved<T> {
    /// The outcome.
    pub fn into_inner(self) -> T {
        self.0
    }

    /// The same commit, seen as something else.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Saved<U> {
        Saved(f(self.0))
    }
}

impl<T> Deref for Saved<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
