//! Tables `compliance_designations` and `compliance_operator_reports`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use time::Date;
use time::macros::date;
use yakusho_accounts::ledger::{AsOf, Days};
use yakusho_accounts::order::OrderId;
use yakusho_kernel::stored::{from_json, known, one, to_json};
use yakusho_kernel::{Authorship, DbError, Fault, Permit, PersonId, ProxyKind, Reading, Tx};
use yakusho_koyomi::FiscalYear;

use super::model::{
    Designation, DesignationId, Manner, Owes, Report, ReportId, RowId, Target, TargetKind,
};
use crate::asset::policy::Scope;
use crate::ids::SystemId;

/// Stands for "without end", so that a day is compared with one column.
const NEVER: Date = date!(9999 - 12 - 31);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_accounts::order::OrderId;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use super::{DesignationId, RowId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_designations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RowId,
        pub designation: DesignationId,
        pub target_kind: String,
        pub target: Uuid,
        pub person: Option<PersonId>,
        pub section: UnitId,
        pub manner: String,
        pub valid_from: time::Date,
        /// The day after the last.
        pub valid_until: time::Date,
        pub owes: Option<String>,
        pub release_from: Option<time::Date>,
        pub by_order: Option<OrderId>,
        pub recorded_at: Timestamp,
        pub superseded_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod report {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use super::ReportId;
    use crate::ids::SystemId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_operator_reports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ReportId,
        pub system: SystemId,
        pub section: UnitId,
        pub year: i32,
        pub number: i32,
        pub reported_on: time::Date,
        pub at: Timestamp,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub lines: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Designation {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let kind = known(&row.target_kind, TargetKind::from_code)?;
        let days = if row.valid_until < NEVER {
            Days::between(row.valid_from, row.valid_until)
        } else {
            Some(Days::from(row.valid_from))
        };
        let owes = row.owes.as_deref();
        Ok(Self {
            row: row.id,
            id: row.designation,
            target: match kind {
                TargetKind::InformationSystem | TargetKind::BusinessSystem => {
                    Target::System(row.target.into())
                }
                TargetKind::Central | TargetKind::Terminal => Target::Asset(row.target.into()),
            },
            kind,
            person: row.person,
            section: row.section,
            manner: known(&row.manner, Manner::from_code)?,
            days: known("days", |_| days)?,
            owes: owes.map(|owes| known(owes, Owes::from_code)).transpose()?,
            release_from: row.release_from,
            by_order: row.by_order,
            recorded_at: row.recorded_at,
            superseded_at: row.superseded_at,
        })
    }
}

fn all(rows: Vec<row::Model>) -> Result<Vec<Designation>, DbError> {
    rows.into_iter().map(Designation::try_from).collect()
}

/// What is recorded now of these targets and is not over by that day, for a person or a whole section.
pub(crate) async fn of_targets(
    on: &impl Reading,
    targets: &[Uuid],
    person: Option<PersonId>,
    day: Date,
) -> Result<Vec<Designation>, DbError> {
    let mut find = Entity::find()
        .filter(Column::Target.is_in(targets.iter().copied()))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidUntil.gt(day));
    if let Some(person) = person {
        let own = Condition::any()
            .add(Column::Person.eq(person))
            .add(Column::Person.is_null());
        find = find.filter(own);
    }
    let rows = find
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    all(rows)
}

/// What held on a day, as was known then or is known now.
pub(super) async fn on_day(
    on: &impl Reading,
    target: Target,
    when: AsOf,
) -> Result<Vec<Designation>, DbError> {
    let known = match when.known {
        None => Condition::all().add(Column::SupersededAt.is_null()),
        Some(at) => {
            let later = Condition::any()
                .add(Column::SupersededAt.is_null())
                .add(Column::SupersededAt.gt(at));
            Condition::all().add(Column::RecordedAt.lte(at)).add(later)
        }
    };
    let rows = Entity::find()
        .filter(Column::Target.eq(target.id()))
        .filter(known)
        .filter(Column::ValidFrom.lte(when.day))
        .filter(Column::ValidUntil.gt(when.day))
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    all(rows)
}

/// What stands of a designation now.
pub(super) async fn find(
    on: &impl Reading,
    id: DesignationId,
) -> Result<Option<Designation>, DbError> {
    let row = Entity::find()
        .filter(Column::Designation.eq(id))
        .filter(Column::SupersededAt.is_null())
        .one(&on.conn())
        .await?;
    row.map(Designation::try_from).transpose()
}

/// Every designation that is not over by that day.
pub(crate) async fn open(on: &impl Reading, day: Date) -> Result<Vec<Designation>, DbError> {
    let rows = Entity::find()
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidUntil.gt(day))
        .all(&on.conn())
        .await?;
    all(rows)
}

/// Those of which something is to be reported, of one system or of all.
pub(super) async fn owing(
    on: &impl Reading,
    system: Option<SystemId>,
) -> Result<Vec<Designation>, DbError> {
    let owes = Owes::ALL.iter().map(|owes| owes.code());
    let mut find = Entity::find()
        .filter(Column::Owes.is_in(owes))
        .filter(Column::SupersededAt.is_null());
    if let Some(system) = system {
        find = find.filter(Column::Target.eq(Uuid::from(system)));
    }
    let rows = find.order_by_asc(Column::Id).all(&on.conn()).await?;
    all(rows)
}

/// What an order had stand no longer, as it stood before.
pub(super) async fn ended_by(
    on: &impl Reading,
    order: OrderId,
) -> Result<Vec<Designation>, DbError> {
    let rows = Entity::find()
        .filter(Column::ByOrder.eq(order))
        .filter(Column::SupersededAt.is_not_null())
        .all(&on.conn())
        .await?;
    all(rows)
}

/// Records a row.
pub(super) async fn insert(tx: &Tx, _: &Permit, one: &Designation) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(one.row),
        designation: Set(one.id),
        target_kind: Set(one.kind.code().to_owned()),
        target: Set(one.target.id()),
        person: Set(one.person),
        section: Set(one.section),
        manner: Set(one.manner.code().to_owned()),
        valid_from: Set(one.days.first()),
        valid_until: Set(one.days.until().unwrap_or(NEVER)),
        owes: Set(one.owes.map(|owes| owes.code().to_owned())),
        release_from: Set(one.release_from),
        by_order: Set(one.by_order),
        recorded_at: Set(one.recorded_at),
        superseded_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Has a row stand no longer; somebody else was quicker where it does not already.
pub(super) async fn supersede(
    tx: &Tx,
    _: &Permit,
    row: RowId,
    by: Option<OrderId>,
) -> Result<(), Fault> {
    let done = Entity::update_many()
        .col_expr(Column::SupersededAt, Expr::value(tx.cx().known_from()))
        .col_expr(Column::ByOrder, Expr::value(by))
        .filter(Column::Id.eq(row))
        .filter(Column::SupersededAt.is_null())
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(done.rows_affected)
}

impl TryFrom<report::Model> for Report {
    type Error = DbError;

    fn try_from(row: report::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            system: row.system,
            section: row.section,
            year: FiscalYear::starting_in(row.year),
            number: row.number,
            on: row.reported_on,
            at: row.at,
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            lines: from_json(row.lines)?,
        })
    }
}

pub(super) async fn insert_report(tx: &Tx, _: &Permit, one: &Report) -> Result<(), DbError> {
    let row = report::ActiveModel {
        id: Set(one.id),
        system: Set(one.system),
        section: Set(one.section),
        year: Set(one.year.year()),
        number: Set(one.number),
        reported_on: Set(one.on),
        at: Set(one.at),
        author: Set(one.by.author),
        hand: Set(one.by.hand),
        proxy: Set(one.by.proxy.map(|kind| kind.code().to_owned())),
        lines: Set(to_json(&one.lines)?),
    };
    report::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn report(on: &impl Reading, id: ReportId) -> Result<Option<Report>, DbError> {
    let row = report::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Report::try_from).transpose()
}

/// Which reports are listed.
pub(super) enum Of<'a> {
    /// Those of one system.
    System(SystemId),
    /// Those of the sections that the reader sees.
    Sections(&'a Scope),
}

/// Reports, the highest number first, at most `size`.
pub(super) async fn reports(
    on: &impl Reading,
    of: Of<'_>,
    after: Option<(i32, i32)>,
    size: usize,
) -> Result<Vec<Report>, DbError> {
    use report::Column;
    let mut find = report::Entity::find();
    match of {
        Of::System(system) => find = find.filter(Column::System.eq(system)),
        Of::Sections(scope) if scope.all() => {}
        Of::Sections(scope) => {
            find = find.filter(Column::Section.is_in(scope.units().iter().copied()));
        }
    }
    if let Some((year, number)) = after {
        let same = Condition::all()
            .add(Column::Year.eq(year))
            .add(Column::Number.lt(number));
        find = find.filter(Condition::any().add(Column::Year.lt(year)).add(same));
    }
    let rows = find
        .order_by_desc(Column::Year)
        .order_by_desc(Column::Number)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Report::try_from).collect()
}
