//! What the index keeps, what is asked of it, and what it answers.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Cx, DbError, Fault, PersonId, Ref, Timestamp, Tx, UnitId};

use crate::excerpt::Part;
use crate::store::{Seen, Which};

/// The most characters of a text that are found by; what is beyond is not.
pub const LONGEST_TEXT: usize = 100_000;

/// What can be found of a thing.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The thing.
    pub item: Ref,
    /// In what it lies, by which its domain knows who may see it: a folder, a category, a calendar.
    pub place: Option<Uuid>,
    /// The section that it is of, to narrow a search down by.
    pub section: Option<UnitId>,
    /// Its time: when it was last changed, or when it takes place.
    pub at: Timestamp,
    /// What it is called.
    pub title: String,
    /// What else it says. Of [`LONGEST_TEXT`].
    pub text: String,
}

/// A domain's things that can be found.
#[async_trait]
pub trait Searchable: Send + Sync + 'static {
    /// Their kind, as their ids and entries name it.
    fn kind(&self) -> &'static str;

    /// Whether they can be found now; not where the town hall has switched them off.
    async fn is_offered(&self, _: &Cx) -> Result<bool, Fault> {
        Ok(true)
    }

    /// Whether those of one name and section are shown as one, so that they do not crowd out the rest.
    fn gathers(&self) -> bool {
        false
    }

    /// When each of these takes place next, where that is not the time of its entry.
    async fn next(&self, _: &Cx, _: &[Uuid]) -> Result<HashMap<Uuid, Timestamp>, Fault> {
        Ok(HashMap::new())
    }

    /// Whose each of these is, where it is of a person and not of a section.
    async fn whose(&self, _: &Cx, _: &[Uuid]) -> Result<HashMap<Uuid, PersonId>, Fault> {
        Ok(HashMap::new())
    }

    /// Which of these are drafts.
    async fn drafts(&self, _: &Cx, _: &[Uuid]) -> Result<HashSet<Uuid>, Fault> {
        Ok(HashSet::new())
    }

    /// Which of their entries the one who acts may see now; none where there is nothing for them at all.
    async fn seen(&self, cx: &Cx) -> Result<Option<Seen>, Fault>;

    /// What can be found of those that are meant, in the order of their ids. Nobody changes them until the transaction
    /// ends.
    async fn entries(&self, tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError>;
}

/// Everything that can be found. The apps put it together.
#[derive(Default)]
pub struct Sources(pub(crate) Vec<Box<dyn Searchable>>);

impl std::fmt::Debug for Sources {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|source| source.kind()))
            .finish()
    }
}

impl Sources {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The kinds of things, in the order in which they are offered.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|source| source.kind())
    }

    /// Adds a domain's things.
    #[must_use]
    pub fn with(mut self, things: impl Searchable) -> Self {
        self.0.push(Box::new(things));
        self
    }
}

/// What is asked, beside the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of this kind alone.
    pub kind: Option<String>,
    /// Of one of these sections alone; of any, if none is named.
    pub sections: Vec<UnitId>,
    /// From this day on.
    pub from: Option<Date>,
    /// Until this day, itself included.
    pub until: Option<Date>,
    /// Each thing by itself, those of one name, too.
    pub each: bool,
}

/// A thing that the one who acts may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The thing.
    pub item: Ref,
    /// The section that it is of.
    pub section: Option<UnitId>,
    /// What it is called.
    pub title: String,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub item: Ref,
    /// In what it lies.
    pub place: Option<Uuid>,
    /// The section that it is of.
    pub section: Option<UnitId>,
    /// Whose it is, where it is a person's.
    pub whose: Option<PersonId>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its time.
    pub at: Timestamp,
    /// Whether it takes place then: it is of a kind that gathers dates.
    pub dated: bool,
    /// What it is called, with what was asked for marked.
    pub title: Vec<Part>,
    /// What it says where that stands.
    pub excerpt: Vec<Part>,
    /// How many others of its name and section stand behind it, that are not shown.
    pub others: usize,
}
