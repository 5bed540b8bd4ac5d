//! The beginning of a booking that somebody has chosen in a plan, while they choose its end.

use time::macros::format_description;
use time::{Date, PrimitiveDateTime};
use yakusho_kernel::Timestamp;
use yakusho_scheduling::facility::{FacilityId, Slot};
use yakusho_webkit::Visit;

use super::BOOKINGS;
use crate::schedule::named_day;

/// Where the chosen row stands on its page.
pub(super) const MARK: &str = "chosen";

/// Which facility, and from when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) facility: FacilityId,
    pub(super) from: Timestamp,
}

impl Choice {
    /// What the address says.
    pub(super) fn of(visit: &Visit) -> Option<Self> {
        let facility = visit.query("facility")?.parse().ok()?;
        let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
        let from = PrimitiveDateTime::parse(visit.query("from")?, form).ok()?;
        let from = Timestamp::at(from.date(), from.time());
        Some(Self { facility, from })
    }

    /// The same as names and values of an address.
    pub(super) fn pairs(self) -> [(&'static str, String); 2] {
        let from = self.from.local();
        let (date, time) = (from.date(), from.time());
        [
            ("facility", self.facility.to_string()),
            (
                "from",
                format!("{date}T{:02}:{:02}", time.hour(), time.minute()),
            ),
        ]
    }
}

/// The form of a booking with that facility and time filled in.
pub(super) fn form_for(facility: FacilityId, slot: Slot) -> String {
    let (start, end) = (slot.starts_at.local(), slot.ends_at.local());
    let clock = |at: time::OffsetDateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("facility", &facility.to_string())
        .append_pair("first", &start.date().to_string())
        .append_pair("start", &clock(start))
        .append_pair("last", &end.date().to_string())
        .append_pair("end", &clock(end));
    format!("{BOOKINGS}/new?{}", query.finish())
}

/// A day that an address names, if its plan can be shown.
pub(super) fn day(visit: &Visit) -> Date {
    named_day(visit).or_today()
}
