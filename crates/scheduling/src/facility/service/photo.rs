//! What facilities look like.

use yakusho_blobs::BlobHash;
use yakusho_kernel::{Audit, Cx, Fault, Saved};

use super::access::{get, locked, person, tied};
use crate::facility::model::{FacilityId, Photo};
use crate::facility::{policy, store};

/// The picture of a facility that the actor may see, if there is one.
pub async fn photo(cx: &Cx, id: FacilityId) -> Result<Option<Photo>, Fault> {
    let row = get(cx, id).await?;
    Ok(store::photo(&cx.reader(), row.facility.id).await?)
}

/// Sets the picture of a facility, in the place of the one that it had.
pub async fn set_photo(cx: &Cx, id: FacilityId, photo: Photo) -> Result<Saved<()>, Fault> {
    put(cx, id, Some(&photo)).await
}

/// Takes the picture of a facility away.
pub async fn remove_photo(cx: &Cx, id: FacilityId) -> Result<Saved<()>, Fault> {
    put(cx, id, None).await
}

async fn put(cx: &Cx, id: FacilityId, photo: Option<&Photo>) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let facility = locked(&tx, id).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_set_photo(cx, id, ties)?;
    store::put_photo(&tx, &permit, id, person(cx)?, photo).await?;
    let entry = Audit::of(permit, &id).with("photo", photo.is_some());
    Ok(tx.commit(entry, ()).await?)
}

/// The blobs of every picture there is or was: what the sweeping of files leaves alone.
pub async fn photos(cx: &Cx) -> Result<Vec<BlobHash>, Fault> {
    Ok(store::photos(&cx.reader()).await?)
}
