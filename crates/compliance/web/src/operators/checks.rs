//! The check: may this person, at this terminal, do this business with these data today? And what was answered.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use yakusho_accounts::directory;
use yakusho_compliance::asset;
use yakusho_compliance::ids::{AssetId, DataSetId};
use yakusho_compliance::inventory;
use yakusho_compliance::operation::{self, Answered, Asked, Recorded};
use yakusho_kernel::{Fault, Invalid, Page as Listed, Reason};
use yakusho_regulation::{Citation, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Empty, Icon, Table, Tag, Tone, buttons, link, section,
    short_moment,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Typed, Visit};

use super::texts::{self, Text};
use super::{CHECKS, of_asset};
use crate::inventory::{people, views};

/// The most sets of data that a field offers.
const MOST: usize = 1_000;

/// `GET /operation-checks`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer {
    page(&visit, visit.typed(), None).await
}

/// `POST /operation-checks`
#[handler]
pub(super) async fn ask(visit: Visit, fields: Fields) -> Answer {
    let asked = async {
        let asked = read(&visit, &fields).await?;
        match operation::check(&visit.cx, asked).await {
            Ok(answered) => Ok::<_, Problem>(answered.into_inner()),
            // What is operated by nobody is no terminal, either.
            Err(Fault::NotFound) => Err(Invalid::field("asset", Reason::Unknown).into()),
            Err(fault) => Err(fault.into()),
        }
    };
    match asked.await {
        Ok(answered) => page(&visit, Typed::so_far(&fields), Some(&answered)).await,
        Err(problem) => page(&visit, problem.again(&fields)?, None).await,
    }
}

async fn read(visit: &Visit, fields: &Fields) -> Answer<Asked> {
    let mut read = fields.reader();
    let (number, asset) = (fields.code("person"), fields.text("asset"));
    if number.is_empty() {
        read.wrong("person", Reason::Required);
    }
    if asset.trim().is_empty() {
        read.wrong("asset", Reason::Required);
    }
    let data = read.one("data");
    read.finish()?;
    let on = visit.cx.reader();
    let found = directory::numbered(&on, visit.cx.today(), std::slice::from_ref(&number)).await?;
    let person = found.get(&number).map(|card| card.id);
    let asset = asset::numbered(&visit.cx, &asset).await?;
    let mut invalid = Invalid::default();
    if person.is_none() {
        invalid.push("person", Reason::Code("unknown_staff_number"));
    }
    if asset.is_none() {
        invalid.push("asset", Reason::Unknown);
    }
    match (person, asset) {
        (Some(person), Some(asset)) => Ok(Asked {
            person,
            asset: asset.id,
            business: fields.text("business"),
            data,
        }),
        _ => Err(invalid.into()),
    }
}

async fn page(visit: &Visit, typed: Typed<'_>, answered: Option<&Answered>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let data = inventory::data_sets(cx, None, None, MOST).await?.items;
    let choices = data
        .iter()
        .map(|one| Choice::new(one.id.to_string(), &*one.name));
    let form = typed.form(visit, CHECKS);
    let body = form.clone().render(html! {
        (form.text("person", Text::PersonNumber.to(lang)).required().short())
        (form.text("asset", Text::AssetNumber.to(lang)).required().short())
        (form.text("business", Text::Business.to(lang)).required().max_chars(200))
        (form.select("data", Text::DataSet.to(lang))
            .options([Choice::new("", Text::NoData.to(lang))]).options(choices))
        (buttons(Button::submit(Text::Ask.to(lang)).primary()))
    });
    let record = record(
        visit,
        &data.iter().map(|one| (one.id, &*one.name)).collect(),
    )
    .await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::CheckTitle.to(lang));
    Ok(typed.page(page.render(html! {
        (views(visit, CHECKS))
        p { (Text::CheckHelp.to(lang)) }
        @if let Some(answered) = answered { (said(visit, answered)) }
        (body)
        (record)
    })))
}

/// The answer, in words.
fn said(visit: &Visit, answered: &Answered) -> Markup {
    let lang = visit.lang;
    let why = texts::outcome(answered.outcome).to(lang);
    let words = html! {
        p { (why) }
        @if let Some(basis) = &answered.basis { p { (Text::Rule.to(lang)) ": " (basis.text(lang)) } }
    };
    if answered.outcome.permits() {
        html! { (Alert::success(lang, Text::Yes.to(lang)).body(words)) }
    } else {
        html! { (Alert::error(lang, Text::No.to(lang)).body(words)) }
    }
}

/// What was answered, for those who may see it.
async fn record(visit: &Visit, data: &HashMap<DataSetId, &str>) -> Answer<Markup> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let listed = match operation::recorded(cx, None, visit.after().as_ref(), PAGE_SIZE).await {
        Ok(listed) => listed,
        Err(Fault::NotFound) => return Ok(html! {}),
        Err(fault) => return Err(fault.into()),
    };
    let Listed { items, next } = &listed;
    let ids: Vec<AssetId> = items.iter().map(|one| one.asset).collect();
    let assets = asset::several(cx, &ids).await?;
    let assets: HashMap<AssetId, String> =
        assets.into_iter().map(|one| (one.id, one.number)).collect();
    let named = items
        .iter()
        .flat_map(|one| one.asked_by.into_iter().chain([one.person]));
    let people = people(visit, named).await?;
    let name = |person| people.get(&person).cloned().unwrap_or_default();
    let columns = [
        Text::At,
        Text::Who,
        Text::Where,
        Text::Business,
        Text::Answer,
        Text::AskedBy,
    ]
    .map(|text| Column::new(text.to(lang)));
    let rows = items.iter().map(|one| {
        [
            Cell::from(short_moment(lang, one.at.local())),
            name(one.person).into(),
            html! { @if let Some(number) = assets.get(&one.asset) { (link(of_asset(one.asset), number)) } }.into(),
            html! {
                (one.business)
                @if let Some(name) = one.data.and_then(|id| data.get(&id)) { p.meta { (name) } }
            }
            .into(),
            answer(visit, one).into(),
            one.asked_by.map(name).unwrap_or_default().into(),
        ]
    });
    let table = Table::new(Text::Record.to(lang), columns)
        .empty(Empty::new(Icon::Shield, Text::NoRecord.to(lang)))
        .rows(rows);
    Ok(section(
        Text::Record.to(lang),
        html! { (table) (visit.pager(next.as_ref())) },
    ))
}

fn answer(visit: &Visit, one: &Recorded) -> Markup {
    let lang = visit.lang;
    let tone = if one.outcome.permits() {
        Tone::Success
    } else {
        Tone::Error
    };
    let rule = one.rule.as_deref().and_then(Rule::from_id);
    let citation = one
        .citation
        .as_deref()
        .and_then(|text| text.parse::<Citation>().ok());
    let article = rule
        .zip(citation)
        .map(|(rule, citation)| visit.cx.city().cite(rule, &citation, lang));
    html! {
        (Tag::new(tone, texts::outcome(one.outcome).to(lang)))
        @if let Some(article) = article { p.meta { (article) } }
    }
}
