//! A month as weeks by days.

use maud::{Markup, html};
use time::Date;
use yakusho_koyomi::{EraYear, YearMonth};
use yakusho_scheduling::event::{Item, Row, Sheet};
use yakusho_webkit::{Lang, Visit};

use super::banner::Banners;
use super::entry::{items, short};
use super::sheet::{marks, on_day, reason};
use super::texts::Text;
use super::view::{Range, View};

/// How many of a day are listed; the rest is behind a link to the day.
const LISTED: usize = 6;

yakusho_webkit::texts! {
    enum Words {
        Month { era: String, year: i32, month: u8, name: String }: "{era}({year}年){month}月" / "{name} {year}";
        More { n: usize }: "ほか{n}件" / "{n} more";
    }
}

/// `令和8年(2026年)11月`, `November 2026`.
pub(super) fn name(lang: Lang, day: Date) -> String {
    let era = EraYear::of(day).map_or_else(String::new, |era| era.to_string());
    let month = Words::Month {
        era,
        year: day.year(),
        month: day.month().into(),
        name: day.month().to_string(),
    };
    month.to(lang).into_owned()
}

/// The weeks of the month, with what is in all of the calendars.
pub(super) fn grid(visit: &Visit, view: &View, sheet: &Sheet) -> Markup {
    let lang = visit.lang;
    let days: Vec<Date> = sheet.span.days().collect();
    html! {
        div.calendar-frame {
            table.calendar.month {
                caption.visually-hidden { (Text::Schedule.to(lang)) }
                tbody {
                    @for week in days.chunks(7) {
                        @let banners = Banners::of(week, periods(sheet));
                        tr {
                            @for at in 0..week.len() { (cell(visit, view, sheet, &banners, week, at)) }
                        }
                    }
                }
            }
        }
    }
}

/// The periods in all of the calendars; with the names, where they are several.
fn periods(sheet: &Sheet) -> impl Iterator<Item = (Option<&str>, &Item)> {
    let alone = sheet.rows.len() == 1;
    sheet.rows.iter().flat_map(move |row| {
        let name = (!alone).then_some(&*row.name);
        row.items.iter().map(move |item| (name, item))
    })
}

/// The day at that place in its week.
fn cell(
    visit: &Visit,
    view: &View,
    sheet: &Sheet,
    banners: &Banners<'_>,
    week: &[Date],
    at: usize,
) -> Markup {
    let (lang, day, month) = (visit.lang, week[at], YearMonth::of(view.day));
    let found: Vec<(&Row, Vec<&Item>)> = sheet
        .rows
        .iter()
        .map(|row| (row, on_day(&row.items, day, true)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let count: usize = found.iter().map(|(_, found)| found.len()).sum();
    let alone = sheet.rows.len() == 1;
    let mut left = LISTED;
    let listed = found.iter().map(|(row, found)| {
        let some = &found[..found.len().min(left)];
        left -= some.len();
        (row, some)
    });
    let listed: Vec<_> = listed.filter(|(_, some)| !some.is_empty()).collect();
    let today = day == visit.cx.today();
    let whole = view.on(day).with(Range::Day, &view.who).address();
    html! {
        td.today[today].closed[reason(lang, &sheet.calendar, day).is_some()]
            .other[YearMonth::of(day) != month].blank[count == 0 && !banners.are_at(at)] {
            p.day-of-month {
                a href=(whole) { (short(lang, day)) }
                (marks(visit, &sheet.calendar, day))
            }
            (banners.at(lang, week, at))
            @for (row, some) in &listed {
                @if !alone { p.meta { (row.name) } }
                (items(lang, some, day))
            }
            @if count > LISTED { p { a href=(whole) { (Words::More { n: count - LISTED }.to(lang)) } } }
        }
    }
}
