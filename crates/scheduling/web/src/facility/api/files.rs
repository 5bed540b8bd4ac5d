//! Facilities from files and into them, and what they look like.

use poem::{Body, IntoResponse, Response};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::registry::{MetaResponses, Registry};
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::Fault;
use yakusho_scheduling::facility::{self, Photo};
use yakusho_webkit::csv::{Given, Sent};
use yakusho_webkit::json::{Done, handed};
use yakusho_webkit::sheet::SheetFaultItem;
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::facility::{photo, sheet, usage};
use crate::json::period;

/// What a file of facilities would do.
#[derive(Debug, Object)]
struct FacilityImportPlan {
    /// How many facilities it would add.
    added: usize,
    /// How many it would change.
    changed: usize,
    /// Every fault; nothing is taken as long as there is one.
    faults: Vec<SheetFaultItem>,
}

/// What a file of facilities did.
#[derive(Debug, Object)]
struct FacilitiesImported {
    /// How many lines were taken.
    facilities: usize,
}

/// What a facility looks like, as it is sent to browsers.
struct Picture(Response);

impl IntoResponse for Picture {
    fn into_response(self) -> Response {
        self.0
    }
}

impl ApiResponse for Picture {
    fn meta() -> MetaResponses {
        handed(&Photo::KINDS)
    }

    fn register(_: &mut Registry) {}
}

/// Facilities from a file: CSV with the columns of the template, by their headings or codes.
pub(super) struct FacilityCsvApi;

#[OpenApi(tag = "Tag::Facilities")]
impl FacilityCsvApi {
    /// Tries a file out: every fault by line and column, and nothing changes.
    #[oai(
        path = "/facilities/csv/dry-run",
        method = "post",
        operation_id = "dryRunFacilityCsv"
    )]
    async fn dry_run(&self, visit: Visit, file: Sent) -> Answer<Json<FacilityImportPlan>> {
        let plan = facility::try_import(&visit.cx, &file.content()).await?;
        Ok(Json(FacilityImportPlan {
            added: plan.added,
            changed: plan.changed,
            faults: SheetFaultItem::all(&visit, &plan.faults),
        }))
    }

    /// Takes a file, all of its lines or none: those of a known code change, the others are added. Faults are refused by
    /// `lines.LINE.COLUMN`.
    #[oai(
        path = "/facilities/csv",
        method = "post",
        operation_id = "importFacilityCsv"
    )]
    async fn import(&self, visit: Visit, file: Sent) -> Answer<Json<FacilitiesImported>> {
        let facilities = *facility::import(&visit.cx, &file.content()).await?;
        Ok(Json(FacilitiesImported { facilities }))
    }

    /// Takes the picture of a facility away.
    #[oai(
        path = "/facilities/:id/photo",
        method = "delete",
        operation_id = "removeFacilityPhoto"
    )]
    async fn remove_photo(&self, visit: Visit, id: Path<Uuid>) -> Answer<Done> {
        let _ = facility::remove_photo(&visit.cx, id.0.into()).await?;
        Ok(Done::Done)
    }
}

pub(super) struct PhotoUploadApi;

#[OpenApi(tag = "Tag::Facilities")]
impl PhotoUploadApi {
    /// Sets the picture of a facility: JPEG, PNG, WebP or GIF of at most 5 MiB, whatever its sender calls it.
    #[oai(
        path = "/facilities/:id/photo",
        method = "put",
        operation_id = "setFacilityPhoto"
    )]
    async fn set(&self, visit: Visit, id: Path<Uuid>, file: Binary<Body>) -> Answer<Done> {
        // Who may not see it is told so before anything is stored.
        let row = facility::get(&visit.cx, id.0.into()).await?;
        let content = file.0.into_async_read();
        let stored = visit.store("photo", content, Photo::LARGEST).await?;
        let photo = Photo::of(&stored)?;
        let _ = facility::set_photo(&visit.cx, row.facility.id, photo).await?;
        Ok(Done::Done)
    }
}

/// Facilities as files.
pub(super) struct FacilityFileApi;

#[OpenApi(tag = "Tag::Facilities")]
impl FacilityFileApi {
    /// Every facility, as a file that reads back.
    #[oai(
        path = "/facilities/csv",
        method = "get",
        operation_id = "exportFacilities"
    )]
    async fn export(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(sheet::everything(&visit).await?))
    }

    /// A file to fill in: the heading alone.
    #[oai(
        path = "/facilities/csv/template",
        method = "get",
        operation_id = "getFacilityTemplate"
    )]
    #[expect(clippy::unused_async, reason = "operations are called as futures")]
    async fn template(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(sheet::blank(&visit)))
    }

    /// How much the facilities that one keeps were used, as a file.
    #[oai(
        path = "/facilities/usage/csv",
        method = "get",
        operation_id = "exportFacilityUse"
    )]
    async fn usage(
        &self,
        visit: Visit,
        /// The first day.
        first: Query<Option<Date>>,
        /// The last day.
        last: Query<Option<Date>>,
    ) -> Answer<Given> {
        let period = period(first.0, last.0)?;
        Ok(Given::of(usage::file(&visit, period).await?))
    }

    /// What a facility looks like.
    #[oai(
        path = "/facilities/:id/photo",
        method = "get",
        operation_id = "getFacilityPhoto"
    )]
    async fn photo(&self, visit: Visit, id: Path<Uuid>) -> Answer<Picture> {
        let found = facility::photo(&visit.cx, id.0.into()).await?;
        let found = found.ok_or(Fault::NotFound)?;
        Ok(Picture(photo::handed(&visit, &found).await?))
    }
}
