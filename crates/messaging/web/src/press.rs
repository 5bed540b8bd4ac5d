//! What sends a form: its buttons, and what the key Enter does in one of its fields.

use maud::{Markup, html};

/// Where a page has the buttons of its form.
pub(crate) const PRESSES: &str = "presses";

/// The buttons at the foot of a form.
pub(crate) fn presses(of_form: &Markup) -> Markup {
    html! { div.buttons id=(PRESSES) { (of_form) } }
}

/// The button that Enter presses, unseen before all others: a look at what was written, and never its sending.
pub(crate) fn default_press(name: &str) -> Markup {
    html! { button type="submit" name=(name) value="1" hidden {} }
}
