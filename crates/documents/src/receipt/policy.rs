//! Who registers what was received, and who sees it.

use yakusho_kernel::{Act, Cx, Denied, Permit, Standing, UnitId};
use yakusho_regulation::rule;

use super::model::Receipt;
use crate::cabinet::policy::member;

const REGISTER: Act = Act::new("document.receipt.register");
const CHANGE: Act = Act::new("document.receipt.change");
const ASSIGN: Act = Act::new("document.receipt.assign");

/// The sections whose receipts the actor sees: what every query asks for. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct InCharge(Vec<UnitId>);

impl InCharge {
    pub(super) fn sections(&self) -> impl Iterator<Item = UnitId> {
        self.0.iter().copied()
    }
}

/// The sections to which the actor belongs, or which they lead.
pub(super) fn in_charge(cx: &Cx) -> InCharge {
    let standing = cx.actor().standing();
    let mut sections = standing.map(Standing::units).unwrap_or_default();
    sections.extend(standing.map(Standing::headed).unwrap_or_default());
    InCharge(sections)
}

/// What a section received is registered by its people (shiroishi:28-2).
pub(super) fn may_register(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REGISTER)
        .signed_in()?
        .authorised(member(cx, section), "other_section_receives")?
        .keeping(rule!(ReceiptRegister))
        .permit())
}

/// An entry is changed by those of the section in charge; the version before it stays.
pub(super) fn may_change(cx: &Cx, receipt: &Receipt) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CHANGE)
        .on(&receipt.id)
        .signed_in()?
        .authorised(member(cx, receipt.section), "other_section_receives")?
        .permit())
}

/// They also pass it on to the section whose matter it is.
pub(super) fn may_assign(cx: &Cx, receipt: &Receipt) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ASSIGN)
        .on(&receipt.id)
        .signed_in()?
        .authorised(member(cx, receipt.section), "other_section_receives")?
        .permit())
}
