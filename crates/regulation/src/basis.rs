//! Under what a rule is kept in a city on a day: articles, or the house.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::clause::wording::list;
use crate::{City, ClauseId, Lang, Rule};

/// A rule in force, with what asks for it in this city on this day. Every permit, refusal and audit entry carries one.
#[derive(Clone)]
pub struct Basis {
    pub(crate) rule: Rule,
    pub(crate) citation: Citation,
    pub(crate) city: City,
}

impl Basis {
    /// The rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What asks for it: articles of the city's regulation, or the house.
    pub fn citation(&self) -> &Citation {
        &self.citation
    }

    /// The citation in words: 直方市グループウェアシステム運用管理規程第11条, or the house rule by its title.
    pub fn text(&self, lang: Lang) -> String {
        self.city.cite(self.rule, &self.citation, lang)
    }
}

/// The citation as it is stored: `nogata:11`, `nogata:10(4) muko:33-2` or `house`.
impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.citation.fmt(f)
    }
}

impl fmt::Debug for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Basis({} by {} in {})",
            self.rule,
            self.citation,
            self.city.id()
        )
    }
}

impl PartialEq for Basis {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule
            && self.citation == other.citation
            && self.city.id() == other.city.id()
    }
}

impl Eq for Basis {}

/// What asks for a rule. Parsed and written as clause ids with spaces between, or `house`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Citation {
    /// These clauses, at least one.
    Clauses(Arc<[ClauseId]>),
    /// The base of the program, which needs no article.
    House,
}

impl Citation {
    /// The clauses cited; none for a house rule.
    pub fn clauses(&self) -> &[ClauseId] {
        match self {
            Self::Clauses(clauses) => clauses,
            Self::House => &[],
        }
    }
}

const HOUSE: &str = "house";

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Clauses(clauses) = self else {
            return f.write_str(HOUSE);
        };
        for (place, clause) in clauses.iter().enumerate() {
            write!(f, "{}{clause}", if place == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

/// A text that is neither clause ids nor `house`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no citation: expected clause ids with spaces between, or \"house\"")]
pub struct InvalidCitation(pub String);

impl FromStr for Citation {
    type Err = InvalidCitation;

    fn from_str(text: &str) -> Result<Self, InvalidCitation> {
        if text == HOUSE {
            return Ok(Self::House);
        }
        let clauses: Arc<[ClauseId]> = text
            .split(' ')
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|_| InvalidCitation(text.to_owned()))?;
        Ok(Self::Clauses(clauses))
    }
}

impl City {
    /// A citation of `rule` in words, with the titles of the regulations cited. Stored citations are read with
    /// [`Citation::from_str`] and put into words by this.
    pub fn cite(&self, rule: Rule, citation: &Citation, lang: Lang) -> String {
        match (citation, lang) {
            (Citation::House, Lang::Ja) => format!("基本規則「{}」", rule.title(lang)),
            (Citation::House, Lang::En) => format!("House rule “{}”", rule.title(lang)),
            (Citation::Clauses(clauses), _) => {
                let regulations: Vec<_> = clauses
                    .chunk_by(|one, next| one.regulation() == next.regulation())
                    .map(|clauses| self.cite_one_regulation(clauses, lang))
                    .collect();
                match lang {
                    Lang::Ja => list(&regulations, "、", "並びに"),
                    Lang::En => list(&regulations, "; ", "; "),
                }
            }
        }
    }

    fn cite_one_regulation(&self, clauses: &[ClauseId], lang: Lang) -> String {
        let key = clauses.first().map_or("", ClauseId::regulation);
        let title = self
            .regulation(key)
            .map_or(key, |regulation| regulation.title(lang));
        let clauses: Vec<_> = clauses.iter().map(|clause| clause.wording(lang)).collect();
        match lang {
            Lang::Ja => format!("{title}{}", list(&clauses, "、", "及び")),
            Lang::En => format!("{title}, {}", list(&clauses, "; ", "; ")),
        }
    }
}
