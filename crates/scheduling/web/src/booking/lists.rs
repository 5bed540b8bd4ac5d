//! One's own bookings, and what waits for one: decisions, and what is to be brought back.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_scheduling::booking::{self, BookingRow, Mine};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, section, tabs};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::texts::{Text, short_slot, tag};
use super::{BOOKINGS, MINE, WAITING, booking_page, ways};

yakusho_webkit::texts! {
    enum Words {
        Which: "期間" / "When";
        Coming: "これからの予約" / "To come";
        Past: "終わった予約" / "Past";
        NoneYet: "これからの予約はありません" / "You have no bookings to come";
        NonePast: "終わった予約はありません" / "You have no past bookings";
        ToPlan: "空き状況を見る" / "See what is free";
        ToDecide: "承認を待っている予約" / "Bookings that wait for your approval";
        NothingToDecide: "承認を待っている予約はありません" / "Nothing waits for your approval";
        ApproverAdvice: "承認が必要な施設の予約が、あなたの職に届くと、ここに並びます。" / "Bookings of facilities that your post approves are listed here.";
        Out: "貸し出し中のもの" / "What is out";
        NothingOut: "貸し出し中のものはありません" / "Nothing is out";
        OutAdvice: "あなたが管理する備品・車両を貸し出すと、返却されるまでここに並びます。" / "Equipment and cars that you keep are listed here until they are brought back.";
        Due: "返却の期限" / "Due";
        Overdue: "期限を過ぎています" / "overdue";
    }
}

/// `GET /bookings/mine`
#[handler]
pub(super) async fn mine(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let which = match visit.query("which") {
        Some("past") => Mine::Past,
        _ => Mine::Coming,
    };
    let found = booking::mine(&visit.cx, which, visit.after().as_ref(), PAGE_SIZE).await?;
    let past = format!("{MINE}?which=past");
    let kinds = [
        Tab::new(MINE, Words::Coming.to(lang)).current(which == Mine::Coming),
        Tab::new(past, Words::Past.to(lang)).current(which == Mine::Past),
    ];
    let none = match which {
        Mine::Coming => Words::NoneYet,
        Mine::Past => Words::NonePast,
    };
    let to_plan = Button::link(BOOKINGS, Words::ToPlan.to(lang));
    let empty = Empty::new(Icon::Door, none.to(lang)).next(to_plan);
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Mine.to(lang))
        .crumb(BOOKINGS, Text::Bookings.to(lang))
        .actions(html! {
            (Button::link("/bookings/new", Text::New.to(lang)).primary().icon(Icon::Plus))
        });
    Ok(Html(page.render(html! {
        (ways(lang, MINE))
        (tabs(Words::Which.to(lang), kinds))
        (table(lang, Text::Mine.to(lang), &found.items, empty))
        (visit.pager(found.next.as_ref()))
    })))
}

/// `GET /bookings/waiting`
#[handler]
pub(super) async fn waiting(visit: Visit) -> Answer<Html<Markup>> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let pending = booking::pending(cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let owed = booking::owed(cx).await?;
    let nothing = Empty::new(Icon::Check, Words::NothingToDecide.to(lang))
        .advice(Words::ApproverAdvice.to(lang));
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Waiting.to(lang)).crumb(BOOKINGS, Text::Bookings.to(lang));
    Ok(Html(page.render(html! {
        (ways(lang, WAITING))
        (section(Words::ToDecide.to(lang), html! {
            (table(lang, Words::ToDecide.to(lang), &pending.items, nothing))
            (visit.pager(pending.next.as_ref()))
        }))
        (section(Words::Out.to(lang), out(&visit, &owed)))
    })))
}

/// Bookings as a table.
fn table(lang: Lang, caption: impl Into<String>, rows: &[BookingRow], empty: Empty) -> Table<5> {
    let columns = [
        Text::Facility,
        Text::When,
        Text::Purpose,
        Text::Whose,
        Text::State,
    ];
    let rows = rows.iter().map(|row| {
        [
            name(lang, row),
            short_slot(lang, row.booking.slot).into(),
            row.booking.purpose.clone().into(),
            row.name.clone().into(),
            tag(lang, row.booking.state).into(),
        ]
    });
    Table::new(caption, columns.map(|text| Column::new(text.to(lang))))
        .rows(rows)
        .empty(empty)
}

fn name(lang: Lang, row: &BookingRow) -> Cell {
    let units = row.booking.quantity;
    html! {
        a href=(booking_page(row.booking.id)) { (row.facility.name(lang)) }
        @if units > 1 { " " (Text::Pieces { n: units }.to(lang)) }
    }
    .into()
}

/// What was taken out and is to be brought back, the first due first.
fn out(visit: &Visit, rows: &[BookingRow]) -> Table<4> {
    let lang = visit.lang;
    let columns = [
        Text::Facility.to(lang),
        Words::Due.to(lang),
        Text::Whose.to(lang),
        Text::Purpose.to(lang),
    ];
    let rows = rows.iter().map(|row| {
        let due = row.booking.slot.ends_at;
        let due = html! {
            (yakusho_webkit::ui::short_moment(lang, due.local()))
            @if due <= visit.cx.now() { " " (Tag::new(Tone::Error, Words::Overdue.to(lang))) }
        };
        [
            name(lang, row),
            due.into(),
            row.name.clone().into(),
            row.booking.purpose.clone().into(),
        ]
    });
    let empty =
        Empty::new(Icon::Check, Words::NothingOut.to(lang)).advice(Words::OutAdvice.to(lang));
    Table::new(Words::Out.to(lang), columns.map(Column::new))
        .rows(rows)
        .empty(empty)
}
