//! The page of all articles.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Html};
use time::Date;
use yakusho_compliance::duty::{self, Ledger};
use yakusho_compliance::status::{self, ArticleStatus, State, Status};
use yakusho_kernel::Timestamp;
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Form, Icon, Table, buttons, link, short_day, short_moment,
};
use yakusho_webkit::{Answer, Visit};

use super::texts::{Text, tag, words};
use super::{CSV, PAGE, PDF};

/// What is asked for.
pub(super) struct Filter {
    pub(super) day: Date,
    pub(super) regulation: Option<String>,
    pub(super) state: Option<State>,
}

impl Filter {
    pub(super) fn of(visit: &Visit) -> Self {
        let given = |name| visit.query(name).filter(|value| !value.is_empty());
        Self {
            day: visit.day("day").or_today().min(visit.cx.today()),
            regulation: given("regulation").map(str::to_owned),
            state: given("state").and_then(State::from_code),
        }
    }

    /// Whether an article is wanted.
    pub(super) fn fits(&self, article: &ArticleStatus) -> bool {
        let regulation = self.regulation.as_ref();
        regulation.is_none_or(|key| article.regulation == *key)
            && self.state.is_none_or(|state| article.state() == state)
    }

    /// The same for a file.
    fn file(&self, file: &str) -> String {
        let mut address = format!("{file}?day={}", self.day);
        if let Some(regulation) = &self.regulation {
            address.push_str("&regulation=");
            address.push_str(regulation);
        }
        if let Some(state) = self.state {
            address.push_str("&state=");
            address.push_str(state.code());
        }
        address
    }
}

/// `GET /compliance`, of a `day`, `regulation` and `state`
#[handler]
pub(super) async fn show(visit: Visit, Data(ledger): Data<&Ledger>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let filter = Filter::of(&visit);
    let status = status::status(&visit.cx, ledger, filter.day).await?;
    let fitting: Vec<&ArticleStatus> = status
        .articles
        .iter()
        .filter(|article| filter.fits(article))
        .collect();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang)).actions(html! {
        (Button::link(filter.file(PDF), Text::ReportPdf.to(lang)).icon(Icon::Download))
        (Button::link(filter.file(CSV), Common::DownloadCsv.to(lang)).icon(Icon::Download))
        (Button::print(Common::Print.to(lang)))
    });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (as_of(&visit, &status))
        (form(&visit, &filter))
        p.meta { (Text::Count { n: fitting.len() }.to(lang)) }
        (table(&visit, &status, &fitting))
    })))
}

fn as_of(visit: &Visit, status: &Status) -> Markup {
    let lang = visit.lang;
    if status.day == visit.cx.today() {
        return html! {};
    }
    let day = text::day(lang, status.day);
    html! {
        (Alert::info(lang, Text::AsItWas { day }.to(lang)).body(html! {
            @if !status.duties_known { p { (Text::DutiesUnknown.to(lang)) } }
        }))
    }
}

fn form(visit: &Visit, filter: &Filter) -> Markup {
    let lang = visit.lang;
    let (asked, label) = (visit.day("day"), Text::Day.to(lang));
    let form = Form::filter(lang, PAGE).errors(asked.error(&label));
    let regulations = visit.cx.city().regulations();
    let regulations = regulations.iter().map(|one| (one.key(), one.title(lang)));
    let states = State::ALL.iter().map(|one| (one.code(), words(lang, *one)));
    let regulation = filter.regulation.clone().unwrap_or_default();
    form.render(html! {
        (form.date("day", label).value(asked.held(Some(filter.day))))
        (form.select("regulation", Text::Regulation.to(lang)).options(regulations).value(regulation))
        (form.select("state", Text::State.to(lang)).options(states)
            .value(filter.state.map_or("", State::code)))
        (buttons(html! {
            (Button::submit(Common::Show.to(lang)).primary().icon(Icon::Filter))
            (Button::link(PAGE, Common::ClearFilter.to(lang)).tertiary())
        }))
    })
}

fn table(visit: &Visit, status: &Status, articles: &[&ArticleStatus]) -> Markup {
    let lang = visit.lang;
    let columns = [
        Text::Article,
        Text::State,
        Text::Rules,
        Text::Last,
        Text::Next,
    ];
    let table = Table::new(
        Text::Title.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(articles.iter().map(|article| row(visit, status, article)))
    .empty(Empty::new(Icon::Shield, Text::Nothing.to(lang)).advice(Text::NothingAdvice.to(lang)));
    html! { (table) }
}

/// The page of an article, as it was on the day.
fn article_page(visit: &Visit, status: &Status, article: &ArticleStatus) -> String {
    let page = format!(
        "{}/{}:{}",
        paths::REGULATION,
        article.regulation,
        article.number
    );
    if status.day == visit.cx.today() {
        page
    } else {
        format!("{page}?day={}", status.day)
    }
}

fn row(visit: &Visit, status: &Status, article: &ArticleStatus) -> [Cell; 5] {
    let lang = visit.lang;
    let regulation = visit.cx.city().regulation(&article.regulation);
    let (_, overdue) = article.duties();
    [
        html! {
            (link(article_page(visit, status, article), article.number.wording(lang)))
            " " (article.heading(lang))
            @if let Some(regulation) = regulation { div.meta { (regulation.title(lang)) } }
        }
        .into(),
        html! { (tag(lang, article.state())) }.into(),
        html! {
            @for rule in &article.rules { div { (rule.rule.title(lang)) } }
            @if article.rules.is_empty() { span.meta { (Text::NoRules.to(lang)) } }
        }
        .into(),
        html! { (last(visit, article)) }.into(),
        html! {
            @if let Some(next) = article.next() { (short_day(lang, next)) }
            @if overdue > 0 {
                div { (Text::OverdueCount { n: overdue }.to(lang)) }
                @for rule in article.rules.iter().filter(|rule| rule.overdue > 0) {
                    div.meta { (rule.rule.title(lang)) }
                }
            }
        }
        .into(),
    ]
}

/// When one of its rules was last seen at work, with the way to the entry for those who see the trail.
fn last(visit: &Visit, article: &ArticleStatus) -> Markup {
    let lang = visit.lang;
    let moment = |at: Timestamp| short_moment(lang, at.local());
    match article.last() {
        Some((at, Some(entry))) if duty::oversees(&visit.cx) => html! {
            (moment(at)) " " (link(format!("{}/{entry}", paths::AUDIT), Text::Entry.to(lang)))
        },
        Some((at, _)) => moment(at),
        None if article.rules.is_empty() => html! {},
        None => html! { span.meta { (Text::Never.to(lang)) } },
    }
}
