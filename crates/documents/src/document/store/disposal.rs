//! Table `document_disposals`: what stays of what was disposed of.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use yakusho_kernel::stored::{known, one};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Subject as _, Timestamp, Tx, UnitId};

use super::rows::{disposal, document};
use crate::document::model::{Category, Disposal, Document, DocumentId, Retention};

impl TryFrom<disposal::Model> for Disposal {
    type Error = DbError;

    fn try_from(row: disposal::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            section: row.section,
            section_name: row.section_name,
            numbered_as: row.numbered_as,
            fiscal_year: row.fiscal_year,
            number: row.number,
            title: row.title,
            category: known(&row.category, Category::from_code)?,
            retention: known(&row.retention, Retention::from_code)?,
            kept_until: row.kept_until,
            versions: row.versions,
            files: row.files,
            disposed_at: row.disposed_at,
            disposed_by: row.disposed_by,
            reason: row.reason,
        })
    }
}

/// Puts the record in place of the document, if that is still as it was read.
pub(crate) async fn dispose(
    tx: &Tx,
    permit: &Permit,
    document: &Document,
    record: &Disposal,
) -> Result<(), Fault> {
    let gone = document::Entity::delete_many()
        .filter(document::Column::Id.eq(document.id))
        .filter(document::Column::Revision.eq(document.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(gone.rows_affected)?;
    yakusho_search::forget(tx, permit, &document.id.reference());
    let row = disposal::ActiveModel {
        id: Set(record.id),
        section: Set(record.section),
        section_name: Set(record.section_name.clone()),
        numbered_as: Set(record.numbered_as.clone()),
        fiscal_year: Set(record.fiscal_year),
        number: Set(record.number),
        title: Set(record.title.clone()),
        category: Set(record.category.code().to_owned()),
        retention: Set(record.retention.code().to_owned()),
        kept_until: Set(record.kept_until),
        versions: Set(record.versions),
        files: Set(record.files),
        disposed_at: Set(record.disposed_at),
        disposed_by: Set(record.disposed_by),
        reason: Set(record.reason.clone()),
    };
    disposal::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await
        .map_err(DbError::from)?;
    Ok(())
}

/// What those sections disposed of, the last first, after a place in the list; at most `size`.
pub(crate) async fn disposals(
    on: &impl Reading,
    sections: &[UnitId],
    after: Option<(Timestamp, DocumentId)>,
    size: usize,
) -> Result<Vec<Disposal>, DbError> {
    let mut find =
        disposal::Entity::find().filter(disposal::Column::Section.is_in(sections.iter().copied()));
    if let Some((at, id)) = after {
        let same = Condition::all()
            .add(disposal::Column::DisposedAt.eq(at))
            .add(disposal::Column::Id.lt(id));
        let earlier = Condition::any()
            .add(disposal::Column::DisposedAt.lt(at))
            .add(same);
        find = find.filter(earlier);
    }
    let rows = find
        .order_by_desc(disposal::Column::DisposedAt)
        .order_by_desc(disposal::Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Disposal::try_from).collect()
}
