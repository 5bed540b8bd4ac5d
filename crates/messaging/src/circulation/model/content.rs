//! Circulations: as entered, as stored, and as kept in versions.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Invalid, Reason, Timestamp, UnitId, codes, typed_id};

use crate::text::{Body, Title};
use crate::{Authorship, Removal, Text};
use yakusho_attachments::{Attachment, AttachmentId};

typed_id! {
    /// A circulation or report.
    pub struct CirculationId = "circulation";
}

/// What is asked of those whom it reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 回覧: to take note, and confirm.
    #[default]
    Circulation,
    /// レポート: to answer, which confirms.
    Report,
}

/// In what order it reaches them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sequence {
    /// All at once.
    #[default]
    AtOnce,
    /// Rank by rank, from the lowest to the highest; the next when those before have confirmed.
    Upwards,
    /// Rank by rank, from the highest to the lowest.
    Downwards,
}

/// What the duty to confirm follows when personnel orders move people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Follows {
    /// The person: it goes with them.
    #[default]
    Person,
    /// The post: it passes to whoever comes after.
    Post,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CirculationState {
    /// Its author is still writing it.
    Draft,
    /// It was sent, and not all have confirmed.
    Open,
    /// All have confirmed.
    Completed,
    /// Its author ended it; nobody owes it any more.
    Closed,
    /// Its author took it back.
    Withdrawn,
    /// Somebody else took it down; a marker stands in its place.
    Removed,
}

impl CirculationState {
    /// Whether a marker stands in place of its words.
    pub(crate) const fn is_gone(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Removed)
    }
}

codes! {
    Kind { Circulation = "circulation", Report = "report" }
    Sequence { AtOnce = "at_once", Upwards = "upwards", Downwards = "downwards" }
    Follows { Person = "person", Post = "post" }
    CirculationState {
        Draft = "draft",
        Open = "open",
        Completed = "completed",
        Closed = "closed",
        Withdrawn = "withdrawn",
        Removed = "removed",
    }
}

/// A circulation as it was entered.
#[derive(Clone, Debug, Default)]
pub struct CirculationForm {
    /// What is asked.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What it says; see [`Body`] for its formatting.
    pub body: String,
    /// In which section's name; in one's own if none.
    pub section: Option<UnitId>,
    /// Which kind of information it is (nogata:8).
    pub registration: Option<registration::Kind>,
    /// To whom it goes.
    pub audience: Audience,
    /// In what order it reaches them.
    pub sequence: Sequence,
    /// In an order of rank, after how many working days the next rank gets it all the same; never if none.
    pub step_days: Option<u16>,
    /// What the duty to confirm follows.
    pub follows: Follows,
    /// By which day it is to be confirmed.
    pub due: Option<Date>,
    /// Whether replies are shown to all whom it reached, and not to its author alone.
    pub open_replies: bool,
    /// The files that hang on it, in this order.
    pub files: Vec<AttachmentId>,
}

/// The content of a circulation: what each version keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What is asked.
    pub kind: Kind,
    /// What it is called.
    pub title: Title,
    /// What it says.
    pub body: Body,
    /// In which section's name; in its author's own if none.
    pub section: Option<UnitId>,
    /// Which kind of information it is, if it says so.
    pub registration: Option<registration::Kind>,
    /// To whom it goes.
    pub audience: Audience,
    /// In what order it reaches them.
    pub sequence: Sequence,
    /// After how many working days the next rank gets it all the same.
    pub step_days: Option<u16>,
    /// What the duty to confirm follows.
    pub follows: Follows,
    /// By which day it is to be confirmed.
    pub due: Option<Date>,
    /// Whether replies are shown to all whom it reached.
    pub open_replies: bool,
    /// The files that hang on it.
    pub files: Vec<Attachment>,
}

/// The longest time that a rank can be given.
const LONGEST_STEP: u16 = 60;

impl CirculationForm {
    /// The content without its files, which only a transaction can take, and their ids.
    pub(crate) fn parse(self) -> Result<(Content, Vec<AttachmentId>), Invalid> {
        let mut invalid = Invalid::default();
        let title = Title::parse(&self.title)
            .map_err(|reason| invalid.push("title", reason))
            .ok();
        let body = Body::parse(&self.body)
            .map_err(|reason| invalid.push("body", reason))
            .ok();
        if self
            .step_days
            .is_some_and(|days| days == 0 || days > LONGEST_STEP)
        {
            let (min, max) = (1, i64::from(LONGEST_STEP));
            invalid.push("step_days", Reason::OutOfRange { min, max });
        }
        let (Some(title), Some(body), Ok(())) = (title, body, invalid.clone().check()) else {
            return Err(invalid);
        };
        let content = Content {
            kind: self.kind,
            title,
            body,
            section: self.section,
            registration: self.registration,
            audience: self.audience,
            sequence: self.sequence,
            step_days: self.step_days.filter(|_| self.sequence != Sequence::AtOnce),
            follows: self.follows,
            due: self.due,
            open_replies: self.open_replies,
            files: Vec::new(),
        };
        Ok((content, self.files))
    }
}

impl From<Content> for Text {
    /// What of it is read.
    fn from(content: Content) -> Self {
        Self {
            title: content.title.into_inner(),
            body: content.body.into_inner(),
            files: content.files,
        }
    }
}

impl Content {
    /// Whether both go to the same people in the same way: what cannot change once it was sent.
    pub(crate) fn goes_as(&self, other: &Self) -> bool {
        (self.kind, self.sequence, self.follows, self.section)
            == (other.kind, other.sequence, other.follows, other.section)
            && self.audience == other.audience
    }
}

/// A circulation as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Circulation {
    pub(crate) id: CirculationId,
    pub(crate) by: Authorship,
    /// The name under which it goes: the section's or the author's, as it was when last saved.
    pub(crate) byline: String,
    /// What it says; its title, body and files are empty where it was withdrawn or removed.
    pub(crate) content: Content,
    pub(crate) state: CirculationState,
    pub(crate) sent_at: Option<Timestamp>,
    pub(crate) ended_at: Option<Timestamp>,
    /// How many ranks it goes through, and which one it has reached, from 0.
    pub(crate) steps: i32,
    pub(crate) step: i32,
    pub(crate) step_at: Option<Timestamp>,
    /// How many owe or have given a confirmation, and how many have given it.
    pub(crate) total: i32,
    pub(crate) confirmed: i32,
    pub(crate) version: i32,
    /// The version that was sent.
    pub(crate) first_version: Option<i32>,
    /// The last version that changed what it says.
    pub(crate) material_version: i32,
    pub(crate) created_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) revision: i32,
    pub(crate) removal: Option<Removal>,
}
