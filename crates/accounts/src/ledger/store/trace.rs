//! What an order changed, out of the tables of the ledger.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order};
use time::Date;
use yakusho_kernel::{DbError, Reading, Timestamp};
use yakusho_regulation::City;

use super::facts::Fact;
use super::read::{BOOKKEEPING, read_line, select_lines};
use super::read::{add_as, load_as};
use super::{Want, add, load};
use crate::ledger::undo::{Side, Trace, Traces};
use crate::ledger::{Days, Ledger, bindings, paths};
use crate::order::OrderId;

/// What an order changed, and the ledger with everything that taking it back concerns.
pub(crate) async fn traces(on: &impl Reading, order: OrderId) -> Result<(Ledger, Traces), DbError> {
    let traces = Traces::read(on, order).await?;
    let mut ledger = load(on, &Want::default()).await?;
    add(on, &mut ledger, &traces.want()).await?;
    Ok((ledger, traces))
}

/// The ledger before and after an order that was carried out at that time, with everything that it concerned and whoever
/// held a role or one of its posts, as known then.
pub(crate) async fn carried_out(
    on: &impl Reading,
    city: &City,
    order: OrderId,
    at: Timestamp,
) -> Result<(Ledger, Ledger), DbError> {
    let traces = Traces::read(on, order).await?;
    let mut after = load_as(on, &traces.want(), Some(at)).await?;
    let bound = bindings(city, &after, &paths(&after.units));
    let held = after.appointments.all();
    let held = held.map(|(_, line)| line.state.post);
    let posts = bound.into_iter().map(|bound| bound.post).chain(held);
    let posts = Want::holders(posts.collect()).distinct();
    add_as(on, &mut after, &posts, Some(at)).await?;
    let holders = after.appointments.all();
    let holders = holders.map(|(_, line)| line.state.person).collect();
    let holders = Want::people(holders).distinct();
    add_as(on, &mut after, &holders, Some(at)).await?;
    let mut before = after.clone();
    after.lay(&traces, Side::After);
    before.lay(&traces, Side::Before);
    Ok((before, after))
}

impl Traces {
    async fn read(on: &impl Reading, order: OrderId) -> Result<Self, DbError> {
        Ok(Self {
            units: trace(on, order).await?,
            posts: trace(on, order).await?,
            staff: trace(on, order).await?,
            appointments: trace(on, order).await?,
            delegations: trace(on, order).await?,
        })
    }
}

/// What was replaced and what was recorded of one thing.
struct Sides<F> {
    before: Vec<(Days, F)>,
    after: Vec<(Days, F, Option<OrderId>)>,
}

async fn trace<F: Fact>(
    on: &impl Reading,
    order: OrderId,
) -> Result<Vec<Trace<F::Key, F>>, DbError> {
    let mut things: BTreeMap<F::Key, Sides<F>> = BTreeMap::new();
    let empty = || Sides {
        before: Vec::new(),
        after: Vec::new(),
    };
    let by = |column: &'static str| {
        select_lines::<F>()
            .column("superseded_by")
            .and_where(Expr::col(column).eq(order))
            .order_by("recorded_at", Order::Asc)
            .take()
    };
    for row in on.conn().query_all(&by("superseded_by")).await? {
        let (key, _, line) = read_line::<F>(&row)?;
        let sides = things.entry(key).or_insert_with(empty);
        sides.before.push((line.days, line.state));
    }
    for row in on.conn().query_all(&by("cause")).await? {
        let (key, _, line) = read_line::<F>(&row)?;
        let since: Option<OrderId> = row.try_get_by_index(BOOKKEEPING + F::STATE.len())?;
        let sides = things.entry(key).or_insert_with(empty);
        sides.after.push((line.days, line.state, since));
    }
    Ok(things
        .into_iter()
        .flat_map(|(key, sides)| changed(key, &sides))
        .collect())
}

/// The runs of days on which the two sides differ.
fn changed<K: Copy, F: Clone + PartialEq>(key: K, sides: &Sides<F>) -> Vec<Trace<K, F>> {
    let before = sides.before.iter().map(|(days, _)| *days);
    let after = sides.after.iter().map(|(days, _, _)| *days);
    let turns: BTreeSet<Date> = before
        .chain(after)
        .flat_map(|days| [days.first(), days.bound()])
        .collect();
    let turns: Vec<Date> = turns.into_iter().collect();
    let mut traces = Vec::new();
    for pair in turns.windows(2) {
        let Some(days) = Days::between(pair[0], pair[1]) else {
            continue;
        };
        let before = sides.before.iter().find(|(on, _)| on.covers(days));
        let after = sides.after.iter().find(|(on, _, _)| on.covers(days));
        let before = before.map(|(_, state)| state.clone());
        let replaced_by = after.and_then(|(_, _, since)| *since);
        let after = after.map(|(_, state, _)| state.clone());
        if before != after {
            traces.push(Trace {
                key,
                days,
                before,
                after,
                replaced_by,
            });
        }
    }
    traces
}
