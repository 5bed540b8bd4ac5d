//! Events as they are entered.

use time::Duration;
use yakusho_attachments::AttachmentId;
use yakusho_kernel::{Cx, Invalid, PersonId, Reason};

use super::{Candidate, Content, Owner, Recurrence, Status, When};
use crate::booking::Wanted;
use crate::recurrence::{End, Local, OnClosed, Series};
use yakusho_kernel::entered::{line, line_or_nothing, lines_or_nothing};

/// The most characters of a title.
const TITLE: usize = 200;
/// The most characters of a place.
const PLACE: usize = 200;
/// The most characters of a text.
const TEXT: usize = 20_000;

/// How an event is to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecurrenceForm {
    /// The rule, as the value of an RRULE. A number of times, or an end, is part of it.
    pub rule: String,
    /// What becomes of dates on which the town hall is closed.
    pub on_closed: OnClosed,
}

/// An event to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is ticked is independent of each other"
)]
pub struct EventForm {
    /// In whose calendar; who writes in another's is among its delegates.
    pub owner: Owner,
    /// The title: one line of 1 to 200 characters.
    pub title: String,
    /// Where it is: at most 200 characters.
    pub place: String,
    /// What there is to know besides: at most 20,000 characters.
    pub text: String,
    /// When it is. With candidates it is not looked at.
    pub when: When,
    /// How it comes back, if it does.
    pub recurrence: Option<RecurrenceForm>,
    /// Dates among which is decided later: none, or 2 to [`EventForm::MOST_CANDIDATES`].
    pub candidates: Vec<When>,
    /// How certain it is: confirmed, tentative or proposed.
    pub status: Status,
    /// Whether others than those whom it concerns see that the time is taken, and nothing else. Open is the rule.
    pub closed: bool,
    /// Whether the time counts as free all the same.
    pub free: bool,
    /// Whether whoever has it is away: on leave, on a journey. Away for whole days, they need not look at mail and board
    /// then (nogata:9(1)).
    pub away: bool,
    /// Who takes part besides the owner: at most [`EventForm::MOST_PARTICIPANTS`].
    pub participants: Vec<PersonId>,
    /// Which facilities it is to have, each once and at most [`EventForm::MOST_FACILITIES`]; those that it has, if nothing
    /// is said. They move with it, and are called off with it.
    pub facilities: Option<Vec<Wanted>>,
    /// Which files are to hang on it, in this order: those that hang there, if nothing is said.
    pub files: Option<Vec<AttachmentId>>,
    /// That it is to be registered although it looks as if there were personal information in it.
    pub all_the_same: bool,
}

impl EventForm {
    /// The most dates among which is decided.
    pub const MOST_CANDIDATES: usize = 20;
    /// The most people who take part.
    pub const MOST_PARTICIPANTS: usize = 500;
    /// The most facilities.
    pub const MOST_FACILITIES: usize = 20;

    /// An event of that title in a calendar at that time, open, and nothing else.
    pub fn new(owner: Owner, title: impl Into<String>, when: When) -> Self {
        Self {
            owner,
            title: title.into(),
            place: String::new(),
            text: String::new(),
            when,
            recurrence: None,
            candidates: Vec::new(),
            status: Status::Confirmed,
            closed: false,
            free: false,
            away: false,
            participants: Vec::new(),
            facilities: None,
            files: None,
            all_the_same: false,
        }
    }

    /// The content and the last date of its rule. The fields of faults are `title`, `place`, `text`, `when`, `recurrence`,
    /// `candidates`, `status`, `participants` and `facilities`.
    pub(crate) fn parse(&self, cx: &Cx) -> Result<(Content, Option<Local>), Invalid> {
        let mut invalid = Invalid::default();
        let title = line(&mut invalid, "title", &self.title, TITLE);
        let place = line_or_nothing(&mut invalid, "place", &self.place, PLACE);
        let text = lines_or_nothing(&mut invalid, "text", &self.text, TEXT);
        let candidates = self.parse_candidates(cx, &mut invalid);
        let mut when = candidates.first().map_or(self.when, |first| first.when);
        check_when("when", &when, &mut invalid);
        let (recurrence, series) = self.parse_recurrence(&when, &mut invalid);
        if let Some(series) = &series {
            when = when.from_start(series.start);
        }
        if [Status::Cancelled, Status::Polling].contains(&self.status) {
            invalid.push("status", Reason::Unknown);
        }
        let status = if candidates.is_empty() {
            self.status
        } else {
            Status::Polling
        };
        let participants = self.parse_participants(&mut invalid);
        let facilities = self.facilities.as_deref().unwrap_or_default();
        if facilities.len() > Self::MOST_FACILITIES {
            let max = Self::MOST_FACILITIES;
            invalid.push("facilities", Reason::TooMany { max });
        }
        if !facilities.is_empty() && !candidates.is_empty() {
            invalid.push("facilities", Reason::Code("several_dates"));
        }
        invalid.check()?;
        let content = Content {
            title,
            place,
            text,
            when,
            recurrence,
            added: Vec::new(),
            left_out: Vec::new(),
            status,
            closed: self.closed,
            free: self.free,
            away: self.away,
            participants,
            candidates,
            extra: String::new(),
            files: Vec::new(),
        };
        Ok((content, series.and_then(|series| series.last)))
    }

    fn parse_candidates(&self, cx: &Cx, invalid: &mut Invalid) -> Vec<Candidate> {
        let max = Self::MOST_CANDIDATES;
        match self.candidates.len() {
            0 => {}
            1 => invalid.push("candidates", Reason::TooShort { min: 2 }),
            many if many > max => invalid.push("candidates", Reason::TooMany { max }),
            _ if self.recurrence.is_some() => {
                invalid.push("recurrence", Reason::Code("candidates"));
            }
            _ => {}
        }
        let mut candidates: Vec<Candidate> = Vec::new();
        for when in self.candidates.iter().take(max) {
            check_when("candidates", when, invalid);
            if candidates.iter().all(|known| known.when != *when) {
                let id = cx.new_id();
                candidates.push(Candidate { id, when: *when });
            }
        }
        candidates
    }

    fn parse_recurrence(
        &self,
        when: &When,
        invalid: &mut Invalid,
    ) -> (Option<Recurrence>, Option<Series>) {
        let Some(form) = &self.recurrence else {
            return (None, None);
        };
        let Ok(rule) = form.rule.parse() else {
            invalid.push("recurrence", Reason::Malformed);
            return (None, None);
        };
        let recurrence = Recurrence {
            rule,
            on_closed: form.on_closed,
        };
        let (rule, on_closed) = (recurrence.rule.clone(), recurrence.on_closed);
        match Series::new(when.start(), rule, on_closed, when.zone()) {
            Ok(series) => (Some(recurrence), Some(series)),
            Err(error) => {
                invalid.push("recurrence", Reason::Code(error.code()));
                (None, None)
            }
        }
    }

    fn parse_participants(&self, invalid: &mut Invalid) -> Vec<PersonId> {
        let max = Self::MOST_PARTICIPANTS;
        let mut people = self.participants.clone();
        people.sort_unstable();
        people.dedup();
        people.retain(|person| Owner::Person(*person) != self.owner);
        if people.len() > max {
            invalid.push("participants", Reason::TooMany { max });
        }
        people
    }
}

fn check_when(field: &str, when: &When, invalid: &mut Invalid) {
    if when.length().is_negative() || (when.is_days() && when.length() < Duration::DAY) {
        invalid.push(field, Reason::EndBeforeStart);
    } else if when.length() > When::LONGEST {
        invalid.push(field, Reason::Code("too_long_an_event"));
    } else if !When::YEARS.contains(&when.start().year()) {
        invalid.push(field, Reason::Code("before_calendars"));
    }
}

/// The rule of a series that ends before one of its dates.
pub(crate) fn before(recurrence: &Recurrence, date: Local) -> Recurrence {
    let last = date.checked_sub(Duration::SECOND).unwrap_or(date);
    Recurrence {
        rule: recurrence.rule.clone().ending(End::Local(last)),
        on_closed: recurrence.on_closed,
    }
}
