//! Bookings that come back.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_kernel::{Invalid, Page, Reason};
use yakusho_scheduling::booking::{self, OnTaken, Repeat, SeriesBooked};
use yakusho_scheduling::recurrence::OnClosed;
use yakusho_webkit::json::{Limit, Listed, known, place};
use yakusho_webkit::{Answer, Visit};

use super::items::{BookingClash, BookingInput};
use super::taken::{Asked, asked};
use super::{BookingItem, Tag};

/// A series to be booked.
#[derive(Debug, Object)]
struct BookingSeries {
    /// The first of them.
    booking: BookingInput,
    /// The value of an RRULE (RFC 5545).
    rule: String,
    /// What becomes of closed days: `keep`, `next`, `previous`, `skip`; `keep` unless told.
    on_closed: Option<String>,
    /// Whether the other dates are booked where some are taken; otherwise nothing is.
    #[oai(default)]
    book_the_rest: bool,
}

/// A series that was booked.
#[derive(Debug, Object)]
struct BookedSeries {
    series: Uuid,
    /// The bookings, the first to begin first.
    booked: Vec<Uuid>,
    /// The dates that were left out, with what stands against each.
    left_out: Vec<BookingClash>,
}

impl From<SeriesBooked> for BookedSeries {
    fn from(booked: SeriesBooked) -> Self {
        Self {
            series: booked.series.into(),
            booked: booked.booked.into_iter().map(Into::into).collect(),
            left_out: booked.left_out.into_iter().map(Into::into).collect(),
        }
    }
}

/// That what is to come of a series is called off.
#[derive(Debug, Object)]
struct SeriesCancel {
    /// From when on; from now on unless told.
    from: Option<OffsetDateTime>,
}

/// What calling a series off did.
#[derive(Debug, Object)]
struct SeriesCancelled {
    /// How many bookings were called off.
    cancelled: usize,
}

pub(super) struct SeriesApi;

#[OpenApi(tag = "Tag::Bookings")]
impl SeriesApi {
    /// Books a facility again and again, up to its window; from there it is carried on by night. Dates that are taken are
    /// named.
    #[oai(
        path = "/booking-series",
        method = "post",
        operation_id = "bookFacilitySeries"
    )]
    async fn book(&self, visit: Visit, series: Json<BookingSeries>) -> Answer<Asked<BookedSeries>> {
        let BookingSeries {
            booking,
            rule,
            on_closed,
            book_the_rest,
        } = series.0;
        let on_closed = known("on_closed", on_closed.as_deref(), OnClosed::from_code)?;
        let malformed = |_| Invalid::field("rule", Reason::Malformed);
        let repeat = Repeat {
            rule: rule.parse().map_err(malformed)?,
            on_closed: on_closed.unwrap_or_default(),
        };
        let on_taken = if book_the_rest {
            OnTaken::BookTheRest
        } else {
            OnTaken::Refuse
        };
        let booked = booking::book_series(&visit.cx, booking.into(), repeat, on_taken).await;
        asked(&visit, booked, |booked| {
            Asked::Made(Json(booked.into_inner().into()))
        })
    }

    /// The bookings of a series, the first to begin first.
    #[oai(
        path = "/booking-series/:id",
        method = "get",
        operation_id = "getBookingSeries"
    )]
    async fn show(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BookingItem>>> {
        let rows = booking::of_series(&visit.cx, id.0.into()).await?;
        if rows.is_empty() {
            return Err(yakusho_kernel::Fault::NotFound.into());
        }
        let after = place(after.as_deref());
        let page = Page::among(rows, after.as_ref(), limit.size(), |row| row.booking.id)?;
        let item = |row| BookingItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// Calls off what is still to come of a series, and books nothing more for it.
    #[oai(
        path = "/booking-series/:id/cancel",
        method = "post",
        operation_id = "cancelBookingSeries"
    )]
    async fn cancel(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        cancel: Json<SeriesCancel>,
    ) -> Answer<Json<SeriesCancelled>> {
        let from = cancel.0.from.map_or(visit.cx.now(), Into::into);
        let cancelled = *booking::cancel_series(&visit.cx, id.0.into(), from).await?;
        Ok(Json(SeriesCancelled { cancelled }))
    }
}
