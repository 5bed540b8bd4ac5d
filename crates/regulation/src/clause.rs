//! The name of a clause: regulation, article, paragraph, items.

pub(crate) mod wording;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A clause of a regulation, as `nogata:9(4)`, `shiroishi:2(4)-(7)`, `muko:34.3-1` or `nogata:5-2(1)`.
///
/// Before the colon stands the key of the regulation; then the article with its branch number (`34.3` is 第34条の3), the
/// paragraph, and the items, of which several may stand together. What is left out is meant as a whole: `nogata:9` is
/// all of article 9. [`fmt::Display`] gives back what was parsed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClauseId {
    regulation: Box<str>,
    article: ArticleNumber,
    paragraph: Option<u16>,
    items: Vec<Items>,
}

/// The number of an article: 第34条の3 is article 34, branch 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleNumber {
    /// The number proper, from 1.
    pub article: u16,
    /// The number of an article inserted after it (の2, の3), from 2.
    pub branch: Option<u16>,
}

/// One item, or a run of items from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Items {
    /// The first item, from 1.
    pub first: u16,
    /// The last one, the same as the first where it is a single item.
    pub last: u16,
}

impl ClauseId {
    /// The key of the regulation: `nogata`.
    pub fn regulation(&self) -> &str {
        &self.regulation
    }

    /// The article.
    pub fn article(&self) -> ArticleNumber {
        self.article
    }

    /// The paragraph, where the clause is not the whole article.
    pub fn paragraph(&self) -> Option<u16> {
        self.paragraph
    }

    /// The items, where the clause is not the whole article or paragraph.
    pub fn items(&self) -> &[Items] {
        &self.items
    }
}

impl fmt::Display for ArticleNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.article)?;
        match self.branch {
            Some(branch) => write!(f, ".{branch}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.regulation, self.article)?;
        if let Some(paragraph) = self.paragraph {
            write!(f, "-{paragraph}")?;
        }
        for items in &self.items {
            write!(f, "({})", items.first)?;
            if items.last > items.first {
                write!(f, "-({})", items.last)?;
            }
        }
        Ok(())
    }
}

/// A text that names no clause.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no clause: expected regulation:article[.branch][-paragraph][(item)...], such as \"nogata:9(4)\""
)]
pub struct InvalidClause(pub String);

impl FromStr for ClauseId {
    type Err = InvalidClause;

    fn from_str(text: &str) -> Result<Self, InvalidClause> {
        parse(text).ok_or_else(|| InvalidClause(text.to_owned()))
    }
}

impl TryFrom<String> for ClauseId {
    type Error = InvalidClause;

    fn try_from(text: String) -> Result<Self, InvalidClause> {
        text.parse()
    }
}

impl From<ClauseId> for String {
    fn from(clause: ClauseId) -> Self {
        clause.to_string()
    }
}

/// Whether `key` can stand before the colon: lower-case letters, digits and `_`, a letter first.
pub(crate) fn is_regulation_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn parse(text: &str) -> Option<ClauseId> {
    let (regulation, rest) = text.split_once(':')?;
    if !is_regulation_key(regulation) {
        return None;
    }
    let (article, rest) = number(rest)?;
    let (branch, rest) = match rest.strip_prefix('.') {
        Some(rest) => number(rest).map(|(branch, rest)| (Some(branch), rest))?,
        None => (None, rest),
    };
    if branch == Some(1) {
        return None;
    }
    let (paragraph, rest) = match rest.strip_prefix('-') {
        Some(rest) => number(rest).map(|(paragraph, rest)| (Some(paragraph), rest))?,
        None => (None, rest),
    };
    Some(ClauseId {
        regulation: regulation.into(),
        article: ArticleNumber { article, branch },
        paragraph,
        items: items(rest)?,
    })
}

fn items(mut rest: &str) -> Option<Vec<Items>> {
    let mut items: Vec<Items> = Vec::new();
    while !rest.is_empty() {
        let (first, after) = item(rest)?;
        rest = after;
        let mut last = first;
        if let Some(after) = rest.strip_prefix('-') {
            (last, rest) = item(after)?;
            if last <= first {
                return None;
            }
        }
        if items.last().is_some_and(|before| before.last >= first) {
            return None;
        }
        items.push(Items { first, last });
    }
    Some(items)
}

fn item(text: &str) -> Option<(u16, &str)> {
    let (number, rest) = number(text.strip_prefix('(')?)?;
    Some((number, rest.strip_prefix(')')?))
}

/// The number at the start of `text`, without leading zeros, and what follows it.
fn number(text: &str) -> Option<(u16, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.starts_with('0') {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}
