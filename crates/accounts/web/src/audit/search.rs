//! Searching the trail.

use std::sync::Arc;

use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::{Data, Html};
use poem::{IntoResponse, Response, handler};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_audit::{Entry, Filter};
use yakusho_kernel::{PersonId, Ref};
use yakusho_regulation::{Lang, Rule};
use yakusho_search::Sources;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Form, Icon, Table, buttons, link, short_moment,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Problem, Visit};

use super::names::Names;
use super::texts::Text;
use super::{EXPORT, EXPORT_SEALED, PAGE, seals, words};

/// How many people are offered where several fit.
const CANDIDATES: usize = 20;

/// What is asked for, and what cannot be understood of it.
#[derive(Default)]
pub(super) struct Asked {
    /// What was understood.
    pub(super) filter: Filter,
    /// The fields that cannot be understood, with what is wrong.
    pub(super) faults: Vec<(&'static str, String)>,
    /// The people who fit the words for a person, where there are several.
    candidates: Vec<PersonCard>,
    /// Whether there are still more of them.
    more_candidates: bool,
    /// The name of the person who was found.
    person: Option<String>,
}

impl Asked {
    /// Reads the query.
    pub(super) async fn of(visit: &Visit) -> Result<Self, Problem> {
        let mut asked = Self::default();
        let given = |name| {
            visit
                .query(name)
                .map(str::trim)
                .filter(|value| !value.is_empty())
        };
        asked.filter = Filter {
            person: given("person").and_then(|id| id.parse().ok()),
            subject: given("subject").and_then(subject),
            act: given("act").map(str::to_owned),
            rule: given("rule").and_then(Rule::from_id),
            outcome: given("outcome").map(str::to_owned),
            from: visit.day("from").date(),
            until: visit.day("until").date(),
        };
        for (name, label) in [("from", Text::From), ("until", Text::Until)] {
            asked
                .faults
                .extend(visit.day(name).error(&label.to(visit.lang)));
        }
        if let Some((from, until)) = asked.filter.from.zip(asked.filter.until)
            && until < from
        {
            let words = Text::UntilBeforeFrom.to(visit.lang).into_owned();
            asked.faults.push(("until", words));
        }
        let outcome = given("outcome").is_none_or(|code| words::OUTCOMES.contains(&code));
        for (name, label, known) in [
            (
                "rule",
                Text::Rule,
                given("rule").is_none() || asked.filter.rule.is_some(),
            ),
            ("outcome", Text::Outcome, outcome),
        ] {
            if !known {
                let field = label.to(visit.lang).into_owned();
                let words = Common::NotOnList { field }.to(visit.lang).into_owned();
                asked.faults.push((name, words));
            }
        }
        if given("subject").is_some() && asked.filter.subject.is_none() {
            asked
                .faults
                .push(("subject", Text::BadThing.to(visit.lang).into_owned()));
        }
        asked.who(visit, given("who")).await?;
        Ok(asked)
    }

    /// Finds the person: by id, or by words that fit exactly one.
    async fn who(&mut self, visit: &Visit, words: Option<&str>) -> Result<(), Problem> {
        if let Some(id) = self.filter.person {
            let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &[id]).await?;
            self.person = cards.get(&id).map(|card| card.name.clone());
            return Ok(());
        }
        let Some(words) = words else { return Ok(()) };
        let found = directory::search(&visit.cx, words, None, None, CANDIDATES).await?;
        match &*found.items {
            [] => self
                .faults
                .push(("who", Text::NobodyFits.to(visit.lang).into_owned())),
            [one] => {
                self.filter.person = Some(one.id);
                self.person = Some(one.name.clone());
            }
            _ => {
                self.more_candidates = found.next.is_some();
                self.candidates = found.items;
            }
        }
        Ok(())
    }

    /// Whether it is clear what is asked for.
    pub(super) fn is_clear(&self) -> bool {
        self.faults.is_empty() && self.candidates.is_empty()
    }
}

/// A thing as `kind:id`.
pub(super) fn subject(text: &str) -> Option<Ref> {
    let (kind, id) = text.split_once(':')?;
    let id = id.trim().parse().ok()?;
    let kind = kind.trim().to_owned().into();
    Some(Ref { kind, id })
}

/// `GET /audit`
#[handler]
pub(super) async fn show(visit: Visit, Data(sources): Data<&Arc<Sources>>) -> Answer<Response> {
    let asked = Asked::of(&visit).await?;
    if !asked.is_clear() {
        return unclear(&visit, &asked).await;
    }
    let after = visit.after();
    let found = yakusho_audit::search(&visit.cx, &asked.filter, after.as_ref(), PAGE_SIZE).await?;
    let found = found.into_inner();
    let names = Names::of(&visit, sources, &found.items).await?;
    page(
        &visit,
        &asked,
        html! {
            (table(&visit, &found.items, &names))
            (visit.pager(found.next.as_ref()))
        },
    )
    .await
    .map(IntoResponse::into_response)
}

/// What cannot be searched for yet: faults, or several people to choose from.
async fn unclear(visit: &Visit, asked: &Asked) -> Answer<Response> {
    let lang = visit.lang;
    let choose = html! {
        @if !asked.candidates.is_empty() {
            (Alert::info(lang, Text::Several.to(lang)).body(html! {
                ul {
                    @for card in &asked.candidates {
                        li {
                            (link(visit.here_with("person", &card.id.to_string()), &card.name))
                            " " span.meta { (card.kana) " " (card.unit_name) " " (card.post_title) " " (card.number) }
                        }
                    }
                }
                @if asked.more_candidates { p { (Text::MoreFit.to(lang)) } }
            }))
        }
    };
    let status = if asked.faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(page(visit, asked, choose)
        .await?
        .with_status(status)
        .into_response())
}

async fn page(visit: &Visit, asked: &Asked, below: Markup) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let sealed = seals::state(visit).await?;
    let shell = visit.shell().await?;
    Ok(Html(Page::new(&shell, Text::AuditTrail.to(lang)).render(
        html! {
            p { (Text::Intro.to(lang)) }
            (sealed)
            (form(visit, asked))
            (below)
        },
    )))
}

fn form(visit: &Visit, asked: &Asked) -> Markup {
    let lang = visit.lang;
    let typed = |name: &str| visit.query(name).unwrap_or_default().to_owned();
    let form = Form::filter(lang, PAGE).errors(asked.faults.iter().cloned());
    let rules = Rule::ALL.iter().map(|rule| (rule.id(), rule.title(lang)));
    let outcomes = words::OUTCOMES.map(|code| (code, words::outcome_words(lang, code)));
    let who = asked.person.clone().unwrap_or_else(|| typed("who"));
    form.render(html! {
        (form.search("who", Text::Person.to(lang)).help(Text::PersonHelp.to(lang)).value(who))
        (acts(visit, &form, &typed("act")))
        (form.select("rule", Text::Rule.to(lang)).options(rules).value(typed("rule")))
        (form.select("outcome", Text::Outcome.to(lang)).options(outcomes).value(typed("outcome")))
        (form.date("from", Text::From.to(lang)).value(visit.day("from").held(asked.filter.from)))
        (form.date("until", Text::Until.to(lang)).value(visit.day("until").held(asked.filter.until)))
        (form.text("subject", Text::Thing.to(lang)).help(Text::ThingHelp.to(lang)).value(typed("subject")))
        (buttons(html! {
            (Button::submit(Text::SearchAgain.to(lang)).primary().icon(Icon::Search))
            (Button::link(PAGE, Common::ClearFilter.to(lang)).tertiary())
            (Button::submit(Text::Export.to(lang)).to(EXPORT).icon(Icon::Download))
            (Button::submit(Text::ExportSealed.to(lang)).to(EXPORT_SEALED).icon(Icon::Download))
        }))
    })
}

/// The acts by what they belong to; the first of each group stands for all of it.
fn acts(visit: &Visit, form: &Form, chosen: &str) -> Markup {
    let lang = visit.lang;
    let mut field = form.select("act", Text::Act.to(lang)).value(chosen);
    let mut groups: Vec<(&str, Vec<(&str, String)>)> = Vec::new();
    for (name, words) in visit.site().words().every_act(lang) {
        let whole = name.ends_with('.');
        let words = if whole {
            all_of(lang, words)
        } else {
            words.to_owned()
        };
        match groups.last_mut() {
            Some((group, members)) if !whole && name.starts_with(*group) => {
                members.push((name, words));
            }
            _ => groups.push((name, vec![(name, words)])),
        }
    }
    for (group, members) in groups {
        let label = words::act(visit, group);
        field = field.group(label, members);
    }
    html! { (field) }
}

fn all_of(lang: Lang, group: &str) -> String {
    Text::AllOf {
        group: group.to_owned(),
    }
    .to(lang)
    .into_owned()
}

fn table(visit: &Visit, entries: &[Entry], names: &Names) -> Table<6> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::At.to(lang)),
        Column::new(Text::Who.to(lang)),
        Column::new(Text::Act.to(lang)),
        Column::new(Text::Thing.to(lang)),
        Column::new(Text::Outcome.to(lang)),
        Column::actions(Text::Details.to(lang)),
    ];
    let empty =
        Empty::new(Icon::Audit, Text::Nothing.to(lang)).advice(Text::NothingAdvice.to(lang));
    Table::new(Text::AuditTrail.to(lang), columns)
        .rows(entries.iter().map(|entry| row(visit, entry, names)))
        .empty(empty)
}

fn row(visit: &Visit, entry: &Entry, names: &Names) -> [Cell; 6] {
    let lang = visit.lang;
    [
        short_moment(lang, entry.at.local()).into(),
        names.actor(visit, entry).into(),
        words::act(visit, &entry.act).into(),
        names.thing(visit, entry).into(),
        html! {
            (words::outcome(lang, &entry.outcome))
            @if let Some(ground) = words::ground(visit, entry) { div.meta { (ground) } }
        }
        .into(),
        html! {
            (Button::link(format!("{PAGE}/{}", entry.id), Text::Details.to(lang)).small()
                .about(words::act(visit, &entry.act)))
        }
        .into(),
    ]
}

/// The id of the person in an address, where nothing else names one.
pub(super) fn search_for_person(person: PersonId) -> String {
    format!("{PAGE}?person={person}")
}
