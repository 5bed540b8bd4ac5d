//! Which day somebody asks about, and as known on which.

use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::Html;
use poem::{IntoResponse, Response};
use time::Date;
use yakusho_accounts::ledger::{AsOf, end_of};
use yakusho_kernel::Cx;
use yakusho_regulation::Role;
use yakusho_webkit::Visit;
use yakusho_webkit::text::{Common, day as in_words};
use yakusho_webkit::ui::{Alert, Button, Disclosure, Form, Icon, buttons};

use super::texts::Text;

/// Where things are looked at: on a day (`on`), as known at the end of another (`known`).
pub(super) struct Question<'v> {
    visit: &'v Visit,
    on: Asked<'v>,
    known: Asked<'v>,
}

/// A day in the query.
struct Asked<'v> {
    typed: &'v str,
    day: Option<Date>,
    wrong: Option<Wrong>,
}

/// Why a day is not taken.
enum Wrong {
    NotADay,
    Ahead,
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
            on: asked(visit, "on", last),
            known: asked(visit, "known", Date::MAX),
        }
    }

    /// Whether it asks for anything but today.
    fn is_asked(&self) -> bool {
        let mut days = [&self.on, &self.known].into_iter();
        days.any(|asked| !asked.typed.trim().is_empty())
    }

    /// Whether a day cannot be taken.
    pub(super) fn is_wrong(&self) -> bool {
        self.on.wrong.is_some() || self.known.wrong.is_some()
    }

    /// The day.
    pub(super) fn day(&self) -> Date {
        self.on.day.unwrap_or(self.visit.cx.today())
    }

    /// The day, and when it was known.
    pub(super) fn when(&self) -> AsOf {
        as_of(&self.visit.cx, self.day(), self.known.day)
    }

    /// The same question put to another page.
    pub(super) fn put_to(&self, page: String) -> String {
        let days = [("on", &self.on), ("known", &self.known)];
        let asked: Vec<_> = days
            .iter()
            .filter_map(|(name, asked)| Some(format!("{name}={}", asked.day?)))
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
        let days = [
            ("on", Text::OnDay, &self.on),
            ("known", Text::AsKnownOn, &self.known),
        ];
        let errors = days.iter().filter_map(|(name, label, asked)| {
            let field = label.to(lang).into_owned();
            let words = match asked.wrong.as_ref()? {
                Wrong::NotADay => Common::NotADate { field }.to(lang),
                Wrong::Ahead => Text::Ahead { field }.to(lang),
            };
            Some((*name, words))
        });
        let form = Form::filter(lang, page).errors(errors);
        let today = self.visit.cx.today().to_string();
        let on = if self.on.typed.is_empty() {
            &today
        } else {
            self.on.typed
        };
        form.render(html! {
            (form.date("on", Text::OnDay.to(lang)).value(on))
            (form.date("known", Text::AsKnownOn.to(lang)).value(self.known.typed).max(&*today)
                .help(Text::AsKnownHelp.to(lang)))
            (buttons(Button::submit(Text::LookUp.to(lang)).primary().icon(Icon::Search)))
        })
    }

    /// The form put away until something is asked, and then what is shown.
    pub(super) fn aside(&self, page: &str) -> Markup {
        let lang = self.visit.lang;
        let day = in_words(lang, self.day());
        let shown = match self.known.day {
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

fn asked<'v>(visit: &'v Visit, name: &str, last: Date) -> Asked<'v> {
    let typed = visit.query(name).unwrap_or_default();
    let read = yakusho_koyomi::parse_date(typed.trim()).ok();
    let wrong = match read {
        Some(day) => (day > last).then_some(Wrong::Ahead),
        None => (!typed.trim().is_empty()).then_some(Wrong::NotADay),
    };
    Asked {
        typed,
        day: read.filter(|_| wrong.is_none()),
        wrong,
    }
}
