//! Who decides on what is of the fifth kind.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

use super::model::ApprovalId;

const DECIDE: Act = Act::new("registration.decide");
const LOOK_UP: Act = Act::new("registration.look_up");

/// The administrator finds necessary what is of the fifth kind (nogata:8(5)).
pub(super) fn may_decide(cx: &Cx, approval: ApprovalId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DECIDE)
        .on(&approval)
        .role(rule!(KindOfRegistration), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// The administrator sees what waits.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK_UP)
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}
