//! The whole as a table for an audit.

use poem::web::Data;
use poem::{Response, handler};
use yakusho_compliance::duty::{self, Ledger};
use yakusho_compliance::status::{self, ArticleStatus, RuleStatus};
use yakusho_webkit::csv::KIND;
use yakusho_webkit::{Answer, Visit};

use super::page::Filter;
use super::texts::{Text, words};

const HEADINGS: [Text; 10] = [
    Text::Regulation,
    Text::Article,
    Text::Heading,
    Text::Rules,
    Text::State,
    Text::Last,
    Text::Entry,
    Text::Next,
    Text::Open,
    Text::OverdueDuties,
];

/// `GET /compliance/report.csv`, with the filter of the page: a line for each rule of each article
#[handler]
pub(super) async fn show(visit: Visit, Data(ledger): Data<&Ledger>) -> Answer<Response> {
    visit.day("day").check()?;
    let filter = Filter::of(&visit);
    let status = status::status(&visit.cx, ledger, filter.day).await?;
    let articles = status.articles.iter();
    let fitting = articles.filter(|article| filter.fits(article));
    let rows = fitting.flat_map(|article| lines(&visit, article));
    let headings = HEADINGS.map(|text| text.to(visit.lang));
    let file = yakusho_sheet::file(headings.iter().map(AsRef::as_ref), rows);
    let name = format!("compliance-{}.csv", status.day);
    Ok(visit.file(&name, KIND, file))
}

/// A line for each rule of an article; one without for an article that has none.
fn lines(visit: &Visit, article: &ArticleStatus) -> Vec<[String; 10]> {
    if article.rules.is_empty() {
        return vec![line(visit, article, None)];
    }
    let rules = article.rules.iter();
    rules.map(|rule| line(visit, article, Some(rule))).collect()
}

fn line(visit: &Visit, article: &ArticleStatus, rule: Option<&RuleStatus>) -> [String; 10] {
    let lang = visit.lang;
    let regulation = visit.cx.city().regulation(&article.regulation);
    let state = rule.map_or(article.state(), |rule| rule.state);
    let last = rule.and_then(|rule| rule.last).map(yakusho_sheet::moment);
    let entry = rule.and_then(|rule| rule.entry);
    let entry = entry.filter(|_| duty::oversees(&visit.cx));
    let count =
        |of: fn(&RuleStatus) -> u64| rule.map_or_else(String::new, |rule| of(rule).to_string());
    [
        regulation.map_or_else(String::new, |one| one.title(lang).to_owned()),
        article.number.wording(lang),
        article.heading(lang).to_owned(),
        rule.map_or_else(String::new, |rule| rule.rule.title(lang).to_owned()),
        words(lang, state).into_owned(),
        last.unwrap_or_default(),
        entry.map_or_else(String::new, |entry| entry.to_string()),
        rule.and_then(|rule| rule.next)
            .map_or_else(String::new, |next| next.to_string()),
        count(|rule| rule.open),
        count(|rule| rule.overdue),
    ]
}
