//! Who may ask.

use yakusho_kernel::{Act, Cx, Denied, Permit};

use crate::ids::DataSetId;

const CHECK: Act = Act::new("data_use.check");

/// Whether a use is permitted is told to everyone, and to every program that acts for somebody.
pub(super) fn may_ask(cx: &Cx, data: DataSetId) -> Result<Permit, Denied> {
    Ok(cx.judge(CHECK).on(&data).signed_in()?.permit())
}
