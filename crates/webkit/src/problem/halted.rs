//! What is answered while acts rest: until when, and what was typed, so that it can be sent again.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::ui::{Button, Disclosure, Form, buttons, prose};
use crate::visit::Halt;
use crate::wording::Text;
use crate::{Fields, Visit};

/// That acts rest, and what was sent all the same.
#[derive(Debug)]
pub struct Halted {
    pub(crate) halt: Halt,
    /// What was typed into a form.
    pub(crate) typed: Option<Fields>,
    /// Whether files came along, which are not kept.
    pub(crate) files: bool,
}

impl Halted {
    /// What happened, and until when.
    pub(super) fn told(&self, visit: &Visit) -> (Cow<'static, str>, Cow<'static, str>) {
        let lang = visit.lang;
        let (title, what) = if self.halt.reads {
            (Text::ReadOnlyTitle, Text::ReadOnlyWords)
        } else {
            (Text::ClosedTitle, Text::ClosedWords)
        };
        let end = self.halt.by.end(lang, visit.cx.now());
        (title.to(lang), format!("{}{end}", what.to(lang)).into())
    }

    /// What was typed: to be read, and to be sent again as it is.
    pub(super) fn kept(&self, visit: &Visit) -> Option<Markup> {
        let (lang, fields) = (visit.lang, self.typed.as_ref()?);
        let kept: Vec<_> = fields.not_secret().collect();
        let texts = kept
            .iter()
            .map(|(_, value)| *value)
            .filter(|value| is_text(value));
        let texts: Vec<_> = texts.collect();
        let form = Form::post(lang, visit.here(), visit.csrf());
        let again = form.render(html! {
            @for (name, value) in &kept { (form.hidden(name, value)) }
            (buttons(Button::submit(Text::SendAgain.to(lang)).primary()))
        });
        Some(html! {
            p { (Text::Kept.to(lang)) }
            @if self.files { p { (Text::FilesNotKept.to(lang)) } }
            @if !texts.is_empty() {
                (Disclosure::new(Text::WhatWasTyped.to(lang), html! {
                    @for text in &texts { (prose(text)) }
                }))
            }
            (again)
        })
    }
}

/// Whether a person wrote it, rather than the page: an id, a code or a day has neither spaces nor letters beyond ASCII.
fn is_text(value: &str) -> bool {
    !value.is_ascii() || value.trim().contains(char::is_whitespace)
}
