//! What comes after signing in: the page that was asked for, or the form that was sent from a session that had ended.

use std::borrow::Cow;

use maud::{Markup, html};
use yakusho_accounts::Secret;
use yakusho_accounts::session;
use yakusho_webkit::page::{Shell, paths};
use yakusho_webkit::ui::Form;
use yakusho_webkit::{Answer, Fields, Problem, Visit, within_site};

use super::pages;

const NEXT: &str = "next";
const SEALED: &str = "sent";

/// What comes after signing in.
pub(super) struct Onward<'a> {
    /// Where to go on to: an address within the site.
    pub(super) next: Cow<'a, str>,
    /// What was sent before, sealed for whoever sent it.
    pub(super) sealed: Option<Cow<'a, str>>,
}

impl<'a> Onward<'a> {
    /// As the address of the page says.
    pub(super) fn asked(visit: &'a Visit) -> Self {
        Self {
            next: visit.next().into(),
            sealed: None,
        }
    }

    /// As the form carries it on.
    pub(super) fn of(fields: &'a Fields) -> Self {
        Self {
            next: within_site(fields.first(NEXT).unwrap_or(paths::HOME)).into(),
            sealed: fields.first(SEALED).map(Cow::from),
        }
    }

    /// The hidden fields that carry it on.
    pub(super) fn fields(&self, form: &Form) -> Markup {
        html! {
            (form.hidden(NEXT, &self.next))
            @if let Some(sealed) = &self.sealed { (form.hidden(SEALED, sealed)) }
        }
    }

    /// The shell of a page on the way in. Another language is chosen without losing the way.
    pub(super) async fn shell(&self, visit: &Visit) -> Result<Shell, Problem> {
        let mut shell = visit.shell().await?;
        shell.here = visit.sign_in_to(&self.next);
        Ok(shell)
    }
}

/// The page for signing in on which a form waits that was sent from a session that had ended.
pub(crate) async fn way_back(visit: &Visit, token: &str, packed: &[u8]) -> Answer<Option<Markup>> {
    let secret = visit.session_secret();
    let Some(secret) = secret.and_then(|text| Secret::from_text(&text)) else {
        return Ok(None);
    };
    let Some(sealed) = session::seal(&visit.cx, &secret, token, packed).await? else {
        return Ok(None);
    };
    let onward = Onward {
        next: paths::HOME.into(),
        sealed: Some(sealed.into()),
    };
    let shell = onward.shell(visit).await?;
    Ok(Some(pages::sign_in(&shell, &onward, "", None)))
}
