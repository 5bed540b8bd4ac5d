//! What is seen of events.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::directory::PersonCard;
use yakusho_accounts::group::GroupId;
use yakusho_kernel::{Cursor, PersonId, Timestamp, UnitId};
use yakusho_koyomi::Calendar;

use super::{CandidateId, Event, EventId, Owner, Span, Status};
use crate::booking::Wanted;
use crate::recurrence::Local;

/// What somebody says to taking part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nothing yet.
    #[default]
    None,
    /// They take part.
    Accepted,
    /// They do not.
    Declined,
    /// They may.
    Tentative,
}

yakusho_kernel::codes! {
    Answer {
        None = "none",
        Accepted = "accepted",
        Declined = "declined",
        Tentative = "tentative",
    }
}

/// What somebody says to one date of a series, which is something else than to the rest of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateAnswer {
    /// The date, by what it is known.
    pub date: Local,
    /// What they say to it.
    pub answer: Answer,
    /// When they said so.
    pub at: Timestamp,
    /// Who said it for them, if they did not.
    pub by: Option<PersonId>,
}

/// What somebody says to taking part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// To all of it.
    pub whole: Answer,
    /// To single dates of a series.
    pub dates: Vec<DateAnswer>,
}

impl Said {
    /// What they say to a date; without one, to all of it.
    pub fn on(&self, date: Option<Local>) -> Answer {
        let mut dates = self.dates.iter();
        let found = date.and_then(|date| dates.find(|said| said.date == date));
        found.map_or(self.whole, |said| said.answer)
    }

    /// What is said to all of it, and to which single dates something else, whoever said it and when.
    pub(crate) fn answers(&self) -> (Answer, Vec<(Local, Answer)>) {
        let dates = self.dates.iter().map(|said| (said.date, said.answer));
        (self.whole, dates.collect())
    }
}

/// Whose calendars are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Those of everyone in a unit or below it, and of the unit itself.
    Unit(UnitId),
    /// Those of the members of a group that the reader may use.
    Group(GroupId),
    /// Those of these people.
    People(Vec<PersonId>),
}

/// Calendars beside each other: people by days.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The days.
    pub span: Span,
    /// A row for each calendar; a unit's own comes first, then people by rank and kana.
    pub rows: Vec<Row>,
    /// Where the next page of them begins, if there are more.
    pub next: Option<Cursor>,
    /// On which days the town hall works.
    pub calendar: Calendar,
}

/// One calendar.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whose it is.
    pub owner: Owner,
    /// The name.
    pub name: String,
    /// The person, unless it is a unit's.
    pub card: Option<PersonCard>,
    /// What is in it, by beginning.
    pub items: Vec<Item>,
}

/// Something in a calendar, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// The first day on which it is shown.
    pub first: Date,
    /// The last day on which it is shown.
    pub last: Date,
    /// Whether it is whole days.
    pub is_days: bool,
    /// What else there is to see; none where the reader sees that the time is taken, and no more.
    pub seen: Option<Seen>,
}

/// What there is to see of something in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The event.
    pub event: EventId,
    /// The date by which it is known in its series, if it comes back.
    pub occurrence: Option<Local>,
    /// The candidate, while it is one of several.
    pub candidate: Option<CandidateId>,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// How certain it is.
    pub status: Status,
    /// Whether others see that the time is taken, and nothing else.
    pub closed: bool,
    /// Whether the time counts as free all the same.
    pub free: bool,
    /// Whether it is a date of a series, or stands in the place of one.
    pub repeats: bool,
    /// What the one whose calendar it is says to taking part; none in the owner's own.
    pub answer: Option<Answer>,
}

/// What of a series an act is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it; also an event that does not come back.
    All,
    /// One date, by what it is known.
    This(Local),
    /// One date and those after it.
    Following(Local),
}

/// Somebody who takes part.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Who.
    pub card: PersonCard,
    /// What they said.
    pub said: Said,
    /// When they said so of all of it.
    pub answered_at: Option<Timestamp>,
    /// Who answered for them, if they did not.
    pub answered_by: Option<PersonId>,
}

/// What somebody says to a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CandidateAnswer {
    /// The candidate.
    pub candidate: CandidateId,
    /// Who.
    pub person: PersonId,
    /// What they said.
    pub answer: Answer,
}

/// What the reader may do with an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
pub struct Rights {
    /// Change it and call it off.
    pub edit: bool,
    /// Say whether they, or the one whom they answer for, take part.
    pub answer: bool,
    /// Decide among its candidates.
    pub decide: bool,
    /// Confirm what was proposed.
    pub confirm: bool,
    /// See its versions.
    pub history: bool,
}

/// An event with all that belongs to it.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The event.
    pub event: Event,
    /// The name of its owner.
    pub owner_name: String,
    /// Who takes part, by rank and kana.
    pub participants: Vec<Participant>,
    /// What was said to its candidates.
    pub candidate_answers: Vec<CandidateAnswer>,
    /// Which facilities it is to have.
    pub facilities: Vec<Wanted>,
    /// What the reader may do.
    pub rights: Rights,
}
