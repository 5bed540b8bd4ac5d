//! What usage rules are.

use time::Date;
use yakusho_kernel::{PersonId, Timestamp, typed_id};
use yakusho_regulation::Lang;

typed_id! {
    /// A version of the usage rules.
    pub struct UsageRulesId = "usage_rules";
}

/// A version of the usage rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageRules {
    /// Its id.
    pub id: UsageRulesId,
    /// Its number, from 1.
    pub number: i32,
    /// The first day on which it is in force.
    pub effective_on: Date,
    /// The text in Japanese.
    pub body_ja: String,
    /// The text in English; empty if there is none.
    pub body_en: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The administrator who made it.
    pub made_by: PersonId,
}

/// A version to be made.
#[derive(Clone, Debug)]
pub struct NewUsageRules {
    /// The first day on which it is in force: today or later.
    pub effective_on: Date,
    /// The text in Japanese; at most [`NewUsageRules::LONGEST`] characters.
    pub body_ja: String,
    /// The text in English; empty if there is none.
    pub body_en: String,
}

impl NewUsageRules {
    /// The most characters of a text.
    pub const LONGEST: usize = 20_000;
}

/// That somebody took note of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}

impl UsageRules {
    /// The text in that language, or in Japanese where there is no other.
    pub fn body(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.body_en.is_empty() => &self.body_en,
            Lang::En | Lang::Ja => &self.body_ja,
        }
    }
}
