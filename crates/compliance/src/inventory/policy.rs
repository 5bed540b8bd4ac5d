//! Who registers what.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right, UnitId};
use yakusho_regulation::{Role, rule};

use super::System;

const ADD_DATA_SET: Act = Act::new("inventory.add_data_set");
const KEEP_SYSTEM: Act = Act::new("inventory.keep_system");
const SET_MANAGER: Act = Act::new("inventory.set_manager");
const CHANGE_DATA_SET: Act = Act::new("inventory.change_data_set");

/// The right of whoever answers for the section today: as its head, or in the head's place.
pub(crate) fn answers_for(cx: &Cx, section: UnitId) -> Right {
    cx.actor().standing().map_or(Right::None, |standing| {
        let held = standing.role_held(|held| held.unit == Some(section));
        Right::from(held).or(standing.heads(section))
    })
}

/// The sections that the one who acts answers for today.
pub(super) fn own_sections(cx: &Cx) -> Vec<UnitId> {
    let Some(standing) = cx.actor().standing() else {
        return Vec::new();
    };
    let heads = standing
        .seats
        .iter()
        .filter(|seat| seat.head && seat.unit == seat.section);
    let manages = standing.roles.iter().filter_map(|held| held.unit);
    let mut sections: Vec<UnitId> = heads.map(|seat| seat.unit).chain(manages).collect();
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// The sections for which the one who acts registers something, of that one alone if it is named: refused to those who
/// answer for none.
pub(crate) fn registering(cx: &Cx, act: Act, of: Option<UnitId>) -> Result<Vec<UnitId>, Denied> {
    let mut own = own_sections(cx);
    own.retain(|section| of.is_none_or(|of| of == *section));
    let judgement = cx.judge(act).signed_in()?;
    let judgement = judgement.authorised(!own.is_empty(), "not_section_manager")?;
    drop(judgement.permit());
    Ok(own)
}

/// The sections whose systems the one who acts enters.
pub(super) fn registering_systems(cx: &Cx) -> Result<Vec<UnitId>, Denied> {
    registering(cx, KEEP_SYSTEM, None)
}

/// The sections whose data the one who acts registers.
pub(super) fn registering_data(cx: &Cx, of: Option<UnitId>) -> Result<Vec<UnitId>, Denied> {
    let act = if of.is_some() {
        CHANGE_DATA_SET
    } else {
        ADD_DATA_SET
    };
    registering(cx, act, of)
}

/// A section's data are registered by whoever answers for it.
pub(super) fn may_add_data_set(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ADD_DATA_SET)
        .signed_in()?
        .authorised(answers_for(cx, section), "not_section_manager")?
        .permit())
}

/// An entry is changed by whoever answers for its section; the version before it stays.
pub(super) fn may_change_data_set(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CHANGE_DATA_SET)
        .signed_in()?
        .require(
            rule!(HistoryKept),
            answers_for(cx, section),
            "not_section_manager",
        )?
        .permit())
}

/// A system, and its connections, are entered by whoever answers for its section; the versions before it stay.
pub(super) fn may_keep_systems(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(KEEP_SYSTEM)
        .signed_in()?
        .require(
            rule!(HistoryKept),
            answers_for(cx, section),
            "not_section_manager",
        )?
        .keeping(rule!(SystemsRegistered))
        .keeping(rule!(CostBorne))
        .permit())
}

/// Who develops and maintains a system is recorded by the information system manager on the information side, where the
/// city has one; on the business side by whoever answers for the section whose business it is.
pub(super) fn may_set_manager(cx: &Cx, system: &System) -> Result<Permit, Denied> {
    let judgement = cx.judge(SET_MANAGER).on(&system.id).signed_in()?;
    let designator = Role::InformationSystemManager;
    let judgement =
        if system.class.is_business() || cx.city().role(designator, cx.today()).is_none() {
            judgement.authorised(answers_for(cx, system.section), "not_section_manager")?
        } else {
            judgement.authorised_role(designator)?
        };
    // Whoever is designated on the information side bears the cost, too.
    Ok(judgement
        .keeping(rule!(SystemManagerRecorded))
        .keeping(rule!(CostBorne))
        .permit())
}
