//! Tables `board_categories` and `board_marks`: the categories, and up to where their posts count as read.

use std::collections::{BTreeMap, HashMap};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DbErr, QueryOrder, QuerySelect, QueryTrait as _};
use yakusho_kernel::{DbError, Fault, Permit, PersonId, Prepared, Reading, Timestamp, Tx};

use super::rows::{category, mark};
use crate::board::model::{Approval, Category, CategoryId, CategorySettings};
use crate::text::Label;
use yakusho_kernel::stored::{from_json, known, one, to_json};

/// Rows in one statement.
const CHUNK: usize = 5_000;

/// Stands in a mark for all categories together.
const ALL: Uuid = Uuid::nil();

impl TryFrom<category::Model> for Category {
    type Error = DbError;

    fn try_from(row: category::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            settings: CategorySettings {
                name_ja: Label::stored(row.name_ja),
                name_en: (!row.name_en.is_empty()).then(|| Label::stored(row.name_en)),
                position: row.position,
                readers: from_json(row.readers)?,
                writers: from_json(row.writers)?,
                comments: row.comments,
                approval: known(&row.approval, Approval::from_code)?,
                closed: row.closed,
            },
            revision: row.revision,
        })
    }
}

fn model(
    id: CategoryId,
    settings: &CategorySettings,
    revision: i32,
) -> Result<category::ActiveModel, DbError> {
    let name_en = settings.name_en.as_ref().map(Label::as_str);
    Ok(category::ActiveModel {
        id: Set(id),
        name_ja: Set(settings.name_ja.as_str().to_owned()),
        name_en: Set(name_en.unwrap_or_default().to_owned()),
        position: Set(settings.position),
        readers: Set(to_json(&settings.readers)?),
        writers: Set(to_json(&settings.writers)?),
        comments: Set(settings.comments),
        approval: Set(settings.approval.code().to_owned()),
        closed: Set(settings.closed),
        revision: Set(revision),
    })
}

/// Every category, in order.
pub(crate) async fn all(on: &impl Reading) -> Result<Vec<Category>, DbError> {
    let rows = category::Entity::find()
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Category::try_from).collect()
}

/// Up to when posts count as read to somebody: by category, and everywhere.
#[derive(Debug, Default)]
pub(crate) struct Marks(HashMap<CategoryId, Timestamp>);

impl Marks {
    /// The later one of those that hold for a category.
    pub(crate) fn upto(&self, category: CategoryId) -> Option<Timestamp> {
        self.0.get(&category).max(self.0.get(&ALL.into())).copied()
    }
}

static MARKS: Prepared<(PersonId,)> = Prepared::new(|(person,)| {
    mark::Entity::find()
        .select_only()
        .columns([mark::Column::Category, mark::Column::Upto])
        .filter(mark::Column::Person.eq(person))
        .into_query()
});

pub(crate) async fn marks(on: &impl Reading, person: PersonId) -> Result<Marks, DbError> {
    let rows = MARKS.all(on, (person,)).await?;
    let marks: Result<_, DbErr> = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect();
    Ok(Marks(marks?))
}

pub(crate) async fn find(on: &impl Reading, id: CategoryId) -> Result<Option<Category>, DbError> {
    let row = category::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Category::try_from).transpose()
}

/// The categories of these ids.
pub(crate) async fn some(
    on: &impl Reading,
    ids: impl IntoIterator<Item = CategoryId>,
) -> Result<BTreeMap<CategoryId, Category>, DbError> {
    let rows = category::Entity::find()
        .filter(category::Column::Id.is_in(ids))
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.id, row.try_into()?)))
        .collect()
}

pub(crate) async fn insert(
    tx: &Tx,
    _: &Permit,
    id: CategoryId,
    settings: &CategorySettings,
) -> Result<(), DbError> {
    category::Entity::insert(model(id, settings, 1)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Changes a category that is still at that revision.
pub(crate) async fn update(
    tx: &Tx,
    _: &Permit,
    before: &Category,
    settings: &CategorySettings,
) -> Result<(), Fault> {
    let changed = category::Entity::update_many()
        .set(model(before.id, settings, before.revision + 1)?)
        .filter(category::Column::Id.eq(before.id))
        .filter(category::Column::Revision.eq(before.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}

/// Lets everything in the category, or in all, that others have seen until now count as read.
pub(crate) async fn mark(
    tx: &Tx,
    person: PersonId,
    category: Option<CategoryId>,
) -> Result<(), DbError> {
    if category.is_none() {
        // A mark for all of them says more than those before it.
        mark::Entity::delete_many()
            .filter(mark::Column::Person.eq(person))
            .exec(&tx.conn())
            .await?;
    }
    let row = mark::ActiveModel {
        person: Set(person),
        category: Set(category.unwrap_or(ALL.into())),
        upto: Set(tx.cx().now()),
    };
    let again = OnConflict::columns([mark::Column::Person, mark::Column::Category])
        .update_column(mark::Column::Upto)
        .to_owned();
    mark::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Gives everyone who has none a mark for all categories.
pub(crate) async fn enrol(
    tx: &Tx,
    _: &Permit,
    people: &[PersonId],
    upto: Timestamp,
) -> Result<(), DbError> {
    for people in people.chunks(CHUNK) {
        let rows = people.iter().map(|person| mark::ActiveModel {
            person: Set(*person),
            category: Set(ALL.into()),
            upto: Set(upto),
        });
        let once = OnConflict::columns([mark::Column::Person, mark::Column::Category])
            .do_nothing()
            .to_owned();
        mark::Entity::insert_many(rows)
            .on_conflict(once)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}
