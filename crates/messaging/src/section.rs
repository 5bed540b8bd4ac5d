//! Who speaks for a section, and who is at its head.

use yakusho_kernel::{Standing, UnitId};
use yakusho_regulation::Role;

/// Whether the person may speak in the name of the unit: it is theirs, or the section that their unit is in.
pub(crate) fn may_speak_for(standing: &Standing, unit: UnitId) -> bool {
    standing
        .seats
        .iter()
        .any(|seat| seat.unit == unit || seat.section == unit)
}

/// Whether the person is the head of the unit, or manages its information in the head's place (nogata:6-1).
pub(crate) fn is_head(standing: &Standing, unit: UnitId) -> bool {
    standing.heads(unit) || standing.holds_for(Role::InformationManager, unit)
}

/// The units that the person is the head of, or whose information they manage.
pub(crate) fn headed(standing: &Standing) -> impl Iterator<Item = UnitId> {
    let heads = standing.seats.iter().filter(|seat| seat.head);
    let manages = standing
        .roles
        .iter()
        .filter(|held| held.role == Role::InformationManager)
        .filter_map(|held| held.unit);
    heads.map(|seat| seat.unit).chain(manages)
}
