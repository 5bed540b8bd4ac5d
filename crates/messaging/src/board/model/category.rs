//! Categories of the board.

use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Invalid, typed_id};
use yakusho_regulation::{Lang, Role};

use crate::text::Label;

typed_id! {
    /// A category of the board.
    pub struct CategoryId = "board.category";
}

/// A category: what it is called, who reads it, who posts to it, and how.
#[derive(Clone, Debug)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// What the administrator set.
    pub settings: CategorySettings,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

impl Category {
    /// Its name; the Japanese one where there is no other.
    pub fn name(&self, lang: Lang) -> &str {
        match (lang, &self.settings.name_en) {
            (Lang::En, Some(name)) => name.as_str(),
            _ => self.settings.name_ja.as_str(),
        }
    }
}

/// What the administrator sets of a category.
#[derive(Clone, Debug)]
pub struct CategorySettings {
    /// Its name in Japanese.
    pub name_ja: Label,
    /// Its name in English, if it has one.
    pub name_en: Option<Label>,
    /// Its place among the categories, from the top.
    pub position: i32,
    /// Who may read what is posted to it.
    pub readers: Audience,
    /// Who may post to it; they may also read it.
    pub writers: Audience,
    /// Whether posts in it may take comments.
    pub comments: bool,
    /// Whose approval a post needs before others see it.
    pub approval: Approval,
    /// Whether it takes no new posts. What is in it stays to be read.
    pub closed: bool,
}

impl CategorySettings {
    /// Whether only what it is called and where it stands differs: nobody's rights change.
    pub(crate) fn grants_the_same_as(&self, other: &Self) -> bool {
        self.readers == other.readers
            && self.writers == other.writers
            && self.comments == other.comments
            && self.approval == other.approval
            && self.closed == other.closed
    }
}

/// A category as it was entered.
#[derive(Clone, Debug, Default)]
pub struct CategoryForm {
    /// Its name in Japanese.
    pub name_ja: String,
    /// Its name in English; may be empty.
    pub name_en: String,
    /// Its place among the categories, from the top.
    pub position: i32,
    /// Who may read it.
    pub readers: Audience,
    /// Who may post to it.
    pub writers: Audience,
    /// Whether posts in it may take comments.
    pub comments: bool,
    /// Whose approval a post needs.
    pub approval: Approval,
    /// Whether it takes no new posts.
    pub closed: bool,
}

impl CategoryForm {
    pub(crate) fn parse(self) -> Result<CategorySettings, Invalid> {
        let mut invalid = Invalid::default();
        let name_ja = Label::parse(&self.name_ja)
            .map_err(|reason| invalid.push("name_ja", reason))
            .ok();
        let name_en = if self.name_en.trim().is_empty() {
            None
        } else {
            Label::parse(&self.name_en)
                .map_err(|reason| invalid.push("name_en", reason))
                .ok()
        };
        for (field, audience) in [("readers", &self.readers), ("writers", &self.writers)] {
            if audience.is_empty() {
                invalid.push(field, yakusho_kernel::Reason::Required);
            }
        }
        match (name_ja, invalid.check()) {
            (Some(name_ja), Ok(())) => Ok(CategorySettings {
                name_ja,
                name_en,
                position: self.position,
                readers: self.readers,
                writers: self.writers,
                comments: self.comments,
                approval: self.approval,
                closed: self.closed,
            }),
            (_, result) => Err(result.err().unwrap_or_default()),
        }
    }
}

/// Whose approval a post needs before others see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Approval {
    /// Nobody's.
    #[default]
    None,
    /// That of the head of the section that posts.
    SectionHead,
    /// That of whoever holds the role.
    Role(Role),
}

impl Approval {
    /// The code in the database and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SectionHead => "section_head",
            Self::Role(role) => role.id(),
        }
    }

    /// The approval of a code of [`Approval::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "none" => Some(Self::None),
            "section_head" => Some(Self::SectionHead),
            role => Role::from_id(role).map(Self::Role),
        }
    }
}
