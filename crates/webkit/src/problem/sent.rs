//! What was sent and not taken, kept on the page that says so: whoever typed it sends it again from there.
//!
//! The page needs nothing of the database, and the form in it is the same form: one that was carried out after all is
//! not carried out a second time. What came from a session that had ended waits, packed, until its owner has signed in
//! again.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use crate::guard::forgery;
use crate::text::{Common, size};
use crate::ui::{Button, CSRF_FIELD, Disclosure, Form, buttons, prose};
use crate::wording::Text;
use crate::{Fields, Visit, within_site};

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
        self.again_to(visit, visit.here(), &Text::Kept.to(visit.lang))
    }

    fn again_to(&self, visit: &Visit, address: &str, words: &str) -> Markup {
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
            p { (words) }
            @if !typed.is_empty() {
                (Disclosure::new(Text::WhatWasTyped.to(lang), html! {
                    @for text in &typed { (prose(text)) }
                }))
            }
            @for name in &self.files {
                (form.files(name, Common::Attachments.to(lang), limit.as_str())
                    .help(Text::FilesAgain.to(lang)))
            }
            (buttons(Button::submit(Text::SendAgain.to(lang)).primary()))
        })
    }

    /// The form as bytes, to wait until whoever sent it has signed in again.
    pub(super) fn packed(&self, visit: &Visit) -> Vec<u8> {
        let packed = Packed {
            address: visit.here().to_owned(),
            fields: owned(self.fields.not_secret()),
            files: self.files.clone(),
        };
        // Texts always have a JSON form.
        serde_json::to_vec(&packed).unwrap_or_default()
    }
}

/// A form as it waits.
#[derive(Serialize, Deserialize)]
struct Packed {
    address: String,
    fields: Vec<(String, String)>,
    files: Vec<String>,
}

fn owned<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    pairs.collect()
}

impl Visit {
    /// A form that had waited until whoever sent it signed in again (see
    /// [`Authenticator::way_back`](crate::Authenticator::way_back)), to be sent from their new session, whose token is
    /// `csrf`.
    pub fn sent_before(&self, packed: &[u8], csrf: &str) -> Option<Markup> {
        let packed: Packed = serde_json::from_slice(packed).ok()?;
        let mut fields = Fields::default();
        for (name, value) in packed.fields {
            fields.push(name, value);
        }
        let sent = Sent {
            token: forgery::token_of(csrf, self.cx.request()),
            fields,
            files: packed.files,
        };
        let words = Text::KeptSignedIn.to(self.lang);
        Some(sent.again_to(self, within_site(&packed.address), &words))
    }
}

/// Whether a value is words that somebody wrote, rather than an id, a number or a choice.
fn is_typed(value: &str) -> bool {
    !value.is_ascii() || value.trim().contains(char::is_whitespace)
}
