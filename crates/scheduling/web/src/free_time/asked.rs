//! What is sought: read from the form, and carried by the address of what was found.

use time::macros::time;
use time::{Date, Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::group::GroupId;
use yakusho_kernel::{Fault, Invalid, PersonId, Reason, UnitId};
use yakusho_scheduling::event::Span;
use yakusho_scheduling::facility::{CategoryId, FacilityId, FacilityRow};
use yakusho_scheduling::free_time::{Query, Wanted};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Visit};

use super::{FREE_TIME, PEOPLE};
use crate::schedule::time_of_day;

/// How many are shown at most.
pub(super) const MOST: usize = 40;

/// How far beginnings lie apart.
const STEP: Duration = Duration::minutes(30);

/// The hours in which most look: those of the counters.
const HOURS: (Time, Time) = (time!(8:30), time!(17:15));

/// The hour at which nothing is to be.
const NOON: (Time, Time) = (time!(12:00), time!(13:00));

/// What is sought.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) people: Vec<PersonId>,
    /// A section or a group, as `unit:…` or `group:…`.
    pub(super) whole: Option<String>,
    /// A facility, or any of a category, as `facility:…` or `category:…`.
    pub(super) room: Option<String>,
    pub(super) from: Date,
    /// The last day, which still counts.
    pub(super) until: Date,
    /// In minutes.
    pub(super) length: i64,
    pub(super) opens: Time,
    pub(super) closes: Time,
    /// Whether noon is left out.
    pub(super) noon: bool,
    complete: bool,
}

impl Asked {
    /// What the address says, and otherwise an hour of oneself within two weeks.
    pub(super) fn of(visit: &Visit) -> Answer<Self> {
        let asked = |name| visit.query(name).filter(|value| !value.is_empty());
        let clock = |name| asked(name).and_then(time_of_day);
        let length = asked("length").and_then(|length| length.parse().ok());
        let people = asked(PEOPLE).map(|ids| ids.split(',').filter_map(|id| id.parse().ok()));
        let from = visit.day("from").or_today();
        let later = from.checked_add(Duration::days(13)).unwrap_or(from);
        let me = visit.me()?.standing.person;
        Ok(Self {
            people: people.map_or_else(|| vec![me], Iterator::collect),
            whole: asked("whole").map(str::to_owned),
            room: asked("room").map(str::to_owned),
            from,
            until: visit.day("until").date().unwrap_or(later),
            length: length.unwrap_or(60),
            opens: clock("opens").unwrap_or(HOURS.0),
            closes: clock("closes").unwrap_or(HOURS.1),
            noon: asked("noon") != Some("0"),
            complete: length.is_some(),
        })
    }

    /// Whether the address says all that there is to say.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    /// What was typed.
    pub(super) fn read(fields: &Fields) -> Answer<Self> {
        let mut read = fields.reader();
        let from = read.needed("from", Reader::day);
        let until = read.needed("until", Reader::day);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            read.wrong("until", Reason::EndBeforeStart);
        }
        let clock = |read: &mut Reader<'_>, name: &str| read.with(name, time_of_day);
        let opens = read.needed("opens", clock);
        let closes = read.needed("closes", clock);
        let length = read.needed("length", Reader::one);
        let people = read.all(PEOPLE);
        let needed = from.zip(until).zip(opens.zip(closes)).zip(length);
        let (((from, until), (opens, closes)), length) = read.finish_with(needed)?;
        let chosen = |name| Some(fields.text(name)).filter(|value| !value.is_empty());
        Ok(Self {
            people,
            whole: chosen("whole"),
            room: chosen("room"),
            from,
            until,
            length,
            opens,
            closes,
            noon: fields.has("noon"),
            complete: true,
        })
    }

    /// The address that says so.
    pub(super) fn address(&self) -> String {
        let people: Vec<String> = self.people.iter().map(ToString::to_string).collect();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query
            .append_pair(PEOPLE, &people.join(","))
            .append_pair("whole", self.whole.as_deref().unwrap_or_default())
            .append_pair("room", self.room.as_deref().unwrap_or_default())
            .append_pair("from", &self.from.to_string())
            .append_pair("until", &self.until.to_string())
            .append_pair("length", &self.length.to_string())
            .append_pair("opens", &clock_value(self.opens))
            .append_pair("closes", &clock_value(self.closes))
            .append_pair("noon", if self.noon { "1" } else { "0" });
        format!("{FREE_TIME}?{}", query.finish())
    }

    /// The same as the search takes it, `rooms` being those that there are.
    pub(super) fn query(&self, rooms: &[FacilityRow]) -> Answer<Query> {
        let mut who = Audience {
            people: self.people.clone(),
            ..Audience::default()
        };
        if let Some(whole) = &self.whole {
            match whole.split_once(':') {
                Some(("unit", id)) => who.units.extend(id.parse::<UnitId>().ok()),
                Some(("group", id)) => who.groups.extend(id.parse::<GroupId>().ok()),
                _ => return Err(Fault::NotFound.into()),
            }
        }
        let facilities = match &self.room {
            Some(room) => within(room, rooms).ok_or(Fault::NotFound)?,
            None => Vec::new(),
        };
        let after = self.until.next_day().unwrap_or(self.until);
        Ok(Query {
            who,
            facilities,
            wanted: Wanted {
                span: Span::new(self.from, after),
                opens: self.opens,
                closes: self.closes,
                pause: self.noon.then_some(NOON),
                length: Duration::minutes(self.length),
                step: STEP,
                after: None,
                most: MOST,
            },
        })
    }
}

/// The facilities that a choice stands for.
fn within(room: &str, rooms: &[FacilityRow]) -> Option<Vec<FacilityId>> {
    let rooms = rooms.iter().map(|row| &row.facility);
    match room.split_once(':')? {
        ("facility", id) => Some(vec![id.parse().ok()?]),
        ("category", id) => {
            let id: CategoryId = id.parse().ok()?;
            let own = rooms.filter(|facility| facility.settings.category == id);
            Some(own.map(|facility| facility.id).collect())
        }
        _ => None,
    }
}

/// The value that stands for one facility.
pub(super) fn facility(id: FacilityId) -> String {
    format!("facility:{id}")
}

/// The value that stands for any of a category.
pub(super) fn category(id: CategoryId) -> String {
    format!("category:{id}")
}

/// A time of day as the field for one takes it.
pub(super) fn clock_value(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// What the search says of facilities stands at the field in which they are chosen.
pub(super) fn at_fields(problem: Problem) -> Problem {
    let Problem::Fault(Fault::Invalid(Invalid { mut errors })) = problem else {
        return problem;
    };
    for error in &mut errors {
        if error.field == "facilities" {
            "room".clone_into(&mut error.field);
        }
    }
    Problem::Fault(Fault::Invalid(Invalid { errors }))
}
