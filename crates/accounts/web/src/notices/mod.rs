//! Notices as JSON; their page and their live count are webkit's.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_kernel::{Cursor, NoticeRow, Notices, Seen, Timestamp};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::json::{Done, Limit, Listed};

#[derive(Tags)]
enum Tag {
    /// What one is told.
    Notices,
}

/// Something that one is told.
#[derive(Object)]
struct NoticeItem {
    id: Uuid,
    at: OffsetDateTime,
    /// When it was seen; none if it was not.
    #[oai(skip_serializing_if_is_none)]
    seen_at: Option<OffsetDateTime>,
    /// The kind, e.g. `circulation.received`.
    kind: String,
    /// The kind of thing that it is about, e.g. `circulation`.
    subject_kind: String,
    /// The id of that thing.
    subject: Uuid,
    /// What happened, in the reader's language; none for a kind without words.
    #[oai(skip_serializing_if_is_none)]
    text: Option<String>,
    /// The page about it.
    #[oai(skip_serializing_if_is_none)]
    href: Option<String>,
}

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, NoticesApi)
}

fn item(visit: &Visit, notice: NoticeRow) -> NoticeItem {
    let told = visit.site().words().tell(&notice, visit.lang);
    let (text, href) = told.map(|told| (told.text, told.href)).unzip();
    NoticeItem {
        id: notice.id.into(),
        at: notice.at.utc(),
        seen_at: notice.seen_at.map(Timestamp::utc),
        kind: notice.kind,
        subject_kind: notice.subject_kind,
        subject: notice.subject_id,
        text,
        href,
    }
}

/// One's notices.
struct NoticesApi;

#[OpenApi(tag = "Tag::Notices")]
impl NoticesApi {
    /// One's notices, the newest first.
    #[oai(path = "/me/notices", method = "get", operation_id = "listNotices")]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<NoticeItem>>> {
        let after = after.0.as_deref().map(Cursor::from_outside);
        let mine = Notices(visit.me()?.standing.person);
        let page = mine
            .page(&visit.cx.reader(), after.as_ref(), limit.size())
            .await?;
        Ok(Json(Listed::of(page, |notice| item(&visit, notice))))
    }

    /// Marks all of one's notices as seen.
    #[oai(
        path = "/me/notices/seen",
        method = "put",
        operation_id = "seeAllNotices"
    )]
    async fn all_seen(&self, visit: Visit) -> Answer<Done> {
        seen(&visit, Seen::All).await
    }

    /// Marks one of one's notices as seen. One that is not there changes nothing.
    #[oai(
        path = "/me/notices/:id/seen",
        method = "put",
        operation_id = "seeNotice"
    )]
    async fn one_seen(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        seen(&visit, Seen::One(id.0.into())).await
    }
}

async fn seen(visit: &Visit, which: Seen) -> Answer<Done> {
    Notices(visit.me()?.standing.person)
        .seen(&visit.cx, which)
        .await?;
    Ok(Done::Done)
}
