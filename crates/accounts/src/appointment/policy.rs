//! Who may appoint: the system administrator alone, since with posts go roles and rights.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

use super::AppointmentId;

/// Appointing.
pub(super) const APPOINT: Act = Act::new("appointment.appoint");
/// Correcting an appointment.
pub(super) const CORRECT: Act = Act::new("appointment.correct");
/// Making an appointment the main one.
pub(super) const MAKE_MAIN: Act = Act::new("appointment.make_main");
/// Ending an appointment.
pub(super) const END: Act = Act::new("appointment.end");

/// Whether the actor may do this to an appointment.
pub(super) fn may_appoint(cx: &Cx, act: Act, id: AppointmentId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&id)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .keeping(rule!(HistoryKept))
        .permit())
}
