//! Tables that become cards on narrow windows.

use maud::{Markup, Render, html};

use super::{Empty, Icon, Tag};

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It can be, and is not.
    No,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A column: its heading, and whether one can sort by it.
#[derive(Debug, Clone)]
pub struct Column {
    heading: String,
    sort: Option<(Sort, String)>,
    number: bool,
    unseen: bool,
}

impl Column {
    /// A column of text.
    pub fn new(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            sort: None,
            number: false,
            unseen: false,
        }
    }

    /// A column of numbers, to the right.
    pub fn number(heading: impl Into<String>) -> Self {
        Self {
            number: true,
            ..Self::new(heading)
        }
    }

    /// A column of buttons: its heading is only for screen readers.
    pub fn actions(heading: impl Into<String>) -> Self {
        Self {
            unseen: true,
            ..Self::new(heading)
        }
    }

    fn class(&self) -> Option<&'static str> {
        match (self.number, self.unseen) {
            (true, _) => Some("number"),
            (_, true) => Some("acts"),
            _ => None,
        }
    }

    /// Can be sorted: how it is now, and the address that sorts by it (or turns it round).
    #[must_use]
    pub fn sort(mut self, sort: Sort, href: impl Into<String>) -> Self {
        self.sort = Some((sort, href.into()));
        self
    }
}

/// What stands in a cell; text becomes one by itself.
#[derive(Debug, Clone)]
pub struct Cell(Markup);

impl From<Markup> for Cell {
    fn from(markup: Markup) -> Self {
        Self(markup)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self(html! { (text) })
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self(html! { (text) })
    }
}

impl From<Tag> for Cell {
    fn from(tag: Tag) -> Self {
        Self(tag.render())
    }
}

/// A table of `N` columns. The first column names its row.
///
/// ```text
/// Table::new("掲示の一覧", [Column::new("件名"), Column::new("掲載日"), Column::number("確認")])
///     .row([link("/boards/1", "年末年始の窓口").into(), short_day(lang, date).into(), "12".into()])
/// ```
#[derive(Debug, Clone)]
pub struct Table<const N: usize> {
    caption: String,
    columns: [Column; N],
    rows: Vec<(Option<&'static str>, [Cell; N])>,
    empty: Option<Empty>,
    compact: bool,
}

impl<const N: usize> Table<N> {
    /// A table, named for screen readers by `caption`.
    pub fn new(caption: impl Into<String>, columns: [Column; N]) -> Self {
        Self {
            caption: caption.into(),
            columns,
            rows: Vec::new(),
            empty: None,
            compact: false,
        }
    }

    /// On narrow windows lines instead of cards, without the headings of the columns: for long lists whose cells say
    /// themselves what they are.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// One more row.
    #[must_use]
    pub fn row(mut self, cells: [Cell; N]) -> Self {
        self.rows.push((None, cells));
        self
    }

    /// One more row, in bold as unread; a cell should say so in words.
    #[must_use]
    pub fn unread_row(mut self, cells: [Cell; N]) -> Self {
        self.rows.push((Some("unread"), cells));
        self
    }

    /// Several more rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = [Cell; N]>) -> Self {
        self.rows
            .extend(rows.into_iter().map(|cells| (None, cells)));
        self
    }

    /// What to show in place of a table without rows.
    #[must_use]
    pub fn empty(mut self, empty: Empty) -> Self {
        self.empty = Some(empty);
        self
    }

    fn head(&self) -> Markup {
        html! {
            thead role="rowgroup" {
                tr role="row" {
                    @for column in &self.columns {
                        @let sorted = column.sort.as_ref().map(|(sort, _)| match sort {
                            Sort::No => "none",
                            Sort::Ascending => "ascending",
                            Sort::Descending => "descending",
                        });
                        th class=[column.class()] role="columnheader" scope="col" aria-sort=[sorted] {
                            @match &column.sort {
                                Some((sort, href)) => a href=(href) {
                                    (column.heading)
                                    @match sort {
                                        Sort::No => (Icon::Sort),
                                        Sort::Ascending => (Icon::SortUp),
                                        Sort::Descending => (Icon::SortDown),
                                    }
                                },
                                None if column.unseen => span.visually-hidden { (column.heading) },
                                None => (column.heading),
                            }
                        }
                    }
                }
            }
        }
    }

    fn body(&self) -> Markup {
        html! {
            tbody role="rowgroup" {
                @for (class, cells) in &self.rows {
                    tr class=[class] role="row" {
                        @for (at, (Cell(cell), column)) in cells.iter().zip(&self.columns).enumerate() {
                            @if at == 0 {
                                th role="rowheader" scope="row" { (cell) }
                            } @else {
                                td class=[column.class()] role="cell"
                                    data-label=[(!column.unseen).then_some(&column.heading)] { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl<const N: usize> Render for Table<N> {
    fn render(&self) -> Markup {
        html! {
            @match &self.empty {
                // Roles are spelt out because a table laid out as cards loses its own.
                Some(empty) if self.rows.is_empty() => (empty),
                _ => table.compact[self.compact] role="table" {
                    caption.visually-hidden { (self.caption) }
                    (self.head())
                    (self.body())
                },
            }
        }
    }
}
