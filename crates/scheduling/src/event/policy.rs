//! Who may write, answer and decide.

use uuid::Uuid;
use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, UnitId};
use yakusho_regulation::rule;

use super::model::{Event, Owner, Rights, Status};

const LOOK: Act = Act::new("event.look");
const CREATE: Act = Act::new("event.create");
const BRING_OVER: Act = Act::new("event.bring_over");
const EDIT: Act = Act::new("event.edit");
const CANCEL: Act = Act::new("event.cancel");
const FOLLOW_CLOSED_DAYS: Act = Act::new("event.follow_closed_days");
const CARRY_ON: Act = Act::new("event.carry_on");
const AWAY: Act = Act::new("event.away");
const ANSWER: Act = Act::new("event.answer");
const DECIDE: Act = Act::new("event.decide");
const CONFIRM: Act = Act::new("event.confirm");
const DELEGATE: Act = Act::new("event.delegate");

/// The calendars in which the actor writes: their own, those of the one whom they stand in for and of those who let them,
/// and their units'. Only a policy makes one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendars {
    people: Vec<PersonId>,
    units: Vec<UnitId>,
}

impl Calendars {
    /// Whether that one is among them.
    pub(crate) fn holds(&self, owner: Owner) -> bool {
        match owner {
            Owner::Person(person) => self.people.contains(&person),
            Owner::Unit(unit) => self.units.contains(&unit),
        }
    }

    /// Whether it concerns the actor: it is in one of these calendars, or the owner of one takes part.
    pub(crate) fn concern(&self, event: &Event) -> bool {
        let mut people = event.content.participants.iter();
        self.holds(event.owner) || people.any(|person| self.people.contains(person))
    }

    /// Whose they are.
    pub(crate) fn owners(&self) -> impl Iterator<Item = Owner> {
        let people = self.people.iter().map(|person| Owner::Person(*person));
        people.chain(self.units.iter().map(|unit| Owner::Unit(*unit)))
    }

    /// Whose they are, as the store knows them.
    pub(crate) fn ids(&self) -> impl Iterator<Item = Uuid> {
        let people = self.people.iter().map(|person| Uuid::from(*person));
        people.chain(self.units.iter().map(|unit| Uuid::from(*unit)))
    }
}

/// Calendars are brought over from elsewhere by the system, when a town hall is set up.
pub(super) fn may_bring_over(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(BRING_OVER)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(Schedule))
        .permit())
}

/// The calendars in which the actor writes, given those who let them.
pub(super) fn calendars(cx: &Cx, owners: Vec<PersonId>) -> Calendars {
    let Some(standing) = cx.actor().standing() else {
        return Calendars::default();
    };
    let mut people = owners;
    people.push(standing.person);
    people.extend(standing.on_behalf.map(|behalf| behalf.person));
    let seats = standing.seats.iter();
    let mut units: Vec<UnitId> = seats.flat_map(|seat| [seat.unit, seat.section]).collect();
    units.sort_unstable();
    units.dedup();
    Calendars { people, units }
}

/// Everybody who is signed in sees calendars.
pub(crate) fn may_look(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(LOOK).signed_in()?.permit())
}

/// Events are written by those whose calendar it is. What looks like personal information was warned of before, and is
/// registered by their decision.
pub(super) fn may_create(
    cx: &Cx,
    calendars: &Calendars,
    owner: Owner,
    clear: bool,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CREATE)
        .signed_in()?
        .authorised(calendars.holds(owner), "not_owner")?
        .keeping(rule!(Schedule))
        .require(rule!(OpenSchedule), clear, "personal_information")?
        .permit())
}

/// They are changed by the same. The version before stays.
pub(super) fn may_edit(
    cx: &Cx,
    calendars: &Calendars,
    event: &Event,
    clear: bool,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EDIT)
        .on(&event.id)
        .signed_in()?
        .require(
            rule!(HistoryKept),
            calendars.holds(event.owner),
            "not_owner",
        )?
        .require(rule!(OpenSchedule), clear, "personal_information")?
        .permit())
}

/// They are called off by the same.
pub(super) fn may_cancel(cx: &Cx, calendars: &Calendars, event: &Event) -> Result<Permit, Denied> {
    may_manage(cx, CANCEL, calendars, event)
}

/// Among candidates decide the same.
pub(super) fn may_decide(cx: &Cx, calendars: &Calendars, event: &Event) -> Result<Permit, Denied> {
    may_manage(cx, DECIDE, calendars, event)
}

/// What was proposed to them they confirm.
pub(super) fn may_confirm(cx: &Cx, calendars: &Calendars, event: &Event) -> Result<Permit, Denied> {
    may_manage(cx, CONFIRM, calendars, event)
}

fn may_manage(cx: &Cx, act: Act, calendars: &Calendars, event: &Event) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&event.id)
        .signed_in()?
        .authorised(calendars.holds(event.owner), "not_owner")?
        .keeping(rule!(Schedule))
        .permit())
}

/// The facilities of series are booked on by the system.
pub(super) fn may_carry_on(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CARRY_ON)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// What closed days move is counted as changed by the system.
pub(super) fn may_follow_closed_days(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(FOLLOW_CLOSED_DAYS)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(Schedule))
        .permit())
}

/// Who is away the system finds, for those who keep the daily check.
pub(super) fn may_find_away(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(AWAY)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(Schedule))
        .permit())
}

/// Whoever takes part answers, or one who writes in their calendar.
pub(super) fn may_answer(
    cx: &Cx,
    calendars: &Calendars,
    event: &Event,
    person: PersonId,
) -> Result<Permit, Denied> {
    let theirs = calendars.holds(Owner::Person(person));
    let takes_part = takes_part(event, person);
    Ok(cx
        .judge(ANSWER)
        .on(&event.id)
        .signed_in()?
        .authorised(theirs && takes_part, "not_invited")?
        .keeping(rule!(Schedule))
        .permit())
}

/// Whom somebody lets write in their calendar is theirs alone to say, or their proxy's.
pub(super) fn may_delegate(cx: &Cx, owner: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DELEGATE)
        .on(&owner)
        .signed_in()?
        .authorised(cx.actor().stands_for(owner), "not_owner")?
        .keeping(rule!(Schedule))
        .permit())
}

/// Whether the person is asked whether they take part, or is the owner and says which candidate suits them.
pub(super) fn takes_part(event: &Event, person: PersonId) -> bool {
    let owns = event.owner == Owner::Person(person);
    event.content.participants.contains(&person) || owns && !event.content.candidates.is_empty()
}

/// What the actor may do with an event, for its page to offer.
pub(super) fn rights(calendars: &Calendars, event: &Event) -> Rights {
    let stands = !event.is_cancelled();
    let owns = calendars.holds(event.owner) && stands;
    let is = |status| event.content.status == status;
    let mut people = calendars.people.iter();
    Rights {
        edit: owns,
        answer: stands && people.any(|person| takes_part(event, *person)),
        decide: owns && is(Status::Polling),
        confirm: owns && (is(Status::Proposed) || is(Status::Tentative)),
        history: calendars.concern(event),
    }
}
