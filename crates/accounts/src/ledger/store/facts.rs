//! How the facts of the ledger stand in their tables.

use sea_orm::{DbErr, QueryResult, TryGetable, Value};
use yakusho_kernel::{EmploymentClass, PersonId, PostId, ProxyKind, TypedId, UnitId};
use yakusho_regulation::{Role, SectionTag, UnitRank};

use crate::appointment::{Appointment, AppointmentId};
use crate::delegation::{Delegation, DelegationId, Duty, Principal};
use crate::ledger::{Ledger, Timeline};
use crate::organisation::{Post, Unit};
use crate::staff::{Staff, Status, kana_key, search_key};

/// A kind of fact that the ledger keeps, each in a table with the same columns for days and times.
pub(crate) trait Fact: Clone + PartialEq + Send + Sync + 'static {
    /// What it is about.
    type Key: TypedId + Ord + TryGetable + Into<Value>;
    /// The table.
    const TABLE: &'static str;
    /// The column of the key.
    const KEY: &'static str;
    /// The columns of the state, in the order of [`Fact::values`].
    const STATE: &'static [&'static str];

    /// The state, column by column.
    fn values(&self) -> Vec<Value>;
    /// The state out of a row whose first state column has index `at`.
    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr>;
    /// Its part of a ledger.
    fn of(ledger: &Ledger) -> &Timeline<Self::Key, Self>;
    /// Its part of a ledger, to fill.
    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<Self::Key, Self>;
}

/// The value of a code; a fault of the database if the program does not know it.
fn coded<T>(code: &str, known: impl Fn(&str) -> Option<T>) -> Result<T, DbErr> {
    known(code).ok_or_else(|| DbErr::Type(format!("unknown code {code:?}")))
}

/// The values of several codes with a space between.
fn several<T>(codes: &str, known: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, DbErr> {
    codes
        .split_whitespace()
        .map(|code| coded(code, &known))
        .collect()
}

/// The rank with that id.
pub(crate) fn rank(id: &str) -> Result<UnitRank, DbErr> {
    coded(id, |id| {
        UnitRank::ALL.into_iter().find(|rank| rank.id() == id)
    })
}

/// The tags with these ids, a space between.
pub(crate) fn tags(ids: &str) -> Result<Vec<SectionTag>, DbErr> {
    several(ids, |id| {
        SectionTag::ALL.into_iter().find(|tag| tag.id() == id)
    })
}

/// The employment class with that code.
pub(crate) fn class_of(code: &str) -> Result<EmploymentClass, DbErr> {
    coded(code, EmploymentClass::from_code)
}

/// The status with that code.
pub(crate) fn status_of(code: &str) -> Result<Status, DbErr> {
    coded(code, Status::from_code)
}

/// The kind of proxy with that code.
pub(crate) fn proxy_of(code: &str) -> Result<ProxyKind, DbErr> {
    coded(code, ProxyKind::from_code)
}

/// The role with that id.
pub(crate) fn role_of(id: &str) -> Result<Role, DbErr> {
    coded(id, Role::from_id)
}

/// The duties with these codes, a space between.
pub(crate) fn duties(codes: &str) -> Result<Vec<Duty>, DbErr> {
    several(codes, Duty::from_code)
}

impl Fact for Unit {
    type Key = UnitId;
    const TABLE: &'static str = "units";
    const KEY: &'static str = "unit";
    const STATE: &'static [&'static str] = &["code", "name", "rank", "parent", "position", "tags"];

    fn values(&self) -> Vec<Value> {
        let tags: Vec<_> = self.tags.iter().map(|tag| tag.id()).collect();
        vec![
            self.code.clone().into(),
            self.name.clone().into(),
            self.rank.id().into(),
            self.parent.into(),
            self.position.into(),
            tags.join(" ").into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            code: row.try_get_by_index(at)?,
            name: row.try_get_by_index(at + 1)?,
            rank: rank(&row.try_get_by_index::<String>(at + 2)?)?,
            parent: row.try_get_by_index(at + 3)?,
            position: row.try_get_by_index(at + 4)?,
            tags: tags(&row.try_get_by_index::<String>(at + 5)?)?,
        })
    }

    fn of(ledger: &Ledger) -> &Timeline<UnitId, Self> {
        &ledger.units
    }

    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<UnitId, Self> {
        &mut ledger.units
    }
}

impl Fact for Post {
    type Key = PostId;
    const TABLE: &'static str = "posts";
    const KEY: &'static str = "post";
    const STATE: &'static [&'static str] = &["unit", "title", "head", "rank", "position"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.unit.into(),
            self.title.clone().into(),
            self.head.into(),
            self.rank.into(),
            self.position.into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            unit: row.try_get_by_index(at)?,
            title: row.try_get_by_index(at + 1)?,
            head: row.try_get_by_index(at + 2)?,
            rank: row.try_get_by_index(at + 3)?,
            position: row.try_get_by_index(at + 4)?,
        })
    }

    fn of(ledger: &Ledger) -> &Timeline<PostId, Self> {
        &ledger.posts
    }

    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<PostId, Self> {
        &mut ledger.posts
    }
}

impl Fact for Staff {
    type Key = PersonId;
    const TABLE: &'static str = "staff";
    const KEY: &'static str = "person";
    const STATE: &'static [&'static str] = &[
        "number",
        "name",
        "kana",
        "class",
        "status",
        "kana_key",
        "search_key",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.number.clone().into(),
            self.name.clone().into(),
            self.kana.clone().into(),
            self.class.code().into(),
            self.status.code().into(),
            kana_key(&self.kana).into(),
            search_key(&[&self.name, &self.kana, &self.number]).into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            number: row.try_get_by_index(at)?,
            name: row.try_get_by_index(at + 1)?,
            kana: row.try_get_by_index(at + 2)?,
            class: class_of(&row.try_get_by_index::<String>(at + 3)?)?,
            status: status_of(&row.try_get_by_index::<String>(at + 4)?)?,
        })
    }

    fn of(ledger: &Ledger) -> &Timeline<PersonId, Self> {
        &ledger.staff
    }

    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<PersonId, Self> {
        &mut ledger.staff
    }
}

impl Fact for Appointment {
    type Key = AppointmentId;
    const TABLE: &'static str = "appointments";
    const KEY: &'static str = "appointment";
    const STATE: &'static [&'static str] = &["person", "post", "main"];

    fn values(&self) -> Vec<Value> {
        vec![self.person.into(), self.post.into(), self.main.into()]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        Ok(Self {
            person: row.try_get_by_index(at)?,
            post: row.try_get_by_index(at + 1)?,
            main: row.try_get_by_index(at + 2)?,
        })
    }

    fn of(ledger: &Ledger) -> &Timeline<AppointmentId, Self> {
        &ledger.appointments
    }

    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<AppointmentId, Self> {
        &mut ledger.appointments
    }
}

impl Fact for Delegation {
    type Key = DelegationId;
    const TABLE: &'static str = "delegations";
    const KEY: &'static str = "delegation";
    const STATE: &'static [&'static str] = &["kind", "post", "person", "delegate", "duties"];

    fn values(&self) -> Vec<Value> {
        let (post, person) = match self.principal {
            Principal::Post(post) => (Some(post), None),
            Principal::Person(person) => (None, Some(person)),
        };
        let duties: Vec<_> = self.duties.iter().map(|duty| duty.code()).collect();
        vec![
            self.kind.code().into(),
            post.into(),
            person.into(),
            self.delegate.into(),
            duties.join(" ").into(),
        ]
    }

    fn read(row: &QueryResult, at: usize) -> Result<Self, DbErr> {
        let post: Option<PostId> = row.try_get_by_index(at + 1)?;
        let person: Option<PersonId> = row.try_get_by_index(at + 2)?;
        let principal = match (post, person) {
            (Some(post), _) => Principal::Post(post),
            (None, Some(person)) => Principal::Person(person),
            (None, None) => return Err(DbErr::Type("a delegation for nobody".into())),
        };
        Ok(Self {
            kind: proxy_of(&row.try_get_by_index::<String>(at)?)?,
            principal,
            delegate: row.try_get_by_index(at + 3)?,
            duties: duties(&row.try_get_by_index::<String>(at + 4)?)?,
        })
    }

    fn of(ledger: &Ledger) -> &Timeline<DelegationId, Self> {
        &ledger.delegations
    }

    fn of_mut(ledger: &mut Ledger) -> &mut Timeline<DelegationId, Self> {
        &mut ledger.delegations
    }
}
