//! One entry in full.

use std::sync::Arc;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Html, Path};
use serde_json::Value;
use uuid::Uuid;
use yakusho_audit::Entry;
use yakusho_kernel::Outcome;
use yakusho_regulation::Role;
use yakusho_search::Sources;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, buttons, definitions, moment, section};
use yakusho_webkit::{Answer, Visit};

use super::names::{Names, subject_of};
use super::search::search_for_person;
use super::texts::Text;
use super::{PAGE, search_for_subject, words};

/// `GET /audit/:id`
#[handler]
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<Uuid>,
    Data(sources): Data<&Arc<Sources>>,
) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let entry = yakusho_audit::entry(&visit.cx, id).await?.into_inner();
    let names = Names::of(&visit, sources, std::slice::from_ref(&entry)).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, words::act(&visit, &entry.act))
        .crumb(PAGE, Text::AuditTrail.to(lang))
        .tags(html! { (words::outcome(lang, &entry.outcome)) })
        .meta(moment(lang, entry.at.local()));
    Ok(Html(page.render(html! {
        (definitions(facts(&visit, &entry, &names)))
        (section(Text::Facts.to(lang), detail(&visit, &entry, &names)))
        (more(&visit, &entry))
    })))
}

fn facts(visit: &Visit, entry: &Entry, names: &Names) -> Vec<(String, Markup)> {
    let lang = visit.lang;
    let mut facts = vec![(Text::Who, names.actor(visit, entry))];
    facts.extend(words::role(visit, entry).map(|role| (Text::Role, html! { (role) })));
    facts.push((
        Text::Act,
        html! { (words::act(visit, &entry.act)) " " code { (entry.act) } },
    ));
    if subject_of(entry).is_some() {
        facts.push((Text::Thing, names.thing(visit, entry)));
    }
    facts.extend(words::ground(visit, entry).map(|ground| (Text::Ground, html! { (ground) })));
    let number = html! {
        @match entry.seq { Some(seq) => (seq), None => (Text::NotSealed.to(lang)) }
    };
    facts.push((Text::EntryId, html! { code { (entry.id) } }));
    facts.push((Text::Sealed, number));
    facts.push((Text::Request, html! { code { (entry.request) } }));
    facts
        .into_iter()
        .map(|(term, what)| (term.to(lang).into_owned(), what))
        .collect()
}

/// The facts that the act left, each under its name.
fn detail(visit: &Visit, entry: &Entry, names: &Names) -> Markup {
    let facts = entry.detail.as_object().into_iter().flatten();
    definitions(facts.map(|(name, value)| {
        (
            words::fact(visit, name).to_owned(),
            fact(visit, names, name, value),
        )
    }))
}

fn fact(visit: &Visit, names: &Names, name: &str, value: &Value) -> Markup {
    let words = names.fact_words(visit, name, value);
    html! {
        @for words in words {
            @if matches!(name, "version" | "digest") { code { (words) } } @else { div { (words) } }
        }
    }
}

/// Where the words are that the act took down, for the supervisor, who alone may see them.
fn evidence(visit: &Visit, entry: &Entry) -> Option<String> {
    let sees = visit.cx.actor().holds(Role::SystemSupervisor);
    let done = entry.outcome == Outcome::Done.code();
    let subject = subject_of(entry).filter(|_| sees && done)?;
    visit.site().words().evidence_of(&entry.act, &subject)
}

fn more(visit: &Visit, entry: &Entry) -> Markup {
    let lang = visit.lang;
    buttons(html! {
        @if let Some(page) = evidence(visit, entry) {
            (Button::link(page, Text::SeeRemoved.to(lang)))
        }
        @if let Some(subject) = subject_of(entry) {
            (Button::link(search_for_subject(&subject), Text::AllAboutThing.to(lang)))
        }
        @if let Some(person) = entry.person {
            (Button::link(search_for_person(person), Text::AllByPerson.to(lang)))
        }
    })
}
