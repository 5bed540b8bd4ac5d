//! Table `facility_categories`.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx};

use super::rows::category;
use crate::facility::model::{Category, CategoryForm, CategoryId};
use yakusho_kernel::stored::one;

impl From<category::Model> for Category {
    fn from(row: category::Model) -> Self {
        Self {
            id: row.id,
            name_ja: row.name_ja,
            name_en: row.name_en,
            position: row.position,
            retired: row.retired,
            revision: row.revision,
        }
    }
}

pub(crate) async fn categories(on: &impl Reading) -> Result<Vec<Category>, DbError> {
    let rows = category::Entity::find()
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::Id)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Category::from).collect())
}

fn category_model(id: CategoryId, form: &CategoryForm, revision: i32) -> category::ActiveModel {
    category::ActiveModel {
        id: Set(id),
        name_ja: Set(form.name_ja.clone()),
        name_en: Set(form.name_en.clone()),
        position: Set(form.position),
        retired: Set(form.retired),
        revision: Set(revision),
    }
}

pub(in crate::facility) async fn insert_category(
    tx: &Tx,
    _: &Permit,
    id: CategoryId,
    form: &CategoryForm,
) -> Result<(), DbError> {
    category::Entity::insert(category_model(id, form, 1))
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Changes a category that is still at that revision.
pub(in crate::facility) async fn update_category(
    tx: &Tx,
    _: &Permit,
    id: CategoryId,
    revision: i32,
    form: &CategoryForm,
) -> Result<(), Fault> {
    let changed = category::Entity::update_many()
        .set(category_model(id, form, revision + 1))
        .filter(category::Column::Id.eq(id))
        .filter(category::Column::Revision.eq(revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}
