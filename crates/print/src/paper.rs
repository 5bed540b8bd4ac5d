//! What is printed.

use serde::Serialize;
use time::Date;

/// What is printed. Texts are plain: nothing in them is taken for markup.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Paper {
    /// The language, as RFC 5646 names it: `ja` or `en`.
    pub lang: &'static str,
    /// What stands above on the left: the form's number and article.
    pub form: String,
    /// Whose paper it is, above on the right.
    pub office: String,
    /// The title.
    pub title: String,
    /// What stands below the title on the right: a number, a day.
    pub marks: Vec<String>,
    /// What is on it, one below the other.
    pub parts: Vec<Part>,
    /// What stands below on each page, before the number of the page.
    pub foot: String,
    /// The day of which it is, for the file's own record.
    #[serde(skip)]
    pub day: Option<Date>,
}

/// A part of a paper.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// A box of labelled entries, as prescribed forms have them.
    Fields {
        /// What stands above it; nothing if it is empty.
        caption: String,
        /// The entries.
        rows: Vec<Row>,
    },
    /// A table, whose heading stands on each page that it goes on to.
    Table {
        /// What stands above it; nothing if it is empty.
        caption: String,
        /// The columns.
        columns: Vec<Column>,
        /// The cells, row by row, as many in each as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// Paragraphs.
    Text {
        /// What stands above them; nothing if it is empty.
        caption: String,
        /// The paragraphs.
        lines: Vec<String>,
    },
}

/// An entry of a form.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is asked for.
    pub label: String,
    /// What was filled in, a paragraph each.
    pub lines: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width.
    pub share: u8,
    /// On which side its cells begin.
    pub align: Align,
}

/// On which side a cell begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Texts.
    #[default]
    Left,
    /// Figures.
    Right,
}
