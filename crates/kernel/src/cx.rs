//! The context of an act: who acts, when, under which regulation, on which database.

use std::sync::Arc;

use time::Date;
use tokio::sync::Notify;
use yakusho_regulation::City;

use crate::answers::Answers;
use crate::audit::Audit;
use crate::db::Together;
use crate::reference::{Edition, Kept, Reference};
use crate::{
    Act, Actor, Audited, Clock, Db, DbError, Denied, Judgement, Keys, LayAside, Once, Part, Permit,
    Reader, Rng, Subject, Timestamp, Tx, TypedId, typed_id,
};

typed_id! {
    /// A request from outside, or a run of a job: what its log lines and audit entries share.
    pub struct RequestId = "request";
}

/// What surrounds every act of one running program.
#[derive(Debug)]
pub struct Env {
    db: Db,
    clock: Clock,
    rng: Rng,
    city: City,
    keys: Keys,
    lay_aside: Option<LayAside>,
    committed: Notify,
    kept: Kept,
}

impl Env {
    /// Puts together what acts need; `lay_aside` is for a program whose notices go another way besides.
    pub fn new(
        db: Db,
        clock: Clock,
        rng: Rng,
        city: City,
        keys: Keys,
        lay_aside: Option<LayAside>,
    ) -> Arc<Self> {
        Arc::new(Self {
            db,
            clock,
            rng,
            city,
            keys,
            lay_aside,
            committed: Notify::new(),
            kept: Kept::default(),
        })
    }

    /// The database.
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// The clock. An act reads [`Cx::now`] instead, which stands still while it runs.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Random numbers.
    pub const fn rng(&self) -> &Rng {
        &self.rng
    }

    /// What lays notices aside.
    pub(crate) const fn lay_aside(&self) -> Option<LayAside> {
        self.lay_aside
    }

    /// The city and its regulation.
    pub const fn city(&self) -> &City {
        &self.city
    }

    /// Keys for secrets that lie in the database.
    pub const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Waits until an act of this program commits: for those who look after outbox and notices.
    pub async fn after_commit(&self) {
        self.committed.notified().await;
    }

    pub(crate) fn woken(&self) {
        self.committed.notify_waiters();
    }
}

/// The context of one act. Cheap to clone; the time in it stands still.
#[derive(Clone, Debug)]
pub struct Cx {
    env: Arc<Env>,
    actor: Actor,
    now: Timestamp,
    request: RequestId,
    answers: Arc<Answers>,
    together: Arc<Together>,
    once: Option<Arc<Once>>,
}

impl Cx {
    /// The context of an act that begins now.
    pub fn new(env: &Arc<Env>, actor: Actor, request: RequestId) -> Self {
        Self {
            env: Arc::clone(env),
            actor,
            now: env.clock.now(),
            request,
            answers: Arc::default(),
            together: Arc::default(),
            once: None,
        }
    }

    /// The context of a part of the system that acts by itself.
    pub fn system(env: &Arc<Env>, part: Part) -> Self {
        let request = env.rng.uuid(env.clock.now()).into();
        Self::new(env, Actor::System(part), request)
    }

    /// The same request, done by another actor: when signing in, or acting on behalf of somebody.
    #[must_use]
    pub fn acting(&self, actor: Actor) -> Self {
        Self {
            actor,
            answers: Arc::default(),
            ..self.clone()
        }
    }

    /// The same request, by whoever it turned out to come from: what was found out about them on the way is known.
    #[must_use]
    pub fn recognised(&self, actor: Actor) -> Self {
        Self {
            actor,
            ..self.clone()
        }
    }

    /// The same request, which is to act once.
    #[must_use]
    pub fn acting_once(&self, once: Once) -> Self {
        Self {
            once: Some(Arc::new(once)),
            ..self.clone()
        }
    }

    /// The same request without its key, for what is done before the act that it is about: files that come with a form
    /// whose fields are still to be judged.
    #[must_use]
    pub fn beforehand(&self) -> Self {
        Self {
            once: None,
            ..self.clone()
        }
    }

    /// What is known of the request, where it is to act once.
    pub fn acts_once(&self) -> Option<&Once> {
        self.once.as_deref()
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When the act began.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// When the act really began, however far a batch run has moved its clock: since when what it writes is known.
    pub fn known_from(&self) -> Timestamp {
        self.env.clock.real_at(self.now)
    }

    /// The day in the town hall when the act began.
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// The request that the act belongs to.
    pub const fn request(&self) -> RequestId {
        self.request
    }

    /// The city and its regulation.
    pub fn city(&self) -> &City {
        &self.env.city
    }

    /// What surrounds the act.
    pub const fn env(&self) -> &Arc<Env> {
        &self.env
    }

    /// A new id, ordered by the time of the act.
    pub fn new_id<T: TypedId>(&self) -> T {
        self.env.rng.uuid(self.now).into()
    }

    /// Begins a judgement of whether the actor may do this. For `policy.rs` alone.
    pub const fn judge(&self, act: Act) -> Judgement<'_> {
        Judgement::new(self, act)
    }

    /// For reading.
    pub fn reader(&self) -> Reader<'_> {
        self.env.db.reader_together(&self.together)
    }

    /// Awaits `work`, and has the statements go to the database together that parts of it ask beside each other: those that
    /// are joined, for which `try_join` and its like are. Outside of writing transactions.
    pub async fn together<T>(&self, work: impl Future<Output = T>) -> T {
        self.env.db.together(&self.together, work).await
    }

    /// What `ask` reads outside of writing transactions, asked once however many parts of a request want to know it, until
    /// an act of the request commits: an answer is known by its type, and stands as the time does.
    pub async fn asked_once<T, E>(&self, ask: impl Future<Output = Result<T, E>>) -> Result<T, E>
    where
        T: Clone + Send + Sync + 'static,
    {
        self.answers.asked_once(ask).await
    }

    /// Has an answer known that was read beside something else, as if it had been [asked](Self::asked_once).
    pub fn knows<T: Clone + Send + Sync + 'static>(&self, answer: T) {
        self.answers.know(answer);
    }

    /// Reference data: kept from an earlier request where nothing of them was changed since, and read otherwise. Outside of
    /// writing transactions, since what an act has not committed yet is nothing to keep.
    pub async fn reference<R: Reference>(&self, asked: R) -> Result<Arc<R::Answer>, DbError> {
        let edition = self.asked_once(Edition::present(self.reader())).await?;
        if let Some(kept) = self.env.kept.find(edition, &asked) {
            return Ok(kept);
        }
        // Boxed, since it is seldom needed: a request's own state stays small.
        let answer = Arc::new(Box::pin(asked.read(&self.reader())).await?);
        self.env.kept.keep(edition, asked, Arc::clone(&answer));
        Ok(answer)
    }

    pub(crate) fn committed(&self) {
        self.answers.forget();
        self.env.woken();
    }

    /// Begins a writing transaction. Hashing, mail and files stay outside of it.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(Tx::new(self.env.db.begin().await?, self.clone()))
    }

    /// Hands out personal data that were read under a permit, after the entry that says so is committed.
    pub async fn disclose<T>(
        &self,
        permit: Permit,
        subject: Option<&(dyn Subject + Sync)>,
        what: T,
    ) -> Result<Audited<T>, DbError> {
        let entry = Audit::reading(permit, subject.map(Subject::reference));
        let tx = self.begin().await?;
        Ok(Audited(tx.commit(entry, what).await?.into_inner()))
    }

    /// Records a refusal, after the act that met it was rolled back.
    pub async fn refused(&self, denied: &Denied) -> Result<(), DbError> {
        let tx = self.begin().await?;
        tx.commit(Audit::refused(denied), ()).await?.into_inner();
        Ok(())
    }
}
