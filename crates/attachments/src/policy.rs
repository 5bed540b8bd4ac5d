//! Who may upload files, and who sweeps.

use yakusho_kernel::{Act, Cx, Denied, Permit};

const UPLOAD: Act = Act::new("attachment.upload");
const SWEEP: Act = Act::new("attachment.sweep");

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
