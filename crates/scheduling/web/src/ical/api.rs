//! Files of iCalendar, as programs send and get them.

use poem::{Body, Response};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{ApiRequest, ApiResponse, Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_scheduling::calendar::{self, Export, Import, ImportFault, Imported, Taken};
use yakusho_scheduling::event::Owner;
use yakusho_webkit::sent_file::{Content, Format};
use yakusho_webkit::ui::{Asked, Takes};
use yakusho_webkit::{Answer, Visit};

use super::{KIND, LARGEST};
use crate::json::period;
use crate::schedule::Tag;

/// The format.
struct Calendar;

impl Format for Calendar {
    const MEDIA_TYPE: &'static str = "text/calendar";
    const LARGEST: u64 = LARGEST;
}

/// A file that a program sends.
#[derive(ApiRequest)]
enum Sent {
    /// Events as iCalendar text (RFC 5545) in UTF-8, at most 4 MiB.
    Calendar(Content<Calendar>),
}

/// A file that a program gets.
#[derive(ApiResponse)]
enum Given {
    /// Events as iCalendar text (RFC 5545).
    #[oai(status = 200, content_type = "text/calendar; charset=utf-8")]
    Calendar(Binary<Body>),
}

impl From<Response> for Given {
    fn from(file: Response) -> Self {
        Self::Calendar(Binary(file.into_body()))
    }
}

/// What a file of events brings.
#[derive(Debug, Object)]
struct CalendarImport {
    /// What is taken in.
    taken: Vec<TakenEvent>,
    /// What is not, and why.
    faults: Vec<CalendarFault>,
}

/// An event of a file that is taken in.
#[derive(Debug, Object)]
struct TakenEvent {
    /// The line on which it begins.
    line: u32,
    title: String,
    /// Whether it changes one of the same UID.
    changes: bool,
}

/// Something in a file that is not taken in.
#[derive(Debug, Object)]
struct CalendarFault {
    /// The line on which it begins; 0 for the file as a whole.
    line: u32,
    /// What it is, such as `VEVENT`.
    component: String,
    /// The property, or the field, that is at fault.
    field: String,
    /// What is wrong, as a code.
    code: String,
    /// What is wrong, in the reader's language.
    message: String,
}

impl CalendarImport {
    fn of(visit: &Visit, imported: Imported) -> Self {
        let faults = imported.faults.iter();
        Self {
            faults: faults
                .map(|fault| CalendarFault::of(visit, fault))
                .collect(),
            taken: imported.taken.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Taken> for TakenEvent {
    fn from(taken: Taken) -> Self {
        Self {
            line: taken.line,
            title: taken.title,
            changes: taken.changes,
        }
    }
}

impl CalendarFault {
    fn of(visit: &Visit, fault: &ImportFault) -> Self {
        let asked = Asked {
            label: &fault.field,
            takes: Takes::Text,
        };
        Self {
            line: fault.line,
            component: fault.component.clone(),
            field: fault.field.clone(),
            code: fault.reason.code().to_owned(),
            message: visit.words_of(&fault.reason, None, asked),
        }
    }
}

/// The calendar that is named, by the id of its person or unit; one's own unless told.
async fn owner(visit: &Visit, calendar: Option<Uuid>) -> Answer<Owner> {
    Ok(match calendar {
        Some(holder) => calendar::collection(&visit.cx, holder).await?.owner,
        None => Owner::Person(visit.me()?.standing.person),
    })
}

async fn import(
    visit: &Visit,
    calendar: Option<Uuid>,
    file: Sent,
    dry_run: bool,
) -> Answer<Json<CalendarImport>> {
    let Sent::Calendar(content) = file;
    let content = content.into_bytes();
    let file = Import {
        owner: owner(visit, calendar).await?,
        text: &String::from_utf8_lossy(&content),
        dry_run,
    };
    let imported = calendar::import(&visit.cx, &file).await?;
    Ok(Json(CalendarImport::of(visit, imported)))
}

/// Events from files of iCalendar.
pub(super) struct CalendarImportApi;

#[OpenApi(tag = "Tag::Schedule")]
impl CalendarImportApi {
    /// Tries a file out: what it would bring, and every fault; nothing is taken in.
    #[oai(
        path = "/schedule/ics/dry-run",
        method = "post",
        operation_id = "dryRunCalendar"
    )]
    async fn dry_run(
        &self,
        visit: Visit,
        /// The person or unit whose calendar it is to go into.
        calendar: Query<Option<Uuid>>,
        file: Sent,
    ) -> Answer<Json<CalendarImport>> {
        import(&visit, calendar.0, file, true).await
    }

    /// Takes the events of a file into a calendar. What came of the same UID before is changed; what cannot be taken in is
    /// named, and the rest is.
    #[oai(
        path = "/schedule/ics",
        method = "post",
        operation_id = "importCalendar"
    )]
    async fn import(
        &self,
        visit: Visit,
        /// The person or unit whose calendar it is to go into.
        calendar: Query<Option<Uuid>>,
        file: Sent,
    ) -> Answer<Json<CalendarImport>> {
        import(&visit, calendar.0, file, false).await
    }
}

/// Events as files of iCalendar.
pub(super) struct CalendarExportApi;

#[OpenApi(tag = "Tag::Schedule")]
impl CalendarExportApi {
    /// What is in a calendar in which one writes, from a day up to the last; at most two years.
    #[oai(
        path = "/schedule/ics",
        method = "get",
        operation_id = "exportCalendar"
    )]
    async fn days(
        &self,
        visit: Visit,
        /// The first day.
        first: Query<Option<Date>>,
        /// The last day.
        last: Query<Option<Date>>,
        /// The person or unit whose calendar it is.
        calendar: Query<Option<Uuid>>,
    ) -> Answer<Given> {
        let (first, last) = period(first.0, last.0)?;
        let days = Export::Days(owner(&visit, calendar.0).await?, first, last);
        let text = calendar::export(&visit.cx, days).await?;
        let name = format!("schedule-{first}-{last}.ics");
        Ok(visit.file(&name, KIND, text.into_bytes()).into())
    }

    /// An event, or the series that it belongs to.
    #[oai(path = "/events/:id/ics", method = "get", operation_id = "exportEvent")]
    async fn event(&self, visit: Visit, id: Path<Uuid>) -> Answer<Given> {
        let event = Export::Event(id.0.into());
        let text = calendar::export(&visit.cx, event).await?;
        let name = format!("{}.ics", id.0);
        Ok(visit.file(&name, KIND, text.into_bytes()).into())
    }
}
