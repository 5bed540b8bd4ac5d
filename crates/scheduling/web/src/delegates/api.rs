//! Delegates as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_kernel::{Invalid, Page, Reason};
use yakusho_scheduling::event::{self, Delegate, DelegateRow};
use yakusho_webkit::json::{Done, Limit, Listed, place};
use yakusho_webkit::{Answer, Visit};

use crate::schedule::Tag;

/// That somebody may write in one's calendar.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct DelegateItem {
    id: Uuid,
    /// Who may, if a person was named.
    person: Option<Uuid>,
    /// The post whose holder may, if a post was named.
    post: Option<Uuid>,
    given_at: OffsetDateTime,
}

/// Who is to write in one's calendar: a person, or whoever holds a post.
#[derive(Debug, Object)]
struct DelegateInput {
    person: Option<Uuid>,
    post: Option<Uuid>,
}

/// Somebody in whose calendar one writes.
#[derive(Debug, Object)]
struct CalendarOwner {
    person: Uuid,
}

pub(super) struct DelegateApi;

#[OpenApi(tag = "Tag::Schedule")]
impl DelegateApi {
    /// Whom one lets write in one's calendar.
    #[oai(
        path = "/schedule/delegates",
        method = "get",
        operation_id = "listDelegates"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DelegateItem>>> {
        let after = place(after.as_deref());
        let me = visit.me()?.standing.person;
        let rows = event::delegates(&visit.cx, me).await?;
        let page = Page::among(rows, after.as_ref(), limit.size(), |row| row.id)?;
        Ok(Json(Listed::of(page, DelegateItem::from)))
    }

    /// Lets a person, or whoever holds a post, write in one's calendar.
    #[oai(
        path = "/schedule/delegates",
        method = "post",
        operation_id = "addDelegate"
    )]
    async fn give(&self, visit: Visit, body: Json<DelegateInput>) -> Answer<Done> {
        let delegate = match (body.person, body.post) {
            (Some(person), None) => Delegate::Person(person.into()),
            (None, Some(post)) => Delegate::Post(post.into()),
            _ => return Err(Invalid::field("person", Reason::Required).into()),
        };
        let me = visit.me()?.standing.person;
        let _ = event::give(&visit.cx, me, &[delegate]).await?;
        Ok(Done::Done)
    }

    /// Lets them no longer.
    #[oai(
        path = "/schedule/delegates/:id/revoke",
        method = "post",
        operation_id = "revokeDelegate"
    )]
    async fn revoke(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = event::revoke(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }

    /// Those in whose calendars one writes.
    #[oai(
        path = "/schedule/owners",
        method = "get",
        operation_id = "listCalendarOwners"
    )]
    async fn owners(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CalendarOwner>>> {
        let after = place(after.as_deref());
        let owners = event::owners(&visit.cx).await?;
        let page = Page::among(owners, after.as_ref(), limit.size(), |owner| *owner)?;
        Ok(Json(Listed::of(page, CalendarOwner::from)))
    }
}

impl From<yakusho_kernel::PersonId> for CalendarOwner {
    fn from(person: yakusho_kernel::PersonId) -> Self {
        Self {
            person: person.into(),
        }
    }
}

impl From<DelegateRow> for DelegateItem {
    fn from(row: DelegateRow) -> Self {
        let (person, post) = match row.delegate {
            Delegate::Person(person) => (Some(person.into()), None),
            Delegate::Post(post) => (None, Some(post.into())),
        };
        Self {
            id: row.id.into(),
            person,
            post,
            given_at: row.given_at.local(),
        }
    }
}
