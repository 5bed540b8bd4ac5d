//! The list of a day, for printing.

use time::Date;
use yakusho_kernel::{Cursor, Cx, Fault, Page, Timestamp};

use super::sheet::page;
use crate::event::model::{EventId, Item, Seen, Sheet, Span, Who};
use crate::recurrence::Local;

/// A line of a day's list: something that one or several of those listed have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub item: Item,
    /// The names of those who have it, in the order of the sheet.
    pub names: Vec<String>,
}

/// What a unit, a group or some people have on a day, by beginning: what several have together stands there once. Of what
/// the reader sees no more than that the time is taken, each has a line. A page has what `size` people have.
pub async fn agenda(
    cx: &Cx,
    who: &Who,
    day: Date,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Line>, Fault> {
    let sheet = page(cx, who, Span::day(day), after, size).await?;
    Ok(Page {
        next: sheet.next.clone(),
        items: lines(sheet),
    })
}

/// By what the same thing in several calendars is known.
type Known = (EventId, Option<Local>, Timestamp);

fn known(item: &Item) -> Option<Known> {
    let Seen {
        event, occurrence, ..
    } = item.seen.as_ref()?;
    Some((*event, *occurrence, item.start))
}

fn lines(sheet: Sheet) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in sheet.rows {
        for item in row.items {
            let same =
                |line: &&mut Line| known(&item).is_some() && known(&line.item) == known(&item);
            match lines.iter_mut().find(same) {
                Some(line) => line.names.push(row.name.clone()),
                None => lines.push(Line {
                    item,
                    names: vec![row.name.clone()],
                }),
            }
        }
    }
    lines.sort_by_key(|line| (!line.item.is_days, line.item.start, line.item.end));
    lines
}
