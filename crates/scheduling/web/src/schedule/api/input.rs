//! Events as programs write them.

use poem_openapi::Object;
use uuid::Uuid;
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_scheduling::booking::{OnTaken, Wanted};
use yakusho_scheduling::event::{EventForm, Owner, RecurrenceForm, Status, When};
use yakusho_scheduling::recurrence::{Local, OnClosed, Zone};
use yakusho_webkit::json::ids;

use super::{OwnerItem, RepeatItem, WantedItem, WhenItem, parse};

/// An event to be written.
#[derive(Debug, Object)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the JSON"
)]
pub(super) struct EventInput {
    /// Whose; one's own unless told.
    owner: Option<OwnerItem>,
    title: String,
    #[oai(default)]
    place: String,
    #[oai(default)]
    text: String,
    /// With proposed dates it is not looked at.
    when: WhenItem,
    repeat: Option<RepeatItem>,
    /// Dates among which is decided later: none, or 2 to 20.
    #[oai(default)]
    candidates: Vec<WhenItem>,
    /// `confirmed`, `tentative` or `proposed`.
    status: Option<String>,
    #[oai(default)]
    closed: bool,
    #[oai(default)]
    free: bool,
    /// Whether whoever has it is away: on leave, on a journey.
    #[oai(default)]
    away: bool,
    #[oai(default)]
    participants: Vec<Uuid>,
    /// The ids of the files that hang on it, from uploads or from those that hang on it already; in place of an event, what
    /// hangs there unless told.
    files: Option<Vec<Uuid>>,
    /// Which facilities it is to have; in place of an event, those that it has unless told. They are booked in the same
    /// act, or the event is refused.
    facilities: Option<Vec<WantedItem>>,
    /// Books the free dates of a series where others are taken.
    #[oai(default)]
    book_the_rest: bool,
    /// That it is to be registered although it looks as if there were personal information in it.
    #[oai(default)]
    all_the_same: bool,
}

impl EventInput {
    /// The form, for that calendar unless it names another.
    pub(super) fn form(self, otherwise: Owner) -> Result<EventForm, Fault> {
        let owner = match self.owner {
            None => otherwise,
            Some(owner) => owner.parse()?,
        };
        let status = self.status.as_deref().map(|code| {
            Status::from_code(code).ok_or_else(|| Invalid::field("status", Reason::Unknown))
        });
        let recurrence = self.repeat.map(|repeat| {
            let on_closed = OnClosed::from_code(&repeat.on_closed);
            Ok::<_, Invalid>(RecurrenceForm {
                rule: repeat.rule,
                on_closed: on_closed.ok_or_else(|| Invalid::field("on_closed", Reason::Unknown))?,
            })
        });
        let facilities = self
            .facilities
            .map(|wanted| wanted.into_iter().map(Into::into));
        let candidates = self.candidates.into_iter().map(WhenItem::parse);
        Ok(EventForm {
            candidates: candidates.collect::<Result<_, _>>()?,
            place: self.place,
            text: self.text,
            recurrence: recurrence.transpose()?,
            status: status.transpose()?.unwrap_or_default(),
            closed: self.closed,
            free: self.free,
            away: self.away,
            participants: self.participants.into_iter().map(Into::into).collect(),
            files: self.files.map(ids),
            facilities: facilities.map(Iterator::collect),
            all_the_same: self.all_the_same,
            ..EventForm::new(owner, self.title, self.when.parse()?)
        })
    }
}

impl EventInput {
    /// What becomes of dates on which a facility is taken.
    pub(super) fn on_taken(&self) -> OnTaken {
        if self.book_the_rest {
            OnTaken::BookTheRest
        } else {
            OnTaken::Refuse
        }
    }
}

impl From<WantedItem> for Wanted {
    fn from(item: WantedItem) -> Self {
        Self {
            facility: item.facility.into(),
            quantity: item.quantity,
        }
    }
}

impl OwnerItem {
    fn parse(self) -> Result<Owner, Invalid> {
        match self.kind.as_str() {
            "person" => Ok(Owner::Person(self.id.into())),
            "unit" => Ok(Owner::Unit(self.id.into())),
            _ => Err(Invalid::field("owner", Reason::Unknown)),
        }
    }
}

impl WhenItem {
    fn parse(self) -> Result<When, Invalid> {
        let malformed = || Invalid::field("when", Reason::Malformed);
        if let Some(first) = self.first {
            let last = self.last.unwrap_or(first);
            return Ok(When::Days { first, last });
        }
        let local = |text: Option<String>| -> Result<Local, Invalid> {
            let text = text.ok_or_else(|| Invalid::field("when", Reason::Required))?;
            parse(&text).ok_or_else(malformed)
        };
        let zone = match self.zone {
            Some(name) => name.parse().map_err(|_| malformed())?,
            None => Zone::JAPAN,
        };
        Ok(When::Timed {
            start: local(self.start)?,
            end: local(self.end)?,
            zone,
        })
    }
}
