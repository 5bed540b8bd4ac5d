//! Measures and security methods for other programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::protection::{
    self, EndForm, Filter, Measure, MeasureForm, MeasureKind, Methods, MethodsForm, ReviewForm,
};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::csv::Given;
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use super::list;
use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new()
        .api(Access::User, ProtectionApi)
        .api_download(Access::User, MeasuresFileApi)
}

/// A measure that protects a system.
#[derive(Debug, Object)]
struct MeasureItem {
    id: Uuid,
    system: Uuid,
    /// `data`, `disaster`.
    kind: String,
    /// What is done.
    text: String,
    since: Date,
    /// The section whose manager takes it; left out where the information system manager does.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// The last day for its next review; left out once it has ended.
    #[oai(skip_serializing_if_is_none)]
    review_by: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    reviewed_on: Option<Date>,
    /// What was found at the last review.
    #[oai(skip_serializing_if_is_none)]
    finding: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    ended_on: Option<Date>,
    /// To be given back with an act.
    revision: i32,
}

impl From<Measure> for MeasureItem {
    fn from(one: Measure) -> Self {
        Self {
            id: one.id.into(),
            system: one.system.into(),
            kind: one.kind.code().to_owned(),
            text: one.text,
            since: one.since,
            section: one.section.map(Into::into),
            review_by: one.review,
            reviewed_on: one.reviewed.as_ref().map(|found| found.on),
            finding: one.reviewed.map(|found| found.words),
            ended_on: one.ended.map(|ended| ended.on),
            revision: one.revision,
        }
    }
}

/// A measure to be entered.
#[derive(Debug, Object)]
struct NewMeasure {
    /// `data`, `disaster`.
    kind: String,
    /// What is done.
    text: String,
    /// Since when; today unless told.
    since: Option<Date>,
}

/// A review of a measure.
#[derive(Debug, Object)]
struct MeasureReview {
    /// As it was read.
    revision: i32,
    /// What is done from now on.
    text: String,
    /// What was found.
    finding: String,
}

/// The end of a measure.
#[derive(Debug, Object)]
struct MeasureEnd {
    /// As it was read.
    revision: i32,
    /// Its last day; today unless told.
    on: Option<Date>,
    reason: String,
}

/// A version of the security methods of a system.
#[derive(Debug, Object)]
struct MethodsItem {
    id: Uuid,
    /// What they are.
    text: String,
    from: Date,
    /// Whether others took their place before they were in force.
    superseded: bool,
}

impl From<Methods> for MethodsItem {
    fn from(one: Methods) -> Self {
        Self {
            id: one.id.into(),
            text: one.text,
            from: one.from,
            superseded: one.superseded_at.is_some(),
        }
    }
}

/// Security methods to be set.
#[derive(Debug, Object)]
struct NewMethods {
    /// That of the system, as it was read.
    revision: i32,
    /// What they are.
    text: String,
    /// From which day; today unless told.
    from: Option<Date>,
}

struct ProtectionApi;

#[OpenApi(tag = "Tag::Forms")]
impl ProtectionApi {
    /// The measures that are taken, the first to be reviewed first.
    #[oai(path = "/measures", method = "get", operation_id = "listMeasures")]
    async fn list(
        &self,
        visit: Visit,
        /// `data`, `disaster`.
        kind: Query<Option<String>>,
        /// Those alone whose review is overdue.
        #[oai(default)]
        overdue: Query<bool>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<MeasureItem>>> {
        let filter = Filter {
            kind: known("kind", kind.as_deref(), MeasureKind::from_code)?,
            overdue: overdue.0,
        };
        let after = place(after.as_deref());
        let found = protection::list(&visit.cx, filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, |row| row.measure.into())))
    }

    /// A measure.
    #[oai(path = "/measures/:id", method = "get", operation_id = "getMeasure")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<MeasureItem>> {
        let view = protection::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.measure.into()))
    }

    /// The measures of a system, ended ones too, the last entered first.
    #[oai(
        path = "/systems/:id/measures",
        method = "get",
        operation_id = "listSystemMeasures"
    )]
    async fn of_system(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<MeasureItem>>> {
        let after = place(after.as_deref());
        let id = id.0.into();
        let found = protection::of_system(&visit.cx, id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, MeasureItem::from)))
    }

    /// Enters a measure that was taken for a system.
    #[oai(
        path = "/systems/:id/measures",
        method = "post",
        operation_id = "addMeasure"
    )]
    async fn add(&self, visit: Visit, id: Path<Uuid>, new: Json<NewMeasure>) -> Answer<Made> {
        let kind = known("kind", Some(&*new.kind), MeasureKind::from_code)?;
        let form = MeasureForm {
            kind: kind.ok_or_else(|| Invalid::field("kind", Reason::Required))?,
            since: new.since.unwrap_or(visit.cx.today()),
            text: new.0.text,
        };
        Ok(Made::of(
            *protection::add(&visit.cx, id.0.into(), form).await?,
        ))
    }

    /// Reviews a measure.
    #[oai(
        path = "/measures/:id/review",
        method = "post",
        operation_id = "reviewMeasure"
    )]
    async fn review(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        said: Json<MeasureReview>,
    ) -> Answer<Done> {
        let MeasureReview {
            revision,
            text,
            finding,
        } = said.0;
        let form = ReviewForm { text, finding };
        let _ = protection::review(&visit.cx, id.0.into(), revision, form).await?;
        Ok(Done::Done)
    }

    /// Ends a measure; it stays readable.
    #[oai(
        path = "/measures/:id/end",
        method = "post",
        operation_id = "endMeasure"
    )]
    async fn end(&self, visit: Visit, id: Path<Uuid>, said: Json<MeasureEnd>) -> Answer<Done> {
        let form = EndForm {
            on: said.on.unwrap_or(visit.cx.today()),
            reason: said.0.reason,
        };
        let _ = protection::end(&visit.cx, id.0.into(), said.0.revision, form).await?;
        Ok(Done::Done)
    }

    /// The security methods that were set for a system, the last first.
    #[oai(
        path = "/systems/:id/security-methods",
        method = "get",
        operation_id = "listSecurityMethods"
    )]
    async fn methods(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<MethodsItem>>> {
        let after = place(after.as_deref());
        let id = id.0.into();
        let found = protection::methods(&visit.cx, id, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, MethodsItem::from)))
    }

    /// Sets the security methods of a system from a day on.
    #[oai(
        path = "/systems/:id/security-methods",
        method = "post",
        operation_id = "setSecurityMethods"
    )]
    async fn set_methods(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<NewMethods>,
    ) -> Answer<Made> {
        let NewMethods {
            revision,
            text,
            from,
        } = new.0;
        let from = from.unwrap_or(visit.cx.today());
        let form = MethodsForm { text, from };
        let id = id.0.into();
        let set = protection::set_methods(&visit.cx, id, revision, form).await?;
        Ok(Made::of(*set))
    }
}

/// Measures as a file.
struct MeasuresFileApi;

#[OpenApi(tag = "Tag::Forms")]
impl MeasuresFileApi {
    /// The measures that one sees, ended ones too, as CSV.
    #[oai(
        path = "/measures/csv",
        method = "get",
        operation_id = "exportMeasuresCsv"
    )]
    async fn export(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(list::everything(&visit).await?))
    }
}
