//! Designating and releasing, and who may operate what.

use std::collections::HashSet;

use serde_json::json;
use yakusho_accounts::directory;
use yakusho_accounts::ledger::AsOf;
use yakusho_accounts::role;
use yakusho_kernel::{
    Audit, Conflict, Cx, DbError, Fault, Invalid, Notice, PersonId, Reading, Reason, Saved,
    Subject as _, Tx, UnitId,
};
use yakusho_regulation::{Role, Rule};

use super::model::{
    Designation, DesignationForm, DesignationId, Owes, Place, RowId, Target, TargetKind, Who,
};
use super::policy::Reported;
use super::{place, policy, rules, store};
use crate::notices;

/// Designates or approves somebody, or the staff of a section. For a business-side system it has no effect until it is
/// reported; for a terminal the general manager is told in the same act.
///
/// # Errors
/// The fields `who`, `first` and `last`.
pub async fn designate(
    cx: &Cx,
    target: Target,
    form: DesignationForm,
) -> Result<Saved<DesignationId>, Fault> {
    let tx = cx.begin().await?;
    let place = seen(&tx, cx, target).await?;
    let (told, reported) = to_tell(&tx, cx, &place).await?;
    let permit = policy::may_designate(cx, &place, reported)?;
    let days = rules::days(&form, cx.today())?;
    let (person, section) = admit(&tx, cx, &place, &form).await?;
    let standing = store::of_targets(&tx, &[target.id()], person, days.first()).await?;
    let same = |one: &Designation| {
        let who = one.person == person && (person.is_some() || one.section == section);
        who && one.days.and(days).is_some()
    };
    if standing.iter().any(same) {
        return Err(Invalid::field("who", Reason::Taken).into());
    }
    let report = place.kind == TargetKind::BusinessSystem && reports(cx);
    let one = Designation {
        row: cx.new_id(),
        id: cx.new_id(),
        target,
        kind: place.kind,
        person,
        section,
        manner: form.manner,
        days,
        owes: report.then_some(Owes::Designation),
        release_from: None,
        by_order: None,
        recorded_at: cx.known_from(),
        superseded_at: None,
    };
    store::insert(&tx, &permit, &one).await?;
    if let Some(person) = person {
        let notice = about(&tx, notices::OPERATOR, &one, &place, person).await?;
        tx.notify(&told, &notice).await?;
    }
    let entry = facts(Audit::of(permit, &one.id), &one, &place);
    Ok(tx.commit(entry, one.id).await?)
}

/// Releases from that day on, on which they may not any more. For a business-side system it has no effect until it is
/// reported; what was never reported just ends.
///
/// # Errors
/// The field `from`; the conflict `over`, where the designation ends by then as it is.
pub async fn release(
    cx: &Cx,
    id: DesignationId,
    seen: RowId,
    from: time::Date,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let one = store::find(&tx, id).await?.ok_or(Fault::NotFound)?;
    let place = self::seen(&tx, cx, one.target).await?;
    let permit = policy::may_release(cx, &place)?;
    Conflict::CHANGED.unless(one.row == seen)?;
    if from < cx.today() {
        return Err(Invalid::field("from", Reason::Past).into());
    }
    let over = one.days.until().is_some_and(|end| end <= from);
    Conflict { code: "over" }.unless(!over)?;
    store::supersede(&tx, &permit, one.row, None).await?;
    let reported = one.kind == TargetKind::BusinessSystem
        && one.owes != Some(Owes::Designation)
        && reports(cx);
    let days = if reported {
        Some(one.days)
    } else {
        rules::until(one.days, from)
    };
    if let Some(days) = days {
        let next = Designation {
            row: cx.new_id(),
            days,
            owes: if reported {
                Some(Owes::Release)
            } else {
                one.owes
            },
            release_from: Some(from),
            recorded_at: cx.known_from(),
            ..one.clone()
        };
        store::insert(&tx, &permit, &next).await?;
    }
    let entry = facts(Audit::of(permit, &id), &one, &place).with("from", from.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Whether designations of business-side systems are to be reported today.
fn reports(cx: &Cx) -> bool {
    let rule = cx
        .city()
        .in_force(Rule::BusinessSystemOperators, cx.today());
    rule.is_some()
}

/// What is operated, if the one who acts sees by whom.
pub(super) async fn seen(on: &impl Reading, cx: &Cx, target: Target) -> Result<Place, Fault> {
    let place = place::find(on, cx, target).await?;
    if policy::sees(cx, &place) {
        Ok(place)
    } else {
        Err(Fault::NotFound)
    }
}

/// Whom a designation is to be made known to in the act itself (muko:31-2).
async fn to_tell(tx: &Tx, cx: &Cx, place: &Place) -> Result<(Vec<PersonId>, Reported), Fault> {
    let asked = cx
        .city()
        .in_force(Rule::TerminalOperatorsReported, cx.today());
    if place.kind != TargetKind::Terminal || asked.is_none() {
        return Ok((Vec::new(), Reported::Later));
    }
    let people = role::people(tx, Role::ComputingGeneralManager, cx.today()).await?;
    let reported = if people.is_empty() {
        Reported::ToNobody
    } else {
        Reported::AtOnce
    };
    Ok((people, reported))
}

/// Who is designated: the person, and the section to which they belong; or the section.
async fn admit(
    tx: &Tx,
    cx: &Cx,
    place: &Place,
    form: &DesignationForm,
) -> Result<(Option<PersonId>, UnitId), Fault> {
    let unknown = || Invalid::field("who", Reason::Unknown);
    if !rules::fits(place.kind, form.who) {
        return Err(unknown().into());
    }
    match form.who {
        Who::Section(unit) => {
            let units = directory::units(tx, cx.today()).await?;
            let known = units.iter().any(|one| one.id == unit);
            known
                .then_some((None, unit))
                .ok_or_else(|| unknown().into())
        }
        Who::Person(person) => {
            let standing = role::standing(tx, person, form.first).await?;
            let standing = standing.ok_or_else(unknown)?;
            let main = standing.seats.iter().find(|seat| seat.main);
            let main = main.or(standing.seats.first()).ok_or_else(unknown)?;
            let section = if standing.belongs_to(place.section) {
                place.section
            } else {
                main.section
            };
            Ok((Some(person), section))
        }
    }
}

fn facts(entry: Audit, one: &Designation, place: &Place) -> Audit {
    let entry = entry
        .with("target", place.kind.code())
        .with("section", one.section.to_string())
        .with(
            "days",
            json!([
                one.days.first().to_string(),
                one.days.last().map(|day| day.to_string())
            ]),
        );
    match one.person {
        Some(person) => entry.with("person", person.to_string()),
        None => entry,
    }
}

/// What is told of a designation.
pub(super) async fn about(
    tx: &Tx,
    kind: &'static str,
    one: &Designation,
    place: &Place,
    person: PersonId,
) -> Result<Notice, DbError> {
    let cards = directory::people(tx, tx.cx().today(), &[person]).await?;
    let name = cards.get(&person).map(|card| {
        let words = format!("{} {}", card.unit_name, card.name);
        words.trim().to_owned()
    });
    Ok(Notice::new(kind, &place.target.reference())
        .keyed(one.row.to_string())
        .params(json!({
            "name": name.unwrap_or_default(),
            "target": place.name,
            "from": one.days.first().to_string(),
        })))
}

impl Target {
    pub(super) fn reference(self) -> yakusho_kernel::Ref {
        match self {
            Self::System(id) => id.reference(),
            Self::Asset(id) => id.reference(),
        }
    }
}

/// Who might operate something on a day, as was known at a time or is known now: those designated who belonged to the
/// section of their designation.
pub async fn operators(
    cx: &Cx,
    target: Target,
    when: impl Into<AsOf>,
) -> Result<Vec<Designation>, Fault> {
    let (on, when) = (cx.reader(), when.into());
    let _ = seen(&on, cx, target).await?;
    let found = store::on_day(&on, target, when).await?;
    let people: Vec<PersonId> = found.iter().filter_map(|one| one.person).collect();
    let belonging = directory::belonging(&on, when, &people).await?;
    let held = found.into_iter().filter(|one| {
        let belongs = one
            .person
            .is_none_or(|person| belonging.contains(&(person, one.section)));
        one.holds_on(when.day) && belongs
    });
    Ok(held.collect())
}

/// Everything that stands now of something and is not over: what holds, what is to come, what is yet to be reported.
pub async fn standing(cx: &Cx, target: Target) -> Result<Vec<Designation>, Fault> {
    let on = cx.reader();
    let _ = seen(&on, cx, target).await?;
    Ok(store::of_targets(&on, &[target.id()], None, cx.today()).await?)
}

/// What the reader may do about the operators of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// See who they are.
    pub see: bool,
    /// Designate and release.
    pub designate: bool,
}

/// What the reader may do about the operators of something.
pub fn rights(cx: &Cx, place: &Place) -> Rights {
    Rights {
        see: policy::sees(cx, place),
        designate: policy::manages(cx, place).holds(),
    }
}

/// The units to which a person belongs on that day, with those above them.
pub(crate) async fn units_of(
    on: &impl Reading,
    person: PersonId,
    day: time::Date,
) -> Result<HashSet<UnitId>, DbError> {
    let belonging = directory::belonging(on, day, &[person]).await?;
    Ok(belonging.into_iter().map(|(_, unit)| unit).collect())
}
