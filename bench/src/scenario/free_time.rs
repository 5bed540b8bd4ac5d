//! Common free time of many people and rooms, in the service call.

use std::time::Instant;

use time::macros::time;
use time::{Date, Duration};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{PersonId, Rng};
use yakusho_scheduling::event::Span;
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::free_time::{self, Query, Wanted};

use crate::Failure;
use crate::hall::Yard;
use crate::inside::Inside;
use crate::load::Measured;
use crate::report::{Line, ms};

use super::Pace;

/// Within how many milliseconds half of the searches are done.
const TARGET: f64 = 20.0;

/// Among how many people and rooms is sought, on how many days.
const PEOPLE: u64 = 20;
const ROOMS: u64 = 30;
const DAYS: i64 = 14;

/// How many days from today on the first of them may be.
const AHEAD: u64 = 90;

/// How many sections' people are sought among.
const SECTIONS: usize = 60;

/// One search after the other, each among others at another time.
pub(super) async fn search(yard: &Yard, pace: Pace) -> Result<Line, Failure> {
    let hall = yard.hall(pace.city)?;
    let inside = Inside::open(&hall).await?;
    let people = inside.people(&inside.sections(SECTIONS).await?).await?;
    let rooms = inside.rooms().await?;
    let rooms: Vec<FacilityId> = rooms.iter().map(|room| room.id).collect();
    let rng = Rng::seeded(1);
    let mut took = Vec::with_capacity(pace.searches);
    for _ in 0..pace.searches {
        // What a request has read it does not read again: so each search is one of its own.
        let cx = inside.acting(people[0]).await?;
        let query = query(&rng, &people, &rooms, inside.today());
        let since = Instant::now();
        free_time::find(&cx, &query).await?;
        took.push(since.elapsed());
    }
    inside.close().await?;
    let measured = Measured::of(took);
    let p50 = ms(measured.percentile(50));
    let mut line = Line::limit("free-time", p50, TARGET, "ms", 1.0);
    line.p50_ms = Some(p50);
    line.p99_ms = Some(ms(measured.percentile(99)));
    Ok(line)
}

/// An hour among some of them, from some day on.
fn query(rng: &Rng, people: &[PersonId], rooms: &[FacilityId], today: Date) -> Query {
    let ahead = i64::try_from(rng.below(AHEAD)).unwrap_or(0);
    let first = today + Duration::days(ahead);
    Query {
        who: Audience {
            people: some(rng, people, PEOPLE),
            ..Audience::default()
        },
        facilities: some(rng, rooms, ROOMS),
        wanted: Wanted {
            span: Span::new(first, first + Duration::days(DAYS)),
            opens: time!(8:30),
            closes: time!(17:15),
            pause: Some((time!(12:00), time!(13:00))),
            length: Duration::HOUR,
            step: Duration::minutes(15),
            after: None,
            most: 50,
        },
    }
}

/// So many of them that stand apart by chance, each once.
fn some<T: Copy>(rng: &Rng, of: &[T], count: u64) -> Vec<T> {
    let all = u64::try_from(of.len()).unwrap_or(u64::MAX);
    let count = count.min(all);
    let first = rng.below(all);
    let step = all / count.max(1);
    let places = (0..count).map(|n| (first + n * step + rng.below(step)) % all);
    let places = places.filter_map(|place| of.get(usize::try_from(place).ok()?));
    places.copied().collect()
}
