//! The page of a person.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::delegation::{self, Duty};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::role;
use yakusho_kernel::{Cx, Fault, Holding, PersonId, PostId, RoleHeld, Standing, UnitId};
use yakusho_webkit::page::{Page, Shell};
use yakusho_webkit::ui::{Cell, Column, Empty, Icon, Table, Tag, Tone, definitions, link, section};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::texts::Text;
use super::{PEOPLE, career, post_page, unit_page};
use crate::terms;

/// A person as everyone may see them.
pub(crate) struct Person {
    pub(crate) card: PersonCard,
    /// How they stand today; none for somebody who is not employed.
    standing: Option<Standing>,
    /// Their posts, and the units for which they hold roles.
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
    duties: Vec<Duty>,
}

impl Person {
    /// Looks a person up as they are today.
    pub(crate) async fn find(cx: &Cx, id: PersonId) -> Result<Self, Problem> {
        let (reader, today) = (cx.reader(), cx.today());
        let mut cards = directory::people(&reader, today, &[id]).await?;
        let card = cards.remove(&id).ok_or(Fault::NotFound)?;
        let standing = role::standing(&reader, id, today).await?;
        let seats = standing.iter().flat_map(|standing| &standing.seats);
        let posts: Vec<PostId> = seats.map(|seat| seat.post).collect();
        let held = standing.iter().flat_map(|standing| &standing.roles);
        let units: Vec<UnitId> = held.filter_map(|held| held.unit).collect();
        Ok(Self {
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
            duties: standing
                .as_ref()
                .map(|standing| delegation::duties(cx, standing))
                .unwrap_or_default(),
            card,
            standing,
        })
    }

    /// The roles that they hold today, each for its unit once: by a post of theirs rather than by delegation.
    pub(crate) fn held(&self) -> impl Iterator<Item = &RoleHeld> {
        let mut told = HashSet::new();
        let held = self.standing.iter().flat_map(|standing| &standing.roles);
        held.filter(move |held| told.insert((held.role, held.unit)))
    }

    /// The duties of computing that they have today.
    pub(crate) fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// The roles that they hold today, in the city's own words.
    pub(crate) fn roles(&self, visit: &Visit) -> Vec<String> {
        self.held()
            .filter_map(|held| role_held(visit, held, &self.units))
            .collect()
    }

    /// Their posts, the main one first; whether each is the main one.
    pub(crate) fn seats(&self) -> impl Iterator<Item = (&PostCard, bool)> {
        let seats = self.standing.iter().flat_map(|standing| &standing.seats);
        seats.filter_map(|seat| Some((self.posts.get(&seat.post)?, seat.main)))
    }
}

/// `GET /people/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer<Html<Markup>> {
    let person = Person::find(&visit.cx, id).await?;
    let career = career::of(&visit.cx, id).await?;
    let shell = visit.shell().await?;
    let lang = visit.lang;
    let career = html! {
        (section(Text::Career.to(lang), html! {
            p.meta { (Text::CareerWords.to(lang)) }
            (career::table(lang, &career))
        }))
    };
    Ok(Html(page(&visit, &shell, &person, &career)))
}

fn page(visit: &Visit, shell: &Shell, person: &Person, career: &Markup) -> Markup {
    let lang = shell.lang;
    let card = &person.card;
    let mut facts = vec![
        (Text::Number.to(lang), html! { (card.number) }),
        (
            Text::Class.to(lang),
            html! { (terms::class(lang, card.class)) },
        ),
    ];
    let roles = person.roles(visit);
    if !roles.is_empty() {
        let roles = html! { @for role in &roles { div { (role) } } };
        facts.push((Text::HoldsRoles.to(lang), roles));
    }
    if !person.duties.is_empty() {
        let duties = person.duties.iter();
        let duties = html! { @for duty in duties { div { (terms::duty(lang, *duty)) } } };
        facts.push((Text::Duties.to(lang), duties));
    }
    let page = Page::new(shell, &*card.name).crumb(PEOPLE, Text::People.to(lang));
    let page = match terms::away(lang, card.status) {
        Some(tag) => page.tags(html! { (tag) }),
        None => page,
    };
    page.meta(html! { (card.kana) }).render(html! {
        (definitions(facts))
        (section(Text::Posts.to(lang), posts(lang, person)))
        (career)
    })
}

fn posts(lang: Lang, person: &Person) -> Table<3> {
    let columns = [Text::Unit, Text::Post, Text::Kind].map(|text| Column::new(text.to(lang)));
    let empty = Empty::new(Icon::Organisation, Text::NoPost.to(lang));
    let rows = person.seats().map(|(post, main)| seat(lang, post, main));
    Table::new(Text::Posts.to(lang), columns)
        .rows(rows)
        .empty(empty)
}

fn seat(lang: Lang, post: &PostCard, main: bool) -> [Cell; 3] {
    [
        link(unit_page(post.unit), &post.unit_name).into(),
        link(post_page(post.id), &post.title).into(),
        kind(lang, main).into(),
    ]
}

/// Whether a post is the main one, in a word.
pub(super) fn kind(lang: Lang, main: bool) -> Tag {
    if main {
        Tag::new(Tone::Info, Text::MainPost.to(lang))
    } else {
        Tag::new(Tone::Neutral, Text::ConcurrentPost.to(lang))
    }
}

fn role_held(visit: &Visit, held: &RoleHeld, units: &HashMap<UnitId, String>) -> Option<String> {
    let lang = visit.lang;
    let role = visit.cx.city().role(held.role, visit.cx.today())?;
    let mut words = role.title(lang).to_owned();
    let unit = held.unit.and_then(|unit| units.get(&unit)).cloned();
    let proxy = match held.by {
        Holding::Post(_) => None,
        Holding::Proxy(_, kind) => Some(terms::proxy(lang, kind).into_owned()),
    };
    for more in unit.into_iter().chain(proxy) {
        words = Text::RoleOf { role: words, more }.to(lang).into_owned();
    }
    Some(words)
}
