//! Versions of an event: the list of them, and two compared.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::{Page as Paged, PersonId};
use yakusho_scheduling::event::{self, Content, EventId};
use yakusho_webkit::history::{self, Kept, Text as History, Ways};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Column, Table, day, diff, section};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::editor::repeats_in_words;
use super::texts::{self, Text};
use super::{SCHEDULE, event_page, file_page, moments};

yakusho_webkit::texts! {
    enum Words {
        What: "項目" / "What";
        Before: "変更前" / "Before";
        After: "変更後" / "After";
        Title: "件名" / "Title";
        When: "日時" / "When";
        Repeats: "繰り返し" / "Repeats";
        Place: "場所" / "Place";
        Status: "予定の状態" / "State";
        Open: "公開" / "Who sees it";
        Everybody: "公開" / "Open";
        Participants: "参加者" / "Participants";
        Candidates: "候補の日時" / "Proposed dates";
        Files: "添付ファイル" / "Files";
        LeftOut: "行わない日・個別に変えた日" / "Dates left out or changed";
        Text: "内容" / "Notes";
    }
}

/// `GET /schedule/:id/versions`
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<EventId>) -> Answer<Html<Markup>> {
    let view = event::show(&visit.cx, id).await?;
    let versions = event::history(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let items = versions.items.into_iter().map(|version| Kept {
        number: version.number,
        title: version.content.title,
        at: version.at,
        by: String::new(),
    });
    let page = Paged {
        items: items.collect(),
        next: versions.next,
    };
    let lang = visit.lang;
    let body = history::list(&visit, &versions_page(id), &page, Ways::Compare);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, History::Title.to(lang))
        .crumb(SCHEDULE, Text::Schedule.to(lang))
        .crumb(event_page(id), &*view.event.content.title);
    Ok(Html(page.render(body)))
}

/// `GET /schedule/:id/versions/compare`
#[handler]
pub(super) async fn compare(visit: Visit, Path(id): Path<EventId>) -> Answer<Html<Markup>> {
    let (before, after) = history::pair(&visit)?;
    let view = event::show(&visit.cx, id).await?;
    let (old, new) = event::compare(&visit.cx, id, before, after).await?;
    let people = [&*old.participants, &*new.participants].concat();
    let names = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let lang = visit.lang;
    let heading = History::CompareTitle { before, after };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, heading.to(lang))
        .crumb(SCHEDULE, Text::Schedule.to(lang))
        .crumb(event_page(id), &*view.event.content.title)
        .crumb(versions_page(id), History::Title.to(lang));
    Ok(Html(page.render(comparison(
        lang,
        id,
        [&old, &new],
        &names,
    ))))
}

/// The list of an event's versions.
pub(super) fn versions_page(id: EventId) -> String {
    format!("{SCHEDULE}/{id}/versions")
}

fn comparison(
    lang: Lang,
    id: EventId,
    [old, new]: [&Content; 2],
    names: &HashMap<PersonId, PersonCard>,
) -> Markup {
    let [before, after] = [old, new].map(|content| facts(lang, id, content, names));
    let facts = before.into_iter().zip(after);
    let changed = facts.filter(|((_, old), (_, new))| old.0 != new.0);
    let changed: Vec<_> = changed
        .map(|((term, old), (_, new))| [(&*term.to(lang)).into(), old.into(), new.into()])
        .collect();
    let columns = [Words::What, Words::Before, Words::After];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    html! {
        @if changed.is_empty() && old.text == new.text { p { (Common::NoDifference.to(lang)) } }
        @if !changed.is_empty() {
            (Table::new(Words::What.to(lang), columns).rows(changed))
        }
        @if old.text != new.text {
            (section(Words::Text.to(lang), diff(lang, &old.text, &new.text)))
        }
    }
}

/// What an event says besides its text, by what it is called.
fn facts(
    lang: Lang,
    id: EventId,
    content: &Content,
    names: &HashMap<PersonId, PersonCard>,
) -> Vec<(Words, Markup)> {
    let people = content.participants.iter();
    let mut people: Vec<&str> = people
        .filter_map(|person| Some(&*names.get(person)?.name))
        .collect();
    people.sort_unstable();
    let when = |when: &event::When| moments::when(lang, when);
    vec![
        (Words::Title, html! { (content.title) }),
        (Words::When, when(&content.when)),
        (
            Words::Candidates,
            html! { @for one in &content.candidates { p { (when(&one.when)) } } },
        ),
        (
            Words::Repeats,
            html! { @if let Some(recurrence) = &content.recurrence { (repeats_in_words(lang, recurrence, &content.when)) } },
        ),
        (
            Words::LeftOut,
            html! { @for date in &content.left_out { p { (day(lang, date.date())) } } },
        ),
        (Words::Place, html! { (content.place) }),
        (
            Words::Status,
            html! { (texts::status(lang, content.status)) },
        ),
        (
            Words::Open,
            html! { @if content.closed { (Text::Closed.to(lang)) } @else { (Words::Everybody.to(lang)) } },
        ),
        (Words::Participants, html! { (people.join("、")) }),
        (
            Words::Files,
            html! { @for file in &content.files { p { a href=(file_page(id, file.id)) { (file.name.as_str()) } } } },
        ),
    ]
}
