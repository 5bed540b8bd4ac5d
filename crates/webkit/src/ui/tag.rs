//! Small marks of state: always a word, never colour alone.

use maud::{Markup, Render, html};

use crate::Lang;
use crate::text::{Common, number};

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Neutral,
    /// To know.
    Info,
    /// Done, or well.
    Success,
    /// To look out for.
    Warning,
    /// Failed, overdue or forbidden.
    Error,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A word in a small frame: `Tag::new(Tone::Success, "確認済み")`.
#[derive(Debug, Clone)]
pub struct Tag {
    tone: Tone,
    words: String,
}

impl Tag {
    /// A tag of that meaning.
    pub fn new(tone: Tone, words: impl Into<String>) -> Self {
        Self {
            tone,
            words: words.into(),
        }
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        html! { span class={ "tag " (self.tone.class()) } { (self.words) } }
    }
}

/// How many wait: a number on a dark ground, `99+` at most; nothing for none.
pub fn badge(count: u64) -> Markup {
    html! {
        @if count > 0 {
            span.badge { @if count > 99 { "99+" } @else { (count) } }
        }
    }
}

/// How many of how many have confirmed, as a bar and in words.
pub fn progress(lang: Lang, done: u64, all: u64) -> Markup {
    let complete = all > 0 && done >= all;
    let words = Common::Progress {
        done: number(done),
        all: number(all),
    };
    html! {
        div.progress.complete[complete] {
            meter aria-hidden="true" min="0" max=(all.max(1)) value=(done) {}
            span { (words.to(lang)) }
        }
    }
}
