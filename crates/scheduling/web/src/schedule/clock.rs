//! A field for a time of day.

use maud::{Markup, html};
use yakusho_webkit::ui::{Control, Field, Form, Frame};

/// A time of day, picked or typed.
pub(crate) struct Clock;

impl Control for Clock {
    fn control(&self, frame: &Frame<'_>, _: &Markup) -> Markup {
        html! {
            input.input.short type="time" id=(frame.id) name=(frame.name) value=(frame.value())
                aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()];
        }
    }
}

/// The field of that name.
pub(crate) fn time<'f>(form: &'f Form, name: &str, label: impl Into<String>) -> Field<'f, Clock> {
    form.field(name, label, Clock)
}
