//! Finding common free time.

use std::collections::HashMap;

use time::Duration;
use uuid::Uuid;
use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::{calendar, group};
use yakusho_kernel::{Cx, Fault, Invalid, PersonId, Reading, Reason, Timestamp};
use yakusho_koyomi::Calendar;

use super::rules::{Found, Wanted, search};
use crate::booking::{self, Busy};
use crate::event::policy::{self, Calendars};
use crate::event::rules::{self, works};
use crate::event::store;
use crate::event::{Answer, Owner};
use crate::facility::{Facility, FacilityId, Slot, check};

/// Whose common free time is sought, and with which facilities.
#[derive(Clone, Debug)]
pub struct Query {
    /// Who: 1 to [`Query::MOST_PEOPLE`] in all.
    pub who: Audience,
    /// The facilities of which one at least is to be free: none, or up to [`Query::MOST_FACILITIES`].
    pub facilities: Vec<FacilityId>,
    /// What is sought: of at least a minute, a minute apart or more.
    pub wanted: Wanted,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct FreeTimes {
    /// The people, each once.
    pub people: Vec<PersonId>,
    /// The facilities that the actor may book of those asked for, to which [`Found::rooms`] points.
    pub facilities: Vec<Facility>,
    /// When everybody has time, and one of the facilities at least is free, if any was asked for; the earliest first.
    pub found: Vec<Found>,
}

impl Query {
    /// The most people among whom is sought.
    pub const MOST_PEOPLE: usize = 200;

    /// The most facilities among which is sought.
    pub const MOST_FACILITIES: usize = 200;

    fn check(&self) -> Result<(), Invalid> {
        let mut invalid = Invalid::default();
        let max = Self::MOST_FACILITIES;
        if self.facilities.len() > max {
            invalid.push("facilities", Reason::TooMany { max });
        }
        for (field, span) in [("length", self.wanted.length), ("step", self.wanted.step)] {
            if !(Duration::MINUTE..=Duration::DAY).contains(&span) {
                let max = Duration::DAY.whole_minutes();
                invalid.push(field, Reason::OutOfRange { min: 1, max });
            }
        }
        if self.wanted.closes <= self.wanted.opens {
            invalid.push("closes", Reason::EndBeforeStart);
        }
        invalid.check()
    }

    /// The people, each once.
    async fn people(&self, on: &impl Reading, cx: &Cx) -> Result<Vec<PersonId>, Fault> {
        let mut people = self.who.people.clone();
        let whole = Audience {
            people: Vec::new(),
            ..self.who.clone()
        };
        if whole != Audience::default() {
            group::usable(cx, on, &whole.groups).await?;
            let members = directory::expand(on, cx.today(), &whole).await?;
            people.extend(members.into_iter().map(|one| one.person));
        }
        people.sort_unstable();
        people.dedup();
        let max = Self::MOST_PEOPLE;
        if people.is_empty() {
            return Err(Invalid::field("people", Reason::Required).into());
        }
        if people.len() > max {
            return Err(Invalid::field("people", Reason::TooMany { max }).into());
        }
        Ok(people)
    }
}

/// When everybody has time, and one of the facilities at least is free. It tells nobody why the others are busy. What is
/// over is not found, nor what a facility does not allow: its hours, its window and its longest time.
///
/// # Errors
/// The fields `people`, `facilities`, `length`, `step` and `closes`.
pub async fn find(cx: &Cx, query: &Query) -> Result<FreeTimes, Fault> {
    let _ = policy::may_look(cx)?;
    query.check()?;
    let on = cx.reader();
    let calendar = calendar::of(&on).await?;
    let people = query.people(&on, cx).await?;
    let mut taken = taken(&on, query, &people, &calendar).await?;
    let (from, until) = query.wanted.span.times();
    taken.extend(Slot::new(from, cx.now()).map(|past| vec![past]));
    let (facilities, rooms) = rooms(&on, cx, query, (from, until)).await?;
    let fits = |place: usize, slot| check(&facilities[place], slot, 1, cx.now()).is_ok();
    let works = |day| works(&calendar, day);
    let found = search(&query.wanted, &taken, &rooms, &fits, &works);
    Ok(FreeTimes {
        people,
        facilities,
        found,
    })
}

/// When each of the people has something.
async fn taken(
    on: &impl Reading,
    query: &Query,
    people: &[PersonId],
    calendar: &Calendar,
) -> Result<Vec<Vec<Slot>>, Fault> {
    let times = query.wanted.span.times();
    let owners: Vec<Owner> = people.iter().copied().map(Owner::Person).collect();
    let found = store::in_calendars(on, &Calendars::default(), &owners, times).await?;
    let mut taken: HashMap<Uuid, Vec<Slot>> = HashMap::new();
    for one in found {
        if one.free {
            continue;
        }
        let items = rules::within(&one.pattern, times, calendar);
        let busy = items.into_iter();
        let busy = busy.filter(|(_, date, _)| one.said.on(*date) != Answer::Declined);
        let busy = busy.filter_map(|(item, ..)| Slot::new(item.start, item.end));
        taken.entry(one.holder).or_default().extend(busy);
    }
    Ok(taken.into_values().collect())
}

/// The facilities that the actor may book of those asked for, and when each is not to be had.
async fn rooms(
    on: &impl Reading,
    cx: &Cx,
    query: &Query,
    (from, until): (Timestamp, Timestamp),
) -> Result<(Vec<Facility>, Vec<Vec<Slot>>), Fault> {
    let Some(time) = Slot::new(from, until).filter(|_| !query.facilities.is_empty()) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let found = booking::busy(on, cx, &query.facilities, time, 1).await?;
    if found.is_empty() {
        return Err(Invalid::field("facilities", Reason::Unknown).into());
    }
    let found = found.into_iter();
    Ok(found
        .map(|Busy { facility, times }| (facility, times))
        .unzip())
}
