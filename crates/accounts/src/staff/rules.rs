//! What joining, leaving and being away do.

use time::Date;
use yakusho_kernel::PersonId;

use super::{Staff, Status};
use crate::appointment::AppointmentId;
use crate::ledger::{Days, Ledger};

/// Has somebody be employed on those days; after the last they have left. `held` are their appointments.
pub(crate) fn take_on(
    ledger: &mut Ledger,
    held: &[AppointmentId],
    person: PersonId,
    days: Days,
    staff: Staff,
) {
    let left = Staff {
        status: Status::Left,
        ..staff.clone()
    };
    ledger.staff.put(person, days, staff);
    if let Some(after) = days.until() {
        ledger.staff.put(person, Days::from(after), left);
        end_all(ledger, held, after);
    }
}

/// Has somebody be here, away or gone on those days, on which they must be employed. Who leaves loses all posts.
pub(crate) fn set_status(
    ledger: &mut Ledger,
    held: &[AppointmentId],
    person: PersonId,
    days: Days,
    status: Status,
) {
    if status == Status::Left {
        let days = Days::from(days.first());
        ledger
            .staff
            .amend(person, days, |staff| staff.status = status);
        end_all(ledger, held, days.first());
    } else {
        ledger.staff.amend(person, days, |staff| {
            if staff.status.is_employed() {
                staff.status = status;
            }
        });
    }
}

fn end_all(ledger: &mut Ledger, held: &[AppointmentId], from: Date) {
    for id in held {
        ledger.appointments.end(*id, from);
    }
}
