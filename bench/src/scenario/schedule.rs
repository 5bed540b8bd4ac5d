//! The week of a section, people by days.

use crate::Failure;
use crate::inside::Inside;
use crate::load::Script;
use crate::report::{Line, ms};

use super::beside::{Beside, Ours, in_turns};
use super::reading::bare_page;

/// How fast it must be beside the yardstick's page.
const TARGET: f64 = 0.4;

/// How many times the median the 99th percentile may be.
const TAIL: f64 = 4.0;

/// How much longer it may take among many more people.
const LARGE: f64 = 1.5;

/// How many sections are asked for in turn.
const SECTIONS: usize = 60;

/// The weeks of sections, asked for by a thousand people in turn.
async fn weeks(ours: &Ours) -> Result<Script, Failure> {
    let inside = Inside::open(&ours.hall).await?;
    let sections = inside.sections(SECTIONS).await?;
    inside.close().await?;
    let paths = sections.iter();
    let paths = paths.map(|section| format!("/schedule?view=week&who=unit:{section}"));
    Ok(ours.pages(paths.collect()))
}

/// The week beside the yardstick's page after six queries, and how much longer than usual it takes at worst.
pub(super) async fn week(beside: &Beside) -> Result<[Line; 2], Failure> {
    let script = weeks(&beside.ours).await?;
    let compared = beside.compare(&script, &bare_page()).await?;
    let (p50, p99) = (
        ms(compared.ours.percentile(50)),
        ms(compared.ours.percentile(99)),
    );
    Ok([
        Line::rate("section-week", &compared, TARGET),
        Line::limit("section-week-tail", p99, p50, "ms", TAIL),
    ])
}

/// The week among many more people, beside that of the town hall.
pub(super) async fn large_week(large: &Ours, beside: &Beside) -> Result<Line, Failure> {
    let many = weeks(large).await?;
    let few = weeks(&beside.ours).await?;
    let sides = [(&large.server, &many), (&beside.ours.server, &few)];
    let compared = in_turns(beside.pace, sides).await?;
    Ok(Line::longer("large-section-week", &compared, LARGE))
}
