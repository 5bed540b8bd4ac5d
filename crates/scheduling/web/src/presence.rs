//! The presence board: who is in, who is out and until when, and saying so of oneself.

mod api;
mod say;

use std::borrow::Cow;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_kernel::PersonId;
use yakusho_scheduling::event::{self, Item};
use yakusho_scheduling::presence::{self, Place, Presence, PresenceRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{Common, clock};
use yakusho_webkit::ui::{Button, Column, Empty, Icon, Table, Tag, Tone};
use yakusho_webkit::{Access, Answer, Lang, NavEntry, Routes, Visit};

use crate::schedule::{BESIDE, Choices, FUNCTION, View, items, whose};

/// The board.
pub(crate) const PRESENCE: &str = "/presence";

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Title: "在席ボード" / "Presence";
        Name: "氏名" / "Name";
        Where: "在席" / "Where";
        Back: "戻り" / "Back at";
        Comment: "コメント" / "Comment";
        Calendar: "今の予定・次の予定" / "Now and next";
        Next: "次" / "Next";
        Change: "変更" / "Change";
        Nobody: "表示できる職員がいません。" / "There is nobody to show.";
        Show: "表示" / "Show";

        In: "在席" / "In";
        Out: "外出" / "Out";
        Telework: "テレワーク" / "Remote";
        Left: "退庁" / "Left for the day";
        Unknown: "未登録" / "Not said yet";
    }
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PRESENCE, Access::User, board)
        .get("/presence/:id", Access::User, say::show)
        .post("/presence/:id", Access::User, say::set)
        .api(Access::User, api::PresenceApi)
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PRESENCE, Icon::User, |lang| Text::Title.to(lang)).function(FUNCTION)
}

/// Where the place of somebody is said.
fn page_of(person: PersonId) -> String {
    format!("{PRESENCE}/{person}")
}

/// A place in words.
fn place(lang: Lang, place: Place) -> Cow<'static, str> {
    match place {
        Place::In => Text::In,
        Place::Out => Text::Out,
        Place::Telework => Text::Telework,
        Place::Left => Text::Left,
    }
    .to(lang)
}

/// `GET /presence`, of one's own section unless told.
#[handler]
async fn board(visit: Visit) -> Answer<Html<Markup>> {
    let view = View::of(&visit);
    let me = visit.me()?.standing.person;
    let after = visit.after();
    let listed = presence::page(&visit.cx, &view.people(me)?, after.as_ref(), BESIDE).await?;
    let choices = Choices::of(&visit, &view.who).await?;
    let mut mine = event::owners(&visit.cx).await?;
    mine.push(me);
    let lang = visit.lang;
    let said = presence::said(&visit.cx, me).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Title.to(lang))
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (say::quick(&visit, me, said.as_ref()))
        form.form.filter action=(PRESENCE) method="get" {
            (whose(lang, &view, &choices))
            div.buttons { (Button::submit(Text::Show.to(lang))) }
        }
        (table(&visit, &listed.items, &mine))
        (visit.pager(listed.next.as_ref()))
    })))
}

fn table(visit: &Visit, rows: &[PresenceRow], mine: &[PersonId]) -> Markup {
    let lang = visit.lang;
    let columns = [
        Text::Name,
        Text::Where,
        Text::Back,
        Text::Comment,
        Text::Calendar,
    ]
    .map(|text| Column::new(text.to(lang)));
    let lines = rows.iter().map(|row| {
        let said = row.presence.as_ref();
        let change = mine.contains(&row.card.id).then(|| {
            Button::link(page_of(row.card.id), Text::Change.to(lang))
                .small()
                .about(&*row.card.name)
        });
        let name = html! {
            (row.card.name) p.meta { (row.card.post_title) }
        };
        let state = html! {
            (state(lang, said))
            @if let Some(change) = change { " " (change) }
        };
        [
            name.into(),
            state.into(),
            back(said).into(),
            said.map_or("", |said| &*said.comment).into(),
            calendar(visit, row).into(),
        ]
    });
    let empty = Empty::new(Icon::User, Text::Nobody.to(lang));
    let table = Table::new(Text::Title.to(lang), columns)
        .compact()
        .rows(lines)
        .empty(empty);
    html! { (table) }
}

/// Where somebody is, as a mark.
fn state(lang: Lang, said: Option<&Presence>) -> Tag {
    let Some(said) = said else {
        return Tag::new(Tone::Neutral, Text::Unknown.to(lang));
    };
    let tone = match said.place {
        Place::In => Tone::Success,
        Place::Out => Tone::Warning,
        Place::Telework => Tone::Info,
        Place::Left => Tone::Neutral,
    };
    Tag::new(tone, place(lang, said.place))
}

/// At what time they are back.
fn back(said: Option<&Presence>) -> String {
    let at = said.and_then(|said| said.back_at);
    at.map_or_else(String::new, |at| clock(at.local().time()))
}

/// What their calendar has now, and next.
fn calendar(visit: &Visit, row: &PresenceRow) -> Markup {
    let (lang, today) = (visit.lang, visit.cx.today());
    let now: Vec<&Item> = row.now.iter().collect();
    html! {
        (items(lang, &now, today))
        @if let Some(next) = &row.next {
            p.meta { (Text::Next.to(lang)) }
            (items(lang, &[next], today))
        }
    }
}
