//! Open pages are told how many notices wait.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::{Stream, stream};
use tokio::sync::watch;
use uuid::Uuid;
use yakusho_kernel::{Actor, Cx, Fault, PersonId, unseen};

use crate::{SignedIn, Site};

/// How often the counts of those who have a page open are looked up.
const PACE: Duration = Duration::from_secs(1);

/// Every so many times, it is looked up which sessions have ended.
const SESSIONS: u32 = 10;

/// The pages that are open now. One task a server, [`Live::run`], tells them all.
#[derive(Debug, Default)]
pub struct Live(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    sessions: HashMap<Uuid, Open>,
    stopped: bool,
}

/// The open pages of one session.
#[derive(Debug)]
struct Open {
    person: PersonId,
    /// The count. Without receivers, no page is open any more.
    count: watch::Sender<u64>,
}

impl Live {
    /// The counts of that person, beginning with `count`, until the session or the server ends.
    pub(crate) fn listen(
        &self,
        me: &SignedIn,
        count: u64,
    ) -> impl Stream<Item = u64> + Send + 'static {
        let receiver = me.session.and_then(|session| {
            let mut state = self.state();
            if state.stopped {
                return None;
            }
            let open = state.sessions.entry(session).or_insert_with(|| Open {
                person: me.standing.person,
                count: watch::Sender::default(),
            });
            let mut receiver = open.count.subscribe();
            // What the session's other pages were told last may be older.
            open.count.send_replace(count);
            receiver.mark_changed();
            Some(receiver)
        });
        stream::unfold(receiver, |receiver| async {
            let mut receiver = receiver?;
            receiver.changed().await.ok()?;
            let count = *receiver.borrow_and_update();
            Some((count, Some(receiver)))
        })
    }

    /// Keeps open pages up to date until `stop`; then ends their streams, so that a server can stop.
    pub async fn run(site: &Arc<Site>, stop: impl Future<Output = ()>) {
        let live = site.live();
        let work = async {
            for round in 1_u32.. {
                tokio::time::sleep(PACE).await;
                if let Err(fault) = live.round(site, round % SESSIONS == 0).await {
                    tracing::warn!(?fault, "open pages could not be told");
                }
            }
        };
        tokio::select! {
            () = work => {}
            () = stop => {}
        }
        let mut state = live.state();
        state.stopped = true;
        state.sessions.clear();
    }

    async fn round(&self, site: &Site, with_sessions: bool) -> Result<(), Fault> {
        let people = self.people();
        if people.is_empty() {
            return Ok(());
        }
        let counts = unseen(&site.env().db().reader(), &people).await?;
        self.tell(&counts);
        if with_sessions {
            let id = site.env().rng().uuid(site.env().clock().now()).into();
            let cx = Cx::new(site.env(), Actor::Nobody, id);
            let ended = site.authenticator().ended(&cx, &self.sessions()).await?;
            let mut state = self.state();
            for session in ended {
                state.sessions.remove(&session);
            }
        }
        Ok(())
    }

    /// Those who have a page open; what nobody listens to any more is forgotten.
    fn people(&self) -> Vec<PersonId> {
        let mut state = self.state();
        state
            .sessions
            .retain(|_, open| open.count.receiver_count() > 0);
        let mut people: Vec<_> = state.sessions.values().map(|open| open.person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    fn sessions(&self) -> Vec<Uuid> {
        self.state().sessions.keys().copied().collect()
    }

    /// Tells the counts that changed.
    fn tell(&self, counts: &HashMap<PersonId, u64>) {
        for open in self.state().sessions.values() {
            let now = counts.get(&open.person).copied().unwrap_or_default();
            open.count
                .send_if_modified(|count| std::mem::replace(count, now) != now);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
