//! The measures of all systems that the reader sees, the first to be reviewed first.

use maud::{Markup, html};
use poem::web::Html;
use poem::{Response, handler};
use yakusho_compliance::protection::{self, Filter, Measure, MeasureKind};
use yakusho_webkit::csv::KIND;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Choice, Column, Empty, Form, Icon, Table, Tag, Tone, link, short_day,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::texts::{self, Text};
use super::{MEASURES, measure_page};
use crate::inventory::{system_page, units, views};

/// How many characters of a measure a list shows.
const SHOWN: usize = 60;

/// `GET /inventory/measures`, filtered by `kind` and `overdue`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let filter = Filter {
        kind: visit.query("kind").and_then(MeasureKind::from_code),
        overdue: visit.query("overdue").is_some(),
    };
    let after = visit.after();
    let found = protection::list(&visit.cx, filter, after.as_ref(), PAGE_SIZE).await?;
    let columns = [
        Text::Measure,
        Text::System,
        Text::Kind,
        Text::By,
        Text::Review,
    ]
    .map(|text| Column::new(text.to(lang)));
    let filtered = filter.overdue || filter.kind.is_some();
    let nothing = if filtered {
        Text::NothingFound
    } else {
        Text::Nothing
    };
    let mut rows = Vec::new();
    let takers = takers(&visit, found.items.iter().map(|row| &row.measure)).await?;
    for (row, taker) in found.items.iter().zip(takers) {
        let measure = &row.measure;
        rows.push([
            Cell::from(link(measure_page(measure.id), shortened(&measure.text))),
            link(system_page(measure.system), &row.system).into(),
            texts::kind(measure.kind).to(lang).into_owned().into(),
            taker.into(),
            due(&visit, measure).into(),
        ]);
    }
    let table = Table::new(Text::Measures.to(lang), columns)
        .empty(Empty::new(Icon::Shield, nothing.to(lang)))
        .rows(rows);
    let kinds = protection::kinds(&visit.cx).into_iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), texts::kind(kind).to(lang)));
    let form = Form::filter(lang, MEASURES);
    let filters = form.clone().render(html! {
        (form.select("kind", Text::Kind.to(lang)).options([Choice::new("", Text::Any.to(lang))]).options(kinds)
            .value(visit.query("kind").unwrap_or_default()))
        (form.checkbox("overdue", Text::Overdue.to(lang)).checked(filter.overdue))
        (Button::submit(Text::Find.to(lang)))
    });
    let file = Button::link(format!("{MEASURES}/export.csv"), Text::Export.to(lang));
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Measures.to(lang)).actions(html! { (file.icon(Icon::Download)) });
    Ok(Html(page.render(html! {
        (views(&visit, MEASURES))
        p { (Text::Intro.to(lang)) }
        (filters)
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

/// `GET /inventory/measures/export.csv`
#[handler]
pub(super) async fn export(visit: Visit) -> Answer<Response> {
    everything(&visit).await
}

/// What the reader sees of the register, as a file.
pub(super) async fn everything(visit: &Visit) -> Answer<Response> {
    let file = protection::export(&visit.cx).await?.into_inner();
    let name = format!("measures-{}.csv", visit.cx.today());
    Ok(visit.file(&name, KIND, file))
}

/// The beginning of what is done.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Who takes each of these measures, in words.
pub(super) async fn takers<'m>(
    visit: &Visit,
    measures: impl Iterator<Item = &'m Measure> + Clone,
) -> Answer<Vec<String>> {
    let names = units(visit, measures.clone().filter_map(|one| one.section)).await?;
    let called = |one: &Measure| {
        let Some(section) = one.section else {
            let role = yakusho_regulation::Role::InformationSystemManager;
            return crate::names::role_title(visit, role);
        };
        let section = names.get(&section).cloned().unwrap_or_default();
        Text::BySection { section }.to(visit.lang).into_owned()
    };
    Ok(measures.map(called).collect())
}

/// Until when a measure is to be reviewed, or that it has ended.
pub(super) fn due(visit: &Visit, measure: &Measure) -> Markup {
    let lang = visit.lang;
    html! {
        @match measure.review {
            Some(day) => {
                (short_day(lang, day))
                @if day < visit.cx.today() { " " (Tag::new(Tone::Error, Text::Late.to(lang))) }
            }
            None => (Tag::new(Tone::Neutral, Text::Ended.to(lang))),
        }
    }
}
