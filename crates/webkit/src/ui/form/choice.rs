//! Choosing: one or any of several.

use maud::{Markup, html};

use super::Takes;
use super::field::{Control, Field, Frame};
use crate::Lang;
use crate::text::Common;

/// One thing that can be chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    value: String,
    label: String,
    detail: Option<String>,
    keywords: Option<String>,
    disabled: bool,
}

impl Choice {
    /// What is sent, and what is shown.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        let (value, label) = (value.into(), label.into());
        Self {
            value,
            label,
            detail: None,
            keywords: None,
            disabled: false,
        }
    }

    /// More about it, in small letters: a person's section and post, what an option means.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// More by which the list's filter finds it, unseen: a name in kana.
    #[must_use]
    pub fn keywords(mut self, keywords: impl Into<String>) -> Self {
        self.keywords = Some(keywords.into());
        self
    }

    /// Shown, but not to be chosen.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    pub(super) fn is_in(&self, values: &[&str]) -> bool {
        values.contains(&self.value.as_str())
    }
}

impl<V: Into<String>, L: Into<String>> From<(V, L)> for Choice {
    fn from((value, label): (V, L)) -> Self {
        Self::new(value, label)
    }
}

/// One of a list that drops down.
#[derive(Debug, Default)]
pub struct Select {
    options: Vec<Choice>,
    groups: Vec<(String, Vec<Choice>)>,
}

impl Field<'_, Select> {
    /// The options. Where the field is not required, or holds nothing yet, an empty one comes
    /// first by itself, unless one of these is.
    #[must_use]
    pub fn options<T: Into<Choice>>(mut self, options: impl IntoIterator<Item = T>) -> Self {
        self.control
            .options
            .extend(options.into_iter().map(Into::into));
        self
    }

    /// Options under a heading of their own.
    #[must_use]
    pub fn group<T: Into<Choice>>(
        mut self,
        label: impl Into<String>,
        options: impl IntoIterator<Item = T>,
    ) -> Self {
        let options = options.into_iter().map(Into::into).collect();
        self.control.groups.push((label.into(), options));
        self
    }
}

impl Control for Select {
    fn always_holds(&self, values: &[&str]) -> bool {
        let empty = values.iter().all(|value| value.is_empty());
        !empty && !self.options.iter().any(|choice| choice.value.is_empty())
    }

    fn takes(&self) -> Takes {
        Takes::Choice
    }

    fn told(&self, _lang: Lang, values: &[&str]) -> Option<String> {
        let groups = self.groups.iter().flat_map(|(_, group)| group);
        labels(self.options.iter().chain(groups), values)
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        let own = self.options.iter().any(|choice| choice.value.is_empty());
        let empty = match (frame.required, frame.value().is_empty()) {
            _ if own => None,
            (true, true) => Some(Common::PleaseChoose.to(frame.lang)),
            (true, false) => None,
            (false, _) if frame.filter => Some(Common::All.to(frame.lang)),
            (false, _) => Some(Common::ChooseNone.to(frame.lang)),
        };
        html! {
            select.input id=(frame.id) name=(frame.name) required[frame.required]
                aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()] {
                @if let Some(empty) = empty { option value="" { (empty) } }
                (options(&self.options, frame))
                @for (label, group) in &self.groups {
                    optgroup label=(label) { (options(group, frame)) }
                }
            }
        }
    }
}

fn options(choices: &[Choice], frame: &Frame<'_>) -> Markup {
    html! {
        @for choice in choices {
            option value=(choice.value) selected[choice.is_in(frame.values)]
                disabled[choice.disabled] { (choice.label) }
        }
    }
}

/// One of a few, all in sight.
#[derive(Debug, Default)]
pub struct Radios(Vec<Choice>);

/// Any of a few.
#[derive(Debug, Default)]
pub struct Checkboxes(Vec<Choice>);

impl Field<'_, Radios> {
    /// What can be chosen.
    #[must_use]
    pub fn options<T: Into<Choice>>(mut self, options: impl IntoIterator<Item = T>) -> Self {
        self.control.0.extend(options.into_iter().map(Into::into));
        self
    }
}

impl Field<'_, Checkboxes> {
    /// What can be chosen.
    #[must_use]
    pub fn options<T: Into<Choice>>(mut self, options: impl IntoIterator<Item = T>) -> Self {
        self.control.0.extend(options.into_iter().map(Into::into));
        self
    }
}

impl Control for Radios {
    const GROUP: bool = true;

    fn takes(&self) -> Takes {
        Takes::Choice
    }

    fn told(&self, _lang: Lang, values: &[&str]) -> Option<String> {
        labels(&self.0, values)
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! { div.choices { (tick_list("radio", &self.0, frame, 0)) } }
    }
}

impl Control for Checkboxes {
    const GROUP: bool = true;

    fn takes(&self) -> Takes {
        Takes::Choice
    }

    fn told(&self, _lang: Lang, values: &[&str]) -> Option<String> {
        labels(&self.0, values)
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! { div.choices { (tick_list("checkbox", &self.0, frame, 0)) } }
    }
}

/// The labels of those choices that are in `values`; none where something else is in them too.
pub(super) fn labels<'c>(
    choices: impl IntoIterator<Item = &'c Choice>,
    values: &[&str],
) -> Option<String> {
    let chosen = choices.into_iter().filter(|choice| choice.is_in(values));
    let labels: Vec<&str> = chosen.map(|choice| choice.label.as_str()).collect();
    (labels.len() == values.len()).then(|| labels.join(", "))
}

/// Radios or checkboxes with their labels. `from` is how many came before under the same name;
/// the very first takes the field's own id, so that the summary of errors can lead there.
pub(super) fn tick_list(kind: &str, choices: &[Choice], frame: &Frame<'_>, from: usize) -> Markup {
    html! {
        @for (at, choice) in choices.iter().enumerate() {
            @let id = match from + at {
                0 => frame.id.to_owned(),
                nth => format!("{}-{nth}", frame.id),
            };
            @let detail_id = format!("{id}-detail");
            div.choice data-find=[&choice.keywords] {
                input type=(kind) id=(id) name=(frame.name) value=(choice.value)
                    checked[choice.is_in(frame.values)]
                    disabled[choice.disabled]
                    required[kind == "radio" && frame.required]
                    aria-describedby=[choice.detail.as_ref().map(|_| &detail_id)];
                label for=(id) { (choice.label) }
                @if let Some(detail) = &choice.detail {
                    span.detail id=(detail_id) { (detail) }
                }
            }
        }
    }
}

/// Yes or no.
#[derive(Debug)]
pub struct Checkbox;

impl Field<'_, Checkbox> {
    /// Ticked until something is typed.
    #[must_use]
    pub fn checked(self, checked: bool) -> Self {
        self.value(if checked { "on" } else { "" })
    }
}

impl Control for Checkbox {
    const LABELS_ITSELF: bool = true;

    fn takes(&self) -> Takes {
        Takes::Choice
    }

    fn told(&self, lang: Lang, values: &[&str]) -> Option<String> {
        let ticked = if values.is_empty() {
            Common::No
        } else {
            Common::Yes
        };
        Some(ticked.to(lang).into_owned())
    }

    fn control(&self, frame: &Frame<'_>, label: &Markup) -> Markup {
        html! {
            div.choice {
                input type="checkbox" id=(frame.id) name=(frame.name) value="on"
                    checked[frame.values.contains(&"on")] required[frame.required]
                    aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()];
                label for=(frame.id) { (label) }
            }
        }
    }
}
