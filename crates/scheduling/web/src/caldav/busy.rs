//! When somebody is busy, as iCalendar text.

use roxmltree::Node;
use uuid::Uuid;
use yakusho_dav::xml::{CALDAV, child};
use yakusho_scheduling::calendar::{self, Busy};
use yakusho_scheduling::ical::utc;
use yakusho_webkit::{Answer, Visit};

use super::answer;
use super::filter::{Times, times};

/// The times as a component of iCalendar; `lines` are further ones of it.
pub(super) fn written(visit: &Visit, (from, until): Times, busy: &[Busy], lines: &str) -> String {
    let method = if lines.is_empty() {
        ""
    } else {
        "METHOD:REPLY\r\n"
    };
    let now = utc(visit.cx.now());
    let times = busy.iter().map(|one| {
        let kind = if one.tentative {
            "BUSY-TENTATIVE"
        } else {
            "BUSY"
        };
        let (start, end) = (utc(one.from.max(from)), utc(one.until.min(until)));
        ["FREEBUSY;FBTYPE=", kind, ":", &start, "/", &end, "\r\n"].concat()
    });
    let times = times.collect::<String>();
    let (from, until) = (utc(from), utc(until));
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yakusho//Yakusho//JA\r\n{method}BEGIN:VFREEBUSY\r\n\
         DTSTAMP:{now}\r\nDTSTART:{from}\r\nDTEND:{until}\r\n{lines}{times}END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
}

/// `free-busy-query`: when the holder of a calendar is busy (section 7.10).
pub(super) async fn report(visit: &Visit, holder: Uuid, root: Node<'_, '_>) -> Answer {
    let owner = calendar::collection(&visit.cx, holder).await?.owner;
    let range = child(root, CALDAV, "time-range");
    let range = match range {
        Some(range) => times(range)?,
        None => super::report::ever(),
    };
    let mut busy = calendar::busy(&visit.cx, &[owner], range).await?;
    let busy = busy.remove(&holder).unwrap_or_default();
    Ok(answer::calendar(written(visit, range, &busy, ""), None))
}
