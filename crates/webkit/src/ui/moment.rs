//! Days and times, in words and for programs.
//!
//! Japanese shows the era and the Western year, or the era alone in short, as offices write it.
//! Times are those of the town hall: hand in local ones.

use std::fmt::Display;

use maud::{Markup, html};
use time::{Date, OffsetDateTime};
use yakusho_koyomi::{Style, styled};

use crate::{Lang, text};

/// `令和8年（2026年）11月21日（土）`, `21 November 2026`.
pub fn day(lang: Lang, date: Date) -> Markup {
    element(date, &text::day(lang, date), None)
}

/// `令和8年（2026年）11月21日（土）9:05`, `21 November 2026, 9:05`.
pub fn moment(lang: Lang, local: OffsetDateTime) -> Markup {
    element(machine(local), &text::moment(lang, local), None)
}

/// `R8.11.21`, `2026-11-21`, for tables; the long form appears on pointing at it.
pub fn short_day(lang: Lang, date: Date) -> Markup {
    element(date, &short(lang, date), Some(text::day(lang, date)))
}

/// `R8.11.21 9:05`, `2026-11-21 9:05`, for tables; the long form appears on pointing at it.
pub fn short_moment(lang: Lang, local: OffsetDateTime) -> Markup {
    let short = format!(
        "{} {}",
        short(lang, local.date()),
        text::clock(local.time())
    );
    element(machine(local), &short, Some(text::moment(lang, local)))
}

fn short(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Ja => styled(date, Style::EraShort).to_string(),
        Lang::En => date.to_string(),
    }
}

/// ISO 8601 to the minute, with its offset.
fn machine(local: OffsetDateTime) -> String {
    let (hours, minutes, _) = local.offset().as_hms();
    let (date, hour, minute) = (local.date(), local.hour(), local.minute());
    format!(
        "{date}T{hour:02}:{minute:02}{hours:+03}:{:02}",
        minutes.abs()
    )
}

fn element(machine: impl Display, words: &str, title: Option<String>) -> Markup {
    html! { time datetime=(machine) title=[title] { (words) } }
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;

    #[test]
    fn both_years_are_shown() {
        let at = datetime!(2026-11-21 9:05 +9);
        assert_eq!(
            moment(Lang::Ja, at).into_string(),
            "<time datetime=\"2026-11-21T09:05+09:00\">令和8年（2026年）11月21日（土）9:05</time>"
        );
        assert_eq!(
            short_moment(Lang::Ja, at).into_string(),
            "<time datetime=\"2026-11-21T09:05+09:00\" title=\"令和8年（2026年）11月21日（土）9:05\">R8.11.21 9:05</time>"
        );
        assert_eq!(
            moment(Lang::En, at).into_string(),
            "<time datetime=\"2026-11-21T09:05+09:00\">21 November 2026, 9:05</time>"
        );
    }

    #[test]
    fn the_first_year_of_an_era_is_named_so() {
        let html = day(Lang::Ja, date!(2019 - 05 - 01)).into_string();
        assert_eq!(
            html,
            "<time datetime=\"2019-05-01\">令和元年（2019年）5月1日（水）</time>"
        );
    }
}
