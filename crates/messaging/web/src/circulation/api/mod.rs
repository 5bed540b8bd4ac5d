//! Circulations as JSON.

mod acts;
mod manage;
mod templates;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_attachments_web::FileItem;
use yakusho_kernel::{Invalid, Reason, Timestamp};
use yakusho_messaging::circulation::{
    self, CirculationForm, CirculationRow, CirculationView, Follows, Kind, Sent, Sequence,
};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::json::{
    AtRevision, AudienceItem, Done, Limit, Listed, WrittenItem, ids, known, place, weight,
};

#[derive(Tags)]
pub(crate) enum Tag {
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
    /// Whether it was changed in substance since one confirmed it, so that it is owed again.
    outdated: bool,
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
    /// The section in whose name it goes.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    #[oai(skip_serializing_if_is_none)]
    registration: Option<String>,
    /// To whom it goes; for those who answer for it.
    #[oai(skip_serializing_if_is_none)]
    audience: Option<AudienceItem>,
    state: String,
    /// `at_once`, `upwards`, `downwards`.
    sequence: String,
    /// After how many working days the next rank gets it all the same.
    #[oai(skip_serializing_if_is_none)]
    step_days: Option<u16>,
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
    /// Whether it was changed in substance since one confirmed it, so that it is owed again.
    outdated: bool,
    /// Whether all whom it reached see what others answer.
    open_replies: bool,
    /// What one answered.
    #[oai(skip_serializing_if_is_none)]
    reply: Option<String>,
    version: i32,
    /// To be given back with an act.
    revision: i32,
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

/// A circulation to be changed.
#[derive(Debug, Object)]
struct ChangedCirculation {
    /// As it was read.
    revision: i32,
    /// Whether those whom it reached are told, and those who have confirmed owe it again.
    #[oai(default)]
    material: bool,
    /// As it is to be. Once it was sent, it goes to the same people in the same way.
    circulation: NewCirculation,
}

/// The words that go with a confirmation.
#[derive(Debug, Object)]
struct Reply {
    /// The version that one has read.
    version: i32,
    /// A report needs it.
    #[oai(default)]
    reply: String,
}

/// What became of a circulation that was to be sent.
#[derive(Debug, Object)]
struct SentOutcome {
    /// To how many people it goes; none where the administrator was asked first.
    #[oai(skip_serializing_if_is_none)]
    people: Option<u64>,
    /// How many of them get it in their turn, in an order of rank; none where the administrator was asked first.
    #[oai(skip_serializing_if_is_none)]
    later: Option<u64>,
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
            outdated: row.mine.is_some_and(|mine| mine.outdated),
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
            section: view.section.map(Into::into),
            registration: view.registration.map(|kind| kind.code().to_owned()),
            audience: view.audience.map(Into::into),
            state: view.state.code().to_owned(),
            sequence: view.sequence.code().to_owned(),
            step_days: view.step_days,
            follows: view.follows.code().to_owned(),
            due: view.due,
            sent_at: view.sent_at.map(Timestamp::utc),
            total: view.total,
            confirmed: view.confirmed,
            mine: view.mine.map(|mine| mine.state.code().to_owned()),
            outdated: view.mine.is_some_and(|mine| mine.outdated),
            open_replies: view.open_replies,
            reply: view.reply,
            version: view.version,
            revision: view.revision,
        }
    }
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

/// The operations of circulations.
pub(super) fn routes() -> Routes {
    Routes::new()
        .api(
            Access::User,
            (
                CirculationApi,
                acts::CirculationActApi,
                manage::ManageApi,
                templates::TemplateApi,
            ),
        )
        .api(
            Access::User,
            (
                crate::comments::api::CirculationCommentApi,
                crate::history::api::CirculationVersionApi,
            ),
        )
        .api_download(Access::User, manage::FilesApi)
}

/// Circulation and report.
struct CirculationApi;

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
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CirculationItem>>> {
        let tray = crate::circulation::list::tray(view.0.as_deref().unwrap_or("owed"))
            .ok_or_else(|| Invalid::field("view", Reason::Unknown))?;
        let after = place(after.0.as_deref());
        let page = circulation::list(&visit.cx, tray, after.as_ref(), limit.size()).await?;
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
    ) -> Answer<Json<WrittenItem>> {
        let id = *circulation::draft(&visit.cx, circulation.0.form()?).await?;
        Ok(WrittenItem::of(id))
    }

    /// Changes a draft or an open circulation.
    #[oai(
        path = "/circulations/:id",
        method = "put",
        operation_id = "changeCirculation"
    )]
    async fn edit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        changed: Json<ChangedCirculation>,
    ) -> Answer<Done> {
        let ChangedCirculation {
            revision,
            material,
            circulation: new,
        } = changed.0;
        let (form, change) = (new.form()?, weight(material));
        let _ = circulation::edit(&visit.cx, id.0.into(), revision, form, change).await?;
        Ok(Done::Done)
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
        at: Json<AtRevision>,
    ) -> Answer<Json<SentOutcome>> {
        let sent = circulation::send(&visit.cx, id.0.into(), at.0.revision).await?;
        let (people, later) = match *sent {
            Sent::To { reached, later } => (
                u64::try_from(reached + later).ok(),
                u64::try_from(later).ok(),
            ),
            Sent::Uncleared => (None, None),
        };
        Ok(Json(SentOutcome { people, later }))
    }

    /// Confirms a circulation, with the words that a report asks for; where it was changed in substance since, anew.
    #[oai(
        path = "/circulations/:id/confirm",
        method = "post",
        operation_id = "confirmCirculation"
    )]
    async fn confirm(&self, visit: Visit, id: Path<Uuid>, reply: Json<Reply>) -> Answer<Done> {
        let Reply { version, reply } = reply.0;
        let _ = circulation::confirm(&visit.cx, id.0.into(), version, &reply).await?;
        Ok(Done::Done)
    }
}
