//! The table `registration_approvals`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Ref, Tx};

use super::model::{Approval, ApprovalId, ApprovalState};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::super::model::ApprovalId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "registration_approvals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApprovalId,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub label: String,
        pub state: String,
        pub requested_by: PersonId,
        pub requested_at: Timestamp,
        pub decided_by: Option<PersonId>,
        pub decided_at: Option<Timestamp>,
        pub decision: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Approval {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let state = ApprovalState::from_code(&row.state).ok_or_else(|| {
            DbError::Failed(DbErr::Type(
                "an unknown state of an approval is stored".into(),
            ))
        })?;
        Ok(Self {
            id: row.id,
            subject: Ref {
                kind: row.subject_kind.into(),
                id: row.subject_id,
            },
            label: row.label,
            requested_by: row.requested_by,
            requested_at: row.requested_at,
            state,
            decided_by: row.decided_by,
            decided_at: row.decided_at,
            decision: row.decision,
        })
    }
}

/// The newest request for that.
pub(super) async fn last_of(on: &impl Reading, subject: &Ref) -> Result<Option<Approval>, DbError> {
    let row = Entity::find()
        .filter(Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(Column::SubjectId.eq(subject.id))
        .order_by_desc(Column::Id)
        .one(&on.conn())
        .await?;
    row.map(Approval::try_from).transpose()
}

pub(super) async fn get(on: &impl Reading, id: ApprovalId) -> Result<Option<Approval>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Approval::try_from).transpose()
}

pub(super) async fn page(
    on: &impl Reading,
    state: ApprovalState,
    after: Option<ApprovalId>,
    size: usize,
) -> Result<Vec<Approval>, DbError> {
    let find = Entity::find().filter(Column::State.eq(state.code()));
    let rows = newest(on, find, Column::Id, after, size).await?;
    rows.into_iter().map(Approval::try_from).collect()
}

pub(super) async fn count(on: &impl Reading, state: ApprovalState) -> Result<u64, DbError> {
    let find = Entity::find().filter(Column::State.eq(state.code()));
    Ok(find.count(&on.conn()).await?)
}

pub(super) async fn insert(
    tx: &Tx,
    permit: &Permit,
    subject: Ref,
    label: &str,
) -> Result<ApprovalId, DbError> {
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        subject_kind: Set(subject.kind.into_owned()),
        subject_id: Set(subject.id),
        label: Set(label.to_owned()),
        state: Set(ApprovalState::Requested.code().to_owned()),
        requested_by: Set(author(tx, permit)?),
        requested_at: Set(tx.cx().now()),
        decided_by: Set(None),
        decided_at: Set(None),
        decision: Set(String::new()),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// Whether it was undecided, and is decided now.
pub(super) async fn decide(
    tx: &Tx,
    permit: &Permit,
    id: ApprovalId,
    state: ApprovalState,
    decision: &str,
) -> Result<bool, DbError> {
    let decided = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::Decision, Expr::value(decision))
        .col_expr(Column::DecidedBy, Expr::value(author(tx, permit)?))
        .col_expr(Column::DecidedAt, Expr::value(tx.cx().now()))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(ApprovalState::Requested.code()))
        .exec(&tx.conn())
        .await?;
    Ok(decided.rows_affected == 1)
}

/// Who does it: what is registered is a person's.
fn author(tx: &Tx, _: &Permit) -> Result<PersonId, DbError> {
    let person = tx.cx().actor().person();
    person.ok_or_else(|| {
        DbError::Failed(DbErr::Custom(
            "what is registered is a person's to ask and decide".into(),
        ))
    })
}
