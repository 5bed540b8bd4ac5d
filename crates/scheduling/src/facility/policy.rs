//! Who sees, books and keeps facilities.

use yakusho_kernel::{Act, Cx, Denied, Permit, PostId, Right};
use yakusho_regulation::{Role, rule};

use super::model::{Facility, FacilityId, FacilityRow};
use super::service::Hand;

const SET_CATEGORY: Act = Act::new("facility.category.set");
const ADD: Act = Act::new("facility.add");
const CHANGE: Act = Act::new("facility.change");
const RETIRE: Act = Act::new("facility.retire");
const BLACK_OUT: Act = Act::new("facility.black_out");
const SET_PHOTO: Act = Act::new("facility.photo.set");
const LIFT: Act = Act::new("facility.lift_blackout");
const IMPORT: Act = Act::new("facility.import");
const LOOK_UP: Act = Act::new("facility.look_up");

/// How the actor stands to a facility. Only a policy makes one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ties {
    /// They may see it, and what it is booked for.
    pub(crate) sees: bool,
    /// They may book it.
    pub(crate) books: Right,
    /// They keep it.
    pub(crate) manages: Right,
    /// They approve its bookings.
    pub(crate) approves: bool,
}

/// How the actor stands to the facility.
pub(crate) fn ties(cx: &Cx, hand: &Hand, facility: &Facility) -> Ties {
    let set = &facility.settings;
    let Some(standing) = cx.actor().standing() else {
        return Ties::default();
    };
    let manages = standing
        .by_role(Role::SystemAdministrator)
        .or(set.manager.is_some_and(|post| hand.has(post)));
    let approves = set.approval.is_some_and(|post| hand.has(post));
    let books = set.bookers.includes(standing);
    Ties {
        sees: books || manages.holds() || approves || set.viewers.includes(standing),
        books: Right::from(books).or(manages),
        manages,
        approves,
    }
}

/// The facility as the actor gets it, if they may see it.
pub(crate) fn row(cx: &Cx, hand: &Hand, facility: Facility) -> Option<(FacilityRow, Ties)> {
    let ties = ties(cx, hand, &facility);
    let row = FacilityRow {
        bookable: ties.books.holds() && !facility.retired,
        managed: ties.manages.holds(),
        facility,
    };
    ties.sees.then_some((row, ties))
}

/// Everyone who is signed in looks facilities up, each as far as they may see them.
pub(crate) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(LOOK_UP).signed_in()?.permit())
}

/// Categories are a matter of the function: the administrator's (nogata:5-2(3)).
pub(super) fn may_set_categories(cx: &Cx) -> Result<Permit, Denied> {
    administrator(cx, SET_CATEGORY)
}

/// So are new facilities.
pub(super) fn may_add(cx: &Cx) -> Result<Permit, Denied> {
    administrator(cx, ADD)
}

/// A file adds facilities and changes any of them.
pub(super) fn may_import(cx: &Cx) -> Result<Permit, Denied> {
    administrator(cx, IMPORT)
}

fn administrator(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .signed_in()?
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// A facility is changed by the administrator and by the holder of its manager post; who that is, by the administrator
/// alone.
pub(super) fn may_change(
    cx: &Cx,
    facility: FacilityId,
    ties: Ties,
    manager: (Option<PostId>, Option<PostId>),
) -> Result<Permit, Denied> {
    let names_manager = Right::from(manager.0 == manager.1);
    let names_manager = names_manager.or(cx.actor().by_role(Role::SystemAdministrator));
    Ok(cx
        .judge(CHANGE)
        .on(&facility)
        .signed_in()?
        .authorised(ties.manages, "not_facility_manager")?
        .authorised(names_manager, "manager_by_administrator")?
        .permit())
}

/// A facility is retired, and taken up again, by those who keep it.
pub(super) fn may_retire(cx: &Cx, facility: FacilityId, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, RETIRE, facility, ties)
}

/// Its picture is set by them.
pub(super) fn may_set_photo(cx: &Cx, facility: FacilityId, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, SET_PHOTO, facility, ties)
}

/// Blackouts are set by those who keep the facility.
pub(super) fn may_black_out(cx: &Cx, facility: FacilityId, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, BLACK_OUT, facility, ties)
}

/// Blackouts are lifted by them too.
pub(super) fn may_lift(cx: &Cx, facility: FacilityId, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, LIFT, facility, ties)
}

fn manager(cx: &Cx, act: Act, facility: FacilityId, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&facility)
        .signed_in()?
        .authorised(ties.manages, "not_facility_manager")?
        .permit())
}
