//! The page of who operates something.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use time::Date;
use yakusho_accounts::directory;
use yakusho_compliance::designation::{
    self, Designation, Manner, Owes, Place, Report, Target, TargetKind,
};
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_kernel::{Fault, PersonId, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common, fiscal_year};
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Disclosure, Form, Table, Tag, Tone, buttons, day, link,
    section,
};
use yakusho_webkit::{Answer, Typed, Visit};

use super::texts::{self, Text};
use super::{permits, report_page};
use crate::inventory::{ASSETS, SYSTEMS, Text as Registers, every_unit, people, units};

/// The most people that a field offers.
const MOST: usize = 300;

/// The most reports that the page lists.
const REPORTS: usize = 20;

/// `GET /inventory/systems/:id/operators`, of a `day`
#[handler]
pub(super) async fn of_system(visit: Visit, Path(id): Path<SystemId>) -> Answer {
    page(&visit, Target::System(id), &visit.typed()).await
}

/// `GET /inventory/equipment/:id/operators`, of a `day`
#[handler]
pub(super) async fn of_asset(visit: Visit, Path(id): Path<AssetId>) -> Answer {
    page(&visit, Target::Asset(id), &visit.typed()).await
}

/// Where the page of somebody who operates something is.
pub(super) fn address(target: Target) -> String {
    match target {
        Target::System(id) => super::of_system(id),
        Target::Asset(id) => super::of_asset(id),
    }
}

/// What people and sections are called on this page.
struct Names {
    people: HashMap<PersonId, String>,
    units: HashMap<UnitId, String>,
}

impl Names {
    async fn of(visit: &Visit, found: &[&Designation]) -> Answer<Self> {
        Ok(Self {
            people: people(visit, found.iter().filter_map(|one| one.person)).await?,
            units: units(visit, found.iter().map(|one| one.section)).await?,
        })
    }

    fn who(&self, visit: &Visit, one: &Designation) -> String {
        if let Some(person) = one.person {
            return self.people.get(&person).cloned().unwrap_or_default();
        }
        let section = self.units.get(&one.section).cloned().unwrap_or_default();
        Text::WholeSection { section }.to(visit.lang).into_owned()
    }
}

/// The page, with what was typed into its form.
pub(super) async fn page(visit: &Visit, target: Target, typed: &Typed<'_>) -> Answer {
    let (lang, cx) = (visit.lang, &visit.cx);
    let place = designation::place(cx, target).await?;
    let rights = designation::rights(cx, &place);
    if !rights.see {
        return Err(Fault::NotFound.into());
    }
    let asked = visit.day("day").or_today();
    let then = designation::operators(cx, target, asked).await?;
    let standing = designation::standing(cx, target).await?;
    let every: Vec<&Designation> = then.iter().chain(&standing).collect();
    let names = Names::of(visit, &every).await?;
    let (list, list_title, back) = match target {
        Target::System(id) => (SYSTEMS, Registers::Systems, format!("{SYSTEMS}/{id}")),
        Target::Asset(id) => (ASSETS, Registers::Equipment, format!("{ASSETS}/{id}")),
    };
    let permits = if let (TargetKind::Terminal, Target::Asset(id)) = (place.kind, target) {
        permits::section(visit, id, typed).await?
    } else {
        html! {}
    };
    let shell = visit.shell().await?;
    let title = Text::OperatorsOf {
        name: place.name.clone(),
    };
    let body = html! {
        p { (texts::rule_words(place.kind).to(lang)) }
        @if rights.designate { (owed(visit, &place, &standing)) }
        (on_day(visit, &place, asked, &then, &names))
        (table(visit, rights.designate, &standing, &names))
        @if rights.designate { (designate(visit, &place, typed).await?) }
        (permits)
        (reports(visit, &place).await?)
    };
    let page = Page::new(&shell, title.to(lang))
        .crumb(list, list_title.to(lang))
        .crumb(back, place.name.clone());
    Ok(typed.page(page.render(body)))
}

/// What of it is yet to be reported, with the way to do so.
fn owed(visit: &Visit, place: &Place, standing: &[Designation]) -> Markup {
    let lang = visit.lang;
    let n = standing.iter().filter(|one| one.owes.is_some()).count();
    let Target::System(id) = place.target else {
        return html! {};
    };
    if n == 0 {
        return html! {};
    }
    let at = format!("{}/report", super::of_system(id));
    let report = Button::post(at, visit.csrf(), Text::Report.to(lang)).primary();
    let alert = Alert::warning(lang, Text::ToReport.to(lang)).body(html! {
        p { (Text::ToReportWords { n }.to(lang)) }
        (report)
    });
    html! { (alert) }
}

fn on_day(
    visit: &Visit,
    place: &Place,
    asked: Date,
    then: &[Designation],
    names: &Names,
) -> Markup {
    let lang = visit.lang;
    let (named, label) = (visit.day("day"), Text::OnDay.to(lang));
    let form = Form::filter(lang, address(place.target)).errors(named.error(&label));
    let title = Text::OnThatDay {
        day: text::day(lang, asked),
    };
    section(
        title.to(lang),
        html! {
            (form.clone().render(html! {
                (form.date("day", label).help(Text::OnDayHelp.to(lang)).value(named.held(Some(asked))))
                (Button::submit(Text::Look.to(lang)))
            }))
            @if then.is_empty() { p { (Text::NobodyThen.to(lang)) } }
            ul { @for one in then { li { (names.who(visit, one)) } } }
        },
    )
}

fn state(visit: &Visit, one: &Designation) -> Markup {
    let lang = visit.lang;
    let tag = match one.owes {
        Some(Owes::Designation) => Tag::new(Tone::Warning, Text::AwaitsReport.to(lang)),
        Some(Owes::Release) => {
            let from = one.release_from.map(|from| text::day(lang, from));
            let from = from.unwrap_or_default();
            Tag::new(Tone::Warning, Text::AwaitsRelease { from }.to(lang))
        }
        None if one.days.first() > visit.cx.today() => {
            Tag::new(Tone::Neutral, Text::Ahead.to(lang))
        }
        None => Tag::new(Tone::Success, Text::Holds.to(lang)),
    };
    html! { (tag) }
}

fn table(visit: &Visit, may: bool, standing: &[Designation], names: &Names) -> Markup {
    let lang = visit.lang;
    let columns = [
        Text::Who,
        Text::Manner,
        Text::First,
        Text::Last,
        Text::State,
    ];
    let [who, manner, first, last, state_] = columns.map(|text| Column::new(text.to(lang)));
    let columns = [
        who,
        manner,
        first,
        last,
        state_,
        Column::actions(Text::Act.to(lang)),
    ];
    let rows = standing.iter().map(|one| {
        let name = names.who(visit, one);
        let form = Form::post(lang, format!("/operators/{}/release", one.id), visit.csrf());
        let release = form.clone().prefix(one.row.to_string()).render(html! {
            (form.hidden("row", &one.row.to_string()))
            (form.hidden("back", &address(one.target)))
            (form.clone().prefix(one.row.to_string()).date("from", Text::ReleaseFrom.to(lang)).required()
                .value(visit.cx.today().to_string()))
            (Button::submit(Text::Release.to(lang)).danger().small().about(name.clone()))
        });
        [
            Cell::from(name.clone()),
            texts::manner(one.manner).to(lang).into_owned().into(),
            day(lang, one.days.first()).into(),
            html! { @match one.days.last() { Some(last) => (day(lang, last)), None => (Text::Open.to(lang)) } }.into(),
            state(visit, one).into(),
            html! {
                @if may && one.owes != Some(Owes::Release) { (Disclosure::new(Text::Release.to(lang), release)) }
            }.into(),
        ]
    });
    let table = Table::new(Text::StandingNow.to(lang), columns).rows(rows);
    section(
        Text::StandingNow.to(lang),
        html! {
            @if standing.is_empty() { p { (Text::NothingStands.to(lang)) } } @else { (table) }
        },
    )
}

async fn designate(visit: &Visit, place: &Place, typed: &Typed<'_>) -> Answer<Markup> {
    let lang = visit.lang;
    let form = typed.form(visit, address(place.target));
    let who = if place.kind == TargetKind::InformationSystem {
        let choices = every_unit(visit).await?;
        html! { (form.select("who", Text::ChosenSection.to(lang)).required().options(choices)) }
    } else {
        let found = directory::search(&visit.cx, "", Some(place.section), None, MOST).await?;
        let members = found.items.iter().map(|card| {
            let label = format!("{} {}", card.post_title, card.name);
            Choice::new(card.id.to_string(), label.trim().to_owned())
        });
        html! {
            (form.select("who", Text::Member.to(lang)).help(Text::MemberHelp.to(lang))
                .options([Choice::new("", Common::ChooseNone.to(lang))]).options(members))
            (form.text("number", Text::StaffNumber.to(lang)).short())
        }
    };
    let manners = Manner::ALL
        .iter()
        .map(|manner| Choice::new(manner.code(), texts::manner(*manner).to(lang)));
    Ok(section(Text::Designate.to(lang), form.clone().render(html! {
        (who)
        (form.radios("manner", Text::Manner.to(lang)).required().options(manners).value(Manner::Designated.code()))
        (form.date("first", Text::First.to(lang)).required().value(visit.cx.today().to_string()))
        (form.date("last", Text::Last.to(lang)).help(Text::LastHelp.to(lang)))
        (buttons(Button::submit(Text::Designate.to(lang)).primary()))
    })))
}

async fn reports(visit: &Visit, place: &Place) -> Answer<Markup> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let Target::System(id) = place.target else {
        return Ok(html! {});
    };
    let found = designation::reports(cx, id, None, REPORTS).await?;
    let number = |one: &Report| Text::ReportNumber {
        year: fiscal_year(lang, one.year),
        number: one.number,
    };
    Ok(html! {
        @if !found.items.is_empty() {
            (section(Text::Reports.to(lang), html! {
                ul { @for one in &found.items { li {
                    (link(report_page(one.id), number(one).to(lang)))
                    " " (day(lang, one.on))
                } } }
            }))
        }
    })
}
