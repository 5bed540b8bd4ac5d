//! Days and times.

use maud::{Markup, html};
use yakusho_koyomi::{EraYear, Style, parse_date, styled, weekday_ja};

use super::Takes;
use super::field::{Control, Field, Frame};
use crate::Lang;

/// A day, or a day and a time, picked or typed; its era and day of the week stand beside it.
#[derive(Debug)]
pub struct Date {
    kind: &'static str,
    class: &'static str,
    takes: Takes,
    min: Option<String>,
    max: Option<String>,
}

impl Date {
    pub(super) fn day() -> Self {
        Self {
            kind: "date",
            class: "day",
            takes: Takes::Day,
            min: None,
            max: None,
        }
    }

    pub(super) fn moment() -> Self {
        Self {
            kind: "datetime-local",
            class: "moment",
            takes: Takes::Moment,
            ..Self::day()
        }
    }
}

impl Field<'_, Date> {
    /// The first that may be chosen, written as the field's value is.
    #[must_use]
    pub fn min(mut self, first: impl Into<String>) -> Self {
        self.control.min = Some(first.into());
        self
    }

    /// The last that may be chosen, written as the field's value is.
    #[must_use]
    pub fn max(mut self, last: impl Into<String>) -> Self {
        self.control.max = Some(last.into());
        self
    }
}

impl Control for Date {
    fn takes(&self) -> Takes {
        self.takes
    }

    fn told(&self, lang: Lang, values: &[&str]) -> Option<String> {
        let value = values.first().copied().unwrap_or_default();
        Some(format!("{} {}", value.replace('T', " "), era(lang, value)))
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            div.with-note {
                input class={ "input " (self.class) } type=(self.kind) id=(frame.id)
                    name=(frame.name) value=(frame.value()) min=[&self.min] max=[&self.max]
                    required[frame.required] aria-describedby=[frame.described_by]
                    aria-invalid=[frame.aria_invalid()] data-era;
                output.note for=(frame.id) { (era(frame.lang, frame.value())) }
            }
        }
    }
}

/// The era and the day of the week: `令和8年11月30日(月)`, `Monday, Reiwa 8`. The script
/// `era.js` writes the same.
fn era(lang: Lang, value: &str) -> String {
    let day = value.split('T').next().unwrap_or_default();
    let Ok(date) = parse_date(day) else {
        return String::new();
    };
    match (lang, EraYear::of(date)) {
        (_, None) => String::new(),
        (Lang::Ja, Some(_)) => {
            format!(
                "{}({})",
                styled(date, Style::EraLong),
                weekday_ja(date.weekday())
            )
        }
        (Lang::En, Some(year)) => {
            format!(
                "{}, {} {}",
                date.weekday(),
                year.era().name_en(),
                year.number()
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_era_follows_the_value() {
        assert_eq!(era(Lang::Ja, "2026-11-30"), "令和8年11月30日(月)");
        assert_eq!(era(Lang::Ja, "2019-05-01T08:30"), "令和元年5月1日(水)");
        assert_eq!(era(Lang::En, "2026-11-30"), "Monday, Reiwa 8");
        assert_eq!(era(Lang::Ja, "2026-02-30"), "");
        assert_eq!(era(Lang::Ja, ""), "");
    }
}
