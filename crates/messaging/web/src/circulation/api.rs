//! Circulations as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Cursor, Invalid, Reason, Timestamp};
use yakusho_messaging::circulation::{
    self, CirculationForm, CirculationRow, CirculationView, Follows, Kind, RecipientRow,
    RecipientState, Sent, Sequence,
};
use yakusho_webkit::{Answer, Visit};

use crate::json::{Done, FileItem, Listed, size};

#[derive(Tags)]
enum Tag {
    /// Circulation and report.
    Circulations,
}

/// A circulation in a list.
#[derive(Debug, Object)]
struct CirculationItem {
    id: Uuid,
    /// `circulation` or `report`.
    kind: String,
    /// Its title; none where its words were taken back or down.
    #[oai(skip_serializing_if_is_none)]
    title: Option<String>,
    /// Under whose name it goes.
    byline: String,
    /// `draft`, `open`, `completed`, `closed`, `withdrawn`, `removed`.
    state: String,
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    sent_at: Option<OffsetDateTime>,
    /// How many are to confirm it.
    total: i32,
    /// How many have confirmed it.
    confirmed: i32,
    /// How far one has come oneself: `waiting`, `pending`, `confirmed`, `passed`.
    #[oai(skip_serializing_if_is_none)]
    mine: Option<String>,
}

/// A circulation.
#[derive(Debug, Object)]
struct CirculationDetail {
    id: Uuid,
    kind: String,
    #[oai(skip_serializing_if_is_none)]
    title: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    body: Option<String>,
    files: Vec<FileItem>,
    byline: String,
    state: String,
    /// `at_once`, `upwards`, `downwards`.
    sequence: String,
    /// `person` or `post`.
    follows: String,
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    sent_at: Option<OffsetDateTime>,
    total: i32,
    confirmed: i32,
    #[oai(skip_serializing_if_is_none)]
    mine: Option<String>,
    /// What one answered.
    #[oai(skip_serializing_if_is_none)]
    reply: Option<String>,
    version: i32,
    /// To be given back with an act.
    revision: i32,
}

/// Somebody whom a circulation reached.
#[derive(Debug, Object)]
struct RecipientItem {
    id: Uuid,
    person: Uuid,
    name: String,
    unit: String,
    /// `waiting`, `pending`, `confirmed`, `passed`.
    state: String,
    #[oai(skip_serializing_if_is_none)]
    read_at: Option<OffsetDateTime>,
    #[oai(skip_serializing_if_is_none)]
    confirmed_at: Option<OffsetDateTime>,
    /// By which kind of proxy it was confirmed, if by one.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    reply: Option<String>,
}

/// A circulation to be written.
#[derive(Debug, Object)]
struct NewCirculation {
    /// `circulation` or `report`.
    kind: String,
    title: String,
    body: String,
    section: Option<Uuid>,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    registration: Option<String>,
    /// Whether it goes to everyone.
    #[oai(default)]
    everyone: bool,
    #[oai(default)]
    units: Vec<Uuid>,
    #[oai(default)]
    posts: Vec<Uuid>,
    #[oai(default)]
    people: Vec<Uuid>,
    #[oai(default)]
    groups: Vec<Uuid>,
    /// `at_once`, `upwards`, `downwards`; `at_once` unless told.
    sequence: Option<String>,
    step_days: Option<u16>,
    /// `person` or `post`; `person` unless told.
    follows: Option<String>,
    due: Option<Date>,
    #[oai(default)]
    open_replies: bool,
    /// The files that hang on it, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

/// Which revision an act is about.
#[derive(Debug, Object)]
struct CirculationRevision {
    revision: i32,
}

/// The words that go with a confirmation.
#[derive(Debug, Object)]
struct Reply {
    /// A report needs it.
    #[oai(default)]
    reply: String,
}

/// What was written.
#[derive(Debug, Object)]
struct WrittenCirculation {
    id: Uuid,
}

/// What became of a circulation that was to be sent.
#[derive(Debug, Object)]
struct SentOutcome {
    /// To how many people it goes; none where the administrator was asked first.
    #[oai(skip_serializing_if_is_none)]
    people: Option<u64>,
}

impl From<CirculationRow> for CirculationItem {
    fn from(row: CirculationRow) -> Self {
        Self {
            id: row.id.into(),
            kind: row.kind.code().to_owned(),
            title: row.title.shown().cloned(),
            byline: row.byline,
            state: row.state.code().to_owned(),
            due: row.due,
            sent_at: row.sent_at.map(Timestamp::utc),
            total: row.total,
            confirmed: row.confirmed,
            mine: row.mine.map(|mine| mine.state.code().to_owned()),
        }
    }
}

impl From<CirculationView> for CirculationDetail {
    fn from(view: CirculationView) -> Self {
        let words = view.words.shown();
        Self {
            id: view.id.into(),
            kind: view.kind.code().to_owned(),
            title: words.map(|words| words.title.clone()),
            body: words.map(|words| words.body.clone()),
            files: words.map_or_else(Vec::new, |words| {
                words.files.iter().map(FileItem::from).collect()
            }),
            byline: view.byline,
            state: view.state.code().to_owned(),
            sequence: view.sequence.code().to_owned(),
            follows: view.follows.code().to_owned(),
            due: view.due,
            sent_at: view.sent_at.map(Timestamp::utc),
            total: view.total,
            confirmed: view.confirmed,
            mine: view.mine.map(|mine| mine.state.code().to_owned()),
            reply: view.reply,
            version: view.version,
            revision: view.revision,
        }
    }
}

impl From<RecipientRow> for RecipientItem {
    fn from(row: RecipientRow) -> Self {
        Self {
            id: row.id.into(),
            person: row.person.into(),
            name: row.name,
            unit: row.unit_name,
            state: row.state.code().to_owned(),
            read_at: row.read_at.map(Timestamp::utc),
            confirmed_at: row.confirmed_at.map(Timestamp::utc),
            proxy: row.by_proxy.map(|(_, _, kind)| kind.code().to_owned()),
            reply: row.reply,
        }
    }
}

/// What a code stands for; a fault of the field where it is none.
fn known<T>(
    field: &str,
    code: Option<&str>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Invalid> {
    let Some(code) = code else { return Ok(None) };
    let found = parse(code).ok_or_else(|| Invalid::field(field, Reason::Unknown))?;
    Ok(Some(found))
}

fn ids<T: From<Uuid>>(ids: Vec<Uuid>) -> Vec<T> {
    ids.into_iter().map(Into::into).collect()
}

impl NewCirculation {
    fn form(self) -> Result<CirculationForm, Invalid> {
        let registration = self.registration.as_deref();
        let sequence = known("sequence", self.sequence.as_deref(), Sequence::from_code)?;
        let follows = known("follows", self.follows.as_deref(), Follows::from_code)?;
        Ok(CirculationForm {
            kind: known("kind", Some(&self.kind), Kind::from_code)?.unwrap_or_default(),
            registration: known("registration", registration, registration::Kind::from_code)?,
            title: self.title,
            body: self.body,
            section: self.section.map(Into::into),
            audience: Audience {
                everyone: self.everyone,
                units: ids(self.units),
                posts: ids(self.posts),
                people: ids(self.people),
                groups: ids(self.groups),
            },
            sequence: sequence.unwrap_or_default(),
            step_days: self.step_days,
            follows: follows.unwrap_or_default(),
            due: self.due,
            open_replies: self.open_replies,
            files: ids(self.files),
        })
    }
}

/// Circulation and report.
pub(super) struct CirculationApi;

#[OpenApi(tag = "Tag::Circulations")]
impl CirculationApi {
    /// Circulations, the latest first.
    #[oai(
        path = "/circulations",
        method = "get",
        operation_id = "listCirculations"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// `owed`, `received`, `sent`, `drafts`, `watched`, `section`; `owed` unless told.
        view: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many a page has; 50 unless told.
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))]
        limit: Query<Option<u16>>,
    ) -> Answer<Json<Listed<CirculationItem>>> {
        let tray = super::list::tray(view.0.as_deref().unwrap_or("owed"))
            .ok_or_else(|| Invalid::field("view", Reason::Unknown))?;
        let after = after.0.as_deref().map(Cursor::from_outside);
        let page = circulation::list(&visit.cx, tray, after.as_ref(), size(limit.0)).await?;
        Ok(Json(Listed::of(page, CirculationItem::from)))
    }

    /// A circulation. To get it is not to have read it.
    #[oai(
        path = "/circulations/:id",
        method = "get",
        operation_id = "getCirculation"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<CirculationDetail>> {
        let view = circulation::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.into()))
    }

    /// Those whom it reached, in the order of the organisation.
    #[oai(
        path = "/circulations/:id/recipients",
        method = "get",
        operation_id = "listCirculationRecipients"
    )]
    async fn recipients(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Only those in this state: `waiting`, `pending`, `confirmed`, `passed`.
        state: Query<Option<String>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many a page has; 50 unless told.
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))]
        limit: Query<Option<u16>>,
    ) -> Answer<Json<Listed<RecipientItem>>> {
        let only = known("state", state.0.as_deref(), RecipientState::from_code)?;
        let (id, size) = (id.0.into(), size(limit.0));
        let after = after.0.as_deref().map(Cursor::from_outside);
        let page = circulation::recipients(&visit.cx, id, only, after.as_ref(), size).await?;
        Ok(Json(Listed::of(page, RecipientItem::from)))
    }

    /// Begins a circulation that nobody else sees yet.
    #[oai(
        path = "/circulations",
        method = "post",
        operation_id = "createCirculation"
    )]
    async fn draft(
        &self,
        visit: Visit,
        circulation: Json<NewCirculation>,
    ) -> Answer<Json<WrittenCirculation>> {
        let id = *circulation::draft(&visit.cx, circulation.0.form()?).await?;
        Ok(Json(WrittenCirculation { id: id.into() }))
    }

    /// Sends a draft to everyone whom it names.
    #[oai(
        path = "/circulations/:id/send",
        method = "post",
        operation_id = "sendCirculation"
    )]
    async fn send(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        at: Json<CirculationRevision>,
    ) -> Answer<Json<SentOutcome>> {
        let sent = circulation::send(&visit.cx, id.0.into(), at.0.revision).await?;
        let people = match *sent {
            Sent::To(people) => u64::try_from(people).ok(),
            Sent::Uncleared => None,
        };
        Ok(Json(SentOutcome { people }))
    }

    /// Confirms a circulation, with the words that a report asks for.
    #[oai(
        path = "/circulations/:id/confirm",
        method = "post",
        operation_id = "confirmCirculation"
    )]
    async fn confirm(&self, visit: Visit, id: Path<Uuid>, reply: Json<Reply>) -> Answer<Done> {
        let _ = circulation::confirm(&visit.cx, id.0.into(), &reply.0.reply).await?;
        Ok(Done::Done)
    }
}
