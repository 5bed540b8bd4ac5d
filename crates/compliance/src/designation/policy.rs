//! Who designates, releases and reports.

use yakusho_accounts::delegation::{self, Duty};
use yakusho_kernel::{Act, Cx, Denied, Judgement, Permit, Right};
use yakusho_regulation::{Role, rule};

use super::model::{Place, Target, TargetKind};
use crate::asset::policy::scope;
use crate::inventory::policy::answers_for;

const DESIGNATE: Act = Act::new("designation.make");
const RELEASE: Act = Act::new("designation.release");
const REPORT: Act = Act::new("designation.report");
const SETTLE: Act = Act::new("designation.settle");
const REMIND: Act = Act::new("designation.remind");

/// Whom a designation is made known to in the act itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reported {
    /// Nobody has to be told at once.
    Later,
    /// The general manager, and there is one.
    AtOnce,
    /// The general manager, and there is none.
    ToNobody,
}

/// Operators are designated by whom the regulation names; for a terminal only where the general manager is there to be
/// told (muko:31-2).
pub(super) fn may_designate(cx: &Cx, place: &Place, reported: Reported) -> Result<Permit, Denied> {
    let judgement = by_manager(cx, on(cx.judge(DESIGNATE), place), place)?;
    let judgement = match place.kind {
        TargetKind::Terminal => judgement.require(
            rule!(TerminalOperatorsReported),
            reported != Reported::ToNobody,
            "nobody_to_report_to",
        )?,
        _ => judgement,
    };
    Ok(judgement.permit())
}

/// They are released by the same.
pub(super) fn may_release(cx: &Cx, place: &Place) -> Result<Permit, Denied> {
    Ok(by_manager(cx, on(cx.judge(RELEASE), place), place)?.permit())
}

/// Designations and releases of a business-side system are reported by its manager (shiroishi:12-2).
pub(super) fn may_report(cx: &Cx, place: &Place) -> Result<Permit, Denied> {
    Ok(by_manager(cx, on(cx.judge(REPORT), place), place)?.permit())
}

fn on<'a>(judgement: Judgement<'a>, place: &Place) -> Judgement<'a> {
    match place.target {
        Target::System(id) => judgement.on(&id),
        Target::Asset(id) => judgement.on(&id),
    }
}

fn by_manager<'a>(
    cx: &Cx,
    judgement: Judgement<'a>,
    place: &Place,
) -> Result<Judgement<'a>, Denied> {
    let manages = manages(cx, place);
    let judgement = judgement.signed_in()?;
    let why = "not_designator";
    let judgement = match place.kind {
        TargetKind::InformationSystem => {
            judgement.require(rule!(InformationSystemOperators), manages, why)?
        }
        TargetKind::BusinessSystem => {
            judgement.require(rule!(BusinessSystemOperators), manages, why)?
        }
        TargetKind::Central => judgement.require(rule!(CentralEquipmentOperators), manages, why)?,
        TargetKind::Terminal => judgement.require(rule!(TerminalOperators), manages, why)?,
    };
    // Where no article says who, whoever answers for the section does.
    judgement.authorised(manages, why)
}

/// The right of whoever says who operates this.
pub(super) fn manages(cx: &Cx, place: &Place) -> Right {
    let Some(standing) = cx.actor().standing() else {
        return Right::None;
    };
    let has = |role: Role| cx.city().role(role, cx.today()).is_some();
    match place.kind {
        TargetKind::InformationSystem if has(Role::InformationSystemManager) => {
            standing.by_role(Role::InformationSystemManager)
        }
        TargetKind::Central if has(Role::ComputingGeneralManager) => {
            let shared = delegation::duties(cx, standing).contains(&Duty::CentralEquipment);
            let manages = standing.by_role(Role::ComputingGeneralManager);
            manages.or(shared)
        }
        TargetKind::Terminal if has(Role::DataProtectionManager) => {
            standing.by_role_for(Role::DataProtectionManager, place.section)
        }
        _ => answers_for(cx, place.section),
    }
}

/// Whether the reader sees who operates this: those of the section whose it is, and who look after systems as a whole.
pub(super) fn sees(cx: &Cx, place: &Place) -> bool {
    scope(cx).sees(place.section) || manages(cx, place).holds()
}

/// What time and orders bring about is the system's to write down.
pub(super) fn may_settle(cx: &Cx) -> Result<Permit, Denied> {
    by_system(cx, SETTLE)
}

/// Those who owe a report are reminded by the system.
pub(super) fn may_remind(cx: &Cx) -> Result<Permit, Denied> {
    by_system(cx, REMIND)
}

fn by_system(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    let judgement = cx.judge(act);
    Ok(judgement
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
