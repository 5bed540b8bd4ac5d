//! The table `announcements`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Cond, Expr};
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, Reading, Timestamp, Tx};

use super::model::{Announcement, AnnouncementId, AnnouncementKind, NewAnnouncement};
use crate::account::known;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::super::model::AnnouncementId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "announcements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AnnouncementId,
        pub kind: String,
        pub words_ja: String,
        pub words_en: String,
        pub shown_from: Timestamp,
        pub starts_at: Timestamp,
        pub ends_at: Option<Timestamp>,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub ended_at: Option<Timestamp>,
        pub ended_by: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<row::Model> for Announcement {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            kind: known("kind", AnnouncementKind::from_code(&row.kind))?,
            words_ja: row.words_ja,
            words_en: row.words_en,
            shown_from: row.shown_from,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            made_at: row.made_at,
            made_by: row.made_by,
            ended_at: row.ended_at,
        })
    }
}

/// What was not over at that moment and not called off, what begins first before the others.
pub(super) async fn lasting(
    on: &impl Reading,
    since: Timestamp,
) -> Result<Vec<Announcement>, DbError> {
    let lasts = Cond::any()
        .add(row::Column::EndsAt.is_null())
        .add(row::Column::EndsAt.gt(since));
    let rows = row::Entity::find()
        .filter(row::Column::EndedAt.is_null())
        .filter(lasts)
        .order_by_asc(row::Column::StartsAt)
        .order_by_asc(row::Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Announcement::try_from).collect()
}

pub(super) async fn page(
    on: &impl Reading,
    after: Option<Uuid>,
    size: usize,
) -> Result<Vec<Announcement>, DbError> {
    let find = row::Entity::find();
    let rows = newest(on, find, row::Column::Id, after, size).await?;
    rows.into_iter().map(Announcement::try_from).collect()
}

/// The announcement, locked where others could change it meanwhile.
pub(super) async fn get(tx: &Tx, id: AnnouncementId) -> Result<Option<Announcement>, DbError> {
    let found = row::Entity::find_by_id(id)
        .lock_exclusive()
        .one(&tx.conn())
        .await?;
    found.map(Announcement::try_from).transpose()
}

pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    new: NewAnnouncement,
) -> Result<Announcement, DbError> {
    let now = tx.cx().now();
    let row = row::Model {
        id: tx.cx().new_id(),
        kind: new.kind.code().to_owned(),
        words_ja: new.words_ja,
        words_en: new.words_en,
        shown_from: new.shown_from.unwrap_or(now),
        starts_at: new.starts_at.unwrap_or(now),
        ends_at: new.ends_at,
        made_at: now,
        made_by: person(tx)?,
        ended_at: None,
        ended_by: None,
    };
    row::Entity::insert(row::ActiveModel::from(row.clone()))
        .exec_without_returning(&tx.conn())
        .await?;
    row.try_into()
}

pub(super) async fn set_end(
    tx: &Tx,
    _: &Permit,
    id: AnnouncementId,
    ends_at: Option<Timestamp>,
) -> Result<(), DbError> {
    row::Entity::update_many()
        .col_expr(row::Column::EndsAt, Expr::value(ends_at))
        .filter(row::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn end(tx: &Tx, _: &Permit, id: AnnouncementId) -> Result<(), DbError> {
    let row = row::ActiveModel {
        ended_at: Set(Some(tx.cx().now())),
        ended_by: Set(Some(person(tx)?)),
        ..Default::default()
    };
    row::Entity::update_many()
        .set(row)
        .filter(row::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Who does it: the permit is a person's.
fn person(tx: &Tx) -> Result<yakusho_kernel::PersonId, DbError> {
    let person = tx.cx().actor().person();
    person.ok_or_else(|| DbError::Failed(DbErr::Custom("announcing is a person's to do".into())))
}
