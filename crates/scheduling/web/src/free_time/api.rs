//! Common free time as JSON.

use poem_openapi::param::Query as Asked;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, Duration, OffsetDateTime, Time};
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Invalid, Page, Reason};
use yakusho_scheduling::facility;
use yakusho_scheduling::free_time::{self, Query, Wanted};
use yakusho_webkit::json::{Limit, Listed, place};
use yakusho_webkit::{Answer, Visit};

use crate::json::span;
use crate::schedule::{Tag, time_of_day};

/// A time at which all have time.
#[derive(Debug, Object)]
struct FreeTimeItem {
    start: OffsetDateTime,
    end: OffsetDateTime,
    /// Of the facilities asked for, those that are free.
    facilities: Vec<Uuid>,
}

pub(super) struct FreeTimeApi;

#[OpenApi(tag = "Tag::Schedule")]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a parameter of the address"
)]
impl FreeTimeApi {
    /// When everybody has time, and one of the facilities at least is free, the earliest first.
    #[oai(path = "/schedule/free", method = "get", operation_id = "findFreeTime")]
    async fn find(
        &self,
        visit: Visit,
        /// Who; up to 200 in all.
        #[oai(default)]
        person: Asked<Vec<Uuid>>,
        /// With everybody of these units.
        #[oai(default)]
        unit: Asked<Vec<Uuid>>,
        /// With everybody of these groups.
        #[oai(default)]
        group: Asked<Vec<Uuid>>,
        /// The facilities of which one at least is to be free.
        #[oai(default)]
        facility: Asked<Vec<Uuid>>,
        /// All facilities of a category in place of `facility`.
        category: Asked<Option<Uuid>>,
        /// The first day; today unless told.
        from: Asked<Option<Date>>,
        /// The day after the last; two weeks later unless told.
        until: Asked<Option<Date>>,
        /// How much time is needed, in minutes.
        #[oai(default = "hour")]
        length: Asked<i64>,
        /// How far beginnings lie apart, in minutes.
        #[oai(default = "half_an_hour")]
        step: Asked<i64>,
        /// Not before this time of day.
        #[oai(default = "opens")]
        opens: Asked<String>,
        /// Not after this time of day.
        #[oai(default = "closes")]
        closes: Asked<String>,
        /// Where the page begins: `next` of the page before.
        after: Asked<Option<String>>,
        /// How many items a page has.
        limit: Asked<Limit>,
    ) -> Answer<Json<Listed<FreeTimeItem>>> {
        let from = from.0.unwrap_or(visit.cx.today());
        let span = span(from, until.0, Duration::days(14))?;
        let facilities = match category.0 {
            Some(category) => {
                let rows = facility::list(&visit.cx, Some(category.into()), None).await?;
                rows.into_iter().map(|row| row.facility.id).collect()
            }
            None => facility.0.into_iter().map(Into::into).collect(),
        };
        let query = Query {
            who: Audience {
                people: person.0.into_iter().map(Into::into).collect(),
                units: unit.0.into_iter().map(Into::into).collect(),
                groups: group.0.into_iter().map(Into::into).collect(),
                ..Audience::default()
            },
            facilities,
            wanted: Wanted {
                span,
                opens: clock("opens", &opens.0)?,
                closes: clock("closes", &closes.0)?,
                pause: None,
                length: minutes("length", length.0)?,
                step: minutes("step", step.0)?,
                after: place(after.as_deref())
                    .map(|after| after.key())
                    .transpose()?,
                most: limit.size() + 1,
            },
        };
        let times = free_time::find(&visit.cx, &query).await?;
        let page = Page::of(times.found, limit.size(), |found| found.slot.starts_at);
        Ok(Json(Listed::of(page, |found| FreeTimeItem {
            start: found.slot.starts_at.local(),
            end: found.slot.ends_at.local(),
            facilities: found
                .rooms
                .iter()
                .filter_map(|at| Some(times.facilities.get(*at)?.id.into()))
                .collect(),
        })))
    }
}

fn hour() -> i64 {
    60
}

fn half_an_hour() -> i64 {
    30
}

fn opens() -> String {
    "08:30".to_owned()
}

fn closes() -> String {
    "17:15".to_owned()
}

fn clock(field: &str, text: &str) -> Result<Time, Invalid> {
    time_of_day(text).ok_or_else(|| Invalid::field(field, Reason::Malformed))
}

/// A number of minutes that a day holds.
fn minutes(field: &str, minutes: i64) -> Result<Duration, Invalid> {
    let max = Duration::DAY.whole_minutes();
    if (1..=max).contains(&minutes) {
        return Ok(Duration::minutes(minutes));
    }
    Err(Invalid::field(field, Reason::OutOfRange { min: 1, max }))
}
