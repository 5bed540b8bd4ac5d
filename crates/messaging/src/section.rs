//! Who speaks for a section.

use yakusho_kernel::{Standing, UnitId};

/// Whether the person may speak in the name of the unit: it is theirs, or the section that their unit is in.
pub(crate) fn may_speak_for(standing: &Standing, unit: UnitId) -> bool {
    standing
        .seats
        .iter()
        .any(|seat| seat.unit == unit || seat.section == unit)
}
