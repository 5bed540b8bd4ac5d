//! The sections in whose name somebody may write.

use yakusho_accounts::directory;
use yakusho_kernel::UnitId;
use yakusho_webkit::{Answer, Visit};

/// The units of one's posts and the sections that they are in, by name, that of the main post first.
pub(crate) async fn own(visit: &Visit) -> Answer<Vec<(UnitId, String)>> {
    let cx = &visit.cx;
    let seats = cx.actor().standing().map(|standing| &*standing.seats);
    let mut units: Vec<UnitId> = Vec::new();
    for seat in seats.unwrap_or_default() {
        for unit in [seat.section, seat.unit] {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
    }
    let mut names = directory::unit_names(&cx.reader(), cx.today(), &units).await?;
    let named = units.into_iter();
    Ok(named
        .filter_map(|unit| Some((unit, names.remove(&unit)?)))
        .collect())
}
