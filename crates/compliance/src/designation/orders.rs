//! What personnel orders and time bring about: those who moved away are released.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;
use time::Date;
use yakusho_accounts::order::{OrderApplied, OrderId, OrderUndone};
use yakusho_accounts::{directory, role};
use yakusho_kernel::{Audit, Cx, Delivery, Fault, Notice, Permit, PersonId, Tx, UnitId};

use super::model::{Designation, Owes, Target, TargetKind};
use super::{place, policy, rules, store};
use crate::notices;

/// An order was carried out: handles its event. Whoever does not belong to the section of a designation any more is
/// released from the order's day on; for those of a section that was merged into another it holds in that one. The managers
/// are told, and owe the report of it where the city asks for one.
pub async fn follow_order(cx: Cx, event: OrderApplied, delivery: Delivery) -> Result<(), Fault> {
    let permit = policy::may_settle(&cx)?;
    let tx = cx.begin().await?;
    let into: HashMap<UnitId, UnitId> = event.merged_units.iter().copied().collect();
    let order = Some(event.order);
    for one in store::open(&tx, event.day).await? {
        if let Some(section) = into.get(&one.section) {
            replace(&tx, &permit, &one, order, |next| next.section = *section).await?;
        }
    }
    let released = release_moved(&tx, &permit, event.day, order).await?;
    let entry = Audit::of(permit, &event.order).with("released", released);
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// An order was undone: handles its event. What it ended holds again.
pub async fn follow_undone(cx: Cx, event: OrderUndone, delivery: Delivery) -> Result<(), Fault> {
    let permit = policy::may_settle(&cx)?;
    let tx = cx.begin().await?;
    let order = event.0.order;
    let ended = store::ended_by(&tx, order).await?;
    // Where an order ended something twice, what stood first is what stands again.
    let mut first: BTreeMap<_, Designation> = BTreeMap::new();
    for one in ended {
        let earlier = first
            .get(&one.id)
            .is_some_and(|was| was.recorded_at <= one.recorded_at);
        if !earlier {
            first.insert(one.id, one);
        }
    }
    for was in first.values() {
        if let Some(now) = store::find(&tx, was.id).await? {
            store::supersede(&tx, &permit, now.row, None).await?;
        }
        let again = Designation {
            row: cx.new_id(),
            by_order: None,
            recorded_at: cx.known_from(),
            superseded_at: None,
            ..was.clone()
        };
        store::insert(&tx, &permit, &again).await?;
    }
    let entry = Audit::of(permit, &order).with("restored", first.len());
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// Writes down whom other changes of the organisation released, every night; says how many.
pub async fn settle(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_settle(cx)?;
    let tx = cx.begin().await?;
    let released = release_moved(&tx, &permit, cx.today(), None).await?;
    let entry = Audit::at_large(permit).with("released", released);
    Ok(*tx.commit(entry, released).await?)
}

/// Releases those who do not belong to the section of their designation on that day.
async fn release_moved(
    tx: &Tx,
    permit: &Permit,
    day: Date,
    order: Option<OrderId>,
) -> Result<usize, Fault> {
    let open = store::open(tx, day).await?;
    let mut people: Vec<PersonId> = open.iter().filter_map(|one| one.person).collect();
    people.sort_unstable();
    people.dedup();
    let belonging = directory::belonging(tx, day, &people).await?;
    let gone = open.into_iter().filter(|one| {
        one.person
            .is_some_and(|person| !belonging.contains(&(person, one.section)))
    });
    let mut released: BTreeMap<Target, usize> = BTreeMap::new();
    let mut count = 0;
    for one in gone {
        // What is yet to begin is judged when it does.
        if one.days.first() > day {
            continue;
        }
        let owes = match (one.kind, one.owes) {
            (TargetKind::BusinessSystem, None) if reports(tx.cx()) => Some(Owes::Release),
            (_, owes) => owes,
        };
        match rules::until(one.days, day) {
            Some(days) if one.owes != Some(Owes::Designation) => {
                replace(tx, permit, &one, order, |next| {
                    next.days = days;
                    next.owes = owes;
                    next.release_from = Some(day);
                })
                .await?;
            }
            _ => store::supersede(tx, permit, one.row, order).await?,
        }
        *released.entry(one.target).or_default() += 1;
        count += 1;
    }
    for (target, lines) in released {
        tell(tx, target, lines, day).await?;
    }
    Ok(count)
}

fn reports(cx: &Cx) -> bool {
    let rule = yakusho_regulation::Rule::BusinessSystemOperators;
    cx.city().in_force(rule, cx.today()).is_some()
}

/// Has another row stand in place of one.
async fn replace(
    tx: &Tx,
    permit: &Permit,
    one: &Designation,
    order: Option<OrderId>,
    change: impl FnOnce(&mut Designation),
) -> Result<(), Fault> {
    store::supersede(tx, permit, one.row, order).await?;
    let mut next = Designation {
        row: tx.cx().new_id(),
        recorded_at: tx.cx().known_from(),
        ..one.clone()
    };
    change(&mut next);
    Ok(store::insert(tx, permit, &next).await?)
}

/// Tells whoever leads the section that answers for something how many operators it lost.
async fn tell(tx: &Tx, target: Target, lines: usize, day: Date) -> Result<(), Fault> {
    let place = place::find(tx, tx.cx(), target).await?;
    let notice = Notice::new(notices::OPERATORS_MOVED, &target.reference())
        .keyed(day.to_string())
        .params(json!({ "target": place.name, "lines": lines, "from": day.to_string() }));
    let leaders = role::leaders(tx, tx.cx().today(), &[place.section]).await?;
    Ok(tx.notify(&leaders, &notice).await?)
}
