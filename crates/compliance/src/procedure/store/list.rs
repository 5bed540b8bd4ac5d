//! Lists of cases: one query each, whatever the tray.

use sea_orm::prelude::Json;
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait as _, Func, JoinType, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{DbError, Debtor, Kind, PersonId, Prepared, Reading, Timestamp, UnitId};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::Procedure;

use crate::procedure::model::{CaseRow, CaseState, RegisterRow, TaskState, Tray};
use crate::procedure::policy::Scope;
use crate::procedure::{CaseId, CaseNumber};
use yakusho_kernel::stored::{from_json, known};

const COLUMNS: [&str; 11] = [
    "id",
    "register",
    "year",
    "number",
    "section",
    "subject",
    "state",
    "submitted_on",
    "decided_on",
    "changed_at",
    "author",
];

#[derive(FromQueryResult)]
struct Row {
    id: CaseId,
    register: String,
    year: Option<i32>,
    number: Option<i32>,
    section: UnitId,
    subject: String,
    state: String,
    submitted_on: Option<Date>,
    decided_on: Option<Date>,
    changed_at: Timestamp,
    procedure: Json,
    task: Option<Uuid>,
    due: Option<Date>,
}

/// Where a page begins: after this place in the order of its tray.
pub(crate) type Place = (i64, Uuid);

fn case(column: &'static str) -> Expr {
    Expr::col(("c", column))
}

fn task(column: &'static str) -> Expr {
    Expr::col(("t", column))
}

/// That a task is one of theirs.
fn held(holders: &[Debtor]) -> Condition {
    let each = holders.iter().map(|holder| {
        let (role, unit) = holder.stored();
        let of = match unit {
            Some(unit) => task("unit").eq(unit),
            None => task("unit").is_null(),
        };
        task("role").eq(role).and(of)
    });
    each.fold(Condition::any(), Condition::add)
}

/// Tasks that wait for the reader: not those of what they applied for.
fn waiting(holders: &[Debtor], people: &[PersonId]) -> SelectStatement {
    let mut select = Query::select();
    select
        .from_as("compliance_tasks", "t")
        .join_as(
            JoinType::InnerJoin,
            "compliance_cases",
            "c",
            Condition::all().add(case("id").equals(("t", "of_case"))),
        )
        .and_where(task("state").eq(TaskState::Waiting.code()))
        .cond_where(held(holders))
        .and_where(case("author").is_not_in(people.iter().copied()))
        .and_where(case("hand").is_not_in(people.iter().copied()));
    select
}

/// What the reader sees of the cases that were submitted.
pub(super) fn seen((people, units, holders, oversees): &Whose) -> Condition {
    if oversees.0 {
        return Condition::all();
    }
    let addressed = Query::select()
        .column(("t", "of_case"))
        .from_as("compliance_tasks", "t")
        .cond_where(held(holders))
        .take();
    let wrote = case("author").is_in(people.iter().copied());
    let mut seen = Condition::any()
        .add(wrote)
        .add(case("section").is_in(units.iter().copied()));
    if !holders.is_empty() {
        seen = seen.add(case("id").in_subquery(addressed));
    }
    seen
}

/// Which tray it is, whose it is, which they see of all, after which place, and how many rows.
type Asked = (Kind<Tray>, Whose, Option<Place>, u64);

/// A [`Scope`]: people, units, what they hold, and whether they see whatever was submitted.
pub(super) type Whose = (Vec<PersonId>, Vec<UnitId>, Vec<Debtor>, Kind<bool>);

pub(super) fn whose(scope: &Scope) -> Whose {
    let holders = scope.holders.iter().map(|holder| Debtor::from(*holder));
    (
        scope.people.clone(),
        scope.units.clone(),
        holders.collect(),
        Kind(scope.oversees),
    )
}

static PAGE: Prepared<Asked> = Prepared::new(|(Kind(tray), whose, after, size)| {
    let draft = CaseState::Draft.code();
    let (people, units, holders, _) = &whose;
    let mut rows = match tray {
        Tray::Waiting => waiting(holders, people),
        Tray::Returned | Tray::Mine | Tray::Section | Tray::Register(..) => {
            Query::select().from_as("compliance_cases", "c").take()
        }
    };
    rows.join_as(
        JoinType::InnerJoin,
        "compliance_definitions",
        "d",
        Condition::all().add(Expr::col(("d", "digest")).equals(("c", "definition"))),
    )
    .columns(COLUMNS.map(|column| ("c", column)))
    .column(("d", "procedure"))
    .limit(size);
    if tray == Tray::Waiting {
        rows.expr_as(task("id"), "task").expr_as(task("due"), "due");
    } else {
        let nothing = || Expr::val(Option::<String>::None);
        rows.expr_as(nothing().cast_as("uuid"), "task")
            .expr_as(nothing().cast_as("date"), "due");
    }
    match &tray {
        Tray::Waiting => {
            rows.order_by(("t", "id"), Order::Asc);
            if let Some((_, id)) = after {
                rows.and_where(task("id").gt(id));
            }
        }
        Tray::Register(register, year) => {
            rows.and_where(case("register").eq(register.as_str()))
                .and_where(case("year").eq(year.year()))
                .cond_where(seen(&whose))
                .order_by(("c", "number"), Order::Desc);
            if let Some((number, _)) = after {
                rows.and_where(case("number").lt(number));
            }
        }
        Tray::Returned => {
            rows.and_where(case("author").is_in(people.iter().copied()))
                .and_where(case("state").eq(CaseState::SentBack.code()));
            newest_first(&mut rows, after);
        }
        Tray::Mine => {
            rows.and_where(case("author").is_in(people.iter().copied()));
            newest_first(&mut rows, after);
        }
        Tray::Section => {
            // A draft that was never submitted is its author's.
            let known = Condition::any()
                .add(case("number").is_not_null())
                .add(case("state").ne(draft));
            rows.and_where(case("section").is_in(units.iter().copied()))
                .cond_where(known);
            newest_first(&mut rows, after);
        }
    }
    rows
});

/// The rows of a tray after a place in it, at most `size`, each with its place.
pub(crate) async fn page(
    on: &impl Reading,
    scope: &Scope,
    tray: &Tray,
    after: Option<Place>,
    size: usize,
) -> Result<Vec<(CaseRow, Place)>, DbError> {
    if *tray == Tray::Waiting && scope.holders.is_empty() {
        return Ok(Vec::new());
    }
    let asked = (Kind(tray.clone()), whose(scope), after, size as u64);
    let found: Vec<Row> = PAGE.models(on, asked).await?;
    found.into_iter().map(|row| row.placed(tray)).collect()
}

fn newest_first(rows: &mut SelectStatement, after: Option<Place>) {
    rows.order_by(("c", "changed_at"), Order::Desc)
        .order_by(("c", "id"), Order::Desc);
    if let Some((at, id)) = after {
        let same = case("changed_at").eq(at).and(case("id").lt(id));
        rows.and_where(case("changed_at").lt(at).or(same));
    }
}

impl Row {
    fn placed(self, tray: &Tray) -> Result<(CaseRow, Place), DbError> {
        let id: Uuid = self.id.into();
        let place = match tray {
            Tray::Waiting => (0, self.task.unwrap_or(id)),
            Tray::Register(..) => (self.number.unwrap_or_default().into(), id),
            Tray::Returned | Tray::Mine | Tray::Section => (self.changed_at.millis(), id),
        };
        let procedure: Procedure = from_json(self.procedure)?;
        let number = self.year.zip(self.number);
        let row = CaseRow {
            id: self.id,
            kind: procedure.kind,
            title: procedure.title,
            form: procedure.form,
            register: self.register,
            number: number.map(|(year, number)| CaseNumber {
                year: FiscalYear::starting_in(year),
                number,
            }),
            subject: self.subject,
            section: self.section,
            state: known(&self.state, CaseState::from_code)?,
            submitted_on: self.submitted_on,
            decided_on: self.decided_on,
            due: self.due,
            changed_at: self.changed_at,
        };
        Ok((row, place))
    }
}

static WAITING: Prepared<(Vec<Debtor>, Vec<PersonId>)> = Prepared::new(|(holders, people)| {
    let mut count = waiting(&holders, &people);
    count.expr(Func::count(task("id")));
    count
});

/// How many tasks wait for the reader.
pub(crate) async fn count_waiting(on: &impl Reading, scope: &Scope) -> Result<u64, DbError> {
    if scope.holders.is_empty() {
        return Ok(0);
    }
    let (people, _, holders, _) = whose(scope);
    let row = WAITING.one(on, (holders, people)).await?;
    let count: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// Every register of every fiscal year, the latest year first.
pub(crate) async fn registers(on: &impl Reading) -> Result<Vec<RegisterRow>, DbError> {
    let registers = Query::select()
        .columns(["register", "year", "last"])
        .from("compliance_numbers")
        .order_by("year", Order::Desc)
        .order_by("register", Order::Asc)
        .take();
    let rows = on.conn().query_all(&registers).await?;
    rows.iter()
        .map(|row| {
            Ok(RegisterRow {
                register: row.try_get_by_index(0)?,
                year: FiscalYear::starting_in(row.try_get_by_index(1)?),
                last: row.try_get_by_index(2)?,
            })
        })
        .collect()
}
