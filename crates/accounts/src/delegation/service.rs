//! Setting up, ending and using delegations.

use time::Date;
use yakusho_kernel::{
    Conflict, Cursor, Cx, DbError, Fault, Invalid, OnBehalf, Page, PersonId, ProxyKind, Reading,
    Reason, Saved, Standing,
};
use yakusho_regulation::{Role, Rule, rule};

use super::model::{
    Behalf, Delegation, DelegationId, DelegationRow, Duty, NewDelegation, Principal,
};
use super::policy::{self, Ground};
use super::store;
use crate::ledger::store::Want;
use crate::ledger::{Change, Days, Ledger, RowId, Snapshot};
use crate::role;

/// Sets up a delegation from a day on that has not passed.
pub async fn set_up(cx: &Cx, new: NewDelegation) -> Result<Saved<DelegationId>, Fault> {
    let days = parse_days(cx, &new)?;
    let delegation = Delegation {
        kind: new.kind,
        principal: new.principal,
        delegate: new.delegate,
        duties: new.duties,
    };
    let mut change = Change::begin(cx, days.first(), want(&delegation)).await?;
    let ground = ground(&change.ledger, &delegation, days.first());
    check(&change.ledger, &delegation, days.first(), &ground)?;
    if delegation.kind == ProxyKind::SharedDuties {
        check_manager(&change, &delegation, days.first()).await?;
    }
    let permit = policy::may_set_up(cx, &delegation.principal, &delegation, &ground)?;
    let id = cx.new_id();
    change.ledger.delegations.put(id, days, delegation.clone());
    change.commit(permit, &id, &(days, delegation), id).await
}

/// Ends a delegation at once.
pub async fn revoke(cx: &Cx, id: DelegationId, seen: RowId) -> Result<Saved<()>, Fault> {
    let today = cx.today();
    let known = store::one(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let mut change = Change::begin(cx, today, want(&known.delegation)).await?;
    let line = change.ledger.delegations.lines(id).last();
    let line = line.ok_or(Fault::NotFound)?.clone();
    let ground = ground(&change.ledger, &line.state, today);
    let permit = policy::may_revoke(cx, id, &line.state, &ground)?;
    if line.row != Some(seen) {
        return Err(Conflict::CHANGED.into());
    }
    change.ledger.delegations.end(id, today);
    change.commit(permit, &id, &"revoked", ()).await
}

/// A page of the delegations that hold on a day or later, of one person (for them or to them) or of everybody.
pub async fn list(
    on: &impl Reading,
    day: Date,
    of: Option<PersonId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<DelegationRow>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(on, day, of, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| (row.days.first(), row.id)))
}

/// Those on whose behalf a person may act on that day: the people for whom, and the holders of posts for which, they
/// were delegated, but for shared duties.
pub async fn behalves(
    on: &impl Reading,
    delegate: PersonId,
    day: Date,
) -> Result<Vec<Behalf>, DbError> {
    store::behalves(on, delegate, day).await
}

/// The standing of a person who acts on behalf of another by that delegation; none if they may not.
pub async fn standing_on_behalf(
    on: &impl Reading,
    person: PersonId,
    of: PersonId,
    day: Date,
) -> Result<Option<Standing>, DbError> {
    let behalves = store::behalves(on, person, day).await?;
    let Some(behalf) = behalves.into_iter().find(|behalf| behalf.person == of) else {
        return Ok(None);
    };
    let standing = role::standing(on, person, day).await?;
    Ok(standing.map(|standing| Standing {
        on_behalf: Some(OnBehalf {
            person: behalf.person,
            kind: behalf.kind,
        }),
        ..standing
    }))
}

/// The duties of computing that somebody has today: all of them with the role of the general manager, else those shared
/// out to them; none where the city has no such duties.
pub fn duties(cx: &Cx, standing: &Standing) -> Vec<Duty> {
    if rule!(ComputingDuties).keep(cx.city(), cx.today()).is_none() {
        return Vec::new();
    }
    let has = |duty: &Duty| {
        let mut grants = standing.grants.iter();
        grants.any(|grant| grant.permission == duty.permission())
    };
    Duty::ALL.into_iter().filter(has).collect()
}

fn parse_days(cx: &Cx, new: &NewDelegation) -> Result<Days, Invalid> {
    let mut invalid = Invalid::default();
    if new.first < cx.today() {
        invalid.push("first", Reason::Past);
    }
    let shares = new.kind == ProxyKind::SharedDuties;
    let in_force = cx.city().in_force(Rule::ComputingDutiesShared, new.first);
    if shares && in_force.is_none() {
        invalid.push("kind", Reason::Unknown);
    }
    match (shares, new.duties.is_empty()) {
        (true, true) => invalid.push("duties", Reason::Required),
        (false, false) => invalid.push("duties", Reason::Code("no_shared_duties")),
        _ => {}
    }
    let days = Days::through(new.first, new.last);
    if days.is_none() {
        invalid.push("last", Reason::EndBeforeStart);
    }
    invalid.check()?;
    days.ok_or_else(|| Invalid::field("last", Reason::EndBeforeStart))
}

fn want(delegation: &Delegation) -> Want {
    let mut want = Want {
        people: vec![delegation.delegate],
        ..Want::default()
    };
    match delegation.principal {
        Principal::Post(post) => want.posts.push(post),
        Principal::Person(person) => want.people.push(person),
    }
    want.distinct()
}

/// Where the delegation stands on that day. Of somebody who has left, the last main post counts.
fn ground(ledger: &Ledger, delegation: &Delegation, day: Date) -> Ground {
    let snapshot = Snapshot::of(ledger, day);
    let (principals, post): (Vec<PersonId>, _) = match delegation.principal {
        Principal::Post(post) => (snapshot.holders(post).collect(), Some(post)),
        Principal::Person(person) => (
            vec![person],
            snapshot.main(person).or_else(|| last_main(ledger, person)),
        ),
    };
    let unit = post
        .and_then(|post| ledger.posts.lines(post).last())
        .map(|line| line.state.unit);
    Ground {
        principals,
        lineage: unit.map(|unit| snapshot.lineage(unit)).unwrap_or_default(),
        to_section_head: snapshot.heads_a_section(delegation.delegate),
    }
}

fn last_main(ledger: &Ledger, person: PersonId) -> Option<yakusho_kernel::PostId> {
    let held = ledger.appointments.all();
    held.filter(|(_, line)| line.state.person == person && line.state.main)
        .max_by_key(|(_, line)| line.days)
        .map(|(_, line)| line.state.post)
}

fn check(
    ledger: &Ledger,
    delegation: &Delegation,
    day: Date,
    ground: &Ground,
) -> Result<(), Fault> {
    let mut invalid = Invalid::default();
    let known = match delegation.principal {
        Principal::Post(post) => ledger.posts.at(post, day).is_some(),
        Principal::Person(person) => !ledger.staff.lines(person).is_empty(),
    };
    if !known {
        return Err(Fault::NotFound);
    }
    let by_post = matches!(delegation.principal, Principal::Post(_));
    match delegation.kind {
        ProxyKind::Secretary if by_post => {
            invalid.push("principal", Reason::Code("secretary_of_a_person"));
        }
        ProxyKind::SharedDuties if !by_post => invalid.push("principal", Reason::Unknown),
        _ => {}
    }
    let delegate = ledger.staff.at(delegation.delegate, day);
    if !delegate.is_some_and(|staff| staff.status.is_employed()) {
        invalid.push("delegate", Reason::Code("not_employed"));
    }
    if ground.principals.contains(&delegation.delegate) {
        invalid.push("delegate", Reason::Code("themself"));
    }
    Ok(invalid.check()?)
}

/// Duties are shared out of the post of the general manager of computing.
async fn check_manager(change: &Change, delegation: &Delegation, day: Date) -> Result<(), Fault> {
    let managers = role::holders(&change.tx, Role::ComputingGeneralManager, day).await?;
    let is_theirs = managers
        .iter()
        .any(|manager| delegation.principal == Principal::Post(manager.post));
    if is_theirs {
        Ok(())
    } else {
        Err(Invalid::field("principal", Reason::Unknown).into())
    }
}
