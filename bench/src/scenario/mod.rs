//! What is measured. Ours and the yardstick are asked in turns, several rounds each; what counts is the median of the
//! rounds' ratios.

mod beside;
mod booking;
mod caldav;
mod cores;
mod free_time;
mod life;
mod orders;
mod reading;
mod schedule;
mod sign_ins;
mod writing;

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use crate::Failure;
use crate::hall::{Size, Yard};
use crate::report::Line;
pub(crate) use beside::Compared;
use beside::{Beside, Ours};

/// Every scenario; those beside the yardstick stand first.
pub(crate) const NAMES: [&str; 19] = [
    "portal",
    "board-list",
    "post",
    "circulation-list",
    "section-week",
    "section-week-tail",
    "memory",
    "sign-ins-memory",
    "sign-ins-pages",
    "large-portal",
    "large-section-week",
    "caldav-query",
    "booking",
    "posting",
    "first-answer",
    "cores",
    "orders-preview",
    "orders-applied",
    "free-time",
];

/// How many of them are beside the yardstick.
const BESIDE: usize = 14;

/// How large and how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// The town hall that most is measured on.
    pub(crate) city: Size,
    /// One with many more people, and the same content.
    pub(crate) large: Size,
    /// One whose personnel orders are carried out.
    pub(crate) orders: Size,
    pub(crate) rounds: usize,
    /// How long a round is for each side.
    pub(crate) span: Duration,
    pub(crate) connections: usize,
    /// How many sign in at once.
    pub(crate) sign_ins: usize,
    /// How often common free time is sought.
    pub(crate) searches: usize,
}

impl Pace {
    pub(crate) const FULL: Self = Self {
        city: Size {
            name: "city",
            staff: 3_500,
            sections: 70,
            posts: 20_000,
            circulations: 10_000,
            events: 500,
            calendars: 3_500,
            facilities: 180,
            members: 995,
            moved: 0,
        },
        large: Size {
            name: "large",
            staff: 100_000,
            sections: 2_000,
            posts: 20_000,
            circulations: 10_000,
            events: 500,
            calendars: 3_500,
            facilities: 180,
            members: 995,
            moved: 0,
        },
        orders: Size {
            name: "orders",
            staff: 8_000,
            sections: 180,
            posts: 0,
            circulations: 0,
            events: 0,
            calendars: 0,
            facilities: 0,
            members: 0,
            moved: 5_000,
        },
        rounds: 5,
        span: Duration::from_secs(3),
        connections: 32,
        sign_ins: 200,
        searches: 1_000,
    };

    pub(crate) const SHORT: Self = Self {
        city: Size {
            name: "small",
            staff: 120,
            sections: 20,
            posts: 200,
            circulations: 50,
            events: 20,
            calendars: 120,
            facilities: 10,
            members: 15,
            moved: 0,
        },
        large: Size {
            name: "less-small",
            staff: 240,
            sections: 40,
            posts: 200,
            circulations: 50,
            events: 20,
            calendars: 120,
            facilities: 10,
            members: 15,
            moved: 0,
        },
        orders: Size {
            name: "small-orders",
            staff: 120,
            sections: 20,
            posts: 0,
            circulations: 0,
            events: 0,
            calendars: 0,
            facilities: 0,
            members: 0,
            moved: 40,
        },
        rounds: 1,
        span: Duration::from_millis(200),
        connections: 8,
        sign_ins: 10,
        searches: 20,
    };
}

/// Which scenarios are wanted.
struct Wanted<'w>(&'w [String]);

impl Wanted<'_> {
    fn has(&self, name: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|wanted| wanted == name)
    }

    fn any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.has(name))
    }
}

/// Measures the wanted scenarios, or all, on a database.
pub(crate) fn run(yard: &Yard, pace: Pace, only: &[String]) -> Result<Vec<Line>, Failure> {
    let wanted = Wanted(only);
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    let mut lines = Lines::of(yard);
    if wanted.any(&NAMES[..BESIDE]) {
        runtime.block_on(beside_the_yardstick(yard, pace, &wanted, &mut lines))?;
    }
    if wanted.has("first-answer") {
        lines.push(runtime.block_on(life::first_answer(yard, pace))?);
    }
    if wanted.has("cores") {
        lines.push(cores::cores(&runtime, yard, pace)?);
    }
    if wanted.any(&["orders-preview", "orders-applied"]) {
        lines.extend(runtime.block_on(orders::orders(yard, pace))?);
    }
    if wanted.has("free-time") {
        lines.push(runtime.block_on(free_time::search(yard, pace))?);
    }
    let mut lines = lines.lines;
    lines.retain(|line| wanted.has(line.scenario));
    Ok(lines)
}

/// What was measured so far, told as it comes: a later scenario that fails takes nothing of it away.
struct Lines {
    database: &'static str,
    lines: Vec<Line>,
}

impl Lines {
    const fn of(yard: &Yard) -> Self {
        Self {
            database: yard.database.name(),
            lines: Vec::new(),
        }
    }

    fn push(&mut self, mut line: Line) {
        line.database = self.database;
        eprintln!("{line}");
        self.lines.push(line);
    }

    fn extend(&mut self, lines: impl IntoIterator<Item = Line>) {
        lines.into_iter().for_each(|line| self.push(line));
    }
}

async fn beside_the_yardstick(
    yard: &Yard,
    pace: Pace,
    wanted: &Wanted<'_>,
    lines: &mut Lines,
) -> Result<(), Failure> {
    let beside = Beside::start(yard, pace).await?;
    for page in reading::PAGES.iter().filter(|page| wanted.has(page.name)) {
        lines.push(reading::page(&beside, page).await?);
    }
    if wanted.has("memory") {
        lines.push(life::memory(&beside).await?);
    }
    if wanted.any(&["sign-ins-memory", "sign-ins-pages"]) {
        lines.extend(sign_ins::at_once(&beside).await?);
    }
    if wanted.any(&["section-week", "section-week-tail"]) {
        lines.extend(schedule::week(&beside).await?);
    }
    if wanted.any(&["large-portal", "large-section-week"]) {
        let large = Ours::start(yard, yard.hall(pace.large)?).await?;
        if wanted.has("large-portal") {
            lines.push(reading::large_portal(&large, &beside).await?);
        }
        if wanted.has("large-section-week") {
            lines.push(schedule::large_week(&large, &beside).await?);
        }
    }
    if wanted.has("caldav-query") {
        lines.push(caldav::month(yard, &beside).await?);
    }
    if wanted.has("booking") {
        lines.push(booking::booking(&beside).await?);
    }
    if wanted.has("posting") {
        lines.push(writing::posting(&beside).await?);
    }
    Ok(())
}

/// A load maker that stays off the first processor, where there are others.
fn off_the_first() -> Result<Runtime, Failure> {
    let processors = std::thread::available_parallelism()?.get();
    let mut others = nix::sched::CpuSet::new();
    for processor in 1..processors {
        others.set(processor)?;
    }
    let mut runtime = Builder::new_multi_thread();
    if processors > 1 {
        runtime.on_thread_start(move || {
            // Where it is not allowed, the load maker runs wherever the system puts it.
            let _ = nix::sched::sched_setaffinity(nix::unistd::Pid::from_raw(0), &others);
        });
    }
    Ok(runtime.enable_all().build()?)
}
