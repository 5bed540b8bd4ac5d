//! Finding common free time.

use std::collections::HashMap;

use time::Duration;
use uuid::Uuid;
use yakusho_accounts::calendar;
use yakusho_kernel::{Cx, Fault, Invalid, PersonId, Reason};

use super::rules::{Found, Wanted, search};
use crate::event::policy::{self, Calendars};
use crate::event::rules::{self, works};
use crate::event::store;
use crate::event::{Answer, Owner};
use crate::facility::Slot;

/// Whose common free time is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Who: 1 to [`Query::MOST_PEOPLE`].
    pub people: Vec<PersonId>,
    /// What is sought: of at least a minute, a minute apart or more.
    pub wanted: Wanted,
}

impl Query {
    /// The most people among whom is sought.
    pub const MOST_PEOPLE: usize = 200;

    fn check(&self) -> Result<(), Invalid> {
        let mut invalid = Invalid::default();
        let max = Self::MOST_PEOPLE;
        if self.people.is_empty() {
            invalid.push("people", Reason::Required);
        } else if self.people.len() > max {
            invalid.push("people", Reason::TooMany { max });
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
}

/// When everybody has time, and one of the rooms at least is free, if there are any; the earliest first. Of each room, what
/// is handed in is when it is taken ([`booking::busy`](crate::booking::busy)). It tells nobody why the others are busy.
///
/// # Errors
/// The fields `people`, `length`, `step` and `closes`.
pub async fn find(cx: &Cx, query: &Query, rooms: &[Vec<Slot>]) -> Result<Vec<Found>, Fault> {
    let _ = policy::may_look(cx)?;
    query.check()?;
    let on = cx.reader();
    let calendar = calendar::of(&on).await?;
    let times = query.wanted.span.times();
    let owners: Vec<Owner> = query.people.iter().copied().map(Owner::Person).collect();
    let found = store::in_calendars(&on, &Calendars::default(), &owners, times).await?;
    let mut taken: HashMap<Uuid, Vec<Slot>> = HashMap::new();
    for one in found {
        if one.free || one.answer == Answer::Declined {
            continue;
        }
        let items = rules::within(&one.pattern, times, &calendar);
        let busy = items.into_iter();
        let busy = busy.filter_map(|(item, ..)| Slot::new(item.start, item.end));
        taken.entry(one.holder).or_default().extend(busy);
    }
    let people: Vec<Vec<Slot>> = taken.into_values().collect();
    Ok(search(&query.wanted, &people, rooms, &|day| {
        works(&calendar, day)
    }))
}
