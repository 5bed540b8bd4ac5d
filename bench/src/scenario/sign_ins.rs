//! Many who sign in at once, while others work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinSet;

use crate::Failure;
use crate::load;
use crate::report::{Line, ms};
use crate::users::{self, session};

use super::beside::Beside;
use super::reading::megabytes;

/// How many megabytes are held meanwhile.
const RESIDENT: f64 = 300.0;

/// How many times the others' median of before is their 99th percentile meanwhile.
const SLOWER: f64 = 4.0;

/// Everybody signs in at once, while the portal is asked for on all connections.
pub(super) async fn at_once(beside: &Beside) -> Result<[Line; 2], Failure> {
    let (ours, pace) = (&beside.ours, beside.pace);
    let (address, script) = (ours.server.address, ours.page("/"));
    let before = load::during(address, pace.connections, pace.span, &script).await?;
    ours.server.forget_peak()?;

    let over = Arc::new(AtomicBool::new(false));
    let others = tokio::spawn({
        let (over, script) = (Arc::clone(&over), script.clone());
        async move { load::until(address, pace.connections, over, &script).await }
    });
    let mut entering = JoinSet::new();
    for [_, id, password] in ours.accounts.iter().take(pace.sign_ins) {
        let request = users::sign_in(id, password);
        entering.spawn(async move {
            let entered = load::ask(address, request).await?;
            session(&entered).ok_or_else(|| Failure::from(format!("not let in: {entered:?}")))
        });
    }
    while let Some(entered) = entering.join_next().await {
        entered??;
    }
    over.store(true, Ordering::Relaxed);
    let meanwhile = others.await??;
    let peak = megabytes(ours.server.peak()?);
    let (p50, p99) = (ms(before.percentile(50)), ms(meanwhile.percentile(99)));
    let mut pages = Line::limit("sign-ins-pages", p99, p50, "ms", SLOWER);
    pages.p50_ms = Some(ms(meanwhile.percentile(50)));
    pages.p99_ms = Some(p99);
    Ok([
        Line::limit("sign-ins-memory", peak, RESIDENT, "MB", 1.0),
        pages,
    ])
}
