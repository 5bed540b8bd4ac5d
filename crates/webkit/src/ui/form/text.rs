//! Text, numbers and passwords.

use maud::{Markup, html};

use super::Takes;
use super::field::{Control, Field, Frame};
use crate::Lang;
use crate::text::{Common, number};
use crate::ui::Icon;

/// One line: text, a whole number, or words to look for.
#[derive(Debug)]
pub struct Input {
    kind: &'static str,
    inputmode: Option<&'static str>,
    autocomplete: Option<&'static str>,
    max_chars: Option<usize>,
    short: bool,
}

impl Input {
    pub(super) fn text() -> Self {
        Self {
            kind: "text",
            inputmode: None,
            autocomplete: None,
            max_chars: None,
            short: false,
        }
    }

    pub(super) fn number() -> Self {
        // A text field: type=number changes by the mouse wheel, and hides what it cannot read.
        Self {
            inputmode: Some("numeric"),
            short: true,
            ..Self::text()
        }
    }

    pub(super) fn search() -> Self {
        Self {
            kind: "search",
            ..Self::text()
        }
    }
}

impl Field<'_, Input> {
    /// The limit in characters: said in the help, counted down while typing, never cut off.
    #[must_use]
    pub fn max_chars(mut self, max: usize) -> Self {
        self.control.max_chars = Some(max);
        self
    }

    /// What browsers may fill in: a token of the HTML standard, such as `username`.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.control.autocomplete = Some(token);
        self
    }

    /// A narrow field, for a code or a number.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.control.short = true;
        self
    }
}

impl Control for Input {
    fn takes(&self) -> Takes {
        match self.inputmode {
            Some(_) => Takes::Number,
            None => Takes::Text,
        }
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            input.input.short[self.short] type=(self.kind) id=(frame.id) name=(frame.name)
                value=(frame.value()) required[frame.required] inputmode=[self.inputmode]
                autocomplete=[self.autocomplete] aria-describedby=[frame.described_by]
                aria-invalid=[frame.aria_invalid()] data-max-chars=[self.max_chars];
            (counter(self.max_chars, frame.lang))
        }
    }

    fn own_help(&self, lang: Lang) -> Option<String> {
        Some(characters_up_to(self.max_chars?, lang))
    }
}

/// Several lines.
#[derive(Debug)]
pub struct TextArea {
    rows: u8,
    max_chars: Option<usize>,
}

impl Default for TextArea {
    fn default() -> Self {
        Self {
            rows: 5,
            max_chars: None,
        }
    }
}

impl Field<'_, TextArea> {
    /// How many lines are in sight; 5 unless told.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.control.rows = rows;
        self
    }

    /// The limit in characters: said in the help, counted down while typing, never cut off.
    #[must_use]
    pub fn max_chars(mut self, max: usize) -> Self {
        self.control.max_chars = Some(max);
        self
    }
}

impl Control for TextArea {
    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            textarea.input id=(frame.id) name=(frame.name) rows=(self.rows)
                required[frame.required] aria-describedby=[frame.described_by]
                aria-invalid=[frame.aria_invalid()] data-max-chars=[self.max_chars] {
                // The parser drops a first line break; this one saves the text's own.
                "\n" (frame.value())
            }
            (counter(self.max_chars, frame.lang))
        }
    }

    fn own_help(&self, lang: Lang) -> Option<String> {
        Some(characters_up_to(self.max_chars?, lang))
    }
}

fn characters_up_to(max: usize, lang: Lang) -> String {
    let max = number(u64::try_from(max).unwrap_or(u64::MAX));
    Common::CharactersUpTo { max }.to(lang).into_owned()
}

/// The place where the script counts down; empty without it.
fn counter(max: Option<usize>, lang: Lang) -> Markup {
    html! {
        @if max.is_some() {
            p.counter hidden data-left=(Common::CharactersLeft.to(lang))
                data-over=(Common::CharactersOver.to(lang)) {}
        }
    }
}

/// A password: never sent back; the script offers to show it.
#[derive(Debug, Default)]
pub struct Password {
    new: bool,
}

impl Field<'_, Password> {
    /// A password to be set, rather than the present one.
    #[must_use]
    pub fn new_password(mut self) -> Self {
        self.control.new = true;
        self
    }
}

impl Control for Password {
    fn told(&self, _lang: Lang, _values: &[&str]) -> Option<String> {
        None
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        let autocomplete = if self.new {
            "new-password"
        } else {
            "current-password"
        };
        html! {
            div.with-button {
                input.input type="password" id=(frame.id) name=(frame.name)
                    autocomplete=(autocomplete) required[frame.required] spellcheck="false"
                    autocapitalize="none" aria-describedby=[frame.described_by]
                    aria-invalid=[frame.aria_invalid()];
                button.button.tertiary type="button" hidden data-show-password
                    aria-label=(Common::ShowPassword.to(frame.lang)) aria-controls=(frame.id)
                    aria-pressed="false" {
                    (Icon::Eye) (Common::Show.to(frame.lang))
                }
            }
        }
    }
}
