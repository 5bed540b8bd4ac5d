//! A tree, such as the organisation: branches that open without a script.

use maud::{Markup, html};

use super::Icon;

/// A node of a tree.
#[derive(Debug, Clone)]
pub struct TreeNode {
    label: Markup,
    open: bool,
    children: Vec<Self>,
}

impl TreeNode {
    /// A node and those below it. `label` is usually a link.
    pub fn new(label: Markup, children: impl IntoIterator<Item = Self>) -> Self {
        Self {
            label,
            open: false,
            children: children.into_iter().collect(),
        }
    }

    /// Open at first sight.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

/// The tree, named for screen readers by `label`.
pub fn tree(label: impl AsRef<str>, roots: &[TreeNode]) -> Markup {
    html! { ul.tree aria-label=(label.as_ref()) { (branches(roots)) } }
}

fn branches(nodes: &[TreeNode]) -> Markup {
    html! {
        @for node in nodes {
            li {
                @if node.children.is_empty() {
                    span.leaf { (node.label) }
                } @else {
                    details open[node.open] {
                        summary { (Icon::ChevronRight) (node.label) }
                        ul { (branches(&node.children)) }
                    }
                }
            }
        }
    }
}
