//! What an appointment does to those before it.

use time::Date;
use yakusho_kernel::PersonId;

use super::{Appointment, AppointmentId};
use crate::ledger::{Days, Ledger};

/// Appoints. A new main post ends the one held before, and an appointment to a post that is held already takes the place
/// of the former one; what begins on the same day or later is left to clash. `held` are the person's appointments.
pub(crate) fn appoint(
    ledger: &mut Ledger,
    held: &[AppointmentId],
    id: AppointmentId,
    days: Days,
    new: Appointment,
) {
    let first = days.first();
    for former in held {
        let ends = ledger
            .appointments
            .line_at(*former, first)
            .filter(|line| line.days.first() < first)
            .is_some_and(|line| line.state.post == new.post || (new.main && line.state.main));
        if ends {
            ledger.appointments.end(*former, first);
        }
    }
    ledger.appointments.put(id, days, new);
}

/// Has one of a person's appointments be the main one from that day on, and the others concurrent while it holds.
pub(super) fn make_main(ledger: &mut Ledger, person: PersonId, id: AppointmentId, from: Date) {
    let lines = ledger.appointments.lines(id).iter();
    let days: Vec<Days> = lines
        .filter_map(|line| line.days.and(Days::from(from)))
        .collect();
    for other in held_by(ledger, person) {
        for days in &days {
            let is_main = other == id;
            ledger
                .appointments
                .amend(other, *days, |held| held.main = is_main);
        }
    }
}

/// The appointments of a person.
pub(crate) fn held_by(ledger: &Ledger, person: PersonId) -> Vec<AppointmentId> {
    let lines = ledger.appointments.all();
    let mut held: Vec<AppointmentId> = lines
        .filter(|(_, line)| line.state.person == person)
        .map(|(id, _)| id)
        .collect();
    held.dedup();
    held
}
