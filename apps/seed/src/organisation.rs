//! Takes a planned town hall in through the ledger.

use std::fs::File;

use time::macros::date;
use time::{Date, Duration};
use yakusho_accounts::appointment::Appointment;
use yakusho_accounts::ledger::{Days, Founding};
use yakusho_accounts::organisation::{Post, Unit};
use yakusho_accounts::staff::{Staff, Status};
use yakusho_kernel::{Cx, PersonId, PostId, UnitId};
use yakusho_regulation::{SectionTag, UnitRank};

use crate::city::{FOUNDED, MEMBER, Plan, Rank};

/// When those who did not join later came into their posts.
pub(crate) const LAST_ORDER: Date = date!(2026 - 04 - 01);

/// The code of the unit at that place of the plan.
fn code(place: impl Into<i64>) -> String {
    format!("{:05}", place.into() + 1)
}

/// A town hall with the ids that it got.
pub(crate) struct Town {
    pub(crate) plan: Plan,
    pub(crate) units: Vec<UnitId>,
    pub(crate) posts: Vec<PostId>,
    pub(crate) people: Vec<PersonId>,
}

impl Town {
    /// Gives everything its id.
    pub(crate) fn of(plan: Plan, cx: &Cx) -> Self {
        let units = plan.units.iter().map(|_| cx.new_id()).collect();
        let posts = plan.posts.iter().map(|_| cx.new_id()).collect();
        let people = plan.people.iter().map(|_| cx.new_id()).collect();
        Self {
            plan,
            units,
            posts,
            people,
        }
    }

    /// What the ledger takes in.
    pub(crate) fn founding(&self, cx: &Cx) -> Founding {
        let standing = Days::from(FOUNDED);
        let mut founding = Founding::default();
        for (place, (planned, id)) in (0..).zip(self.plan.units.iter().zip(&self.units)) {
            let unit = Unit {
                code: code(place),
                name: planned.name.clone(),
                rank: match planned.rank {
                    Rank::Department => UnitRank::Department,
                    Rank::Section => UnitRank::Section,
                    Rank::Unit => UnitRank::Unit,
                },
                parent: planned.parent.map(|parent| self.units[parent]),
                position: place,
                tags: if planned.personal_information {
                    vec![SectionTag::PersonalInformation]
                } else {
                    Vec::new()
                },
            };
            founding.units.push((*id, standing, unit));
        }
        for (place, (planned, id)) in (0..).zip(self.plan.posts.iter().zip(&self.posts)) {
            let post = Post {
                unit: self.units[planned.unit],
                title: planned.title.clone(),
                head: planned.head,
                rank: planned.rank,
                position: place,
            };
            founding.posts.push((*id, standing, post));
        }
        for (planned, id) in self.plan.people.iter().zip(&self.people) {
            let staff = Staff {
                number: planned.number.to_string(),
                name: planned.name.kanji.clone(),
                kana: planned.name.kana.clone(),
                class: planned.class,
                status: Status::Active,
            };
            founding
                .staff
                .push((*id, Days::from(planned.joined), staff));
            let since = Days::from(
                planned
                    .joined
                    .max(LAST_ORDER)
                    .min(cx.today() - Duration::DAY),
            );
            for (place, post) in planned.posts.iter().enumerate() {
                let appointment = Appointment {
                    person: *id,
                    post: self.posts[*post],
                    main: place == 0,
                };
                founding.appointments.push((since, appointment));
            }
        }
        founding
    }

    /// Writes personnel orders by which so many members go to the same post of the next unit that has it.
    pub(crate) fn moves(&self, count: usize, mut to: csv::Writer<File>) -> csv::Result<()> {
        let Plan { posts, people, .. } = &self.plan;
        to.write_record(["kind", "number", "unit", "post"])?;
        let members = people.iter().filter_map(|person| {
            let main = person.posts[0];
            let like = &posts[main];
            let next = posts[main + 1..]
                .iter()
                .find(|post| !post.head && post.title == like.title)?;
            (like.rank >= MEMBER).then_some((person, next))
        });
        for (person, post) in members.take(count) {
            let (number, unit) = (
                person.number.to_string(),
                code(i64::try_from(post.unit).unwrap_or(0)),
            );
            to.write_record(["任命", &number, &unit, &post.title])?;
        }
        Ok(to.flush()?)
    }

    /// The first unit whose name contains one of the words (separated by `|`), the most specific rank last.
    pub(crate) fn unit_named(&self, words: &str, rank: Rank) -> Option<UnitId> {
        let place = words.split('|').find_map(|word| {
            self.plan
                .units
                .iter()
                .position(|unit| unit.rank == rank && unit.name.contains(word))
        })?;
        Some(self.units[place])
    }

    /// Whether a planned unit is that unit or lies below it.
    pub(crate) fn is_within(&self, mut planned: usize, unit: UnitId) -> bool {
        loop {
            if self.units[planned] == unit {
                return true;
            }
            match self.plan.units[planned].parent {
                Some(parent) => planned = parent,
                None => return false,
            }
        }
    }

    /// Whoever holds one of the posts, given by their places in the plan.
    pub(crate) fn holders(&self, fits: impl Fn(usize) -> bool) -> Vec<PersonId> {
        let people = self.plan.people.iter().zip(&self.people);
        people
            .filter(|(person, _)| person.posts.iter().any(|post| fits(*post)))
            .map(|(_, id)| *id)
            .collect()
    }

    /// Somebody of that unit or one below it whose main post has that rank or a lower one.
    pub(crate) fn member_of(&self, unit: UnitId, rank: i16) -> Option<PersonId> {
        let place = self.plan.people.iter().position(|person| {
            let post = &self.plan.posts[person.posts[0]];
            post.rank >= rank && person.class.is_regular() && self.is_within(post.unit, unit)
        })?;
        Some(self.people[place])
    }
}
