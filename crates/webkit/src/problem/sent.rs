//! What was sent and not taken, kept on the page that says so: whoever typed it sends it again from there.
//!
//! The page needs nothing of the database, and the form in it is the same form: one that was carried out after all is
//! not carried out a second time.

use maud::{Markup, html};

use crate::text::{Common, size};
use crate::ui::{Button, CSRF_FIELD, Disclosure, Form, buttons, prose};
use crate::wording::Text;
use crate::{Fields, Visit};

/// A form as it was sent, as far as it was received.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    /// The token in it.
    pub(crate) token: String,
    /// Its fields.
    pub(crate) fields: Fields,
    /// The fields in which files came.
    pub(crate) files: Vec<String>,
}

impl Sent {
    /// A form without files.
    pub(crate) fn of_fields(fields: &Fields) -> Self {
        Self {
            token: fields.first(CSRF_FIELD).unwrap_or_default().to_owned(),
            fields: fields.clone(),
            files: Vec::new(),
        }
    }

    /// The form, to be sent once more in a while.
    pub(super) fn again(&self, visit: &Visit) -> Markup {
        self.again_to(visit, visit.here(), &Text::Kept, &Text::SendAgain)
    }

    /// The form as another one, by which something else begins.
    pub(super) fn anew(&self, visit: &Visit) -> Markup {
        let another = Self {
            token: visit.csrf().to_owned(),
            ..self.clone()
        };
        another.again_to(visit, visit.here(), &Text::NotBegun, &Text::SendAsAnother)
    }

    /// The form, to be sent once more to that address by a button of that label.
    pub(super) fn again_to(
        &self,
        visit: &Visit,
        address: &str,
        words: &Text,
        label: &Text,
    ) -> Markup {
        let lang = visit.lang;
        let form = Form::post(lang, address, self.token.as_str());
        let form = if self.files.is_empty() {
            form
        } else {
            form.multipart()
        };
        let cx = &visit.cx;
        let limit = size(cx.city().values(cx.today()).upload_limit_bytes);
        let kept: Vec<_> = self.fields.not_secret().collect();
        let typed = kept.iter().map(|(_, value)| *value);
        let typed: Vec<_> = typed.filter(|value| is_typed(value)).collect();
        form.render(html! {
            @for (name, value) in &kept { (form.hidden(name, value)) }
            p { (words.to(lang)) }
            @if !typed.is_empty() {
                (Disclosure::new(Text::WhatWasTyped.to(lang), html! {
                    @for text in &typed { (prose(text)) }
                }))
            }
            @for name in &self.files {
                (form.files(name, Common::Attachments.to(lang), limit.as_str())
                    .help(Text::FilesAgain.to(lang)))
            }
            (buttons(Button::submit(label.to(lang)).primary()))
        })
    }
}

/// Whether a value is words that somebody wrote, rather than an id, a number or a choice.
fn is_typed(value: &str) -> bool {
    !value.is_ascii() || value.trim().contains(char::is_whitespace)
}
