//! What a case consists of.

mod answer;
mod case;
mod task;
mod view;

pub use answer::{Answer, Answers};
pub(crate) use case::Case;
pub use case::{CaseForm, CaseId, CaseNumber, CaseState, Content, Definition};
pub use task::{Act, ActId, ActKind, Decision, Holder, Opinion, TaskId, TaskState, Verdict};
pub(crate) use task::{Acting, Task};
pub use view::{CaseRow, CaseView, RegisterRow, Rights, StepProgress, StepView, TaskView, Tray};
