//! Search as JSON.

use std::sync::Arc;

use poem_openapi::param::Query as Asks;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_kernel::{Invalid, Reason};
use yakusho_search::{Asked, Hit, Part, Query, Sources, find};
use yakusho_webkit::json::{Limit, Listed, known, place};
use yakusho_webkit::{Answer, Visit};

use crate::sections;

#[derive(Tags)]
enum Tag {
    /// Searching everything that one may see.
    Search,
}

/// A piece of what was found, as plain text.
#[derive(Debug, Object)]
struct FoundPart {
    text: String,
    /// Whether it is what was asked for.
    marked: bool,
}

impl From<Part> for FoundPart {
    fn from(Part { text, marked }: Part) -> Self {
        Self { text, marked }
    }
}

/// Something that was found.
#[derive(Debug, Object)]
struct Found {
    /// What it is: `document`, `board.post`, `circulation`, `event`, `facility`, `compliance.case`.
    kind: String,
    id: Uuid,
    /// What it is called.
    title: Vec<FoundPart>,
    /// What it says where that stands which was asked for.
    excerpt: Vec<FoundPart>,
    /// The section that it is of.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// Whether it is a draft, which others do not find.
    draft: bool,
    /// When it was last changed; of an event, when it begins.
    at: OffsetDateTime,
}

impl From<Hit> for Found {
    fn from(hit: Hit) -> Self {
        let parts = |parts: Vec<Part>| parts.into_iter().map(Into::into).collect();
        Self {
            kind: hit.item.kind.into_owned(),
            id: hit.item.id,
            title: parts(hit.title),
            excerpt: parts(hit.excerpt),
            section: hit.section.map(Into::into),
            draft: hit.draft,
            at: hit.at.utc(),
        }
    }
}

/// Search.
pub(crate) struct SearchApi(pub(crate) Arc<Sources>);

#[OpenApi(tag = "Tag::Search")]
impl SearchApi {
    /// What one may see of what has all of these words, by rank; where they are in very many things, the newest first.
    #[oai(path = "/search", method = "get", operation_id = "search")]
    #[expect(
        clippy::too_many_arguments,
        reason = "a parameter for each way to narrow the search"
    )]
    async fn search(
        &self,
        visit: Visit,
        /// Words, in any kana, width and case; without any, nothing is found. `"…"` is found as it stands, and `-` leaves out what has a word.
        q: Asks<Option<String>>,
        /// Of this kind alone: `document`, `board.post`, `circulation`, `event`.
        kind: Asks<Option<String>>,
        /// Of this unit, or one below it.
        section: Asks<Option<Uuid>>,
        /// From this day on.
        from: Asks<Option<Date>>,
        /// Until this day, itself included.
        until: Asks<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Asks<Option<String>>,
        /// How many items a page has.
        limit: Asks<Limit>,
    ) -> Answer<Json<Listed<Found>>> {
        let query = Query::of(q.0.as_deref().unwrap_or_default());
        let there = |kind: &str| self.0.kinds().find(|known| *known == kind);
        let kind = known("kind", kind.0.as_deref(), there)?;
        let days = from.0.zip(until.0);
        if days.is_some_and(|(from, until)| until < from) {
            return Err(Invalid::field("until", Reason::EndBeforeStart).into());
        }
        let unit = section.0.map(Into::into);
        let asked = Asked {
            kind: kind.map(str::to_owned),
            sections: sections::with_below(&visit.cx, unit).await?,
            from: from.0,
            until: until.0,
            each: true,
        };
        let after = place(after.0.as_deref());
        let size = limit.size();
        let found = find(&visit.cx, &self.0, &query, &asked, after.as_ref(), size).await?;
        Ok(Json(Listed::of(found, Into::into)))
    }
}
