//! Who sees how systems are protected, who enters and reviews measures, and who sets methods.

use yakusho_kernel::{Act, Cx, Denied, Judgement, Permit, Right, UnitId};
use yakusho_regulation::{Marked, Role, Rule, rule};

use super::model::{Measure, MeasureKind, Rights};
use crate::asset::policy as assets;
pub(super) use crate::asset::policy::Scope;
use crate::inventory::System;
use crate::inventory::policy::answers_for;

const ADD: Act = Act::new("protection.add");
const REVIEW: Act = Act::new("protection.review");
const END: Act = Act::new("protection.end");
const SET_METHODS: Act = Act::new("protection.set_methods");
const EXPORT: Act = Act::new("protection.export");

/// Who takes a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taker {
    /// The section whose manager it is; none for the information system manager.
    pub(super) section: Option<UnitId>,
    right: Right,
}

impl Taker {
    fn system_manager(cx: &Cx) -> Option<Self> {
        let right = cx.actor().by_role(Role::InformationSystemManager);
        let section = None;
        right.holds().then_some(Self { section, right })
    }

    fn of_section(cx: &Cx, section: UnitId) -> Option<Self> {
        let right = answers_for(cx, section);
        let section = Some(section);
        right.holds().then_some(Self { section, right })
    }
}

/// The kinds of measures that the city asks for.
pub(super) fn kinds(cx: &Cx) -> Vec<MeasureKind> {
    let kinds = MeasureKind::ALL.iter().copied();
    kinds.filter(|kind| asks(cx, kind.rule())).collect()
}

/// Whether the city asks for security methods.
pub(super) fn asks_methods(cx: &Cx) -> bool {
    asks(cx, Rule::SecurityMethodsSet)
}

fn asks(cx: &Cx, rule: Rule) -> bool {
    cx.city().in_force(rule, cx.today()).is_some()
}

/// What the one who acts sees; none where nobody is signed in, or the city asks for nothing of the kind.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    cx.actor().standing()?;
    (asks_methods(cx) || !kinds(cx).is_empty()).then(|| assets::scope(cx))
}

/// As whom the one who acts takes measures for a system that this section answers for.
pub(super) fn taker(cx: &Cx, responsible: UnitId) -> Option<Taker> {
    Taker::of_section(cx, responsible).or_else(|| Taker::system_manager(cx))
}

/// As whom the one who acts keeps a measure: a section's is also kept by the manager who has come to answer for the system,
/// and is theirs from then on.
pub(super) fn keeper(cx: &Cx, measure: &Measure, responsible: UnitId) -> Option<Taker> {
    let Some(section) = measure.section else {
        return Taker::system_manager(cx);
    };
    let mut sections = [responsible, section].into_iter();
    sections.find_map(|section| Taker::of_section(cx, section))
}

/// What the one who acts may do about a system that this section answers for.
pub(super) fn rights(cx: &Cx, responsible: UnitId) -> Rights {
    let methods = asks_methods(cx);
    Rights {
        add: !kinds(cx).is_empty() && taker(cx, responsible).is_some(),
        set_methods: methods && cx.actor().holds(Role::GeneralManager),
        methods,
    }
}

const fn kept_by(kind: MeasureKind) -> Marked {
    match kind {
        MeasureKind::Data => rule!(DataProtected),
        MeasureKind::Disaster => rule!(SystemsProtected),
    }
}

/// Measures are taken by the information system manager and by the manager who answers for the system (shiroishi:13,
/// shiroishi:17).
pub(super) fn may_add(
    cx: &Cx,
    system: &System,
    kind: MeasureKind,
    taker: Option<Taker>,
) -> Result<Permit, Denied> {
    kept(cx.judge(ADD).on(&system.id), kind, taker)
}

/// They are reviewed by whose they are.
pub(super) fn may_review(
    cx: &Cx,
    measure: &Measure,
    keeper: Option<Taker>,
) -> Result<Permit, Denied> {
    kept(cx.judge(REVIEW).on(&measure.id), measure.kind, keeper)
}

/// They are ended by the same.
pub(super) fn may_end(cx: &Cx, measure: &Measure, keeper: Option<Taker>) -> Result<Permit, Denied> {
    kept(cx.judge(END).on(&measure.id), measure.kind, keeper)
}

fn kept(
    judgement: Judgement<'_>,
    kind: MeasureKind,
    taker: Option<Taker>,
) -> Result<Permit, Denied> {
    let right = taker.map(|taker| taker.right).unwrap_or_default();
    Ok(judgement
        .signed_in()?
        .authorised(right, "not_protector")?
        .keeping(kept_by(kind))
        .permit())
}

/// The methods are set by the general manager (shiroishi:29).
pub(super) fn may_set_methods(cx: &Cx, system: &System) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SET_METHODS)
        .on(&system.id)
        .signed_in()?
        .authorised_role(Role::GeneralManager)?
        .keeping(rule!(SecurityMethodsSet))
        .permit())
}

/// What one sees of the register, one takes out as a file.
pub(super) fn may_export(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(EXPORT).signed_in()?.permit())
}
