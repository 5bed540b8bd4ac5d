//! Forms: each field with its label, its marker, its help, its error beside it, and the value
//! that was typed.
//!
//! ```text
//! let form = Form::post(lang, "/boards", csrf);            // or .typed(values).errors(errors)
//! form.render(html! {
//!     (form.text("subject", Text::Subject.to(lang)).required().max_chars(100))
//!     (form.textarea("body", Text::Body.to(lang)).required().rows(10))
//!     (form.select("category", Text::Category.to(lang)).options(categories).value("3"))
//!     (form.date("due", Text::Due.to(lang)).help(Text::DueHelp.to(lang)))
//!     (form.files("files", Common::Attachments.to(lang), "50 MB"))
//!     (buttons(html! { (Button::submit(Common::Post.to(lang)).primary()) }))
//! })
//! ```
//! Shown again with what was typed and what is wrong, the same lines render the summary of
//! errors at the top, each linked to its field, and the error at the field.

mod choice;
mod date;
mod field;
mod file;
mod message;
mod people;
mod text;

pub use choice::{Checkbox, Checkboxes, Choice, Radios, Select};
pub use date::Date;
pub use field::{Control, Field, Frame};
pub use file::Files;
pub use message::{Asked, Message, Takes};
pub use people::{People, PeopleGroup};
pub use text::{Input, Password, TextArea};

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use maud::{Markup, Render, html};

use crate::Lang;
use crate::text::Common;
use crate::ui::Icon;

/// The name of the hidden field that carries the session's CSRF token.
pub const CSRF_FIELD: &str = "csrf";

/// The name of the field that carries the [revision](Form::revision) that was looked at.
const REVISION_FIELD: &str = "revision";

/// The names that fields for passwords and codes have: what is in them is never sent back.
pub const SECRET_FIELDS: [&str; 5] = ["password", "current", "new", "repeat", "code"];

/// A form, with what was typed into it and what is wrong with that.
#[derive(Debug, Clone)]
pub struct Form {
    lang: Lang,
    action: String,
    method: Method,
    multipart: bool,
    prefix: String,
    typed: Option<Vec<(String, String)>>,
    errors: Vec<(String, Message)>,
    beginning: Markup,
    unfinished: bool,
    /// Whether somebody else changed meanwhile what the form is about.
    changed: bool,
    /// The labels of the fields so far, and what each takes, for messages about them.
    labels: Arc<Mutex<HashMap<String, (String, Takes)>>>,
    /// The fields that were left open and must not be, with what is said of each: told together with what else is
    /// wrong, so that nobody has to mend one after the other.
    missing: Arc<Mutex<Vec<(String, String)>>>,
}

#[derive(Debug, Clone)]
enum Method {
    Get,
    Post { csrf: String },
}

impl Form {
    /// A form that changes something. `csrf` is the session's token.
    pub fn post(lang: Lang, action: impl Into<String>, csrf: impl Into<String>) -> Self {
        Self::with(lang, action.into(), Method::Post { csrf: csrf.into() })
    }

    /// A form that only asks (search, filter): sent by GET, laid out in a row, without the
    /// markers for required and optional.
    pub fn filter(lang: Lang, action: impl Into<String>) -> Self {
        Self::with(lang, action.into(), Method::Get)
    }

    fn with(lang: Lang, action: String, method: Method) -> Self {
        let (typed, errors) = (None, Vec::new());
        Self {
            lang,
            action,
            method,
            multipart: false,
            prefix: "f".into(),
            typed,
            errors,
            beginning: Markup::default(),
            unfinished: false,
            changed: false,
            labels: Arc::default(),
            missing: Arc::default(),
        }
    }

    /// Sends files too (`multipart/form-data`).
    #[must_use]
    pub fn multipart(mut self) -> Self {
        self.multipart = true;
        self
    }

    /// Tells this form's fields from those of another form on the same page: the start of their
    /// ids, `f` unless told.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// What was typed, in place of each field's own value: shown again after an error. A name
    /// may come several times, as checkboxes do.
    #[must_use]
    pub fn typed<N, V>(mut self, values: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: Into<String>,
        V: Into<String>,
    {
        self.typed = Some(
            values
                .into_iter()
                .map(|(n, v)| (n.into(), v.into()))
                .collect(),
        );
        self
    }

    /// What is wrong: a field's name and the message. A name that is no field's, such as an empty one, is
    /// about the form as a whole.
    #[must_use]
    pub fn errors<N, M>(mut self, errors: impl IntoIterator<Item = (N, M)>) -> Self
    where
        N: Into<String>,
        M: Into<Message>,
    {
        self.errors
            .extend(errors.into_iter().map(|(n, m)| (n.into(), m.into())));
        self
    }

    /// What stands before the fields.
    #[must_use]
    pub(crate) fn beginning(mut self, beginning: Markup) -> Self {
        self.beginning = beginning;
        self
    }

    /// Says nothing of fields that were left open, though they must not stay so: what was sent is a draft.
    #[must_use]
    pub fn unfinished(mut self, unfinished: bool) -> Self {
        self.unfinished = unfinished;
        self
    }

    /// Says that somebody else changed meanwhile what the form is about: each field tells what is kept now where that is
    /// not what was typed, and [`revision`](Self::revision) asks whether to go on.
    #[must_use]
    pub(crate) fn changed(mut self, changed: bool) -> Self {
        self.changed = changed;
        self
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Whether a part of the form is in use: something else was typed into one of its fields than `unused` says that it
    /// holds of itself, or something is wrong with one. `unused` knows the fields of the part alone. A part that opens
    /// stays closed while it is not in use, whatever is wrong elsewhere.
    pub fn uses(&self, unused: impl Fn(&str) -> Option<&'static str>) -> bool {
        let mut typed = self.typed.iter().flatten();
        typed.any(|(name, value)| unused(name).is_some_and(|own| value.trim() != own))
            || self.errors.iter().any(|(name, _)| unused(name).is_some())
    }

    /// One line of text.
    pub fn text(&self, name: &str, label: impl Into<String>) -> Field<'_, Input> {
        self.field(name, label, Input::text())
    }

    /// A whole number.
    pub fn number(&self, name: &str, label: impl Into<String>) -> Field<'_, Input> {
        self.field(name, label, Input::number())
    }

    /// Words to look for.
    pub fn search(&self, name: &str, label: impl Into<String>) -> Field<'_, Input> {
        self.field(name, label, Input::search())
    }

    /// A password; what was typed is never sent back. The name is one of [`SECRET_FIELDS`].
    pub fn password(&self, name: &str, label: impl Into<String>) -> Field<'_, Password> {
        debug_assert!(
            SECRET_FIELDS.contains(&name),
            "{name} is no name of a secret"
        );
        self.field(name, label, Password::default())
    }

    /// Several lines of text.
    pub fn textarea(&self, name: &str, label: impl Into<String>) -> Field<'_, TextArea> {
        self.field(name, label, TextArea::default())
    }

    /// One of a list that drops down.
    pub fn select(&self, name: &str, label: impl Into<String>) -> Field<'_, Select> {
        self.field(name, label, Select::default())
    }

    /// One of a few, all in sight.
    pub fn radios(&self, name: &str, label: impl Into<String>) -> Field<'_, Radios> {
        self.field(name, label, Radios::default())
    }

    /// Any of a few.
    pub fn checkboxes(&self, name: &str, label: impl Into<String>) -> Field<'_, Checkboxes> {
        self.field(name, label, Checkboxes::default())
    }

    /// Yes or no; sends `on`, or nothing.
    pub fn checkbox(&self, name: &str, label: impl Into<String>) -> Field<'_, Checkbox> {
        self.field(name, label, Checkbox)
    }

    /// A day, as `YYYY-MM-DD`; the era is shown beside it.
    pub fn date(&self, name: &str, label: impl Into<String>) -> Field<'_, Date> {
        self.field(name, label, Date::day())
    }

    /// A day and a time in the city's zone, as `YYYY-MM-DDThh:mm`.
    pub fn datetime(&self, name: &str, label: impl Into<String>) -> Field<'_, Date> {
        self.field(name, label, Date::moment())
    }

    /// Files, each up to `limit` (already put in words, as [`crate::text::size`] does). The form
    /// must be [`multipart`](Self::multipart).
    pub fn files(
        &self,
        name: &str,
        label: impl Into<String>,
        limit: impl Into<String>,
    ) -> Field<'_, Files> {
        self.field(name, label, Files::new(limit.into()))
    }

    /// People and sections, by groups that open; see [`People`].
    pub fn people(&self, name: &str, label: impl Into<String>) -> Field<'_, People> {
        self.field(name, label, People::default())
    }

    /// A value that travels along unseen.
    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// The revision that the form is about, as field `revision`: `now`, or the one that was looked at first where the form
    /// is shown again, so that it does not pass for having been seen. Where somebody else changed it meanwhile, a box to
    /// be ticked takes the revision of now instead.
    pub fn revision(&self, now: i32) -> Markup {
        let now = now.to_string();
        let seen = self.values(REVISION_FIELD, &[]).first().copied();
        let seen = seen.filter(|seen| *seen != now);
        html! {
            // Of several values of a name the first counts: the box, where it is ticked.
            @if let (true, Some(_)) = (self.changed, seen) {
                div.field {
                    div.choice {
                        input type="checkbox" id=(self.id(REVISION_FIELD)) name=(REVISION_FIELD) value=(now);
                        label for=(self.id(REVISION_FIELD)) { (Common::GoOnOverChange.to(self.lang)) }
                    }
                }
            }
            (self.hidden(REVISION_FIELD, seen.unwrap_or(&now)))
        }
    }

    /// A field with a control of one's own.
    pub fn field<C: Control>(
        &self,
        name: &str,
        label: impl Into<String>,
        control: C,
    ) -> Field<'_, C> {
        let label = label.into();
        self.labels()
            .insert(name.to_owned(), (label.clone(), control.takes()));
        Field::new(self, name.to_owned(), label, control)
    }

    /// The form around `body`: its fields and its buttons.
    pub fn render(&self, body: impl Render) -> Markup {
        let (method, csrf) = match &self.method {
            Method::Get => ("get", None),
            Method::Post { csrf } => ("post", Some(csrf)),
        };
        let encoding = self.multipart.then_some("multipart/form-data");
        let unsaved = csrf.map(|_| Common::LeaveUnsaved.to(self.lang));
        html! {
            form.form.filter[csrf.is_none()] action=(self.action) method=(method)
                enctype=[encoding] novalidate data-unsaved=[unsaved] {
                @if let Some(csrf) = csrf {
                    (self.hidden(CSRF_FIELD, csrf))
                }
                (self.error_summary())
                (self.beginning)
                (body)
            }
        }
    }

    fn error_summary(&self) -> Markup {
        let (labels, missing) = (self.labels(), lock(&self.missing));
        let count = self.errors.len() + missing.len();
        html! {
            @if count > 0 {
                div.alert.error.summary role="alert" tabindex="-1" autofocus {
                    (Icon::Error)
                    div {
                        h2 { (Common::CheckInput { n: count }.to(self.lang)) }
                        ul {
                            @for (name, message) in &self.errors {
                                li {
                                    @match labels.get(name) {
                                        Some((label, takes)) => a href={ "#" (self.id(name)) } {
                                            @let words = message.words(Some(Asked { label, takes: *takes }));
                                            @if !words.contains(&**label) { (label) ": " }
                                            (words)
                                        },
                                        None => (message.words(None)),
                                    }
                                }
                            }
                            @for (name, words) in &*missing {
                                li { a href={ "#" (self.id(name)) } { (words) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The id of the control of the field `name`.
    fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }

    fn is_filter(&self) -> bool {
        matches!(self.method, Method::Get)
    }

    /// What was typed into `name`, or `own` where nothing has been typed yet.
    fn values<'a>(&'a self, name: &str, own: &'a [String]) -> Vec<&'a str> {
        match &self.typed {
            Some(typed) => typed
                .iter()
                .filter(|(n, _)| n == name)
                .map(|(_, v)| v.as_str())
                .collect(),
            None => own.iter().map(String::as_str).collect(),
        }
    }

    /// What the field `name` holds by itself, where somebody else changed it to something else than was typed.
    fn changed_to<'a>(&self, name: &str, own: &'a [String]) -> Option<Vec<&'a str>> {
        if !self.changed || own.is_empty() {
            return None;
        }
        let told = |value: &str| value.trim().replace("\r\n", "\n");
        let typed = self.values(name, own).into_iter().map(told);
        let typed: Vec<String> = typed.filter(|value| !value.is_empty()).collect();
        let kept: Vec<&str> = own
            .iter()
            .map(String::as_str)
            .filter(|value| !value.trim().is_empty())
            .collect();
        let same =
            typed.len() == kept.len() && kept.iter().all(|value| typed.contains(&told(value)));
        (!same).then_some(kept)
    }

    fn errors_of<'a>(&'a self, name: &str, asked: Asked<'_>) -> Vec<Cow<'a, str>> {
        self.errors
            .iter()
            .filter(|(n, _)| n == name)
            .map(|(_, m)| m.words(Some(asked)))
            .collect()
    }

    /// What is said of a field that must not stay open, where it was and something else is wrong; the summary says
    /// it too.
    fn left_open(&self, name: &str, asked: Asked<'_>) -> Option<String> {
        let open = self.has_errors()
            && !self.unfinished
            && asked.takes != Takes::File
            && self.typed.is_some()
            && self
                .values(name, &[])
                .iter()
                .all(|value| value.trim().is_empty());
        let words = open.then(|| asked.missing(self.lang).into_owned())?;
        let mut missing = lock(&self.missing);
        if !missing.iter().any(|(known, _)| known == name) {
            missing.push((name.to_owned(), words.clone()));
        }
        Some(words)
    }

    fn labels(&self) -> MutexGuard<'_, HashMap<String, (String, Takes)>> {
        lock(&self.labels)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
