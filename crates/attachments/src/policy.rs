//! Who may upload files, who sweeps them, and who reads them to find by what they say.

use yakusho_kernel::{Act, Cx, Denied, Permit};

const UPLOAD: Act = Act::new("attachment.upload");
const SWEEP: Act = Act::new("attachment.sweep");
const READ: Act = Act::new("attachment.read");

/// A file is uploaded by a person, who alone may then hang it on something.
pub(crate) fn may_upload(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(UPLOAD).signed_in()?.permit())
}

/// What was never hung on anything is swept by the system.
pub(crate) fn may_sweep(cx: &Cx) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(SWEEP)
        .authorised(cx.actor().is_system(), "system")?;
    Ok(judgement.permit())
}

/// What files say is read by the system.
pub(crate) fn may_read(cx: &Cx) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(READ)
        .authorised(cx.actor().is_system(), "system")?;
    Ok(judgement.permit())
}
