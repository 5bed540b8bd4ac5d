//! What time brings about in provisions: done every night, and harmless to repeat on the same day.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use time::{Date, Duration};
use yakusho_kernel::{Audit, Cx, Fault, Notice, UnitId};

use super::model::Owed;
use super::service::{heads, said_of};
use super::store::Wanted;
use super::{notices, policy, store};

/// Tells those who answer for a section once an agreement of theirs has ended and something is owed back; reminds them on
/// the days that the city sets before it is due, and every day after. Says how many were not told today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_remind(cx)?;
    let tx = cx.begin().await?;
    let today = cx.today();
    let ahead = &cx.city().values(today).confirmation_reminder_days;
    let mut answering: HashMap<UnitId, Vec<_>> = HashMap::new();
    let mut told = Vec::new();
    for owed in store::owed(&tx, today, &Wanted::default()).await? {
        if let Entry::Vacant(place) = answering.entry(owed.section) {
            place.insert(heads(&tx, today, owed.section).await?);
        }
        let people = answering.get(&owed.section).into_iter().flatten();
        let notice = notice(&owed, ahead, today).params(said_of(
            &owed.data_name,
            &owed.recipient,
            Some(owed.due),
        ));
        told.extend(people.map(|person| (*person, notice.clone())));
    }
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}

/// What is said today of what is owed: once that it is, and on some days by when.
fn notice(owed: &Owed, ahead: &[u32], today: Date) -> Notice {
    let near = ahead
        .iter()
        .any(|days| today.checked_add(Duration::days((*days).into())) == Some(owed.due));
    let (kind, key) = if today > owed.due {
        (notices::RETURN_LATE, today.to_string())
    } else if near {
        (notices::RETURN_NEAR, today.to_string())
    } else {
        (notices::RETURN_DUE, owed.due.to_string())
    };
    Notice::new(kind, &owed.provision).keyed(key)
}
