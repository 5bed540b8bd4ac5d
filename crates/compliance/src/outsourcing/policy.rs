//! Who sees contracts, and who keeps them.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right, UnitId};
use yakusho_regulation::{Rule, rule};

use super::model::Contract;
use crate::inventory::policy::answers_for;
use crate::procedure::policy::oversees;

const ADD: Act = Act::new("outsourcing.add");
const CHANGE: Act = Act::new("outsourcing.change");
const CONCLUDE: Act = Act::new("outsourcing.conclude");

/// What of all contracts the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The sections whose contracts they see.
    pub(super) units: Vec<UnitId>,
    /// Whether they see all.
    pub(super) oversees: bool,
}

impl Scope {
    /// Whether they see those of that section.
    pub(super) fn sees(&self, section: UnitId) -> bool {
        self.oversees || self.units.contains(&section)
    }
}

/// What the one who acts sees; none where nobody is signed in, or the city asks for no such contracts.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    cx.city().in_force(Rule::OutsourcingClauses, cx.today())?;
    let standing = cx.actor().standing()?;
    let mut units = standing.units();
    units.extend(standing.roles.iter().filter_map(|held| held.unit));
    units.sort_unstable();
    units.dedup();
    Some(Scope {
        units,
        oversees: oversees(standing),
    })
}

/// The right of whoever keeps the contracts of that section.
pub(super) fn keeps(cx: &Cx, section: UnitId) -> Right {
    answers_for(cx, section)
}

/// The sections whose contracts the one who acts registers.
pub(super) fn registering(cx: &Cx) -> Result<Vec<UnitId>, Denied> {
    crate::inventory::policy::registering(cx, ADD, None)
}

/// A section's contracts are registered by whoever answers for it.
pub(super) fn may_add(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ADD)
        .signed_in()?
        .authorised(keeps(cx, section), "not_section_manager")?
        .permit())
}

/// They change them; the version before it stays.
pub(super) fn may_change(cx: &Cx, contract: &Contract) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CHANGE)
        .on(&contract.id)
        .signed_in()?
        .authorised(keeps(cx, contract.section), "not_section_manager")?
        .keeping(rule!(HistoryKept))
        .permit())
}

/// They register them as concluded. What a contract must say, the rules check.
pub(super) fn may_conclude(cx: &Cx, contract: &Contract) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CONCLUDE)
        .on(&contract.id)
        .signed_in()?
        .authorised(keeps(cx, contract.section), "not_section_manager")?
        .permit())
}
