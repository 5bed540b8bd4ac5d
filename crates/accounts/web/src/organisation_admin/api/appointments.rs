//! Appointments.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::appointment::{self, Appointment, NewAppointment};
use yakusho_accounts::staff;
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Visit};

use super::{Ending, Record, Tag, page};
use crate::json::{Done, Limit, Listed, Made};
use crate::orders::Elsewhere;
use crate::organisation_admin::act::go_agreed;

/// An appointment to be made, or as it ought to have been recorded.
#[derive(Debug, Object)]
#[oai(rename = "NewAppointment")]
struct AppointmentView {
    /// Who.
    person: Uuid,
    /// To which post.
    post: Uuid,
    /// Whether it is the main post; a new one ends the main post held before.
    main: bool,
    /// The first day.
    first: Date,
    /// The last day; none for no end.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// Whether it may leave a role, or something else, without a holder.
    #[oai(default)]
    agreed: bool,
}

/// A correction of an appointment.
#[derive(Debug, Object)]
struct Correction {
    /// The record that was read.
    row: Uuid,
    /// How it ought to have been recorded; of the same person.
    right: AppointmentView,
}

/// What was recorded of an appointment.
#[derive(Debug, Object)]
struct AppointmentContent {
    /// The appointment.
    id: Uuid,
    /// To which post.
    post: Uuid,
    /// Whether it is the main post.
    main: bool,
}

impl From<&AppointmentView> for NewAppointment {
    fn from(view: &AppointmentView) -> Self {
        Self {
            person: view.person.into(),
            post: view.post.into(),
            main: view.main,
            first: view.first,
            last: view.last,
        }
    }
}

/// Appointments, edited by the system administrator.
pub(in crate::organisation_admin) struct AppointmentsApi(
    pub(in crate::organisation_admin) Elsewhere,
);

#[OpenApi(tag = "Tag::Organisation")]
impl AppointmentsApi {
    /// Appoints somebody to a post.
    #[oai(path = "/appointments", method = "post", operation_id = "appoint")]
    async fn appoint(&self, visit: Visit, new: Json<AppointmentView>) -> Answer<Made> {
        let edit = appointment::appoint(&visit.cx, (&new.0).into()).await?;
        let id = go_agreed(&visit, &self.0, new.0.agreed, edit).await?;
        Ok(Made::of(id))
    }

    /// Corrects what was recorded of an appointment.
    #[oai(
        path = "/appointments/:id",
        method = "put",
        operation_id = "correctAppointment"
    )]
    async fn correct(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        correction: Json<Correction>,
    ) -> Answer<Done> {
        let Correction { row, right } = correction.0;
        let (id, row) = (id.0.into(), row.into());
        let edit = appointment::correct(&visit.cx, id, row, (&right).into()).await?;
        go_agreed(&visit, &self.0, right.agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Has an appointment be the main one from a day on; the main one before becomes concurrent.
    #[oai(
        path = "/appointments/:id/main",
        method = "post",
        operation_id = "makeMain"
    )]
    async fn make_main(&self, visit: Visit, id: Path<Uuid>, from: Json<Ending>) -> Answer<Done> {
        let Ending { row, from, agreed } = from.0;
        let edit = appointment::make_main(&visit.cx, id.0.into(), row.into(), from).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Ends an appointment.
    #[oai(
        path = "/appointments/:id/end",
        method = "post",
        operation_id = "endAppointment"
    )]
    async fn end(&self, visit: Visit, id: Path<Uuid>, ending: Json<Ending>) -> Answer<Done> {
        let Ending { row, from, agreed } = ending.0;
        let edit = appointment::end(&visit.cx, id.0.into(), row.into(), from).await?;
        go_agreed(&visit, &self.0, agreed, edit).await?;
        Ok(Done::Done)
    }

    /// Everything that was ever recorded of somebody's appointments.
    #[oai(
        path = "/people/:id/appointments",
        method = "get",
        operation_id = "listAppointmentRecords"
    )]
    async fn records(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<Record<AppointmentContent>>>> {
        let reader = visit.cx.reader();
        if staff::of_person(&reader, id.0.into()).await?.is_empty() {
            return Err(Fault::NotFound.into());
        }
        let records = appointment::history(&reader, id.0.into()).await?;
        let records = records.into_iter().map(|(id, record)| {
            record.map(|held: Appointment| AppointmentContent {
                id: id.into(),
                post: held.post.into(),
                main: held.main,
            })
        });
        page(records, after.as_deref(), *limit)
    }
}
