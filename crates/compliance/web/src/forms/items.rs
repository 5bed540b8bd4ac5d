//! What the API shows of forms.

use poem_openapi::Object;
use poem_openapi::types::Any;
use serde_json::{Map, Value};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::procedure::{Answers, CaseNumber, CaseRow, CaseView};

/// A number of a register.
#[derive(Debug, Object)]
pub(super) struct NumberItem {
    /// The year in which the fiscal year begins.
    fiscal_year: i32,
    number: i32,
}

impl From<CaseNumber> for NumberItem {
    fn from(number: CaseNumber) -> Self {
        Self {
            fiscal_year: number.year.year(),
            number: number.number,
        }
    }
}

/// A form in a list.
#[derive(Debug, Object)]
pub(super) struct CaseItem {
    id: Uuid,
    /// `system_decision`, `system_change`, `system_connection`, `data_use`, `provision`, `development`.
    procedure: String,
    register: String,
    #[oai(skip_serializing_if_is_none)]
    number: Option<NumberItem>,
    subject: String,
    section: Uuid,
    /// `draft`, `under_way`, `sent_back`, `granted`, `refused`, `withdrawn`.
    state: String,
    #[oai(skip_serializing_if_is_none)]
    submitted_on: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    decided_on: Option<Date>,
    /// By when what waits for the reader is to be done.
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
}

impl From<CaseRow> for CaseItem {
    fn from(row: CaseRow) -> Self {
        Self {
            id: row.id.into(),
            procedure: row.kind.id().to_owned(),
            register: row.register,
            number: row.number.map(NumberItem::from),
            subject: row.subject,
            section: row.section.into(),
            state: row.state.code().to_owned(),
            submitted_on: row.submitted_on,
            decided_on: row.decided_on,
            due: row.due,
        }
    }
}

/// What was done with a form.
#[derive(Debug, Object)]
struct ActItem {
    /// `drawn_up`, `submitted`, `agreed`, `objected`, `granted`, `refused`, `sent_back`, `withdrawn`.
    act: String,
    /// The day of the act.
    on: Date,
    /// When it was entered.
    entered_at: OffsetDateTime,
    /// Whose act it is; none where it followed from others.
    #[oai(skip_serializing_if_is_none)]
    author: Option<Uuid>,
    /// Who entered it.
    #[oai(skip_serializing_if_is_none)]
    hand: Option<Uuid>,
    /// By which kind of proxy, where the two differ.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    remark: Option<String>,
    /// What was filled in with a decision, by the keys of the step's fields.
    #[oai(skip_serializing_if_is_none)]
    answers: Option<Any<Value>>,
}

/// A form.
#[derive(Debug, Object)]
pub(super) struct CaseDetail {
    id: Uuid,
    procedure: String,
    #[oai(skip_serializing_if_is_none)]
    number: Option<NumberItem>,
    section: Uuid,
    /// What was filled in, by the keys of the fields.
    answers: Any<Value>,
    state: String,
    #[oai(skip_serializing_if_is_none)]
    submitted_on: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    decided_on: Option<Date>,
    /// The conditions on which it was granted.
    #[oai(skip_serializing_if_is_none)]
    conditions: Option<String>,
    acts: Vec<ActItem>,
    /// To be given back with an act.
    revision: i32,
}

impl From<CaseView> for CaseDetail {
    fn from(view: CaseView) -> Self {
        let answers = entered(&view.content.answers);
        let acts = view.acts.into_iter().map(|act| ActItem {
            act: act.kind.code().to_owned(),
            on: act.on,
            entered_at: act.at.utc(),
            author: act.by.map(|by| by.author.into()),
            hand: act.by.map(|by| by.hand.into()),
            proxy: act
                .by
                .and_then(|by| by.proxy)
                .map(|kind| kind.code().to_owned()),
            remark: act.remark,
            answers: Some(&act.answers)
                .filter(|answers| !answers.is_empty())
                .map(entered),
        });
        Self {
            id: view.id.into(),
            procedure: view.definition.procedure.kind.id().to_owned(),
            number: view.number.map(NumberItem::from),
            section: view.content.section.into(),
            answers,
            state: view.state.code().to_owned(),
            submitted_on: view.submitted_on,
            decided_on: view.decided_on,
            conditions: view.conditions,
            acts: acts.collect(),
            revision: view.revision,
        }
    }
}

/// What was filled in, as it would be entered again.
fn entered(answers: &Answers) -> Any<Value> {
    let each = answers.iter();
    let entered: Map<String, Value> = each
        .map(|(key, answer)| (key.clone(), answer.entered()))
        .collect();
    Any(Value::Object(entered))
}
