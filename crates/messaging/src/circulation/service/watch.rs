//! The watch list: circulations whose comments and end one is told of.

use yakusho_kernel::{Audit, Cx, Fault, Saved};

use super::access::find;
use crate::Authorship;
use crate::circulation::model::CirculationId;
use crate::circulation::{policy, store};

/// Puts a circulation on one's watch list.
pub async fn watch(cx: &Cx, id: CirculationId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let found = find(&tx, cx, id).await?;
    let permit = policy::may_watch(cx, &found.circulation)?;
    store::watch(&tx, &permit, Authorship::of(cx)?.author, id).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).with("watched", true), ())
        .await?)
}

/// Takes it off again.
pub async fn unwatch(cx: &Cx, id: CirculationId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let found = find(&tx, cx, id).await?;
    let permit = policy::may_watch(cx, &found.circulation)?;
    store::unwatch(&tx, &permit, Authorship::of(cx)?.author, id).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).with("watched", false), ())
        .await?)
}
