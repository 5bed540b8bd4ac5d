//! Who searches, and who keeps the index.

use yakusho_kernel::{Act, Cx, Denied, Permit};

const FIND: Act = Act::new("search.find");
const INDEX: Act = Act::new("search.index");

/// Whoever is signed in searches; what they find is for each domain to say.
pub(crate) fn may_find(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(FIND).signed_in()?.permit())
}

/// The index as a whole is the system's to keep.
pub(crate) fn may_index(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(INDEX)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
