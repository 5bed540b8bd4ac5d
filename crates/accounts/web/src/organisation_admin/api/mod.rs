//! Live edits of the organisation for programs.

pub(super) mod appointments;
pub(super) mod people;
pub(super) mod units;

use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use poem_openapi::{Object, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::ledger::Recorded;
use yakusho_kernel::Page;
use yakusho_webkit::Answer;

use crate::json::{Limit, Listed, place};

#[derive(Tags)]
enum Tag {
    /// Live edits of units, posts, staff and appointments.
    Organisation,
}

/// From when something is no more.
#[derive(Debug, Object)]
struct Ending {
    /// The record that was read.
    row: Uuid,
    /// The first day on which it is no more.
    from: Date,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// Something that was recorded.
#[derive(Debug, Object)]
struct Record<T: Type + ParseFromJSON + ToJSON> {
    /// The record; to be sent with an edit of what it says.
    row: Uuid,
    /// The first day on which it holds.
    first: Date,
    /// The last day; none for no end.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// What it says.
    content: T,
    /// When it was recorded, in RFC 3339.
    recorded_at: String,
    /// When another took its place, in RFC 3339; none if it still stands.
    #[oai(skip_serializing_if_is_none)]
    superseded_at: Option<String>,
    /// The order that recorded it; none for a live edit.
    #[oai(skip_serializing_if_is_none)]
    order: Option<Uuid>,
}

/// A page of everything that was recorded, what was recorded first first.
fn page<T: Type + ParseFromJSON + ToJSON>(
    records: impl IntoIterator<Item = Recorded<T>>,
    after: Option<&str>,
    limit: Limit,
) -> Answer<Json<Listed<Record<T>>>> {
    let after = place(after);
    let page = Page::among(records, after.as_ref(), limit.size(), |record| record.row)?;
    Ok(Json(Listed::of(page, |record| Record {
        row: record.row.into(),
        first: record.days.first(),
        last: record.days.last(),
        content: record.state,
        recorded_at: record.recorded_at.to_string(),
        superseded_at: record.superseded_at.map(|at| at.to_string()),
        order: record.cause.map(Into::into),
    })))
}
