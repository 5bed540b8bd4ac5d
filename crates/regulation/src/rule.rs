//! What the program can keep.

mod table;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Kind, Lang, Role};
pub use table::Rule;

/// What is known of a rule apart from any city.
struct Facts {
    id: &'static str,
    kind: Kind,
    base: bool,
    title: [&'static str; 2],
    duty: [&'static str; 2],
}

impl Rule {
    /// The stable id, as profiles, audit entries and the API write it: `suspension.by_supervisor`.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether the rule belongs to the base that lies under every profile and cannot be switched off. Where the profile
    /// gives no article for it, it is cited as a house rule.
    pub const fn is_base(self) -> bool {
        self.facts().base
    }

    /// How the program keeps it; never [`Kind::Note`].
    pub const fn kind(self) -> Kind {
        self.facts().kind
    }

    /// A short name for headings.
    pub const fn title(self, lang: Lang) -> &'static str {
        self.facts().title[lang as usize]
    }

    /// What the program does to keep it, in one or two sentences.
    pub const fn duty(self, lang: Lang) -> &'static str {
        self.facts().duty[lang as usize]
    }

    /// The role which this rule creates, where it is one that does.
    pub fn role(self) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.rule() == self)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// An id that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown rule {0:?}")]
pub struct UnknownRule(pub String);

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(id: &str) -> Result<Self, UnknownRule> {
        Self::from_id(id).ok_or_else(|| UnknownRule(id.to_owned()))
    }
}

impl TryFrom<String> for Rule {
    type Error = UnknownRule;

    fn try_from(id: String) -> Result<Self, UnknownRule> {
        id.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.id().to_owned()
    }
}
