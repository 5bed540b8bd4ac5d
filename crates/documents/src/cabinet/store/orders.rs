//! Which cabinets a section has, and where orders brought them.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_accounts::order::OrderId;
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use super::rows::folder;
use crate::cabinet::model::{Folder, FolderId};

/// The cabinets of those sections.
pub(crate) async fn of_sections(
    on: &impl Reading,
    sections: &[UnitId],
) -> Result<Vec<Folder>, DbError> {
    let rows = folder::Entity::find()
        .filter(folder::Column::RemovedAt.is_null())
        .filter(folder::Column::Parent.is_null())
        .filter(folder::Column::Section.is_in(sections.iter().copied()))
        .order_by_asc(folder::Column::Id)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Folder::from).collect())
}

/// How many cabinets each section has.
pub(crate) async fn by_section(on: &impl Reading) -> Result<Vec<(UnitId, i64)>, DbError> {
    Ok(folder::Entity::find()
        .select_only()
        .column(folder::Column::Section)
        .column_as(folder::Column::Id.count(), "cabinets")
        .filter(folder::Column::RemovedAt.is_null())
        .filter(folder::Column::Parent.is_null())
        .group_by(folder::Column::Section)
        .into_tuple()
        .all(&on.conn())
        .await?)
}

/// The cabinets that the order brought to where they still are, each with the section that had it before.
pub(crate) async fn went_by_order(
    on: &impl Reading,
    order: OrderId,
) -> Result<Vec<(Folder, UnitId)>, DbError> {
    let rows = folder::Entity::find()
        .filter(folder::Column::RemovedAt.is_null())
        .filter(folder::Column::Parent.is_null())
        .filter(folder::Column::ByOrder.eq(order))
        .order_by_asc(folder::Column::Id)
        .all(&on.conn())
        .await?;
    let went = rows.into_iter().filter_map(|row| {
        let before = row.section_before?;
        Some((row.into(), before))
    });
    Ok(went.collect())
}

/// Passes folders to a section, with what lies in them; by an order, if one is named.
pub(crate) async fn pass(
    tx: &Tx,
    permit: &Permit,
    folders: &[FolderId],
    to: UnitId,
    by: Option<(OrderId, UnitId)>,
) -> Result<(), DbError> {
    let revision = Expr::col(folder::Column::Revision).add(1);
    folder::Entity::update_many()
        .col_expr(folder::Column::Section, Expr::value(to))
        .col_expr(
            folder::Column::ByOrder,
            Expr::value(by.map(|(order, _)| order)),
        )
        .col_expr(
            folder::Column::SectionBefore,
            Expr::value(by.map(|(_, from)| from)),
        )
        .col_expr(folder::Column::ChangedAt, Expr::value(tx.cx().now()))
        .col_expr(folder::Column::Revision, revision)
        .filter(folder::Column::Id.is_in(folders.iter().copied()))
        .exec(&tx.conn())
        .await?;
    found_in(tx, permit, folders, to);
    Ok(())
}

/// Has what lies in folders be found as that section's.
pub(super) fn found_in(tx: &Tx, permit: &Permit, folders: &[FolderId], section: UnitId) {
    let places: Vec<Uuid> = folders.iter().map(|folder| Uuid::from(*folder)).collect();
    yakusho_search::pass(tx, permit, &places, section);
}

/// Gives a cabinet another name.
pub(crate) async fn name(tx: &Tx, _: &Permit, id: FolderId, name: &str) -> Result<(), DbError> {
    folder::Entity::update_many()
        .col_expr(folder::Column::Name, Expr::value(name))
        .filter(folder::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
