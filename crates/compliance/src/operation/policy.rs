//! Who may ask, and who sees what was answered.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right};

use super::model::Asked;
use crate::asset::Asset;
use crate::asset::policy::{Scope, oversees, scope};
use crate::inventory::policy::answers_for;
use crate::procedure::policy::by_overseer;

const CHECK: Act = Act::new("operation.check");

/// Of oneself everyone asks; of others whoever answers for the terminal or looks after systems as a whole, and the programs
/// that act for them.
pub(super) fn may_ask(cx: &Cx, asked: &Asked, asset: &Asset) -> Result<Permit, Denied> {
    let own = cx.actor().stands_for(asked.person);
    let concerned = Right::from(own)
        .or(answers_for(cx, asset.section))
        .or(by_overseer(cx));
    Ok(cx
        .judge(CHECK)
        .on(&asked.asset)
        .signed_in()?
        .authorised(concerned, "not_yours_to_ask")?
        .permit())
}

/// Whether the one who asks may know that there is such a terminal.
pub(super) fn sees(cx: &Cx, asset: &Asset) -> bool {
    scope(cx).sees(asset.section)
}

/// What of the record the reader sees: that of the sections that they answer for, or all.
pub(super) fn record(cx: &Cx) -> Option<Scope> {
    let own = crate::inventory::own_sections(cx);
    let all = oversees(cx);
    (all || !own.is_empty()).then(|| Scope::of(own, all))
}
