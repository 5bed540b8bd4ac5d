//! The text of a regulation, to be read article by article.

mod parse;

use crate::{ArticleNumber, ClauseId, Lang};

/// A consolidated regulation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// Its title, as it stands above it.
    pub title: String,
    /// The lines between the title and the first article: date and number of issue.
    pub preamble: Vec<String>,
    /// The chapters in their order; a regulation without chapters has one without a heading.
    pub chapters: Vec<Chapter>,
    /// The supplementary provisions (附則) in their order.
    pub supplements: Vec<Supplement>,
}

/// A chapter with its articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chapter {
    /// 第6章の2 電算室の管理; none for a regulation without chapters.
    pub heading: Option<Heading>,
    /// The articles in their order.
    pub provisions: Vec<Provision>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// As it stands in the regulation.
    pub ja: String,
    /// In English, in our words; none where the text gives none.
    pub en: Option<String>,
}

impl Heading {
    /// In that language, as far as there are words in it.
    pub fn wording(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.ja,
        }
    }
}

/// An article, or the place of articles that were taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provision {
    /// An article in force.
    Article(Article),
    /// Articles that an amendment deleted: 第19条から第24条まで 削除.
    Deleted {
        /// The first of them.
        first: ArticleNumber,
        /// The last of them, the same as the first for a single one.
        last: ArticleNumber,
    },
}

/// An article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub number: ArticleNumber,
    /// Its heading, without the brackets.
    pub heading: Option<Heading>,
    /// Its paragraphs, at least one.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph (項). The first is not numbered in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, from 1.
    pub number: u16,
    /// Its sentence.
    pub text: String,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item (号).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number, from 1.
    pub number: u16,
    /// Its text.
    pub text: String,
    /// What is listed under it.
    pub details: Vec<String>,
}

/// A supplementary provision (附則).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// The amendment that it belongs to: 令和5年3月10日訓令甲第2号; none for that of the first issue.
    pub amendment: Option<String>,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Text {
    /// Every article in force, in order.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.chapters
            .iter()
            .flat_map(|chapter| &chapter.provisions)
            .filter_map(|provision| match provision {
                Provision::Article(article) => Some(article),
                Provision::Deleted { .. } => None,
            })
    }

    /// The article of this number.
    pub fn article(&self, number: ArticleNumber) -> Option<&Article> {
        self.articles().find(|article| article.number == number)
    }

    /// Whether the article, paragraph and items that the clause names are there. The regulation's key is not looked at.
    pub fn contains(&self, clause: &ClauseId) -> bool {
        let Some(article) = self.article(clause.article()) else {
            return false;
        };
        let number = clause.paragraph().unwrap_or(1);
        let Some(paragraph) = article.paragraphs.iter().find(|one| one.number == number) else {
            return false;
        };
        clause
            .items()
            .iter()
            .flat_map(|items| items.first..=items.last)
            .all(|number| paragraph.items.iter().any(|item| item.number == number))
    }
}
