//! Table `booking_series`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait as _, QueryOrder};
use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{DbError, Fault, Permit, ProxyKind, Reading, Tx};

use super::rows::series::{ActiveModel, Column, Entity, Model};
use crate::booking::model::{Booker, SeriesId, Wish};
use crate::facility::{FacilityId, Slot};
use crate::recurrence::OnClosed;
use yakusho_kernel::stored::{from_json, one, to_json};

/// A series as it is stored.
#[derive(Clone, Debug)]
pub(in crate::booking) struct SeriesRow {
    pub(in crate::booking) id: SeriesId,
    pub(in crate::booking) facility: FacilityId,
    /// The first booking as it was asked for.
    pub(in crate::booking) wish: Wish,
    pub(in crate::booking) by: Booker,
    pub(in crate::booking) rule: StoredRule,
    /// The day up to which bookings were made; it does not count.
    pub(in crate::booking) made_until: Date,
    pub(in crate::booking) over: bool,
    pub(in crate::booking) revision: i32,
}

/// A rule of recurrence as a column holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::booking) struct StoredRule {
    /// RFC 5545, section 3.3.10.
    pub(in crate::booking) text: String,
    pub(in crate::booking) on_closed: OnClosed,
}

impl TryFrom<Model> for SeriesRow {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            facility: row.facility,
            wish: Wish {
                slot: Slot {
                    starts_at: row.starts_at,
                    ends_at: row.ends_at,
                },
                quantity: row.quantity,
                purpose: row.purpose,
                private: row.private,
            },
            by: Booker {
                owner: row.owner,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
                section: row.section,
            },
            rule: from_json(row.rule)?,
            made_until: row.made_until,
            over: row.over,
            revision: row.revision,
        })
    }
}

pub(in crate::booking) async fn insert_series(
    tx: &Tx,
    _: &Permit,
    series: &SeriesRow,
) -> Result<(), DbError> {
    let now = tx.cx().now();
    let row = ActiveModel {
        id: Set(series.id),
        facility: Set(series.facility),
        starts_at: Set(series.wish.slot.starts_at),
        ends_at: Set(series.wish.slot.ends_at),
        quantity: Set(series.wish.quantity),
        purpose: Set(series.wish.purpose.clone()),
        private: Set(series.wish.private),
        owner: Set(series.by.owner),
        hand: Set(series.by.hand),
        proxy: Set(series.by.proxy.map(|kind| kind.code().to_owned())),
        section: Set(series.by.section),
        rule: Set(to_json(&series.rule)?),
        made_until: Set(series.made_until),
        over: Set(series.over),
        created_at: Set(now),
        changed_at: Set(now),
        revision: Set(series.revision),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(in crate::booking) async fn series(
    on: &impl Reading,
    id: SeriesId,
) -> Result<Option<SeriesRow>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(SeriesRow::try_from).transpose()
}

/// The series that go on and whose bookings were made up to a day before that.
pub(in crate::booking) async fn due(
    on: &impl Reading,
    before: Date,
) -> Result<Vec<SeriesRow>, DbError> {
    let rows = Entity::find()
        .filter(Column::Over.eq(false))
        .filter(Column::MadeUntil.lt(before))
        .order_by_asc(Column::MadeUntil)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(SeriesRow::try_from).collect()
}

/// Notes up to which day the bookings of a series were made, and whether it is over.
pub(in crate::booking) async fn made(
    tx: &Tx,
    _: &Permit,
    series: &SeriesRow,
    until: Date,
    over: bool,
) -> Result<(), Fault> {
    let made = Entity::update_many()
        .col_expr(Column::MadeUntil, Expr::value(until))
        .col_expr(Column::Over, Expr::value(over))
        .col_expr(Column::ChangedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::Revision, Expr::value(series.revision + 1))
        .filter(Column::Id.eq(series.id))
        .filter(Column::Revision.eq(series.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(made.rows_affected)
}

/// Ends a series: no bookings are made for it any more.
pub(in crate::booking) async fn end_series(
    tx: &Tx,
    permit: &Permit,
    series: &SeriesRow,
) -> Result<(), Fault> {
    made(tx, permit, series, series.made_until, true).await
}

/// Ends every series of a facility.
pub(in crate::booking) async fn end_all_series(
    tx: &Tx,
    _: &Permit,
    facility: FacilityId,
) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::Over, Expr::value(true))
        .col_expr(Column::ChangedAt, Expr::value(tx.cx().now()))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Facility.eq(facility))
        .filter(Column::Over.eq(false))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
