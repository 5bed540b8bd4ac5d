//! What the key Enter does in a field of a form.

use maud::{Markup, html};

/// The button that Enter presses, unseen before all others: a look at what was written, and never its sending.
pub(crate) fn default_press(name: &str) -> Markup {
    html! { button type="submit" name=(name) value="1" hidden {} }
}
