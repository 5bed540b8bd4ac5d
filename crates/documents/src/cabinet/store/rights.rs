//! Table `document_rights`: to whom what is given, and the condition by which queries ask for it.

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use yakusho_kernel::stored::known;
use yakusho_kernel::{DbError, Key, Permit, Reading, Tx, UnitId};

use super::rows::{folder, right};
use crate::cabinet::model::{FolderId, Grant, Level};
use crate::cabinet::policy::Reach;

/// The places in which the actor has a right: what lies in a folder whose rights are those of one of them, they see.
pub(crate) fn seen_in(reach: &Reach) -> SelectStatement {
    Query::select()
        .column(right::Column::Place)
        .from(right::Entity)
        .and_where(Expr::col(right::Column::Key).is_in(reach.codes()))
        .take()
}

fn grant(row: &right::Model) -> Result<Grant, DbError> {
    Ok((
        known(&row.key, |key| key.parse().ok())?,
        known(&row.level, Level::from_code)?,
    ))
}

/// The rights that a place gives.
pub(crate) async fn grants(on: &impl Reading, place: FolderId) -> Result<Vec<Grant>, DbError> {
    let rows = right::Entity::find()
        .filter(right::Column::Place.eq(place))
        .order_by_asc(right::Column::Key)
        .all(&on.conn())
        .await?;
    rows.iter().map(grant).collect()
}

/// The rights that each place in a cabinet gives.
pub(crate) async fn grants_in(
    on: &impl Reading,
    cabinet: FolderId,
) -> Result<BTreeMap<FolderId, Vec<Grant>>, DbError> {
    let places = Query::select()
        .column(folder::Column::Id)
        .from(folder::Entity)
        .and_where(Expr::col(folder::Column::Cabinet).eq(cabinet))
        .take();
    let rows = right::Entity::find()
        .filter(right::Column::Place.in_subquery(places))
        .all(&on.conn())
        .await?;
    let mut grants: BTreeMap<FolderId, Vec<Grant>> = BTreeMap::new();
    for row in &rows {
        grants.entry(row.place).or_default().push(grant(row)?);
    }
    Ok(grants)
}

/// Those of them that the actor has.
pub(crate) async fn reasons(
    on: &impl Reading,
    place: FolderId,
    reach: &Reach,
) -> Result<Vec<Grant>, DbError> {
    let mut grants = grants(on, place).await?;
    grants.retain(|(key, _)| reach.has(key));
    Ok(grants)
}

/// Puts rights in place of those that a place gave.
pub(crate) async fn set(
    tx: &Tx,
    _: &Permit,
    place: FolderId,
    grants: &[Grant],
) -> Result<(), DbError> {
    right::Entity::delete_many()
        .filter(right::Column::Place.eq(place))
        .exec(&tx.conn())
        .await?;
    if grants.is_empty() {
        return Ok(());
    }
    let rows = grants.iter().map(|(key, level)| right::ActiveModel {
        place: Set(place),
        key: Set(key.to_string()),
        level: Set(level.code().to_owned()),
    });
    right::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Passes the rights that a section and its head had in places to another section: of those that both have, the higher
/// holds.
pub(crate) async fn pass_on(
    tx: &Tx,
    _: &Permit,
    places: &[FolderId],
    from: UnitId,
    to: UnitId,
) -> Result<(), DbError> {
    for key in [Key::Unit, Key::Head] {
        let (from, to) = (key(from).to_string(), key(to).to_string());
        let with = |key: &str| {
            Query::select()
                .column(right::Column::Place)
                .from(right::Entity)
                .and_where(Expr::col(right::Column::Key).eq(key))
                .take()
        };
        let in_places = || right::Column::Place.is_in(places.iter().copied());
        let mut writing = with(&to);
        writing.and_where(Expr::col(right::Column::Level).eq(Level::Write.code()));
        right::Entity::update_many()
            .col_expr(right::Column::Level, Expr::value(Level::Write.code()))
            .filter(in_places())
            .filter(right::Column::Key.eq(&*from))
            .filter(right::Column::Level.eq(Level::Read.code()))
            .filter(right::Column::Place.in_subquery(writing))
            .exec(&tx.conn())
            .await?;
        right::Entity::delete_many()
            .filter(in_places())
            .filter(right::Column::Key.eq(&*to))
            .filter(right::Column::Place.in_subquery(with(&from)))
            .exec(&tx.conn())
            .await?;
        right::Entity::update_many()
            .col_expr(right::Column::Key, Expr::value(to))
            .filter(in_places())
            .filter(right::Column::Key.eq(from))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}
