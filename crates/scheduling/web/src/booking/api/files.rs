//! Bookings from files and into them.

use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_scheduling::booking;
use yakusho_webkit::csv::{Given, KIND, Sent};
use yakusho_webkit::sheet::SheetFaultItem;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{Created, period};

/// What a file of bookings would do.
#[derive(Debug, Object)]
struct BookingImportPlan {
    /// How many bookings it would make.
    bookings: usize,
    /// Every fault; nothing is booked as long as there is one.
    faults: Vec<SheetFaultItem>,
}

/// What a file of bookings did.
#[derive(Debug, Object)]
struct BookingsImported {
    /// The bookings that were made.
    bookings: Vec<Uuid>,
}

/// Bookings from a file: CSV with the columns of the template, by their headings or codes.
pub(super) struct BookingCsvApi;

#[OpenApi(tag = "Tag::Bookings")]
impl BookingCsvApi {
    /// Tries a file out: every fault by line and column, and nothing is booked.
    #[oai(
        path = "/bookings/csv/dry-run",
        method = "post",
        operation_id = "dryRunBookingCsv"
    )]
    async fn dry_run(&self, visit: Visit, file: Sent) -> Answer<Json<BookingImportPlan>> {
        let plan = booking::try_import(&visit.cx, &file.content()).await?;
        Ok(Json(BookingImportPlan {
            bookings: plan.bookings,
            faults: SheetFaultItem::all(&visit, &plan.faults),
        }))
    }

    /// Books what is in a file, every line or none. Faults are refused by `lines.LINE.COLUMN`.
    #[oai(
        path = "/bookings/csv",
        method = "post",
        operation_id = "importBookingCsv"
    )]
    async fn import(&self, visit: Visit, file: Sent) -> Answer<Created<BookingsImported>> {
        let booked = booking::import(&visit.cx, &file.content()).await?;
        let bookings = booked.into_inner().into_iter().map(Into::into).collect();
        Ok(Created::Created(Json(BookingsImported { bookings })))
    }
}

/// Bookings as files.
pub(super) struct BookingFileApi;

#[OpenApi(tag = "Tag::Bookings")]
impl BookingFileApi {
    /// What held facilities from a day up to the last, as a file that reads back. To take it out is an entry of the audit
    /// trail.
    #[oai(
        path = "/bookings/csv",
        method = "get",
        operation_id = "exportBookings"
    )]
    async fn export(
        &self,
        visit: Visit,
        /// The first day.
        first: Query<Option<Date>>,
        /// The last day.
        last: Query<Option<Date>>,
    ) -> Answer<Given> {
        let (first, last) = period(first.0, last.0)?;
        let file = booking::export(&visit.cx, first, last).await?.into_inner();
        let name = format!("bookings-{first}-{last}.csv");
        Ok(Given::of(visit.file(&name, KIND, file)))
    }

    /// A file to fill in: the heading alone.
    #[oai(
        path = "/bookings/csv/template",
        method = "get",
        operation_id = "getBookingTemplate"
    )]
    #[expect(clippy::unused_async, reason = "operations are called as futures")]
    async fn template(&self, visit: Visit) -> Answer<Given> {
        let content = booking::template();
        Ok(Given::of(visit.file(
            "bookings-template.csv",
            KIND,
            content,
        )))
    }
}
