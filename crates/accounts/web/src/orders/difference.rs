//! What an order makes different.

use std::collections::HashSet;

use maud::{Markup, html};
use yakusho_accounts::order::{
    Difference, Held, PersonChange, RoleChange, SeatRef, Side, UnitChange,
};
use yakusho_kernel::PersonId;
use yakusho_webkit::text::number;
use yakusho_webkit::ui::{Alert, Cell, Column, Table, Tag, Tone, link};
use yakusho_webkit::{Lang, Problem, Visit};

use super::pages::Pages;
use super::texts::Text;
use super::whose::Whose;
use crate::{people, roles, terms};

/// Everything that will be different; of a list that is longer than what is shown at once, a part and the way on.
pub(crate) async fn shown(
    visit: &Visit,
    difference: &Difference,
    pages: &Pages<'_>,
) -> Result<Markup, Problem> {
    if *difference == Difference::default() {
        return Ok(html! { p { (Text::NoDifference.to(visit.lang)) } });
    }
    Ok(html! {
        (warnings(visit, difference, pages)?)
        (tables(visit, difference, pages)?)
        (held(visit, &difference.held, pages).await?)
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
    tables(visit, difference, pages)
}

fn tables(visit: &Visit, difference: &Difference, pages: &Pages<'_>) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let new = Newcomers::of(difference);
    let Difference {
        people,
        units,
        roles,
        ..
    } = difference;
    let (part, rest) = pages.part("people", people, |_, change| change.person.to_string())?;
    let people_table = people_table(lang, &new, &part);
    let (part, more_units) = pages.part("units", units, |_, change| change.unit.to_string())?;
    let unit_table = unit_table(lang, &part);
    let (part, more_roles) = pages.part("roles", roles, |_, change| name_of(change))?;
    let role_table = role_table(visit, &new, &part);
    Ok(html! {
        @if !people.is_empty() {
            h3 #people {
                (Text::People.to(lang)) " "
                span.count { (Text::PeopleCount { n: people.len() }.to(lang)) }
            }
            (people_table)
            (rest)
        }
        @if !units.is_empty() {
            (heading(lang, "units", &Text::Units, units.len()))
            (unit_table)
            (more_units)
        }
        @if !roles.is_empty() {
            (heading(lang, "roles", &Text::Roles, roles.len()))
            (role_table)
            (more_roles)
        }
    })
}

/// Above a list: what it has, and how much of it.
fn heading(lang: Lang, list: &str, title: &Text, n: usize) -> Markup {
    html! {
        h3 id=(list) { (title.to(lang)) " " span.count { (Text::Items { n }.to(lang)) } }
    }
}

/// What tells a role apart from others.
fn name_of(change: &RoleChange) -> String {
    let unit = change.unit.map(|unit| unit.to_string());
    format!("{} {}", change.role.id(), unit.unwrap_or_default())
}

/// What somebody should look at before scheduling.
fn warnings(visit: &Visit, difference: &Difference, pages: &Pages<'_>) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let vacant = &difference.vacant_roles;
    let (part, more_roles) = pages.part("vacant_roles", vacant, |_, role| name_of(role))?;
    let roles: Vec<String> = part.iter().filter_map(|role| title(visit, role)).collect();
    let vacant = &difference.vacant_posts;
    let (part, more_posts) = pages.part("vacant_posts", vacant, |_, seat| seat.post.to_string())?;
    let posts: Vec<String> = part.iter().map(|seat| seat_words(seat)).collect();
    let delegations = difference.delegations.len();
    Ok(html! {
        (vacancy(lang, "vacant_roles", &Text::VacantRoles, &roles, &more_roles))
        (vacancy(lang, "vacant_posts", &Text::VacantPosts, &posts, &more_posts))
        @if delegations > 0 {
            (Alert::warning(lang, Text::Delegations { n: delegations }.to(lang))
                .body(html! { p { (link(roles::PAGE, roles::title(lang))) } }))
        }
    })
}

fn vacancy(lang: Lang, list: &str, title: &Text, items: &[String], more: &Markup) -> Markup {
    html! {
        @if !items.is_empty() {
            div id=(list) {
                (Alert::warning(lang, title.to(lang)).body(html! {
                    ul { @for item in items { li { (item) } } }
                    (more)
                }))
            }
        }
    }
}

pub(super) fn seat_words(seat: &SeatRef) -> String {
    format!("{} {}", seat.unit_name, seat.title)
}

/// Whoever has no page before the day.
struct Newcomers(HashSet<PersonId>);

impl Newcomers {
    fn of(difference: &Difference) -> Self {
        let changes = difference.people.iter();
        let new = changes.filter(|change| change.from.is_none());
        Self(new.map(|change| change.person).collect())
    }

    /// A person by name, with the page of those who are here already.
    fn named(&self, person: PersonId, name: &str) -> Markup {
        if self.0.contains(&person) {
            html! { (name) }
        } else {
            link(people::person_page(person), name)
        }
    }
}

fn people_table(lang: Lang, new: &Newcomers, changes: &[&PersonChange]) -> Table<4> {
    let columns = [Text::Name, Text::Number, Text::Before, Text::After];
    let rows = changes.iter().map(|change| -> [Cell; 4] {
        [
            new.named(change.person, &change.name).into(),
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

/// One side of a change.
fn side(lang: Lang, side: Option<&Side>, other: Option<&Side>) -> Markup {
    html! {
        @for fact in facts(lang, side, other) {
            @match fact {
                Fact::Of(words) => div { (words) },
                Fact::Beside(words) => div.meta { (words) },
            }
        }
    }
}

/// What is to be said of one side of a change.
pub(super) enum Fact {
    Of(String),
    /// Of less weight.
    Beside(String),
}

impl Fact {
    pub(super) fn words(self) -> String {
        match self {
            Self::Of(words) | Self::Beside(words) => words,
        }
    }
}

/// One side of a change in words; class and status are named where they differ from the other side.
pub(super) fn facts(lang: Lang, side: Option<&Side>, other: Option<&Side>) -> Vec<Fact> {
    let Some(side) = side else {
        return vec![Fact::Beside(Text::NotEmployed.to(lang).into_owned())];
    };
    let mut facts: Vec<Fact> = side
        .posts
        .iter()
        .map(|seat| seat_fact(lang, seat))
        .collect();
    if side.posts.is_empty() && side.status.is_employed() {
        facts.push(Fact::Beside(Text::NoPost.to(lang).into_owned()));
    }
    if other.is_some_and(|other| other.status != side.status) || !side.status.is_employed() {
        facts.push(Fact::Of(terms::status(lang, side.status).into_owned()));
    }
    if other.is_none_or(|other| other.class != side.class) {
        facts.push(Fact::Beside(terms::class(lang, side.class).into_owned()));
    }
    facts
}

fn seat_fact(lang: Lang, seat: &SeatRef) -> Fact {
    let words = seat_words(seat);
    Fact::Of(if seat.main {
        words
    } else {
        format!("{words} ({})", Text::Concurrent.to(lang))
    })
}

fn unit_table(lang: Lang, changes: &[&UnitChange]) -> Table<3> {
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
pub(super) fn title(visit: &Visit, change: &RoleChange) -> Option<String> {
    let binding = visit.cx.city().role(change.role, visit.cx.today())?;
    let title = binding.title(visit.lang);
    Some(if change.unit_name.is_empty() {
        title.to_owned()
    } else {
        format!("{title} ({})", change.unit_name)
    })
}

fn role_table(visit: &Visit, new: &Newcomers, changes: &[&RoleChange]) -> Table<3> {
    let lang = visit.lang;
    let columns = [Text::Role, Text::Before, Text::After];
    let holders = |holders: &[(PersonId, String)]| {
        html! {
            @if holders.is_empty() { (Tag::new(Tone::Warning, Text::Nobody.to(lang))) }
            @for (person, name) in holders { div { (new.named(*person, name)) } }
        }
    };
    let rows = changes.iter().filter_map(|change| -> Option<[Cell; 3]> {
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
async fn held(visit: &Visit, held: &[Held], pages: &Pages<'_>) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let (part, more) = pages.part("held", held, |_, one| format!("{} {:?}", one.what, one.by))?;
    let by = part.iter().map(|one| one.by).collect();
    let whose = Whose::of(visit, by).await?;
    let columns = [
        Column::new(Text::What.to(lang)),
        Column::new(Text::Whose.to(lang)),
        Column::number(Text::Count.to(lang)),
        Column::new(Text::After.to(lang)),
    ];
    let rows = part.iter().map(|held| -> [Cell; 4] {
        let tag = if held.left_without_holder {
            Tag::new(Tone::Warning, Text::WithoutHolder.to(lang))
        } else {
            Tag::new(Tone::Info, Text::PassesOn.to(lang))
        };
        [
            what(visit, held).into(),
            whose.name(held.by).unwrap_or_default().into(),
            number(held.count).into(),
            tag.into(),
        ]
    });
    let table = Table::new(Text::Held.to(lang), columns).rows(rows);
    Ok(html! {
        @if !held.is_empty() {
            (heading(lang, "held", &Text::Held, held.len()))
            (table)
            (more)
        }
    })
}

/// What it is that changes hands, in words.
pub(super) fn what(visit: &Visit, held: &Held) -> String {
    let words = visit.site().words().say(held.what, visit.lang);
    words.map_or_else(|| held.what.to_owned(), std::borrow::Cow::into_owned)
}
