//! Live edits of the organisation by the administrator: units, posts, people and appointments, each from a day on.
//!
//! Every act shows what it takes from everybody before it is done, and leaves what stood before to be read.

mod act;
mod api;
mod appointment;
mod people;
mod person;
mod person_forms;
mod post;
mod post_forms;
mod records;
mod texts;
mod tree;
mod unit;
mod unit_forms;

use poem::EndpointExt as _;
use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{NavEntry, NavSection, Routes, Words};

use crate::admin::ADMINISTRATOR;
use crate::orders::Elsewhere;
use texts::Text;

pub(crate) const PAGE: &str = "/admin/organisation";
const NEW_UNIT: &str = "/admin/organisation/units/new";
const PEOPLE: &str = "/admin/organisation/people";
const NEW_PERSON: &str = "/admin/organisation/people/new";

pub(crate) fn routes(elsewhere: &Elsewhere) -> Routes {
    let forms = Forms {
        routes: Routes::new(),
        elsewhere,
    };
    let forms = forms
        .form(NEW_UNIT, unit_forms::ask_new, unit_forms::found)
        .form(
            "/admin/organisation/units/:id/edit",
            unit_forms::ask_edit,
            unit_forms::submit_edit,
        )
        .form(
            "/admin/organisation/units/:id/close",
            unit_forms::ask_close,
            unit_forms::close,
        )
        .form(
            "/admin/organisation/units/:id/posts/new",
            post_forms::ask_new,
            post_forms::found,
        )
        .form(
            "/admin/organisation/posts/:id/edit",
            post_forms::ask_edit,
            post_forms::submit_edit,
        )
        .form(
            "/admin/organisation/posts/:id/close",
            post_forms::ask_close,
            post_forms::close,
        )
        .form(NEW_PERSON, person_forms::ask_new, person_forms::take_on)
        .form(
            "/admin/organisation/people/:id/edit",
            person_forms::ask_edit,
            person_forms::submit_edit,
        )
        .form(
            "/admin/organisation/people/:id/status",
            person_forms::ask_status,
            person_forms::set_status,
        )
        .form(
            "/admin/organisation/people/:id/appoint",
            appointment::ask_new,
            appointment::appoint,
        )
        .form(
            "/admin/organisation/people/:id/appointments/:appointment/main",
            appointment::ask_main,
            appointment::make_main,
        )
        .form(
            "/admin/organisation/people/:id/appointments/:appointment/correct",
            appointment::ask_correct,
            appointment::correct,
        )
        .form(
            "/admin/organisation/people/:id/appointments/:appointment/end",
            appointment::ask_end,
            appointment::end,
        );
    forms
        .routes
        .get(PAGE, ADMINISTRATOR, tree::show)
        .get("/admin/organisation/units/:id", ADMINISTRATOR, unit::show)
        .get("/admin/organisation/posts/:id", ADMINISTRATOR, post::show)
        .get(PEOPLE, ADMINISTRATOR, people::show)
        .get(
            "/admin/organisation/people/:id",
            ADMINISTRATOR,
            person::show,
        )
        .api(ADMINISTRATOR, api::units::UnitsApi(elsewhere.clone()))
        .api(ADMINISTRATOR, api::people::StaffApi(elsewhere.clone()))
        .api(
            ADMINISTRATOR,
            api::appointments::AppointmentsApi(elsewhere.clone()),
        )
        .citing(rule!(FunctionsByAdministrator))
}

/// Routes of forms, each asked for and sent at the same address.
struct Forms<'e> {
    routes: Routes,
    elsewhere: &'e Elsewhere,
}

impl Forms<'_> {
    fn form<A, S>(self, path: &str, ask: A, submit: S) -> Self
    where
        A: poem::IntoEndpoint<Endpoint: 'static>,
        S: poem::Endpoint + 'static,
    {
        Self {
            routes: self.routes.get(path, ADMINISTRATOR, ask).post(
                path,
                ADMINISTRATOR,
                submit.data(self.elsewhere.clone()),
            ),
            elsewhere: self.elsewhere,
        }
    }
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Organisation, |lang| Text::Title.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default()
        .code(act::OPEN, |lang| Text::LeavesOpen.to(lang))
        .code("not_a_reading", |lang| Text::NotAReading.to(lang))
}

fn unit_page(id: impl std::fmt::Display) -> String {
    format!("{PAGE}/units/{id}")
}

fn post_page(id: impl std::fmt::Display) -> String {
    format!("{PAGE}/posts/{id}")
}

fn person_page(id: impl std::fmt::Display) -> String {
    format!("{PEOPLE}/{id}")
}
