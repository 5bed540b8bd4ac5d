//! Table `compliance_tasks`.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx, UnitId};
use yakusho_regulation::Role;

use super::rows::task;
use crate::procedure::model::{Holder, Task, TaskState};
use crate::procedure::{CaseId, TaskId};
use yakusho_kernel::stored::{known, one};

/// What stands in place of a role where the task is the head's of a unit.
const HEAD: &str = "head";

/// What a holder is stored as.
pub(super) fn stored(holder: Holder) -> (&'static str, Option<UnitId>) {
    match holder {
        Holder::Role(role, unit) => (role.id(), unit),
        Holder::Head(unit) => (HEAD, Some(unit)),
    }
}

pub(super) fn holder(role: &str, unit: Option<UnitId>) -> Result<Holder, DbError> {
    match (role, unit) {
        (HEAD, Some(unit)) => Ok(Holder::Head(unit)),
        _ => Ok(Holder::Role(known(role, Role::from_id)?, unit)),
    }
}

impl TryFrom<task::Model> for Task {
    type Error = DbError;

    fn try_from(row: task::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            case: row.of_case,
            round: row.round,
            step: usize::try_from(row.step).unwrap_or_default(),
            holder: holder(&row.role, row.unit)?,
            due: row.due,
            state: known(&row.state, TaskState::from_code)?,
            opened_at: row.opened_at,
        })
    }
}

/// The tasks of a case in the order in which they were opened.
pub(crate) async fn of_case(on: &impl Reading, id: CaseId) -> Result<Vec<Task>, DbError> {
    let rows = task::Entity::find()
        .filter(task::Column::OfCase.eq(id))
        .order_by_asc(task::Column::Round)
        .order_by_asc(task::Column::Step)
        .order_by_asc(task::Column::Place)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Task::try_from).collect()
}

/// Opens tasks.
pub(crate) async fn insert(tx: &Tx, _: &Permit, tasks: &[Task]) -> Result<(), DbError> {
    let rows = tasks.iter().zip(0..).map(|(one, place)| {
        let (role, unit) = stored(one.holder);
        task::ActiveModel {
            id: Set(one.id),
            of_case: Set(one.case),
            round: Set(one.round),
            step: Set(i32::try_from(one.step).unwrap_or(i32::MAX)),
            place: Set(place),
            role: Set(role.to_owned()),
            unit: Set(unit),
            due: Set(one.due),
            state: Set(one.state.code().to_owned()),
            opened_at: Set(one.opened_at),
        }
    });
    task::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// A task that waits is done; somebody else was quicker where it does not.
pub(crate) async fn finish(tx: &Tx, _: &Permit, id: TaskId, state: TaskState) -> Result<(), Fault> {
    let done = task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value(state.code()))
        .filter(task::Column::Id.eq(id))
        .filter(task::Column::State.eq(TaskState::Waiting.code()))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(done.rows_affected)
}

/// Nothing that waits in the case is asked of anybody any more.
pub(crate) async fn lapse(tx: &Tx, _: &Permit, case: CaseId) -> Result<(), DbError> {
    task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value(TaskState::Lapsed.code()))
        .filter(task::Column::OfCase.eq(case))
        .filter(task::Column::State.eq(TaskState::Waiting.code()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
