//! What is answered while acts rest: until when.

use std::borrow::Cow;

use crate::Visit;
use crate::visit::Halt;
use crate::wording::Text;

/// That acts rest.
#[derive(Debug)]
pub struct Halted {
    pub(crate) halt: Halt,
}

impl Halted {
    /// What happened, and until when.
    pub(super) fn told(&self, visit: &Visit) -> (Cow<'static, str>, Cow<'static, str>) {
        let lang = visit.lang;
        let (title, what) = if self.halt.reads {
            (Text::ReadOnlyTitle, Text::ReadOnlyWords)
        } else {
            (Text::ClosedTitle, Text::ClosedWords)
        };
        let end = self.halt.by.end(lang, visit.cx.now());
        (title.to(lang), format!("{}{end}", what.to(lang)).into())
    }
}
