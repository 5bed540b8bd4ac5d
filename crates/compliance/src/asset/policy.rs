//! Who registers equipment, and who sees it.

use yakusho_kernel::{Act, Cx, Denied, Judgement, Permit, Right, UnitId};
use yakusho_regulation::{Role, rule};

use super::model::Asset;
use crate::inventory::policy::answers_for;
use crate::procedure::policy as procedures;

const ADD: Act = Act::new("asset.add");
const CHANGE: Act = Act::new("asset.change");
const IMPORT: Act = Act::new("asset.import");
const EXPORT: Act = Act::new("asset.export");

/// Those who look after the equipment of all sections.
const KEEPERS: [Role; 4] = [
    Role::SystemAdministrator,
    Role::InformationSystemManager,
    Role::ComputingGeneralManager,
    Role::ComputingManager,
];

/// What of the register the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The units that they belong to or answer for.
    units: Vec<UnitId>,
    /// Whether they see every entry.
    all: bool,
}

impl Scope {
    /// What is of these units, or everything.
    pub(crate) const fn of(units: Vec<UnitId>, all: bool) -> Self {
        Self { units, all }
    }

    /// Whether they see every entry.
    pub(crate) const fn all(&self) -> bool {
        self.all
    }

    /// The units whose entries they see.
    pub(crate) fn units(&self) -> &[UnitId] {
        &self.units
    }

    /// Whether they see what is that section's.
    pub(crate) fn sees(&self, section: UnitId) -> bool {
        self.all || self.units.contains(&section)
    }
}

/// Whether the one who acts looks after how systems and data are managed as a whole.
pub(crate) fn oversees(cx: &Cx) -> bool {
    cx.actor().standing().is_some_and(procedures::oversees)
}

/// What the one who acts sees of what belongs to sections.
pub(crate) fn scope(cx: &Cx) -> Scope {
    let standing = cx.actor().standing();
    let own = standing.map(|standing| {
        let answered = standing.roles.iter().filter_map(|held| held.unit);
        standing.units().into_iter().chain(answered).collect()
    });
    Scope {
        units: own.unwrap_or_default(),
        all: oversees(cx) || cx.actor().is_system(),
    }
}

/// The right of whoever looks after the equipment of all sections.
pub(super) fn keeps_all(cx: &Cx) -> Right {
    cx.actor().by_any_role(&KEEPERS)
}

/// The right of whoever keeps the entries of that section.
pub(super) fn keeps(cx: &Cx, section: UnitId) -> Right {
    keeps_all(cx).or(answers_for(cx, section))
}

/// A section's equipment is registered by whoever answers for it, or looks after that of all.
pub(super) fn may_add(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    kept(cx.judge(ADD), keeps(cx, section))
}

/// An entry is changed by the same.
pub(super) fn may_change(cx: &Cx, asset: &Asset) -> Result<Permit, Denied> {
    kept(cx.judge(CHANGE).on(&asset.id), keeps(cx, asset.section))
}

/// A file is taken in by whoever keeps the entries of any section; each line is judged by its own.
pub(super) fn may_import(cx: &Cx) -> Result<Permit, Denied> {
    let keeps = keeps_all(cx).or(!crate::inventory::own_sections(cx).is_empty());
    kept(cx.judge(IMPORT), keeps)
}

/// What one sees of the register, one takes out as a file.
pub(super) fn may_export(cx: &Cx) -> Result<Permit, Denied> {
    let keeps = keeps_all(cx).or(!crate::inventory::own_sections(cx).is_empty());
    kept(cx.judge(EXPORT), keeps)
}

fn kept(judgement: Judgement<'_>, holds: Right) -> Result<Permit, Denied> {
    Ok(judgement
        .signed_in()?
        .authorised(holds, "not_section_manager")?
        .keeping(rule!(EquipmentRegistered))
        .permit())
}
