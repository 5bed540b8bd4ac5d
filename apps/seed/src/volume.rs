//! As many posts and circulations as a year brings, for measuring: spread over the days since the last orders came into
//! force. The older circulations are closed, and confirmed by those who read; the newer ones by part of those they reach.

use std::collections::HashSet;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use indicatif::ProgressBar;
use time::{Date, Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Fault, Notices, PersonId, Rng, Seen, UnitId};
use yakusho_messaging::board::{self, CategoryId, Confirmation, PostForm, Shelf};
use yakusho_messaging::circulation::{self, CirculationForm, Follows, Kind, Sequence};

use crate::city::Rank;
use crate::content::{CIRCULATIONS, POSTS};
use crate::organisation::{LAST_ORDER, Town};
use crate::past::Past;

/// How many acts run at once: those that wait share a commit.
const AT_ONCE: usize = 64;

/// The rank from which members, rather than heads, write.
const WRITER: i16 = 8;

/// Circulations older than this are closed.
const OPEN_DAYS: i64 = 14;

/// How many people a circulation reaches, about.
const REACHED: usize = 25;

/// How many of 100 recipients have confirmed what is open.
const CONFIRMED_PERCENT: u64 = 70;

/// One of so many posts of the last days asks to be confirmed.
const ASKS: usize = 25;

/// How many of the newest posts each reader has read since they let the others count as read.
const READ: usize = 20;

/// How much there is to be.
#[derive(Clone, Copy, clap::Args)]
pub(crate) struct Volume {
    /// How many posts more to put on the board
    #[arg(long, default_value_t = 0)]
    posts: usize,
    /// How many circulations more to send
    #[arg(long, default_value_t = 0)]
    circulations: usize,
    /// How many events more to put into the calendar of each person
    #[arg(long, default_value_t = 0)]
    pub(crate) events: usize,
    /// Of how many people, those of the last sections: of all unless told
    #[arg(long)]
    calendars: Option<usize>,
    /// How many rooms more there are
    #[arg(long, default_value_t = 0)]
    pub(crate) facilities: usize,
}

impl Volume {
    /// How many steps it takes among so many people.
    pub(crate) fn steps(self, staff: usize) -> usize {
        self.posts + self.circulations + self.calendars(staff)
    }

    /// How many people's calendars get events, among so many.
    pub(crate) fn calendars(self, staff: usize) -> usize {
        match self.events {
            0 => 0,
            _ => self.calendars.unwrap_or(staff).min(staff),
        }
    }
}

/// A section with one who writes for it.
#[derive(Clone, Copy)]
struct Writer {
    section: UnitId,
    author: PersonId,
}

/// What the content is made in.
struct Scene<'s> {
    past: &'s Past,
    writers: Vec<Writer>,
    categories: &'s [CategoryId],
    /// Neighbouring units with their people, each group large enough for a circulation.
    groups: Vec<(Vec<UnitId>, Vec<PersonId>)>,
    readers: HashSet<PersonId>,
    days: i64,
}

/// Fills the board and the trays; `readers` have read what is on the board, but for the newest.
pub(crate) async fn fill(
    past: &Past,
    town: &Town,
    categories: &[CategoryId],
    volume: Volume,
    readers: &[PersonId],
    progress: &ProgressBar,
) -> Result<(), Fault> {
    if volume.posts + volume.circulations == 0 {
        return Ok(());
    }
    let scene = Scene {
        past,
        writers: writers(town),
        categories,
        groups: groups(town),
        readers: readers.iter().copied().collect(),
        days: (past.day(0) - LAST_ORDER).whole_days().max(1),
    };
    let step = |()| progress.inc(1);
    let scene = &scene;
    let posts = (0..volume.posts).map(|n| scene.post(n, volume.posts));
    stream::iter(posts)
        .buffer_unordered(AT_ONCE)
        .map_ok(step)
        .try_collect::<()>()
        .await?;
    let circulations = (0..volume.circulations).map(|n| scene.circulate(n, volume.circulations));
    stream::iter(circulations)
        .buffer_unordered(AT_ONCE)
        .map_ok(step)
        .try_collect::<()>()
        .await?;
    stream::iter(readers.iter().map(|reader| scene.read(*reader)))
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await
}

/// Every section in which somebody writes.
fn writers(town: &Town) -> Vec<Writer> {
    let sections = town.plan.units.iter().zip(&town.units);
    sections
        .filter(|(planned, _)| planned.rank == Rank::Section)
        .filter_map(|(_, section)| {
            let author = town.member_of(*section, WRITER)?;
            Some(Writer {
                section: *section,
                author,
            })
        })
        .collect()
}

fn groups(town: &Town) -> Vec<(Vec<UnitId>, Vec<PersonId>)> {
    let mut members = vec![Vec::new(); town.units.len()];
    for (person, id) in town.plan.people.iter().zip(&town.people) {
        members[town.plan.posts[person.posts[0]].unit].push(*id);
    }
    let mut groups = Vec::new();
    let (mut units, mut people) = (Vec::new(), Vec::new());
    let all = town.plan.units.iter().zip(&town.units).zip(members);
    for ((_, unit), members) in all.filter(|((planned, _), _)| planned.rank == Rank::Unit) {
        units.push(*unit);
        people.extend(members);
        if people.len() >= REACHED {
            groups.push((std::mem::take(&mut units), std::mem::take(&mut people)));
        }
    }
    if groups.is_empty() {
        groups.push((units, people));
    }
    groups
}

impl Scene<'_> {
    /// When the thing of that number among `all` was written: the last ones today.
    fn when(&self, n: usize, all: usize) -> (i64, Time) {
        let place = |parts: i64| {
            let part = i128::from(parts) * n as i128 / all.max(1) as i128;
            i64::try_from(part).unwrap_or(0)
        };
        let ago = self.days - 1 - place(self.days);
        let within = place(self.days * 540) % 540;
        (ago, Time::MIDNIGHT + Duration::minutes(510 + within))
    }

    async fn post(&self, n: usize, all: usize) -> Result<(), Fault> {
        let Writer { section, author } = self.writers[n % self.writers.len()];
        let (ago, time) = self.when(n, all);
        let cx = self.past.act(author, self.past.day(ago), time).await?;
        let (one, other) = (&POSTS[n % POSTS.len()], &POSTS[(n / 7) % POSTS.len()]);
        let asks = ago < OPEN_DAYS && n.is_multiple_of(ASKS);
        let form = PostForm {
            category: self.categories[n % self.categories.len()],
            title: format!("{}(第{}号)", one.title, n + 1),
            body: format!("{}\n\n{}", one.body, other.body),
            section: Some(section),
            registration: Some(registration::Kind::Shared),
            starts_at: None,
            ends_at: None,
            pinned_until: None,
            comments: true,
            confirmation: asks.then(|| Confirmation {
                due: Some(self.past.day(ago) + Duration::WEEK),
            }),
            files: Vec::new(),
        };
        let id = board::draft(&cx, form).await?.into_inner();
        let _ = board::publish(&cx, id, 1).await?;
        Ok(())
    }

    async fn circulate(&self, n: usize, all: usize) -> Result<(), Fault> {
        let Writer { section, author } = self.writers[(n * 5) % self.writers.len()];
        let (ago, time) = self.when(n, all);
        let day = self.past.day(ago);
        let cx = self.past.act(author, day, time).await?;
        let like = &CIRCULATIONS[n % CIRCULATIONS.len()];
        let (units, people) = &self.groups[n % self.groups.len()];
        let form = CirculationForm {
            kind: if like.report {
                Kind::Report
            } else {
                Kind::Circulation
            },
            title: format!("{}(第{}号)", like.title, n + 1),
            body: like.body.to_owned(),
            section: Some(section),
            registration: Some(registration::Kind::Shared),
            audience: Audience {
                units: units.clone(),
                ..Audience::default()
            },
            sequence: Sequence::AtOnce,
            step_days: None,
            follows: Follows::Post,
            due: Some(day + Duration::WEEK),
            open_replies: true,
            files: Vec::new(),
        };
        let id = circulation::draft(&cx, form).await?.into_inner();
        let _ = circulation::send(&cx, id, 1).await?;
        let rng = Rng::seeded(n as u64);
        let is_old = ago > OPEN_DAYS;
        for person in people.iter().filter(|person| **person != author) {
            let confirms = if is_old {
                self.readers.contains(person)
            } else {
                rng.below(100) < CONFIRMED_PERCENT
            };
            if confirms {
                self.confirm(id, *person, day, like.report).await?;
            }
        }
        if is_old {
            let day = self.past.day(ago - OPEN_DAYS);
            let over = self.past.act(author, day, time).await?;
            match circulation::close(&over, id, 2).await {
                // The last confirmation ended it.
                Ok(_) | Err(Fault::Conflict(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }

    async fn confirm(
        &self,
        id: circulation::CirculationId,
        person: PersonId,
        day: Date,
        report: bool,
    ) -> Result<(), Fault> {
        let evening = Time::MIDNIGHT + Duration::hours(17) + Duration::minutes(45);
        let cx = self.past.act(person, day, evening).await?;
        let reply = if report {
            "変更はありません。"
        } else {
            ""
        };
        let _ = circulation::confirm(&cx, id, 1, reply).await?;
        Ok(())
    }

    /// Somebody lets what was there yesterday evening count as read, and reads some of the rest.
    async fn read(&self, reader: PersonId) -> Result<(), Fault> {
        let evening = Time::MIDNIGHT + Duration::hours(18);
        let then = self.past.act(reader, self.past.day(1), evening).await?;
        board::mark_all_read(&then, None).await?;
        let cx = self.past.act(reader, self.past.day(0), evening).await?;
        Notices(reader).seen(&cx, Seen::All).await?;
        let listed = board::list(&cx, Shelf::All, None, READ).await?;
        for row in listed.page.items {
            let view = board::show(&cx, row.id, 1).await?;
            board::see(&cx, &view).await?;
        }
        Ok(())
    }
}
