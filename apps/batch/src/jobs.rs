//! The nightly jobs, in the order in which the night runs them: first what changes who holds which post, then
//! what follows from it.

use yakusho_accounts::{account, leaver, order, password, session};
use yakusho_kernel::Cx;
use yakusho_messaging::{board, circulation, daily_check};

use crate::run::{Job, Running};

/// Every job.
pub(crate) const NIGHTLY: &[Job] = &[
    Job {
        name: "orders",
        about: "personnel orders that are due",
        part: "batch.orders",
        run: orders,
    },
    Job {
        name: "accounts",
        about: "accounts that end, passwords that grow old",
        part: "batch.accounts",
        run: accounts,
    },
    Job {
        name: "leavers",
        about: "accounts that are no longer needed",
        part: "batch.leavers",
        run: leavers,
    },
    Job {
        name: "board",
        about: "posts that appear or end, confirmations owed",
        part: "batch.board",
        run: on_board,
    },
    Job {
        name: "circulations",
        about: "circulations that go on or are due",
        part: "batch.circulations",
        run: circulations,
    },
    Job {
        name: "daily-check",
        about: "what stays unread over a working day",
        part: "batch.daily_check",
        run: unread,
    },
    Job {
        name: "sessions",
        about: "what signing in left behind",
        part: "batch.sessions",
        run: sessions,
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

fn accounts(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        let ended = account::close_ended(cx).await?;
        let reminded = password::remind(cx).await?;
        Ok(vec![
            count("closed", ended.closed),
            count("reminded", ended.reminded),
            count("passwords", reminded),
        ])
    })
}

fn leavers(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        let found = leaver::find(cx).await?;
        Ok(vec![
            count("asked", found.asked),
            count("repeated", found.repeated),
        ])
    })
}

fn on_board(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        Ok(vec![
            count("shown", board::nightly::publish_due(cx).await?),
            count("ended", board::nightly::expire(cx).await?),
            count("reminded", board::nightly::remind(cx).await?),
        ])
    })
}

fn unread(cx: &Cx) -> Running<'_> {
    Box::pin(async move { Ok(vec![count("reminded", daily_check::run(cx).await?)]) })
}

fn circulations(cx: &Cx) -> Running<'_> {
    Box::pin(async move {
        Ok(vec![
            count("advanced", circulation::nightly::advance(cx).await?),
            count("reminded", circulation::nightly::remind(cx).await?),
        ])
    })
}

fn sessions(cx: &Cx) -> Running<'_> {
    Box::pin(async move { Ok(vec![("swept", session::sweep(cx).await?)]) })
}
