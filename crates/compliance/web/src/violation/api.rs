//! Reports as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::Items;
use yakusho_compliance::violation::{self, Breach, Handling, Outcome, Report, View, Violation};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Answer, Visit};

use crate::duties::Tag;
use crate::inquiry::thing;

/// A report of a violation.
#[derive(Debug, Object)]
struct ViolationItem {
    id: Uuid,
    /// The kind of the thing that is reported.
    item_kind: String,
    item: Uuid,
    /// What that was called.
    title: String,
    /// `false_information`, `defamation`, `unlawful` or `hindrance`.
    breach: String,
    /// What is wrong with it.
    account: String,
    reported_by: Uuid,
    reported_by_name: String,
    reported_at: OffsetDateTime,
    /// The last day on which it is handled in time.
    due: Date,
    /// `taken_down`, `settled` or `no_breach`.
    #[oai(skip_serializing_if_is_none)]
    outcome: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    reason: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    handled_at: Option<OffsetDateTime>,
    /// To be given back with an act.
    revision: i32,
}

impl From<Violation> for ViolationItem {
    fn from(one: Violation) -> Self {
        let handled = one.handled;
        let outcome = handled.as_ref().map(|handled| handled.outcome.code());
        let handled_at = handled.as_ref().map(|handled| handled.at.utc());
        Self {
            id: one.id.into(),
            item_kind: one.item.kind.into_owned(),
            item: one.item.id,
            title: one.title,
            breach: one.breach.code().to_owned(),
            account: one.account,
            reported_by: one.reported.by.author.into(),
            reported_by_name: one.reported.name,
            reported_at: one.reported_at.utc(),
            due: one.due,
            outcome: outcome.map(str::to_owned),
            handled_at,
            reason: handled.map(|handled| handled.reason),
            revision: one.revision,
        }
    }
}

/// A violation to be reported.
#[derive(Debug, Object)]
struct NewViolation {
    /// The kind of the thing: `board.post`, `circulation`, `document` or `event`.
    item_kind: String,
    item: Uuid,
    /// `false_information`, `defamation`, `unlawful` or `hindrance`.
    breach: String,
    /// What is wrong with it: at most 2,000 characters.
    account: String,
}

/// How a report is handled.
#[derive(Debug, Object)]
struct HandledAs {
    /// As it was read.
    revision: i32,
    /// `taken_down`, `settled` or `no_breach`.
    outcome: String,
    /// At most 2,000 characters.
    reason: String,
}

pub(super) struct ViolationsApi(pub(super) Items);

#[OpenApi(tag = "Tag::Compliance")]
impl ViolationsApi {
    /// Reports of violations.
    #[oai(path = "/violations", method = "get", operation_id = "listViolations")]
    async fn list(
        &self,
        visit: Visit,
        /// `mine` (reported by the caller); `open` and `handled`, for the administrator and the supervisor; `mine` unless
        /// told.
        view: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ViolationItem>>> {
        let view = known("view", view.as_deref(), View::from_code)?.unwrap_or(View::Mine);
        let after = place(after.as_deref());
        let listed = violation::list(&visit.cx, view, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, ViolationItem::from)))
    }

    /// A report.
    #[oai(
        path = "/violations/:id",
        method = "get",
        operation_id = "getViolation"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<ViolationItem>> {
        let view = violation::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.violation.into()))
    }

    /// Reports a thing that the caller may see.
    #[oai(
        path = "/violations",
        method = "post",
        operation_id = "reportViolation"
    )]
    async fn report(&self, visit: Visit, new: Json<NewViolation>) -> Answer<Made> {
        let new = new.0;
        let breach = Breach::from_code(&new.breach)
            .ok_or_else(|| Invalid::field("breach", Reason::Unknown))?;
        let form = Report {
            breach,
            account: new.account,
        };
        let item = thing(new.item_kind, new.item);
        let id = violation::report(&visit.cx, &self.0, &item, form).await?;
        Ok(Made::of(*id))
    }

    /// Handles a report; what is in breach is taken down.
    #[oai(
        path = "/violations/:id/handle",
        method = "post",
        operation_id = "handleViolation"
    )]
    async fn handle(&self, visit: Visit, id: Path<Uuid>, said: Json<HandledAs>) -> Answer<Done> {
        let said = said.0;
        let outcome = Outcome::from_code(&said.outcome)
            .ok_or_else(|| Invalid::field("outcome", Reason::Unknown))?;
        let form = Handling {
            outcome,
            reason: said.reason,
        };
        let _ = violation::handle(&visit.cx, &self.0, id.0.into(), said.revision, form).await?;
        Ok(Done::Done)
    }
}
