//! The use cases.

use time::{Date, Duration};
use uuid::Uuid;
use yakusho_kernel::{Audited, Cursor, Cx, DbError, Fault, Page, Ref, Subject, Timestamp};

use crate::store::evidence;
use crate::{Entry, Evidence, Filter, policy, store};

/// Entries taken from the database at once for an export.
const CHUNK: usize = 1_000;

/// A page of entries, the newest first.
pub async fn search(
    cx: &Cx,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Audited<Page<Entry>>, Fault> {
    let permit = policy::may_search(cx)?;
    let page = store::page(&cx.reader(), filter, after, size).await?;
    Ok(cx.disclose(permit, subject(filter), page).await?)
}

/// One entry.
pub async fn entry(cx: &Cx, id: Uuid) -> Result<Audited<Entry>, Fault> {
    let permit = policy::may_look(cx)?;
    let found = store::get(&cx.reader(), id).await?.ok_or(Fault::NotFound)?;
    let of = Ref {
        kind: "audit.entry".into(),
        id,
    };
    Ok(cx.disclose(permit, Some(&of), found).await?)
}

/// When each rule was last seen at work by the end of a day: for everybody, without saying who did what. What an act
/// cited beside its first rule counts once it is sealed.
pub async fn evidence(cx: &Cx, day: Date) -> Result<Vec<Evidence>, DbError> {
    let end = Timestamp::start_of(day).plus(Duration::DAY);
    evidence::evidence(&cx.reader(), end).await
}

/// Begins an export of the entries that fit. Its own entry is committed before the first byte leaves.
pub async fn export(cx: &Cx, filter: Filter) -> Result<Audited<Export>, Fault> {
    let permit = policy::may_export(cx)?;
    let said = cx.disclose(permit, subject(&filter), ()).await?;
    Ok(said.map(|()| Export {
        cx: cx.clone(),
        filter,
        begin: Begin::First,
    }))
}

/// An export under way: the newest entry first.
#[derive(Debug)]
pub struct Export {
    cx: Cx,
    filter: Filter,
    begin: Begin,
}

/// Where the next piece of an export begins.
#[derive(Debug)]
enum Begin {
    First,
    After(Cursor),
    Nowhere,
}

impl Export {
    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<Entry>>, Fault> {
        let after = match std::mem::replace(&mut self.begin, Begin::Nowhere) {
            Begin::First => None,
            Begin::After(cursor) => Some(cursor),
            Begin::Nowhere => return Ok(None),
        };
        let page = store::page(&self.cx.reader(), &self.filter, after.as_ref(), CHUNK).await?;
        self.begin = page.next.map_or(Begin::Nowhere, Begin::After);
        Ok(Some(page.items))
    }
}

fn subject(filter: &Filter) -> Option<&(dyn Subject + Sync)> {
    filter
        .subject
        .as_ref()
        .map(|subject| subject as &(dyn Subject + Sync))
}
