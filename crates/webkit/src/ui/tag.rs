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
    let words = Common::Progress {
        done: number(done),
        all: number(all),
    };
    bar(done, all, words.to(lang))
}

/// How far something has come, as a bar and in words.
///
/// The bar is drawn, and not a `meter`: it looks the same in every browser, and on paper.
pub fn bar(done: u64, all: u64, words: impl Render) -> Markup {
    let complete = all > 0 && done >= all;
    let percent = done.min(all).saturating_mul(100) / all.max(1);
    html! {
        div.progress.complete[complete] {
            svg.bar viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" {
                rect width=(percent) height="1" {}
            }
            span { (words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(done: u64, all: u64) -> String {
        progress(Lang::En, done, all).into_string()
    }

    #[test]
    fn progress_is_a_bar_and_words() {
        let html = shown(122, 1300);
        assert!(html.contains("<rect width=\"9\""), "{html}");
        assert!(html.contains("122 of 1,300 confirmed"), "{html}");
        assert!(!html.contains("complete"), "{html}");
        assert!(shown(3, 3).contains("complete"));
    }

    #[test]
    fn nobody_to_confirm_is_not_complete() {
        let html = shown(0, 0);
        assert!(
            html.contains("<rect width=\"0\"") && !html.contains("complete"),
            "{html}"
        );
    }

    #[test]
    fn a_badge_is_short_and_never_zero() {
        assert_eq!(badge(0).into_string(), "");
        assert_eq!(badge(99).into_string(), "<span class=\"badge\">99</span>");
        assert_eq!(badge(100).into_string(), "<span class=\"badge\">99+</span>");
    }
}
