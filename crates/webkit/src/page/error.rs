//! Pages that say that it did not work.

use maud::{Markup, html};

use super::{Page, Shell, paths};
use crate::text::Common;
use crate::ui::{Alert, Button, buttons, definitions};

/// The rule that refused.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// The article and what it says, in words ("第15条第4項 ……").
    pub article: String,
    /// Where the article is to be read; none for a house rule.
    pub href: Option<String>,
}

/// A page in place of the one asked for: what happened, in plain words, and what to do.
#[derive(Debug, Clone)]
pub struct ErrorPage {
    status: u16,
    title: String,
    words: String,
    advice: String,
    refusal: Option<Refusal>,
    kept: Option<Markup>,
    request_id: String,
}

impl ErrorPage {
    /// The usual words for an HTTP status. `request_id` is what the log knows the request by.
    pub fn new(shell: &Shell, status: u16, request_id: impl Into<String>) -> Self {
        let (title, words, advice) = match status {
            403 => (
                Common::DeniedTitle,
                Common::DeniedWords,
                Common::DeniedAdvice,
            ),
            404 => (
                Common::NotFoundTitle,
                Common::NotFoundWords,
                Common::NotFoundAdvice,
            ),
            409 => (
                Common::ConflictTitle,
                Common::ConflictWords,
                Common::ConflictAdvice,
            ),
            413 => (
                Common::TooLargeTitle,
                Common::TooLargeWords,
                Common::InvalidAdvice,
            ),
            429 => (
                Common::TooManyTitle,
                Common::TooManyWords,
                Common::WaitAdvice,
            ),
            503 => (
                Common::UnavailableTitle,
                Common::UnavailableWords,
                Common::WaitAdvice,
            ),
            400..500 => (
                Common::InvalidTitle,
                Common::InvalidWords,
                Common::InvalidAdvice,
            ),
            _ => (
                Common::InternalTitle,
                Common::InternalWords,
                Common::InternalAdvice,
            ),
        };
        Self {
            status,
            title: title.to(shell.lang).into(),
            words: words.to(shell.lang).into(),
            advice: advice.to(shell.lang).into(),
            refusal: None,
            kept: None,
            request_id: request_id.into(),
        }
    }

    /// What happened, in a few words.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// What happened, in words of the capability.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }

    /// What to do about it, in words of the capability.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    /// The rule that refused.
    #[must_use]
    pub fn refusal(mut self, refusal: Refusal) -> Self {
        self.refusal = Some(refusal);
        self
    }

    /// What was sent, to be sent again.
    #[must_use]
    pub fn kept(mut self, kept: Option<Markup>) -> Self {
        self.kept = kept;
        self
    }

    /// The page, in the shell of the request.
    pub fn render(&self, shell: &Shell) -> Markup {
        let lang = shell.lang;
        let mut facts = Vec::new();
        if let Some(Refusal { article, href }) = &self.refusal {
            let cited = html! {
                @match href {
                    Some(href) => a href=(href) { (article) },
                    None => (article),
                }
            };
            facts.push((Common::RuleThatRefused.to(lang), cited));
        }
        let number = html! { code { (self.request_id) } " (HTTP " (self.status) ")" };
        facts.push((Common::RequestId.to(lang), number));
        Page::new(shell, &*self.title).render(html! {
            div.error-page {
                (Alert::error(lang, &*self.words).body(html! { p { (self.advice) } }))
                @if let Some(kept) = &self.kept { (kept) }
                (definitions(facts))
                (buttons(html! { (Button::link(paths::HOME, Common::ToHome.to(lang)).primary()) }))
            }
        })
    }
}
