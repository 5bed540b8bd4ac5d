//! The equipment: the list, and a page each.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::asset::{self, Asset, AssetKind, AssetState, Filter};
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_compliance::inventory;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Choice, Column, Empty, Form, Icon, Table, Tag, Tone, definitions, link,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::texts::{self, Text};
use super::{ASSETS, MOST, every_unit, kept, system_page, units, views};
use crate::operators::{Text as Operating, of_asset};

/// The page of something of the register.
pub(crate) fn asset_page(id: AssetId) -> String {
    format!("{ASSETS}/{id}")
}

/// `GET /inventory/equipment`, filtered by `kind`, `section`, `state` and `words`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let filter = Filter {
        kind: visit.query("kind").and_then(AssetKind::from_code),
        section: visit.query("section").and_then(|id| id.parse().ok()),
        system: None,
        state: visit.query("state").and_then(AssetState::from_code),
        words: visit.query("words").unwrap_or_default().to_owned(),
    };
    let found = asset::list(&visit.cx, &filter, visit.after().as_ref(), PAGE_SIZE).await?;
    let names = units(&visit, found.items.iter().map(|one| one.section)).await?;
    let columns = [
        Text::Number,
        Text::Name,
        Text::Kind,
        Text::Section,
        Text::Place,
        Text::State,
    ]
    .map(|text| Column::new(text.to(lang)));
    let empty = Empty::new(Icon::Shield, Text::NothingAssets.to(lang))
        .advice(Text::NothingAssetsHelp.to(lang));
    let table = Table::new(Text::Equipment.to(lang), columns)
        .empty(empty)
        .rows(found.items.iter().map(|one| {
            [
                Cell::from(link(asset_page(one.id), &one.number)),
                one.name.as_str().into(),
                texts::kind(one.kind).to(lang).into_owned().into(),
                names.get(&one.section).cloned().unwrap_or_default().into(),
                one.place.as_str().into(),
                state(lang, one.state).into(),
            ]
        }));
    let filters = filters(&visit).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Equipment.to(lang)).actions(actions(&visit));
    Ok(Html(page.render(html! {
        (views(&visit, ASSETS))
        (filters)
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

fn actions(visit: &Visit) -> Markup {
    let lang = visit.lang;
    if asset::keeper_of(&visit.cx).is_some_and(|own| own.is_empty()) {
        return html! {};
    }
    let add = Button::link(format!("{ASSETS}/new"), Text::NewAsset.to(lang));
    html! {
        (add.primary().icon(Icon::Plus))
        (Button::link(format!("{ASSETS}/import"), Text::Import.to(lang)).icon(Icon::Upload))
        (Button::link(format!("{ASSETS}/export.csv"), Text::Export.to(lang)).icon(Icon::Download))
    }
}

async fn filters(visit: &Visit) -> Answer<Markup> {
    let lang = visit.lang;
    let any = || [Choice::new("", Text::Any.to(lang))];
    let held = |name: &str| visit.query(name).unwrap_or_default().to_owned();
    let kinds = AssetKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), texts::kind(*kind).to(lang)));
    let states = AssetState::ALL
        .iter()
        .map(|state| Choice::new(state.code(), texts::state(*state).to(lang)));
    let form = Form::filter(lang, ASSETS);
    Ok(form.clone().render(html! {
        (form.select("kind", Text::Kind.to(lang)).options(any()).options(kinds).value(held("kind")))
        (form.select("section", Text::Section.to(lang)).options(any()).options(every_unit(visit).await?).value(held("section")))
        (form.select("state", Text::State.to(lang)).options(any()).options(states).value(held("state")))
        (form.search("words", Text::Words.to(lang)).value(held("words")))
        (Button::submit(Text::Find.to(lang)))
    }))
}

fn state(lang: Lang, state: AssetState) -> Markup {
    let tone = match state {
        AssetState::InUse => Tone::Success,
        AssetState::Stored | AssetState::Disposed => Tone::Neutral,
    };
    html! { (Tag::new(tone, texts::state(state).to(lang))) }
}

/// `GET /inventory/equipment/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<AssetId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let one = asset::show(&visit.cx, id).await?;
    let names = units(&visit, [one.section]).await?;
    let systems = named_systems(&visit, &one).await?;
    let facts = [
        (Text::Number, html! { (one.number) }),
        (Text::Kind, html! { (texts::kind(one.kind).to(lang)) }),
        (
            Text::Section,
            html! { (names.get(&one.section).cloned().unwrap_or_default()) },
        ),
        (Text::Place, html! { (one.place) }),
        (
            Text::OfSystem,
            html! {
                @match one.system {
                    Some(system) => (link(system_page(system), systems.get(&system).cloned().unwrap_or_default())),
                    None => (Text::NoSystem.to(lang)),
                }
            },
        ),
        (
            Text::About,
            html! { @for line in one.about.lines() { p { (line) } } },
        ),
    ];
    let facts = facts.map(|(text, words)| (text.to(lang), words));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*one.name)
        .crumb(ASSETS, Text::Equipment.to(lang))
        .tags(state(lang, one.state))
        .actions(html! {
            @if one.kind.is_operated() {
                (Button::link(of_asset(id), Operating::Operators.to(lang)).icon(Icon::People))
            }
            @if asset::may_keep(&visit.cx, &one) {
                (Button::link(format!("{}/edit", asset_page(id)), Common::Edit.to(lang)).icon(Icon::Edit))
            }
        });
    Ok(Html(page.render(html! {
        (definitions(facts))
        (kept(&visit, &id).await?)
    })))
}

async fn named_systems(visit: &Visit, one: &Asset) -> Answer<HashMap<SystemId, String>> {
    if one.system.is_none() {
        return Ok(HashMap::new());
    }
    let systems = inventory::systems(&visit.cx, MOST as u64).await?;
    Ok(systems.into_iter().map(|one| (one.id, one.name)).collect())
}
