//! An event as it stands.

use time::Duration;
use yakusho_kernel::{Timestamp, typed_id};

use super::{Content, Decision, Owner, Status};
use crate::Authorship;
use crate::event::rules::Pattern;
use crate::recurrence::{Local, Series};

typed_id! {
    /// An event, or a series of them.
    pub struct EventId = "event";
}

/// The date of a series that an event stands in the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The series.
    pub series: EventId,
    /// The date that its rule gives (RECURRENCE-ID).
    pub original: Local,
}

/// An event as it stands.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// In whose calendar it is kept.
    pub owner: Owner,
    /// Who wrote it first.
    pub by: Authorship,
    /// What it says.
    pub content: Content,
    /// The last date that its rule takes, where it has an end.
    pub last: Option<Local>,
    /// The date of a series in the place of which it stands.
    pub origin: Option<Origin>,
    /// That it was registered in spite of a warning.
    pub decision: Option<Decision>,
    /// The number of its version.
    pub version: i32,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Counts the changes, so that two who change it at once are told.
    pub revision: i32,
}

/// What is no longer than this is found by its beginning.
const SHORT: Duration = Duration::DAY;

/// From when to before when there is anything of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

impl Extent {
    /// The most that what is not long takes.
    pub(crate) const SHORT: Duration = SHORT;

    /// Whether it is found by its end: it is longer than a day.
    pub(crate) fn is_long(self) -> bool {
        self.until.since(self.from) > SHORT
    }
}

impl Content {
    /// Its dates, up to the last that its rule takes.
    pub(crate) fn series(&self, last: Option<Local>) -> Series {
        let recurrence = self.recurrence.as_ref();
        Series {
            start: self.when.start(),
            rule: recurrence.map(|it| it.rule.clone()),
            last,
            added: self.added.clone(),
            left_out: self.left_out.clone(),
            on_closed: recurrence.map(|it| it.on_closed).unwrap_or_default(),
        }
    }
}

impl Event {
    /// Its dates.
    pub fn series(&self) -> Series {
        self.content.series(self.last)
    }

    /// The series in the place of a date of which it stands, or itself: by what programs outside know it.
    pub fn root(&self) -> EventId {
        self.origin.map_or(self.id, |origin| origin.series)
    }

    /// One date of it as an event of its own.
    pub(crate) fn on(&self, date: Local) -> Self {
        let content = Content {
            when: self.content.when.from_start(date),
            recurrence: None,
            added: Vec::new(),
            left_out: Vec::new(),
            ..self.content.clone()
        };
        Self {
            content,
            last: None,
            origin: Some(Origin {
                series: self.id,
                original: date,
            }),
            ..self.clone()
        }
    }

    /// What its calendar needs to know of it.
    pub(crate) fn pattern(&self) -> Pattern {
        Pattern {
            when: self.content.when,
            series: self.repeats().then(|| self.series()),
            candidates: self.content.candidates.clone(),
        }
    }

    /// Whether it comes back.
    pub fn repeats(&self) -> bool {
        self.content.recurrence.is_some() || !self.content.added.is_empty()
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.content.status == Status::Cancelled
    }

    /// From when to before when there is anything of it. What takes no time counts as taking a millisecond.
    pub(crate) fn extent(&self) -> Extent {
        let content = &self.content;
        let (mut from, mut until) = if self.repeats() {
            let (first, last) = self.series().span();
            let (from, _) = content.when.from_start(first).span();
            let until = last.map(|last| content.when.from_start(last).span().1);
            (from, until.unwrap_or(Timestamp::from_millis(i64::MAX)))
        } else {
            content.when.span()
        };
        for candidate in &content.candidates {
            let (start, end) = candidate.when.span();
            from = from.min(start);
            until = until.max(end);
        }
        Extent {
            from,
            until: until.max(from.plus(Duration::MILLISECOND)),
        }
    }
}
