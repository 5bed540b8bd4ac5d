//! The clock that is handed in.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use time::{Duration, OffsetDateTime};

use crate::Timestamp;

/// Where an act's time comes from: the system's clock, or one that tests turn; perhaps moved ahead of it.
#[derive(Clone, Debug)]
pub struct Clock {
    source: Source,
    ahead: Duration,
}

#[derive(Clone, Debug)]
enum Source {
    System,
    Turned(Arc<AtomicI64>),
}

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self {
            source: Source::System,
            ahead: Duration::ZERO,
        }
    }

    /// A clock that stands still until it is turned.
    pub fn turned_to(at: Timestamp) -> Self {
        Self {
            source: Source::Turned(Arc::new(AtomicI64::new(at.millis()))),
            ahead: Duration::ZERO,
        }
    }

    /// This clock moved so that it shows `at` now and goes on from there: for a batch run "as of" another day.
    #[must_use]
    pub fn set_to(&self, at: Timestamp) -> Self {
        Self {
            source: self.source.clone(),
            ahead: at.since(self.real()),
        }
    }

    /// The time it shows.
    pub fn now(&self) -> Timestamp {
        self.real().plus(self.ahead)
    }

    /// The time that it really is, however far a batch run has moved its clock: by this, two programs agree on whether one
    /// of them is gone.
    pub fn real(&self) -> Timestamp {
        match &self.source {
            Source::System => system_now(),
            Source::Turned(at) => Timestamp::from_millis(at.load(Ordering::SeqCst)),
        }
    }

    /// When it really was as it showed that.
    pub fn real_at(&self, shown: Timestamp) -> Timestamp {
        shown.plus(-self.ahead)
    }

    /// Whether it shows another time than it really is, so that what is dated by it is to say so.
    pub const fn is_set(&self) -> bool {
        !self.ahead.is_zero()
    }

    /// Turns a clock of [`Clock::turned_to`]; every clone shows the new time. Others are not moved.
    pub fn turn_to(&self, to: Timestamp) {
        if let Source::Turned(at) = &self.source {
            at.store(to.millis(), Ordering::SeqCst);
        }
    }

    /// Turns a clock of [`Clock::turned_to`] forward by a span.
    pub fn turn(&self, by: Duration) {
        self.turn_to(self.real().plus(by));
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where time is read"
)]
fn system_now() -> Timestamp {
    OffsetDateTime::now_utc().into()
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::Clock;

    #[test]
    fn a_clock_set_to_another_day_still_knows_the_time() {
        let there = Clock::system().now().plus(Duration::days(400));
        let moved = Clock::system().set_to(there);
        assert!(moved.now() >= there);
        assert!(moved.real() < there);
        assert!(moved.is_set() && !Clock::system().is_set());
        let turned = Clock::turned_to(there);
        assert_eq!(turned.real(), turned.now());
        let later = there.plus(Duration::days(1));
        let ahead = turned.set_to(later);
        assert_eq!((ahead.now(), ahead.real()), (later, there));
        assert_eq!(ahead.real_at(later), there);
    }
}
