//! The JSON API of facilities.

mod files;
mod items;
mod settings;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::OffsetDateTime;
use uuid::Uuid;
use yakusho_kernel::Page;
use yakusho_scheduling::booking;
use yakusho_scheduling::facility::{self, BlackoutForm, FacilityId, FacilityKind, Search};
use yakusho_webkit::json::{AtRevision, Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::booking::api::BookingItem;
use crate::json::Created;
use items::{FacilityBlackout, FacilityDetail, FacilityItem, FacilitySet};

#[derive(Tags)]
enum Tag {
    /// Facilities: rooms, equipment and cars.
    Facilities,
}

/// A facility in place of one that was read.
#[derive(Debug, Object)]
struct FacilityChange {
    /// As it was read.
    revision: i32,
    settings: FacilitySet,
}

/// That a facility is not booked any more.
#[derive(Debug, Object)]
struct FacilityClosing {
    /// As it was read.
    revision: i32,
    /// Why what is still to come is called off; without it, a facility that is booked stays open.
    reason: Option<String>,
}

/// What closing a facility did.
#[derive(Debug, Object)]
struct FacilityClosed {
    /// How many bookings were called off.
    cancelled: usize,
}

/// A time in which a facility is not to be booked.
#[derive(Debug, Object)]
struct BlackoutWanted {
    starts_at: OffsetDateTime,
    ends_at: OffsetDateTime,
    /// Why, for those who would book it.
    reason: String,
}

/// A blackout that was set.
#[derive(Debug, Object)]
struct BlackoutSet {
    id: Uuid,
    /// How many bookings lie in it. They stay, and those who booked were told.
    met: usize,
}

/// The operations on facilities.
pub(super) fn routes() -> Routes {
    Routes::new()
        .api(
            Access::User,
            (FacilityApi, settings::CategoryApi, files::FacilityCsvApi),
        )
        .api_upload(Access::User, files::PhotoUploadApi)
        .api_download(Access::User, files::FacilityFileApi)
}

struct FacilityApi;

#[OpenApi(tag = "Tag::Facilities")]
impl FacilityApi {
    /// The facilities that one may see, in the order of display.
    #[oai(path = "/facilities", method = "get", operation_id = "listFacilities")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter")]
    async fn list(
        &self,
        visit: Visit,
        category: Query<Option<Uuid>>,
        /// `room`, `equipment` or `car`.
        kind: Query<Option<String>>,
        /// Words that stand in the name, the place or the code.
        words: Query<Option<String>>,
        /// Also those that are not booked any more, as far as one keeps them.
        retired: Query<Option<bool>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FacilityItem>>> {
        let search = Search {
            category: category.0.map(Into::into),
            kind: known("kind", kind.0.as_deref(), FacilityKind::from_code)?,
            words: words.0.unwrap_or_default(),
            retired: retired.0.unwrap_or_default(),
        };
        let after = place(after.0.as_deref());
        let page = facility::search(&visit.cx, &search, after.as_ref(), limit.size()).await?;
        let item = |row| FacilityItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// A facility with what is set of it.
    #[oai(path = "/facilities/:id", method = "get", operation_id = "getFacility")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<FacilityDetail>> {
        let row = facility::get(&visit.cx, id.0.into()).await?;
        Ok(Json(row.into()))
    }

    /// Adds a facility.
    #[oai(path = "/facilities", method = "post", operation_id = "addFacility")]
    async fn add(&self, visit: Visit, settings: Json<FacilitySet>) -> Answer<Made> {
        let id = facility::add(&visit.cx, settings.0.form()?).await?;
        Ok(Made::of(*id))
    }

    /// Changes a facility.
    #[oai(
        path = "/facilities/:id",
        method = "put",
        operation_id = "changeFacility"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<FacilityChange>,
    ) -> Answer<Done> {
        let FacilityChange { revision, settings } = change.0;
        let _ = facility::change(&visit.cx, id.0.into(), revision, settings.form()?).await?;
        Ok(Done::Done)
    }

    /// Closes a facility: nobody books it any more. With a reason, what is still to come is called off.
    #[oai(
        path = "/facilities/:id/close",
        method = "post",
        operation_id = "closeFacility"
    )]
    async fn close(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        closing: Json<FacilityClosing>,
    ) -> Answer<Json<FacilityClosed>> {
        let FacilityClosing { revision, reason } = closing.0;
        let why = reason.as_deref();
        let cancelled = *facility::retire(&visit.cx, id.0.into(), revision, why).await?;
        Ok(Json(FacilityClosed { cancelled }))
    }

    /// Takes a facility up again that was closed.
    #[oai(
        path = "/facilities/:id/reopen",
        method = "post",
        operation_id = "reopenFacility"
    )]
    async fn reopen(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = facility::take_up(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }

    /// What is still to come of a facility, the first to begin first.
    #[oai(
        path = "/facilities/:id/bookings",
        method = "get",
        operation_id = "listFacilityBookings"
    )]
    async fn coming(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BookingItem>>> {
        let after = place(after.0.as_deref());
        let id: FacilityId = id.0.into();
        let page = booking::coming(&visit.cx, id, after.as_ref(), limit.size()).await?;
        let item = |row| BookingItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// Those who wait for a facility, the first to come first.
    #[oai(
        path = "/facilities/:id/waiting",
        method = "get",
        operation_id = "listFacilityWaiting"
    )]
    async fn waiting(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<BookingItem>>> {
        let after = place(after.0.as_deref());
        let rows = booking::waiting(&visit.cx, id.0.into()).await?;
        let page = Page::among(rows, after.as_ref(), limit.size(), |row| row.booking.id)?;
        let item = |row| BookingItem::of(row, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }

    /// The times that are not over in which a facility cannot be booked.
    #[oai(
        path = "/facilities/:id/blackouts",
        method = "get",
        operation_id = "listFacilityBlackouts"
    )]
    async fn blackouts(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FacilityBlackout>>> {
        let after = place(after.0.as_deref());
        let blackouts = facility::blackouts(&visit.cx, id.0.into()).await?;
        let page = Page::among(blackouts, after.as_ref(), limit.size(), |one| one.id)?;
        Ok(Json(Listed::of(page, FacilityBlackout::from)))
    }

    /// Sets a time in which a facility cannot be booked. What is booked in it stays.
    #[oai(
        path = "/facilities/:id/blackouts",
        method = "post",
        operation_id = "addFacilityBlackout"
    )]
    async fn black_out(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        wanted: Json<BlackoutWanted>,
    ) -> Answer<Created<BlackoutSet>> {
        let form = BlackoutForm {
            starts_at: wanted.0.starts_at.into(),
            ends_at: wanted.0.ends_at.into(),
            reason: wanted.0.reason,
        };
        let (id, met) = *facility::add_blackout(&visit.cx, id.0.into(), form).await?;
        let id = id.into();
        Ok(Created::Created(Json(BlackoutSet { id, met })))
    }

    /// Lifts a blackout: the facility can be booked again.
    #[oai(
        path = "/facility-blackouts/:id/lift",
        method = "post",
        operation_id = "liftFacilityBlackout"
    )]
    async fn lift(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = facility::lift_blackout(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }
}
