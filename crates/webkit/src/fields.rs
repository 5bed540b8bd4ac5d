//! What was typed into a form: read into types, and shown again with what is wrong.

use std::str::FromStr;

use maud::Markup;
use poem::http::StatusCode;
use poem::web::Html;
use poem::{FromRequest, IntoResponse, Request, RequestBody, Response};
use time::macros::format_description;
use time::{Date, PrimitiveDateTime};
use yakusho_kernel::{Conflict, Fault, Invalid, Reason, Timestamp, entered, narrow};
use yakusho_regulation::Basis;

use crate::guard::HeldOff;
use crate::problem::carried;
use crate::text::Common;
use crate::ui::{Asked, CSRF_FIELD, Form, Message, SECRET_FIELDS, Takes};
use crate::wording::{self, Text};
use crate::{Problem, Visit};

/// The fields of a form that was sent.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    /// What was found wrong while it was received, such as a file that is too large.
    wrong: Invalid,
}

impl Fields {
    pub(crate) fn parse(body: &[u8]) -> Self {
        let mut fields = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            fields.push(name.into_owned(), value.into_owned());
        }
        fields
    }

    /// Every name and value but the session's token, in the order in which they came.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = &(String, String)> {
        self.values.iter().filter(|(name, _)| name != CSRF_FIELD)
    }

    /// Nobody types a NUL, and not every database keeps one: it is left out.
    pub(crate) fn push(&mut self, name: String, mut value: String) {
        value.retain(|letter| letter != '\0');
        self.values.push((name, value));
    }

    pub(crate) fn refuse(&mut self, name: &str, reason: Reason) {
        self.wrong.push(name, reason);
    }

    /// The first value of that name, as it came.
    pub fn first(&self, name: &str) -> Option<&str> {
        let mut values = self.values.iter();
        let (_, value) = values.find(|(key, _)| key == name)?;
        Some(value)
    }

    /// Every value of that name, as they came: checkboxes, people.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let values = self.values.iter().filter(move |(key, _)| key == name);
        values.map(|(_, value)| value.as_str())
    }

    /// The same with these values of a field besides.
    #[must_use]
    pub fn also(mut self, name: &str, values: impl IntoIterator<Item = String>) -> Self {
        let values = values.into_iter().map(|value| (name.to_owned(), value));
        self.values.extend(values);
        self
    }

    /// The text, empty if there is none; lines end as everywhere else in the program.
    pub fn text(&self, name: &str) -> String {
        self.first(name).unwrap_or_default().replace("\r\n", "\n")
    }

    /// The text of a field for a number, a code or an ID: with letters, digits and signs in half width, however they were
    /// typed, and nothing around it.
    pub fn code(&self, name: &str) -> String {
        narrow(self.first(name).unwrap_or_default().trim())
    }

    /// Whether a checkbox was ticked, or a button of that name pressed.
    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// What may be shown again or sent back to the page: all but the session's token and what only its owner may know.
    pub(crate) fn not_secret(&self) -> impl Iterator<Item = (&str, &str)> {
        let values = self.values.iter();
        let values = values.map(|(name, value)| (name.as_str(), value.as_str()));
        values.filter(|(name, _)| *name != CSRF_FIELD && !SECRET_FIELDS.contains(name))
    }

    /// Reads fields into types, and notes everything that cannot be read.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            fields: self,
            wrong: self.wrong.clone(),
        }
    }
}

impl<'a> FromRequest<'a> for Fields {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        if let Some(held_off) = request.data::<HeldOff>() {
            return Err(Problem::from(*held_off).into());
        }
        let fields = request.data::<Self>().cloned();
        Ok(fields.ok_or(Problem::UnsupportedMedia)?)
    }
}

/// Reads fields into types. An empty field is none of anything; whether it may be is for the domain to say.
///
/// ```text
/// let mut read = fields.reader();
/// let draft = Draft {
///     subject: fields.text("subject"),
///     category: read.one("category"),
///     due: read.day("due"),
///     to: read.all("to"),
/// };
/// read.finish()?;
/// ```
#[must_use]
#[derive(Debug)]
pub struct Reader<'f> {
    fields: &'f Fields,
    wrong: Invalid,
}

impl Reader<'_> {
    /// One value.
    pub fn one<T: FromStr>(&mut self, name: &str) -> Option<T> {
        self.with(name, |text| text.parse().ok())
    }

    /// One value that must be there: what the page always sends, such as the revision that was edited.
    pub fn given<T: FromStr>(&mut self, name: &str) -> Result<T, Invalid> {
        let given = self.fields.first(name).unwrap_or_default().trim();
        let parsed = given.parse();
        parsed.map_err(|_| Invalid::field(name, Reason::Malformed))
    }

    /// Several values.
    pub fn all<T: FromStr>(&mut self, name: &str) -> Vec<T> {
        let mut read = Vec::new();
        for text in self.fields.all(name).filter(|text| !text.is_empty()) {
            match text.parse() {
                Ok(value) => read.push(value),
                Err(_) => self.wrong.push(name, Reason::Unknown),
            }
        }
        read
    }

    /// A day, in any form in which people write it, from 1868 to 2200.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        let day = self.with(name, |text| yakusho_koyomi::parse_date(text).ok())?;
        self.within(name, day.year(), day)
    }

    /// A day and a time in the town hall, as `YYYY-MM-DDThh:mm`, from 1868 to 2200.
    pub fn moment(&mut self, name: &str) -> Option<Timestamp> {
        let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
        let at = self.with(name, |text| PrimitiveDateTime::parse(text, form).ok())?;
        self.within(name, at.year(), Timestamp::at(at.date(), at.time()))
    }

    fn within<T>(&mut self, name: &str, year: i32, value: T) -> Option<T> {
        if entered::YEARS.contains(&year) {
            return Some(value);
        }
        self.wrong.push(name, Reason::Code("year_beyond"));
        None
    }

    /// One value by a way of one's own.
    pub fn with<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = narrow(self.fields.first(name)?.trim());
        if text.is_empty() {
            return None;
        }
        let read = parse(&text);
        if read.is_none() {
            self.wrong.push(name, Reason::Malformed);
        }
        read
    }

    /// A value that must be there, read in one of the ways above: `read.needed("due", Reader::day)`.
    pub fn needed<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        let faults = self.wrong.errors.len();
        let value = read(self, name);
        if value.is_none() && self.wrong.errors.len() == faults {
            self.wrong.push(name, Reason::Required);
        }
        value
    }

    /// Notes a fault that the page itself finds.
    pub fn wrong(&mut self, name: &str, reason: Reason) {
        self.wrong.push(name, reason);
    }

    /// `Ok` if everything could be read.
    pub fn finish(self) -> Result<(), Invalid> {
        self.wrong.check()
    }

    /// What was [needed](Self::needed), if everything could be read: `read.finish_with(due.zip(to))?`.
    pub fn finish_with<T>(self, values: Option<T>) -> Result<T, Invalid> {
        match values {
            Some(values) if self.wrong.errors.is_empty() => Ok(values),
            _ => Err(self.wrong),
        }
    }
}

/// What a form shows: nothing yet, or what was typed and what is wrong with it.
#[derive(Debug, Default)]
pub struct Typed<'f> {
    fields: Option<&'f Fields>,
    wrong: Invalid,
    conflict: Option<Conflict>,
}

impl<'f> Typed<'f> {
    /// Nothing was typed yet.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// What was typed so far, with nothing wrong: to look for people, to preview.
    pub fn so_far(fields: &'f Fields) -> Self {
        Self {
            fields: Some(fields),
            ..Self::default()
        }
    }

    /// What was typed, if something was.
    pub fn fields(&self) -> Option<&'f Fields> {
        self.fields
    }

    /// The form that is sent to `action`, holding what was typed and saying what is wrong.
    pub fn form(&self, visit: &Visit, action: impl Into<String>) -> Form {
        let action = action.into();
        let token = visit.token_for(&action);
        let form = Form::post(visit.lang, action, token);
        let Some(fields) = self.fields else {
            return form;
        };
        let typed = fields.pairs();
        let errors = self.wrong.errors.iter().map(|error| {
            let (visit, error) = (visit.clone(), error.clone());
            let name = error.field.clone();
            let message = Message::about(move |asked| {
                let nowhere = Text::ThisField.to(visit.lang);
                let asked = asked.unwrap_or(Asked {
                    label: &nowhere,
                    takes: Takes::Text,
                });
                visit.words_of(&error.reason, error.basis.as_ref(), asked)
            });
            (name, message)
        });
        let conflict = self.conflict.as_ref().map(|conflict| {
            let words = visit.site().words().say(conflict.code, visit.lang);
            let words = words.unwrap_or_else(|| Common::ConflictWords.to(visit.lang));
            (String::new(), Message::from(words))
        });
        let form = form
            .typed(typed.cloned())
            .changed(self.conflict == Some(Conflict::CHANGED))
            .errors(conflict.into_iter().chain(errors));
        carried(form, visit, fields)
    }

    /// The answer with the page that shows the form: 422 or 409 where something is wrong.
    pub fn page(&self, page: Markup) -> Response {
        let status = if self.conflict.is_some() {
            StatusCode::CONFLICT
        } else if self.wrong.errors.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        Html(page).with_status(status).into_response()
    }
}

impl Visit {
    /// What is wrong with a field, in words, with the rule that says so.
    pub fn words_of(&self, reason: &Reason, basis: Option<&Basis>, asked: Asked<'_>) -> String {
        let (lang, field) = (self.lang, asked.label.to_owned());
        let words = match (reason, asked.takes) {
            (Reason::Required, _) => asked.missing(lang),
            (Reason::Malformed, Takes::Number) => Common::NotANumber { field }.to(lang),
            (Reason::Malformed, Takes::Day) => Common::NotADate { field }.to(lang),
            (Reason::Malformed, Takes::Moment) => Common::NotAMoment { field }.to(lang),
            _ => wording::reason(self.site().words(), reason, asked.label, lang),
        };
        let words = words.into_owned();
        match basis {
            Some(basis) => {
                let rule = basis.text(lang);
                Text::ByRule { words, rule }.to(lang).into_owned()
            }
            None => words,
        }
    }
}

impl Problem {
    /// What the form shows again, where the problem lies in what was typed or in what changed meanwhile;
    /// any other problem goes on as it is.
    pub fn again(self, fields: &Fields) -> Result<Typed<'_>, Self> {
        let typed = Typed::so_far(fields);
        match self {
            Self::Fault(Fault::Invalid(wrong)) => Ok(Typed { wrong, ..typed }),
            Self::Fault(Fault::Conflict(conflict)) => Ok(Typed {
                conflict: Some(conflict),
                ..typed
            }),
            other => Err(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<(Date, u8), Vec<(String, Reason)>> {
        let fields = Fields::parse(body.as_bytes());
        let mut read = fields.reader();
        let day = read.needed("day", Reader::day);
        let count = read.needed("count", Reader::one);
        let read = read.finish_with(day.zip(count));
        read.map_err(|wrong| {
            let errors = wrong.errors.into_iter();
            errors.map(|error| (error.field, error.reason)).collect()
        })
    }

    #[test]
    fn what_is_needed_is_missing_or_unreadable_but_never_both() {
        let day = time::macros::date!(2026 - 11 - 21);
        assert_eq!(read("day=令和8年11月21日&count=3"), Ok((day, 3)));
        let wrong = [
            ("day".to_owned(), Reason::Malformed),
            ("count".to_owned(), Reason::Required),
        ];
        assert_eq!(read("day=tomorrow&count=+"), Err(wrong.into()));
    }

    #[test]
    fn a_day_lies_within_the_years_of_which_a_town_hall_writes() {
        for day in ["1868-01-25", "2200-12-31"] {
            assert!(read(&format!("day={day}&count=1")).is_ok(), "{day}");
        }
        let slip = [("day".to_owned(), Reason::Code("year_beyond"))];
        for day in ["1867-12-31", "2201-01-01", "9999-12-31", "0001-01-01"] {
            assert_eq!(
                read(&format!("day={day}&count=1")),
                Err(slip.clone().into()),
                "{day}"
            );
        }
    }
}
