//! The city's own closed and open days for programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::calendar::{self, NewOwnDay, OwnDay, Word};
use yakusho_kernel::Cursor;
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, Limit, Listed};

#[derive(Tags)]
enum Tag {
    /// The days on which the town hall works.
    Calendar,
}

/// What the city says of a day.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "DayWord", rename_all = "snake_case")]
enum WordView {
    /// The town hall is closed.
    Closed,
    /// The town hall works.
    Opened,
}

impl From<WordView> for Word {
    fn from(word: WordView) -> Self {
        match word {
            WordView::Closed => Self::Closed,
            WordView::Opened => Self::Opened,
        }
    }
}

impl From<Word> for WordView {
    fn from(word: Word) -> Self {
        match word {
            Word::Closed => Self::Closed,
            Word::Opened => Self::Opened,
        }
    }
}

/// A day of which the city says something.
#[derive(Debug, Object)]
#[oai(rename = "OwnDay")]
struct OwnDayView {
    /// Its id.
    id: Uuid,
    /// The day.
    day: Date,
    /// What is said of it.
    word: WordView,
    /// Why, for staff and citizens to read.
    reason: String,
    /// Its revision, to be shown by whoever takes it back.
    revision: i32,
}

impl From<OwnDay> for OwnDayView {
    fn from(own: OwnDay) -> Self {
        Self {
            id: own.id.into(),
            day: own.day,
            word: own.word.into(),
            reason: own.reason,
            revision: own.revision,
        }
    }
}

/// What is to be said of a day.
#[derive(Debug, Object)]
#[oai(rename = "NewOwnDay")]
struct NewOwnDayView {
    /// The day.
    day: Date,
    /// What is said of it.
    word: WordView,
    /// Why: 1 to 100 characters.
    reason: String,
}

/// A day that was set.
#[derive(ApiResponse)]
enum SetDay {
    /// What is now said of the day.
    #[oai(status = 201)]
    Set(Json<OwnDayView>),
}

pub(super) struct CalendarApi;

#[OpenApi(tag = "Tag::Calendar")]
impl CalendarApi {
    /// The days that the city closes or opens itself, from a day on (today unless told).
    #[oai(path = "/closed-days", method = "get", operation_id = "listOwnDays")]
    async fn list(
        &self,
        visit: Visit,
        /// The first day wanted.
        from: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OwnDayView>>> {
        let from = from.0.unwrap_or_else(|| visit.cx.today());
        let after = after.0.as_deref().map(Cursor::from_outside);
        let found = calendar::list(&visit.cx, from, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, OwnDayView::from)))
    }
}

pub(super) struct CalendarAdministrationApi;

#[OpenApi(tag = "Tag::Calendar")]
impl CalendarAdministrationApi {
    /// Closes or opens a day; what was said of it before is replaced.
    #[oai(path = "/closed-days", method = "post", operation_id = "setOwnDay")]
    async fn set(&self, visit: Visit, new: Json<NewOwnDayView>) -> Answer<SetDay> {
        let NewOwnDayView { day, word, reason } = new.0;
        let new = NewOwnDay {
            day,
            word: word.into(),
            reason,
        };
        let id = calendar::set(&visit.cx, new).await?.into_inner();
        let own = calendar::get(&visit.cx, id).await?;
        Ok(SetDay::Set(Json(own.into())))
    }

    /// Takes back what was said of a day.
    #[oai(
        path = "/closed-days/:id",
        method = "delete",
        operation_id = "withdrawOwnDay"
    )]
    async fn withdraw(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The revision that was read.
        revision: Query<i32>,
    ) -> Answer<Done> {
        calendar::withdraw(&visit.cx, id.0.into(), revision.0)
            .await?
            .into_inner();
        Ok(Done::Done)
    }
}
