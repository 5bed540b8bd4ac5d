//! Setting up, ending and using delegations.

use std::collections::BTreeSet;

use serde_json::json;
use time::Date;
use yakusho_kernel::{
    Conflict, Cursor, Cx, DbError, Fault, Invalid, Notice, OnBehalf, Page, PersonId, ProxyKind,
    Reading, Reason, Saved, Standing,
};
use yakusho_regulation::{Role, Rule, rule};

use super::model::{
    Behalf, Concerning, Delegation, DelegationId, DelegationRow, Duty, NewDelegation, Principal,
};
use super::policy::{self, Ground};
use super::store;
use crate::ledger::store::Want;
use crate::ledger::{Change, Days, Ledger, RowId, Snapshot};
use crate::notices;
use crate::role::{self, RoleHolder};
use crate::staff::Status;

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
    let ground = ground(&mut change, &delegation, days).await?;
    check(&change.ledger, &delegation, days, &ground)?;
    if delegation.kind == ProxyKind::SharedDuties {
        check_manager(&change, &delegation, days.first()).await?;
    }
    let permit = policy::may_set_up(cx, &delegation.principal, &delegation, &ground)?;
    let id = cx.new_id();
    tell(&change, id, &delegation, &ground).await?;
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
    let ground = ground(&mut change, &line.state, Days::from(today)).await?;
    let permit = policy::may_revoke(cx, id, &line.state, &ground)?;
    Conflict::CHANGED.unless(line.row == Some(seen))?;
    change.ledger.delegations.end(id, today);
    change.commit(permit, &id, &"revoked", ()).await
}

/// A page of the delegations that hold on a day or later.
pub async fn list(
    on: &impl Reading,
    day: Date,
    of: Concerning,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<DelegationRow>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(on, day, of, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| (row.days.first(), row.id)))
}

/// Those on whose behalf a person may act on that day: the people for whom, and the holders of posts for which, they
/// were delegated, but for shared duties; and the vacant posts in which they may act.
pub async fn behalves(
    on: &impl Reading,
    delegate: PersonId,
    day: Date,
) -> Result<Vec<Behalf>, DbError> {
    store::behalves(on, delegate, day).await
}

/// The standing of a person who acts on behalf of another by that kind of proxy; none if no delegation lets them.
pub async fn standing_on_behalf(
    cx: &Cx,
    person: PersonId,
    of: OnBehalf,
    day: Date,
) -> Result<Option<Standing>, DbError> {
    let behalves = store::behalves(&cx.reader(), person, day).await?;
    let mut behalves = behalves.into_iter();
    if !behalves.any(|behalf| (behalf.person, behalf.kind) == (Some(of.person), of.kind)) {
        return Ok(None);
    }
    let hand = cx.reference(role::Placed { person, day }).await?;
    let principal = role::Placed {
        person: of.person,
        day,
    };
    let principal = cx.reference(principal).await?;
    // Who left holds no post any more.
    let seats = principal.as_ref().as_ref();
    let seats = seats.map_or_else(Vec::new, |(standing, _)| standing.seats.clone());
    Ok(Option::clone(&hand).map(|(standing, _)| standing.acting_for(of, seats)))
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

/// Where the delegation stands on the first of the days. Of somebody who has left, the last main post counts.
async fn ground(change: &mut Change, delegation: &Delegation, days: Days) -> Result<Ground, Fault> {
    let held = held(&change.ledger, delegation.principal, days);
    let people = held.iter().map(|(person, _)| *person).collect();
    let people = Want {
        people,
        ..Want::default()
    };
    change.also(people.distinct()).await?;
    let watches_themself = watches_themself(change, delegation, days).await?;
    let ledger = &change.ledger;
    let snapshot = Snapshot::of(ledger, days.first());
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
    let at_work = |(person, days): &(PersonId, Days)| {
        let lines = ledger.staff.lines(*person).iter();
        let mut active = lines.filter(|line| line.state.status == Status::Active);
        active.any(|line| line.days.and(*days).is_some())
    };
    Ok(Ground {
        principals,
        lineage: unit.map(|unit| snapshot.lineage(unit)).unwrap_or_default(),
        at_work: held.iter().any(at_work),
        to_section_head: snapshot.heads_a_section(delegation.delegate),
        watches_themself,
    })
}

/// Those for whom a delegation is on some of the days, with these.
fn held(ledger: &Ledger, principal: Principal, days: Days) -> Vec<(PersonId, Days)> {
    match principal {
        Principal::Person(person) => vec![(person, days)],
        Principal::Post(post) => ledger
            .appointments
            .all()
            .filter(|(_, line)| line.state.post == post)
            .filter_map(|(_, line)| Some((line.state.person, line.days.and(days)?)))
            .collect(),
    }
}

/// Whether on one of the days the delegate would have one of two roles through this delegation, and the other anyway.
async fn watches_themself(
    change: &Change,
    delegation: &Delegation,
    days: Days,
) -> Result<bool, DbError> {
    let delegate = delegation.delegate;
    let delegated = change.ledger.delegations.all();
    let delegated = delegated.filter(|(_, line)| line.state.delegate == delegate);
    let appointed = change.ledger.appointments.all();
    let appointed = appointed.filter(|(_, line)| line.state.person == delegate);
    let turns: BTreeSet<Date> = delegated
        .map(|(_, line)| line.days)
        .chain(appointed.map(|(_, line)| line.days))
        .filter_map(|other| other.and(days))
        .chain([days])
        .map(Days::first)
        .collect();
    for day in turns {
        let supervisors = role::holders(&change.tx, Role::SystemSupervisor, day).await?;
        let administrators = role::holders(&change.tx, Role::SystemAdministrator, day).await?;
        let gives = |holders: &[RoleHolder]| {
            holders.iter().any(|holder| match delegation.principal {
                Principal::Post(post) => holder.post == post,
                Principal::Person(person) => holder.person == Some(person),
            })
        };
        let has = |holders: &[RoleHolder]| holders.iter().any(|holder| holder.is_for(delegate));
        if gives(&supervisors) && has(&administrators)
            || gives(&administrators) && has(&supervisors)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Tells those for whom it is, and the delegate, but not whoever sets it up.
async fn tell(
    change: &Change,
    id: DelegationId,
    delegation: &Delegation,
    ground: &Ground,
) -> Result<(), DbError> {
    let ledger = &change.ledger;
    let name = |person| {
        let line = ledger.staff.lines(person).last();
        line.map(|line| line.state.name.as_str())
    };
    let principal = match delegation.principal {
        Principal::Person(person) => name(person),
        Principal::Post(post) => {
            let line = ledger.posts.lines(post).last();
            line.map(|line| line.state.title.as_str())
        }
    };
    let actor = change.tx.cx().actor().person();
    let concerned = ground.principals.iter().chain([&delegation.delegate]);
    let told: Vec<PersonId> = concerned
        .copied()
        .filter(|person| actor != Some(*person))
        .collect();
    let notice = Notice::new(notices::DELEGATION_SET_UP, &id).params(json!({
        "kind": delegation.kind.code(),
        "principal": principal,
        "delegate": name(delegation.delegate),
    }));
    change.tx.notify(&told, &notice).await
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
    days: Days,
    ground: &Ground,
) -> Result<(), Fault> {
    let mut invalid = Invalid::default();
    let day = days.first();
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
    let mut others = ledger.delegations.all();
    if others.any(|(_, line)| line.days.and(days).is_some() && line.state.covers(delegation)) {
        invalid.push("delegate", Reason::Code("already_delegated"));
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
