//! The page of a unit.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard, UnitNode};
use yakusho_accounts::organisation::{self, PostRow};
use yakusho_kernel::{Fault, Page, UnitId};
use yakusho_webkit::page::{self as pages, Shell};
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Table, Tag, Tone, TreeNode, definitions, link, section, tree,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::as_of::Question;
use super::texts::Text;
use super::{ORGANISATION, PEOPLE, person_page, post_page, unit_page};
use crate::terms;

/// `GET /organisation/units/:id`: on which day (`on`), and as known on which (`known`).
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<UnitId>) -> Answer<Response> {
    let asked = Question::of(&visit);
    let (reader, when) = (visit.cx.reader(), asked.when());
    let units = directory::units(&reader, when).await?;
    let unit = units
        .iter()
        .find(|unit| unit.id == id)
        .ok_or(Fault::NotFound)?;
    let members = directory::members(&reader, when, &[id]).await?;
    let listed = Page::among(&members, visit.after().as_ref(), PAGE_SIZE, |card| {
        (card.id, card.post)
    })?;
    let listed = html! {
        (people(visit.lang, &listed.items))
        (visit.pager(listed.next.as_ref()))
    };
    let posts = organisation::posts(&reader, id, when).await?;
    let shell = visit.shell().await?;
    Ok(asked.answer(page(
        &shell, &asked, &units, unit, &members, &listed, &posts,
    )))
}

fn page(
    shell: &Shell,
    asked: &Question<'_>,
    units: &[UnitNode],
    unit: &UnitNode,
    members: &[PersonCard],
    listed: &Markup,
    posts: &[PostRow],
) -> Markup {
    let lang = shell.lang;
    let head = members.iter().find(|card| card.head);
    let below = units.iter().filter(|other| other.parent == Some(unit.id));
    let below: Vec<_> = below
        .map(|unit| TreeNode::new(asked.put_to(unit_page(unit.id)), &*unit.name))
        .collect();
    let mut page =
        pages::Page::new(shell, &*unit.name).crumb(ORGANISATION, Text::Organisation.to(lang));
    for above in lineage(units, unit) {
        page = page.crumb(asked.put_to(unit_page(above.id)), &*above.name);
    }
    let find = Button::link(
        format!("{PEOPLE}?unit={}", unit.id),
        Text::SearchHere.to(lang),
    );
    page.actions(html! { (find.icon(Icon::Search)) }).render(html! {
        (asked.aside(&unit_page(unit.id)))
        (definitions([
            (Text::Head.to(lang), html! {
                @match head {
                    Some(card) => { (link(person_page(card.id), &card.name)) " " span.meta { (card.post_title) } },
                    None => (Tag::new(Tone::Warning, Text::Vacant.to(lang))),
                }
            }),
            (Text::Code.to(lang), html! { (unit.code) }),
            (Text::Rank.to(lang), html! { (terms::rank(lang, unit.rank)) }),
        ]))
        (section(Text::Members.to(lang), html! {
            p.meta { (Text::MemberCount { n: members.len() }.to(lang)) }
            (listed)
        }))
        (section(Text::PostsOfUnit.to(lang), places(lang, posts, members)))
        @if !below.is_empty() {
            (section(Text::Below.to(lang), tree(lang, Text::Below.to(lang), &below)))
        }
    })
}

/// The units above a unit, from the top down.
pub(super) fn lineage<'u>(units: &'u [UnitNode], unit: &UnitNode) -> Vec<&'u UnitNode> {
    let mut above = Vec::new();
    let mut next = unit.parent;
    while let Some(unit) = next.and_then(|id| units.iter().find(|unit| unit.id == id)) {
        above.push(unit);
        next = unit.parent;
    }
    above.reverse();
    above
}

fn people(lang: Lang, members: &[&PersonCard]) -> Table<4> {
    let columns = [Text::Name, Text::Post, Text::Class, Text::Number];
    Table::new(
        Text::Members.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(members.iter().map(|card| member(lang, card)))
    .empty(Empty::new(Icon::People, Text::NoMembers.to(lang)))
}

/// The posts of the unit, vacant ones too.
fn places(lang: Lang, posts: &[PostRow], members: &[PersonCard]) -> Table<2> {
    let columns = [Text::Post, Text::Holder].map(|text| Column::new(text.to(lang)));
    let rows = posts.iter().map(|row| {
        let holders: Vec<_> = members
            .iter()
            .filter(|card| card.post == Some(row.id))
            .collect();
        let held = html! {
            @if holders.is_empty() { (Tag::new(Tone::Warning, Text::Vacant.to(lang))) }
            div { @for card in &holders { div { (link(person_page(card.id), &card.name)) } } }
        };
        [link(post_page(row.id), &row.post.title).into(), held.into()]
    });
    Table::new(Text::PostsOfUnit.to(lang), columns).rows(rows)
}

fn member(lang: Lang, card: &PersonCard) -> [Cell; 4] {
    let post = html! {
        div {
            (card.post_title)
            @if card.head { " " (Tag::new(Tone::Info, Text::Head.to(lang))) }
        }
    };
    [
        html! {
            (link(person_page(card.id), &card.name)) " " span.meta { (card.kana) }
            @if let Some(away) = terms::away(lang, card.status) { " " (away) }
        }
        .into(),
        post.into(),
        terms::class(lang, card.class).into_owned().into(),
        (&*card.number).into(),
    ]
}
