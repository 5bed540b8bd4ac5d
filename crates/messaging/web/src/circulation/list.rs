//! The list: what waits for one, what reached one, what one has sent.

use futures_util::TryFutureExt as _;
use futures_util::future::try_join3;
use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use time::Date;
use yakusho_kernel::Fault;
use yakusho_messaging::circulation::{
    self, CirculationRow, CirculationState, Kind, RecipientState, Tray,
};
use yakusho_messaging::{Summary, Words};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, progress, short_day,
    short_moment, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Problem, Visit};

use super::templates::TEMPLATES;
use super::texts::Text;
use super::{CIRCULATIONS, circulation_page, page_of};

/// The views of the list, by their names in the address.
const TRAYS: [(&str, Tray, Text); 6] = [
    ("owed", Tray::Owed, Text::Owed),
    ("received", Tray::Received, Text::Received),
    ("sent", Tray::Sent, Text::SentTray),
    ("drafts", Tray::Drafts, Text::Drafts),
    ("watched", Tray::Watched, Text::Watched),
    ("section", Tray::Section, Text::SectionTray),
];

/// `GET /circulations`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let tray = asked(&visit)?;
    let after = visit.after();
    let listed = circulation::list(&visit.cx, tray, after.as_ref(), PAGE_SIZE);
    let (listed, waiting, shell) =
        try_join3(listed.err_into(), crate::waiting(&visit), visit.shell()).await?;
    let lang = visit.lang;
    let new = Button::link(format!("{CIRCULATIONS}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Text::Circulations.to(lang))
        .actions(html! { (new.primary().icon(Icon::Plus)) });
    Ok(Html(page.render(html! {
        (views(&visit, Some(tray), waiting))
        (table(&visit, tray, &listed.items))
        (visit.pager(listed.next.as_ref()))
    })))
}

/// Which list the address asks for.
fn asked(visit: &Visit) -> Result<Tray, Problem> {
    let name = visit.query("view").unwrap_or("owed");
    Ok(tray(name).ok_or(Fault::NotFound)?)
}

/// The view of that name.
pub(super) fn tray(name: &str) -> Option<Tray> {
    let found = TRAYS.iter().find(|(known, ..)| *known == name);
    found.map(|(_, tray, _)| *tray)
}

/// The views; none is in sight on the page of templates.
pub(super) fn views(visit: &Visit, current: Option<Tray>, waiting: Summary) -> Markup {
    let lang = visit.lang;
    let standing = visit.cx.actor().standing();
    let heads = standing.is_some_and(|standing| standing.seats.iter().any(|seat| seat.head));
    let trays = TRAYS
        .iter()
        .filter(|(_, tray, _)| heads || *tray != Tray::Section);
    let trays = trays.map(|(name, tray, text)| {
        let address = match tray {
            Tray::Owed => CIRCULATIONS.to_owned(),
            _ => format!("{CIRCULATIONS}?view={name}"),
        };
        let tab = Tab::new(address, text.to(lang)).current(Some(*tray) == current);
        match (tray, waiting.circulations_owed) {
            (Tray::Owed, n @ 1..) => tab.count(n),
            _ => tab,
        }
    });
    let templates = Tab::new(TEMPLATES, Text::Templates.to(lang)).current(current.is_none());
    tabs(Text::Trays.to(lang), trays.chain([templates]))
}

fn table(visit: &Visit, tray: Tray, rows: &[CirculationRow]) -> Markup {
    let lang = visit.lang;
    let name = Text::Circulations.to(lang);
    let columns = |texts: [Text; 5]| texts.map(|text| Column::new(text.to(lang)));
    let empty = empty(lang, tray);
    match tray {
        Tray::Owed | Tray::Received | Tray::Watched => {
            let columns = columns([
                Text::Subject,
                Text::From,
                Text::State,
                Text::Due,
                Text::ReceivedAt,
            ]);
            let table = Table::new(name, columns).empty(empty);
            let table = rows.iter().fold(table, |table, row| {
                let cells = received(visit, row);
                if is_unread(row) {
                    table.unread_row(cells)
                } else {
                    table.row(cells)
                }
            });
            html! { (table) }
        }
        Tray::Sent | Tray::Drafts | Tray::Section => {
            let last = if tray == Tray::Drafts {
                Text::ChangedAt
            } else {
                Text::SentAt
            };
            let columns = columns([Text::Subject, Text::State, Text::Progress, Text::Due, last]);
            let rows = rows.iter().map(|row| sent(visit, row));
            html! { (Table::new(name, columns).rows(rows).empty(empty)) }
        }
    }
}

/// Whether it reached the reader, and was not read yet.
fn is_unread(row: &CirculationRow) -> bool {
    row.mine
        .is_some_and(|mine| mine.read_at.is_none() && mine.state == RecipientState::Pending)
}

/// The row of one that reached the reader.
fn received(visit: &Visit, row: &CirculationRow) -> [Cell; 5] {
    let lang = visit.lang;
    let at = row.mine.and_then(|mine| mine.received_at).or(row.sent_at);
    [
        subject(lang, row).into(),
        (&*row.byline).into(),
        mine(visit, row).into(),
        due(visit, row).into(),
        html! { @if let Some(at) = at { (short_moment(lang, at.local())) } }.into(),
    ]
}

/// The row of one that the reader has written.
fn sent(visit: &Visit, row: &CirculationRow) -> [Cell; 5] {
    let lang = visit.lang;
    let at = row.sent_at.unwrap_or(row.changed_at);
    [
        subject(lang, row).into(),
        state(lang, row.state).into(),
        html! { @if row.total > 0 { (confirmed(lang, row.confirmed, row.total)) } }.into(),
        due(visit, row).into(),
        short_moment(lang, at.local()).into(),
    ]
}

/// How many of how many have confirmed.
pub(crate) fn confirmed(lang: Lang, done: i32, all: i32) -> Markup {
    let count = |n: i32| u64::try_from(n).unwrap_or_default();
    progress(lang, count(done), count(all))
}

fn subject(lang: Lang, row: &CirculationRow) -> Markup {
    let page = match row.state {
        CirculationState::Draft => page_of(row.id, "edit"),
        _ => circulation_page(row.id),
    };
    let changed = row.mine.is_some_and(|mine| mine.changed);
    html! {
        div.subject {
            @if is_unread(row) { (Tag::new(Tone::Info, Text::Unread.to(lang))) " " }
            (link(page, title(lang, &row.title)))
            @if changed { " " (Tag::new(Tone::Warning, Text::Updated.to(lang))) }
        }
        p.meta.about {
            span { (kind(lang, row.kind)) }
            @if row.files > 0 { span { (Icon::Paperclip) (Text::Files { n: row.files }.to(lang)) } }
            @if row.watched { span { (Icon::Watch) (Text::Watched.to(lang)) } }
        }
    }
}

/// How it stands to the reader: what they owe, or what it waits for.
fn mine(visit: &Visit, row: &CirculationRow) -> Markup {
    let lang = visit.lang;
    let others = || {
        let (done, all) = (row.confirmed, row.total);
        html! { p.meta { (Text::WaitsForOthers { done, all }.to(lang)) } }
    };
    match (row.state, row.mine.map(|mine| mine.state)) {
        (CirculationState::Open, Some(RecipientState::Pending)) => owed(visit, row.kind, row.due),
        (CirculationState::Open, Some(RecipientState::Confirmed)) => html! {
            (Tag::new(Tone::Success, given(row.kind).to(lang)))
            (others())
        },
        (CirculationState::Open, Some(RecipientState::Passed)) => {
            html! { (Tag::new(Tone::Neutral, Text::Passed.to(lang))) }
        }
        (CirculationState::Open, _) => html! { (state(lang, row.state)) (others()) },
        _ => html! { (state(lang, row.state)) },
    }
}

/// The tag of what somebody owes.
pub(super) fn owed(visit: &Visit, kind: Kind, due: Option<Date>) -> Markup {
    let text = match kind {
        Kind::Circulation => Text::MustConfirm,
        Kind::Report => Text::MustReply,
    };
    let late = due.is_some_and(|due| due < visit.cx.today());
    let tone = if late { Tone::Error } else { Tone::Warning };
    html! { (Tag::new(tone, text.to(visit.lang))) }
}

/// The word for a confirmation that was given.
pub(super) fn given(kind: Kind) -> Text {
    match kind {
        Kind::Circulation => Text::Done,
        Kind::Report => Text::Replied,
    }
}

/// The due date, and whether it has passed while something is owed.
fn due(visit: &Visit, row: &CirculationRow) -> Markup {
    let lang = visit.lang;
    let late = row.due.is_some_and(|due| due < visit.cx.today());
    html! {
        @if let Some(due) = row.due {
            (short_day(lang, due))
            @if late && row.state == CirculationState::Open {
                " " (Tag::new(Tone::Error, Common::Overdue.to(lang)))
            }
        }
    }
}

fn empty(lang: Lang, tray: Tray) -> Empty {
    let text = match tray {
        Tray::Owed => Text::NothingOwed,
        Tray::Received => Text::NothingReceived,
        Tray::Sent => Text::NothingSent,
        Tray::Drafts => Text::NoDrafts,
        Tray::Watched => Text::NothingWatched,
        Tray::Section => Text::NothingOfSection,
    };
    let empty = Empty::new(Icon::Circulation, text.to(lang));
    match tray {
        Tray::Watched => empty.advice(Text::WatchedAdvice.to(lang)),
        _ => empty,
    }
}

/// The kind of it in words.
pub(crate) fn kind(lang: Lang, kind: Kind) -> std::borrow::Cow<'static, str> {
    match kind {
        Kind::Circulation => Text::Circulation.to(lang),
        Kind::Report => Text::Report.to(lang),
    }
}

/// Its title, or what stands in its place.
pub(crate) fn title(lang: Lang, title: &Words<String>) -> String {
    match title {
        Words::Shown(title) => title.clone(),
        Words::Withdrawn(_) => Text::WithdrawnTitle.to(lang).into_owned(),
        Words::Removed(_) => Text::RemovedTitle.to(lang).into_owned(),
    }
}

/// How far it has come.
pub(super) fn state(lang: Lang, state: CirculationState) -> Tag {
    let (tone, text) = match state {
        CirculationState::Draft => (Tone::Neutral, Text::Draft),
        CirculationState::Open => (Tone::Info, Text::Open),
        CirculationState::Completed => (Tone::Success, Text::Completed),
        CirculationState::Closed => (Tone::Neutral, Text::Closed),
        CirculationState::Withdrawn => (Tone::Neutral, Text::Withdrawn),
        CirculationState::Removed => (Tone::Error, Text::Removed),
    };
    Tag::new(tone, text.to(lang))
}
