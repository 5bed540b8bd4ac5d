//! What every field has around its control.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use super::{Asked, Form, Takes};
use crate::Lang;
use crate::text::Common;
use crate::ui::Icon;

/// What a control is told by the field around it.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The page's language.
    pub lang: Lang,
    /// The id that the label points to; of a group, that of its first control.
    pub id: &'a str,
    /// The name under which the value is sent.
    pub name: &'a str,
    /// Whether it may not stay empty.
    pub required: bool,
    /// The ids of help and error, for `aria-describedby`.
    pub described_by: Option<&'a str>,
    /// Whether it narrows a list, where nothing chosen means everything.
    pub filter: bool,
    /// Whether it is in error.
    pub invalid: bool,
    /// What it holds.
    pub values: &'a [&'a str],
}

impl Frame<'_> {
    /// The value, of a control that holds one.
    pub fn value(&self) -> &str {
        self.values.first().copied().unwrap_or_default()
    }

    /// `true` where the control is in error, for `aria-invalid`.
    pub fn aria_invalid(&self) -> Option<&'static str> {
        self.invalid.then_some("true")
    }
}

/// The part of a field that takes the input.
pub trait Control {
    /// Whether it is several controls, to stand in a `fieldset` with the label as its legend.
    const GROUP: bool = false;

    /// Whether it puts the label beside itself, as a single checkbox does.
    const LABELS_ITSELF: bool = false;

    /// The control itself. `label` is for those that put it beside themselves.
    fn control(&self, frame: &Frame<'_>, label: &Markup) -> Markup;

    /// Whether it can only ever hold something, so that there is no need to say that it must.
    fn always_holds(&self, _values: &[&str]) -> bool {
        false
    }

    /// What it takes: what is said of a field left open, or filled in wrongly.
    fn takes(&self) -> Takes {
        Takes::Text
    }

    /// `values` as one reads them; none where they are not for reading, as of a password.
    fn told(&self, _lang: Lang, values: &[&str]) -> Option<String> {
        Some(values.join(" / "))
    }

    /// Help that follows from the control's own settings, such as its limit.
    fn own_help(&self, _lang: Lang) -> Option<String> {
        None
    }
}

/// A field of a form: made by [`Form::text`] and its siblings.
#[derive(Debug)]
pub struct Field<'f, C> {
    form: &'f Form,
    name: String,
    label: String,
    help: Option<String>,
    required: bool,
    own: Vec<String>,
    pub(super) control: C,
}

impl<'f, C: Control> Field<'f, C> {
    pub(super) fn new(form: &'f Form, name: String, label: String, control: C) -> Self {
        Self {
            form,
            name,
            label,
            help: None,
            required: false,
            own: Vec::new(),
            control,
        }
    }

    /// May not stay empty.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A sentence below the label, on what to enter.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What it holds until something is typed; called several times, several values.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.own.push(value.into());
        self
    }

    /// Several values that it holds until something is typed.
    #[must_use]
    pub fn values<V: Into<String>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.own.extend(values.into_iter().map(Into::into));
        self
    }

    fn marker(&self) -> Markup {
        let lang = self.form.lang;
        let holds = || {
            let values = self.form.values(&self.name, &self.own);
            self.required && self.control.always_holds(&values)
        };
        html! {
            @if self.form.is_filter() || holds() {
            } @else if self.required {
                span.required { (Common::Required.to(lang)) }
            } @else if !C::LABELS_ITSELF {
                span.optional { (Common::Optional.to(lang)) }
            }
        }
    }
}

impl<C: Control> Render for Field<'_, C> {
    fn render(&self) -> Markup {
        let lang = self.form.lang;
        let id = self.form.id(&self.name);
        let asked = Asked {
            label: &self.label,
            takes: self.control.takes(),
        };
        let mut errors = self.form.errors_of(&self.name, asked);
        if errors.is_empty() && self.required {
            errors.extend(self.form.left_open(&self.name, asked).map(Cow::Owned));
        }
        let help: Vec<String> = self
            .help
            .iter()
            .cloned()
            .chain(self.control.own_help(lang))
            .collect();
        let now = self.form.changed_to(&self.name, &self.own);
        let now = now.and_then(|values| self.control.told(lang, &values));
        let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
        let described: Vec<&str> = [
            (!help.is_empty(), &help_id),
            (!errors.is_empty(), &error_id),
        ]
        .into_iter()
        .filter_map(|(shown, id)| shown.then_some(id.as_str()))
        .collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let frame = Frame {
            lang,
            id: &id,
            name: &self.name,
            required: self.required,
            filter: self.form.is_filter(),
            described_by: described.as_deref(),
            invalid: !errors.is_empty(),
            values: &self.form.values(&self.name, &self.own),
        };
        let label = html! { (self.label) (self.marker()) };
        let notes = html! {
            @if !help.is_empty() {
                p.help id=(help_id) { @for line in &help { span { (line) } } }
            }
            @if !errors.is_empty() {
                p.field-error id=(error_id) {
                    (Icon::Error)
                    span.visually-hidden { (Common::Error.to(lang)) ": " }
                    @for error in &errors { span { (error) } }
                }
            }
            @if let Some(now) = &now {
                div.kept-now {
                    strong { (Common::KeptNow.to(lang)) }
                    @if now.is_empty() { p { (Common::NothingEntered.to(lang)) } } @else { p { (now) } }
                }
            }
        };
        let control = self.control.control(&frame, &label);
        html! {
            @if C::GROUP {
                fieldset.field.invalid[frame.invalid] aria-describedby=[frame.described_by] {
                    legend { (label) }
                    (notes)
                    (control)
                }
            } @else {
                div.field.invalid[frame.invalid] {
                    @if C::LABELS_ITSELF {
                        (control)
                        (notes)
                    } @else {
                        label for=(id) { (label) }
                        (notes)
                        (control)
                    }
                }
            }
        }
    }
}
