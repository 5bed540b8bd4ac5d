//! What becomes of a case: pure, with time and ids handed in.

use time::Date;
use yakusho_kernel::{Conflict, Fault, Invalid, Reason, Timestamp};
use yakusho_koyomi::Calendar;
use yakusho_regulation::procedure::{Agreement, Step, StepKind};

use super::model::{Case, CaseNumber, CaseState, Content, Task, TaskState};
use crate::Authorship;
use crate::text::{REMARK, paragraphs};

impl CaseState {
    /// The conflict where an act meets a case in this state.
    const fn in_the_way(self) -> Conflict {
        let code = match self {
            Self::Draft => "case_draft",
            Self::UnderWay => "case_under_way",
            Self::SentBack => "case_sent_back",
            Self::Granted => "case_granted",
            Self::Refused => "case_refused",
            Self::Withdrawn => "case_withdrawn",
        };
        Conflict { code }
    }
}

impl Case {
    /// That it is in that state; the conflict names the one that it is in.
    pub(super) fn expect(&self, state: CaseState) -> Result<(), Conflict> {
        self.state.in_the_way().unless(self.state == state)
    }

    /// That what it says can be changed.
    pub(super) fn expect_open_to_edits(&self) -> Result<(), Conflict> {
        self.state
            .in_the_way()
            .unless(self.state.is_open_to_edits())
    }

    /// The step that waits.
    pub(super) fn waiting_step(&self) -> Option<(usize, &Step)> {
        let place = self.step?;
        Some((place, self.procedure().steps.get(place)?))
    }

    /// Takes other content, as that version.
    pub(super) fn rewrite(
        &mut self,
        content: Content,
        subject: String,
        version: i32,
        now: Timestamp,
    ) {
        self.content = content;
        self.subject = subject;
        self.version = version;
        self.changed_at = now;
    }

    /// That an act was done on that day: not in the future, and not before the one that it follows.
    pub(super) fn acted(&mut self, on: Date, now: Timestamp) -> Result<(), Invalid> {
        if on > now.date() {
            return Err(Invalid::field("on", Reason::Code("day_in_future")));
        }
        if self.acted_on.is_some_and(|earlier| on < earlier) {
            return Err(Invalid::field("on", Reason::Code("before_last_act")));
        }
        self.acted_on = Some(on);
        self.acts += 1;
        self.changed_at = now;
        Ok(())
    }

    /// It is submitted, for the first time under a new number.
    pub(super) fn submit(&mut self, by: Authorship, number: CaseNumber, on: Date) {
        self.state = CaseState::UnderWay;
        self.number = Some(number);
        self.submitted = Some(by);
        self.submitted_on = Some(on);
        self.round += 1;
        self.step = None;
    }

    /// It comes to rest in that state, in which no step waits.
    pub(super) fn rest(&mut self, state: CaseState) {
        self.state = state;
        self.step = None;
    }

    /// It is granted on that day, on those conditions, or refused.
    pub(super) fn decide(&mut self, state: CaseState, on: Date, conditions: Option<String>) {
        self.rest(state);
        self.decided_on = Some(on);
        self.conditions = conditions;
    }
}

/// How a step that consults stands after the words of its parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consulted {
    /// More words are needed.
    Open,
    /// Enough have agreed.
    Agreed,
    /// Not enough can agree any more.
    Failed,
}

/// How a step stands whose parties have come this far.
pub(super) fn consulted(agreement: Agreement, parties: &[TaskState]) -> Consulted {
    let count = |state| parties.iter().filter(|one| **one == state).count();
    let (agreed, objected) = (count(TaskState::Agreed), count(TaskState::Objected));
    let needed = agreement.of(parties.len());
    if agreed >= needed {
        Consulted::Agreed
    } else if parties.len() - objected < needed {
        Consulted::Failed
    } else {
        Consulted::Open
    }
}

/// The agreement that a step needs, if it consults.
pub(super) const fn agreement(step: &Step) -> Option<Agreement> {
    match step.kind {
        StepKind::Consult(agreement) => Some(agreement),
        StepKind::Decide | StepKind::Inform => None,
    }
}

/// By when a step is to be done that opens today.
pub(super) fn due(
    calendar: &Calendar,
    today: Date,
    deadline: Option<u16>,
) -> Result<Option<Date>, Fault> {
    let due = deadline.map(|days| calendar.add_working_days(today, i32::from(days)));
    due.transpose().map_err(Fault::internal)
}

/// What is said with an act, from the field `remark`.
pub(super) fn remark(entered: &str, needed: bool) -> Result<Option<String>, Invalid> {
    let said = paragraphs(entered, REMARK).map_err(|reason| Invalid::field("remark", reason))?;
    if needed && said.is_none() {
        return Err(Invalid::field("remark", Reason::Required));
    }
    Ok(said)
}

/// The conditions of several who decide, one after the other.
pub(super) fn together(earlier: Option<String>, later: Option<String>) -> Option<String> {
    match (earlier, later) {
        (Some(earlier), Some(later)) => Some(format!("{earlier}\n\n{later}")),
        (earlier, later) => earlier.or(later),
    }
}

/// The tasks of a step in the present round.
pub(super) fn of_step(case: &Case, tasks: &[Task], step: usize) -> Vec<TaskState> {
    let own = |task: &&Task| task.round == case.round && task.step == step;
    tasks.iter().filter(own).map(|task| task.state).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consultation_ends_when_enough_agree_or_not_enough_can() {
        use TaskState::{Agreed as A, Objected as O, Waiting as W};
        for (agreement, parties, expected) in [
            (Agreement::All, &[A, A, W][..], Consulted::Open),
            (Agreement::All, &[A, A, A], Consulted::Agreed),
            (Agreement::All, &[O, W, W], Consulted::Failed),
            (Agreement::Majority, &[A, W, W], Consulted::Open),
            (Agreement::Majority, &[A, A, W], Consulted::Agreed),
            (Agreement::Majority, &[A, O, W], Consulted::Open),
            (Agreement::Majority, &[O, O, W], Consulted::Failed),
            (Agreement::Majority, &[A, A, O, O], Consulted::Failed),
            (Agreement::Majority, &[A, A, O, W], Consulted::Open),
            (Agreement::One, &[O, O, W], Consulted::Open),
            (Agreement::One, &[O, A, W], Consulted::Agreed),
            (Agreement::One, &[O, O, O], Consulted::Failed),
        ] {
            assert_eq!(
                consulted(agreement, parties),
                expected,
                "{agreement:?} {parties:?}"
            );
        }
    }
}
