//! Search as JSON.

use std::sync::Arc;

use poem_openapi::param::Query as Asks;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_kernel::{Cursor, Cx, Fault, Invalid, Page, PageError, Reason, UnitId};
use yakusho_search::{Asked, Hit, Part, Query, Sources, find};
use yakusho_webkit::json::{Limit, Listed, known, place};
use yakusho_webkit::{Answer, Visit};

use crate::named::{self, Named, One};
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
    /// What it is: `person`, `unit`, `post` (an office that somebody holds), `document`, `board.post`, `circulation`, `event`,
    /// `facility`, `compliance.case`.
    kind: String,
    id: Uuid,
    /// What it is called.
    title: Vec<FoundPart>,
    /// What it says where that stands which was asked for; of a person, the reading and the main post, and of a post, who
    /// holds it.
    excerpt: Vec<FoundPart>,
    /// The section that it is of; of a person, that of the main post.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// Whether it is a draft, which others do not find.
    draft: bool,
    /// When it was last changed; of an event, when it begins; none of people, units and posts.
    #[oai(skip_serializing_if_is_none)]
    at: Option<OffsetDateTime>,
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
            at: Some(hit.at.utc()),
        }
    }
}

impl From<One> for Found {
    fn from(one: One) -> Self {
        let (kind, id, title, excerpt, section) = match one {
            One::Person(card) => {
                let place = [card.kana, card.unit_name, card.post_title].join(" ");
                (Named::People, card.id.into(), card.name, place, card.unit)
            }
            One::Unit(id, name) => (Named::Units, id.into(), name, String::new(), Some(id)),
            One::Post(card, holders) => {
                let title = format!("{} {}", card.unit_name, card.title);
                let holders = holders.join("、");
                (
                    Named::Posts,
                    card.id.into(),
                    title,
                    holders,
                    Some(card.unit),
                )
            }
        };
        let part = |text: String| {
            (!text.is_empty()).then_some(FoundPart {
                text,
                marked: false,
            })
        };
        Self {
            kind: kind.code().to_owned(),
            id,
            title: part(title).into_iter().collect(),
            excerpt: part(excerpt).into_iter().collect(),
            section: section.map(Into::into),
            draft: false,
            at: None,
        }
    }
}

/// Search.
pub(crate) struct SearchApi(pub(crate) Arc<Sources>);

#[OpenApi(tag = "Tag::Search")]
impl SearchApi {
    /// People, units and posts by name, and then what one may see of what has all of these words, by rank; where they are in
    /// very many things, the newest first.
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
        /// Of this kind alone: `person`, `unit`, `post`, `document`, `board.post`, `circulation`, `event`.
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
        let there = |kind: &str| {
            let named = Named::ALL.into_iter().map(Named::code);
            named.chain(self.0.kinds()).find(|known| *known == kind)
        };
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
        let search = Search {
            cx: &visit.cx,
            sources: &self.0,
            words: query.words(),
            query,
            unit,
            asked,
        };
        let after = place(after.0.as_deref());
        let found = search.page(after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, |found| found)))
    }
}

/// What is asked for.
struct Search<'a> {
    cx: &'a Cx,
    sources: &'a Sources,
    query: Query,
    words: String,
    unit: Option<UnitId>,
    asked: Asked,
}

/// A list of what is found: by name, or in the index where none is said.
type List = Option<Named>;

/// Where a page begins: the code of the list, and the place in it.
type Place = (String, Option<String>);

impl Search<'_> {
    /// The lists, one after the other. By name nothing is found that has a day.
    fn lists(&self) -> Vec<List> {
        let is_dated = self.asked.from.is_some() || self.asked.until.is_some();
        let named = Named::ALL.into_iter().map(Some);
        match self.asked.kind.as_deref().map(Named::from_code) {
            Some(list) => vec![list],
            None if is_dated => vec![None],
            None => named.chain([None]).collect(),
        }
    }

    /// A page of all lists, which goes on where one ends with the next.
    async fn page(&self, after: Option<&Cursor>, size: usize) -> Result<Page<Found>, Fault> {
        let lists = self.lists();
        let (mut begin, mut inner) = (0, None);
        if let Some(after) = after {
            let (list, within): Place = after.key()?;
            let mut codes = lists.iter().map(|list| code(*list));
            begin = codes.position(|code| code == list).ok_or(PageError)?;
            inner = within.as_deref().map(Cursor::from_outside);
        }
        let mut items = Vec::new();
        for list in lists.into_iter().skip(begin) {
            let room = size - items.len();
            let page = self.list(list, inner.take().as_ref(), room.max(1)).await?;
            let next = match (room, page.items.is_empty(), page.next) {
                (0, true, _) => continue,
                (0, false, _) => Some(None),
                (.., next) => {
                    items.extend(page.items);
                    next.map(Some)
                }
            };
            if let Some(within) = next {
                let within = within.map(|within: Cursor| within.as_str().to_owned());
                let next = Some(Cursor::after(&(code(list), within)));
                return Ok(Page { items, next });
            }
        }
        Ok(Page { items, next: None })
    }

    /// A page of one of them.
    async fn list(
        &self,
        list: List,
        after: Option<&Cursor>,
        size: usize,
    ) -> Result<Page<Found>, Fault> {
        let Some(named) = list else {
            let found = find(self.cx, self.sources, &self.query, &self.asked, after, size).await?;
            return Ok(found.map(Found::from));
        };
        let asked = named::Asked {
            words: &self.words,
            unit: self.unit,
            sections: &self.asked.sections,
        };
        let found = named::page(self.cx, named, &asked, after, size).await?;
        Ok(found.map(Found::from))
    }
}

fn code(list: List) -> &'static str {
    list.map_or("indexed", Named::code)
}
