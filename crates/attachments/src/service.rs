//! Taking files in, hanging them on things, handing them out, and sweeping what was left over.

use std::collections::{HashMap, HashSet};

use time::Duration;
use tokio::io::AsyncRead;
use yakusho_blobs::{BlobError, BlobHash, Blobs, Stored};
use yakusho_kernel::{Audit, Authorship, Cx, Fault, Invalid, Permit, Reason, Saved, Timestamp, Tx};

use crate::{Attachment, AttachmentId, Bearer, FileName, MOST_FILES, policy, store, text};

/// How long an upload waits to be hung on something before it is swept.
const LOOSE: Duration = Duration::days(1);

/// How many blobs are looked at in one go.
const PAGE: usize = 1_000;

/// Stores a file as it comes in, at most as large as the city allows. It hangs on nothing yet: a thing takes it by its
/// id, within a day.
pub async fn upload(
    cx: &Cx,
    blobs: &Blobs,
    name: &str,
    content: impl AsyncRead + Send,
) -> Result<Saved<Attachment>, Fault> {
    let permit = policy::may_upload(cx)?;
    let limit = cx.city().values(cx.today()).upload_limit_bytes;
    let stored = blobs.put(content, limit).await.map_err(fault)?;
    keep(cx, permit, name, stored).await
}

/// The same for a file that a form has brought into the store already.
pub async fn receive(cx: &Cx, name: &str, stored: Stored) -> Result<Saved<Attachment>, Fault> {
    let permit = policy::may_upload(cx)?;
    keep(cx, permit, name, stored).await
}

/// The same bytes under another name, as a file that hangs on nothing yet: of one that the caller found for the one who acts.
pub async fn again(cx: &Cx, file: &Attachment, name: &str) -> Result<Saved<Attachment>, Fault> {
    let permit = policy::may_upload(cx)?;
    insert(
        cx,
        permit,
        Attachment {
            id: cx.new_id(),
            name: FileName::of(name),
            ..file.clone()
        },
    )
    .await
}

async fn keep(
    cx: &Cx,
    permit: Permit,
    name: &str,
    stored: Stored,
) -> Result<Saved<Attachment>, Fault> {
    insert(
        cx,
        permit,
        Attachment {
            id: cx.new_id(),
            name: FileName::of(name),
            media_type: stored.media_type.to_owned(),
            size: stored.size,
            hash: stored.hash,
        },
    )
    .await
}

async fn insert(
    cx: &Cx,
    permit: Permit,
    attachment: Attachment,
) -> Result<Saved<Attachment>, Fault> {
    let uploader = Authorship::of(cx)?.hand;
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
    Ok(in_order(ids, found))
}

/// Those that were found, in that order.
fn in_order(ids: &[AttachmentId], found: Vec<Attachment>) -> Vec<Attachment> {
    let mut found: HashMap<_, _> = found.into_iter().map(|file| (file.id, file)).collect();
    ids.iter().filter_map(|id| found.remove(id)).collect()
}

/// Hangs files on a thing, in this order: those that hang there already, and loose ones of the person who acts.
///
/// # Errors
/// [`Fault::Invalid`] in the field `files` where there are more than [`MOST_FILES`], one of them twice, or one that is
/// neither.
pub async fn take(
    tx: &Tx,
    permit: &Permit,
    thing: &impl Bearer,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, Fault> {
    let files = at_hand(tx, thing, ids).await?;
    let thing = thing.reference();
    store::hang(tx, permit, &thing, ids).await?;
    text::ask(tx, &thing, &files).await?;
    Ok(files)
}

/// The same for a thing that goes on from another, such as a date of a series: of what hangs on the other, it gets
/// copies.
///
/// # Errors
/// As those of [`take`].
pub async fn take_along(
    tx: &Tx,
    permit: &Permit,
    thing: &impl Bearer,
    from: &impl Bearer,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, Fault> {
    let files = at_hand(tx, from, ids).await?;
    let uploader = Authorship::of(tx.cx())?.hand;
    let loose = store::loose(tx, uploader, ids).await?;
    let thing = thing.reference();
    store::hang(tx, permit, &thing, ids).await?;
    let (mut taken, mut copied) = (Vec::new(), Vec::new());
    for file in files {
        if loose.contains(&file) {
            taken.push(file);
        } else {
            let copy = copy(tx.cx(), &file);
            copied.push(copy.clone());
            taken.push(copy);
        }
    }
    store::insert(tx, permit, Some(&thing), uploader, &copied).await?;
    text::ask(tx, &thing, &taken).await?;
    Ok(taken)
}

/// The files of these ids, all of which hang on the thing, or are loose and of the person who acts.
async fn at_hand(
    tx: &Tx,
    thing: &impl Bearer,
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
    let found = store::at_hand(tx, &thing.reference(), uploader, ids).await?;
    let files = in_order(ids, found);
    if files.len() < ids.len() {
        return Err(Invalid::field("files", Reason::Unknown).into());
    }
    Ok(files)
}

/// Hangs the same bytes on another thing, under new ids.
pub async fn copies(
    tx: &Tx,
    permit: &Permit,
    thing: &impl Bearer,
    files: &[Attachment],
) -> Result<Vec<Attachment>, Fault> {
    let copies: Vec<_> = files.iter().map(|file| copy(tx.cx(), file)).collect();
    let uploader = Authorship::of(tx.cx())?.hand;
    let thing = thing.reference();
    store::insert(tx, permit, Some(&thing), uploader, &copies).await?;
    text::ask(tx, &thing, &copies).await?;
    Ok(copies)
}

fn copy(cx: &Cx, file: &Attachment) -> Attachment {
    Attachment {
        id: cx.new_id(),
        ..file.clone()
    }
}

/// Forgets every file that hangs or hung on a thing, for an act of disposal; says how many. Bytes that nothing else refers
/// to go with the next [`sweep`], and what was read of them at once.
pub async fn dispose(tx: &Tx, permit: &Permit, thing: &impl Bearer) -> Result<u64, Fault> {
    let thing = thing.reference();
    let blobs = store::blobs_of(tx, &thing).await?;
    let dropped = store::drop_of(tx, permit, &thing).await?;
    text::forget_unused(tx, permit, Some(blobs)).await?;
    Ok(dropped)
}

/// A file that hangs on a thing, if the one who acts may have it.
pub async fn find(cx: &Cx, thing: &impl Bearer, id: AttachmentId) -> Result<Attachment, Fault> {
    if !thing.lets(cx, id).await? {
        return Err(Fault::NotFound);
    }
    let found = store::of(&cx.reader(), &thing.reference(), id).await?;
    found.ok_or(Fault::NotFound)
}

/// What a sweep took away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads that nobody hung on anything.
    pub uploads: u64,
    /// Blobs without any reference.
    pub blobs: u64,
}

/// Takes away what was uploaded more than a day ago and hung on nothing, and bytes that nothing refers to: neither an
/// attachment nor one of those others who say with `kept` what they need. In a rehearsal, on whose database nothing
/// remains, the bytes are counted alone.
pub async fn sweep(
    cx: &Cx,
    blobs: &Blobs,
    kept: &[BlobHash],
    rehearsal: bool,
) -> Result<Swept, Fault> {
    let before = cx.now().plus(-LOOSE);
    let permit = policy::may_sweep(cx)?;
    let tx = cx.begin().await?;
    let uploads = store::drop_loose(&tx, &permit, before).await?;
    text::forget_unused(&tx, &permit, None).await?;
    let entry = Audit::at_large(permit).with("uploads", uploads);
    let mut swept = Swept {
        uploads: *tx.commit(entry, uploads).await?,
        blobs: 0,
    };
    let kept: HashSet<&BlobHash> = kept.iter().collect();
    let mut after = None;
    loop {
        let page = blobs.list(after.as_ref(), PAGE).await.map_err(fault)?;
        // What came in meanwhile may be about to be referred to.
        let old: Vec<_> = page
            .iter()
            .filter(|blob| Timestamp::from(blob.stored_at) < before)
            .map(|blob| blob.hash)
            .collect();
        let used = store::referred_to(&cx.reader(), &old).await?;
        let is_left = |hash: &&BlobHash| !used.contains(hash) && !kept.contains(*hash);
        for hash in old.iter().filter(is_left) {
            // Stored again since the page was read, it may be about to be referred to as well.
            let removed = rehearsal || blobs.remove_old(hash, before.utc()).await.map_err(fault)?;
            swept.blobs += u64::from(removed);
        }
        match page.last() {
            Some(last) if page.len() == PAGE => after = Some(last.hash),
            _ => return Ok(swept),
        }
    }
}

/// What a failure of the store of blobs is to whoever sent or asked for a file.
pub(crate) fn fault(error: BlobError) -> Fault {
    match error {
        BlobError::TooLarge { limit } => {
            let name = String::new();
            Invalid::field("file", Reason::TooLarge { name, max: limit }).into()
        }
        BlobError::Sender(_) => Invalid::field("file", Reason::Malformed).into(),
        BlobError::Unavailable(_) => Fault::Unavailable(error.into()),
        other => Fault::internal(other),
    }
}
