//! Texts by code: what domains say in codes, in the reader's language.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;
use yakusho_kernel::{NoticeRow, Ref};
use yakusho_regulation::Lang;

/// A text in either language: `|lang| Text::NotTheAuthor.to(lang)`.
pub type Say = fn(Lang) -> Cow<'static, str>;

/// The line that a notice becomes.
pub type Tell = fn(&NoticeRow, Lang) -> Told;

/// The line of a notice that says something of what another kind says: around the words of that one.
pub type Around = fn(Told, &NoticeRow, Lang) -> Told;

/// The page of a thing, by its id.
pub type PageOf = fn(Uuid) -> String;

/// A notice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub text: String,
    /// The page about it.
    pub href: String,
}

impl Told {
    /// These words, with the page about it.
    pub fn of(text: impl AsRef<str>, href: impl Into<String>) -> Self {
        Self {
            // Where a parameter has nothing to say, its place is left over.
            text: text.as_ref().trim().to_owned(),
            href: href.into(),
        }
    }
}

/// The texts of a web crate's codes.
///
/// Codes are looked for among those of all web crates: a domain keeps them apart by its own words
/// (`"not_the_author"`), and the codes of [`Reason`](yakusho_kernel::Reason) are there already. No [`App`](crate::App) starts
/// with two texts of one code.
#[derive(Clone, Default)]
pub struct Words {
    /// A code that came with two texts.
    torn: Option<&'static str>,
    says: HashMap<&'static str, Say>,
    tells: HashMap<&'static str, Tell>,
    arounds: HashMap<&'static str, Around>,
    acts: BTreeMap<&'static str, Named>,
    things: HashMap<&'static str, Named>,
    pages: HashMap<&'static str, PageOf>,
    evidence: HashMap<&'static str, PageOf>,
    facts: HashMap<&'static str, Named>,
    permissions: BTreeMap<&'static str, Named>,
}

/// A name in Japanese and in English.
pub type Named = (&'static str, &'static str);

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
        self.put(code, say);
        self
    }

    fn put(&mut self, code: &'static str, say: Say) {
        let first = *self.says.entry(code).or_insert(say);
        if first(Lang::Ja) != say(Lang::Ja) || first(Lang::En) != say(Lang::En) {
            self.torn = Some(code);
        }
    }

    /// What a kind of notice says, and where it leads.
    #[must_use]
    pub fn notice(mut self, kind: &'static str, tell: Tell) -> Self {
        self.tells.insert(kind, tell);
        self
    }

    /// The same of several kinds.
    #[must_use]
    pub fn notices(mut self, tells: impl IntoIterator<Item = (&'static str, Tell)>) -> Self {
        self.tells.extend(tells);
        self
    }

    /// The same of kinds that say something of what another kind says: the one that the parameter `of` names, from whichever
    /// web crate it is, with the same parameters.
    #[must_use]
    pub fn around(mut self, arounds: impl IntoIterator<Item = (&'static str, Around)>) -> Self {
        self.arounds.extend(arounds);
        self
    }

    /// What acts are called, for the audit trail: the name of each ([`Act::name`](yakusho_kernel::Act::name)), and its
    /// words. A name that ends in a full stop stands for all acts that begin so: `"board."`.
    #[must_use]
    pub fn acts(mut self, acts: impl IntoIterator<Item = (&'static str, Named)>) -> Self {
        self.acts.extend(acts);
        self
    }

    /// What kinds of things are called: the kind of an id ([`TypedId::KIND`](yakusho_kernel::TypedId::KIND)), and its
    /// words.
    #[must_use]
    pub fn things(mut self, things: impl IntoIterator<Item = (&'static str, Named)>) -> Self {
        self.things.extend(things);
        self
    }

    /// Which page a kind of thing has: the kind of an id ([`TypedId::KIND`](yakusho_kernel::TypedId::KIND)), and the address
    /// for each.
    #[must_use]
    pub fn page(mut self, kind: &'static str, of: PageOf) -> Self {
        self.pages.insert(kind, of);
        self
    }

    /// Where the words are found, by those who may see them, that an act took down: the name of the act, and the address
    /// for each thing.
    #[must_use]
    pub fn evidence(mut self, act: &'static str, of: PageOf) -> Self {
        self.evidence.insert(act, of);
        self
    }

    /// What the facts are called that acts leave in the audit trail ([`Audit::with`](yakusho_kernel::Audit::with)).
    #[must_use]
    pub fn facts(mut self, facts: impl IntoIterator<Item = (&'static str, Named)>) -> Self {
        self.facts.extend(facts);
        self
    }

    /// What permissions are called that the administrator grants; those that have words here can be chosen.
    #[must_use]
    pub fn permissions(
        mut self,
        permissions: impl IntoIterator<Item = (&'static str, Named)>,
    ) -> Self {
        self.permissions.extend(permissions);
        self
    }

    /// Takes another crate's words in. What both know keeps the words that came first.
    pub(crate) fn join(&mut self, other: &Self) {
        self.torn = self.torn.or(other.torn);
        for (code, say) in &other.says {
            self.put(code, *say);
        }
        for (kind, tell) in &other.tells {
            self.tells.entry(kind).or_insert(*tell);
        }
        for (kind, around) in &other.arounds {
            self.arounds.entry(kind).or_insert(*around);
        }
        for (name, named) in &other.acts {
            self.acts.entry(name).or_insert(*named);
        }
        for (kind, named) in &other.things {
            self.things.entry(kind).or_insert(*named);
        }
        for (kind, page) in &other.pages {
            self.pages.entry(kind).or_insert(*page);
        }
        for (act, page) in &other.evidence {
            self.evidence.entry(act).or_insert(*page);
        }
        for (name, named) in &other.facts {
            self.facts.entry(name).or_insert(*named);
        }
        for (name, named) in &other.permissions {
            self.permissions.entry(name).or_insert(*named);
        }
    }

    /// A code that came with two texts.
    pub(crate) fn torn(&self) -> Option<&'static str> {
        self.torn
    }

    /// Every kind of notice that has words.
    pub(crate) fn kinds_of_notices(&self) -> impl Iterator<Item = &'static str> {
        self.tells.keys().chain(self.arounds.keys()).copied()
    }

    /// Every act that has words, in the order of their names, each followed by those that begin with it.
    pub fn every_act(&self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.acts
            .iter()
            .map(move |(name, named)| (*name, in_lang(*named, lang)))
    }

    /// What an act is called.
    pub fn of_act(&self, name: &str, lang: Lang) -> Option<&'static str> {
        self.acts.get(name).map(|named| in_lang(*named, lang))
    }

    /// Every permission that has words.
    pub fn every_permission(
        &self,
        lang: Lang,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        let permissions = self.permissions.iter();
        permissions.map(move |(name, named)| (*name, in_lang(*named, lang)))
    }

    /// What a permission is called.
    pub fn of_permission(&self, name: &str, lang: Lang) -> Option<&'static str> {
        self.permissions
            .get(name)
            .map(|named| in_lang(*named, lang))
    }

    /// What a kind of thing is called.
    pub fn of_thing(&self, kind: &str, lang: Lang) -> Option<&'static str> {
        self.things.get(kind).map(|named| in_lang(*named, lang))
    }

    /// The page of a thing, where its kind has one.
    pub fn page_of(&self, thing: &Ref) -> Option<String> {
        let page = self.pages.get(thing.kind.as_ref())?;
        Some(page(thing.id))
    }

    /// Where the words are that this act took down, if it did that.
    pub fn evidence_of(&self, act: &str, thing: &Ref) -> Option<String> {
        let page = self.evidence.get(act)?;
        Some(page(thing.id))
    }

    /// The thing whose page is at that path, where a kind of thing has its pages there.
    pub(crate) fn thing_at(&self, path: &str) -> Option<Ref> {
        let id = path.rsplit('/').find_map(|part| part.parse().ok())?;
        let (kind, _) = self.pages.iter().find(|(_, page)| page(id) == path)?;
        Some(Ref {
            kind: (*kind).into(),
            id,
        })
    }

    /// What a fact of an audit entry is called.
    pub fn of_fact(&self, name: &str, lang: Lang) -> Option<&'static str> {
        self.facts.get(name).map(|named| in_lang(*named, lang))
    }

    /// The text of a code.
    pub fn say(&self, code: &str, lang: Lang) -> Option<Cow<'static, str>> {
        self.says.get(code).map(|say| say(lang))
    }

    /// The line of a notice; none of a kind that nobody has words for any more.
    pub fn tell(&self, notice: &NoticeRow, lang: Lang) -> Option<Told> {
        let told = |kind: &str| self.tells.get(kind).map(|tell| tell(notice, lang));
        match self.arounds.get(notice.kind.as_str()) {
            Some(around) => told(&notice.text("of")).map(|inner| around(inner, notice, lang)),
            None => told(&notice.kind),
        }
    }
}

fn in_lang((ja, en): Named, lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_stand_below_what_they_begin_with() {
        let words = Words::default().acts([
            ("board.publish", ("掲載", "Post published")),
            ("account.open", ("開設", "Account opened")),
            ("board.", ("掲示板", "Bulletin board")),
        ]);
        let names: Vec<_> = words.every_act(Lang::En).collect();
        assert_eq!(
            names,
            [
                ("account.open", "Account opened"),
                ("board.", "Bulletin board"),
                ("board.publish", "Post published"),
            ]
        );
        assert_eq!(words.of_act("board.publish", Lang::Ja), Some("掲載"));
        assert_eq!(words.of_act("board", Lang::Ja), None);
        assert_eq!(words.of_thing("board.post", Lang::Ja), None);
    }

    #[test]
    fn the_thing_of_a_page_is_known_by_its_path() {
        let words = Words::default()
            .page("board.post", |id| format!("/board/{id}"))
            .page("event", |id| format!("/schedule/events/{id}"));
        let id = Uuid::from_u128(7);
        let of = |path: String| words.thing_at(&path).map(|thing| thing.kind.into_owned());
        assert_eq!(of(format!("/board/{id}")).as_deref(), Some("board.post"));
        assert_eq!(
            of(format!("/schedule/events/{id}")).as_deref(),
            Some("event")
        );
        for other in [
            format!("/board/{id}/edit"),
            format!("/{id}"),
            "/board".to_owned(),
        ] {
            assert_eq!(of(other), None);
        }
    }
}
