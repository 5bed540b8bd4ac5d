//! What a suspension is.

use yakusho_kernel::{PersonId, Timestamp, typed_id};
use yakusho_regulation::{City, ClauseId};

use crate::account::AccountId;

typed_id! {
    /// A suspension of an account.
    pub struct SuspensionId = "suspension";
}

/// What users must not do, by the items of nogata:10. Where no article says so, the house does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Breach {
    /// (1) Tampering with information, damaging or losing it, or registering what is false.
    Tampering,
    /// (2) Harming the name of a section, a member of staff or somebody else.
    Defamation,
    /// (3) Misusing an ID or a password.
    Misuse,
    /// (4) Letting a password leak.
    Leak,
    /// (5) Use against the law or public order.
    Unlawful,
    /// (6) Deleting particular words at will.
    Deletion,
    /// (7) Hindering the running otherwise.
    Hindrance,
}

yakusho_kernel::codes! {
    Breach {
        Tampering = "tampering",
        Defamation = "defamation",
        Misuse = "misuse",
        Leak = "leak",
        Unlawful = "unlawful",
        Deletion = "deletion",
        Hindrance = "hindrance",
    }
}

impl Breach {
    /// The number of its item in the article.
    pub fn item(self) -> usize {
        let place = Self::ALL.iter().position(|other| *other == self);
        place.map_or(0, |place| place + 1)
    }

    /// The clause of the city's regulation that forbids it, where there is one.
    pub fn clause(self, city: &City) -> Option<ClauseId> {
        let clause: ClauseId = format!("nogata:10({})", self.item()).parse().ok()?;
        city.clauses()
            .any(|known| *known.id() == clause)
            .then_some(clause)
    }
}

/// A suspension, and whether it was lifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// Its id.
    pub id: SuspensionId,
    /// The account.
    pub account: AccountId,
    /// What its owner did.
    pub breach: Breach,
    /// The clause that forbids it, as it is written in records, where there is one.
    pub clause: Option<String>,
    /// Under which article it was suspended, or `house`: a [`yakusho_regulation::Citation`] as text.
    pub citation: String,
    /// What happened, in the supervisor's words.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By which supervisor.
    pub by: PersonId,
    /// That it was lifted.
    pub lifting: Option<Lifting>,
}

/// That a suspension was lifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifting {
    /// When.
    pub at: Timestamp,
    /// By which supervisor.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_those_of_the_article_where_the_city_has_it() {
        let clause = |breach: Breach, city| {
            let city = City::builtin(city).unwrap();
            breach.clause(&city).map(|clause| clause.to_string())
        };
        assert_eq!(
            clause(Breach::Misuse, "nogata").as_deref(),
            Some("nogata:10(3)")
        );
        assert_eq!(
            clause(Breach::Hindrance, "model").as_deref(),
            Some("nogata:10(7)")
        );
        assert_eq!(clause(Breach::Misuse, "muko"), None);
        for breach in Breach::ALL {
            assert_eq!(Breach::from_code(breach.code()), Some(breach));
            assert!(clause(breach, "nogata").is_some(), "{breach:?}");
        }
    }
}
