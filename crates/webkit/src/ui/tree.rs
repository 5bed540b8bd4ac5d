//! A tree, such as the organisation: branches that open without a script.

use maud::{Markup, html};

use super::Icon;
use crate::Lang;
use crate::text::Common;

/// A node of a tree: a link to a page of its own, and what lies below it.
#[derive(Debug, Clone)]
pub struct TreeNode {
    name: String,
    href: String,
    note: Option<Markup>,
    open: bool,
    children: Vec<Self>,
}

impl TreeNode {
    /// A node without any below it, so far.
    pub fn new(href: impl Into<String>, name: impl Into<String>) -> Self {
        let (name, href) = (name.into(), href.into());
        Self {
            name,
            href,
            note: None,
            open: false,
            children: Vec::new(),
        }
    }

    /// The nodes below it.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// More about it, behind its name: who is its head, how many work there.
    #[must_use]
    pub fn note(mut self, note: Markup) -> Self {
        self.note = Some(note);
        self
    }

    /// Open at first sight.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

/// The tree, named for screen readers by `label`.
pub fn tree(lang: Lang, label: impl AsRef<str>, roots: &[TreeNode]) -> Markup {
    html! { ul.tree aria-label=(label.as_ref()) { (branches(lang, roots)) } }
}

/// The link stands beside what opens the branch and not in it: one control cannot hold another.
fn branches(lang: Lang, nodes: &[TreeNode]) -> Markup {
    html! {
        @for node in nodes {
            li {
                p {
                    a href=(node.href) { (node.name) }
                    @if let Some(note) = &node.note { span.meta { (note) } }
                }
                @if !node.children.is_empty() {
                    details open[node.open] {
                        summary aria-label=(Common::Below { what: node.name.clone() }.to(lang)) {
                            (Icon::ChevronRight)
                        }
                        ul { (branches(lang, &node.children)) }
                    }
                }
            }
        }
    }
}
