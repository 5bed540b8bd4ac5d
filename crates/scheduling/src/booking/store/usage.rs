//! How much facilities were used.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, Func};
use sea_orm::{FromQueryResult, QuerySelect};
use yakusho_kernel::{DbError, Reading, UnitId};

use super::rows::booking::{Column, Entity};
use crate::booking::model::BookingState;
use crate::facility::{FacilityId, Slot};

/// The use that a section made of a facility.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::booking) struct UsageRow {
    pub(in crate::booking) facility: FacilityId,
    pub(in crate::booking) section: Option<UnitId>,
    pub(in crate::booking) state: String,
    pub(in crate::booking) bookings: i64,
    /// The time that was booked within the period, in milliseconds, each unit of equipment by itself.
    pub(in crate::booking) millis: Option<i64>,
}

/// The use of these facilities in that time, by section and state; those who wait are left out.
pub(in crate::booking) async fn usage(
    on: &impl Reading,
    facilities: &[FacilityId],
    time: Slot,
) -> Result<Vec<UsageRow>, DbError> {
    let begins = CaseStatement::new()
        .case(Column::StartsAt.lt(time.starts_at), time.starts_at)
        .finally(Expr::col(Column::StartsAt));
    let ends = CaseStatement::new()
        .case(Column::EndsAt.gt(time.ends_at), time.ends_at)
        .finally(Expr::col(Column::EndsAt));
    let millis = Expr::expr(ends)
        .sub(Expr::expr(begins))
        .mul(Expr::col(Column::Quantity));
    let sum = Expr::expr(Func::sum(millis)).cast_as("bigint");
    let rows = Entity::find()
        .select_only()
        .columns([Column::Facility, Column::Section, Column::State])
        .column_as(Column::Id.count(), "bookings")
        .column_as(sum, "millis")
        .filter(Column::Facility.is_in(facilities.iter().copied()))
        .filter(Column::State.ne(BookingState::Waiting.code()))
        .filter(Column::StartsAt.lt(time.ends_at))
        .filter(Column::EndsAt.gt(time.starts_at))
        .group_by(Column::Facility)
        .group_by(Column::Section)
        .group_by(Column::State)
        .into_model::<UsageRow>()
        .all(&on.conn())
        .await?;
    Ok(rows)
}
