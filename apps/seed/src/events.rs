//! As many events as two years bring, for measuring: each person's calendar is brought over in one piece.

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use indicatif::ProgressBar;
use time::{Date, Duration, Time};
use yakusho_kernel::{Fault, PersonId, Rng};
use yakusho_scheduling::event::{self, EventForm, Owner, RecurrenceForm, When};
use yakusho_scheduling::recurrence::{Local, OnClosed, Zone};

use crate::organisation::Town;
use crate::past::Past;
use crate::volume::Volume;

/// How many people's calendars are brought over in one act: SQLite looks through all that an act changed after each of its
/// statements.
const PEOPLE: usize = 1;

/// How many acts run at once: one is prepared while another is written.
const AT_ONCE: usize = 3;

/// The days that the events are spread over, half of them before today.
const DAYS: u64 = 730;

/// One of so many repeats.
const REPEATS: u64 = 10;

/// How they come back.
const RULES: [&str; 4] = [
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYMONTHDAY=20",
];

/// What they are about.
const TITLES: [&str; 8] = [
    "打合せ",
    "窓口当番",
    "課内会議",
    "現場確認",
    "資料作成",
    "研修",
    "来客",
    "定例報告",
];

/// Fills as many calendars with as many events as there are to be.
pub(crate) async fn fill(
    past: &Past,
    town: &Town,
    volume: Volume,
    progress: &ProgressBar,
) -> Result<(), Fault> {
    let events = volume.events;
    let others = town.people.len() - volume.calendars(town.people.len());
    let first = past.day(i64::try_from(DAYS / 2).unwrap_or(0));
    let people: Vec<(usize, PersonId)> = town
        .people
        .iter()
        .copied()
        .enumerate()
        .skip(others)
        .collect();
    let acts = people.chunks(PEOPLE).map(|people| async move {
        let forms: Vec<EventForm> = people
            .iter()
            .flat_map(|(number, person)| calendar(*number, *person, first, events))
            .collect();
        let morning = Time::MIDNIGHT + Duration::hours(6);
        let cx = past.night("seed", past.day(0), morning);
        let _ = event::bring_over(&cx, &forms).await?;
        progress.inc(people.len() as u64);
        Ok::<_, Fault>(())
    });
    stream::iter(acts)
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await
}

/// The events of somebody.
fn calendar(number: usize, person: PersonId, first: Date, events: usize) -> Vec<EventForm> {
    let rng = Rng::seeded(number as u64);
    let below = |limit: u64| i64::try_from(rng.below(limit)).unwrap_or(0);
    let events = (0..events).map(|n| {
        let day = first + Duration::days(below(DAYS));
        let start = Local::new(day, Time::MIDNIGHT) + Duration::minutes(510 + 30 * below(17));
        let when = When::Timed {
            start,
            end: start + Duration::minutes(30 * (1 + below(4))),
            zone: Zone::JAPAN,
        };
        let pick = usize::try_from(rng.below(TITLES.len() as u64)).unwrap_or(0);
        let repeats = (n as u64).is_multiple_of(REPEATS);
        let rule = RULES[n / 10 % RULES.len()];
        EventForm {
            recurrence: repeats.then(|| RecurrenceForm {
                rule: format!("{rule};COUNT=12"),
                on_closed: OnClosed::Keep,
            }),
            ..EventForm::new(Owner::Person(person), TITLES[pick], when)
        }
    });
    events.collect()
}
