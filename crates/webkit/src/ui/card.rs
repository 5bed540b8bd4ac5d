//! Blocks: the panels of the portal, empty states, steps.

use maud::{Markup, Render, html};

use super::{Button, Icon};
use crate::Lang;
use crate::text::Common;

/// A panel with a heading, what is in it, and where there is more.
#[derive(Debug, Clone)]
pub struct Card {
    title: String,
    icon: Option<Icon>,
    count: Option<u64>,
    more: Option<(String, String)>,
    wide: bool,
    body: Markup,
}

impl Card {
    /// A panel of that name.
    pub fn new(title: impl Into<String>, body: impl Render) -> Self {
        let (title, body) = (title.into(), body.render());
        Self {
            title,
            icon: None,
            count: None,
            more: None,
            wide: false,
            body,
        }
    }

    /// With an icon before the name.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// How many wait, beside the name.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// The link to all of it, below.
    #[must_use]
    pub fn more(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.more = Some((href.into(), label.into()));
        self
    }

    /// Over the whole width.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

impl Render for Card {
    fn render(&self) -> Markup {
        html! {
            section.card.wide[self.wide] {
                h2 {
                    @if let Some(icon) = self.icon { (icon) }
                    span { (self.title) }
                    @if let Some(count) = self.count { (super::badge(count)) }
                }
                div.card-body { (self.body) }
                @if let Some((href, label)) = &self.more {
                    p.more { a href=(href) { (label) (Icon::ChevronRight) } }
                }
            }
        }
    }
}

/// Panels side by side as far as the window is wide.
pub fn cards(cards: impl Render) -> Markup {
    html! { div.cards { (cards) } }
}

/// Nothing here yet, and what to do about it.
#[derive(Debug, Clone)]
pub struct Empty {
    icon: Icon,
    title: String,
    advice: Option<String>,
    next: Option<Button>,
}

impl Empty {
    /// What is not there.
    pub fn new(icon: Icon, title: impl Into<String>) -> Self {
        Self {
            icon,
            title: title.into(),
            advice: None,
            next: None,
        }
    }

    /// Why, or what will appear here.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The next step.
    #[must_use]
    pub fn next(mut self, button: Button) -> Self {
        self.next = Some(button);
        self
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                (self.icon)
                p.empty-title { (self.title) }
                @if let Some(advice) = &self.advice { p { (advice) } }
                @if let Some(next) = &self.next { (next) }
            }
        }
    }
}

/// The steps of something longer: which are done, which is the present one.
#[derive(Debug, Clone)]
pub struct Steps {
    lang: Lang,
    names: Vec<String>,
    current: usize,
}

impl Steps {
    /// `current` counts from 0; equal to the number of steps, all are done.
    pub fn new<T: Into<String>>(
        lang: Lang,
        names: impl IntoIterator<Item = T>,
        current: usize,
    ) -> Self {
        Self {
            lang,
            names: names.into_iter().map(Into::into).collect(),
            current,
        }
    }
}

impl Render for Steps {
    fn render(&self) -> Markup {
        let of = self.names.len();
        html! {
            ol.steps {
                @for (at, name) in self.names.iter().enumerate() {
                    @let (class, state) = match at.cmp(&self.current) {
                        std::cmp::Ordering::Less => ("done", Common::StepDone),
                        std::cmp::Ordering::Equal => ("current", Common::StepCurrent),
                        std::cmp::Ordering::Greater => ("todo", Common::StepNext),
                    };
                    li class=(class) aria-current=[(at == self.current).then_some("step")] {
                        span.step-mark aria-hidden="true" {
                            @if at < self.current { (Icon::Check) } @else { (at + 1) }
                        }
                        span.step-name {
                            span.visually-hidden { (Common::StepOf { step: at + 1, of }.to(self.lang)) ": " }
                            (name)
                        }
                        span.step-state { (state.to(self.lang)) }
                    }
                }
            }
        }
    }
}
