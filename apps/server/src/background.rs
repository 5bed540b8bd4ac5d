//! What a server does beside answering: events are delivered, open pages told, the day turned, and the audit trail
//! sealed.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use yakusho_audit::seal;
use yakusho_kernel::{Cx, Env, Outbox, Part, Timestamp};
use yakusho_search::{Caught, Sources};
use yakusho_webkit::{Live, Site};

/// How long until the outbox is looked at again although nothing was committed here: a failed delivery may
/// be due, or another server may have died over one.
const OUTBOX_WAIT: Duration = Duration::from_secs(5);

/// How long commits are let gather before the outbox is looked at.
const OUTBOX_PACE: Duration = Duration::from_millis(200);

/// How long until the day is looked at again.
const LONGEST_DAY_WAIT: Duration = Duration::from_mins(1);

/// How long an entry waits to be sealed, at most.
const SEAL_WAIT: Duration = Duration::from_secs(10);

/// How long until filling the index of search is tried again.
const INDEX_WAIT: Duration = Duration::from_mins(1);

/// Begins the work beside answering. It ends when `stop` is told, and is waited for by the set.
pub(crate) fn begin(
    site: &Arc<Site>,
    outbox: Outbox,
    files: Outbox,
    sources: Arc<Sources>,
    stop: &watch::Receiver<bool>,
) -> JoinSet<()> {
    let mut work = JoinSet::new();
    let (deliveries, pages) = (Arc::clone(site), Arc::clone(site));
    let stopped = told(stop.clone());
    work.spawn(async move { deliver(deliveries.env(), &outbox, stopped).await });
    // Nothing else waits for files to be read; one that is being read is left to whoever takes it up again.
    let (reading, stopped) = (Arc::clone(site), told(stop.clone()));
    work.spawn(async move {
        tokio::select! {
            () = stopped => {}
            () = deliver(reading.env(), &files, std::future::pending()) => {}
        }
    });
    let stopped = told(stop.clone());
    work.spawn(async move { Live::run(&pages, stopped).await });
    let (days, stopped) = (Arc::clone(site), told(stop.clone()));
    work.spawn(async move { turn_days(&days, stopped).await });
    let (trail, stopped) = (Arc::clone(site), told(stop.clone()));
    work.spawn(async move { seal_trail(trail.env(), stopped).await });
    let (index, stopped) = (Arc::clone(site), told(stop.clone()));
    work.spawn(async move { fill_index(index.env(), &sources, stopped).await });
    work
}

/// Waits until it is time to stop.
pub(crate) async fn told(mut stop: watch::Receiver<bool>) {
    // That nobody is left to tell it means the same.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Delivers events as they come. Those under way are finished before this ends, those that wait are left to the next run.
async fn deliver(env: &Arc<Env>, outbox: &Outbox, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        let more = match outbox.deliver_some(env).await {
            Ok(None) => false,
            Ok(Some((made, failed))) => {
                tracing::debug!(made, failed, "events delivered");
                true
            }
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read");
                false
            }
        };
        let next = async {
            if !more {
                // That nothing was committed for so long is a reason to look as well.
                let _ = tokio::time::timeout(OUTBOX_WAIT, env.after_commit()).await;
                tokio::time::sleep(OUTBOX_PACE).await;
            }
        };
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = next => {}
        }
    }
}

/// Turns the day at 00:00, so that nobody has to wait for it in the morning. What fails is tried again, and
/// by whoever asks first.
async fn turn_days(site: &Arc<Site>, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        if let Err(fault) = site.reach_today().await {
            tracing::warn!(?fault, "the day cannot be turned yet");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(until_midnight(site.env().clock().now())) => {}
        }
    }
}

/// Seals what was committed, here and by others. What fails is tried again.
async fn seal_trail(env: &Arc<Env>, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(SEAL_WAIT) => {}
        }
        match seal::seal(&Cx::system(env, Part("server.sealer"))).await {
            Ok(0) => {}
            Ok(entries) => tracing::debug!(entries, "audit entries sealed"),
            Err(error) => tracing::warn!(%error, "the audit trail cannot be sealed yet"),
        }
    }
}

/// Brings into the index of search what was there before it was, once. What fails is tried again.
async fn fill_index(env: &Arc<Env>, sources: &Sources, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        let cx = Cx::system(env, Part("server.search"));
        let caught = tokio::select! {
            () = &mut stop => return,
            caught = yakusho_search::catch_up(&cx, sources) => caught,
        };
        match caught {
            Ok(Caught { things: 0 }) => return,
            Ok(Caught { things }) => {
                tracing::info!(things, "brought into the index of search");
                return;
            }
            Err(fault) => tracing::warn!(?fault, "the index of search cannot be filled yet"),
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(INDEX_WAIT) => {}
        }
    }
}

/// How long until the day turns; at most a minute, so that a clock that is set does not matter.
fn until_midnight(now: Timestamp) -> Duration {
    let tomorrow = now.date().next_day().map(Timestamp::start_of);
    let wait = tomorrow.and_then(|midnight| Duration::try_from(midnight.since(now)).ok());
    wait.map_or(LONGEST_DAY_WAIT, |wait| wait.min(LONGEST_DAY_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_ends_with_the_day() {
        let midnight = Timestamp::from_millis(1_700_000_000_000).date();
        let midnight = Timestamp::start_of(midnight);
        let before = |millis: i64| Timestamp::from_millis(midnight.millis() - millis);
        assert_eq!(until_midnight(midnight), LONGEST_DAY_WAIT);
        assert_eq!(until_midnight(before(60_001)), LONGEST_DAY_WAIT);
        assert_eq!(until_midnight(before(1_500)), Duration::from_millis(1_500));
        assert_eq!(until_midnight(before(1)), Duration::from_millis(1));
    }
}
