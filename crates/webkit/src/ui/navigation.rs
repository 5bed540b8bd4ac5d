//! Ways to other pages: links, tabs, breadcrumbs, the next page of a list.

use maud::{Markup, html};

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

/// On to the next page of a list, and back to its first; nothing where the list is one page.
/// [`Visit::pager`](crate::Visit::pager) knows the addresses.
pub fn pager(lang: Lang, first: Option<String>, next: Option<String>) -> Markup {
    html! {
        @if first.is_some() || next.is_some() {
            nav.pager aria-label=(Common::Pages.to(lang)) {
                @if let Some(first) = first {
                    a.button.secondary href=(first) { (Icon::ChevronLeft) (Common::FirstPage.to(lang)) }
                }
                @if let Some(next) = next {
                    a.button.secondary href=(next) rel="next" { (Common::NextPage.to(lang)) (Icon::ChevronRight) }
                }
            }
        }
    }
}
