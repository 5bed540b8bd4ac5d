//! Members of staff.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::staff::{self, Staff, StaffEdit, Status};
use yakusho_kernel::{EmploymentClass, Fault, Invalid, Reason};
use yakusho_webkit::{Answer, Visit};

use super::{Record, Tag, page};
use crate::json::{Done, Limit, Listed, Made};
use crate::orders::Elsewhere;
use crate::organisation_admin::act::go_agreed;

/// Whether somebody is here.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "StaffStatus", rename_all = "snake_case")]
enum StatusView {
    /// At work.
    Active,
    /// On leave of absence.
    Leave,
    /// On childcare leave.
    ChildcareLeave,
    /// Seconded elsewhere.
    Seconded,
    /// No longer employed.
    Left,
}

/// What can be edited of a member of staff.
#[derive(Debug, Object)]
#[oai(rename = "StaffContent")]
struct StaffView {
    /// The staff number: 1 to 20 characters.
    number: String,
    /// The name as it is written, family name first: 1 to 60 characters.
    name: String,
    /// Its reading, in kana.
    kana: String,
    /// The employment class: `mayor`, `deputy_mayor`, `superintendent`, `regular`, `fixed_term`, `dispatched`,
    /// `contractor`.
    class: String,
}

/// What was recorded of a member of staff.
#[derive(Debug, Object)]
#[oai(rename = "StaffRecord")]
struct StaffState {
    /// Number, name, reading and class.
    staff: StaffView,
    /// Whether they are here.
    status: StatusView,
}

/// Somebody to be taken on.
#[derive(Debug, Object)]
struct NewStaff {
    /// Who.
    staff: StaffView,
    /// The first day.
    first: Date,
    /// The last day; none until further notice.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
}

/// A member of staff of whom something is to be recorded otherwise.
#[derive(Debug, Object)]
#[oai(rename = "StaffEdit")]
struct StaffChange {
    /// The record that was read.
    row: Uuid,
    /// The first day.
    from: Date,
    /// What is recorded then.
    staff: StaffView,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// That somebody is away, back or gone.
#[derive(Debug, Object)]
struct StatusChange {
    /// The record that was read.
    row: Uuid,
    /// Whether they are here then.
    status: StatusView,
    /// The first day.
    first: Date,
    /// The last day; none until further notice.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

impl From<StatusView> for Status {
    fn from(view: StatusView) -> Self {
        match view {
            StatusView::Active => Self::Active,
            StatusView::Leave => Self::Leave,
            StatusView::ChildcareLeave => Self::ChildcareLeave,
            StatusView::Seconded => Self::Seconded,
            StatusView::Left => Self::Left,
        }
    }
}

impl From<Staff> for StaffState {
    fn from(staff: Staff) -> Self {
        Self {
            staff: StaffView {
                number: staff.number,
                name: staff.name,
                kana: staff.kana,
                class: staff.class.code().to_owned(),
            },
            status: match staff.status {
                Status::Active => StatusView::Active,
                Status::Leave => StatusView::Leave,
                Status::ChildcareLeave => StatusView::ChildcareLeave,
                Status::Seconded => StatusView::Seconded,
                Status::Left => StatusView::Left,
            },
        }
    }
}

impl StaffView {
    fn parse(self) -> Result<StaffEdit, Invalid> {
        let class = EmploymentClass::from_code(&self.class);
        Ok(StaffEdit {
            number: self.number,
            name: self.name,
            kana: self.kana,
            class: class.ok_or_else(|| Invalid::field("class", Reason::Unknown))?,
        })
    }
}

/// Members of staff, edited by the system administrator.
pub(in crate::organisation_admin) struct StaffApi(pub(in crate::organisation_admin) Elsewhere);

#[OpenApi(tag = "Tag::Organisation")]
impl StaffApi {
    /// Takes somebody on.
    #[oai(path = "/people", method = "post", operation_id = "takeOn")]
    async fn take_on(&self, visit: Visit, new: Json<NewStaff>) -> Answer<Made> {
        let NewStaff { staff, first, last } = new.0;
        let edit = staff::take_on(&visit.cx, staff.parse()?, first, last).await?;
        Ok(Made::of(go_agreed(&visit, &self.0, false, edit).await?))
    }

    /// Edits number, name, reading and class of somebody, from a day on.
    #[oai(path = "/people/:id", method = "put", operation_id = "editPerson")]
    async fn edit(&self, visit: Visit, id: Path<Uuid>, edit: Json<StaffChange>) -> Answer<Done> {
        let StaffChange {
            row,
            from,
            staff,
            agreed,
        } = edit.0;
        let (id, row) = (id.0.into(), row.into());
        let edit = staff::edit(&visit.cx, id, row, from, staff.parse()?).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Records leave, secondment, return or leaving.
    #[oai(
        path = "/people/:id/status",
        method = "post",
        operation_id = "setStatus"
    )]
    async fn set_status(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<StatusChange>,
    ) -> Answer<Done> {
        let StatusChange {
            row,
            status,
            first,
            last,
            agreed,
        } = change.0;
        let (id, row, status) = (id.0.into(), row.into(), status.into());
        let edit = staff::set_status(&visit.cx, id, row, status, first, last).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Everything that was ever recorded of somebody.
    #[oai(
        path = "/people/:id/records",
        method = "get",
        operation_id = "listStaffRecords"
    )]
    async fn records(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Record<StaffState>>>> {
        let records = staff::history(&visit.cx.reader(), id.0.into()).await?;
        if records.is_empty() {
            return Err(Fault::NotFound.into());
        }
        let records = records
            .into_iter()
            .map(|record| record.map(StaffState::from));
        page(records, after.as_deref(), *limit)
    }
}
