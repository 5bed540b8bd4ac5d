//! The roles of the regulation, and who holds them today.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::role::{self, RoleHolder};
use yakusho_kernel::{PersonId, PostId};
use yakusho_regulation::{Holder, Role, RoleBinding, SectionTag, UnitRank};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Icon, Tag, Tone, definitions, link, section};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::texts::Text;
use super::{ORGANISATION, ROLES, person_page, post_page, views};
use crate::terms;

/// The holders of all roles today, with the cards of the people and posts.
pub(super) struct Today {
    pub(super) holders: Vec<(Role, Vec<RoleHolder>)>,
    pub(super) people: HashMap<PersonId, PersonCard>,
    pub(super) posts: HashMap<PostId, PostCard>,
}

impl Today {
    /// Looks up who holds the city's roles.
    pub(super) async fn find(visit: &Visit) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let mut holders = Vec::new();
        for binding in visit.cx.city().roles(today) {
            let role = binding.role();
            holders.push((role, role::holders(&reader, role, today).await?));
        }
        let all = || holders.iter().flat_map(|(_, holders)| holders);
        let people: Vec<PersonId> = all().flat_map(RoleHolder::people).collect();
        let posts: Vec<PostId> = all().map(|holder| holder.post).collect();
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            holders,
        })
    }
}

/// `GET /organisation/roles`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let today = Today::find(&visit).await?;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Roles.to(lang)).crumb(ORGANISATION, Text::Organisation.to(lang));
    Ok(Html(page.render(html! {
        (views(lang, ROLES))
        p { (Text::RolesIntro.to(lang)) }
        @for (role, holders) in &today.holders {
            @if let Some(binding) = visit.cx.city().role(*role, visit.cx.today()) {
                (section(binding.title(lang), one(&visit, binding, holders, &today)))
            }
        }
    })))
}

fn one(visit: &Visit, binding: &RoleBinding, holders: &[RoleHolder], today: &Today) -> Markup {
    let lang = visit.lang;
    let rule = binding.role().rule();
    let basis = visit.cx.city().in_force(rule, visit.cx.today());
    definitions([
        (
            Text::Article.to(lang),
            html! { @if let Some(basis) = &basis { (basis.text(lang)) } },
        ),
        (
            Text::BoundTo.to(lang),
            html! { (bound_to(lang, binding.holder())) },
        ),
        (
            Text::HeldToday.to(lang),
            html! {
                @if holders.is_empty() {
                    (Tag::new(Tone::Warning, Text::NoHolder.to(lang)))
                } @else if let [held] = holders {
                    (holder(lang, held, today))
                } @else {
                    details {
                        summary { (Icon::ChevronRight) (Text::PerSection { n: holders.len() }.to(lang)) }
                        @for held in holders { div { (holder(lang, held, today)) } }
                    }
                }
            },
        ),
    ])
}

fn holder(lang: Lang, held: &RoleHolder, today: &Today) -> Markup {
    let person = held.person.and_then(|person| today.people.get(&person));
    html! {
        @match person {
            Some(card) => (link(person_page(card.id), &card.name)),
            None => (Tag::new(Tone::Warning, Text::Vacant.to(lang))),
        }
        @if let Some(post) = today.posts.get(&held.post) {
            " " span.meta { (post.unit_name) " " (link(post_page(post.id), &post.title)) }
        }
        @for (person, kind) in &held.acting {
            @if let Some(card) = today.people.get(person) {
                div { (link(person_page(card.id), &card.name)) " " span.meta { (terms::proxy(lang, *kind)) } }
            }
        }
    }
}

/// The post, or the posts, to which a role is bound, in words.
pub(crate) fn bound_to(lang: Lang, holder: &Holder) -> String {
    match holder {
        Holder::HeadOf(unit) => Text::HeadOf { unit: unit.clone() }.to(lang),
        Holder::HeadOfSectionWith(unit) => Text::HeadOfSectionWith { unit: unit.clone() }.to(lang),
        Holder::HeadsOf(UnitRank::Department) => Text::HeadsOfDepartments.to(lang),
        Holder::HeadsOf(UnitRank::Section) => Text::HeadsOfSections.to(lang),
        Holder::HeadsOf(UnitRank::Unit) => Text::HeadsOfUnits.to(lang),
        Holder::HeadsOfSectionsTagged(SectionTag::PersonalInformation) => {
            Text::HeadsOfSectionsWithPersonalInformation.to(lang)
        }
        Holder::Post(title) => title.clone().into(),
    }
    .into_owned()
}
