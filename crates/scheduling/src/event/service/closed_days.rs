//! What follows from the town hall's closed days.

use time::Duration;
use yakusho_accounts::calendar::{self, DayChanged};
use yakusho_kernel::{Audit, Cx, Delivery, Fault, Timestamp};

use crate::event::model::EventId;
use crate::event::{policy, rules, store};

/// How many events are counted as changed in one statement.
const CHUNK: usize = 2_000;

/// A day was closed or opened: handles its event. The series whose dates it moves are counted as changed, for programs
/// that keep copies of them.
pub async fn follow_closed_days(
    cx: Cx,
    event: DayChanged,
    delivery: Delivery,
) -> Result<(), Fault> {
    let permit = policy::may_follow_closed_days(&cx)?;
    let tx = cx.begin().await?;
    let city = calendar::of(&tx).await?;
    let day = Timestamp::start_of(event.day);
    let around = (
        day.plus(-rules::REACH),
        day.plus(rules::REACH + Duration::DAY),
    );
    let series = store::by_closed_days(&tx, around).await?;
    let moved = series
        .iter()
        .filter(|one| rules::turns_on(&one.series(), event.day, &city));
    let mut moved: Vec<EventId> = moved.map(|one| one.id).collect();
    moved.sort_unstable();
    for some in moved.chunks(CHUNK) {
        store::note(&tx, &permit, some).await?;
    }
    let entry = Audit::of(permit, &event.id).with("events", moved.len());
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}
