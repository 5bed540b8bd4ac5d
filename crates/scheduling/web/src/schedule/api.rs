//! Events as JSON.

mod input;
mod polls;
mod shown;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;
use yakusho_attachments_web::{FileItem, download};
use yakusho_kernel::{Fault, Invalid, Page, Reason};
use yakusho_scheduling::event::{self, EventId, Owner, Part, When, Who};
use yakusho_scheduling::recurrence::{Local, OnClosed};
use yakusho_webkit::json::{Done, Handed, Limit, Listed, Made, place};
use yakusho_webkit::{Answer, Visit};

use super::moments::{parse, written};
use crate::json::span;
use input::EventInput;
use polls::CandidateItem;
pub(super) use polls::PollApi;

#[derive(Tags)]
pub(crate) enum Tag {
    /// The schedule.
    Schedule,
}

/// A calendar of a sheet.
#[derive(Debug, Object)]
struct CalendarItem {
    /// The person, or the unit, whose it is.
    owner: OwnerItem,
    name: String,
    items: Vec<EntryItem>,
}

/// A person or a unit.
#[derive(Debug, Object)]
struct OwnerItem {
    /// `person` or `unit`.
    kind: String,
    id: Uuid,
}

/// Something in a calendar, once. Where one may only see that the time is taken, there is nothing but the time.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct EntryItem {
    start: OffsetDateTime,
    end: OffsetDateTime,
    /// Whether it is whole days.
    whole_day: bool,
    event: Option<Uuid>,
    /// The date of the series, to be sent as `date`.
    date: Option<String>,
    title: Option<String>,
    place: Option<String>,
    /// `confirmed`, `tentative`, `proposed`, `polling`.
    status: Option<String>,
    /// Whether others see that the time is taken, and nothing else.
    closed: Option<bool>,
}

/// When an event is: from `start` to `end`, or whole days from `first` to `last`.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct WhenItem {
    /// On the clock of the zone, `2026-11-24T10:00:00`.
    start: Option<String>,
    end: Option<String>,
    /// A zone of the IANA database; `Asia/Tokyo` unless told.
    zone: Option<String>,
    first: Option<Date>,
    last: Option<Date>,
}

/// Somebody who takes part.
#[derive(Debug, Object)]
struct ParticipantItem {
    person: Uuid,
    name: String,
    /// `none`, `accepted`, `declined`, `tentative`.
    answer: String,
    /// What they say to single dates of a series, where it is something else.
    dates: Vec<DateAnswerItem>,
}

/// An answer to a date of a series.
#[derive(Debug, Object)]
struct DateAnswerItem {
    date: String,
    answer: String,
}

/// How an event comes back.
#[derive(Debug, Object)]
struct RepeatItem {
    /// The value of an RRULE (RFC 5545).
    rule: String,
    /// What becomes of closed days: `keep`, `next`, `previous`, `skip`.
    #[oai(default = "keep")]
    on_closed: String,
}

fn keep() -> String {
    OnClosed::Keep.code().to_owned()
}

/// A facility that an event is to have.
#[derive(Debug, Object)]
struct WantedItem {
    facility: Uuid,
    /// How many; 1 of rooms and cars.
    #[oai(default = "one")]
    quantity: i32,
}

fn one() -> i32 {
    1
}

/// An event.
#[derive(Debug, Object)]
struct EventDetail {
    id: Uuid,
    owner: OwnerItem,
    title: String,
    place: String,
    text: String,
    when: WhenItem,
    #[oai(skip_serializing_if_is_none)]
    repeat: Option<RepeatItem>,
    status: String,
    closed: bool,
    free: bool,
    /// Whether whoever has it is away.
    away: bool,
    participants: Vec<ParticipantItem>,
    files: Vec<FileItem>,
    facilities: Vec<WantedItem>,
    /// The dates among which is decided.
    candidates: Vec<CandidateItem>,
    revision: i32,
}

/// An event in place of one that was read, or of a part of a series.
#[derive(Debug, Object)]
struct EventChange {
    /// As it was read.
    revision: i32,
    /// `this`, `following`, or all of it.
    part: Option<String>,
    /// The date of the series that the part is about.
    date: Option<String>,
    event: EventInput,
}

/// What is called off.
#[derive(Debug, Object)]
struct EventCancel {
    /// As it was read.
    revision: i32,
    /// `this`, `following`, or all of it.
    part: Option<String>,
    /// The date of the series that the part is about.
    date: Option<String>,
}

/// An answer to taking part.
#[derive(Debug, Object)]
struct EventAnswer {
    /// For whom; oneself unless told.
    person: Option<Uuid>,
    /// `none`, `accepted`, `declined`, `tentative`.
    answer: String,
    /// The date of a series that it is about; all of it unless told, whatever was said to single dates before.
    date: Option<String>,
}

pub(super) struct EventApi;

#[OpenApi(tag = "Tag::Schedule")]
impl EventApi {
    /// Calendars beside each other: those of a unit, of a group or of a person, or one's own.
    #[oai(path = "/schedule", method = "get", operation_id = "showSchedule")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter")]
    async fn sheet(
        &self,
        visit: Visit,
        /// The first day; today unless told.
        from: Query<Option<Date>>,
        /// The day after the last; at most 62 days later, and a week later unless told.
        until: Query<Option<Date>>,
        unit: Query<Option<Uuid>>,
        group: Query<Option<Uuid>>,
        person: Query<Option<Uuid>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CalendarItem>>> {
        let from = from.0.unwrap_or(visit.cx.today());
        let span = span(from, until.0, Duration::WEEK)?;
        let (after, size) = (place(after.as_deref()), limit.size());
        let after = after.as_ref();
        let page = if let Some(who) = named(unit.0, group.0, person.0) {
            let sheet = event::page(&visit.cx, &who, span, after, size).await?;
            Page {
                items: sheet.rows,
                next: sheet.next,
            }
        } else {
            let mine = event::mine(&visit.cx, span).await?;
            Page::among(mine.rows, after, size, |row| row.owner)?
        };
        Ok(Json(Listed::of(page, CalendarItem::from)))
    }

    /// An event with those who take part.
    #[oai(path = "/events/:id", method = "get", operation_id = "getEvent")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<EventDetail>> {
        let view = event::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.into()))
    }

    /// Writes an event. Text that looks like personal information is refused with the article, until `all_the_same` says
    /// that it is to be registered.
    #[oai(path = "/events", method = "post", operation_id = "createEvent")]
    async fn create(&self, visit: Visit, body: Json<EventInput>) -> Answer<Made> {
        let me = Owner::Person(visit.me()?.standing.person);
        let on_taken = body.0.on_taken();
        let form = body.0.form(me)?;
        let written = event::create_with(&visit.cx, &form, on_taken).await;
        Ok(Made::of(written.map_err(Fault::from)?.id))
    }

    /// Changes an event, or a part of a series; a part becomes an event of its own, whose id is answered.
    #[oai(path = "/events/:id", method = "put", operation_id = "changeEvent")]
    async fn change(&self, visit: Visit, id: Path<Uuid>, body: Json<EventChange>) -> Answer<Made> {
        let id = id.0.into();
        let owner = event::show(&visit.cx, id).await?.event.owner;
        let EventChange {
            revision,
            part,
            date,
            event,
        } = body.0;
        let part = part_of(part.as_deref(), date.as_deref())?;
        let on_taken = event.on_taken();
        let form = event.form(owner)?;
        let written = event::edit_with(&visit.cx, id, revision, part, &form, on_taken).await;
        Ok(Made::of(written.map_err(Fault::from)?.id))
    }

    /// Calls an event off, or a part of a series.
    #[oai(
        path = "/events/:id/cancel",
        method = "post",
        operation_id = "cancelEvent"
    )]
    async fn cancel(&self, visit: Visit, id: Path<Uuid>, body: Json<EventCancel>) -> Answer<Done> {
        let part = part_of(body.part.as_deref(), body.date.as_deref())?;
        let _ = event::cancel(&visit.cx, id.0.into(), body.revision, part).await?;
        Ok(Done::Done)
    }

    /// Says whether somebody takes part.
    #[oai(
        path = "/events/:id/answer",
        method = "post",
        operation_id = "answerEvent"
    )]
    async fn answer(&self, visit: Visit, id: Path<Uuid>, body: Json<EventAnswer>) -> Answer<Done> {
        let me = visit.me()?.standing.person;
        let person = body.person.map_or(me, Into::into);
        let answer = event::Answer::from_code(&body.answer);
        let answer = answer.ok_or_else(|| Invalid::field("answer", Reason::Unknown))?;
        let (cx, id) = (&visit.cx, id.0.into());
        let _ = match body.date.as_deref() {
            Some(date) => event::answer_date(cx, id, person, date_of(date)?, answer).await?,
            None => event::answer(cx, id, person, answer).await?,
        };
        Ok(Done::Done)
    }
}

/// The files of events, to be taken away.
pub(super) struct EventFileApi;

#[OpenApi(tag = "Tag::Schedule")]
impl EventFileApi {
    /// A file of an event, or the part of it that `Range` asks for.
    #[oai(
        path = "/events/:id/files/:file",
        method = "get",
        operation_id = "downloadEventFile"
    )]
    async fn download(&self, visit: Visit, id: Path<Uuid>, file: Path<Uuid>) -> Answer<Handed> {
        let event = EventId::from(id.0);
        Ok(Handed(download(&visit, &event, file.0.into()).await?))
    }
}

/// Whose calendars are asked for: those of a unit, of a group or of a person, and of one's own section unless told.
pub(crate) fn whose_calendars(
    visit: &Visit,
    unit: Option<Uuid>,
    group: Option<Uuid>,
    person: Option<Uuid>,
) -> Answer<Who> {
    if let Some(who) = named(unit, group, person) {
        return Ok(who);
    }
    let standing = &visit.me()?.standing;
    Ok(match standing.main_unit() {
        Some(unit) => Who::Unit(unit),
        None => Who::People(vec![standing.person]),
    })
}

fn named(unit: Option<Uuid>, group: Option<Uuid>, person: Option<Uuid>) -> Option<Who> {
    match (unit, group, person) {
        (Some(unit), ..) => Some(Who::Unit(unit.into())),
        (_, Some(group), _) => Some(Who::Group(group.into())),
        (.., Some(person)) => Some(Who::People(vec![person.into()])),
        (None, None, None) => None,
    }
}

fn date_of(date: &str) -> Result<Local, Invalid> {
    parse(date).ok_or_else(|| Invalid::field("date", Reason::Malformed))
}

fn part_of(part: Option<&str>, date: Option<&str>) -> Result<Part, Fault> {
    let date = || date_of(date.unwrap_or_default());
    Ok(match part {
        None | Some("all") => Part::All,
        Some("this") => Part::This(date()?),
        Some("following") => Part::Following(date()?),
        Some(_) => return Err(Invalid::field("part", Reason::Unknown).into()),
    })
}

impl From<Owner> for OwnerItem {
    fn from(owner: Owner) -> Self {
        let (kind, id) = match owner {
            Owner::Person(id) => ("person", id.into()),
            Owner::Unit(id) => ("unit", id.into()),
        };
        Self {
            kind: kind.to_owned(),
            id,
        }
    }
}

impl From<When> for WhenItem {
    fn from(when: When) -> Self {
        let (start, end, zone, first, last) = match when {
            When::Timed { start, end, zone } => (Some(start), Some(end), Some(zone), None, None),
            When::Days { first, last } => (None, None, None, Some(first), Some(last)),
        };
        Self {
            start: start.map(written),
            end: end.map(written),
            zone: zone.map(|zone| zone.name().to_owned()),
            first,
            last,
        }
    }
}
