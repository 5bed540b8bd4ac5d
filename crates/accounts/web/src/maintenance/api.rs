//! Maintenance and notices to all, for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi, Tags};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_accounts::maintenance::{self, Announcement, AnnouncementKind, NewAnnouncement};
use yakusho_kernel::{Page, Timestamp};
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, Limit, Listed, Made, place};

#[derive(Tags)]
enum Tag {
    /// Maintenance and notices to all.
    Maintenance,
}

/// What an announcement brings with it.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "AnnouncementKind", rename_all = "snake_case")]
enum KindView {
    /// A notice to all, and nothing else.
    Notice,
    /// Everybody only reads.
    ReadOnly,
    /// The administrator alone reads.
    Closed,
}

impl From<KindView> for AnnouncementKind {
    fn from(kind: KindView) -> Self {
        match kind {
            KindView::Notice => Self::Notice,
            KindView::ReadOnly => Self::ReadOnly,
            KindView::Closed => Self::Closed,
        }
    }
}

impl From<AnnouncementKind> for KindView {
    fn from(kind: AnnouncementKind) -> Self {
        match kind {
            AnnouncementKind::Notice => Self::Notice,
            AnnouncementKind::ReadOnly => Self::ReadOnly,
            AnnouncementKind::Closed => Self::Closed,
        }
    }
}

/// Something announced to everybody.
#[derive(Debug, Object)]
#[oai(rename = "Announcement")]
struct AnnouncementView {
    /// Its id.
    id: Uuid,
    /// What it brings with it.
    kind: KindView,
    /// Where it stands: `planned`, `shown`, `on`, `over`.
    state: String,
    /// What is said in Japanese; may be empty for maintenance.
    words_ja: String,
    /// What is said in English; empty if nothing was written.
    words_en: String,
    /// From when on it is shown, in RFC 3339.
    shown_from: String,
    /// When it begins, in RFC 3339.
    starts_at: String,
    /// When it ends by itself, in RFC 3339, if that is known.
    #[oai(skip_serializing_if_is_none)]
    ends_at: Option<String>,
}

impl AnnouncementView {
    fn of(one: Announcement, now: Timestamp) -> Self {
        Self {
            id: one.id.into(),
            kind: one.kind.into(),
            state: one.state(now).code().to_owned(),
            words_ja: one.words_ja,
            words_en: one.words_en,
            shown_from: one.shown_from.to_string(),
            starts_at: one.starts_at.to_string(),
            ends_at: one.ends_at.map(|end| end.to_string()),
        }
    }
}

/// Something to be announced.
#[derive(Debug, Object)]
#[oai(rename = "NewAnnouncement")]
struct NewAnnouncementView {
    /// What it brings with it.
    kind: KindView,
    /// What is said in Japanese: up to 500 characters; required for a notice.
    #[oai(default)]
    words_ja: String,
    /// The same in English.
    #[oai(default)]
    words_en: String,
    /// From when on it is shown; at once unless told.
    shown_from: Option<OffsetDateTime>,
    /// When it begins; at once unless told.
    starts_at: Option<OffsetDateTime>,
    /// When it ends by itself; required for a notice.
    ends_at: Option<OffsetDateTime>,
}

/// When an announcement is to end.
#[derive(Debug, Object)]
#[oai(rename = "AnnouncementEnd")]
struct EndView {
    /// When; none for maintenance of which that is not known.
    ends_at: Option<OffsetDateTime>,
}

pub(super) struct AnnouncementApi;

#[OpenApi(tag = "Tag::Maintenance")]
impl AnnouncementApi {
    /// What is shown to everybody at the moment, what begins first before the others.
    #[oai(
        path = "/announcements/current",
        method = "get",
        operation_id = "currentAnnouncements"
    )]
    async fn current(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<AnnouncementView>>> {
        let now = visit.cx.now();
        let after = place(after.as_deref());
        let shown = maintenance::shown(&visit.cx).await?;
        let page = Page::among(shown, after.as_ref(), limit.size(), |one| one.id)?;
        Ok(Json(Listed::of(page, |one| AnnouncementView::of(one, now))))
    }
}

pub(super) struct MaintenanceApi;

#[OpenApi(tag = "Tag::Maintenance")]
impl MaintenanceApi {
    /// What was announced or is planned, the newest first.
    #[oai(
        path = "/announcements",
        method = "get",
        operation_id = "listAnnouncements"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<AnnouncementView>>> {
        let now = visit.cx.now();
        let after = place(after.as_deref());
        let found = maintenance::list(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, |one| {
            AnnouncementView::of(one, now)
        })))
    }

    /// Announces a notice to all or maintenance, or has everybody only read from now on.
    #[oai(path = "/announcements", method = "post", operation_id = "announce")]
    async fn announce(&self, visit: Visit, new: Json<NewAnnouncementView>) -> Answer<Made> {
        let new = new.0;
        let new = NewAnnouncement {
            kind: new.kind.into(),
            words_ja: new.words_ja,
            words_en: new.words_en,
            shown_from: new.shown_from.map(moment),
            starts_at: new.starts_at.map(moment),
            ends_at: new.ends_at.map(moment),
        };
        Ok(Made::of(
            maintenance::announce(&visit.cx, new).await?.into_inner(),
        ))
    }

    /// Has it end at another time than was said.
    #[oai(
        path = "/announcements/:id",
        method = "put",
        operation_id = "setEndOfAnnouncement"
    )]
    async fn set_end(&self, visit: Visit, id: Path<Uuid>, end: Json<EndView>) -> Answer<Done> {
        let ends_at = end.0.ends_at.map(moment);
        maintenance::set_end(&visit.cx, id.0.into(), ends_at)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Ends it, or calls it off before it began.
    #[oai(
        path = "/announcements/:id",
        method = "delete",
        operation_id = "endAnnouncement"
    )]
    async fn end(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        maintenance::end(&visit.cx, id.0.into()).await?.into_inner();
        Ok(Done::Done)
    }
}

fn moment(at: OffsetDateTime) -> Timestamp {
    let millis = at.unix_timestamp_nanos() / 1_000_000;
    // Any year that a date can be written in fits.
    Timestamp::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}
