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
        begin: Begin::Header,
    }))
}

/// The entries as CSV, under way: UTF-8 with a header, times in UTC, the newest entry first.
#[derive(Debug)]
pub struct Export {
    cx: Cx,
    filter: Filter,
    begin: Begin,
}

/// Where the next piece of an export begins.
#[derive(Debug)]
enum Begin {
    Header,
    After(Cursor),
    Nowhere,
}

impl Export {
    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut piece = csv::Writer::from_writer(Vec::new());
        let after = match std::mem::replace(&mut self.begin, Begin::Nowhere) {
            Begin::Header => {
                piece.write_record(HEADER).map_err(Fault::internal)?;
                None
            }
            Begin::After(cursor) => Some(cursor),
            Begin::Nowhere => return Ok(None),
        };
        let page = store::page(&self.cx.reader(), &self.filter, after.as_ref(), CHUNK).await?;
        for entry in &page.items {
            write(&mut piece, entry).map_err(Fault::internal)?;
        }
        self.begin = page.next.map_or(Begin::Nowhere, Begin::After);
        let piece = piece.into_inner();
        Ok(Some(
            piece.map_err(|error| Fault::internal(error.to_string()))?,
        ))
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
