//! Who looks after the system, and who acts meanwhile. Where the city has no article on it, it is the administrator's
//! by house rule.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

use super::model::{Announcement, AnnouncementId, AnnouncementKind};

const LOOK_UP: Act = Act::new("maintenance.look_up");
const ANNOUNCE: Act = Act::new("maintenance.announce");
const SET_END: Act = Act::new("maintenance.set_end");
const END: Act = Act::new("maintenance.end");
const ACT: Act = Act::new("maintenance.act");

/// The administrator alone looks through what was announced and is planned.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK_UP)
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// The administrator announces (nogata:5-2(1)).
pub(super) fn may_announce(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ANNOUNCE)
        .role(rule!(SmoothRunning), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// The administrator has it end sooner or later than was said (nogata:5-2(1)).
pub(super) fn may_set_end(cx: &Cx, id: AnnouncementId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SET_END)
        .on(&id)
        .role(rule!(SmoothRunning), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// The administrator ends it or calls it off (nogata:5-2(1)).
pub(super) fn may_end(cx: &Cx, id: AnnouncementId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(END)
        .on(&id)
        .role(rule!(SmoothRunning), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// Nobody changes anything while that announcement halts acts (nogata:5-2(1)).
pub(super) fn may_act(cx: &Cx, during: &Announcement) -> Result<Permit, Denied> {
    let free = !during.halts(cx.now());
    let why = match during.kind {
        AnnouncementKind::Closed => "closed_for_maintenance",
        kind => kind.code(),
    };
    Ok(cx
        .judge(ACT)
        .on(&during.id)
        .require(rule!(SmoothRunning), free, why)?
        .authorised(free, why)?
        .permit())
}

/// Whether the actor goes on reading meanwhile: where nobody is let in, the administrator alone.
pub(super) fn may_read(cx: &Cx, during: &Announcement) -> bool {
    during.kind != AnnouncementKind::Closed || cx.actor().holds(Role::SystemAdministrator)
}
