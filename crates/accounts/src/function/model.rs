//! Functions of the groupware, and permissions that are granted.

use serde::{Deserialize, Serialize};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, PostId, Timestamp, UnitId, typed_id};
use yakusho_regulation::{Basis, City, Lang, Rule};

typed_id! {
    /// A grant of a permission.
    pub struct GrantId = "grant";
}

/// A function of the groupware (nogata:3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// The bulletin board.
    Board,
    /// Circulation and report.
    Circulation,
    /// The schedule.
    Schedule,
    /// The booking of facilities.
    FacilityBooking,
    /// Documents.
    Documents,
    /// Forms and procedures, and the registers that stand on them.
    Compliance,
}

impl Function {
    /// Every function, in the order of the article.
    pub const ALL: [Self; 6] = [
        Self::Board,
        Self::Circulation,
        Self::Schedule,
        Self::FacilityBooking,
        Self::Documents,
        Self::Compliance,
    ];

    /// The code in the database, files and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Circulation => "circulation",
            Self::Schedule => "schedule",
            Self::FacilityBooking => "facility_booking",
            Self::Documents => "documents",
            Self::Compliance => "compliance",
        }
    }

    /// The function of a code of [`Function::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|function| function.code() == code)
    }

    /// The rule that gives the function; none where it comes with whatever procedure a rule asks for.
    const fn rule(self) -> Option<Rule> {
        match self {
            Self::Board => Some(Rule::Board),
            Self::Circulation => Some(Rule::Circulation),
            Self::Schedule => Some(Rule::Schedule),
            Self::FacilityBooking => Some(Rule::FacilityBooking),
            Self::Documents => Some(Rule::Documents),
            Self::Compliance => None,
        }
    }

    /// Whether the city has the function on that day: where it has not, the function is not there.
    pub fn is_given(self, city: &City, day: Date) -> bool {
        match self.rule() {
            Some(rule) => city.in_force(rule, day).is_some(),
            None => city.procedures(day).next().is_some(),
        }
    }

    /// Under what the city has it on that day, where one rule gives it.
    pub fn basis(self, city: &City, day: Date) -> Option<Basis> {
        city.in_force(self.rule()?, day)
    }

    /// A short name for headings.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self.rule(), lang) {
            (Some(rule), lang) => rule.title(lang),
            (None, Lang::Ja) => "様式及び手続",
            (None, Lang::En) => "Forms and procedures",
        }
    }

    /// What it does, in one or two sentences.
    pub const fn duty(self, lang: Lang) -> &'static str {
        match (self.rule(), lang) {
            (Some(rule), lang) => rule.duty(lang),
            (None, Lang::Ja) => {
                "規程の定める様式を作成し、協議し、決裁し、番号を付けて登録簿に記録する。"
            }
            (None, Lang::En) => {
                "Forms that the regulation prescribes are drawn up, consulted on, decided, numbered and kept in registers."
            }
        }
    }
}

/// The functions that the city has today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Functions {
    on: Vec<Function>,
    stopped: Vec<Function>,
}

impl Functions {
    /// Those that the city's rules give on that day, of which these were switched off.
    pub(crate) fn without(city: &City, day: Date, off: &[Function]) -> Self {
        let given = Function::ALL.into_iter();
        let given = given.filter(|function| function.is_given(city, day));
        let (stopped, on) = given.partition(|function| off.contains(function));
        Self { on, stopped }
    }

    /// Whether that function is on.
    pub fn is_on(&self, function: Function) -> bool {
        self.on.contains(&function)
    }

    /// Those that are on, in the order of the article.
    pub fn on(&self) -> &[Function] {
        &self.on
    }

    /// Those that the administrator switched off, likewise.
    pub fn stopped(&self) -> &[Function] {
        &self.stopped
    }
}

/// Whether a function is on, since when, and by whose word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// The function.
    pub function: Function,
    /// Whether it is on.
    pub is_on: bool,
    /// When it was last switched; none if it never was.
    pub changed_at: Option<Timestamp>,
    /// Who switched it.
    pub changed_by: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// The code of a permission that a domain asks for, such as `board.category.edit`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Permission(String);

/// That a text is no code of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a permission")]
pub struct PermissionError;

impl Permission {
    /// Takes words of lower-case letters and underscores with dots between, at least two.
    pub fn parse(text: &str) -> Result<Self, PermissionError> {
        let is_word = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        };
        if text.len() <= 100 && text.contains('.') && text.split('.').all(is_word) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PermissionError)
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// To whom a permission is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grantee {
    /// One person, wherever they go.
    Person(PersonId),
    /// Whoever holds the post.
    Post(PostId),
    /// Everyone in the unit and in the units below it.
    Unit(UnitId),
}

impl Grantee {
    /// The kind's code in the database and the API, and the id.
    pub(crate) fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Person(id) => ("person", id.into()),
            Self::Post(id) => ("post", id.into()),
            Self::Unit(id) => ("unit", id.into()),
        }
    }

    /// The grantee of a kind's code and an id.
    pub fn from_parts(kind: &str, id: Uuid) -> Option<Self> {
        match kind {
            "person" => Some(Self::Person(id.into())),
            "post" => Some(Self::Post(id.into())),
            "unit" => Some(Self::Unit(id.into())),
            _ => None,
        }
    }
}

/// A permission to be granted.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// What is permitted.
    pub permission: Permission,
    /// To whom.
    pub grantee: Grantee,
    /// What it is limited to, if to a unit.
    pub within: Option<UnitId>,
    /// Why; at most [`NewGrant::LONGEST_REASON`] characters.
    pub reason: String,
}

impl NewGrant {
    /// The most characters of a reason.
    pub const LONGEST_REASON: usize = 500;
}

/// A permission as it was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The grant's id.
    pub id: GrantId,
    /// What is permitted.
    pub permission: Permission,
    /// To whom.
    pub grantee: Grantee,
    /// What it is limited to, if to a unit.
    pub within: Option<UnitId>,
    /// Why.
    pub reason: String,
    /// When it was granted.
    pub at: Timestamp,
    /// Who granted it.
    pub by: PersonId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_is_words_with_dots_between() {
        assert!(Permission::parse("board.category.edit").is_ok());
        for wrong in [
            "",
            "board",
            "board.",
            ".edit",
            "Board.edit",
            "board..edit",
            "board.1",
        ] {
            assert_eq!(Permission::parse(wrong), Err(PermissionError), "{wrong:?}");
        }
    }
}
