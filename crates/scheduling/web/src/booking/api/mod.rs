//! The JSON API of bookings.

mod files;
mod items;
mod series;
mod taken;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Invalid, Page, Reason};
use yakusho_scheduling::booking::{self, Booked, BookingId, Decision, Mine};
use yakusho_scheduling::facility::{self, FacilityKind};
use yakusho_webkit::json::{AtRevision, Done, Limit, Listed, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

pub(crate) use items::BookingItem;
use items::{BookingInput, PlanItem};
use taken::{Asked, asked};

#[derive(Tags)]
enum Tag {
    /// Bookings of facilities.
    Bookings,
}

/// A booking that was made or moved.
#[derive(Debug, Object)]
struct BookedItem {
    id: Uuid,
    /// `confirmed`, `tentative` until an approval is decided, or `waiting`.
    state: String,
}

impl From<Booked> for BookedItem {
    fn from(booked: Booked) -> Self {
        Self {
            id: booked.id.into(),
            state: booked.state.code().to_owned(),
        }
    }
}

/// A booking in place of one that was read.
#[derive(Debug, Object)]
struct BookingChange {
    /// As it was read.
    revision: i32,
    booking: BookingInput,
}

/// That a booking is called off.
#[derive(Debug, Object)]
struct BookingCancel {
    /// As it was read.
    revision: i32,
    /// Why; needed for what is somebody else's.
    #[oai(default)]
    reason: String,
}

/// How an approval is decided.
#[derive(Debug, Object)]
struct BookingDecision {
    /// As it was read.
    revision: i32,
    /// Whether the booking is confirmed.
    approve: bool,
    /// Why it is refused.
    #[oai(default)]
    reason: String,
}

/// The operations on bookings.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .api(
            Access::User,
            (BookingApi, series::SeriesApi, files::BookingCsvApi),
        )
        .api_download(Access::User, files::BookingFileApi)
}

struct BookingApi;

#[OpenApi(tag = "Tag::Bookings")]
impl BookingApi {
    /// The facilities that one may see, with what has them.
    #[oai(
        path = "/facilities/plan",
        method = "get",
        operation_id = "showFacilityPlan"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter")]
    async fn plan(
        &self,
        visit: Visit,
        /// The first day; today unless told.
        from: Query<Option<Date>>,
        /// How many days, at most 31; one unless told.
        days: Query<Option<i64>>,
        category: Query<Option<Uuid>>,
        /// `room`, `equipment` or `car`.
        kind: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PlanItem>>> {
        let kind = known("kind", kind.0.as_deref(), FacilityKind::from_code)?;
        let from = from.0.unwrap_or_else(|| visit.cx.today());
        let category = category.0.map(Into::into);
        let days = days.0.unwrap_or(1);
        let all = facility::list(&visit.cx, category, kind).await?;
        let all = all.iter().map(|row| row.facility.id);
        let after = place(after.0.as_deref());
        let page = Page::among(all, after.as_ref(), limit.size(), |id| *id)?;
        let rows = booking::plan_of(&visit.cx, &page.items, from, days).await?;
        let page = Page {
            items: rows,
            next: page.next,
        };
        let item = |row| PlanItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// Bookings: one's own that are to come or over, those that wait for one's approval, or what is out of the facilities
    /// that one keeps.
    #[oai(path = "/bookings", method = "get", operation_id = "listBookings")]
    async fn list(
        &self,
        visit: Visit,
        /// `coming`, `past`, `pending` or `lent`; `coming` unless told.
        view: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BookingItem>>> {
        let (after, size) = (place(after.0.as_deref()), limit.size());
        let after = after.as_ref();
        let page = match view.0.as_deref().unwrap_or("coming") {
            "coming" => booking::mine(&visit.cx, Mine::Coming, after, size).await?,
            "past" => booking::mine(&visit.cx, Mine::Past, after, size).await?,
            "pending" => booking::pending(&visit.cx, after, size).await?,
            "lent" => {
                let owed = booking::owed(&visit.cx).await?;
                Page::among(owed, after, size, |row| row.booking.id)?
            }
            _ => return Err(Invalid::field("view", Reason::Unknown).into()),
        };
        let item = |row| BookingItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// A booking.
    #[oai(path = "/bookings/:id", method = "get", operation_id = "getBooking")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<BookingItem>> {
        let row = booking::show(&visit.cx, id.0.into()).await?;
        Ok(Json(BookingItem::of(row, visit.lang)))
    }

    /// Books a facility, or waits for it. Where it is taken, the answer names everything that stands against it.
    #[oai(path = "/bookings", method = "post", operation_id = "bookFacility")]
    async fn book(&self, visit: Visit, input: Json<BookingInput>) -> Answer<Asked<BookedItem>> {
        let booked = booking::book(&visit.cx, input.0.into()).await;
        asked(&visit, booked, |booked| Asked::Made(Json((*booked).into())))
    }

    /// Moves a booking, or changes what it is for. Moved, it needs its approval anew.
    #[oai(path = "/bookings/:id", method = "put", operation_id = "changeBooking")]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<BookingChange>,
    ) -> Answer<Asked<BookedItem>> {
        let id: BookingId = id.0.into();
        let BookingChange { revision, booking } = change.0;
        let changed = booking::change(&visit.cx, id, revision, booking.into()).await;
        asked(&visit, changed, |booked| {
            Asked::Changed(Json((*booked).into()))
        })
    }

    /// Calls a booking off; who waited for it gets it.
    #[oai(
        path = "/bookings/:id/cancel",
        method = "post",
        operation_id = "cancelBooking"
    )]
    async fn cancel(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        cancel: Json<BookingCancel>,
    ) -> Answer<Done> {
        let BookingCancel { revision, reason } = cancel.0;
        let _ = booking::cancel(&visit.cx, id.0.into(), revision, &reason).await?;
        Ok(Done::Done)
    }

    /// Approves a booking, or refuses it.
    #[oai(
        path = "/bookings/:id/decide",
        method = "post",
        operation_id = "decideBooking"
    )]
    async fn decide(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        decision: Json<BookingDecision>,
    ) -> Answer<Done> {
        let BookingDecision {
            revision,
            approve,
            reason,
        } = decision.0;
        let decision = if approve {
            Decision::Approve
        } else {
            Decision::Refuse(reason)
        };
        let _ = booking::decide(&visit.cx, id.0.into(), revision, decision).await?;
        Ok(Done::Done)
    }

    /// Hands out what is booked.
    #[oai(
        path = "/bookings/:id/lend",
        method = "post",
        operation_id = "lendBooking"
    )]
    async fn lend(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = booking::lend(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }

    /// Takes back what was handed out; what is left of its time is free from then on.
    #[oai(
        path = "/bookings/:id/return",
        method = "post",
        operation_id = "returnBooking"
    )]
    async fn take_back(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = booking::take_back(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }
}
