//! The nightly jobs, in the order in which the night runs them: first what changes who holds which post, then
//! what follows from it.

use yakusho_accounts::{calendar, order};
use yakusho_kernel::{Cx, DbError, Fault};
use yakusho_messaging::board;

use crate::run::{Job, Running, Summary};

/// Every job.
pub(crate) const NIGHTLY: &[Job] = &[
    Job {
        name: "orders",
        about: "personnel orders that are due",
        part: "batch.orders",
        run: orders,
    },
    Job {
        name: "board",
        about: "posts that appear or end, confirmations owed",
        part: "batch.board",
        run: on_board,
    },
];

/// A count in a summary.
fn count(name: &'static str, number: usize) -> (&'static str, u64) {
    (name, u64::try_from(number).unwrap_or(u64::MAX))
}

fn orders(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        let report = order::apply_due(cx).await?;
        Ok(vec![
            count("applied", report.applied.len()),
            count("failed", report.failed.len()),
        ])
    })
}

fn on_board(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        let calendar = calendar(cx).await?;
        Ok(vec![
            count("shown", board::nightly::publish_due(cx).await?),
            count("ended", board::nightly::expire(cx).await?),
            count("reminded", board::nightly::remind(cx, &calendar).await?),
        ])
    })
}

async fn calendar(cx: &Cx) -> Result<yakusho_koyomi::Calendar, DbError> {
    calendar::of(&cx.reader()).await
}
