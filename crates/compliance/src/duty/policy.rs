//! Who sees whose duties, enters them and ends them.

use yakusho_kernel::{
    Act, Cx, Debtor, Denied, Judgement, Permit, PersonId, Right, Standing, UnitId, Via, Whose,
};
use yakusho_regulation::Role;

use super::model::{Duty, View};

const LIST: Act = Act::new("duty.list");
const ENTER: Act = Act::new("duty.enter");
const CLOSE: Act = Act::new("duty.close");
const REMIND: Act = Act::new("duty.remind");
const SUBSCRIBE: Act = Act::new("duty.subscribe");
const UNSUBSCRIBE: Act = Act::new("duty.unsubscribe");

/// Those who look after the whole.
const OVERSEERS: [Role; 2] = [Role::SystemAdministrator, Role::SystemSupervisor];

/// What of all duties the reader asks for. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Those of this reader.
    pub(super) people: Vec<PersonId>,
    pub(super) debtors: Vec<Debtor>,
    /// Those of these units and of all below them, and of their people.
    pub(super) units: Vec<UnitId>,
    /// All.
    pub(super) everyone: bool,
}

/// Everybody sees their own; heads those of their units; those who look after the whole see all.
pub(super) fn scope(cx: &Cx, view: View) -> Result<Scope, Denied> {
    let judgement = cx.judge(LIST).signed_in()?;
    let mut scope = Scope {
        people: Vec::new(),
        debtors: Vec::new(),
        units: Vec::new(),
        everyone: false,
    };
    let standing = cx.actor().standing();
    let right = match view {
        View::Mine => {
            if let Some(standing) = standing {
                scope.people = people(standing);
                scope.debtors = debtors(standing);
            }
            standing.is_some()
        }
        View::Section => {
            scope.units = standing.map(headed).unwrap_or_default();
            !scope.units.is_empty()
        }
        View::All => {
            scope.everyone = true;
            oversees(cx) || cx.actor().is_system()
        }
    };
    let _ = judgement.authorised(right, "not_head")?.permit();
    Ok(scope)
}

/// The views that the reader has.
pub(super) fn views(cx: &Cx) -> Vec<View> {
    let of = |view: &View| scope(cx, *view).is_ok();
    View::ALL.iter().copied().filter(of).collect()
}

/// Whether the one who acts looks after the whole, and sees the entries of the audit trail.
pub fn oversees(cx: &Cx) -> bool {
    by_overseer(cx).holds()
}

fn by_overseer(cx: &Cx) -> Right {
    cx.actor().by_any_role(&OVERSEERS)
}

fn people(standing: &Standing) -> Vec<PersonId> {
    let behalf = standing.on_behalf.map(|of| of.person);
    std::iter::once(standing.person).chain(behalf).collect()
}

/// What somebody who stands so owes.
pub(super) fn theirs(standing: &Standing) -> Whose {
    Whose::Theirs {
        people: people(standing),
        debtors: debtors(standing),
        units: Vec::new(),
    }
}

/// Everybody makes an address for what they owe, from a session: a token makes nothing that outlives it.
pub(super) fn may_subscribe(cx: &Cx, person: PersonId) -> Result<Permit, Denied> {
    own(cx, SUBSCRIBE, person)
}

/// They end their own.
pub(super) fn may_unsubscribe(cx: &Cx, person: PersonId) -> Result<Permit, Denied> {
    own(cx, UNSUBSCRIBE, person)
}

fn own(cx: &Cx, act: Act, person: PersonId) -> Result<Permit, Denied> {
    let standing = cx.actor().standing();
    let in_session = standing.is_some_and(|standing| standing.via == Via::Session);
    let judgement = cx.judge(act).on(&person).signed_in()?;
    Ok(judgement.authorised(in_session, "owner")?.permit())
}

/// The units that somebody heads.
fn headed(standing: &Standing) -> Vec<UnitId> {
    let seats = standing.seats.iter().filter(|seat| seat.head);
    seats.map(|seat| seat.unit).collect()
}

/// What somebody holds today, by office or in another's place.
fn debtors(standing: &Standing) -> Vec<Debtor> {
    let posts = standing.seats.iter().map(|seat| Debtor::Post(seat.post));
    let heads = headed(standing).into_iter().map(Debtor::Head);
    let roles = standing.roles.iter().flat_map(|held| {
        // The roles of one section are bound to its head, and pass on with the post.
        let head = held.unit.map(Debtor::Head);
        std::iter::once(Debtor::Role(held.role, held.unit)).chain(head)
    });
    let mut debtors: Vec<Debtor> = posts.chain(heads).chain(roles).collect();
    debtors.sort_unstable();
    debtors.dedup();
    debtors
}

/// Whether the one who acts is who owes it today.
pub fn owes(cx: &Cx, debtor: Debtor) -> bool {
    by_debtor(cx, debtor).holds()
}

fn by_debtor(cx: &Cx, debtor: Debtor) -> Right {
    let Some(standing) = cx.actor().standing() else {
        return Right::None;
    };
    let held = standing.role_held(|held| match debtor {
        Debtor::Role(role, unit) => (held.role, held.unit) == (role, unit),
        Debtor::Head(unit) => held.unit == Some(unit),
        Debtor::Person(_) | Debtor::Post(_) => false,
    });
    Right::from(held).or(match debtor {
        Debtor::Person(person) => standing.stands_for(person),
        debtor => debtors(standing).contains(&debtor),
    })
}

/// Whether the reader sees the duty, where these people are of the units that they head.
pub(super) fn sees(cx: &Cx, duty: &Duty, units: &[UnitId], people: &[PersonId]) -> bool {
    let of_unit = match duty.by {
        Debtor::Person(person) => people.contains(&person),
        debtor => debtor.unit().is_some_and(|unit| units.contains(&unit)),
    };
    owes(cx, duty.by) || of_unit || oversees(cx)
}

/// The administrator enters duties.
pub(super) fn may_enter(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ENTER)
        .signed_in()?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// What was entered is said to be done by whoever owes it or looks after the whole.
pub(super) fn may_do(cx: &Cx, duty: &Duty) -> Result<Permit, Denied> {
    let owes = by_debtor(cx, duty.by);
    closing(cx, duty, owes.or(by_overseer(cx)))
}

/// What was entered is dropped by whoever enters such.
pub(super) fn may_drop(cx: &Cx, duty: &Duty) -> Result<Permit, Denied> {
    closing(cx, duty, cx.actor().by_role(Role::SystemAdministrator))
}

fn closing(cx: &Cx, duty: &Duty, right: Right) -> Result<Permit, Denied> {
    let judgement: Judgement<'_> = cx.judge(CLOSE).on(&duty.id).signed_in()?;
    Ok(judgement.authorised(right, "not_your_duty")?.permit())
}

/// The system reminds, and records how it stands.
pub(super) fn may_remind(cx: &Cx) -> Result<Permit, Denied> {
    let judgement = cx.judge(REMIND);
    Ok(judgement
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
