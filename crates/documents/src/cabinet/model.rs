//! Folders, and the rights in them.

use serde::Serialize;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Invalid, Key, PersonId, PostId, Timestamp, UnitId, codes, entered, typed_id};

typed_id! {
    /// A cabinet, or a folder in one.
    pub struct FolderId = "document.folder";
}

/// The deepest that a folder lies: a cabinet is at 0.
pub const MOST_DEPTH: i32 = 9;

/// The most characters of a folder's name.
pub(crate) const LONGEST_NAME: usize = 100;

/// What somebody may do with what is in a folder. Each says more than those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Read what is registered.
    Read,
    /// Register and change documents.
    Write,
    /// Manage it, as whoever leads its section.
    Manage,
}

codes! {
    Level {
        Read = "read",
        Write = "write",
        Manage = "manage",
    }
}

/// A cabinet, or a folder in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its id.
    pub id: FolderId,
    /// The cabinet that it is in; itself, if it is one.
    pub cabinet: FolderId,
    /// The folder that it is in; none if it is a cabinet.
    pub parent: Option<FolderId>,
    /// The section that it belongs to.
    pub section: UnitId,
    /// Its name: 1 to 100 characters.
    pub name: String,
    /// How deep it lies: 0 for a cabinet, at most [`MOST_DEPTH`].
    pub depth: i32,
    /// Its place among its neighbours, from the top; those of one place stand by their names.
    pub position: i32,
    /// The nearest of itself and those above whose rights are its own.
    pub rights: FolderId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

impl Folder {
    /// Whether its rights are its own, and not those of what is above it.
    pub fn has_own_rights(&self) -> bool {
        self.rights == self.id
    }
}

/// A cabinet as it is entered.
#[derive(Clone, Debug)]
pub struct CabinetForm {
    /// Whose it is.
    pub section: UnitId,
    /// Its name: 1 to 100 characters.
    pub name: String,
    /// Its place among the section's cabinets, from the top.
    pub position: i32,
    /// Whose rights hold in it.
    pub rights: RightsForm,
}

/// To whom rights are given. Whoever may write may also read; whoever leads the section may do both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RightsForm {
    /// Who may read.
    pub readers: Audience,
    /// Who may register and change documents.
    pub writers: Audience,
}

/// A key with what it gives.
pub(crate) type Grant = (Key, Level);

impl RightsForm {
    /// The rows that say so, in a folder of that section.
    pub(crate) fn grants(&self, section: UnitId) -> Vec<Grant> {
        let mut grants: std::collections::BTreeMap<Key, Level> = keys(&self.readers)
            .map(|key| (key, Level::Read))
            .chain(keys(&self.writers).map(|key| (key, Level::Write)))
            .collect();
        grants.insert(Key::Head(section), Level::Manage);
        grants.into_iter().collect()
    }

    /// What such rows say.
    pub(crate) fn of(grants: &[Grant]) -> Self {
        let mut form = Self::default();
        for (key, level) in grants {
            let audience = match level {
                Level::Read => &mut form.readers,
                Level::Write => &mut form.writers,
                Level::Manage => continue,
            };
            match *key {
                Key::Everyone => audience.everyone = true,
                Key::Unit(unit) => audience.units.push(unit),
                Key::Post(post) => audience.posts.push(post),
                Key::Person(person) => audience.people.push(person),
                Key::Head(_) => {}
            }
        }
        form
    }
}

/// The keys of an audience whose groups have been settled.
fn keys(audience: &Audience) -> impl Iterator<Item = Key> {
    let everyone = audience.everyone.then_some(Key::Everyone);
    let units = audience.units.iter().copied().map(Key::Unit);
    let posts = audience.posts.iter().copied().map(Key::Post);
    let people = audience.people.iter().copied().map(Key::Person);
    everyone
        .into_iter()
        .chain(units)
        .chain(posts)
        .chain(people)
        .collect::<Vec<_>>()
        .into_iter()
}

/// A folder's name as it was entered.
pub(crate) fn name(entered: &str) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let name = entered::line(&mut invalid, "name", entered, LONGEST_NAME);
    invalid.check()?;
    Ok(name)
}

/// A folder as its reader gets it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderRow {
    /// The folder.
    pub folder: Folder,
    /// What they may do in it.
    pub level: Level,
}

/// A folder as its reader gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderView {
    /// The folder.
    pub folder: Folder,
    /// The name of its section, as it is called today.
    pub section_name: String,
    /// What they may do in it.
    pub level: Level,
    /// Whether they belong to its section, in whose name documents are registered.
    pub member: bool,
    /// The folders that it is in, from the cabinet on, as far as they may see them.
    pub path: Vec<Folder>,
    /// The folders in it that they may see, in order.
    pub folders: Vec<FolderRow>,
}

/// The rights in a folder, as whoever manages it sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// Whether they are its own.
    pub own: bool,
    /// The folder whose rights they are.
    pub of: FolderId,
    /// Its name.
    pub of_name: String,
    /// To whom they are given.
    pub form: RightsForm,
}

/// What a hand-over would bring about, for whoever is asked whether it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The section that hands over, by its name today; empty where it is no more.
    pub from_name: String,
    /// The section that takes over, by its name today.
    pub to_name: String,
    /// How many folders pass, beside the cabinet itself.
    pub folders: usize,
    /// How many documents pass.
    pub passing: Passing,
    /// Whose rights change in which folder.
    pub changes: Vec<RightsChange>,
}

/// How many documents pass to another section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passing {
    /// Registered ones.
    pub registered: u64,
    /// Drafts, which stay their authors' alone.
    pub drafts: u64,
    /// Those of the registered with a day to be looked through on, which the head of the other section then owes.
    pub reviews: u64,
    /// Those that somebody holds locked now.
    pub locked: u64,
}

/// That somebody may do more or less in a folder after a hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsChange {
    /// The name of the folder that says so, with those below that have no rights of their own.
    pub place_name: String,
    /// Whose.
    pub whose: Side,
    /// What they may do before it.
    pub before: Option<Level>,
    /// What they may do after it.
    pub after: Option<Level>,
}

/// Whose rights a hand-over changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Those who lead the section that hands over.
    HeadBefore,
    /// The people of that section.
    PeopleBefore,
    /// Those who lead the section that takes over.
    HeadAfter,
    /// The people of that section.
    PeopleAfter,
}

/// Why somebody may see what is in a folder: one of the rights that they have in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it lets them do.
    pub level: Level,
    /// To whom it is given, so that they have it.
    pub to: Shares,
    /// The folder or cabinet in which it is given.
    pub place: FolderId,
    /// Its name.
    pub place_name: String,
}

/// To whom a right is given, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shares {
    /// Everyone.
    Everyone,
    /// Those of a unit and below it, by its name today.
    Unit(UnitId, String),
    /// Whoever holds a post, by its title and unit today.
    Post(PostId, String),
    /// Themselves.
    Person(PersonId),
    /// Whoever leads the section, by its name today.
    Head(UnitId, String),
}
