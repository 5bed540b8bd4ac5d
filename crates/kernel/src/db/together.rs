//! What parts of one request ask beside each other, asked together.
//!
//! On SQLite each statement goes to its connection's thread and back, which takes as long as a small one. Parts of a request
//! that await each other in turn (`join`) ask before any of them is answered: what they ask until none can go on goes that
//! way once, in one text. What is asked by itself goes by itself; nobody who asks need know of this.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use futures_util::FutureExt as _;
use sea_orm::{DbErr, QueryResult, Statement};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::Source;

type Rows = Result<Vec<QueryResult>, DbErr>;

/// The statements of a request that wait to be asked together.
#[derive(Debug, Default)]
pub(crate) struct Together(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// Whether somebody gathers them.
    gathers: bool,
    waiting: Vec<Asked>,
    /// Who is told of what is asked from elsewhere, while the one who gathers waits.
    gatherer: Option<Waker>,
}

#[derive(Debug)]
struct Asked {
    statement: Arc<Statement>,
    answer: oneshot::Sender<Rows>,
}

impl Together {
    /// Awaits `work`, and has what its parts ask beside each other asked together.
    pub(super) async fn gather<T>(&self, source: &Source, work: impl Future<Output = T>) -> T {
        if std::mem::replace(&mut self.state().gathers, true) {
            return work.await;
        }
        let _end = End(self);
        let mut work = pin!(work);
        let mut asking: Option<JoinHandle<()>> = None;
        poll_fn(|context| {
            loop {
                self.state().gatherer = None;
                if let Poll::Ready(done) = work.as_mut().poll(context) {
                    return Poll::Ready(done);
                }
                if asking.is_none() {
                    let mut state = self.state();
                    if state.waiting.is_empty() {
                        state.gatherer = Some(context.waker().clone());
                        return Poll::Pending;
                    }
                    let waiting = std::mem::take(&mut state.waiting);
                    asking = Some(tokio::spawn(ask(source.clone(), waiting)));
                }
                match asking.as_mut().map(|asking| asking.poll_unpin(context)) {
                    Some(Poll::Pending) => return Poll::Pending,
                    _ => asking = None,
                }
            }
        })
        .await
    }

    /// What a statement finds: asked with others where somebody gathers them.
    pub(super) async fn all(&self, source: &Source, statement: Statement) -> Rows {
        let statement = Arc::new(statement);
        if let Some(answered) = self.put(&statement)
            && let Ok(rows) = answered.await
        {
            return rows;
        }
        // Nobody gathers it, or whoever did is gone.
        source.all(Arc::unwrap_or_clone(statement)).await
    }

    /// Where the answer comes, if somebody gathers statements.
    fn put(&self, statement: &Arc<Statement>) -> Option<oneshot::Receiver<Rows>> {
        let mut state = self.state();
        if !state.gathers {
            return None;
        }
        let (answer, answered) = oneshot::channel();
        state.waiting.push(Asked {
            statement: Arc::clone(statement),
            answer,
        });
        if let Some(gatherer) = state.gatherer.take() {
            gatherer.wake();
        }
        Some(answered)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// In a task of its own: each row that comes wakes whoever waits for it, and the parts of the request need not be looked at
/// before all are there.
async fn ask(source: Source, waiting: Vec<Asked>) {
    let (statements, answers): (Vec<_>, Vec<_>) = waiting
        .into_iter()
        .map(|Asked { statement, answer }| (statement, answer))
        .unzip();
    for (answer, rows) in answers.into_iter().zip(source.each(statements).await) {
        // Whoever asked may have gone meanwhile.
        let _ = answer.send(rows);
    }
}

/// Once it is dropped, everything is asked by itself again.
struct End<'t>(&'t Together);

impl Drop for End<'_> {
    fn drop(&mut self) {
        *self.0.state() = State::default();
    }
}
