//! Circulations as their readers get them.

use time::Date;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Page, ProxyKind, Timestamp, UnitId};

use super::{
    CirculationId, CirculationState, Follows, Kind, RecipientRow, RecipientState, Sequence,
};
use crate::comment::Comment;
use crate::{Authorship, Text, Words};

/// Which circulations a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tray {
    /// What waits for one's confirmation, the last received first.
    Owed,
    /// Everything that reached one, the last received first.
    Received,
    /// What one has sent, in one's own name or a section's, the last changed first.
    Sent,
    /// What one has not finished.
    Drafts,
    /// What one watches.
    Watched,
    /// What was sent in the name of the section that one is the head of.
    Section,
}

impl Tray {
    /// Whether it shows what reached the reader, and not what they sent.
    pub(crate) const fn is_inbox(self) -> bool {
        matches!(self, Self::Owed | Self::Received)
    }
}

/// A circulation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CirculationRow {
    /// Its id.
    pub id: CirculationId,
    /// What is asked.
    pub kind: Kind,
    /// Its title, or a marker in its place.
    pub title: Words<String>,
    /// Under whose name it goes, a section's or a person's.
    pub byline: String,
    /// How far it has come.
    pub state: CirculationState,
    /// By which day it is to be confirmed.
    pub due: Option<Date>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// How many files hang on it.
    pub files: usize,
    /// How many are to confirm it.
    pub total: i32,
    /// How many have confirmed it.
    pub confirmed: i32,
    /// How it stands to the reader, if it reached them.
    pub mine: Option<Mine>,
    /// Whether the reader watches it.
    pub watched: bool,
}

/// How a circulation stands to a reader whom it reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mine {
    /// How far they have come.
    pub state: RecipientState,
    /// When it reached them.
    pub received_at: Option<Timestamp>,
    /// When they first read it.
    pub read_at: Option<Timestamp>,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// By which kind of proxy, if another did.
    pub proxy: Option<ProxyKind>,
    /// Whether what it says was changed since they read or confirmed it.
    pub changed: bool,
    /// Whether they confirmed what it said before, and owe it again.
    pub outdated: bool,
    /// To be given back with a change of the reply.
    pub revision: i32,
}

/// A circulation on its own page.
#[derive(Clone, Debug)]
pub struct CirculationView {
    /// Its id.
    pub id: CirculationId,
    /// What is asked.
    pub kind: Kind,
    /// What it says, or a marker in its place.
    pub words: Words<Text>,
    /// Under whose name it goes.
    pub byline: String,
    /// The section in whose name it goes, if in one's.
    pub section: Option<UnitId>,
    /// Whose words they are, and who wrote them down; not where it goes in the name of a section that the reader does
    /// not belong to.
    pub by: Option<Authorship>,
    /// How far it has come.
    pub state: CirculationState,
    /// Which kind of information it is.
    pub registration: Option<registration::Kind>,
    /// To whom it was addressed; for those who answer for it.
    pub audience: Option<Audience>,
    /// In what order it reaches people.
    pub sequence: Sequence,
    /// After how many working days the next rank gets it all the same.
    pub step_days: Option<u16>,
    /// How many ranks it goes through, and which one it has reached, from 0.
    pub steps: (i32, i32),
    /// What the duty to confirm follows.
    pub follows: Follows,
    /// By which day it is to be confirmed.
    pub due: Option<Date>,
    /// Whether replies are shown to all whom it reached.
    pub open_replies: bool,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was completed, closed, withdrawn or removed.
    pub ended_at: Option<Timestamp>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// How many are to confirm it.
    pub total: i32,
    /// How many have confirmed it.
    pub confirmed: i32,
    /// The version that is shown.
    pub version: i32,
    /// The version that was sent; earlier ones are its author's.
    pub first_version: Option<i32>,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
    /// How it stands to the reader, if it reached them.
    pub mine: Option<Mine>,
    /// What the reader answered.
    pub reply: Option<String>,
    /// Whether the reader watches it.
    pub watched: bool,
    /// The first of those to whom it goes.
    pub recipients: Page<RecipientRow>,
    /// The first of its comments, the oldest first.
    pub comments: Page<Comment>,
    /// What the reader may do with it.
    pub may: Rights,
}

/// What a reader may do with a circulation. A page shows these ways alone; the services decide anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a right of its own, and a page asks for each by name"
)]
pub struct Rights {
    /// To send it.
    pub send: bool,
    /// To change it.
    pub edit: bool,
    /// To have it reach more people, to end it, and to take its state as a file.
    pub manage: bool,
    /// To take it back as one's own.
    pub withdraw: bool,
    /// To take it down as another's, for a reason.
    pub remove: bool,
    /// To confirm it.
    pub confirm: bool,
    /// To change the reply given with the confirmation.
    pub reword: bool,
    /// To comment on it.
    pub comment: bool,
    /// To take down what others commented.
    pub moderate: bool,
    /// To begin a new one like it.
    pub copy: bool,
    /// To see the words that a marker stands in place of.
    pub evidence: bool,
}
