//! What the nightly jobs look for among circulations.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, Query};
use sea_orm::{Condition, FromQueryResult, QuerySelect};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp};

use super::rows::circulation;
use crate::circulation::model::{CirculationId, CirculationState, RecipientState};

/// Somebody who owes a confirmation that is due on a day.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Reminder {
    pub(crate) circulation: CirculationId,
    pub(crate) person: PersonId,
    pub(crate) title: String,
    pub(crate) byline: String,
    pub(crate) due: Date,
}

/// Everybody whose confirmation is due on one of these days, and has not come.
pub(crate) async fn reminders(
    on: &impl Reading,
    days: impl IntoIterator<Item = Date>,
) -> Result<Vec<Reminder>, DbError> {
    let owing = Query::select()
        .expr_as(Expr::col(("c", "id")), "circulation")
        .column(("r", "person"))
        .columns(["title", "byline", "due"].map(|column| ("c", column)))
        .from_as("circulations", "c")
        .join_as(
            JoinType::InnerJoin,
            "circulation_recipients",
            "r",
            Expr::col(("r", "circulation")).equals(("c", "id")),
        )
        .and_where(Expr::col(("c", "state")).eq(CirculationState::Open.code()))
        .and_where(Expr::col(("c", "due")).is_in(days))
        .and_where(Expr::col(("r", "state")).eq(RecipientState::Pending.code()))
        .take();
    let rows = on.conn().query_all(&owing).await?;
    rows.iter()
        .map(|row| Ok(Reminder::from_query_result(row, "")?))
        .collect()
}

fn timed() -> Condition {
    Condition::all()
        .add(circulation::Column::State.eq(CirculationState::Open.code()))
        .add(circulation::Column::StepDays.is_not_null())
        .add(
            Expr::col(circulation::Column::Step)
                .add(1)
                .lt(Expr::col(circulation::Column::Steps)),
        )
}

/// The numbers of working days that ranks of open circulations are given.
pub(crate) async fn step_days(on: &impl Reading) -> Result<Vec<i16>, DbError> {
    let days: Vec<Option<i16>> = circulation::Entity::find()
        .select_only()
        .column(circulation::Column::StepDays)
        .distinct()
        .filter(timed())
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(days.into_iter().flatten().collect())
}

/// Circulations that reached their present rank before the time that goes with the number of days it is given.
pub(crate) async fn slow(
    on: &impl Reading,
    before: &[(i16, Timestamp)],
) -> Result<Vec<CirculationId>, DbError> {
    if before.is_empty() {
        return Ok(Vec::new());
    }
    let late = before.iter().fold(Condition::any(), |late, (days, at)| {
        let late_by_days = Condition::all()
            .add(circulation::Column::StepDays.eq(*days))
            .add(circulation::Column::StepAt.lt(*at));
        late.add(late_by_days)
    });
    Ok(circulation::Entity::find()
        .select_only()
        .column(circulation::Column::Id)
        .filter(timed())
        .filter(late)
        .into_tuple()
        .all(&on.conn())
        .await?)
}
