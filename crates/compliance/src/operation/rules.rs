//! What is answered: pure.

use std::collections::HashSet;

use yakusho_kernel::{Cx, UnitId};
use yakusho_regulation::{Basis, Marked, Verdict, rule};

use super::model::{Answered, Asked, Grounds, Outcome};
use crate::asset::Asset;
use crate::data_use::Approval;
use crate::designation::{self, Designation, Target, TargetKind};
use crate::inventory::{DataSet, System};
use crate::terminal::{Allowed, TerminalPermit};
use crate::text::folded;

/// Everything that an answer rests on.
pub(super) struct Facts {
    /// The terminal, or central equipment.
    pub(super) asset: Asset,
    /// By which rule it is operated.
    pub(super) kind: TargetKind,
    /// The system that it reaches.
    pub(super) system: Option<System>,
    /// The units to which the person belongs today, with those above.
    pub(super) units: HashSet<UnitId>,
    /// What stands for the person, or for a whole section, of the terminal and the system.
    pub(super) designations: Vec<Designation>,
    /// What is permitted at the terminal.
    pub(super) permits: Vec<TerminalPermit>,
    /// The data that are asked about.
    pub(super) data: Option<DataSet>,
    /// The approvals that the terminal's section has for them today.
    pub(super) approvals: Vec<Approval>,
}

/// A judgement under way: what permits so far, and whether any rule was in force.
struct Judged<'c> {
    cx: &'c Cx,
    grounds: Grounds,
    ruled: bool,
}

impl Judged<'_> {
    /// Puts a rule; the answer is there if it is broken.
    fn put(&mut self, rule: Marked, holds: bool) -> Result<(), Basis> {
        match rule.judge(self.cx.city(), self.cx.today(), holds) {
            Verdict::NotInForce => Ok(()),
            Verdict::Kept(_) => {
                self.ruled = true;
                Ok(())
            }
            Verdict::Broken(basis) => Err(basis),
        }
    }
}

/// What is answered to that question.
pub(super) fn answer(cx: &Cx, asked: &Asked, facts: &Facts) -> Answered {
    let mut judged = Judged {
        cx,
        grounds: Grounds::default(),
        ruled: false,
    };
    let refused = judge(&mut judged, asked, facts).err();
    let outcome = match (&refused, judged.ruled) {
        (Some((outcome, _)), _) => *outcome,
        (None, true) => Outcome::Permitted,
        (None, false) => Outcome::Unregulated,
    };
    Answered {
        outcome,
        basis: refused.map(|(_, basis)| basis),
        grounds: judged.grounds,
    }
}

fn judge(judged: &mut Judged<'_>, asked: &Asked, facts: &Facts) -> Result<(), (Outcome, Basis)> {
    let today = judged.cx.today();
    let held = |target: Target| {
        let of = facts.designations.iter().filter(|one| one.target == target);
        designation::held_by(of, asked.person, &facts.units, today).map(|one| one.id)
    };
    let at = held(Target::Asset(facts.asset.id));
    judged.grounds.designation = at;
    let rule = match facts.kind {
        TargetKind::Central => rule!(CentralEquipmentOperators),
        _ => rule!(TerminalOperators),
    };
    judged
        .put(rule, at.is_some())
        .map_err(|basis| (Outcome::NotDesignated, basis))?;
    if let Some(system) = &facts.system {
        let for_system = held(Target::System(system.id));
        judged.grounds.for_system = for_system;
        let rule = if system.class.is_business() {
            rule!(BusinessSystemOperators)
        } else {
            rule!(InformationSystemOperators)
        };
        judged
            .put(rule, for_system.is_some())
            .map_err(|basis| (Outcome::NotForSystem, basis))?;
    }
    if facts.kind != TargetKind::Terminal {
        return Ok(());
    }
    let holding = |one: &&TerminalPermit| one.days.contains(today);
    let business = folded(&asked.business);
    let found =
        facts.permits.iter().filter(holding).find(
            |one| matches!(&one.allowed, Allowed::Business(words) if folded(words) == business),
        );
    judged.grounds.business = found.map(|one| one.id);
    judged
        .put(rule!(TerminalBusiness), found.is_some())
        .map_err(|basis| (Outcome::NotThisBusiness, basis))?;
    let Some(data) = &facts.data else {
        return Ok(());
    };
    let found = facts
        .permits
        .iter()
        .filter(holding)
        .find(|one| one.allowed == Allowed::Data(data.id));
    judged.grounds.data = found.map(|one| one.id);
    judged
        .put(rule!(TerminalData), found.is_some())
        .map_err(|basis| (Outcome::NotTheseData, basis))?;
    if data.section == facts.asset.section {
        return Ok(());
    }
    let approval = facts.approvals.first();
    judged.grounds.data_use = approval.map(|one| one.id);
    judged
        .put(rule!(DataUseApproved), approval.is_some())
        .map_err(|basis| (Outcome::DataNotApproved, basis))
}
