//! The week of one facility, and what there is to know of it.

use std::borrow::Cow;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use time::{Date, Duration};
use yakusho_accounts::directory;
use yakusho_kernel::Fault;
use yakusho_scheduling::booking::{self, PlanRow};
use yakusho_scheduling::facility::{FacilityId, FacilitySettings};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Column, Disclosure, Empty, Icon, Table as Rows, day, definitions, link, prose,
    section,
};
use yakusho_webkit::{Answer, Lang, Visit};

use super::choice::{self, Choice};
use super::grid::{Hours, cells};
use super::table::{Line, Table, told};
use super::texts::{Text, short_slot, tag};
use super::{BOOKINGS, booking_page, facility_page};
use crate::schedule::short_day;

yakusho_webkit::texts! {
    enum Words {
        WeekBefore: "前の週" / "Week before";
        ThisWeek: "今週" / "This week";
        WeekAfter: "次の週" / "Week after";
        Caption { name: String }: "{name}の1週間" / "A week of {name}";
        About: "施設について" / "About it";
        Place: "場所" / "Place";
        CapacityIs: "定員" / "Holds";
        Units: "数" / "How many";
        Window: "予約できる期間" / "Booked ahead";
        WindowDays { n: i32 }: "{n}日先まで" / "up to {n} day" | "up to {n} days" by n;
        Longest: "1回の長さ" / "Longest time";
        Minutes { n: i32 }: "{n}分まで" / "{n} minutes";
        Around: "準備・片付け" / "Made ready and cleared";
        AroundMinutes { before: i32, after: i32 }: "前{before}分・後{after}分" / "{before} minutes before, {after} after";
        Approval: "承認する人" / "Approved by";
        Notes: "利用する人へ" / "To those who use it";
        Retired: "この施設は、今は予約できません。" / "This facility is not booked any more.";
        NotYours: "あなたの所属では、この施設を予約できません。空き状況だけを見られます。" / "You may look at this facility, but not book it.";
        InWeek: "この週の予約" / "Bookings of the week";
        NoneInWeek: "この週の予約はありません" / "Nobody has it this week";
        ToDay: "この日のほかの施設" / "Other facilities on this day";
    }
}

/// `GET /bookings/facilities/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<FacilityId>) -> Answer<Html<Markup>> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let monday = monday(choice::day(&visit));
    let mut rows = booking::plan_of(cx, &[id], monday, 7).await?;
    let row = rows.pop().ok_or(Fault::NotFound)?;
    let facility = &row.row.facility;
    let hours = Hours::of(std::slice::from_ref(&row));
    let lines = row.days.iter().map(|day| Line {
        head: html! {
            a href=(format!("{BOOKINGS}?day={}", day.day)) title=(Words::ToDay.to(lang)) {
                (short_day(lang, day.day))
            }
        },
        name: short_day(lang, day.day),
        facility: id,
        day: day.day,
        cells: cells(&row, *day, hours, cx.now(), cx.today()),
        exclusive: facility.settings.kind.is_exclusive(),
    });
    let lines: Vec<Line<'_>> = lines.collect();
    let name = facility.name(lang);
    let caption = Words::Caption {
        name: name.to_owned(),
    };
    let table = Table {
        lang,
        caption: caption.to(lang).into_owned(),
        hours,
        choice: Choice::of(&visit),
        address: &|choice| address(id, monday, choice),
    };
    let about = about(&visit, &facility.settings).await?;
    let new = format!("{BOOKINGS}/new?facility={id}");
    let shell = visit.shell().await?;
    let page = Page::new(&shell, name)
        .crumb(BOOKINGS, Text::Bookings.to(lang))
        .actions(html! {
            @if row.row.bookable { (Button::link(new, Text::New.to(lang)).primary().icon(Icon::Plus)) }
            (Button::print(Common::Print.to(lang)))
        });
    Ok(Html(page.render(html! {
        div.calendar-page {
            @if facility.retired { (Alert::info(lang, Words::Retired.to(lang))) }
            @else if !row.row.bookable { (Alert::info(lang, Words::NotYours.to(lang))) }
            (about)
            (steps(&visit, id, monday))
            (table.render(&lines))
            (section(Words::InWeek.to(lang), booked(lang, &row)))
        }
    })))
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    let since = day.weekday().number_days_from_monday();
    day.checked_sub(Duration::days(since.into())).unwrap_or(day)
}

fn address(id: FacilityId, day: Date, choice: Option<Choice>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("day", &day.to_string());
    query.extend_pairs(choice.into_iter().flat_map(Choice::pairs));
    format!("{}?{}", facility_page(id), query.finish())
}

fn steps(visit: &Visit, id: FacilityId, monday: Date) -> Markup {
    let lang = visit.lang;
    let by = |days: i64| monday.checked_add(Duration::days(days)).unwrap_or(monday);
    let to = |day: Date| address(id, day, None);
    html! {
        div.calendar-steps {
            h2 { (day(lang, monday)) " " (Text::To.to(lang)) " " (day(lang, by(6))) }
            div.buttons {
                (Button::link(to(by(-7)), Words::WeekBefore.to(lang)).icon(Icon::ChevronLeft).small())
                (Button::link(to(visit.cx.today()), Words::ThisWeek.to(lang)).small())
                (Button::link(to(by(7)), Words::WeekAfter.to(lang)).icon(Icon::ChevronRight).small())
            }
        }
    }
}

/// What there is to know of the facility before one books it.
async fn about(visit: &Visit, set: &FacilitySettings) -> Answer<Markup> {
    let lang = visit.lang;
    let mut rows: Vec<(Cow<'static, str>, String)> = Vec::new();
    let mut row = |term: Words, what: String| rows.push((term.to(lang), what));
    if !set.place.is_empty() {
        row(Words::Place, set.place.clone());
    }
    if let Some(n) = set.capacity {
        row(
            Words::CapacityIs,
            Text::Capacity { n }.to(lang).into_owned(),
        );
    }
    if !set.kind.is_exclusive() {
        row(
            Words::Units,
            Text::Pieces { n: set.units }.to(lang).into_owned(),
        );
    }
    if let Some(n) = set.window_days {
        row(Words::Window, Words::WindowDays { n }.to(lang).into_owned());
    }
    if let Some(n) = set.longest_minutes {
        row(Words::Longest, Words::Minutes { n }.to(lang).into_owned());
    }
    let (before, after) = (set.before_minutes, set.after_minutes);
    if before + after > 0 {
        let around = Words::AroundMinutes { before, after };
        row(Words::Around, around.to(lang).into_owned());
    }
    if let Some(post) = set.approval {
        let cards = directory::post_cards(&visit.cx.reader(), visit.cx.today(), &[post]).await?;
        let card = cards.get(&post);
        let post = card.map_or_else(String::new, |card| {
            format!("{} {}", card.unit_name, card.title)
        });
        row(Words::Approval, post);
    }
    let rows = rows
        .into_iter()
        .map(|(term, what)| (term, html! { (what) }));
    let rows: Vec<_> = rows.collect();
    let body = html! {
        (definitions(rows.iter().map(|(term, what)| (term.as_ref(), what.clone()))))
        @if !set.notes.is_empty() { p { strong { (Words::Notes.to(lang)) } } (prose(&set.notes)) }
    };
    Ok(html! {
        @if !rows.is_empty() || !set.notes.is_empty() {
            (Disclosure::new(Words::About.to(lang), body).open(!set.notes.is_empty()))
        }
    })
}

/// Who has it, one after the other.
fn booked(lang: Lang, row: &PlanRow) -> Markup {
    let columns = [Text::Purpose, Text::When, Text::Quantity, Text::State];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = row.booked.iter().map(|one| {
        [
            link(booking_page(one.id), told(lang, one)).into(),
            short_slot(lang, one.slot).into(),
            one.quantity.to_string().into(),
            tag(lang, one.state).into(),
        ]
    });
    let empty = Empty::new(Icon::Door, Words::NoneInWeek.to(lang));
    html! { (Rows::new(Words::InWeek.to(lang), columns).rows(rows).empty(empty)) }
}
