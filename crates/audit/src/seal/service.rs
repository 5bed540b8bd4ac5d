//! The use cases.

use uuid::Uuid;
use yakusho_audit_chain::{Chain, Digest, Head, KeyId, SignedHead, Signer};
use yakusho_kernel::{
    Audit, Audited, Cursor, Cx, DbError, Denied, Fault, Page, Saved, Timestamp, Tx,
};

use super::store::{self, HeadRow, KeyRow, Place};
use super::{policy, record};
use crate::store::evidence::note;

/// Entries sealed in one transaction: on SQLite others wait for it, some milliseconds.
const BLOCK: u64 = 500;

/// Why nothing could be sealed or signed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Not by this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The key at hand is not the one that signs this trail; its name, and the name of the one that does.
    #[error("the trail is signed by the key {expected}, not by {given}")]
    OtherKey {
        /// The key at hand.
        given: KeyId,
        /// The key that signs.
        expected: KeyId,
    },
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<SealError> for Fault {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Denied(denied) => denied.into(),
            SealError::OtherKey { .. } => Self::internal(error),
            SealError::Db(error) => error.into(),
        }
    }
}

/// What is committed and not sealed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// How many entries.
    pub entries: u64,
    /// When the oldest of them began.
    pub since: Option<Timestamp>,
}

/// Seals what is committed, block by block; the answer is how many entries that were. Where another server seals at the
/// same time, one of the two goes on.
pub async fn seal(cx: &Cx) -> Result<u64, DbError> {
    let mut sealed = 0;
    loop {
        let block = seal_block(cx).await?;
        sealed += block;
        if block < BLOCK {
            return Ok(sealed);
        }
    }
}

async fn seal_block(cx: &Cx) -> Result<u64, DbError> {
    let reader = cx.reader();
    let mut chain = head(cx).await?;
    let entries = store::unsealed(&reader, BLOCK).await?;
    if entries.is_empty() {
        return Ok(0);
    }
    let places: Vec<_> = entries
        .iter()
        .map(|entry| {
            let link = chain.seal(&record::of(entry));
            Place {
                seq: link.seq,
                entry: entry.id,
                hash: link.hash,
            }
        })
        .collect();
    let tx = cx.begin().await?;
    if store::take(&tx, &places).await? {
        note(&tx, &entries).await?;
        tx.commit_unaudited().await?;
        Ok(places.len() as u64)
    } else {
        tx.rollback().await;
        Ok(0)
    }
}

/// The chain as far as it is sealed.
pub async fn head(cx: &Cx) -> Result<Chain, DbError> {
    let trail = cx.city().municipal_code();
    let last = store::place(&cx.reader(), None).await?;
    Ok(last.map_or_else(
        || Chain::begin(trail),
        |place| Chain {
            trail: trail.to_owned(),
            seq: place.seq,
            hash: place.hash,
        },
    ))
}

/// Seals what is committed and signs the head. The first key to sign becomes the trail's; after that another one signs
/// only if [`rotate`] handed over to it.
pub async fn sign(cx: &Cx, signer: &Signer) -> Result<SignedHead, SealError> {
    seal(cx).await?;
    let chain = head(cx).await?;
    let signed = signer.sign_head(&Head::of(&chain, &cx.now().to_string()));
    let tx = cx.begin().await?;
    keep_to(&tx, signer).await?;
    store::insert_head(&tx, cx, &signed).await?;
    tx.commit_unaudited().await?;
    Ok(signed)
}

/// Hands over to another key: heads are signed by it from now on, and who has the first key can check them.
pub async fn rotate(cx: &Cx, signer: &Signer, to: &Signer) -> Result<Saved<()>, SealError> {
    let tx = cx.begin().await?;
    let permit = policy::may_rotate(cx)?;
    keep_to(&tx, signer).await?;
    let trail = cx.city().municipal_code();
    let succession = signer.hand_over(trail, &to.public(), &cx.now().to_string());
    store::insert_key(&tx, cx, &to.public(), Some(&succession)).await?;
    let entry = Audit::at_large(permit)
        .with("from", signer.public().id().to_string())
        .with("to", to.public().id().to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Makes the key the trail's if it is the first, and refuses another than the one that signs.
async fn keep_to(tx: &Tx, signer: &Signer) -> Result<(), SealError> {
    let given = signer.public().id();
    match store::current_key(tx).await? {
        None => Ok(store::insert_key(tx, tx.cx(), &signer.public(), None).await?),
        Some(expected) if expected == given => Ok(()),
        Some(expected) => Err(SealError::OtherKey { given, expected }),
    }
}

/// A page of the heads that were signed, the newest first: a line to keep of each.
pub async fn heads(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Audited<Page<HeadRow>>, Fault> {
    let permit = policy::may_look_at_heads(cx)?;
    let after: Option<Uuid> = after.map(Cursor::key).transpose()?;
    let heads = store::heads(&cx.reader(), after, size + 1).await?;
    let page = Page::of(heads, size, |head| head.id);
    Ok(cx.disclose(permit, None, page).await?)
}

/// One of the heads that were signed.
pub async fn signed_head(cx: &Cx, id: Uuid) -> Result<Audited<HeadRow>, Fault> {
    let permit = policy::may_look_at_heads(cx)?;
    let found = store::signed_head(&cx.reader(), id).await?;
    let found = found.ok_or(Fault::NotFound)?;
    Ok(cx.disclose(permit, None, found).await?)
}

/// When a head was last signed; none before the first.
pub async fn last_signed(cx: &Cx) -> Result<Option<Timestamp>, DbError> {
    let heads = store::heads(&cx.reader(), None, 1).await?;
    Ok(heads.first().map(|head| head.at))
}

/// The newest heads that were not mailed yet, at most so many; the oldest first.
pub async fn not_mailed(cx: &Cx, most: u64) -> Result<Vec<HeadRow>, DbError> {
    store::not_mailed(&cx.reader(), most).await
}

/// Notes that a relay took these heads as mail.
pub async fn mailed(cx: &Cx, heads: &[HeadRow]) -> Result<(), DbError> {
    let tx = cx.begin().await?;
    store::insert_mails(&tx, heads).await?;
    tx.commit_unaudited().await
}

/// The name of the key that signs now; none before the first head.
pub async fn signing_key(cx: &Cx) -> Result<Option<KeyId>, DbError> {
    store::current_key(&cx.reader()).await
}

/// The keys that signed this trail's heads, the first one first.
pub async fn keys(cx: &Cx) -> Result<Vec<KeyRow>, DbError> {
    store::keys(&cx.reader()).await
}

/// The first entry that is not the one that was sealed in its place, or is gone; none if the trail is whole in itself.
/// Whether it was rewritten as a whole, only a head kept elsewhere can say.
pub async fn first_broken(cx: &Cx) -> Result<Option<u64>, DbError> {
    let reader = cx.reader();
    let mut chain = Chain::begin(cx.city().municipal_code());
    loop {
        let block = store::sealed(&reader, chain.seq, BLOCK).await?;
        if block.is_empty() {
            return Ok(None);
        }
        for (place, entry) in block {
            let expected = chain.seq + 1;
            let fits = entry.is_some_and(|entry| {
                let link = chain.seal(&record::of(&entry));
                (link.seq, link.hash) == (place.seq, place.hash)
            });
            if !fits {
                return Ok(Some(expected));
            }
        }
    }
}

/// The hash of the link of that number; none if the chain does not reach so far.
pub async fn hash_at(cx: &Cx, seq: u64) -> Result<Option<Digest>, DbError> {
    if seq == 0 {
        return Ok(Some(Chain::begin(cx.city().municipal_code()).hash));
    }
    let place = store::place(&cx.reader(), Some(seq)).await?;
    Ok(place
        .filter(|place| place.seq == seq)
        .map(|place| place.hash))
}

/// How much is not sealed yet, and since when.
pub async fn pending(cx: &Cx) -> Result<Pending, DbError> {
    let (entries, since) = store::waiting(&cx.reader()).await?;
    Ok(Pending {
        entries: u64::try_from(entries).unwrap_or_default(),
        since,
    })
}
