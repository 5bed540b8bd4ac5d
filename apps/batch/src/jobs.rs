//! The nightly jobs, in the order in which the night runs them: first what changes who holds which post, then
//! what follows from it.

use std::sync::Arc;

use yakusho_accounts::function::Function;
use yakusho_accounts::{account, leaver, mailing, order, password, session, staff};
use yakusho_attachments::Desk;
use yakusho_audit::seal;
use yakusho_compliance::designation;
use yakusho_compliance::duty::{self, Ledger};
use yakusho_compliance::{procedure, provision};
use yakusho_documents::document;
use yakusho_file_text::Reader;
use yakusho_kernel::{Fault, Once, Owing};
use yakusho_messaging::{board, circulation, daily_check};
use yakusho_scheduling::{booking, event, facility};
use yakusho_search::Sources;

use crate::run::{FAILED, Job, Night, Running};

/// Every job.
pub(crate) const NIGHTLY: &[Job] = &[
    Job {
        name: "orders",
        about: "personnel orders that are due",
        part: "batch.orders",
        function: None,
        rests: true,
        run: orders,
    },
    Job {
        name: "accounts",
        about: "accounts that end, passwords that grow old",
        part: "batch.accounts",
        function: None,
        rests: true,
        run: accounts,
    },
    Job {
        name: "leavers",
        about: "accounts that are no longer needed",
        part: "batch.leavers",
        function: None,
        rests: true,
        run: leavers,
    },
    Job {
        name: "board",
        about: "posts that appear or end, confirmations owed",
        part: "batch.board",
        function: Some(Function::Board),
        rests: true,
        run: on_board,
    },
    Job {
        name: "circulations",
        about: "circulations that go on or are due",
        part: "batch.circulations",
        function: Some(Function::Circulation),
        rests: true,
        run: circulations,
    },
    Job {
        name: "daily-check",
        about: "what stays unread over a working day",
        part: "batch.daily_check",
        function: Some(Function::Board),
        rests: true,
        run: unread,
    },
    Job {
        name: "bookings",
        about: "series of bookings that go on, what was not brought back",
        part: "batch.bookings",
        function: None,
        rests: true,
        run: bookings,
    },
    Job {
        name: "documents",
        about: "documents to be looked through",
        part: "batch.documents",
        function: Some(Function::Documents),
        rests: true,
        run: documents,
    },
    Job {
        name: "operators",
        about: "operators who moved, and reports of operators that are owed",
        part: "batch.operators",
        function: Some(Function::Compliance),
        rests: true,
        run: operators,
    },
    Job {
        name: "duties",
        about: "what is owed and due, and how it stands with each rule",
        part: "batch.duties",
        function: None,
        rests: true,
        run: duties,
    },
    Job {
        name: "files",
        about: "files that hang on nothing",
        part: "batch.files",
        function: None,
        rests: true,
        run: files,
    },
    Job {
        name: "texts",
        about: "files whose text was not taken out yet",
        part: "batch.texts",
        function: None,
        rests: true,
        run: texts,
    },
    Job {
        name: "search",
        about: "what is not found yet as this version finds it, and common terms",
        part: "batch.search",
        function: None,
        rests: true,
        run: search,
    },
    Job {
        name: "sessions",
        about: "what signing in left behind",
        part: "batch.sessions",
        function: None,
        rests: true,
        run: sessions,
    },
    Job {
        name: "mails",
        about: "mails that were given up long ago",
        part: "batch.mails",
        function: None,
        rests: true,
        run: mails,
    },
    Job {
        name: "requests",
        about: "requests that are no longer told from repeated ones",
        part: "batch.requests",
        function: None,
        rests: true,
        run: requests,
    },
    Job {
        name: "audit",
        about: "the head of the audit trail, signed",
        part: "batch.audit",
        function: None,
        rests: false,
        run: signed_head,
    },
];

/// A count in a summary.
fn count(name: &'static str, number: usize) -> (&'static str, u64) {
    (name, u64::try_from(number).unwrap_or(u64::MAX))
}

fn orders(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let report = order::apply_due(&night.cx).await?;
        Ok(vec![
            count("applied", report.applied.len()),
            count(FAILED, report.failed.len()),
        ])
    })
}

fn accounts(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let ended = account::close_ended(&night.cx).await?;
        let reminded = password::remind(&night.cx).await?;
        Ok(vec![
            count("closed", ended.closed),
            count(FAILED, ended.failed),
            count("reminded", ended.reminded),
            count("passwords", reminded),
        ])
    })
}

fn leavers(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let found = leaver::find(&night.cx).await?;
        Ok(vec![
            count("asked", found.asked),
            count("repeated", found.repeated),
        ])
    })
}

fn on_board(night: &Night) -> Running<'_> {
    Box::pin(async move {
        Ok(vec![
            count("shown", board::nightly::publish_due(&night.cx).await?),
            count("ended", board::nightly::expire(&night.cx).await?),
            count("reminded", board::nightly::remind(&night.cx).await?),
        ])
    })
}

fn unread(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let days = daily_check::days(&night.cx).await?;
        let away = event::away(&night.cx, &days).await?;
        let reminded = daily_check::run(&night.cx, &away).await?;
        Ok(vec![count("reminded", reminded)])
    })
}

fn circulations(night: &Night) -> Running<'_> {
    Box::pin(async move {
        Ok(vec![
            count("advanced", circulation::nightly::advance(&night.cx).await?),
            count("reminded", circulation::nightly::remind(&night.cx).await?),
        ])
    })
}

fn duties(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let reviews: Arc<dyn Owing> = Arc::new(document::ReviewsOwed);
        let ledger = Ledger::with([reviews]);
        Ok(vec![
            count("reminded", duty::nightly::remind(&night.cx).await?),
            count("rules", duty::nightly::record(&night.cx, &ledger).await?),
            count("provisions", provision::nightly::remind(&night.cx).await?),
        ])
    })
}

fn operators(night: &Night) -> Running<'_> {
    Box::pin(async move {
        Ok(vec![
            count("released", designation::settle(&night.cx).await?),
            count("reports", designation::remind(&night.cx).await?),
        ])
    })
}

fn bookings(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let series = booking::nightly::carry_on(&night.cx).await?;
        let events = event::carry_on(&night.cx).await?;
        Ok(vec![
            count("booked", series.made),
            count("events", events.made),
            count(FAILED, series.failed + events.failed),
            count("reminded", booking::nightly::remind(&night.cx).await?),
        ])
    })
}

fn documents(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let reminded = document::nightly::remind(&night.cx).await?;
        Ok(vec![count("reminded", reminded)])
    })
}

fn files(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let (cx, blobs) = (&night.cx, &night.blobs);
        let photos = facility::photos(cx).await?;
        let swept = yakusho_attachments::sweep(cx, blobs, &photos, night.rehearsal).await?;
        Ok(vec![("uploads", swept.uploads), ("blobs", swept.blobs)])
    })
}

fn texts(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let desk = Desk {
            blobs: night.blobs.clone(),
            reader: Reader::own(),
            sources: Arc::new(sources()),
        };
        Ok(vec![("read", desk.catch_up(&night.cx).await?)])
    })
}

fn search(night: &Night) -> Running<'_> {
    Box::pin(async move {
        let people = staff::renew_keys(&night.cx).await?;
        let caught = yakusho_search::catch_up(&night.cx, &sources()).await?;
        let common = *yakusho_search::count_common(&night.cx).await?;
        Ok(vec![
            ("people", people),
            ("things", caught.things),
            count("common", common),
        ])
    })
}

/// What can be found.
pub(crate) fn sources() -> Sources {
    Sources::new()
        .with(document::Documents)
        .with(board::Posts)
        .with(circulation::Circulations)
        .with(event::Events)
        .with(facility::Facilities)
        .with(procedure::Cases)
}

fn sessions(night: &Night) -> Running<'_> {
    Box::pin(async move { Ok(vec![("swept", session::sweep(&night.cx).await?)]) })
}

fn mails(night: &Night) -> Running<'_> {
    Box::pin(async move { Ok(vec![("swept", mailing::sweep(&night.cx).await?)]) })
}

fn requests(night: &Night) -> Running<'_> {
    Box::pin(async move { Ok(vec![("swept", Once::sweep(&night.cx).await?)]) })
}

/// A rehearsal seals and signs nothing: it says how much waits.
fn signed_head(night: &Night) -> Running<'_> {
    Box::pin(async move {
        if night.rehearsal {
            let waiting = seal::pending(&night.cx).await?;
            return Ok(vec![("entries", waiting.entries)]);
        }
        let signed = crate::audit::sign(&night.cx, &night.config).await;
        let (signed, kept) = signed.map_err(Fault::internal)?;
        kept.map_err(Fault::internal)?;
        Ok(vec![("entries", signed.head.seq)])
    })
}
