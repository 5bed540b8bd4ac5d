//! What becomes of events and series: pure, with time and ids handed in.

use time::{Date, Duration, Time};
use yakusho_kernel::{Audit, Conflict, Cx, Invalid, Reason, Timestamp};
use yakusho_koyomi::Calendar;
use yakusho_personal_text::{Kind, find};
use yakusho_regulation::{Verdict, rule};

use super::model::{
    Candidate, CandidateId, Content, Decision, Event, EventId, Item, Owner, Status, When,
};
use crate::Authorship;
use crate::recurrence::{Local, Series, Zone};

/// That it was called off already.
const CANCELLED: Conflict = Conflict {
    code: "event_cancelled",
};

impl Event {
    /// A new event.
    pub(super) fn new(
        id: EventId,
        owner: Owner,
        by: Authorship,
        (content, last): (Content, Option<Local>),
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            owner,
            by,
            content,
            last,
            origin: None,
            decision: None,
            version: 1,
            created_at: now,
            changed_at: now,
            revision: 1,
        }
    }

    /// Takes other content, with the last date of its rule.
    pub(super) fn rewrite(&mut self, content: Content, last: Option<Local>, now: Timestamp) {
        self.content = content;
        self.last = last;
        self.changed_at = now;
    }

    /// Leaves a date out.
    pub(super) fn leave_out(&mut self, date: Local, now: Timestamp) {
        self.content.left_out.push(date);
        self.content.left_out.sort_unstable();
        self.changed_at = now;
    }

    /// Ends a series before one of its dates.
    pub(super) fn end_before(&mut self, date: Local, now: Timestamp) {
        if let Some(recurrence) = &mut self.content.recurrence {
            *recurrence = super::model::before(recurrence, date);
        }
        self.last = date.checked_sub(Duration::SECOND);
        self.content.added.retain(|added| *added < date);
        self.content.left_out.retain(|left| *left < date);
        self.changed_at = now;
    }

    /// Calls it off.
    pub(super) fn cancel(&mut self, now: Timestamp) {
        self.content.status = Status::Cancelled;
        self.changed_at = now;
    }

    /// Decides for one of its candidates.
    pub(super) fn decide(
        &mut self,
        candidate: CandidateId,
        now: Timestamp,
    ) -> Result<(), Conflict> {
        let mut candidates = self.content.candidates.iter();
        let chosen = candidates.find(|known| known.id == candidate);
        let chosen = *chosen.ok_or(Conflict {
            code: "event_decided",
        })?;
        self.content.when = chosen.when;
        self.content.candidates.clear();
        self.content.status = Status::Confirmed;
        self.changed_at = now;
        Ok(())
    }

    /// Confirms what was not certain.
    pub(super) fn confirm(&mut self, now: Timestamp) -> Result<(), Conflict> {
        match self.content.status {
            Status::Proposed | Status::Tentative => {
                self.content.status = Status::Confirmed;
                self.changed_at = now;
                Ok(())
            }
            Status::Confirmed => Err(Conflict {
                code: "event_confirmed",
            }),
            Status::Polling => Err(Conflict {
                code: "event_polling",
            }),
            Status::Cancelled => Err(CANCELLED),
        }
    }

    /// That it was not called off.
    pub(super) fn expect_stands(&self) -> Result<(), Conflict> {
        CANCELLED.unless(!self.is_cancelled())
    }
}

/// Whether something is at another time than before, so that whoever answered answered to something else.
pub(super) fn is_moved(before: &Content, after: &Content) -> bool {
    before.when != after.when
        || before.recurrence != after.recurrence
        || before.candidates != after.candidates
}

/// Has candidates that were there before keep their ids, and with them what was said to them.
pub(super) fn keep_candidates(before: &Content, after: &mut Content) {
    for candidate in &mut after.candidates {
        let mut known = before.candidates.iter();
        if let Some(known) = known.find(|known| known.when == candidate.when) {
            candidate.id = known.id;
        }
    }
}

/// The dates that a series still has, of those which another one left out.
pub(super) fn carried(series: &Series, dates: &[Local]) -> Vec<Local> {
    let dates = dates.iter().copied();
    dates.filter(|date| series.has(*date)).collect()
}

/// What there is of an event, by what its calendar needs to know of it.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) when: When,
    pub(crate) series: Option<Series>,
    pub(crate) candidates: Vec<Candidate>,
}

/// Once that something is in a calendar: when, and by which date or candidate it is known.
pub(crate) type Once = (Item, Option<Local>, Option<CandidateId>);

/// What falls between two points in time.
pub(crate) fn within(
    pattern: &Pattern,
    (from, until): (Timestamp, Timestamp),
    calendar: &Calendar,
) -> Vec<Once> {
    let falls = |item: &Item| {
        item.start < until && (item.end > from || item.start == item.end && item.start >= from)
    };
    let mut found = Vec::new();
    if !pattern.candidates.is_empty() {
        let all = pattern.candidates.iter();
        found.extend(all.map(|it| (item(&it.when), None, Some(it.id))));
    } else if let Some(series) = &pattern.series {
        let zone = pattern.when.zone();
        // A clock may be set forward or back by a few hours within the window.
        let slack = pattern.when.length() + Duration::hours(3);
        let low = moved(zone.local(from), -slack);
        let high = moved(zone.local(until), Duration::hours(3));
        let works = |day| works(calendar, day);
        for occurrence in series.within(low, high, &works) {
            let when = pattern.when.from_start(occurrence.start);
            found.push((item(&when), Some(occurrence.id), None));
        }
    } else {
        found.push((item(&pattern.when), None, None));
    }
    found.retain(|(item, ..)| falls(item));
    found
}

/// Whether the town hall works on a day; where holidays are not known, on weekdays.
pub(crate) fn works(calendar: &Calendar, day: Date) -> bool {
    calendar
        .is_working_day(day)
        .unwrap_or_else(|_| day.weekday().number_days_from_monday() < 5)
}

/// How far around a day there may be dates that it moves.
pub(super) const REACH: Duration = Duration::days(62);

/// Whether it makes a difference to the dates of a series that the town hall works on a day.
pub(super) fn turns_on(series: &Series, day: Date, calendar: &Calendar) -> bool {
    let (from, until) = (moved(day.midnight(), -REACH), moved(day.midnight(), REACH));
    let dates = |open: bool| {
        let works = |other| {
            if other == day {
                open
            } else {
                works(calendar, other)
            }
        };
        series.within(from, until, &works)
    };
    dates(true) != dates(false)
}

fn moved(at: Local, by: Duration) -> Local {
    at.checked_add(by).unwrap_or(at)
}

/// The item of one time; what can be seen of it comes later.
fn item(when: &When) -> Item {
    let (start, end) = when.span();
    let (first, last) = match when {
        When::Days { first, last } => (*first, *last),
        When::Timed { .. } => {
            let (first, end) = (Zone::JAPAN.local(start), Zone::JAPAN.local(end));
            let midnight = end.time() == Time::MIDNIGHT && end > first;
            let last = if midnight {
                end.date().previous_day().unwrap_or(end.date())
            } else {
                end.date()
            };
            (first.date(), last)
        }
    };
    Item {
        start,
        end,
        first,
        last,
        is_days: when.is_days(),
        seen: None,
    }
}

/// Whether content may be registered as it is, and by whose decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// Nothing in it looks like personal information, or no rule asks.
    Clear,
    /// Somebody decided to register it all the same.
    AllTheSame(Decision),
}

impl Decided {
    /// Whether it may be registered: it was warned of whatever there is.
    pub(crate) const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear | Self::AllTheSame(_))
    }

    /// The entry of the act, with the kinds that it was done in spite of.
    pub(crate) fn noted(&self, entry: Audit) -> Audit {
        match self {
            Self::Clear => entry,
            Self::AllTheSame(decision) => decision.noted(entry),
        }
    }

    /// What is kept of it.
    pub(crate) fn kept(self) -> Option<Decision> {
        match self {
            Self::Clear => None,
            Self::AllTheSame(decision) => Some(decision),
        }
    }
}

/// Whether content may be registered: the faults are at the fields `title`, `place` and `text`.
pub(super) fn decision(
    cx: &Cx,
    content: &Content,
    earlier: Option<&Decision>,
    all_the_same: bool,
) -> Result<Decided, Invalid> {
    let fields = [
        ("title", &*content.title),
        ("place", &content.place),
        ("text", &content.text),
    ];
    decision_on(cx, &fields, earlier, all_the_same)
}

/// Whether texts may be registered: where the city asks that schedules hold no personal information (nogata:9(4)), what
/// looks like it needs somebody's decision, and one that was taken before holds for the kinds that it was about. Of the
/// faults, each is at the field of the text and names a kind by its code.
pub(crate) fn decision_on(
    cx: &Cx,
    fields: &[(&str, &str)],
    earlier: Option<&Decision>,
    all_the_same: bool,
) -> Result<Decided, Invalid> {
    let mut kinds: Vec<(&str, Kind)> = fields
        .iter()
        .flat_map(|(field, text)| find(text).into_iter().map(|found| (*field, found.kind)))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let known = |kind: Kind| {
        earlier.is_some_and(|earlier| earlier.kinds.iter().any(|code| code == kind.code()))
    };
    let new = kinds.iter().any(|(_, kind)| !known(*kind));
    let verdict = rule!(OpenSchedule).judge(cx.city(), cx.today(), !new || all_the_same);
    match verdict {
        Verdict::Broken(basis) => {
            let mut invalid = Invalid::default();
            for (field, kind) in kinds {
                invalid.push_by(field, Reason::Code(kind.code()), basis.clone());
            }
            Err(invalid)
        }
        Verdict::Kept(_) if new => Ok(Decided::AllTheSame(decided(cx, &kinds))),
        Verdict::Kept(_) | Verdict::NotInForce => Ok(match earlier {
            Some(earlier) if !kinds.is_empty() => Decided::AllTheSame(earlier.clone()),
            _ => Decided::Clear,
        }),
    }
}

fn decided(cx: &Cx, kinds: &[(&str, Kind)]) -> Decision {
    let mut codes: Vec<String> = kinds
        .iter()
        .map(|(_, kind)| kind.code().to_owned())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    Decision {
        kinds: codes,
        by: cx.actor().person(),
        at: cx.now(),
    }
}

impl Decision {
    fn noted(&self, entry: Audit) -> Audit {
        entry.with("personal_information", self.kinds.clone())
    }
}

impl Event {
    /// The entry with the kinds that it was registered in spite of.
    pub(super) fn noted(&self, entry: Audit) -> Audit {
        match &self.decision {
            Some(decision) => decision.noted(entry),
            None => entry,
        }
    }
}
