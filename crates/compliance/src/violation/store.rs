//! Table `compliance_violations`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::stored::{from_json, known, one, to_json};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Ref, Tx};

use super::model::{Breach, Handled, Outcome, View, Violation, ViolationId};
use super::policy::Scope;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::violation::ViolationId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_violations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ViolationId,
        pub item_kind: String,
        pub item: Uuid,
        pub title: String,
        pub breach: String,
        pub account: String,
        pub reported_by: PersonId,
        pub reported: Json,
        pub reported_at: Timestamp,
        pub due: time::Date,
        pub outcome: Option<String>,
        pub reason: Option<String>,
        pub handled: Option<Json>,
        pub handled_at: Option<Timestamp>,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Violation {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let handled = row.outcome.zip(row.reason);
        let handled = handled.zip(row.handled.zip(row.handled_at));
        let handled = handled.map(|((outcome, reason), (doer, at))| {
            Ok::<_, DbError>(Handled {
                outcome: known(&outcome, Outcome::from_code)?,
                reason,
                doer: from_json(doer)?,
                at,
            })
        });
        Ok(Self {
            id: row.id,
            item: Ref {
                kind: row.item_kind.into(),
                id: row.item,
            },
            title: row.title,
            breach: known(&row.breach, Breach::from_code)?,
            account: row.account,
            reported: from_json(row.reported)?,
            reported_at: row.reported_at,
            due: row.due,
            handled: handled.transpose()?,
            revision: row.revision,
        })
    }
}

pub(super) async fn insert(tx: &Tx, _: &Permit, violation: &Violation) -> Result<(), DbError> {
    let row = ActiveModel {
        id: Set(violation.id),
        item_kind: Set(violation.item.kind.clone().into_owned()),
        item: Set(violation.item.id),
        title: Set(violation.title.clone()),
        breach: Set(violation.breach.code().to_owned()),
        account: Set(violation.account.clone()),
        reported_by: Set(violation.reported.by.author),
        reported: Set(to_json(&violation.reported)?),
        reported_at: Set(violation.reported_at),
        due: Set(violation.due),
        outcome: Set(None),
        reason: Set(None),
        handled: Set(None),
        handled_at: Set(None),
        revision: Set(violation.revision),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes how a report was handled over its revision.
pub(super) async fn save(tx: &Tx, _: &Permit, violation: &Violation) -> Result<(), Fault> {
    let handled = violation.handled.as_ref();
    let doer = handled.map(|handled| to_json(&handled.doer)).transpose()?;
    let row = ActiveModel {
        outcome: Set(handled.map(|handled| handled.outcome.code().to_owned())),
        reason: Set(handled.map(|handled| handled.reason.clone())),
        handled: Set(doer),
        handled_at: Set(handled.map(|handled| handled.at)),
        revision: Set(violation.revision + 1),
        ..Default::default()
    };
    let saved = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(violation.id))
        .filter(Column::Revision.eq(violation.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

pub(super) async fn find(on: &impl Reading, id: ViolationId) -> Result<Option<Violation>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Violation::try_from).transpose()
}

/// Those of a view after that one in its order, at most `size`.
pub(super) async fn page(
    on: &impl Reading,
    scope: &Scope,
    view: View,
    after: Option<ViolationId>,
    size: usize,
) -> Result<Vec<Violation>, DbError> {
    let find = match view {
        View::Open => Entity::find().filter(open()).order_by_asc(Column::Id),
        View::Handled => Entity::find().filter(closed()).order_by_desc(Column::Id),
        View::Mine => Entity::find()
            .filter(Column::ReportedBy.eq(scope.person))
            .order_by_desc(Column::Id),
    };
    let find = match (view, after) {
        (View::Open, Some(after)) => find.filter(Column::Id.gt(after)),
        (View::Handled | View::Mine, Some(after)) => find.filter(Column::Id.lt(after)),
        (_, None) => find,
    };
    let rows = find.limit(size as u64).all(&on.conn()).await?;
    rows.into_iter().map(Violation::try_from).collect()
}

/// How many wait to be handled.
pub(super) async fn waiting(on: &impl Reading) -> Result<u64, DbError> {
    Ok(Entity::find().filter(open()).count(&on.conn()).await?)
}

fn open() -> Expr {
    Column::HandledAt.is_null()
}

fn closed() -> Expr {
    Column::HandledAt.is_not_null()
}
