//! Ways to other pages: links, tabs, breadcrumbs, newer and older.

use maud::{Markup, Render, html};

use super::Icon;
use crate::Lang;
use crate::text::Common;

/// A link within the program.
pub fn link(href: impl AsRef<str>, label: impl AsRef<str>) -> Markup {
    html! { a href=(href.as_ref()) { (label.as_ref()) } }
}

/// The way down to this page; the page itself comes last, without a link.
pub fn breadcrumbs(lang: Lang, above: &[(String, String)], here: &str) -> Markup {
    html! {
        nav.breadcrumbs aria-label=(Common::Breadcrumbs.to(lang)) {
            ol {
                @for (href, label) in above {
                    li { a href=(href) { (label) } (Icon::ChevronRight) }
                }
                li { span aria-current="page" { (here) } }
            }
        }
    }
}

/// One of several views of the same thing, each a page of its own.
#[derive(Debug, Clone)]
pub struct Tab {
    href: String,
    label: String,
    count: Option<u64>,
    current: bool,
}

impl Tab {
    /// A view at an address.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            count: None,
            current: false,
        }
    }

    /// How many are in it.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// Whether it is the one in sight.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// Tabs, named for screen readers by `label`.
pub fn tabs(label: impl AsRef<str>, tabs: impl IntoIterator<Item = Tab>) -> Markup {
    html! {
        nav.tabs aria-label=(label.as_ref()) {
            ul {
                @for tab in tabs {
                    li {
                        a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                            (tab.label)
                            @if let Some(count) = tab.count { span.count { (count) } }
                        }
                    }
                }
            }
        }
    }
}

/// To the newer and the older entries of a list that is paged by cursor.
#[derive(Debug, Clone)]
pub struct Pager {
    lang: Lang,
    newer: Option<String>,
    older: Option<String>,
}

impl Pager {
    /// The addresses, where there is more.
    pub fn new(lang: Lang, newer: Option<String>, older: Option<String>) -> Self {
        Self { lang, newer, older }
    }
}

impl Render for Pager {
    fn render(&self) -> Markup {
        html! {
            @if self.newer.is_some() || self.older.is_some() {
                nav.pager aria-label=(Common::Pages.to(self.lang)) {
                    @if let Some(newer) = &self.newer {
                        a.button.secondary href=(newer) rel="prev" {
                            (Icon::ChevronLeft) (Common::Newer.to(self.lang))
                        }
                    }
                    @if let Some(older) = &self.older {
                        a.button.secondary href=(older) rel="next" {
                            (Common::Older.to(self.lang)) (Icon::ChevronRight)
                        }
                    }
                }
            }
        }
    }
}
