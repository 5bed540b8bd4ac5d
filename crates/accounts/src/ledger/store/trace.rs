//! What an order left behind in the tables of the ledger.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait as _, Order};
use sea_orm::{ConnectionTrait as _, QueryResult};
use yakusho_kernel::{DbError, Reading, Timestamp};

use super::facts::Fact;
use super::read::{BOOKKEEPING, read_line, select_lines};
use super::{Want, add};
use crate::ledger::undo::{Trace, Traces};
use crate::ledger::{Ledger, Line, RowId};
use crate::order::OrderId;

/// What an order left behind, and the ledger with everything that taking it back concerns.
pub(crate) async fn traces(on: &impl Reading, order: OrderId) -> Result<(Ledger, Traces), DbError> {
    let mut ledger = super::load(on, &Want::default()).await?;
    let traces = Traces {
        units: trace(on, order, &mut ledger).await?,
        posts: trace(on, order, &mut ledger).await?,
        staff: trace(on, order, &mut ledger).await?,
        appointments: trace(on, order, &mut ledger).await?,
        delegations: trace(on, order, &mut ledger).await?,
    };
    let want = traces.want(&ledger);
    add(on, &mut ledger, &want).await?;
    Ok((ledger, traces))
}

/// What an order left behind in one table; the rows that still stand are loaded.
async fn trace<F: Fact>(
    on: &impl Reading,
    order: OrderId,
    ledger: &mut Ledger,
) -> Result<Trace<F::Key, F>, DbError> {
    let mut trace = Trace::default();
    let mut origins: BTreeSet<RowId> = BTreeSet::new();
    let mut replaced_by: Vec<(RowId, Option<OrderId>)> = Vec::new();
    for row in rows::<F>(on, "cause", order).await? {
        let (key, id, line) = read_line::<F>(&row)?;
        let origin = line.origin.unwrap_or(id);
        let superseded_at: Option<Timestamp> =
            row.try_get_by_index(BOOKKEEPING + F::STATE.len())?;
        if superseded_at.is_none() {
            origins.insert(origin);
            trace.recorded.push((key, id));
            F::of_mut(ledger).load(key, line);
        } else {
            let by = row.try_get_by_index(BOOKKEEPING + F::STATE.len() + 1)?;
            replaced_by.push((origin, by));
        }
    }
    // A row that was brought back when a later order was undone stands for the one it came from.
    replaced_by.retain(|(origin, _)| !origins.contains(origin));
    trace.disturbed = replaced_by.into_iter().map(|(_, by)| by).collect();
    for row in rows::<F>(on, "superseded_by", order).await? {
        let (key, id, line) = read_line::<F>(&row)?;
        let back = Line {
            row: None,
            origin: Some(line.origin.unwrap_or(id)),
            ..line
        };
        trace.replaced.push((key, back));
    }
    Ok(trace)
}

async fn rows<F: Fact>(
    on: &impl Reading,
    column: &'static str,
    order: OrderId,
) -> Result<Vec<QueryResult>, DbError> {
    let select = select_lines::<F>()
        .columns(["superseded_at", "superseded_by"])
        .and_where(Expr::col(column).eq(order))
        .order_by("recorded_at", Order::Asc)
        .take();
    Ok(on.conn().query_all(&select).await?)
}
