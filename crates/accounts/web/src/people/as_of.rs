//! Which day somebody asks about, and as known on which.

use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::Html;
use poem::{IntoResponse, Response};
use time::Date;
use yakusho_accounts::ledger::{AsOf, end_of};
use yakusho_kernel::{Cx, Reason};
use yakusho_regulation::Role;
use yakusho_webkit::text::day as in_words;
use yakusho_webkit::ui::{Alert, Button, Disclosure, Form, Icon, buttons};
use yakusho_webkit::{NamedDay, Visit};

use super::AHEAD;
use super::texts::Text;

/// Where things are looked at: on a day (`on`), as known at the end of another (`known`).
pub(super) struct Question<'v> {
    visit: &'v Visit,
    on: NamedDay<'v>,
    known: NamedDay<'v>,
}

impl<'v> Question<'v> {
    /// What the query asks. What is to come is for the administrator alone.
    pub(super) fn of(visit: &'v Visit) -> Self {
        let last = if visit.cx.actor().holds(Role::SystemAdministrator) {
            Date::MAX
        } else {
            visit.cx.today()
        };
        Self {
            visit,
            on: visit
                .day("on")
                .fitting(|day| day <= last, Reason::Code(AHEAD)),
            known: visit.day("known"),
        }
    }

    /// Whether it asks for anything but today.
    fn is_asked(&self) -> bool {
        self.on.is_named() || self.known.is_named()
    }

    /// Whether a day cannot be taken.
    pub(super) fn is_wrong(&self) -> bool {
        self.on.check().is_err() || self.known.check().is_err()
    }

    /// The day.
    pub(super) fn day(&self) -> Date {
        self.on.or_today()
    }

    /// The day, and when it was known.
    pub(super) fn when(&self) -> AsOf {
        as_of(&self.visit.cx, self.day(), self.known.date())
    }

    /// The same question put to another page.
    pub(super) fn put_to(&self, page: String) -> String {
        let days = [("on", &self.on), ("known", &self.known)];
        let asked: Vec<_> = days
            .iter()
            .filter_map(|(name, asked)| Some(format!("{name}={}", asked.date()?)))
            .collect();
        if asked.is_empty() {
            page
        } else {
            format!("{page}?{}", asked.join("&"))
        }
    }

    /// The form that asks.
    pub(super) fn form(&self, page: &str) -> Markup {
        let lang = self.visit.lang;
        let [on, known] = [Text::OnDay, Text::AsKnownOn].map(|text| text.to(lang));
        let errors = [self.on.error(&on), self.known.error(&known)];
        let form = Form::filter(lang, page).errors(errors.into_iter().flatten());
        let today = self.visit.cx.today().to_string();
        form.render(html! {
            (form.date("on", on).value(self.on.held(Some(self.day()))))
            (form.date("known", known).value(self.known.held(self.known.date())).max(&*today)
                .help(Text::AsKnownHelp.to(lang)))
            (buttons(Button::submit(Text::LookUp.to(lang)).primary().icon(Icon::Search)))
        })
    }

    /// The form put away until something is asked, and then what is shown.
    pub(super) fn aside(&self, page: &str) -> Markup {
        let lang = self.visit.lang;
        let day = in_words(lang, self.day());
        let shown = match self.known.date() {
            Some(known) => Text::ShownAsKnown {
                day,
                known: in_words(lang, known),
            },
            None => Text::Shown { day },
        };
        html! {
            @if self.is_asked() && !self.is_wrong() { (Alert::info(lang, shown.to(lang))) }
            (Disclosure::new(Text::OnAnotherDay.to(lang), self.form(page)).open(self.is_asked()))
        }
    }

    /// The answer with the page around the form.
    pub(super) fn answer(&self, page: Markup) -> Response {
        let status = if self.is_wrong() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        Html(page).with_status(status).into_response()
    }
}

/// That day, as known at the end of the other, or now while that lasts.
pub(super) fn as_of(cx: &Cx, day: Date, known: Option<Date>) -> AsOf {
    AsOf {
        day,
        known: known.map(|known| end_of(known).min(cx.now())),
    }
}
