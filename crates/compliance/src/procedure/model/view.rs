//! What its readers get of a case.

use std::sync::Arc;

use time::Date;
use yakusho_kernel::{Timestamp, UnitId};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::procedure::{Field, Step};
use yakusho_regulation::{ProcedureKind, Wording};

use super::{
    Act, Answers, CaseId, CaseNumber, CaseState, Content, Definition, Holder, TaskId, TaskState,
};
use crate::Authorship;

/// A list of cases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tray {
    /// Those of which a step waits for the reader, the oldest first.
    Waiting,
    /// Those that the reader drew up and that were sent back, the latest first.
    Returned,
    /// Those that the reader drew up.
    Mine,
    /// Those of the reader's sections.
    Section,
    /// Those of a register in a fiscal year, the highest number first.
    Register(String, FiscalYear),
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub id: CaseId,
    /// Its procedure.
    pub kind: ProcedureKind,
    /// What the procedure is called.
    pub title: Wording,
    /// The form that it is on.
    pub form: Option<u16>,
    /// The register in which it is numbered.
    pub register: String,
    /// Its number.
    pub number: Option<CaseNumber>,
    /// What it is about.
    pub subject: String,
    /// For which section it was drawn up.
    pub section: UnitId,
    /// How far it has come.
    pub state: CaseState,
    /// The day on which it was last submitted.
    pub submitted_on: Option<Date>,
    /// The day on which it was granted or refused.
    pub decided_on: Option<Date>,
    /// By when what waits for the reader is to be done.
    pub due: Option<Date>,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// A register in which the reader finds cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its name.
    pub register: String,
    /// The fiscal year.
    pub year: FiscalYear,
    /// The highest number in it.
    pub last: i32,
}

/// A case on its own page.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case.
    pub id: CaseId,
    /// What its procedure was when it was drawn up.
    pub definition: Arc<Definition>,
    /// What it is about, in a line.
    pub subject: String,
    /// Who drew it up.
    pub by: Authorship,
    /// What it says.
    pub content: Content,
    /// How far it has come.
    pub state: CaseState,
    /// Its number.
    pub number: Option<CaseNumber>,
    /// The day on which it was last submitted.
    pub submitted_on: Option<Date>,
    /// The day on which it was granted or refused.
    pub decided_on: Option<Date>,
    /// The conditions on which it was granted.
    pub conditions: Option<String>,
    /// The steps of its last round, in their order.
    pub steps: Vec<StepView>,
    /// What was done, in its order.
    pub acts: Vec<Act>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// The number of its last version.
    pub version: i32,
    /// What an edit or a decision refers to.
    pub revision: i32,
    /// What the reader may do.
    pub may: Rights,
}

impl CaseView {
    /// The step that waits, as the procedure has it.
    pub fn waiting_step(&self) -> Option<&Step> {
        let waits = |step: &StepView| step.progress == StepProgress::Waiting;
        let place = self.steps.iter().position(waits)?;
        self.definition.procedure.steps.get(place)
    }

    /// What was filled in with the decisions of its last round, in their order: each field of a step with its answers.
    pub fn filled_in_steps(&self) -> impl Iterator<Item = (&Field, &Answers)> {
        let round = self.acts.iter().map(|act| act.round).max();
        let last = self.acts.iter().filter(move |act| Some(act.round) == round);
        last.flat_map(|act| {
            let fields = self.fields_of(act).iter();
            fields.map(|field| (field, &act.answers))
        })
    }

    /// The fields of the step that an act decided, if anything was filled in to them.
    pub fn fields_of(&self, act: &Act) -> &[Field] {
        let step = act
            .step
            .and_then(|at| self.definition.procedure.steps.get(at));
        match step.filter(|_| !act.answers.is_empty()) {
            Some(step) => &step.fields,
            None => &[],
        }
    }
}

/// A step of a case.
#[derive(Clone, Debug)]
pub struct StepView {
    /// How far it has come.
    pub progress: StepProgress,
    /// Its parties; none before it is reached.
    pub tasks: Vec<TaskView>,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// It is yet to come.
    Ahead,
    /// It waits.
    Waiting,
    /// It is done.
    Done,
}

/// A party of a step.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// The task.
    pub id: TaskId,
    /// Whose it is.
    pub holder: Holder,
    /// By when it is to be done.
    pub due: Option<Date>,
    /// What has become of it.
    pub state: TaskState,
}

/// What the reader may do with a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
pub struct Rights {
    /// Change what it says.
    pub edit: bool,
    /// Submit it.
    pub submit: bool,
    /// Withdraw it.
    pub withdraw: bool,
    /// Agree or object.
    pub consult: bool,
    /// Grant, refuse or send back.
    pub decide: bool,
    /// Draw another up like it.
    pub copy: bool,
}
