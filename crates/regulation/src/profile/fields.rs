//! Reading TOML with its places: each getter tells the fault itself and gives nothing.

use std::cell::RefCell;

use time::{Date, Month};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ProfileFault;
use crate::{Force, Wording};

/// The faults found so far in a file.
pub(super) struct Faults<'s> {
    file: &'s str,
    pub(super) source: &'s str,
    list: RefCell<Vec<ProfileFault>>,
}

impl<'s> Faults<'s> {
    pub(super) fn new(file: &'s str, source: &'s str) -> Self {
        Self {
            file,
            source,
            list: RefCell::default(),
        }
    }

    /// Tells a fault at a byte of the file.
    pub(super) fn at(&self, offset: usize, message: impl Into<String>) {
        let before = self.source.get(..offset).unwrap_or(self.source);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        self.list.borrow_mut().push(ProfileFault {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        });
    }

    /// Tells a fault at a line of another file.
    pub(super) fn in_file(&self, file: &str, line: usize, message: impl Into<String>) {
        self.list.borrow_mut().push(ProfileFault {
            file: file.to_owned(),
            line,
            column: 1,
            message: message.into(),
        });
    }

    pub(super) fn into_list(self) -> Vec<ProfileFault> {
        self.list.into_inner()
    }
}

/// A table and what may stand in it.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) faults: &'a Faults<'a>,
    pub(super) table: &'a DeTable<'a>,
    /// The byte at which the table begins.
    pub(super) at: usize,
}

impl<'a> Fields<'a> {
    /// The table, after a fault for every key that is not of `keys`.
    pub(super) fn new(
        faults: &'a Faults<'a>,
        table: &'a DeTable<'a>,
        at: usize,
        keys: &[&str],
    ) -> Self {
        for key in table.keys() {
            if !keys.contains(&key.get_ref().as_ref()) {
                faults.at(
                    key.span().start,
                    format!(
                        "unknown key {:?}: expected one of {}",
                        key.get_ref(),
                        keys.join(", ")
                    ),
                );
            }
        }
        Self { faults, table, at }
    }

    /// The value of a key that may be left out.
    pub(super) fn optional(self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// The value of a key that must be there.
    pub(super) fn required(self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.table.get(key);
        if value.is_none() {
            self.faults
                .at(self.at, format!("the key {key:?} is missing"));
        }
        value
    }

    /// A text that must be there, and where it stands.
    pub(super) fn text(self, key: &str) -> Option<(&'a str, usize)> {
        self.as_text(self.required(key)?)
    }

    /// A value as a text that is not empty, and where it stands.
    pub(super) fn as_text(self, value: &'a Spanned<DeValue<'a>>) -> Option<(&'a str, usize)> {
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.fault(at, "the text is empty"),
            DeValue::String(text) => Some((text.as_ref(), at)),
            other => self.fault(at, format!("expected a text, found: {}", other.type_str())),
        }
    }

    /// A list that must be there.
    pub(super) fn list(self, key: &str) -> Option<&'a [Spanned<DeValue<'a>>]> {
        let value = self.required(key)?;
        match value.get_ref() {
            DeValue::Array(list) => Some(list),
            other => self.fault(
                value.span().start,
                format!("expected a list, found: {}", other.type_str()),
            ),
        }
    }

    /// `{ ja = "…", en = "…" }`, which must be there.
    pub(super) fn wording(self, key: &str) -> Option<Wording> {
        let value = self.required(key)?;
        let at = value.span().start;
        let DeValue::Table(table) = value.get_ref() else {
            return self.fault(at, "expected { ja = \"…\", en = \"…\" }");
        };
        let fields = Fields::new(self.faults, table, at, &["ja", "en"]);
        let (ja, en) = (fields.text("ja"), fields.text("en"));
        Some(Wording {
            ja: ja?.0.to_owned(),
            en: en?.0.to_owned(),
        })
    }

    /// A day that must be there.
    pub(super) fn date(self, key: &str) -> Option<Date> {
        self.as_date(self.required(key)?)
    }

    /// The keys `from` and `until`, each of which may be left out.
    pub(super) fn force(self) -> Option<Force> {
        let date = |key| match self.optional(key) {
            Some(value) => self.as_date(value).map(Some),
            None => Some(None),
        };
        let (from, until) = (date("from"), date("until"));
        let force = Force {
            from: from?,
            until: until?,
        };
        if let (Some(from), Some(until)) = (force.from, force.until)
            && from > until
        {
            let at = self
                .optional("until")
                .map_or(self.at, |value| value.span().start);
            return self.fault(
                at,
                format!("it ends on {until}, before it begins on {from}"),
            );
        }
        Some(force)
    }

    fn as_date(self, value: &'a Spanned<DeValue<'a>>) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
            _ => None,
        };
        let date = date.and_then(|date| {
            let month = Month::try_from(date.month).ok()?;
            Date::from_calendar_date(date.year.into(), month, date.day).ok()
        });
        date.or_else(|| self.fault(value.span().start, "expected a day such as 2027-04-01"))
    }

    /// Tells a fault and gives nothing.
    pub(super) fn fault<T>(self, at: usize, message: impl Into<String>) -> Option<T> {
        self.faults.at(at, message);
        None
    }
}
