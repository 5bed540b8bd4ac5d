//! Audit entries: who did what to what, by which rule. Numbering and chaining them is the sealer's work.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryTrait as _;
use sea_orm::entity::prelude::*;
use serde_json::{Map, Value};

use crate::{
    Act, Actor, Cx, Denied, Holding, Permit, PersonId, Ref, RoleHeld, Subject, Tx, TypedId as _,
    UnitId, Version,
};

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Refused by a rule.
    Refused,
    /// Personal data were read.
    Read,
}

impl Outcome {
    /// The code in the database, files and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Read => "read",
        }
    }
}

/// An audit entry to be: made of the permit that the act used up.
///
/// It holds references, versions and digests; never the personal data itself.
#[must_use]
#[derive(Debug)]
pub struct Audit {
    act: Act,
    subject: Option<Ref>,
    role: Option<RoleHeld>,
    bases: Vec<yakusho_regulation::Basis>,
    outcome: Outcome,
    by: Option<PersonId>,
    detail: Map<String, Value>,
}

impl Audit {
    /// The entry of a permitted act on a subject.
    pub fn of(permit: Permit, subject: &impl Subject) -> Self {
        let Permit { act, role, bases } = permit;
        Self {
            act,
            subject: Some(subject.reference()),
            role,
            bases,
            outcome: Outcome::Done,
            by: None,
            detail: Map::new(),
        }
    }

    /// The entry of a permitted act that has no single subject.
    pub fn at_large(permit: Permit) -> Self {
        let Permit { act, role, bases } = permit;
        Self {
            act,
            subject: None,
            role,
            bases,
            outcome: Outcome::Done,
            by: None,
            detail: Map::new(),
        }
    }

    /// The entry of a permitted reading of personal data.
    pub(crate) fn reading(permit: Permit, subject: Option<Ref>) -> Self {
        Self {
            outcome: Outcome::Read,
            subject,
            ..Self::at_large(permit)
        }
    }

    /// The entry of a refusal.
    pub(crate) fn refused(denied: &Denied) -> Self {
        let detail = [("why".to_owned(), Value::from(denied.why))]
            .into_iter()
            .collect();
        Self {
            act: denied.act,
            subject: denied.subject.clone(),
            role: None,
            bases: vec![denied.basis.clone()],
            outcome: Outcome::Refused,
            by: None,
            detail,
        }
    }

    /// Names the person who turns out to act, where the act begins as nobody's: signing in.
    pub fn by(self, person: PersonId) -> Self {
        Self {
            by: Some(person),
            ..self
        }
    }

    /// Whether the act was done.
    pub(crate) fn is_done(&self) -> bool {
        self.outcome == Outcome::Done
    }

    /// What it was done to, if to a single thing.
    pub(crate) const fn subject(&self) -> Option<&Ref> {
        self.subject.as_ref()
    }

    /// Adds a fact that is no personal data: a code, a date, a number, a reference.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.detail.insert(name.to_owned(), value.into());
        self
    }

    /// Refers to the version that the act made, by its id and salted digest.
    pub fn version(self, version: &Version) -> Self {
        self.with("version", version.id.to_string())
            .with("digest", version.digest.clone())
    }
}

/// What was read under an audited permit: the entry was committed before.
#[must_use]
#[derive(Debug)]
pub struct Audited<T>(pub(crate) T);

impl<T> Audited<T> {
    /// What was read.
    pub fn into_inner(self) -> T {
        self.0
    }

    /// The same reading, seen as something else.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Audited<U> {
        Audited(f(self.0))
    }
}

/// The table `audit_entries`: written here alone, read by the crate `audit`, and where a thing tells its own history.
pub mod entry {
    use sea_orm::entity::prelude::*;

    use crate::{PersonId, Timestamp};

    /// An audit entry as it stands.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entries")]
    pub struct Model {
        /// Its id, ordered by the time of writing.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// When the act began, by the clock that it was given: where that was set to another time, `detail` has the time of
        /// writing as `written_at`.
        pub at: Timestamp,
        /// Who acted, if a person did.
        pub person: Option<PersonId>,
        /// On whose behalf.
        pub on_behalf: Option<PersonId>,
        /// By which kind of proxy: the code of a [`ProxyKind`](crate::ProxyKind).
        pub proxy: Option<String>,
        /// The part of the system that acted, if no person did.
        pub part: Option<String>,
        /// The id of the role by which it was permitted, if by one; `detail` has the unit that it is held for as `unit`.
        pub role: Option<String>,
        /// The name of the act.
        pub act: String,
        /// The kind of thing it was done to.
        pub subject_kind: Option<String>,
        /// The id of the thing it was done to.
        pub subject_id: Option<Uuid>,
        /// The id of the rule that permitted or refused it.
        pub rule: Option<String>,
        /// The clauses that the rule rests on, or `house`.
        pub citation: Option<String>,
        /// The code of the [`Outcome`](crate::Outcome).
        pub outcome: String,
        /// Facts that are no personal data, among them the version made, and other rules that were put.
        pub detail: Json,
        /// The request that it belongs to.
        pub request: Uuid,
        /// Its number in the sealed chain; none until it is sealed. The only field that is written later.
        pub seq: Option<i64>,
    }

    /// No relations: an entry outlives what it speaks of.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The id of an entry that is about to be written.
pub(crate) fn new_id(cx: &Cx) -> Uuid {
    cx.env().rng().uuid(cx.env().clock().now())
}

pub(crate) fn insert(tx: &Tx, id: Uuid, audit: Audit) {
    let cx = tx.cx();
    let Audit {
        act,
        subject,
        role,
        bases,
        outcome,
        by,
        mut detail,
    } = audit;
    let (person, on_behalf, proxy, part) = match cx.actor() {
        Actor::Nobody => (by, None, None, None),
        Actor::System(part) => (None, None, None, Some(part.0.to_owned())),
        Actor::Person(standing) => {
            // A role held by delegation is exercised on behalf of its holder, and by that delegation alone, whomever else
            // the person chose to act for: a secretary's doing decides nothing.
            let (whose, kind) = match (role.map(|held| held.by), standing.on_behalf) {
                (Some(Holding::Proxy(person, kind)), _) => (person, Some(kind)),
                (_, Some(behalf)) => (Some(behalf.person), Some(behalf.kind)),
                (_, None) => (None, None),
            };
            let proxy = kind.map(|kind| kind.code().to_owned());
            (Some(standing.person), whose, proxy, None)
        }
    };
    let mut bases = bases.into_iter();
    let first = bases.next();
    let also: Vec<Value> = bases
        .map(|basis| format!("{} {}", basis.rule().id(), basis.citation()).into())
        .collect();
    if !also.is_empty() {
        detail.insert("also".to_owned(), also.into());
    }
    if let Some(unit) = role.and_then(|held| held.unit) {
        detail
            .entry(UnitId::KIND)
            .or_insert_with(|| unit.to_string().into());
    }
    let clock = cx.env().clock();
    if clock.is_set() {
        let written_at = clock.real().to_string();
        detail.insert("written_at".to_owned(), written_at.into());
    }
    let model = entry::ActiveModel {
        id: Set(id),
        at: Set(cx.now()),
        person: Set(person),
        on_behalf: Set(on_behalf),
        proxy: Set(proxy),
        part: Set(part),
        role: Set(role.map(|held| held.role.id().to_owned())),
        act: Set(act.name().to_owned()),
        subject_kind: Set(subject
            .as_ref()
            .map(|subject| subject.kind.clone().into_owned())),
        subject_id: Set(subject.map(|subject| subject.id)),
        rule: Set(first.as_ref().map(|basis| basis.rule().id().to_owned())),
        citation: Set(first.map(|basis| basis.citation().to_string())),
        outcome: Set(outcome.code().to_owned()),
        detail: Set(Value::Object(detail)),
        request: Set(cx.request().into()),
        seq: Set(None),
    };
    tx.later(entry::Entity::insert(model).as_query());
}
