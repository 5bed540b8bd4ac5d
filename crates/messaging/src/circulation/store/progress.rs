//! How circulations come forward: the next rank gets them, or all have confirmed. Their rows are locked meanwhile.

use std::collections::HashMap;

use sea_orm::FromQueryResult;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::rows::{circulation, recipient};
use crate::circulation::model::{CirculationId, CirculationState, RecipientState};

/// An open circulation in which nobody of the ranks that it has reached owes a confirmation any more.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Standstill {
    pub(crate) id: CirculationId,
    pub(crate) steps: i32,
    pub(crate) step: i32,
}

/// What notices about a circulation say, and who sent it.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Heading {
    pub(crate) id: CirculationId,
    pub(crate) author: PersonId,
    pub(crate) title: String,
    pub(crate) byline: String,
    pub(crate) due: Option<Date>,
}

/// The headings of these circulations.
pub(crate) async fn headings(
    on: &impl Reading,
    ids: &[CirculationId],
) -> Result<HashMap<CirculationId, Heading>, DbError> {
    let columns = ["id", "author", "title", "byline", "due"];
    let select = Query::select()
        .columns(columns)
        .from("circulations")
        .and_where(Expr::col("id").is_in(ids.iter().copied()))
        .take();
    let rows = on.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| {
            let heading = Heading::from_query_result(row, "")?;
            Ok((heading.id, heading))
        })
        .collect()
}

impl Standstill {
    /// Whether there is no rank after the one that it has reached.
    pub(crate) const fn is_through(&self) -> bool {
        self.step + 1 >= self.steps
    }
}

/// Counts one confirmation more.
pub(crate) async fn count_up(tx: &Tx, _: &Permit, id: CirculationId) -> Result<(), DbError> {
    circulation::Entity::update_many()
        .col_expr(
            circulation::Column::Confirmed,
            Expr::col(circulation::Column::Confirmed).add(1),
        )
        .filter(circulation::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Which of these circulations stand still.
pub(crate) async fn standstills(
    tx: &Tx,
    ids: &[CirculationId],
) -> Result<Vec<Standstill>, DbError> {
    let owed = Query::select()
        .expr(Expr::val(1))
        .from_as("circulation_recipients", "r")
        .and_where(Expr::col(("r", "circulation")).equals(("c", "id")))
        .and_where(Expr::col(("r", "step")).lte(Expr::col(("c", "step"))))
        .and_where(Expr::col(("r", "state")).is_in([
            RecipientState::Waiting.code(),
            RecipientState::Pending.code(),
        ]))
        .take();
    let columns = ["id", "steps", "step"];
    let standing = Query::select()
        .columns(columns.map(|column| ("c", column)))
        .from_as("circulations", "c")
        .and_where(Expr::col(("c", "id")).is_in(ids.iter().copied()))
        .and_where(Expr::col(("c", "state")).eq(CirculationState::Open.code()))
        .and_where(Expr::exists(owed).not())
        .take();
    let rows = tx.conn().query_all(&standing).await?;
    rows.iter()
        .map(|row| Ok(Standstill::from_query_result(row, "")?))
        .collect()
}

/// Has these circulations reach the rank after the one that they have reached; says whom they reach by that.
pub(crate) async fn open_next(
    tx: &Tx,
    _: &Permit,
    ids: &[CirculationId],
) -> Result<Vec<(CirculationId, PersonId)>, DbError> {
    let now = tx.cx().now();
    circulation::Entity::update_many()
        .col_expr(
            circulation::Column::Step,
            Expr::col(circulation::Column::Step).add(1),
        )
        .col_expr(circulation::Column::StepAt, Expr::value(now))
        .filter(circulation::Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    let reached = Query::select()
        .column(("c", "step"))
        .from_as("circulations", "c")
        .and_where(Expr::col(("c", "id")).equals(("circulation_recipients", "circulation")))
        .take();
    let updated = Query::update()
        .table(recipient::Entity)
        .value(recipient::Column::State, RecipientState::Pending.code())
        .value(recipient::Column::ReceivedAt, now)
        .and_where(Expr::col(recipient::Column::Circulation).is_in(ids.iter().copied()))
        .and_where(Expr::col(recipient::Column::State).eq(RecipientState::Waiting.code()))
        .and_where(Expr::col(recipient::Column::Step).lte(Expr::expr(reached)))
        .returning(
            Query::returning().columns([recipient::Column::Circulation, recipient::Column::Person]),
        )
        .take();
    let rows = tx.conn().query_all(&updated).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "circulation")?, row.try_get("", "person")?)))
        .collect()
}

/// Ends these circulations: all have confirmed.
pub(crate) async fn complete(tx: &Tx, _: &Permit, ids: &[CirculationId]) -> Result<(), DbError> {
    circulation::Entity::update_many()
        .col_expr(
            circulation::Column::State,
            Expr::value(CirculationState::Completed.code()),
        )
        .col_expr(circulation::Column::EndedAt, Expr::value(tx.cx().now()))
        .filter(circulation::Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
