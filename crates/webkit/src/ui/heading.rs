//! Headings with acts beside them.

use maud::{Markup, Render, html};

use super::Icon;

/// The heading of a page: its name, what is said about it, and the acts on it.
#[derive(Debug, Clone)]
pub struct Heading {
    title: String,
    tags: Option<Markup>,
    meta: Option<Markup>,
    actions: Option<Markup>,
}

impl Heading {
    /// The page's name.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            tags: None,
            meta: None,
            actions: None,
        }
    }

    /// Tags above the name.
    #[must_use]
    pub fn tags(mut self, tags: Markup) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Who and when, below the name.
    #[must_use]
    pub fn meta(mut self, meta: Markup) -> Self {
        self.meta = Some(meta);
        self
    }

    /// Buttons at the end of the line.
    #[must_use]
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }
}

impl Render for Heading {
    fn render(&self) -> Markup {
        html! {
            div.heading {
                div {
                    @if let Some(tags) = &self.tags { p.tags { (tags) } }
                    h1 { (self.title) }
                    @if let Some(meta) = &self.meta { p.meta { (meta) } }
                }
                @if let Some(actions) = &self.actions { div.buttons { (actions) } }
            }
        }
    }
}

/// What is only on paper: a box for seals, a line for a signature.
pub fn on_paper(body: impl Render) -> Markup {
    html! { div.print-only { (body) } }
}

/// A part of a page under a heading of its own.
pub fn section(title: impl AsRef<str>, body: impl Render) -> Markup {
    html! {
        section.section {
            h2 { (title.as_ref()) }
            (body)
        }
    }
}

/// A part of a page that is opened when it is wanted, without a script: a form that is rarely needed, a long list.
#[derive(Debug, Clone)]
pub struct Disclosure {
    summary: String,
    body: Markup,
    open: bool,
}

impl Disclosure {
    /// A closed part: what is always in sight, and what is opened by it.
    pub fn new(summary: impl Into<String>, body: impl Render) -> Self {
        Self {
            summary: summary.into(),
            body: body.render(),
            open: false,
        }
    }

    /// Open at first sight, where something in it needs attention.
    #[must_use]
    pub fn open(mut self, open: bool) -> Self {
        self.open = open;
        self
    }
}

impl Render for Disclosure {
    fn render(&self) -> Markup {
        html! {
            details.disclosure open[self.open] {
                summary { (Icon::ChevronRight) span { (self.summary) } }
                div { (self.body) }
            }
        }
    }
}
