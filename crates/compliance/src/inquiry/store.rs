//! Table `compliance_inquiries`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use yakusho_kernel::stored::{from_json, one, to_json};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Ref, Tx};

use super::model::{Answered, Inquiry, InquiryId, View};
use super::policy::Scope;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::inquiry::InquiryId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_inquiries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InquiryId,
        pub item_kind: String,
        pub item: Uuid,
        pub title: String,
        pub section: UnitId,
        pub question: String,
        pub asked_by: PersonId,
        pub asked: Json,
        pub asked_at: Timestamp,
        pub due: time::Date,
        pub assigned: Option<PersonId>,
        pub answer: Option<String>,
        pub answered: Option<Json>,
        pub answered_at: Option<Timestamp>,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Inquiry {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let answer = row.answer.zip(row.answered).zip(row.answered_at);
        let answer = answer.map(|((text, doer), at)| {
            let doer = from_json(doer)?;
            Ok::<_, DbError>(Answered { text, doer, at })
        });
        Ok(Self {
            id: row.id,
            item: Ref {
                kind: row.item_kind.into(),
                id: row.item,
            },
            title: row.title,
            section: row.section,
            question: row.question,
            asked: from_json(row.asked)?,
            asked_at: row.asked_at,
            due: row.due,
            assigned: row.assigned,
            answer: answer.transpose()?,
            revision: row.revision,
        })
    }
}

pub(super) async fn insert(tx: &Tx, _: &Permit, inquiry: &Inquiry) -> Result<(), DbError> {
    let row = ActiveModel {
        id: Set(inquiry.id),
        item_kind: Set(inquiry.item.kind.clone().into_owned()),
        item: Set(inquiry.item.id),
        title: Set(inquiry.title.clone()),
        section: Set(inquiry.section),
        question: Set(inquiry.question.clone()),
        asked_by: Set(inquiry.asked.by.author),
        asked: Set(to_json(&inquiry.asked)?),
        asked_at: Set(inquiry.asked_at),
        due: Set(inquiry.due),
        assigned: Set(None),
        answer: Set(None),
        answered: Set(None),
        answered_at: Set(None),
        revision: Set(inquiry.revision),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes who is asked to answer and the answer over those of its revision.
pub(super) async fn save(tx: &Tx, _: &Permit, inquiry: &Inquiry) -> Result<(), Fault> {
    let answer = inquiry.answer.as_ref();
    let doer = answer.map(|answer| to_json(&answer.doer)).transpose()?;
    let row = ActiveModel {
        assigned: Set(inquiry.assigned),
        answer: Set(answer.map(|answer| answer.text.clone())),
        answered: Set(doer),
        answered_at: Set(answer.map(|answer| answer.at)),
        revision: Set(inquiry.revision + 1),
        ..Default::default()
    };
    let saved = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(inquiry.id))
        .filter(Column::Revision.eq(inquiry.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

pub(super) async fn find(on: &impl Reading, id: InquiryId) -> Result<Option<Inquiry>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Inquiry::try_from).transpose()
}

/// Those of a view after that one in its order, at most `size`.
pub(super) async fn page(
    on: &impl Reading,
    scope: &Scope,
    view: View,
    after: Option<InquiryId>,
    size: usize,
) -> Result<Vec<Inquiry>, DbError> {
    let find = match view {
        View::Open => Entity::find().filter(open()).order_by_asc(Column::Id),
        View::Answered => Entity::find().filter(closed()).order_by_desc(Column::Id),
        View::Mine => Entity::find()
            .filter(Column::AskedBy.eq(scope.person))
            .order_by_desc(Column::Id),
    };
    let find = match (view, after) {
        (View::Open, Some(after)) => find.filter(Column::Id.gt(after)),
        (View::Answered | View::Mine, Some(after)) => find.filter(Column::Id.lt(after)),
        (_, None) => find,
    };
    let find = match view {
        View::Mine => find,
        View::Open | View::Answered => find.filter(theirs(scope)),
    };
    let rows = find.limit(size as u64).all(&on.conn()).await?;
    rows.into_iter().map(Inquiry::try_from).collect()
}

/// How many wait for an answer of the reader, or of the sections that they answer for.
pub(super) async fn waiting(on: &impl Reading, scope: &Scope) -> Result<u64, DbError> {
    let own = Scope {
        oversees: false,
        ..scope.clone()
    };
    Ok(Entity::find()
        .filter(open())
        .filter(theirs(&own))
        .count(&on.conn())
        .await?)
}

/// That it is open: the index over what is open serves only what is known to be so when it is planned.
fn open() -> Expr {
    Column::AnsweredAt.is_null()
}

fn closed() -> Expr {
    Column::AnsweredAt.is_not_null()
}

fn theirs(scope: &Scope) -> Condition {
    if scope.oversees {
        return Condition::all();
    }
    Condition::any()
        .add(Column::Section.is_in(scope.sections.iter().copied()))
        .add(Column::Assigned.eq(scope.person))
}
