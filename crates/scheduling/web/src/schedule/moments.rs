//! Dates and times of events: as addresses carry them, and as people read them.

use maud::{Markup, html};
use time::macros::format_description;
use time::{Duration, Time};
use yakusho_kernel::narrow;
use yakusho_scheduling::event::When;
use yakusho_scheduling::recurrence::{Local, Zone};
use yakusho_webkit::Lang;
use yakusho_webkit::text::clock;
use yakusho_webkit::ui::day;

use super::texts::Text;

/// A date of a series as addresses carry it: `2026-11-24T10:00:00`.
pub(super) fn written(date: Local) -> String {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]");
    // Every date has all of these parts.
    date.format(form).unwrap_or_default()
}

/// The date that an address carries.
pub(super) fn parse(text: &str) -> Option<Local> {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]");
    Local::parse(text, form).ok()
}

/// A time of day as it is typed: `9:00`, `09:00`, `900`, and in full-width figures.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    let plain = narrow(text);
    let (hour, minute) = match plain.split_once(':') {
        Some(parts) => parts,
        None if (3..=4).contains(&plain.len()) => plain.split_at_checked(plain.len() - 2)?,
        None => return None,
    };
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}

/// When something is, in words.
pub(super) fn when(lang: Lang, when: &When) -> Markup {
    let (start, length) = (when.start(), when.length());
    match when {
        When::Days { first, last } => html! {
            (day(lang, *first))
            @if first == last { " " (Text::AllDay.to(lang)) }
            @else { " " (Text::To.to(lang)) " " (day(lang, *last)) }
        },
        When::Timed { zone, .. } => {
            let end = start.checked_add(length).unwrap_or(start);
            html! {
                (day(lang, start.date())) " " (clock(start.time()))
                @if length > Duration::ZERO {
                    " " (Text::To.to(lang)) " "
                    @if end.date() != start.date() { (day(lang, end.date())) " " }
                    (clock(end.time()))
                }
                @if *zone != Zone::JAPAN { " (" (zone.name()) ")" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::{datetime, time};

    use super::*;

    #[test]
    fn a_date_comes_back_from_its_address() {
        let at = datetime!(2026-11-24 10:00:05);
        assert_eq!(written(at), "2026-11-24T10:00:05");
        assert_eq!(parse(&written(at)), Some(at));
        assert_eq!(parse("2026-11-24"), None);
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for text in ["9:05", "09:05", "905", "0905", "９：０５"] {
            assert_eq!(time_of_day(text), Some(time!(9:05)), "{text}");
        }
        for text in ["", "9", "25:00", "9:60", "nine", "あいう", "12345"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }
}
