//! Events as files.

use poem::web::Path;
use poem::{Response, handler};
use time::Date;
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_scheduling::calendar::{self, Export};
use yakusho_scheduling::event::{EventId, Owner};
use yakusho_webkit::{Answer, Problem, Visit};

use super::KIND;

/// `GET /schedule/:id/export`
#[handler]
pub(super) async fn one(visit: Visit, Path(id): Path<EventId>) -> Answer<Response> {
    let text = calendar::export(&visit.cx, Export::Event(id)).await?;
    Ok(visit.file(&format!("{id}.ics"), KIND, text.into_bytes()))
}

/// `GET /schedule/outside/export`: what is in one's own calendar from a day to another.
#[handler]
pub(super) async fn days(visit: Visit) -> Answer<Response> {
    let (from, until) = (day(&visit, "from")?, day(&visit, "until")?);
    let person = visit.me()?.standing.person;
    let days = Export::Days(Owner::Person(person), from, until);
    let text = calendar::export(&visit.cx, days).await?;
    let name = format!("schedule-{from}-{until}.ics");
    Ok(visit.file(&name, KIND, text.into_bytes()))
}

fn day(visit: &Visit, name: &'static str) -> Result<Date, Problem> {
    let form = time::macros::format_description!("[year]-[month]-[day]");
    let text = visit.query(name).unwrap_or_default();
    let day = Date::parse(text, form);
    day.map_err(|_| Fault::from(Invalid::field(name, Reason::Malformed)).into())
}
