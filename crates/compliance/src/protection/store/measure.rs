//! Table `compliance_measures`.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{Condition, ExprTrait as _, QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::stored::{from_json, known, newest, one, to_json};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx, UnitId};

use crate::ids::SystemId;
use crate::inventory;
use crate::protection::model::{Filter, Measure, MeasureId, MeasureKind, MeasureRow};
use crate::protection::policy::Scope;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::SystemId;
    use crate::protection::MeasureId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_measures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MeasureId,
        pub system: SystemId,
        pub kind: String,
        pub text: String,
        pub since: time::Date,
        pub section: Option<UnitId>,
        pub entered: Json,
        pub review_on: Option<time::Date>,
        pub reviewed: Option<Json>,
        pub ended: Option<Json>,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Measure {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            system: row.system,
            kind: known(&row.kind, MeasureKind::from_code)?,
            text: row.text,
            since: row.since,
            section: row.section,
            entered: from_json(row.entered)?,
            review: row.review_on,
            reviewed: row.reviewed.map(from_json).transpose()?,
            ended: row.ended.map(from_json).transpose()?,
            revision: row.revision,
        })
    }
}

fn model(measure: &Measure, revision: i32) -> Result<ActiveModel, DbError> {
    Ok(ActiveModel {
        id: Set(measure.id),
        system: Set(measure.system),
        kind: Set(measure.kind.code().to_owned()),
        text: Set(measure.text.clone()),
        since: Set(measure.since),
        section: Set(measure.section),
        entered: Set(to_json(&measure.entered)?),
        review_on: Set(measure.review),
        reviewed: Set(measure.reviewed.as_ref().map(to_json).transpose()?),
        ended: Set(measure.ended.as_ref().map(to_json).transpose()?),
        revision: Set(revision),
    })
}

fn measures(rows: Vec<Model>) -> Result<Vec<Measure>, DbError> {
    rows.into_iter().map(Measure::try_from).collect()
}

pub(in crate::protection) async fn insert(
    tx: &Tx,
    _: &Permit,
    measure: &Measure,
) -> Result<(), DbError> {
    Entity::insert(model(measure, measure.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the measure over the one of its revision.
pub(in crate::protection) async fn save(
    tx: &Tx,
    _: &Permit,
    measure: &Measure,
) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(measure, measure.revision + 1)?)
        .filter(Column::Id.eq(measure.id))
        .filter(Column::Revision.eq(measure.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

pub(in crate::protection) async fn find(
    on: &impl Reading,
    id: MeasureId,
) -> Result<Option<Measure>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Measure::try_from).transpose()
}

/// The measures with what their systems are called.
pub(in crate::protection) async fn named(
    on: &impl Reading,
    measures: Vec<Measure>,
) -> Result<Vec<MeasureRow>, DbError> {
    let mut ids: Vec<SystemId> = measures.iter().map(|one| one.system).collect();
    ids.sort_unstable();
    ids.dedup();
    let systems = inventory::store::several_systems(on, &ids).await?;
    let names: HashMap<SystemId, String> =
        systems.into_iter().map(|one| (one.id, one.name)).collect();
    let rows = measures.into_iter().map(|measure| MeasureRow {
        system: names.get(&measure.system).cloned().unwrap_or_default(),
        measure,
    });
    Ok(rows.collect())
}

/// Those of a system after that one, the last entered first, at most `size`.
pub(in crate::protection) async fn of_system(
    on: &impl Reading,
    system: SystemId,
    after: Option<MeasureId>,
    size: usize,
) -> Result<Vec<Measure>, DbError> {
    let find = Entity::find().filter(Column::System.eq(system));
    let rows = newest(on, find, Column::Id, after, size).await?;
    measures(rows)
}

/// That a measure is of the sections that the reader sees, or of a system of theirs.
fn visible(scope: &Scope) -> Condition {
    if scope.all() {
        return Condition::all();
    }
    let units = scope.units().iter().copied();
    let systems = Query::select()
        .column("id")
        .from("compliance_systems")
        .and_where(Expr::col("section").is_in(units.clone()))
        .take();
    Condition::any()
        .add(Column::Section.is_in(units))
        .add(Column::System.in_subquery(systems))
}

/// Those after a place.
fn after(place: Option<(Date, MeasureId)>) -> Condition {
    let Some((day, id)) = place else {
        return Condition::all();
    };
    let same = Column::ReviewOn.eq(day).and(Column::Id.gt(id));
    Condition::all()
        .add(Column::ReviewOn.gte(day))
        .add(Column::ReviewOn.gt(day).or(same))
}

/// Those that are taken, after a place in the order of their reviews, at most `size`.
pub(in crate::protection) async fn page(
    on: &impl Reading,
    scope: &Scope,
    (filter, today): (Filter, Date),
    place: Option<(i32, MeasureId)>,
    size: usize,
) -> Result<Vec<Measure>, DbError> {
    let place = place.map(|(day, id)| (Date::from_julian_day(day).unwrap_or(Date::MIN), id));
    let mut find = Entity::find()
        .filter(Column::ReviewOn.is_not_null())
        .filter(visible(scope))
        .filter(after(place));
    if let Some(kind) = filter.kind {
        find = find.filter(Column::Kind.eq(kind.code()));
    }
    if filter.overdue {
        find = find.filter(Column::ReviewOn.lt(today));
    }
    let rows = find
        .order_by_asc(Column::ReviewOn)
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    measures(rows)
}

/// All that the reader sees, by system, at most `size`.
pub(in crate::protection) async fn everything(
    on: &impl Reading,
    scope: &Scope,
    size: usize,
) -> Result<Vec<Measure>, DbError> {
    let rows = Entity::find()
        .filter(visible(scope))
        .order_by_asc(Column::System)
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    measures(rows)
}

/// Whose reviews are wanted.
pub(in crate::protection) enum Wanted {
    /// Everybody's.
    Everyone,
    /// Those of these.
    Of {
        /// The managers of these sections.
        sections: Vec<UnitId>,
        /// Whether also the information system manager.
        system_manager: bool,
    },
}

impl Wanted {
    /// Whether nobody's are.
    pub(in crate::protection) fn is_nobody(&self) -> bool {
        matches!(self, Self::Of { sections, system_manager: false } if sections.is_empty())
    }

    fn condition(&self) -> Condition {
        match self {
            Self::Everyone => Condition::all(),
            Self::Of {
                sections,
                system_manager,
            } => {
                let own = Column::Section.is_in(sections.iter().copied());
                let system = system_manager.then(|| Column::Section.is_null());
                Condition::any().add(own).add_option(system)
            }
        }
    }
}

fn of_kinds(kinds: &[MeasureKind]) -> Expr {
    Column::Kind.is_in(kinds.iter().map(|kind| kind.code()))
}

/// Those of these kinds to be reviewed on the days from the one to the other, after a place, at most `size`.
pub(in crate::protection) async fn due(
    on: &impl Reading,
    kinds: &[MeasureKind],
    wanted: &Wanted,
    (from, until): (Option<Date>, Option<Date>),
    place: Option<(Date, MeasureId)>,
    size: usize,
) -> Result<Vec<Measure>, DbError> {
    let mut find = Entity::find()
        .filter(Column::ReviewOn.is_not_null())
        .filter(of_kinds(kinds))
        .filter(wanted.condition())
        .filter(after(place));
    if let Some(from) = from {
        find = find.filter(Column::ReviewOn.gte(from));
    }
    if let Some(until) = until {
        find = find.filter(Column::ReviewOn.lte(until));
    }
    let rows = find
        .order_by_asc(Column::ReviewOn)
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    measures(rows)
}

/// How many reviews are due.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::protection) struct Count {
    /// All.
    pub(in crate::protection) open: u64,
    /// Those before today.
    pub(in crate::protection) overdue: u64,
    /// The first day from today on.
    pub(in crate::protection) next: Option<Date>,
}

/// How many there are to be reviewed of each of these kinds.
pub(in crate::protection) async fn count_due(
    on: &impl Reading,
    kinds: &[MeasureKind],
    today: Date,
) -> Result<Vec<(MeasureKind, Count)>, DbError> {
    let counted = |when: Expr| {
        Entity::find()
            .select_only()
            .column(Column::Kind)
            .column_as(Column::Id.count(), "open")
            .column_as(Column::ReviewOn.min(), "first")
            .filter(when)
            .filter(of_kinds(kinds))
            .group_by(Column::Kind)
            .into_tuple::<(String, i64, Option<Date>)>()
    };
    let conn = on.conn();
    let late = counted(Column::ReviewOn.lt(today)).all(&conn).await?;
    let ahead = counted(Column::ReviewOn.gte(today)).all(&conn).await?;
    let of = |kind: MeasureKind| {
        let is = |row: &&(String, i64, Option<Date>)| row.0 == kind.code();
        let overdue = late.iter().find(is).map_or(0, |row| row.1.unsigned_abs());
        let ahead = ahead.iter().find(is);
        Count {
            open: overdue + ahead.map_or(0, |row| row.1.unsigned_abs()),
            overdue,
            next: ahead.and_then(|row| row.2),
        }
    };
    Ok(kinds.iter().map(|kind| (*kind, of(*kind))).collect())
}
