//! Forms as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::Any;
use poem_openapi::{Object, OpenApi, Tags};
use serde_json::{Map, Value};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::procedure::{self, CaseForm, Decision, Opinion, Tray, Verdict};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::ProcedureKind;
use yakusho_webkit::json::{Done, Limit, Listed, Made, ids, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use super::items::{CaseDetail, CaseItem, NumberItem};

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, FormsApi)
}

#[derive(Tags)]
pub(crate) enum Tag {
    /// Forms and procedures.
    Forms,
}

/// What is filled in, by the keys of the fields; nothing where it is left out.
fn filled_in(answers: Value) -> Result<Map<String, Value>, Invalid> {
    match answers {
        Value::Object(answers) => Ok(answers),
        Value::Null => Ok(Map::new()),
        _ => Err(Invalid::field("answers", Reason::Malformed)),
    }
}

/// A form to be drawn up.
#[derive(Debug, Object)]
struct NewCase {
    /// The section for which it is drawn up.
    section: Uuid,
    /// What is filled in, by the keys of the fields: an object.
    answers: Any<Value>,
    /// The files that hang on it, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

impl NewCase {
    fn form(self) -> Result<CaseForm, Invalid> {
        let Any(answers) = self.answers;
        Ok(CaseForm {
            section: self.section.into(),
            answers: filled_in(answers)?,
            files: ids(self.files),
        })
    }
}

/// A form to be changed.
#[derive(Debug, Object)]
struct ChangedCase {
    /// As it was read.
    revision: i32,
    /// As it is to be.
    case: NewCase,
}

/// An act.
#[derive(Debug, Object)]
struct ActOn {
    /// The form as it was read.
    revision: i32,
    /// The day of the act; today unless told.
    on: Option<Date>,
    /// The reason, the opinion or the conditions.
    #[oai(default)]
    remark: String,
}

impl ActOn {
    fn day(&self, visit: &Visit) -> Date {
        self.on.unwrap_or(visit.cx.today())
    }
}

/// One's word when consulted.
#[derive(Debug, Object)]
struct OpinionOn {
    revision: i32,
    agrees: bool,
    /// The day of the act; today unless told.
    on: Option<Date>,
    /// Needed where one objects.
    #[oai(default)]
    remark: String,
}

/// A decision.
#[derive(Debug, Object)]
struct DecisionOn {
    revision: i32,
    /// `grant`, `refuse`, `send_back`.
    verdict: String,
    /// The day of the act; today unless told.
    on: Option<Date>,
    /// The conditions of a grant, or the reason for a refusal or sending back.
    #[oai(default)]
    remark: String,
    /// What is filled in to the fields of the step, by their keys: an object. Sending back needs nothing of it.
    answers: Option<Any<Value>>,
}

struct FormsApi;

#[OpenApi(tag = "Tag::Forms")]
impl FormsApi {
    /// Forms: those that wait for one, that one drew up, or of one's sections.
    #[oai(path = "/forms", method = "get", operation_id = "listForms")]
    async fn list(
        &self,
        visit: Visit,
        /// `waiting`, `returned`, `mine`, `section`; `waiting` unless told.
        view: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<CaseItem>>> {
        let tray = |code: &str| match code {
            "waiting" => Some(Tray::Waiting),
            "returned" => Some(Tray::Returned),
            "mine" => Some(Tray::Mine),
            "section" => Some(Tray::Section),
            _ => None,
        };
        let tray = known("view", view.as_deref(), tray)?.unwrap_or(Tray::Waiting);
        let after = place(after.as_deref());
        let listed = procedure::list(&visit.cx, &tray, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, CaseItem::from)))
    }

    /// The forms of a register in a fiscal year, the highest number first.
    #[oai(
        path = "/forms/registers/:register/:year",
        method = "get",
        operation_id = "listRegister"
    )]
    async fn register(
        &self,
        visit: Visit,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
        register: Path<String>,
        year: Path<i32>,
    ) -> Answer<Json<Listed<CaseItem>>> {
        let tray = Tray::Register(register.0, FiscalYear::starting_in(*year));
        let after = place(after.as_deref());
        let listed = procedure::list(&visit.cx, &tray, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, CaseItem::from)))
    }

    /// A form.
    #[oai(path = "/forms/:id", method = "get", operation_id = "getForm")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<CaseDetail>> {
        let view = procedure::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.into()))
    }

    /// Draws a form up, as a draft.
    #[oai(
        path = "/forms/procedures/:procedure",
        method = "post",
        operation_id = "drawUpForm"
    )]
    async fn draw_up(
        &self,
        visit: Visit,
        procedure: Path<String>,
        new: Json<NewCase>,
    ) -> Answer<Made> {
        let kind = ProcedureKind::from_id(&procedure).ok_or(Fault::NotFound)?;
        let id = procedure::draw_up(&visit.cx, kind, new.0.form()?).await?;
        Ok(Made::of(*id))
    }

    /// Changes a draft, or a form that was sent back.
    #[oai(path = "/forms/:id", method = "put", operation_id = "changeForm")]
    async fn edit(&self, visit: Visit, id: Path<Uuid>, changed: Json<ChangedCase>) -> Answer<Done> {
        let ChangedCase { revision, case } = changed.0;
        let _ = procedure::edit(&visit.cx, id.0.into(), revision, case.form()?).await?;
        Ok(Done::Done)
    }

    /// Submits a form; answers its number.
    #[oai(
        path = "/forms/:id/submit",
        method = "post",
        operation_id = "submitForm"
    )]
    async fn submit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        act: Json<ActOn>,
    ) -> Answer<Json<NumberItem>> {
        let on = act.day(&visit);
        let number = *procedure::submit(&visit.cx, id.0.into(), act.revision, on).await?;
        Ok(Json(number.into()))
    }

    /// Withdraws a form.
    #[oai(
        path = "/forms/:id/withdraw",
        method = "post",
        operation_id = "withdrawForm"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>, act: Json<ActOn>) -> Answer<Done> {
        let on = act.day(&visit);
        let _ = procedure::withdraw(&visit.cx, id.0.into(), act.revision, &act.remark, on).await?;
        Ok(Done::Done)
    }

    /// Agrees or objects as a party of the step that waits.
    #[oai(
        path = "/forms/:id/consult",
        method = "post",
        operation_id = "consultOnForm"
    )]
    async fn consult(&self, visit: Visit, id: Path<Uuid>, said: Json<OpinionOn>) -> Answer<Done> {
        let said = said.0;
        let opinion = Opinion {
            agrees: said.agrees,
            remark: said.remark,
            on: said.on.unwrap_or(visit.cx.today()),
        };
        let _ = procedure::consult(&visit.cx, id.0.into(), said.revision, opinion).await?;
        Ok(Done::Done)
    }

    /// Decides a form as the party of the step that waits.
    #[oai(
        path = "/forms/:id/decide",
        method = "post",
        operation_id = "decideForm"
    )]
    async fn decide(&self, visit: Visit, id: Path<Uuid>, said: Json<DecisionOn>) -> Answer<Done> {
        let said = said.0;
        let verdict = known("verdict", Some(&*said.verdict), Verdict::from_code)?;
        let decision = Decision {
            verdict: verdict.ok_or_else(|| Invalid::field("verdict", Reason::Required))?,
            remark: said.remark,
            answers: filled_in(said.answers.map_or(Value::Null, |Any(answers)| answers))?,
            on: said.on.unwrap_or(visit.cx.today()),
        };
        let _ = procedure::decide(&visit.cx, id.0.into(), said.revision, decision).await?;
        Ok(Done::Done)
    }
}
