//! Tasks that wait and have a day.

use sea_orm::prelude::Json;
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use time::Date;
use yakusho_kernel::stored::{from_json, known};
use yakusho_kernel::{Asked, DbError, Prepared, Reading, Tally, UnitId};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::{Procedure, ProcedureKind};

use super::task::holder;
use crate::duty::store::{Wanted, between, held_by, wanted};
use crate::procedure::model::Holder;
use crate::procedure::{CaseId, CaseNumber, TaskId};

/// A step that waits.
pub(crate) struct DueStep {
    pub(crate) task: TaskId,
    pub(crate) case: CaseId,
    pub(crate) holder: Holder,
    pub(crate) due: Date,
    pub(crate) procedure: Procedure,
    pub(crate) number: Option<CaseNumber>,
    pub(crate) subject: String,
}

#[derive(FromQueryResult)]
struct Row {
    task: TaskId,
    of_case: CaseId,
    role: String,
    unit: Option<UnitId>,
    due: Date,
    year: Option<i32>,
    number: Option<i32>,
    subject: String,
    procedure: Json,
}

fn task(column: &'static str) -> Expr {
    Expr::col(("t", column))
}

fn waiting() -> SelectStatement {
    Query::select()
        .from_as("compliance_tasks", "t")
        .join_as(
            JoinType::InnerJoin,
            "compliance_cases",
            "c",
            Condition::all().add(Expr::col(("c", "id")).equals(("t", "of_case"))),
        )
        // A literal: the indexes over what waits serve only what is known to do so when it is planned.
        .and_where(task("state").eq(Expr::cust("'waiting'")))
        .and_where(task("due").is_not_null())
        .take()
}

static STEPS: Prepared<Wanted> = Prepared::new(|(whose, days, size)| {
    waiting()
        .join_as(
            JoinType::InnerJoin,
            "compliance_definitions",
            "d",
            Condition::all().add(Expr::col(("d", "digest")).equals(("c", "definition"))),
        )
        .expr_as(task("id"), "task")
        .columns([("t", "of_case"), ("t", "role"), ("t", "unit"), ("t", "due")])
        .columns([("c", "year"), ("c", "number"), ("c", "subject")])
        .column(("d", "procedure"))
        .cond_where(held_by(&whose, &task("role"), &task("unit")))
        .cond_where(between(&task("due"), &task("id"), days))
        .order_by(("t", "due"), Order::Asc)
        .order_by(("t", "id"), Order::Asc)
        .limit(size)
        .take()
});

/// A page of them, the earliest day first.
pub(crate) async fn steps(on: &impl Reading, asked: &Asked<'_>) -> Result<Vec<DueStep>, DbError> {
    let found: Vec<Row> = STEPS.models(on, wanted(asked)).await?;
    found.into_iter().map(Row::step).collect()
}

impl Row {
    fn step(self) -> Result<DueStep, DbError> {
        let number = self.year.zip(self.number);
        Ok(DueStep {
            task: self.task,
            case: self.of_case,
            holder: holder(&self.role, self.unit)?,
            due: self.due,
            procedure: from_json(self.procedure)?,
            number: number.map(|(year, number)| CaseNumber {
                year: FiscalYear::starting_in(year),
                number,
            }),
            subject: self.subject,
        })
    }
}

/// How many wait under each rule.
pub(crate) async fn tally(on: &impl Reading, today: Date) -> Result<Vec<Tally>, DbError> {
    let past = Expr::case(task("due").lt(today), task("due"));
    let ahead = Expr::case(task("due").gte(today), task("due"));
    let count = waiting()
        .column(("c", "kind"))
        .expr(task("id").count())
        .expr(Expr::Case(Box::new(past)).count())
        .expr(Expr::Case(Box::new(ahead)).min())
        .group_by_col(("c", "kind"))
        .take();
    let rows = on.conn().query_all(&count).await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.try_get_by_index(0)?;
            let (open, overdue): (i64, i64) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok(Tally {
                rule: known(&kind, ProcedureKind::from_id)?.rule(),
                open: open.unsigned_abs(),
                overdue: overdue.unsigned_abs(),
                next: row.try_get_by_index(3)?,
            })
        })
        .collect()
}
