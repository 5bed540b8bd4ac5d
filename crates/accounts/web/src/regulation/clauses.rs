//! The table of all clauses.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_audit::Evidence;
use yakusho_kernel::{Cursor, Cx, Page as Listed};
use yakusho_regulation::{Clause, Kind, Lang};
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Form, Icon, Table, buttons, link, short_moment,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Problem, Visit};

use super::state::rules;
use super::texts::{Text, kind, standing, standing_code};
use super::{CLAUSES, page_of};

/// Which clauses are wanted: all that is set must fit.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// Of the regulation with this key.
    pub(super) regulation: Option<String>,
    /// Of this kind.
    pub(super) kind: Option<Kind>,
    /// Standing so: `kept`, `planned` or `exception`.
    pub(super) state: Option<String>,
    /// With these words in the duty, in either language, or in the name of the clause.
    pub(super) words: String,
}

impl Filter {
    fn of_query(visit: &Visit) -> Self {
        let given = |name| visit.query(name).filter(|value| !value.is_empty());
        Self {
            regulation: given("regulation").map(str::to_owned),
            kind: given("kind").and_then(|kind| kind.parse().ok()),
            state: given("state").map(str::to_owned),
            words: visit.query("q").unwrap_or_default().trim().to_owned(),
        }
    }

    fn fits(&self, clause: &Clause) -> bool {
        let regulation = self.regulation.as_deref();
        let state = self.state.as_deref();
        let words = self.words.to_lowercase();
        regulation.is_none_or(|key| clause.id().regulation() == key)
            && self.kind.is_none_or(|kind| clause.kind() == kind)
            && state.is_none_or(|code| standing_code(clause.standing()) == code)
            && words.split_whitespace().all(|word| {
                Lang::ALL.into_iter().any(|lang| {
                    clause.duty(lang).to_lowercase().contains(word)
                        || clause.id().wording(lang).contains(word)
                })
            })
    }

    /// A page of the clauses that fit, in the order of their articles, and how many fit in all.
    pub(super) fn page<'c>(
        &self,
        cx: &'c Cx,
        after: Option<&Cursor>,
        size: usize,
    ) -> Result<(Listed<&'c Clause>, usize), Problem> {
        let clauses = cx.city().clauses();
        let fitting: Vec<&Clause> = clauses.filter(|clause| self.fits(clause)).collect();
        let all = fitting.len();
        let page = Listed::among(fitting, after, size, |clause| clause.id().to_string())?;
        Ok((page, all))
    }
}

/// `GET /regulation/clauses`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let filter = Filter::of_query(&visit);
    let (found, all) = filter.page(&visit.cx, visit.after().as_ref(), PAGE_SIZE)?;
    let evidence = yakusho_audit::evidence(&visit.cx, visit.cx.today()).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::AllClauses.to(lang))
        .crumb(paths::REGULATION, Common::Regulation.to(lang));
    Ok(Html(page.render(html! {
        (form(&visit, &filter))
        p.meta { (Text::Found { n: all }.to(lang)) }
        (table(&visit, &found.items, &evidence))
        (visit.pager(found.next.as_ref()))
    })))
}

fn form(visit: &Visit, filter: &Filter) -> Markup {
    let lang = visit.lang;
    let form = Form::filter(lang, CLAUSES);
    let regulations = visit.cx.city().regulations();
    let regulations = regulations.iter().map(|one| (one.key(), one.title(lang)));
    let kinds = Kind::ALL.map(|one| (one.id(), kind(lang, one)));
    let states = [
        ("kept", Text::Kept),
        ("planned", Text::Planned),
        ("exception", Text::Exception),
    ]
    .map(|(code, text)| (code, text.to(lang)));
    form.render(html! {
        (form.search("q", Text::Words.to(lang)).value(&*filter.words))
        (form.select("regulation", Text::Regulation.to(lang)).options(regulations)
            .value(filter.regulation.clone().unwrap_or_default()))
        (form.select("kind", Text::Kind.to(lang)).options(kinds)
            .value(filter.kind.map_or("", Kind::id)))
        (form.select("state", Text::State.to(lang)).options(states)
            .value(filter.state.clone().unwrap_or_default()))
        (buttons(html! {
            (Button::submit(Common::Filter.to(lang)).primary().icon(Icon::Filter))
            (Button::link(CLAUSES, Common::ClearFilter.to(lang)).tertiary())
        }))
    })
}

fn table(visit: &Visit, clauses: &[&Clause], evidence: &[Evidence]) -> Table<5> {
    let lang = visit.lang;
    let columns = [
        Text::Clause,
        Text::Duty,
        Text::Kind,
        Text::State,
        Text::LastDone,
    ];
    Table::new(
        Text::AllClauses.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(clauses.iter().map(|clause| row(visit, clause, evidence)))
    .empty(
        Empty::new(Icon::Book, Text::NothingFound.to(lang))
            .advice(Text::NothingFoundAdvice.to(lang)),
    )
}

fn row(visit: &Visit, clause: &Clause, evidence: &[Evidence]) -> [Cell; 5] {
    let lang = visit.lang;
    let title = visit
        .cx
        .city()
        .regulation(clause.id().regulation())
        .map(|one| one.title(lang));
    let last = rules(clause)
        .iter()
        .filter_map(|rule| evidence.iter().find(|one| one.rule == *rule))
        .filter_map(Evidence::last)
        .max();
    [
        html! {
            (link(page_of(clause.id()), clause.id().wording(lang)))
            @if let Some(title) = title { div.meta { (title) } }
        }
        .into(),
        clause.duty(lang).into(),
        kind(lang, clause.kind()).into_owned().into(),
        standing(lang, clause.standing()).into(),
        html! {
            @match last {
                Some(at) => (short_moment(lang, at.local())),
                None if rules(clause).is_empty() => "",
                None => span.meta { (Text::Never.to(lang)) },
            }
        }
        .into(),
    ]
}
