//! The trail taken out as a file.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use poem::web::Data;
use poem::{Response, handler};
use time::OffsetDateTime;
use yakusho_audit::seal::{self, TrailFile};
use yakusho_audit::{Entry, Filter};
use yakusho_kernel::{Fault, Invalid, PersonId, Reason};
use yakusho_search::Sources;
use yakusho_webkit::{Answer, Visit};

use super::names::{Names, subject_of};
use super::search::Asked;
use super::texts::Text;
use super::words;

/// The columns, as their reader calls them: first what one reads, then what tells one thing from another of its name.
const COLUMNS: [Text; 15] = [
    Text::At,
    Text::Who,
    Text::Behalf,
    Text::Role,
    Text::Act,
    Text::Thing,
    Text::Outcome,
    Text::Ground,
    Text::Facts,
    Text::WhoId,
    Text::BehalfId,
    Text::ActCode,
    Text::ThingId,
    Text::Request,
    Text::EntryId,
];

/// `GET /audit/export.csv`
#[handler]
pub(super) async fn show(visit: Visit, Data(sources): Data<&Arc<Sources>>) -> Answer<Response> {
    let filter = clear(&visit).await?;
    csv(&visit, sources, filter).await
}

/// `GET /audit/export.jsonl`
#[handler]
pub(super) async fn sealed(visit: Visit) -> Answer<Response> {
    let filter = clear(&visit).await?;
    trail(&visit, filter).await
}

/// What the query asks for, if that is clear.
async fn clear(visit: &Visit) -> Answer<Filter> {
    let asked = Asked::of(visit).await?;
    if asked.is_clear() {
        Ok(asked.filter)
    } else {
        Err(Invalid::field("who", Reason::Unknown).into())
    }
}

/// The entries that fit, as they come out of the database.
pub(super) async fn csv(visit: &Visit, sources: &Arc<Sources>, filter: Filter) -> Answer<Response> {
    let name = format!("audit-{}.csv", visit.cx.today());
    let export = yakusho_audit::export(&visit.cx, filter).await?.into_inner();
    let headings = COLUMNS.map(|column| column.to(visit.lang));
    let headings = yakusho_sheet::begin(headings.iter().map(|heading| &**heading));
    let begin = (export, visit.clone(), Arc::clone(sources));
    let entries = stream::try_unfold(begin, async |(mut export, visit, sources)| {
        let Some(entries) = export.next().await? else {
            return Ok::<_, Fault>(None);
        };
        let names = Names::of(&visit, &sources, &entries).await?;
        let rows = entries.iter().map(|entry| row(&visit, &names, entry));
        Ok(Some((yakusho_sheet::rows(rows), (export, visit, sources))))
    });
    let headings = stream::once(async { Ok(headings) });
    Ok(visit.stream(&name, "text/csv; charset=utf-8", headings.chain(entries)))
}

fn row(visit: &Visit, names: &Names, entry: &Entry) -> [String; 15] {
    let id = |id: Option<PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    let subject = subject_of(entry);
    [
        to_the_second(entry.at.local()),
        names.actor_words(visit, entry),
        names.behalf_words(visit, entry).unwrap_or_default(),
        words::role(visit, entry).unwrap_or_default(),
        words::act(visit, &entry.act),
        subject
            .as_ref()
            .map(|subject| names.thing_words(visit, subject))
            .unwrap_or_default(),
        words::outcome_words(visit.lang, &entry.outcome).into_owned(),
        words::ground(visit, entry).unwrap_or_default(),
        names.detail_words(visit, entry),
        id(entry.person),
        id(entry.on_behalf),
        entry.act.clone(),
        subject
            .map(|subject| format!("{}:{}", subject.kind, subject.id))
            .unwrap_or_default(),
        entry.request.to_string(),
        entry.id.to_string(),
    ]
}

/// A time by the clock on the wall, as a spreadsheet reads it.
fn to_the_second(at: OffsetDateTime) -> String {
    let (hour, minute, second) = at.to_hms();
    format!("{} {hour:02}:{minute:02}:{second:02}", at.date())
}

/// The sealed trail with the entries that fit, as `yakusho-batch audit verify` reads it.
pub(super) async fn trail(visit: &Visit, filter: Filter) -> Answer<Response> {
    let name = format!("audit-{}.jsonl", visit.cx.today());
    let file = seal::export(&visit.cx, filter).await?.into_inner();
    let pieces = stream::try_unfold(file, async |mut file: TrailFile| {
        let piece = file.next().await?;
        Ok::<_, Fault>(piece.map(|piece| (piece, file)))
    });
    Ok(visit.stream(&name, "application/jsonl", pieces))
}
