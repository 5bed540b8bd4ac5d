//! Days and times.

use maud::{Markup, html};

use super::field::{Control, Field, Frame};

/// A day, picked or typed, with its era beside it.
#[derive(Debug, Default)]
pub struct Date {
    min: Option<String>,
    max: Option<String>,
    era: Option<String>,
}

impl Field<'_, Date> {
    /// The first day that may be chosen, as `YYYY-MM-DD`.
    #[must_use]
    pub fn min(mut self, day: impl Into<String>) -> Self {
        self.control.min = Some(day.into());
        self
    }

    /// The last day that may be chosen, as `YYYY-MM-DD`.
    #[must_use]
    pub fn max(mut self, day: impl Into<String>) -> Self {
        self.control.max = Some(day.into());
        self
    }

    /// The value with its era, in words (`令和8年11月21日`); the script keeps it up to date.
    #[must_use]
    pub fn era(mut self, words: impl Into<String>) -> Self {
        self.control.era = Some(words.into());
        self
    }
}

impl Control for Date {
    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            div.with-note {
                input.input.day type="date" id=(frame.id) name=(frame.name) value=(frame.value())
                    min=[&self.min] max=[&self.max] required[frame.required]
                    aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()]
                    data-era;
                output.note for=(frame.id) { @if let Some(era) = &self.era { (era) } }
            }
        }
    }
}

/// A day and a time.
#[derive(Debug, Default)]
pub struct DateTime {
    min: Option<String>,
    era: Option<String>,
}

impl Field<'_, DateTime> {
    /// The first moment that may be chosen, as `YYYY-MM-DDThh:mm`.
    #[must_use]
    pub fn min(mut self, moment: impl Into<String>) -> Self {
        self.control.min = Some(moment.into());
        self
    }

    /// The value's day with its era, in words; the script keeps it up to date.
    #[must_use]
    pub fn era(mut self, words: impl Into<String>) -> Self {
        self.control.era = Some(words.into());
        self
    }
}

impl Control for DateTime {
    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            div.with-note {
                input.input.moment type="datetime-local" id=(frame.id) name=(frame.name)
                    value=(frame.value()) min=[&self.min] required[frame.required]
                    aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()]
                    data-era;
                output.note for=(frame.id) { @if let Some(era) = &self.era { (era) } }
            }
        }
    }
}
