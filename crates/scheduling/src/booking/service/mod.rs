//! What is done with bookings.

mod book;
mod closing;
mod csv;
mod decide;
mod event;
mod ground;
mod had;
mod history;
mod lend;
mod plan;
mod queue;
mod read;
mod series;
mod tell;
mod usage;

pub use book::{book, cancel, change};
pub use closing::coming;
pub use csv::{Column, ImportPlan, export, import, template, try_import};
pub use decide::decide;
pub use event::of_events;
pub use history::{Happened, history};
pub use lend::{lend, owed, take_back};
pub use plan::{BookedTime, Busy, PlanDay, PlanRow, busy, plan, plan_of};
pub use read::{BookingRow, mine, pending, show, waiting};
pub use series::{OnTaken, Repeat, SeriesBooked, book_series, cancel_series, of_series};
pub use usage::{Usage, usage, usage_csv};

pub(crate) use closing::call_off_all;
pub(crate) use event::{Following, events_going_on, facilities_of, follow};
pub(crate) use had::{Had, had};
pub(super) use series::carry_on;
pub(super) use tell::about;
pub(crate) use {queue::promote, tell::tell_of_blackout};

use time::Date;
use yakusho_kernel::{DbError, Invalid, Reason, Timestamp, Tx};

use super::{rules, store};
use crate::facility::{FacilityId, Slot};

/// The longest period of a file or of figures, in days.
const MOST_DAYS: i64 = 3_660;

/// The time from the beginning of a day to the end of the last.
///
/// # Errors
/// The field `last`, before the first day or more than ten years after it.
fn period(first: Date, last: Date) -> Result<Slot, Invalid> {
    let days = (last - first).whole_days();
    if days < 0 {
        return Err(Invalid::field("last", Reason::EndBeforeStart));
    }
    if days > MOST_DAYS {
        return Err(Invalid::field("last", Reason::Code("period_too_long")));
    }
    Ok(Slot {
        starts_at: Timestamp::start_of(first),
        ends_at: Timestamp::start_of(last.next_day().unwrap_or(last)),
    })
}

/// The greatest number of the facility that is held at one moment from now on.
pub(crate) async fn most_held(tx: &Tx, facility: FacilityId) -> Result<i32, DbError> {
    let ever = Slot {
        starts_at: tx.cx().now(),
        ends_at: Timestamp::from_millis(i64::MAX),
    };
    let holdings = store::holdings(tx, &[facility], ever).await?;
    let holdings: Vec<_> = holdings.into_iter().map(|(_, holding)| holding).collect();
    Ok(rules::most_held(&holdings, ever))
}

/// Whether somebody has the facility, or waits for it, for a time that is not over.
pub(crate) async fn is_wanted(tx: &Tx, facility: FacilityId) -> Result<bool, DbError> {
    store::is_wanted(tx, facility, tx.cx().now()).await
}
