//! Texts by code: what domains say in codes, in the reader's language.

use std::borrow::Cow;
use std::collections::HashMap;

use yakusho_kernel::NoticeRow;
use yakusho_regulation::Lang;

/// A text in either language: `|lang| Text::NotTheAuthor.to(lang)`.
pub type Say = fn(Lang) -> Cow<'static, str>;

/// The line that a notice becomes.
pub type Tell = fn(&NoticeRow, Lang) -> Told;

/// A notice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub text: String,
    /// The page about it.
    pub href: String,
}

/// The texts of a web crate's codes.
///
/// Codes are looked for among those of all web crates: a domain keeps them apart by its own words
/// (`"not_the_author"`), and the codes of [`Reason`](yakusho_kernel::Reason) are there already.
#[derive(Clone, Default)]
pub struct Words {
    says: HashMap<&'static str, Say>,
    tells: HashMap<&'static str, Tell>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.says.keys().chain(self.tells.keys()))
            .finish()
    }
}

impl Words {
    /// The text of a code: [`Denied::why`](yakusho_kernel::Denied::why), of a
    /// [`Conflict`](yakusho_kernel::Conflict), or of a [`Reason::Code`](yakusho_kernel::Reason::Code).
    #[must_use]
    pub fn code(mut self, code: &'static str, say: Say) -> Self {
        self.says.insert(code, say);
        self
    }

    /// What a kind of notice says, and where it leads.
    #[must_use]
    pub fn notice(mut self, kind: &'static str, tell: Tell) -> Self {
        self.tells.insert(kind, tell);
        self
    }

    /// Takes another crate's words in. A code that both know keeps the text that came first.
    pub(crate) fn join(&mut self, other: &Self) {
        for (code, say) in &other.says {
            self.says.entry(code).or_insert(*say);
        }
        for (kind, tell) in &other.tells {
            self.tells.entry(kind).or_insert(*tell);
        }
    }

    /// The text of a code.
    pub(crate) fn say(&self, code: &str, lang: Lang) -> Option<Cow<'static, str>> {
        self.says.get(code).map(|say| say(lang))
    }

    /// The line of a notice; none of a kind that nobody has words for any more.
    pub fn tell(&self, notice: &NoticeRow, lang: Lang) -> Option<Told> {
        self.tells
            .get(notice.kind.as_str())
            .map(|tell| tell(notice, lang))
    }
}
