//! A form that a passkey answers.

use maud::{Markup, Render, html};

use super::{Alert, Button, buttons};
use crate::Lang;

/// What a browser has a passkey do, for a form that sends the answer as field `answer`: `question` and answer are JSON as
/// the standard has it (Web Authentication, level 3, section 5.1). It needs scripts, and a browser that knows passkeys.
#[derive(Debug, Clone)]
pub struct Passkey {
    lang: Lang,
    does: &'static str,
    question: String,
    act: Button,
    without: String,
    failed: String,
}

impl Passkey {
    /// Makes a new passkey when the button is pressed.
    pub fn make(lang: Lang, question: impl Into<String>, act: Button) -> Self {
        Self::new(lang, "make", question.into(), act)
    }

    /// Signs with a passkey when the button is pressed.
    pub fn sign(lang: Lang, question: impl Into<String>, act: Button) -> Self {
        Self::new(lang, "use", question.into(), act)
    }

    fn new(lang: Lang, does: &'static str, question: String, act: Button) -> Self {
        Self {
            lang,
            does,
            question,
            act,
            without: String::new(),
            failed: String::new(),
        }
    }

    /// What is said where the browser cannot do it.
    #[must_use]
    pub fn without(mut self, words: impl Into<String>) -> Self {
        self.without = words.into();
        self
    }

    /// What is said where it did not come about.
    #[must_use]
    pub fn failed(mut self, words: impl Into<String>) -> Self {
        self.failed = words.into();
        self
    }
}

impl Render for Passkey {
    fn render(&self) -> Markup {
        html! {
            div data-passkey=(self.does) data-question=(self.question) {
                p { (self.without) }
                div hidden {
                    input type="hidden" name="answer";
                    (buttons(&self.act))
                }
                div hidden { (Alert::error(self.lang, &*self.failed)) }
            }
        }
    }
}
