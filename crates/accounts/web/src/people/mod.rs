//! People and the organisation: who works where, who held a post on a day, who holds which role today.
//!
//! Everyone who is signed in may look here; nothing is changed here.

mod api;
mod as_of;
mod career;
mod person;
mod post;
mod roles;
mod search;
mod texts;
mod tree;
mod unit;

use maud::Markup;
use yakusho_webkit::ui::{Icon, Tab, tabs};
use yakusho_webkit::{Access, Lang, NavEntry, Routes, Words};

pub(crate) use api::PersonDetail;
pub(crate) use person::Person;
pub(crate) use roles::bound_to;
use texts::Text;

/// Why a day is not taken: it has not come yet.
const AHEAD: &str = "day_to_come";

const PEOPLE: &str = "/people";
pub(crate) const ORGANISATION: &str = "/organisation";
/// The roles of the regulation, and who holds them.
pub(crate) const ROLES: &str = "/organisation/roles";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PEOPLE, Access::User, search::show)
        .get("/people/:id", Access::User, person::show)
        .get(ORGANISATION, Access::User, tree::show)
        .get("/organisation/units/:id", Access::User, unit::show)
        .get("/organisation/posts/:id", Access::User, post::show)
        .get(ROLES, Access::User, roles::show)
        .api(Access::User, api::DirectoryApi)
}

pub(crate) fn nav() -> [NavEntry; 2] {
    [
        NavEntry::new(PEOPLE, Icon::People, |lang| Text::People.to(lang)),
        NavEntry::new(ORGANISATION, Icon::Organisation, |lang| {
            Text::Organisation.to(lang)
        }),
    ]
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default().code(AHEAD, |lang| {
        let field = Text::OnDay.to(lang).into_owned();
        Text::Ahead { field }.to(lang)
    })
}

/// The views of the organisation.
fn views(lang: Lang, current: &str) -> Markup {
    let all = [(ORGANISATION, Text::Tree), (ROLES, Text::Roles)];
    let views = all.map(|(href, text)| Tab::new(href, text.to(lang)).current(href == current));
    tabs(Text::Organisation.to(lang), views)
}

/// The page of a person.
pub(crate) fn person_page(id: impl std::fmt::Display) -> String {
    format!("{PEOPLE}/{id}")
}

fn unit_page(id: impl std::fmt::Display) -> String {
    format!("{ORGANISATION}/units/{id}")
}

/// The page of a post.
pub(crate) fn post_page(id: impl std::fmt::Display) -> String {
    format!("{ORGANISATION}/posts/{id}")
}
