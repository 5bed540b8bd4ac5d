//! Who keeps what for their programs.

use yakusho_kernel::{Act, Cx, Denied, Permit, Subject};

const PASS: Act = Act::new("document.webdav.pass");
const HOLD: Act = Act::new("document.webdav.hold");
const DESCRIBE: Act = Act::new("document.webdav.describe");

/// Files of programs are kept for those who may write in that place.
pub(super) fn may_pass(cx: &Cx, place: &impl Subject, writes: bool) -> Result<Permit, Denied> {
    let judgement = cx.judge(PASS).on(place).signed_in()?;
    Ok(judgement.authorised(writes, "reads_only")?.permit())
}

/// Those who may write somewhere may hold others off meanwhile.
pub(super) fn may_hold(cx: &Cx, thing: &impl Subject, writes: bool) -> Result<Permit, Denied> {
    let judgement = cx.judge(HOLD).on(thing).signed_in()?;
    Ok(judgement.authorised(writes, "reads_only")?.permit())
}

/// Programs note properties of what their person may change.
pub(super) fn may_describe(cx: &Cx, thing: &impl Subject, writes: bool) -> Result<Permit, Denied> {
    let judgement = cx.judge(DESCRIBE).on(thing).signed_in()?;
    Ok(judgement.authorised(writes, "reads_only")?.permit())
}
