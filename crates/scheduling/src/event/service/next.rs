//! When what comes back takes place next.

use std::collections::HashMap;

use time::Duration;
use uuid::Uuid;
use yakusho_accounts::calendar;
use yakusho_kernel::{Cx, Fault, Timestamp};

use crate::event::{rules, store};

/// How far ahead the next date is looked for: whatever comes back yearly does so within it.
const AHEAD: Duration = Duration::days(800);

/// The next date of each of these that comes back and has one. Whoever asks was told of them already.
pub(in crate::event) async fn next(
    cx: &Cx,
    items: &[Uuid],
) -> Result<HashMap<Uuid, Timestamp>, Fault> {
    let on = cx.reader();
    let series = store::repeating(&on, items).await?;
    if series.is_empty() {
        return Ok(HashMap::new());
    }
    let calendar = calendar::of(&on).await?;
    let times = (cx.now(), cx.now().plus(AHEAD));
    let next = series.into_iter().filter_map(|event| {
        let dates = rules::within(&event.pattern(), times, &calendar).into_iter();
        let next = dates.map(|(item, ..)| item.start).min()?;
        Some((event.id.into(), next))
    });
    Ok(next.collect())
}
