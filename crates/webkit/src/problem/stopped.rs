//! What is answered where the administrator stopped a function: which.

use std::borrow::Cow;

use yakusho_kernel::Denied;

use crate::Visit;
use crate::wording::Text;

/// That the administrator stopped a function.
#[derive(Debug)]
pub struct Stopped {
    /// Its code.
    pub(crate) function: &'static str,
    /// Under what it is refused.
    pub(crate) denied: Denied,
}

impl Stopped {
    /// What happened, and to which function.
    pub(super) fn told(&self, visit: &Visit) -> (Cow<'static, str>, Cow<'static, str>) {
        let (words, lang) = (visit.site().words(), visit.lang);
        let name = words.say(&format!("function.{}", self.function), lang);
        let function = name.unwrap_or_else(|| Text::ThisFunction.to(lang));
        let function = function.into_owned();
        let detail = Text::FunctionStopped { function };
        (Text::StoppedTitle.to(lang), detail.to(lang))
    }
}
