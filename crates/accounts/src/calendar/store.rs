//! The table `own_days`. A day whose word was taken back keeps its row, with the word `none`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::model::{NewOwnDay, OwnDay, OwnDayId, Word};

/// The word on a day of which nothing is said any more.
const NONE: &str = "none";

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::super::model::OwnDayId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "own_days")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OwnDayId,
        pub day: Date,
        pub word: String,
        pub reason: String,
        pub set_by: PersonId,
        pub set_at: Timestamp,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for OwnDay {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let word = Word::from_code(&row.word).ok_or_else(|| {
            DbError::Failed(DbErr::Type("an unknown word on a day is stored".into()))
        })?;
        Ok(Self {
            id: row.id,
            day: row.day,
            word,
            reason: row.reason,
            set_by: row.set_by,
            set_at: row.set_at,
            revision: row.revision,
        })
    }
}

fn said() -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::Word.ne(NONE))
}

pub(super) async fn all(on: &impl Reading) -> Result<Vec<OwnDay>, DbError> {
    let rows = said().all(&on.conn()).await?;
    rows.into_iter().map(OwnDay::try_from).collect()
}

pub(super) async fn page(
    on: &impl Reading,
    from: Date,
    after: Option<Date>,
    size: usize,
) -> Result<Vec<OwnDay>, DbError> {
    let mut find = said().filter(Column::Day.gte(from));
    if let Some(after) = after {
        find = find.filter(Column::Day.gt(after));
    }
    let rows = find
        .order_by_asc(Column::Day)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(OwnDay::try_from).collect()
}

pub(super) async fn get(on: &impl Reading, id: OwnDayId) -> Result<Option<OwnDay>, DbError> {
    let row = said().filter(Column::Id.eq(id)).one(&on.conn()).await?;
    row.map(OwnDay::try_from).transpose()
}

/// Writes what is said of a day over what was said before, in one statement.
pub(super) async fn put(tx: &Tx, permit: &Permit, new: &NewOwnDay) -> Result<OwnDayId, DbError> {
    let cx = tx.cx();
    let fresh = row::ActiveModel {
        id: Set(cx.new_id()),
        day: Set(new.day),
        word: Set(new.word.code().to_owned()),
        reason: Set(new.reason.clone()),
        set_by: Set(author(tx, permit)?),
        set_at: Set(cx.now()),
        revision: Set(1),
    };
    let replace = sea_orm::sea_query::OnConflict::column(Column::Day)
        .update_columns([Column::Word, Column::Reason, Column::SetBy, Column::SetAt])
        .value(
            Column::Revision,
            Expr::col((Entity, Column::Revision)).add(1),
        )
        .to_owned();
    let row = Entity::insert(fresh)
        .on_conflict(replace)
        .exec_with_returning(&tx.conn())
        .await?;
    Ok(row.id)
}

/// Whether the word was there, at that revision, to be taken back.
pub(super) async fn clear(
    tx: &Tx,
    permit: &Permit,
    id: OwnDayId,
    revision: i32,
) -> Result<bool, DbError> {
    let cleared = Entity::update_many()
        .col_expr(Column::Word, Expr::value(NONE))
        .col_expr(Column::Reason, Expr::value(""))
        .col_expr(Column::SetBy, Expr::value(author(tx, permit)?))
        .col_expr(Column::SetAt, Expr::value(tx.cx().now()))
        .col_expr(Column::Revision, Expr::value(revision + 1))
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(revision))
        .filter(Column::Word.ne(NONE))
        .exec(&tx.conn())
        .await?;
    Ok(cleared.rows_affected == 1)
}

/// Who says it: the permit is a person's, since it asks for a role.
fn author(tx: &Tx, _: &Permit) -> Result<PersonId, DbError> {
    tx.cx()
        .actor()
        .person()
        .ok_or_else(|| DbError::Failed(DbErr::Custom("a day is set by a person".into())))
}
