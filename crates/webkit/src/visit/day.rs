//! Days that an address names.

use time::Date;
use yakusho_kernel::{Invalid, Reason, entered, narrow};

use super::Visit;
use crate::ui::{Asked, Takes};

/// A day that an address names, as it was typed: what is none is said at its field, and stays in it.
#[derive(Clone, Debug)]
pub struct NamedDay<'v> {
    visit: &'v Visit,
    name: &'static str,
    typed: &'v str,
    read: Result<Option<Date>, Reason>,
}

impl Visit {
    /// The day that the address names so, in any form in which people write it, from 1868 to 2200.
    pub fn day(&self, name: &'static str) -> NamedDay<'_> {
        let typed = self.query(name).unwrap_or_default().trim();
        NamedDay {
            visit: self,
            name,
            typed,
            read: read(typed),
        }
    }
}

impl NamedDay<'_> {
    /// The day; none where none is named, or what is named is no day.
    pub fn date(&self) -> Option<Date> {
        self.read.as_ref().ok().copied().flatten()
    }

    /// The day, or else today.
    pub fn or_today(&self) -> Date {
        self.date().unwrap_or_else(|| self.visit.cx.today())
    }

    /// The same, refused for that reason where it does not fit.
    #[must_use]
    pub fn fitting(mut self, fits: impl FnOnce(Date) -> bool, reason: Reason) -> Self {
        if self.date().is_some_and(|day| !fits(day)) {
            self.read = Err(reason);
        }
        self
    }

    /// Whether something is named.
    pub fn is_named(&self) -> bool {
        !self.typed.is_empty()
    }

    /// What its field holds where that day is shown: what was typed, if it is no day.
    pub fn held(&self, shown: Option<Date>) -> String {
        match &self.read {
            Err(_) => self.typed.to_owned(),
            Ok(_) => shown.map_or_else(String::new, |day| day.to_string()),
        }
    }

    /// What is wrong with it, for the form whose field has that label.
    pub fn error(&self, label: &str) -> Option<(&'static str, String)> {
        let reason = self.read.as_ref().err()?;
        let takes = Takes::Day;
        let words = self.visit.words_of(reason, None, Asked { label, takes });
        Some((self.name, words))
    }

    /// That it is a day, or none is named: for what is no page, such as a file.
    ///
    /// # Errors
    /// The fault of its field.
    pub fn check(&self) -> Result<Option<Date>, Invalid> {
        let read = self.read.clone();
        read.map_err(|reason| Invalid::field(self.name, reason))
    }
}

fn read(typed: &str) -> Result<Option<Date>, Reason> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = yakusho_koyomi::parse_date(&narrow(typed)).map_err(|_| Reason::Malformed)?;
    if entered::YEARS.contains(&day.year()) {
        Ok(Some(day))
    } else {
        Err(Reason::Code("year_beyond"))
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_day_is_named_as_people_write_it_or_not_at_all() {
        let day = date!(2026 - 11 - 21);
        for typed in [
            "2026-11-21",
            "令和8年11月21日",
            "R8.11.21",
            "２０２６-１１-２１",
        ] {
            assert_eq!(read(typed), Ok(Some(day)), "{typed}");
        }
        assert_eq!(read(""), Ok(None));
        for nonsense in ["tomorrow", "2026-02-30", "-1", "2026-11"] {
            assert_eq!(read(nonsense), Err(Reason::Malformed), "{nonsense}");
        }
        for beyond in ["1867-12-31", "2201-01-01"] {
            assert_eq!(read(beyond), Err(Reason::Code("year_beyond")), "{beyond}");
        }
    }
}
