//! Pages on which something new begins, such as a post: by whichever way the browser comes back to one, what was begun
//! there does not begin a second time.
//!
//! Such a page has a key in its address, and its form has it too. Going back leads to that address, and so to a form that
//! is known to have been sent, though nothing of the page is kept in the browser.

use std::sync::OnceLock;

use maud::html;
use poem::web::Html;
use poem::{IntoResponse, Response};
use yakusho_kernel::RequestId;

use super::Visit;
use crate::Problem;
use crate::guard::{forgery, once};
use crate::page::Page;
use crate::text;
use crate::ui::{Alert, Button, buttons};
use crate::wording::Text;

/// The parameter of an address that tells one page on which something begins from another.
const PAGE: &str = "once";

impl Visit {
    /// Whether it is the page on which something new begins, or its form.
    pub(crate) fn begins(&self) -> bool {
        self.about.beginning.is_some()
    }

    /// The form that was sent came with that page.
    pub(crate) fn comes_from(&self, page: RequestId) {
        if let Some(beginning) = &self.about.beginning {
            beginning.get_or_init(|| page);
        }
    }

    /// What a form for that address carries. The one by which something begins belongs to the same page however often it
    /// is shown again.
    pub(crate) fn token_for(&self, address: &str) -> String {
        let own = address.split('?').next() == Some(self.path());
        let page = self.about.beginning.as_ref().and_then(OnceLock::get);
        match (self.signed_in(), page) {
            (Some(me), Some(page)) if own => forgery::form_token(me, *page),
            _ => self.csrf().to_owned(),
        }
    }

    /// What is answered in place of a page on which something begins: its address with a key, and where something has
    /// begun there, that it has.
    pub(crate) async fn instead_of_beginning(&self) -> Result<Option<Response>, Problem> {
        let Some(page) = self.query(PAGE).and_then(|page| page.parse().ok()) else {
            let own = self.here_with(PAGE, &self.cx.request().to_string());
            return Ok(Some(self.see_other(own).into_response()));
        };
        self.comes_from(page);
        let Some(earlier) = once::already(self, page).await? else {
            return Ok(None);
        };
        let (lang, shell) = (self.lang, self.shell().await?);
        let when = text::moment(lang, earlier.at.local());
        let said = Alert::info(lang, Text::BegunAt { when }.to(lang));
        let said = said.body(html! { p { (Text::ChangeWhatBegan.to(lang)) } });
        let begun = Page::new(&shell, Text::BegunTitle.to(lang)).render(html! {
            (said)
            (buttons(html! {
                @if let Some(seen_at) = once::seen_at(self, &earlier) {
                    (Button::link(seen_at, Text::SeeWhatBegan.to(lang)).primary())
                }
                (Button::link(self.here_but(PAGE, None), Text::BeginAnother.to(lang)))
            }))
        });
        Ok(Some(Html(begun).into_response()))
    }
}
