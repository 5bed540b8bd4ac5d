//! Founding, editing and closing a unit.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::directory;
use yakusho_accounts::ledger::Recorded;
use yakusho_accounts::organisation::{self, Unit};
use yakusho_kernel::{Invalid, UnitId};
use yakusho_regulation::{SectionTag, UnitRank};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Visit};

use super::act::{FormPage, Outcome, Shown, from_day, from_field, go, seen};
use super::texts::Text;
use super::unit::Known;
use super::{NEW_UNIT, tree, unit_page};
use crate::orders::Elsewhere;
use crate::terms;

/// `GET /admin/organisation/units/new`: below which unit (`parent`).
#[handler]
pub(super) async fn ask_new(visit: Visit) -> Answer<Response> {
    new_page(&visit, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/units/new`
#[handler]
pub(super) async fn found(
    visit: Visit,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = founded(&visit, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => new_page(&visit, &shown).await,
    }
}

async fn founded(
    visit: &Visit,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let (unit, from) = read(fields)?;
    let edit = organisation::found_unit(&visit.cx, from, unit).await?;
    go(visit, fields, elsewhere, edit, |id| {
        format!("{}?on={from}", unit_page(id))
    })
    .await
}

async fn new_page(visit: &Visit, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let parent = visit.query("parent").and_then(|id| id.parse().ok());
    let unit = Unit {
        code: String::new(),
        name: String::new(),
        rank: UnitRank::Section,
        parent,
        position: 0,
        tags: Vec::new(),
    };
    let choices = Choices::of(visit, visit.cx.today(), None, parent).await?;
    let page = FormPage {
        title: Text::NewUnit.to(lang).into_owned(),
        above: Vec::new(),
        action: NEW_UNIT.to_owned(),
        act: Text::NewUnit.to(lang).into_owned(),
        danger: false,
    };
    page.answer(visit, shown, |form| {
        html! { (what(lang, form, &unit, &choices)) (from_field(visit, form, None)) }
    })
    .await
}

/// `GET /admin/organisation/units/:id/edit`
#[handler]
pub(super) async fn ask_edit(visit: Visit, Path(id): Path<UnitId>) -> Answer<Response> {
    edit_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/units/:id/edit`
#[handler]
pub(super) async fn submit_edit(
    visit: Visit,
    Path(id): Path<UnitId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = edited(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => edit_page(&visit, id, &shown).await,
    }
}

async fn edited(
    visit: &Visit,
    id: UnitId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let (unit, from) = read(fields)?;
    let edit = organisation::edit_unit(&visit.cx, id, row, from, unit).await?;
    go(visit, fields, elsewhere, edit, |()| {
        format!("{}?on={from}", unit_page(id))
    })
    .await
}

async fn edit_page(visit: &Visit, id: UnitId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(visit.cx.today())?;
    let choices = Choices::of(visit, first(visit, record), Some(id), record.state.parent).await?;
    let page = form_page(lang, id, &record.state, &Text::EditUnit, "edit");
    page.answer(visit, shown, |form| {
        html! {
            (form.hidden("row", &record.row.to_string()))
            (what(lang, form, &record.state, &choices))
            (from_field(visit, form, Some(record.days.first())))
        }
    })
    .await
}

/// `GET /admin/organisation/units/:id/close`
#[handler]
pub(super) async fn ask_close(visit: Visit, Path(id): Path<UnitId>) -> Answer<Response> {
    close_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/units/:id/close`
#[handler]
pub(super) async fn close(
    visit: Visit,
    Path(id): Path<UnitId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = closed(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => close_page(&visit, id, &shown).await,
    }
}

async fn closed(
    visit: &Visit,
    id: UnitId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let from = from_day(fields)?;
    let edit = organisation::close_unit(&visit.cx, id, row, from).await?;
    go(visit, fields, elsewhere, edit, |()| unit_page(id)).await
}

async fn close_page(visit: &Visit, id: UnitId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(visit.cx.today())?;
    let page = FormPage {
        danger: true,
        ..form_page(lang, id, &record.state, &Text::CloseUnit, "close")
    };
    page.answer(visit, shown, |form| {
        html! {
            p { (Text::CloseUnitWords.to(lang)) }
            (form.hidden("row", &record.row.to_string()))
            (from_field(visit, form, Some(record.days.first())))
        }
    })
    .await
}

fn form_page(lang: Lang, id: UnitId, unit: &Unit, act: &Text, verb: &str) -> FormPage {
    let here = unit_page(id);
    FormPage {
        title: act.to(lang).into_owned(),
        action: format!("{here}/{verb}"),
        above: vec![(here, unit.name.clone())],
        act: act.to(lang).into_owned(),
        danger: false,
    }
}

/// The first day from which the edit of what was read can hold without going back.
fn first(visit: &Visit, record: &Recorded<Unit>) -> Date {
    record.days.first().max(visit.cx.today())
}

/// What the form says of the unit.
fn read(fields: &Fields) -> Result<(Unit, Date), Invalid> {
    let mut read = fields.reader();
    let rank = read.needed("rank", |read, name| {
        read.with(name, |id| {
            UnitRank::ALL.into_iter().find(|rank| rank.id() == id)
        })
    });
    let parent = read.one("parent");
    let position = read.needed("position", Reader::one);
    let from = read.needed("from", Reader::day);
    let ((rank, position), from) = read.finish_with(rank.zip(position).zip(from))?;
    let is_tagged = |tag: &SectionTag| fields.all("tags").any(|id| id == tag.id());
    let unit = Unit {
        code: fields.code("code"),
        name: fields.text("name"),
        rank,
        parent,
        position,
        tags: SectionTag::ALL.into_iter().filter(is_tagged).collect(),
    };
    Ok((unit, from))
}

/// Which units can lie above, and those that lie beside.
struct Choices {
    parents: Vec<Choice>,
    neighbours: Vec<(i32, String)>,
}

impl Choices {
    async fn of(
        visit: &Visit,
        day: Date,
        own: Option<UnitId>,
        parent: Option<UnitId>,
    ) -> Result<Self, Problem> {
        let units = directory::units(&visit.cx.reader(), day).await?;
        let others = || units.iter().filter(|unit| Some(unit.id) != own);
        let parents = others().filter(|unit| unit.rank != UnitRank::Unit);
        let neighbours = others().filter(|unit| unit.parent == parent);
        Ok(Self {
            parents: parents
                .map(|unit| Choice::new(unit.id.to_string(), unit.indented_name()))
                .collect(),
            neighbours: neighbours
                .map(|unit| (unit.position, unit.name.clone()))
                .collect(),
        })
    }
}

fn what(lang: Lang, form: &Form, unit: &Unit, choices: &Choices) -> Markup {
    let ranks = UnitRank::ALL.map(|rank| Choice::new(rank.id(), terms::rank(lang, rank)));
    let tags = SectionTag::ALL.map(|tag| Choice::new(tag.id(), tree::tag_words(lang, tag)));
    let parent = unit.parent.map(|parent| parent.to_string());
    html! {
        (form.text("name", Text::Name.to(lang)).required().max_chars(100).value(&*unit.name))
        (form.text("code", Text::Code.to(lang)).required().max_chars(20).short().value(&*unit.code)
            .help(Text::CodeHelp.to(lang)))
        (form.radios("rank", Text::Rank.to(lang)).required().options(ranks).value(unit.rank.id()))
        (form.select("parent", Text::Parent.to(lang)).options(choices.parents.clone())
            .value(parent.unwrap_or_default()).help(Text::ParentHelp.to(lang)))
        (form.number("position", Text::Position.to(lang)).required().value(unit.position.to_string())
            .help(Text::PositionHelp.to(lang)))
        @if !choices.neighbours.is_empty() {
            p.meta {
                (Text::Neighbours.to(lang)) ": "
                @for (position, name) in &choices.neighbours { (position) " " (name) "\u{3000}" }
            }
        }
        (form.checkboxes("tags", Text::Tags.to(lang)).options(tags)
            .values(unit.tags.iter().map(|tag| tag.id())))
    }
}
