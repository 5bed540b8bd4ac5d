//! The facilities on a day: who has what, and what is free.

use std::collections::BTreeSet;

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use time::{Date, Duration};
use yakusho_kernel::Page as Listed;
use yakusho_scheduling::booking;
use yakusho_scheduling::facility::{self, CategoryId, FacilityId, FacilityRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Empty, Form, Icon, day};
use yakusho_webkit::{Answer, Lang, Visit};

use super::choice::{self, Choice};
use super::grid::{Hours, cells};
use super::table::{Line, Table};
use super::texts::Text;
use super::{BOOKINGS, facility_page, ways};
use crate::schedule::named_day;

/// How many facilities stand on a page.
const LISTED: usize = 20;

yakusho_webkit::texts! {
    enum Words {
        Date: "日付" / "Date";
        Category: "分類" / "Category";
        Place: "場所" / "Place";
        Show: "表示" / "Show";
        DayBefore: "前の日" / "Day before";
        Today: "今日" / "Today";
        DayAfter: "次の日" / "Day after";
        How: "空いている時間を押すと、始まりの時刻になります。続けて終わりの時刻を選ぶと、予約の画面に進みます。" / "Press a free time to choose the beginning, and then the end. The form follows.";
        Nothing: "当てはまる施設がありません" / "No facility fits";
        NothingAdvice: "分類や場所の条件を変えてみてください。" / "Try another category or place.";
        Caption { day: String }: "{day}の空き状況" / "Availability on {day}";
        Units { n: i32 }: "全{n}個" / "{n} in all";
    }
}

/// Which facilities on which day.
#[derive(Clone)]
struct View {
    day: Date,
    category: Option<CategoryId>,
    place: String,
    after: Option<String>,
}

impl View {
    fn of(visit: &Visit) -> Self {
        let category = visit.query("category");
        Self {
            day: choice::day(visit),
            category: category.and_then(|id| id.parse().ok()),
            place: visit.query("place").unwrap_or_default().to_owned(),
            after: visit.query("after").map(str::to_owned),
        }
    }

    fn on(&self, day: Date) -> Self {
        Self {
            day,
            ..self.clone()
        }
    }

    fn address(&self, choice: Option<Choice>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("day", &self.day.to_string());
        if let Some(category) = self.category {
            query.append_pair("category", &category.to_string());
        }
        if !self.place.is_empty() {
            query.append_pair("place", &self.place);
        }
        if let Some(after) = &self.after {
            query.append_pair("after", after);
        }
        query.extend_pairs(choice.into_iter().flat_map(Choice::pairs));
        format!("{BOOKINGS}?{}", query.finish())
    }

    fn fits(&self, row: &FacilityRow) -> bool {
        let set = &row.facility.settings;
        let category = self.category.is_none_or(|id| id == set.category);
        category && (self.place.is_empty() || self.place == set.place)
    }
}

/// `GET /bookings`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let (cx, lang, view) = (&visit.cx, visit.lang, View::of(&visit));
    let all = facility::list(cx, None, None).await?;
    let places: BTreeSet<String> = all
        .iter()
        .map(|row| row.facility.settings.place.clone())
        .filter(|place| !place.is_empty())
        .collect();
    let page = listed(&visit, &view, &all)?;
    let rows = booking::plan_of(cx, &page.items, view.day, 1).await?;
    let hours = Hours::of(&rows);
    let lines = rows.iter().flat_map(|row| {
        let day = row.days.iter();
        day.map(|day| Line {
            head: head(lang, &row.row),
            name: row.row.facility.name(lang).to_owned(),
            facility: row.row.facility.id,
            day: day.day,
            cells: cells(row, *day, hours, cx.now(), cx.today()),
            exclusive: row.row.facility.settings.kind.is_exclusive(),
        })
    });
    let lines: Vec<Line<'_>> = lines.collect();
    let table = Table {
        lang,
        caption: caption(lang, view.day),
        hours,
        choice: Choice::of(&visit),
        address: &|choice| view.address(choice),
    };
    let filter = filter(&visit, &view, places).await?;
    let shell = visit.shell().await?;
    let new = format!("{BOOKINGS}/new?first={}", view.day);
    let framed = Page::new(&shell, Text::Bookings.to(lang)).actions(html! {
        (Button::link(new, Text::New.to(lang)).primary().icon(Icon::Plus))
        (Button::print(Common::Print.to(lang)))
    });
    Ok(Html(framed.render(html! {
        div.calendar-page {
            (ways(lang, BOOKINGS))
            (filter)
            (steps(&visit, &view))
            @if lines.is_empty() {
                (Empty::new(Icon::Door, Words::Nothing.to(lang)).advice(Words::NothingAdvice.to(lang)))
            } @else {
                p.screen-only { (Words::How.to(lang)) }
                (table.render(&lines))
            }
            (visit.pager(page.next.as_ref()))
        }
    })))
}

fn caption(lang: Lang, day: Date) -> String {
    let day = yakusho_webkit::text::day(lang, day);
    Words::Caption { day }.to(lang).into_owned()
}

/// The facilities of the page, in the order of display.
fn listed(visit: &Visit, view: &View, all: &[FacilityRow]) -> Answer<Listed<FacilityId>> {
    let fitting = all.iter().filter(|row| view.fits(row));
    let ids = fitting.map(|row| row.facility.id);
    Ok(Listed::among(ids, visit.after().as_ref(), LISTED, |id| {
        *id
    })?)
}

async fn filter(visit: &Visit, view: &View, places: BTreeSet<String>) -> Answer<Markup> {
    let lang = visit.lang;
    let categories = facility::categories(&visit.cx).await?;
    let categories = categories.iter().filter(|one| !one.retired);
    let categories = categories.map(|one| (one.id.to_string(), one.name(lang).to_owned()));
    let places = places.into_iter().map(|place| (place.clone(), place));
    let chosen = view.category.map(|id| id.to_string());
    let (named, label) = (named_day(visit), Words::Date.to(lang));
    let form = Form::filter(lang, BOOKINGS).errors(named.error(&label));
    Ok(form.render(html! {
        (form.date("day", label).value(named.held(Some(view.day))))
        (form.select("category", Words::Category.to(lang)).options(categories).values(chosen))
        (form.select("place", Words::Place.to(lang)).options(places).value(&*view.place))
        (Button::submit(Words::Show.to(lang)))
    }))
}

/// The day in sight, and the ways to those before and after.
fn steps(visit: &Visit, view: &View) -> Markup {
    let lang = visit.lang;
    let by = |days: i64| {
        view.day
            .checked_add(Duration::days(days))
            .unwrap_or(view.day)
    };
    let to = |day: Date| view.on(day).address(None);
    html! {
        div.calendar-steps {
            h2 { (day(lang, view.day)) }
            div.buttons {
                (Button::link(to(by(-1)), Words::DayBefore.to(lang)).icon(Icon::ChevronLeft).small())
                (Button::link(to(visit.cx.today()), Words::Today.to(lang)).small())
                (Button::link(to(by(1)), Words::DayAfter.to(lang)).icon(Icon::ChevronRight).small())
            }
        }
    }
}

/// A facility's name with what tells it from others.
fn head(lang: Lang, row: &FacilityRow) -> Markup {
    let (facility, set) = (&row.facility, &row.facility.settings);
    html! {
        a href=(facility_page(facility.id)) { (facility.name(lang)) }
        p.meta {
            (set.place)
            @if let Some(n) = set.capacity { " " (Text::Capacity { n }.to(lang)) }
            @if !set.kind.is_exclusive() { " " (Words::Units { n: set.units }.to(lang)) }
        }
    }
}
