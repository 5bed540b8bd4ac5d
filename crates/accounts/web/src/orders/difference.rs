//! What an order makes different.

use std::collections::HashMap;

use maud::{Markup, html};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::order::{
    Difference, Held, HeldBy, PersonChange, RoleChange, SeatRef, Side, UnitChange,
};
use yakusho_kernel::{PersonId, PostId, UnitId};
use yakusho_webkit::text::number;
use yakusho_webkit::ui::{Alert, Cell, Column, Table, Tag, Tone, link};
use yakusho_webkit::{Lang, Problem, Visit};

use super::pages::{MOST, Pages};
use super::texts::Text;
use crate::{people, roles, terms};

/// Where the people stand among what an order makes different.
pub(super) const PEOPLE: &str = "people";

/// Everything that will be different; of more people than are shown at once, those on this page, and the way on.
pub(crate) async fn shown(
    visit: &Visit,
    difference: &Difference,
    pages: Option<&Pages<'_>>,
) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let held = held(visit, &difference.held).await?;
    if *difference == Difference::default() {
        return Ok(html! { p { (Text::NoDifference.to(lang)) } });
    }
    Ok(html! {
        (warnings(visit, difference))
        (tables(visit, difference, pages)?)
        @if !difference.held.is_empty() {
            h3 { (Text::Held.to(lang)) }
            (held)
        }
    })
}

/// Everything that was different once it was carried out.
pub(super) fn recorded(
    visit: &Visit,
    difference: &Difference,
    pages: &Pages<'_>,
) -> Result<Markup, Problem> {
    if *difference == Difference::default() {
        return Ok(html! { p { (Text::NoDifference.to(visit.lang)) } });
    }
    tables(visit, difference, Some(pages))
}

fn tables(
    visit: &Visit,
    difference: &Difference,
    pages: Option<&Pages<'_>>,
) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let all = &difference.people;
    let (people, pager) = match pages {
        Some(pages) => pages.part(PEOPLE, all, |change| change.person.to_string())?,
        None => (all.iter().take(MOST).collect(), html! {}),
    };
    Ok(html! {
        @if !difference.people.is_empty() {
            h3 {
                (Text::People.to(lang)) " "
                span.count { (Text::PeopleCount { n: all.len() }.to(lang)) }
            }
            @if pages.is_none() && all.len() > MOST {
                p.meta { (Text::FirstPeople { n: MOST, of: all.len() }.to(lang)) }
            }
            (people_table(lang, difference, &people))
            (pager)
        }
        @if !difference.units.is_empty() {
            h3 { (Text::Units.to(lang)) }
            (units(lang, &difference.units))
        }
        @if !difference.roles.is_empty() {
            h3 { (Text::Roles.to(lang)) }
            (role_table(visit, difference))
        }
    })
}

/// What somebody should look at before scheduling.
fn warnings(visit: &Visit, difference: &Difference) -> Markup {
    let lang = visit.lang;
    let vacant: Vec<String> = difference
        .vacant_roles
        .iter()
        .filter_map(|role| title(visit, role))
        .collect();
    html! {
        @if !vacant.is_empty() {
            (Alert::warning(lang, Text::VacantRoles.to(lang)).body(list(&vacant)))
        }
        @if !difference.vacant_posts.is_empty() {
            @let posts: Vec<String> = difference.vacant_posts.iter().map(seat_words).collect();
            (Alert::warning(lang, Text::VacantPosts.to(lang)).body(list(&posts)))
        }
        @if !difference.delegations.is_empty() {
            @let n = difference.delegations.len();
            (Alert::warning(lang, Text::Delegations { n }.to(lang))
                .body(html! { p { (link(roles::PAGE, roles::title(lang))) } }))
        }
    }
}

fn list(items: &[String]) -> Markup {
    html! { ul { @for item in items { li { (item) } } } }
}

fn seat_words(seat: &SeatRef) -> String {
    format!("{} {}", seat.unit_name, seat.title)
}

/// A person by name, with the page of those who are here already: somebody new has none until the day.
fn named(difference: &Difference, person: PersonId, name: &str) -> Markup {
    let mut people = difference.people.iter();
    let change = people.find(|change| change.person == person);
    if change.is_some_and(|change| change.from.is_none()) {
        html! { (name) }
    } else {
        link(people::person_page(person), name)
    }
}

fn people_table(lang: Lang, difference: &Difference, changes: &[&PersonChange]) -> Table<4> {
    let columns = [Text::Name, Text::Number, Text::Before, Text::After];
    let rows = changes.iter().map(|change| -> [Cell; 4] {
        [
            named(difference, change.person, &change.name).into(),
            (&*change.number).into(),
            side(lang, change.from.as_ref(), change.to.as_ref()).into(),
            side(lang, change.to.as_ref(), change.from.as_ref()).into(),
        ]
    });
    Table::new(
        Text::People.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
}

/// One side of a change; class and status are named where they differ from the other side.
fn side(lang: Lang, side: Option<&Side>, other: Option<&Side>) -> Markup {
    let Some(side) = side else {
        return html! { span.meta { (Text::NotEmployed.to(lang)) } };
    };
    let class = other.is_none_or(|other| other.class != side.class);
    let status = other.is_some_and(|other| other.status != side.status);
    html! {
        @for seat in &side.posts {
            div {
                (seat_words(seat)) " "
                @if !seat.main { span.meta { "(" (Text::Concurrent.to(lang)) ")" } }
            }
        }
        @if side.posts.is_empty() && side.status.is_employed() { div.meta { (Text::NoPost.to(lang)) } }
        @if status || !side.status.is_employed() { div { (terms::status(lang, side.status)) } }
        @if class { div.meta { (terms::class(lang, side.class)) } }
    }
}

fn units(lang: Lang, changes: &[UnitChange]) -> Table<3> {
    let columns = [Text::Code, Text::Before, Text::After];
    let rows = changes.iter().map(|change| -> [Cell; 3] {
        [
            (&*change.code).into(),
            match &change.from {
                Some(name) => (&**name).into(),
                None => Tag::new(Tone::Info, Text::NewUnit.to(lang)).into(),
            },
            match &change.to {
                Some(name) => (&**name).into(),
                None => Tag::new(Tone::Warning, Text::ClosedUnit.to(lang)).into(),
            },
        ]
    });
    Table::new(
        Text::Units.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
}

/// The title of a role, with the section for which it is held.
fn title(visit: &Visit, change: &RoleChange) -> Option<String> {
    let binding = visit.cx.city().role(change.role, visit.cx.today())?;
    let title = binding.title(visit.lang);
    Some(if change.unit_name.is_empty() {
        title.to_owned()
    } else {
        format!("{title} ({})", change.unit_name)
    })
}

fn role_table(visit: &Visit, difference: &Difference) -> Table<3> {
    let lang = visit.lang;
    let columns = [Text::Role, Text::Before, Text::After];
    let holders = |holders: &[(PersonId, String)]| {
        html! {
            @if holders.is_empty() { (Tag::new(Tone::Warning, Text::Nobody.to(lang))) }
            @for (person, name) in holders { div { (named(difference, *person, name)) } }
        }
    };
    let rows = difference
        .roles
        .iter()
        .filter_map(|change| -> Option<[Cell; 3]> {
            Some([
                title(visit, change)?.into(),
                holders(&change.from).into(),
                holders(&change.to).into(),
            ])
        });
    Table::new(
        Text::Roles.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(rows)
}

/// What of other parts of the program changes hands.
async fn held(visit: &Visit, held: &[Held]) -> Result<Table<4>, Problem> {
    let lang = visit.lang;
    let whose = Whose::of(visit, held).await?;
    let columns = [
        Column::new(Text::What.to(lang)),
        Column::new(Text::Whose.to(lang)),
        Column::number(Text::Count.to(lang)),
        Column::new(Text::After.to(lang)),
    ];
    let rows = held.iter().map(|held| -> [Cell; 4] {
        let what = visit.site().words().say(held.what, lang);
        let what = what.map_or_else(|| held.what.to_owned(), std::borrow::Cow::into_owned);
        let tag = if held.left_without_holder {
            Tag::new(Tone::Warning, Text::WithoutHolder.to(lang))
        } else {
            Tag::new(Tone::Info, Text::PassesOn.to(lang))
        };
        [
            what.into(),
            whose.name(held.by).into(),
            number(held.count).into(),
            tag.into(),
        ]
    });
    Ok(Table::new(Text::Held.to(lang), columns).rows(rows))
}

/// The names of those who have something.
struct Whose {
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
}

impl Whose {
    async fn of(visit: &Visit, held: &[Held]) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let (mut people, mut posts, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for held in held {
            match held.by {
                HeldBy::Person(id) => people.push(id),
                HeldBy::Post(id) => posts.push(id),
                HeldBy::Unit(id) => units.push(id),
            }
        }
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
        })
    }

    fn name(&self, by: HeldBy) -> String {
        match by {
            HeldBy::Person(id) => self.people.get(&id).map(|card| card.name.clone()),
            HeldBy::Post(id) => self
                .posts
                .get(&id)
                .map(|card| format!("{} {}", card.unit_name, card.title)),
            HeldBy::Unit(id) => self.units.get(&id).cloned(),
        }
        .unwrap_or_default()
    }
}
