//! What time brings about: told every night, and harmless to repeat on the same day.

use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId};

use super::service::{self, about};
use super::{notices, policy, store};
use crate::CarriedOn;
use crate::facility::FacilityId;
use crate::facility::store::{self as facility_store, Asked};

/// Makes the bookings of series up to today's window of their facilities.
pub async fn carry_on(cx: &Cx) -> Result<CarriedOn, Fault> {
    service::carry_on(cx).await
}

/// Reminds those who have not brought back what they took out, once a day; says how many were not reminded today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_run_nightly(cx)?;
    let tx = cx.begin().await?;
    let overdue = store::overdue(&tx, cx.now()).await?;
    let ids: Vec<FacilityId> = overdue.iter().map(|booking| booking.facility).collect();
    let asked = Asked {
        ids: Some(ids),
        retired: true,
        ..Asked::default()
    };
    let facilities = facility_store::list(&tx, &asked).await?;
    let told = overdue.iter().filter_map(|booking| {
        let mut facilities = facilities.iter();
        let facility = facilities.find(|facility| facility.id == booking.facility)?;
        let notice = Notice::new(notices::OVERDUE, &booking.id)
            .keyed(cx.today().to_string())
            .params(about(facility, booking));
        Some((booking.by.owner, notice))
    });
    let told: Vec<(PersonId, Notice)> = told.collect();
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit)
        .with("kind", notices::OVERDUE)
        .with("told", told);
    Ok(*tx.commit(entry, told).await?)
}
