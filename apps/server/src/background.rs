//! What a server does beside answering: events are delivered, and open pages told.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use yakusho_kernel::{Env, Outbox};
use yakusho_webkit::{Live, Site};

/// How long until the outbox is looked at again although nothing was committed here: a failed delivery may
/// be due, or another server may have died over one.
const OUTBOX_WAIT: Duration = Duration::from_secs(5);

/// How long commits are let gather before the outbox is looked at.
const OUTBOX_PACE: Duration = Duration::from_millis(200);

/// Begins the work beside answering. It ends when `stop` is told, and is waited for by the set.
pub(crate) fn begin(site: &Arc<Site>, outbox: Outbox, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut work = JoinSet::new();
    let (deliveries, pages) = (Arc::clone(site), Arc::clone(site));
    let stopped = told(stop.clone());
    work.spawn(async move { deliver(deliveries.env(), &outbox, stopped).await });
    let stopped = told(stop.clone());
    work.spawn(async move { Live::run(&pages, stopped).await });
    work
}

/// Waits until it is time to stop.
pub(crate) async fn told(mut stop: watch::Receiver<bool>) {
    // That nobody is left to tell it means the same.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Delivers events as they come. A delivery under way is finished before this ends.
async fn deliver(env: &Arc<Env>, outbox: &Outbox, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        match outbox.deliver(env).await {
            Ok((0, 0)) => {}
            Ok((made, failed)) => tracing::debug!(made, failed, "events delivered"),
            Err(error) => tracing::warn!(%error, "the outbox cannot be read"),
        }
        let woken = tokio::time::timeout(OUTBOX_WAIT, env.after_commit());
        tokio::select! {
            () = &mut stop => return,
            _ = woken => tokio::time::sleep(OUTBOX_PACE).await,
        }
    }
}
