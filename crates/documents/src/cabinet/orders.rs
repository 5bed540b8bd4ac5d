//! When personnel orders merge or close sections: their cabinets pass to whoever takes them over.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use serde_json::json;
use yakusho_accounts::directory;
use yakusho_accounts::order::{
    Held, HeldBy, Holdings, OrderApplied, OrderId, OrderUndone, Turnover,
};
use yakusho_accounts::role;
use yakusho_kernel::{Audit, Cx, DbError, Delivery, Fault, Notice, Permit, Tx, UnitId};
use yakusho_regulation::Role;

use super::model::{Folder, FolderId};
use super::service::passed;
use super::{policy, store};
use crate::notices;

/// An order was carried out: handles its event. The cabinets of a section that was merged into another are that one's now;
/// of those whose section was closed, the administrators are told.
pub async fn follow_order(cx: Cx, event: OrderApplied, delivery: Delivery) -> Result<(), Fault> {
    let permit = policy::may_follow(&cx)?;
    let tx = cx.begin().await?;
    let into: HashMap<UnitId, UnitId> = event.merged_units.iter().copied().collect();
    let cabinets = store::of_sections(&tx, &event.closed_units).await?;
    let mut count = 0_usize;
    for cabinet in &cabinets {
        match into.get(&cabinet.section) {
            Some(to) => {
                pass(&tx, &permit, cabinet, *to, Some(event.order)).await?;
                count += 1;
            }
            None => tell_administrators(&tx, cabinet).await?,
        }
    }
    let entry = Audit::of(permit, &event.order).with("cabinets", count);
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// An order was undone: handles its event. What it brought to a section and is still there goes back.
pub async fn follow_undone(cx: Cx, event: OrderUndone, delivery: Delivery) -> Result<(), Fault> {
    let permit = policy::may_follow(&cx)?;
    let tx = cx.begin().await?;
    let order = event.0.order;
    let went = store::went_by_order(&tx, order).await?;
    for (cabinet, before) in &went {
        pass(&tx, &permit, cabinet, *before, None).await?;
    }
    let entry = Audit::of(permit, &order).with("cabinets", went.len());
    delivery.commit(tx, entry, ()).await?;
    Ok(())
}

/// Passes a cabinet to a section, with the rights that its own had in it.
async fn pass(
    tx: &Tx,
    permit: &Permit,
    cabinet: &Folder,
    to: UnitId,
    by: Option<OrderId>,
) -> Result<(), DbError> {
    store::lock(tx, cabinet.id).await?;
    let below = store::below(tx, cabinet).await?;
    let ids: Vec<FolderId> = below.iter().map(|folder| folder.id).collect();
    let from = cabinet.section;
    let name = free_name(tx, cabinet, to).await?;
    if name != cabinet.name {
        store::name(tx, permit, cabinet.id, &name).await?;
    }
    store::pass(tx, permit, &ids, to, by.map(|order| (order, from))).await?;
    store::pass_on(tx, permit, &ids, from, to).await?;
    passed(tx, cabinet, from, &[to]).await
}

/// What a cabinet is called in a section: as it was, or with the name of the section before where it has one of that name.
async fn free_name(tx: &Tx, cabinet: &Folder, to: UnitId) -> Result<String, DbError> {
    let mut names = directory::unit_names(tx, tx.cx().today(), &[cabinet.section]).await?;
    let from = names.remove(&cabinet.section).unwrap_or_default();
    let mut name = cabinet.name.clone();
    let but = Some(cabinet.id);
    while store::is_taken(tx, None, to, &name, but).await? {
        name = format!("{name}({from})");
    }
    Ok(name)
}

async fn tell_administrators(tx: &Tx, cabinet: &Folder) -> Result<(), DbError> {
    let today = tx.cx().today();
    let mut names = directory::unit_names(tx, today, &[cabinet.section]).await?;
    let from = names.remove(&cabinet.section).unwrap_or_default();
    let people = role::people(tx, Role::SystemAdministrator, today).await?;
    let notice = Notice::new(notices::WITHOUT_SECTION, &cabinet.id)
        .keyed(cabinet.section.to_string())
        .params(json!({ "name": cabinet.name, "from": from }));
    tx.notify(&people, &notice).await
}

/// What orders find of documents: the cabinets of sections that are no more.
#[derive(Clone, Copy, Debug)]
pub struct CabinetHoldings;

/// The code of cabinets.
const CABINETS: &str = "document.cabinets";

#[async_trait]
impl Holdings for CabinetHoldings {
    async fn affected(&self, cx: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault> {
        let merged: HashSet<UnitId> = turnover
            .merged_units
            .iter()
            .map(|(unit, _)| *unit)
            .collect();
        let sections = store::by_section(&cx.reader()).await?;
        let closed = sections
            .into_iter()
            .filter(|(section, _)| turnover.closed_units.contains(section));
        let held = closed.map(|(section, count)| Held {
            what: CABINETS,
            by: HeldBy::Unit(section),
            count: count.unsigned_abs(),
            left_without_holder: !merged.contains(&section),
        });
        Ok(held.collect())
    }
}
