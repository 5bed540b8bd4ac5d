//! The whole as a report on paper for an audit.

use poem::web::Data;
use poem::{Response, handler};
use yakusho_compliance::duty::Ledger;
use yakusho_compliance::status::{self, ArticleStatus, State, Status};
use yakusho_print::{Align, Column, Paper, Part, Row};
use yakusho_regulation::Regulation;
use yakusho_webkit::text::day;
use yakusho_webkit::{Answer, Visit};

use super::page::Filter;
use super::texts::{Text, words};
use crate::print;

/// `GET /compliance/report.pdf`, with the filter of the page: how it stood at the end of that day, article by article
#[handler]
pub(super) async fn show(visit: Visit, Data(ledger): Data<&Ledger>) -> Answer<Response> {
    visit.day("day").check()?;
    let filter = Filter::of(&visit);
    let status = status::status(&visit.cx, ledger, filter.day).await?;
    let name = format!("compliance-{}.pdf", status.day);
    print::pdf(&visit, &name, paper(&visit, &filter, &status)).await
}

fn paper(visit: &Visit, filter: &Filter, status: &Status) -> Paper {
    let lang = visit.lang;
    let (city, today) = (visit.cx.city(), visit.cx.today());
    let of = |regulation: &Regulation| {
        let articles = status.articles.iter();
        let own = articles.filter(|one| one.regulation == regulation.key() && filter.fits(one));
        own.collect::<Vec<_>>()
    };
    let regulations = city.regulations().iter();
    let regulations = regulations.map(|regulation| (regulation, of(regulation)));
    let shown: Vec<_> = regulations.filter(|(_, own)| !own.is_empty()).collect();
    let mut parts = vec![summary(visit, filter, status, &shown)];
    if !status.duties_known {
        parts.push(told(Text::DutiesUnknown.to(lang).into_owned()));
    }
    if let Some(state) = filter.state {
        let state = words(lang, state).into_owned();
        parts.push(told(Text::OnlyState { state }.to(lang).into_owned()));
    }
    if shown.is_empty() {
        parts.push(told(Text::Nothing.to(lang).into_owned()));
    }
    parts.extend(
        shown
            .iter()
            .map(|(regulation, own)| table(visit, regulation, own)),
    );
    let (as_of, printed) = (day(lang, status.day), day(lang, today));
    Paper {
        lang: lang.tag(),
        form: String::new(),
        office: city.name(lang).to_owned(),
        title: Text::Report.to(lang).into_owned(),
        marks: vec![Text::AsOf { day: as_of }.to(lang).into_owned()],
        parts,
        foot: Text::PrintedOn { day: printed }.to(lang).into_owned(),
        day: Some(status.day),
    }
}

fn told(line: String) -> Part {
    Part::Text {
        caption: String::new(),
        lines: vec![line],
    }
}

/// The regulations, and how many of the articles shown stand how.
fn summary(
    visit: &Visit,
    filter: &Filter,
    status: &Status,
    shown: &[(&Regulation, Vec<&ArticleStatus>)],
) -> Part {
    let lang = visit.lang;
    let titles = shown
        .iter()
        .map(|(regulation, _)| regulation.title(lang).to_owned());
    let row = |label: Text, lines: Vec<String>| Row {
        label: label.to(lang).into_owned(),
        lines,
    };
    let count = |state: State| {
        let articles = shown.iter().flat_map(|(_, own)| own);
        let n = articles.filter(|one| one.state() == state).count();
        Row {
            label: words(lang, state).into_owned(),
            lines: vec![Text::Count { n }.to(lang).into_owned()],
        }
    };
    let mut rows = vec![
        row(Text::Day, vec![day(lang, status.day)]),
        row(Text::Regulation, titles.collect()),
    ];
    let states = State::ALL.iter();
    let states = states.filter(|state| filter.state.is_none_or(|only| only == **state));
    rows.extend(states.map(|state| count(*state)));
    Part::Fields {
        caption: Text::Summary.to(lang).into_owned(),
        rows,
    }
}

fn table(visit: &Visit, regulation: &Regulation, articles: &[&ArticleStatus]) -> Part {
    let lang = visit.lang;
    let columns = [
        (Text::Article, 4),
        (Text::State, 3),
        (Text::Rules, 5),
        (Text::Last, 3),
        (Text::Next, 3),
    ];
    Part::Table {
        caption: regulation.title(lang).to_owned(),
        columns: columns
            .map(|(title, share)| Column {
                title: title.to(lang).into_owned(),
                share,
                align: Align::Left,
            })
            .into(),
        rows: articles.iter().map(|one| row(visit, one)).collect(),
    }
}

fn row(visit: &Visit, article: &ArticleStatus) -> Vec<String> {
    let lang = visit.lang;
    let heading = article.heading(lang);
    let rules = article.rules.iter();
    let rules: Vec<&str> = rules.map(|rule| rule.rule.title(lang)).collect();
    let last = match article.last() {
        Some((at, _)) => day(lang, at.date()),
        None if rules.is_empty() => String::new(),
        None => Text::Never.to(lang).into_owned(),
    };
    let mut next: Vec<String> = article
        .next()
        .map(|next| day(lang, next))
        .into_iter()
        .collect();
    let (_, overdue) = article.duties();
    if overdue > 0 {
        next.push(Text::OverdueCount { n: overdue }.to(lang).into_owned());
    }
    vec![
        format!("{} {heading}", article.number.wording(lang))
            .trim()
            .to_owned(),
        words(lang, article.state()).into_owned(),
        match &rules[..] {
            [] => Text::NoRules.to(lang).into_owned(),
            rules => rules.join("\n"),
        },
        last,
        next.join("\n"),
    ]
}
