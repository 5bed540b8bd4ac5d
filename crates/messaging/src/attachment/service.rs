//! Taking files in, hanging them on things, handing them out, and sweeping what was left over.

use std::io::Cursor;
use std::pin::pin;

use time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _};
use yakusho_blobs::{BlobError, Blobs, Stored};
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Permit, Reading, Reason, Ref, Saved, Tx};

use super::model::media_type;
use super::{Attachment, AttachmentId, FileName, MOST_FILES, policy, store};
use crate::Authorship;

/// How many of the first bytes show what a file is.
const HEAD: u64 = 8 * 1024;

/// How long an upload waits to be hung on something before it is swept.
const LOOSE: Duration = Duration::days(1);

/// How many blobs are looked at in one go.
const PAGE: usize = 1_000;

/// Stores a file as it comes in, at most as large as the city allows. It hangs on nothing yet: a draft, a post or a
/// circulation takes it by its id, within a day.
pub async fn upload(
    cx: &Cx,
    blobs: &Blobs,
    name: &str,
    content: impl AsyncRead + Send,
) -> Result<Saved<Attachment>, Fault> {
    let permit = policy::may_upload(cx)?;
    let mut content = pin!(content);
    let mut head = Vec::new();
    let peeked = content.as_mut().take(HEAD).read_to_end(&mut head).await;
    peeked.map_err(BlobError::Sender).map_err(fault)?;
    let media_type = media_type(&head).to_owned();
    let limit = cx.city().values(cx.today()).upload_limit_bytes;
    let stored = blobs
        .put(Cursor::new(head).chain(content), limit)
        .await
        .map_err(fault)?;
    keep(cx, permit, name, media_type, stored).await
}

/// The same for a file that a form has brought into the store already, of that media type by its content.
pub async fn receive(
    cx: &Cx,
    name: &str,
    media_type: &str,
    stored: Stored,
) -> Result<Saved<Attachment>, Fault> {
    let permit = policy::may_upload(cx)?;
    keep(cx, permit, name, media_type.to_owned(), stored).await
}

async fn keep(
    cx: &Cx,
    permit: Permit,
    name: &str,
    media_type: String,
    stored: Stored,
) -> Result<Saved<Attachment>, Fault> {
    let uploader = Authorship::of(cx)?.hand;
    let attachment = Attachment {
        id: cx.new_id(),
        name: FileName::of(name),
        media_type,
        size: stored.size,
        hash: stored.hash,
    };
    let tx = cx.begin().await?;
    let files = std::slice::from_ref(&attachment);
    store::insert(&tx, &permit, None, uploader, files).await?;
    let entry = Audit::of(permit, &attachment.id).with("size", attachment.size);
    Ok(tx.commit(entry, attachment).await?)
}

/// Those of the files that the one who acts has uploaded and that hang on nothing yet, in this order: for a form that
/// is shown again.
pub async fn loose(cx: &Cx, ids: &[AttachmentId]) -> Result<Vec<Attachment>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let uploader = Authorship::of(cx)?.hand;
    let found = store::loose(&cx.reader(), uploader, ids).await?;
    let in_order = ids
        .iter()
        .filter_map(|id| found.iter().find(|file| file.id == *id));
    Ok(in_order.cloned().collect())
}

/// Hangs files on a thing, in this order: those that hang there already, and loose ones of the person who acts.
pub(crate) async fn take(
    tx: &Tx,
    permit: &Permit,
    subject: &Ref,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, Fault> {
    if ids.len() > MOST_FILES {
        let reason = Reason::TooMany { max: MOST_FILES };
        return Err(Invalid::field("files", reason).into());
    }
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let uploader = Authorship::of(tx.cx())?.hand;
    let mut found = store::at_hand(tx, subject, uploader, ids).await?;
    let ordered: Option<Vec<_>> = ids
        .iter()
        .map(|id| {
            let place = found.iter().position(|file| file.id == *id)?;
            Some(found.swap_remove(place))
        })
        .collect();
    let files = ordered.ok_or_else(|| Invalid::field("files", Reason::Unknown))?;
    store::hang(tx, permit, subject, ids).await?;
    Ok(files)
}

/// Hangs the same bytes on another thing, under new ids.
pub(crate) async fn copies(
    tx: &Tx,
    permit: &Permit,
    subject: &Ref,
    files: &[Attachment],
) -> Result<Vec<Attachment>, Fault> {
    let copies: Vec<_> = files
        .iter()
        .map(|file| Attachment {
            id: tx.cx().new_id(),
            ..file.clone()
        })
        .collect();
    let uploader = Authorship::of(tx.cx())?.hand;
    store::insert(tx, permit, Some(subject), uploader, &copies).await?;
    Ok(copies)
}

/// A file that hangs on a thing. That its reader may read the thing was decided before.
pub(crate) async fn of(
    on: &impl Reading,
    subject: &Ref,
    id: AttachmentId,
) -> Result<Attachment, Fault> {
    store::of(on, subject, id).await?.ok_or(Fault::NotFound)
}

/// What a sweep took away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads that nobody hung on anything.
    pub uploads: u64,
    /// Blobs without any reference.
    pub blobs: u64,
}

/// Takes away what was uploaded more than a day ago and hung on nothing, and bytes that nothing refers to. In a
/// rehearsal, on whose database nothing remains, the bytes are counted alone.
pub async fn sweep(cx: &Cx, blobs: &Blobs, rehearsal: bool) -> Result<Swept, Fault> {
    let before = cx.now().plus(-LOOSE);
    let permit = policy::may_sweep(cx)?;
    let tx = cx.begin().await?;
    let uploads = store::drop_loose(&tx, &permit, before).await?;
    let entry = Audit::at_large(permit).with("uploads", uploads);
    let mut swept = Swept {
        uploads: *tx.commit(entry, uploads).await?,
        blobs: 0,
    };
    let mut after = None;
    loop {
        let page = blobs.list(after.as_ref(), PAGE).await.map_err(fault)?;
        // What came in meanwhile may be about to be referred to.
        let old: Vec<_> = page
            .iter()
            .filter(|blob| yakusho_kernel::Timestamp::from(blob.stored_at) < before)
            .map(|blob| blob.hash)
            .collect();
        let used = store::referred_to(&cx.reader(), &old).await?;
        for hash in old.iter().filter(|hash| !used.contains(hash)) {
            if !rehearsal {
                blobs.remove(hash).await.map_err(fault)?;
            }
            swept.blobs += 1;
        }
        match page.last() {
            Some(last) if page.len() == PAGE => after = Some(last.hash),
            _ => return Ok(swept),
        }
    }
}

/// What a failure of the store of blobs is to whoever sent or asked for a file.
fn fault(error: BlobError) -> Fault {
    match error {
        BlobError::TooLarge { limit } => {
            let max = i64::try_from(limit).unwrap_or(i64::MAX);
            Invalid::field("file", Reason::OutOfRange { min: 0, max }).into()
        }
        BlobError::Sender(_) => Invalid::field("file", Reason::Malformed).into(),
        BlobError::Unavailable(_) => Fault::Unavailable(error.into()),
        other => Fault::internal(other),
    }
}
