//! The use cases.

use uuid::Uuid;
use yakusho_kernel::{Audited, Cursor, Cx, DbError, Fault, Page, Ref, Subject};

use crate::{AuditError, Entry, Evidence, Filter, policy, store};

/// Entries taken from the database at once for an export.
const CHUNK: usize = 1_000;

/// A page of entries, the newest first.
pub async fn search(
    cx: &Cx,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Audited<Page<Entry>>, AuditError> {
    let permit = policy::may_search(cx)?;
    let page = store::page(&cx.reader(), filter, after, size).await?;
    Ok(cx.disclose(permit, subject(filter), page).await?)
}

/// One entry.
pub async fn entry(cx: &Cx, id: Uuid) -> Result<Audited<Entry>, AuditError> {
    let permit = policy::may_look(cx)?;
    let found = store::get(&cx.reader(), id).await?.ok_or(Fault::NotFound)?;
    let of = Ref {
        kind: "audit.entry".into(),
        id,
    };
    Ok(cx.disclose(permit, Some(&of), found).await?)
}

/// When each rule was last seen at work: for everybody, without saying who did what.
pub async fn evidence(cx: &Cx) -> Result<Vec<Evidence>, DbError> {
    store::evidence(&cx.reader()).await
}

/// The entries as CSV (UTF-8, with a header, times in UTC), the newest first, handed to `sink` in pieces.
pub async fn export<S>(cx: &Cx, filter: &Filter, mut sink: S) -> Result<Audited<u64>, AuditError>
where
    S: AsyncFnMut(Vec<u8>) -> Result<(), Fault>,
{
    let permit = policy::may_export(cx)?;
    // The entry of the export is committed before the first byte leaves.
    let said = cx.disclose(permit, subject(filter), ()).await?;
    let (mut after, mut count) = (None, 0);
    let mut piece = csv::Writer::from_writer(Vec::new());
    piece.write_record(HEADER).map_err(Fault::internal)?;
    loop {
        let page = store::page(&cx.reader(), filter, after.as_ref(), CHUNK).await?;
        for entry in &page.items {
            write(&mut piece, entry).map_err(Fault::internal)?;
            count += 1;
        }
        sink(
            piece
                .into_inner()
                .map_err(|error| Fault::internal(error.to_string()))?,
        )
        .await?;
        after = page.next;
        if after.is_none() {
            return Ok(said.map(|()| count));
        }
        piece = csv::Writer::from_writer(Vec::new());
    }
}

fn subject(filter: &Filter) -> Option<&(dyn Subject + Sync)> {
    filter
        .subject
        .as_ref()
        .map(|subject| subject as &(dyn Subject + Sync))
}

const HEADER: [&str; 15] = [
    "id",
    "at",
    "person",
    "on_behalf",
    "proxy",
    "part",
    "role",
    "act",
    "subject_kind",
    "subject_id",
    "rule",
    "citation",
    "outcome",
    "detail",
    "request",
];

fn write(out: &mut csv::Writer<Vec<u8>>, entry: &Entry) -> csv::Result<()> {
    let id = |id: Option<String>| id.unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    out.write_record([
        entry.id.to_string(),
        entry.at.to_string(),
        id(entry.person.map(|person| person.to_string())),
        id(entry.on_behalf.map(|person| person.to_string())),
        text(&entry.proxy),
        text(&entry.part),
        text(&entry.role),
        entry.act.clone(),
        text(&entry.subject_kind),
        id(entry.subject_id.map(|subject| subject.to_string())),
        text(&entry.rule),
        text(&entry.citation),
        entry.outcome.clone(),
        entry.detail.to_string(),
        entry.request.to_string(),
    ])
}
