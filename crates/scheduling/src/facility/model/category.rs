//! Categories.

use serde::Serialize;
use yakusho_kernel::{Invalid, entered};
use yakusho_regulation::Lang;

use super::{CategoryId, LONGEST_NAME, named};

/// A category of facilities, such as 会議室 or 公用車.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its name in Japanese: 1 to 60 characters.
    pub name_ja: String,
    /// Its name in English; empty if it has none.
    pub name_en: String,
    /// Its place among the categories, from the top.
    pub position: i32,
    /// Whether no facility is put into it any more.
    pub retired: bool,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

impl Category {
    /// Its name; the Japanese one where there is no other.
    pub fn name(&self, lang: Lang) -> &str {
        named(lang, &self.name_ja, &self.name_en)
    }
}

/// A category as it was entered.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CategoryForm {
    /// Its name in Japanese.
    pub name_ja: String,
    /// Its name in English; may be empty.
    pub name_en: String,
    /// Its place among the categories, from the top.
    pub position: i32,
    /// Whether no facility is put into it any more.
    pub retired: bool,
}

impl CategoryForm {
    pub(in crate::facility) fn parse(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let parsed = Self {
            name_ja: entered::line(&mut invalid, "name_ja", &self.name_ja, LONGEST_NAME),
            name_en: entered::line_or_nothing(&mut invalid, "name_en", &self.name_en, LONGEST_NAME),
            ..self
        };
        invalid.check()?;
        Ok(parsed)
    }
}
