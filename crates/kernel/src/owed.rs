//! What is owed, by whom, and by when: as whatever knows of it tells those who list it, remind and escalate.
//!
//! What a domain keeps anyway with its day (a review, the end of an approval) is told from there, so that there is no
//! second truth to drift from the first.

use async_trait::async_trait;
use sea_orm::Value;
use time::Date;
use uuid::Uuid;
use yakusho_regulation::{Role, Rule};

use crate::{Cx, Fault, Given, Marks, PersonId, PostId, Ref, UnitId};

/// Who owes something: whoever it is on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Debtor {
    /// A person.
    Person(PersonId),
    /// Whoever holds a post.
    Post(PostId),
    /// Whoever holds a role, for one section or for the city.
    Role(Role, Option<UnitId>),
    /// The head of a unit.
    Head(UnitId),
}

const PERSON: &str = "person";
const POST: &str = "post";
const HEAD: &str = "head";

impl Debtor {
    /// What it is stored as: a code, and the id that it is of.
    pub fn stored(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Person(person) => (PERSON, Some(person.into())),
            Self::Post(post) => (POST, Some(post.into())),
            Self::Role(role, unit) => (role.id(), unit.map(Into::into)),
            Self::Head(unit) => (HEAD, Some(unit.into())),
        }
    }

    /// What is stored so; none where no program wrote that.
    pub fn from_stored(code: &str, id: Option<Uuid>) -> Option<Self> {
        Some(match (code, id) {
            (PERSON, id) => Self::Person(id?.into()),
            (POST, id) => Self::Post(id?.into()),
            (HEAD, id) => Self::Head(id?.into()),
            (role, unit) => Self::Role(Role::from_id(role)?, unit.map(Into::into)),
        })
    }

    /// The unit that it is for, if it is for one.
    pub const fn unit(self) -> Option<UnitId> {
        match self {
            Self::Role(_, unit) => unit,
            Self::Head(unit) => Some(unit),
            Self::Person(_) | Self::Post(_) => None,
        }
    }
}

impl Debtor {
    /// The same of another id, where it is of one.
    fn of(self, id: impl FnOnce() -> Uuid) -> Self {
        match self {
            Self::Person(_) => Self::Person(id().into()),
            Self::Post(_) => Self::Post(id().into()),
            Self::Role(role, Some(_)) => Self::Role(role, Some(id().into())),
            Self::Role(role, None) => Self::Role(role, None),
            Self::Head(_) => Self::Head(id().into()),
        }
    }
}

/// What it is stored as but for the id.
impl Given for Debtor {
    type Shape = Self;

    fn shape(&self) -> Self {
        self.of(Uuid::nil)
    }

    fn marks(shape: &Self, marks: &mut Marks) -> Self {
        shape.of(|| marks.id())
    }

    fn values(self, into: &mut Vec<Value>) {
        let (_, id) = self.stored();
        into.extend(id.map(Value::from));
    }
}

/// Whose duties are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    Everyone,
    /// Those of any of these.
    Theirs {
        /// People.
        people: Vec<PersonId>,
        /// Posts, roles and heads.
        debtors: Vec<Debtor>,
        /// The roles and heads of these units, whichever they are.
        units: Vec<UnitId>,
    },
}

impl Whose {
    /// The people whose own duties are wanted; none for everybody's.
    pub fn people(&self) -> Option<&[PersonId]> {
        match self {
            Self::Everyone => None,
            Self::Theirs { people, .. } => Some(people),
        }
    }
}

type Theirs = (Vec<PersonId>, Vec<Debtor>, Vec<UnitId>);

impl Whose {
    fn parts(self) -> Option<Theirs> {
        match self {
            Self::Everyone => None,
            Self::Theirs {
                people,
                debtors,
                units,
            } => Some((people, debtors, units)),
        }
    }
}

impl Given for Whose {
    type Shape = <Option<Theirs> as Given>::Shape;

    fn shape(&self) -> Self::Shape {
        self.clone().parts().shape()
    }

    fn marks(shape: &Self::Shape, marks: &mut Marks) -> Self {
        match Given::marks(shape, marks) {
            None => Self::Everyone,
            Some((people, debtors, units)) => Self::Theirs {
                people,
                debtors,
                units,
            },
        }
    }

    fn values(self, into: &mut Vec<Value>) {
        self.parts().values(into);
    }
}

/// The place of a duty among those of its source: what orders it by its day, and its id.
pub type Place = (i64, Uuid);

/// A page of duties that is asked for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Whose.
    pub whose: &'a Whose,
    /// Due on this day or later.
    pub from: Option<Date>,
    /// Due on this day or earlier.
    pub until: Option<Date>,
    /// After this place.
    pub after: Option<Place>,
    /// At most so many.
    pub size: usize,
}

/// Something that is owed.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    /// Its place among those of its source.
    pub place: Place,
    /// The kind of notice that says what it is, with those parameters.
    pub kind: &'static str,
    /// What the notice's text needs.
    pub params: serde_json::Value,
    /// What it is about.
    pub about: Ref,
    /// The rule under which it is owed; none where it is the town hall's own matter.
    pub rule: Option<Rule>,
    /// Who owes it.
    pub by: Debtor,
    /// The last day on which it is in time.
    pub due: Date,
}

/// How it stands with what is owed under a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The rule.
    pub rule: Rule,
    /// How many duties are open, those overdue among them.
    pub open: u64,
    /// How many are overdue.
    pub overdue: u64,
    /// The earliest day on which one is due that is not overdue.
    pub next: Option<Date>,
}

/// What knows of duties.
#[async_trait]
pub trait Owing: Send + Sync {
    /// A page of what is owed, in the order of the places, which is that of the days.
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault>;

    /// How it stands, by rule.
    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_owes_something_is_read_back_as_it_was_stored() {
        let id = || Uuid::from_u128(7);
        for debtor in [
            Debtor::Person(id().into()),
            Debtor::Post(id().into()),
            Debtor::Head(id().into()),
            Debtor::Role(Role::InformationManager, Some(id().into())),
            Debtor::Role(Role::SystemAdministrator, None),
        ] {
            let (code, id) = debtor.stored();
            assert_eq!(Debtor::from_stored(code, id), Some(debtor));
        }
        assert_eq!(Debtor::from_stored(HEAD, None), None);
        assert_eq!(Debtor::from_stored("nobody", Some(id())), None);
    }
}
