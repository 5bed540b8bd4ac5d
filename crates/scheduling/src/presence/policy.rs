//! Who may say where somebody is.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId};
use yakusho_regulation::rule;

use super::model::subject;
use crate::event::Owner;
use crate::event::policy::Calendars;

const SET: Act = Act::new("presence.set");

/// People say it of themselves, or those do who write in their calendar. What looks like personal information was warned of
/// before, and is said by their decision.
pub(super) fn may_set(
    cx: &Cx,
    calendars: &Calendars,
    person: PersonId,
    clear: bool,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SET)
        .on(&subject(person))
        .signed_in()?
        .authorised(calendars.holds(Owner::Person(person)), "not_owner")?
        .keeping(rule!(Schedule))
        .require(rule!(OpenSchedule), clear, "personal_information")?
        .permit())
}
