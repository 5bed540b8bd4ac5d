//! What time brings about on the board: told every night, to each once, and harmless to repeat on the same day.

use std::collections::BTreeMap;

use yakusho_accounts::calendar;
use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId, Timestamp, Tx};

use super::model::{CategoryId, Post};
use super::service::{owing, readership, title};
use super::{policy, store};
use crate::due::Dues;
use crate::notices;

/// How far back a job looks for what it may have missed while it did not run.
const MISSED: time::Duration = time::Duration::days(7);

/// Tells authors of posts that began to be seen since they were published for a later time.
pub async fn publish_due(cx: &Cx) -> Result<usize, Fault> {
    let tx = cx.begin().await?;
    let started = store::started(&tx, since(cx), cx.now()).await?;
    tell(tx, notices::BOARD_SHOWN, &started).await
}

/// Tells authors of posts whose time is over.
pub async fn expire(cx: &Cx) -> Result<usize, Fault> {
    let tx = cx.begin().await?;
    let ended = store::ended(&tx, since(cx), cx.now()).await?;
    tell(tx, notices::BOARD_ENDED, &ended).await
}

fn since(cx: &Cx) -> Timestamp {
    cx.now().plus(-MISSED)
}

/// Tells the author of each post, once for each of its versions.
async fn tell(tx: Tx, kind: &'static str, posts: &[Post]) -> Result<usize, Fault> {
    let permit = policy::may_run_nightly(tx.cx())?;
    let told: Vec<(PersonId, Notice)> = posts
        .iter()
        .map(|post| {
            let notice = Notice::new(kind, &post.id)
                .keyed(post.version.to_string())
                .params(title(post));
            (post.by.author, notice)
        })
        .collect();
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit)
        .with("kind", kind)
        .with("told", told);
    Ok(*tx.commit(entry, told).await?)
}

/// Reminds those who have not confirmed what asks them to, or only what it said before, on the days that the city sets
/// before and after the due date; says how many were not reminded today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let values = cx.city().values(cx.today());
    let calendar = calendar::of(&cx.reader()).await?;
    let dues = Dues::on(cx.today(), values, &calendar)?;
    let permit = policy::may_run_nightly(cx)?;
    let tx = cx.begin().await?;
    let posts = store::due(&tx, dues.all(), cx.now()).await?;
    let confirmed = store::confirmed_of(&tx, posts.iter().map(|post| post.id)).await?;
    let categories = store::some(&tx, posts.iter().map(|post| post.content.category)).await?;
    // Categories are few, and each has its own readers.
    let mut readers: BTreeMap<CategoryId, Vec<PersonId>> = BTreeMap::new();
    for (id, category) in &categories {
        readers.insert(*id, readership(&tx, cx, category).await?);
    }
    let mut told = Vec::new();
    for post in &posts {
        let notice = owing(cx, post);
        let people = readers
            .get(&post.content.category)
            .map_or(&[][..], Vec::as_slice);
        let owing = people
            .iter()
            .filter(|person| **person != post.by.author)
            .filter(|person| !confirmed.contains(&(post.id, **person)));
        told.extend(owing.map(|person| (*person, notice.clone())));
    }
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit)
        .with("kind", notices::BOARD_REMINDER)
        .with("told", told);
    Ok(*tx.commit(entry, told).await?)
}
