//! A month of duties, as weeks by days.

use std::collections::BTreeMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Html};
use time::{Date, Duration, Month};
use yakusho_accounts::calendar;
use yakusho_compliance::duty::{Ledger, View};
use yakusho_kernel::{Fault, Owed};
use yakusho_koyomi::YearMonth;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Alert, Button, Icon, buttons, short_day};
use yakusho_webkit::{Answer, Visit};

use super::list::{crumb, view, views};
use super::row::told;
use super::texts::Text;
use super::{MONTH, list_of};

/// How many of a day are listed.
const LISTED: usize = 6;

/// How many of the whole page are read.
const READ: usize = 400;

/// The month that is asked for, as `2026-11`.
fn month_of(visit: &Visit) -> Result<YearMonth, Fault> {
    let Some(text) = visit.query("month") else {
        return Ok(YearMonth::of(visit.cx.today()));
    };
    let parsed = text.split_once('-').and_then(|(year, month)| {
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        YearMonth::new(year.parse().ok()?, month)
    });
    parsed.ok_or(Fault::NotFound)
}

fn address(view: View, month: YearMonth) -> String {
    let first = month.first_day();
    let (year, month) = (first.year(), u8::from(first.month()));
    format!("{MONTH}?view={}&month={year}-{month:02}", view.code())
}

/// `GET /duties/month`, of a view and month
#[handler]
pub(super) async fn show(visit: Visit, Data(ledger): Data<&Ledger>) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let view = view(&visit)?;
    let month = month_of(&visit)?;
    let days = weeks(month);
    let span = (days.first().copied(), days.last().copied());
    let found = ledger.list(cx, view, span, None, READ).await?;
    let mut by_day: BTreeMap<Date, Vec<&Owed>> = BTreeMap::new();
    for owed in &found.items {
        by_day.entry(owed.due).or_default().push(owed);
    }
    let working = calendar::of(&cx.reader()).await?;
    let first = month.first_day();
    let title = Text::MonthOf {
        year: first.year(),
        month: first.month().into(),
    };
    let shell = visit.shell().await?;
    let (up, label) = crumb(lang);
    let page = Page::new(&shell, title.to(lang))
        .crumb(up, label)
        .actions(html! { (Button::link(list_of(view, false), Text::AsList.to(lang))) });
    Ok(Html(page.render(html! {
        (views(&visit, ledger, view, |view| address(view, month)))
        (buttons(html! {
            (Button::link(address(view, month.previous()), Text::PreviousMonth.to(lang))
                .icon(Icon::ChevronLeft))
            (Button::link(address(view, YearMonth::of(cx.today())), Text::ThisMonth.to(lang)))
            (Button::link(address(view, month.next()), Text::NextMonth.to(lang))
                .icon(Icon::ChevronRight))
        }))
        @if found.next.is_some() { (Alert::info(lang, Text::Cut { n: READ }.to(lang))) }
        div.calendar-frame {
            table.calendar.month {
                caption.visually-hidden { (title.to(lang)) }
                tbody {
                    @for week in days.chunks(7) {
                        tr {
                            @for day in week {
                                @let closed = working.is_working_day(*day).is_ok_and(|works| !works);
                                (cell(&visit, *day, (month, closed), by_day.get(day)))
                            }
                        }
                    }
                }
            }
        }
    })))
}

/// The days of the weeks that the month lies in, which begin on Sunday.
fn weeks(month: YearMonth) -> Vec<Date> {
    let (first, last) = (month.first_day(), month.last_day());
    let before = i64::from(first.weekday().number_days_from_sunday());
    let after = 6 - i64::from(last.weekday().number_days_from_sunday());
    let begin = first.checked_sub(Duration::days(before)).unwrap_or(first);
    let end = last.checked_add(Duration::days(after)).unwrap_or(last);
    let next = |day: &Date| day.next_day().filter(|day| *day <= end);
    std::iter::successors(Some(begin), next).collect()
}

fn cell(
    visit: &Visit,
    day: Date,
    (month, closed): (YearMonth, bool),
    owed: Option<&Vec<&Owed>>,
) -> Markup {
    let lang = visit.lang;
    let owed = owed.map_or(&[][..], Vec::as_slice);
    let today = day == visit.cx.today();
    let other = YearMonth::of(day) != month;
    html! {
        td.today[today].closed[closed].other[other].blank[owed.is_empty()] {
            p.day-of-month { (short_day(lang, day)) }
            ul.items {
                @for one in owed.iter().take(LISTED) {
                    @let (text, href) = told(visit, one);
                    li {
                        @match href {
                            Some(href) => a.item.whole href=(href) { (text) },
                            None => span.item.whole { (text) },
                        }
                    }
                }
            }
            @if owed.len() > LISTED { p.meta { (Text::More { n: owed.len() - LISTED }.to(lang)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let november = weeks(YearMonth::of(date!(2026 - 11 - 20)));
        assert_eq!(november.first(), Some(&date!(2026 - 11 - 01)));
        assert_eq!(november.last(), Some(&date!(2026 - 12 - 05)));
        assert_eq!(november.len() % 7, 0);
        assert_eq!(weeks(YearMonth::of(date!(2026 - 02 - 01))).len(), 28);
    }
}
