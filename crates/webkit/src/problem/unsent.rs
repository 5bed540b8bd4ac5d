//! What was sent and not taken because somebody had to do something first, such as to sign in: it waits for them, and
//! what they come back to is the form as they had filled it in, to be sent by themselves.
//!
//! Files and secrets do not wait. Where no page of its own has the form, or that page is there no longer, what was typed
//! is shown by itself.

use std::sync::atomic::{AtomicBool, Ordering};

use maud::html;
use poem::http::StatusCode;
use poem::web::Html;
use poem::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yakusho_kernel::Once;

use super::Sent;
use crate::guard::forgery;
use crate::page::{Page, paths};
use crate::ui::{Alert, Button, Form, buttons};
use crate::wording::Text;
use crate::{Fields, Problem, Typed, Visit, within_site};

/// The parameter of an address, and the field of a form, that tell which form waits.
const UNSENT: &str = "unsent";

/// A form as it waits.
#[derive(Serialize, Deserialize)]
struct Packed {
    address: String,
    fields: Vec<(String, String)>,
    files: Vec<String>,
}

/// Where what was sent waits.
pub(super) struct Waiting {
    /// The address that brings it back.
    pub(super) address: String,
    /// Whether whoever is signed in sent it.
    pub(super) theirs: bool,
}

/// A form that waited.
#[derive(Debug)]
pub(crate) struct Unsent {
    address: String,
    fields: Fields,
    files: Vec<String>,
    /// Whether the page has shown it.
    shown: AtomicBool,
}

impl Visit {
    /// Has what was sent wait for whoever sent it, as the token in it tells.
    pub(super) async fn keep(&self) -> Option<Waiting> {
        let sent = self.sent()?;
        let fields = sent.fields.not_secret().filter(|(name, _)| *name != UNSENT);
        let owned = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let packed = Packed {
            address: self.here_but(UNSENT, None),
            fields: owned.collect(),
            files: sent.files.clone(),
        };
        let packed = serde_json::to_vec(&packed).ok()?;
        let token = forgery::session_in(&sent.token);
        let authenticator = self.site().authenticator();
        match authenticator.keep(&self.cx, token, &packed).await {
            Ok(kept) => {
                let (id, person) = kept?;
                let id = id.to_string();
                Some(Waiting {
                    address: if self.has_page() {
                        self.here_with(UNSENT, &id)
                    } else {
                        // Shown in place of the portal.
                        format!("{}?{UNSENT}={id}", paths::HOME)
                    },
                    theirs: self.cx.actor().person() == Some(person),
                })
            }
            Err(fault) => {
                tracing::warn!(?fault, "what was sent is not kept");
                None
            }
        }
    }

    /// Which form that waits the address asks for.
    pub(crate) fn asks_for(&self) -> Option<Uuid> {
        let asked = self.query(UNSENT).filter(|_| !self.is_api());
        asked.and_then(|id| id.parse().ok())
    }

    /// The visit that shows what waits under that id for whoever is signed in, if anything does.
    pub(crate) async fn recalling(self, id: Uuid) -> Result<Self, Problem> {
        let kept = self.site().authenticator().kept(&self.cx, id).await?;
        let unsent = kept.and_then(|packed| Unsent::unpack(id, &packed));
        Ok(self.showing(unsent))
    }

    /// Which form that waited was sent now and carried out, as the answer tells.
    pub(crate) fn sent_at_last(&self, answer: &Response) -> Option<Uuid> {
        let id = self.sent()?.fields.first(UNSENT)?.parse().ok();
        let acted = self.cx.acts_once().is_some_and(Once::acted);
        id.filter(|_| acted || answer.status() == StatusCode::SEE_OTHER)
    }

    /// A form that waited waits no longer.
    pub(crate) async fn forget(&self, id: Uuid) {
        if let Err(fault) = self.site().authenticator().sent(&self.cx, id).await {
            tracing::warn!(?fault, "what was sent is still kept");
        }
    }

    /// What a page's own form begins with: nothing, or what was typed into it and waited until now.
    pub fn typed(&self) -> Typed<'_> {
        let path = |address: &str| address.split('?').next().map(str::to_owned);
        let own = |unsent: &&Unsent| path(&unsent.address) == path(self.here());
        match self.unsent().filter(own) {
            Some(unsent) => Typed::so_far(&unsent.fields),
            None => Typed::nothing(),
        }
    }
}

impl Unsent {
    fn unpack(id: Uuid, packed: &[u8]) -> Option<Self> {
        let Packed {
            address,
            fields: pairs,
            files,
        } = serde_json::from_slice(packed).ok()?;
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.push(name, value);
        }
        fields.push(UNSENT.to_owned(), id.to_string());
        Some(Self {
            address,
            fields,
            files,
            shown: AtomicBool::new(false),
        })
    }

    /// Whether the page has shown it.
    pub(crate) fn is_shown(&self) -> bool {
        self.shown.load(Ordering::Relaxed)
    }

    /// A page of its own, from which it is sent as it is.
    pub(crate) async fn page(&self, visit: &Visit) -> Result<Response, Problem> {
        let lang = visit.lang;
        let shell = visit.shell().await?;
        let sent = Sent {
            token: visit.csrf().to_owned(),
            fields: self.fields.clone(),
            files: self.files.clone(),
        };
        let address = within_site(&self.address);
        Ok(Html(Page::new(&shell, Text::Unsent.to(lang)).render(html! {
            (sent.again_to(visit, address, &Text::NotSentYet, &Text::SendAgain))
            (buttons(Button::link(paths::HOME, Text::DoNotSend.to(lang)).tertiary()))
        }))
        .into_response())
    }

    fn notice(&self, visit: &Visit) -> Alert {
        let lang = visit.lang;
        let alert = Alert::warning(lang, Text::NotSentYet.to(lang));
        if self.files.is_empty() {
            alert
        } else {
            alert.body(html! { p { (Text::FilesAgain.to(lang)) } })
        }
    }
}

/// The form that carries on what waits until it is sent, and says so as long as nothing else is to be said of it.
pub(crate) fn carried(form: Form, visit: &Visit, fields: &Fields) -> Form {
    let Some(id) = fields.first(UNSENT) else {
        return form;
    };
    let carried = form.hidden(UNSENT, id);
    let notice = visit.unsent().map(|unsent| {
        unsent.shown.store(true, Ordering::Relaxed);
        unsent.notice(visit)
    });
    form.beginning(html! { (carried) @if let Some(notice) = notice { (notice) } })
}
