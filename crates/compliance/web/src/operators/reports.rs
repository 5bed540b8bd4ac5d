//! A report on form 5, as the form.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_compliance::designation::{self, ReportId};
use yakusho_regulation::Rule;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, fiscal_year};
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Table, day, definitions, link, moment,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::REPORTS;
use super::texts::{self, Text};
use crate::inventory::{SYSTEMS, Text as Registers, people, units, views};

/// `GET /operator-reports`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let found = designation::register(cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let units = units(&visit, found.items.iter().map(|one| one.section)).await?;
    let columns = [Text::Number, Text::ReportedOn, Text::OfSection, Text::Lines];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Reports.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::NoReports.to(lang)))
        .rows(found.items.iter().map(|one| {
            let (year, number) = (fiscal_year(lang, one.year), one.number);
            let number = Text::ReportNumber { year, number }.to(lang);
            [
                Cell::from(link(super::report_page(one.id), number)),
                day(lang, one.on).into(),
                units.get(&one.section).cloned().unwrap_or_default().into(),
                one.lines.len().to_string().into(),
            ]
        }));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::ReportTitle.to(lang));
    Ok(Html(page.render(html! {
        (views(&visit, REPORTS))
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

/// `GET /operator-reports/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<ReportId>) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let (report, place) = designation::report_of(cx, id).await?;
    let named = report.lines.iter().map(|line| line.person);
    let named = named.chain([report.by.author, report.by.hand]);
    let people = people(&visit, named).await?;
    let units = units(&visit, [report.section]).await?;
    let name = |person| people.get(&person).cloned().unwrap_or_default();
    let by = if report.by.author == report.by.hand {
        name(report.by.author)
    } else {
        format!("{}({})", name(report.by.author), name(report.by.hand))
    };
    let number = Text::ReportNumber {
        year: fiscal_year(lang, report.year),
        number: report.number,
    };
    let facts = [
        (Text::OfSystem.to(lang), html! { (place.name) }),
        (
            Text::OfSection.to(lang),
            html! { (units.get(&report.section).cloned().unwrap_or_default()) },
        ),
        (
            Text::ReportedOn.to(lang),
            html! { (day(lang, report.on)) " " (moment(lang, report.at.local())) },
        ),
        (Text::ReportedBy.to(lang), html! { (by) }),
    ];
    let columns = [Text::What, Text::Who, Text::From].map(|text| Column::new(text.to(lang)));
    let rows = report.lines.iter().map(|line| {
        [
            Cell::from(texts::line(line.what).to(lang).into_owned()),
            name(line.person).into(),
            day(lang, line.from).into(),
        ]
    });
    let table = Table::new(Text::What.to(lang), columns).rows(rows);
    let form = visit
        .cx
        .city()
        .form_under(Rule::BusinessSystemOperators, report.on);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::ReportTitle.to(lang))
        .crumb(SYSTEMS, Registers::Systems.to(lang))
        .crumb(super::of_system(report.system), Text::Operators.to(lang))
        .meta(html! {
            @if let Some(form) = form { (Text::Form { number: form.number() }.to(lang)) " " }
            (number.to(lang))
        })
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (definitions(facts))
        (table)
    })))
}
