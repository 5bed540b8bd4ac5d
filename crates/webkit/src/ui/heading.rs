//! Headings with acts beside them.

use maud::{Markup, Render, html};

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
