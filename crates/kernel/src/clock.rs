//! The clock that is handed in.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use time::{Duration, OffsetDateTime};

use crate::Timestamp;

/// Where an act's time comes from: the system's clock, or one that tests turn.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    /// The system's clock, moved by a span: a batch run "as of" another day.
    Shifted(Duration),
    Turned(Arc<AtomicI64>),
}

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// The system's clock moved so that it shows `at` now and goes on from there.
    pub fn system_set_to(at: Timestamp) -> Self {
        Self(Source::Shifted(at.since(Self::system().now())))
    }

    /// A clock that stands still until it is turned.
    pub fn turned_to(at: Timestamp) -> Self {
        Self(Source::Turned(Arc::new(AtomicI64::new(at.millis()))))
    }

    /// The time it shows.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => system_now(),
            Source::Shifted(by) => system_now().plus(*by),
            Source::Turned(at) => Timestamp::from_millis(at.load(Ordering::SeqCst)),
        }
    }

    /// The time that it really is, however far a batch run has moved its clock: by this, two programs agree on whether one
    /// of them is gone. In a test, what its clock shows.
    pub fn real(&self) -> Timestamp {
        match &self.0 {
            Source::System | Source::Shifted(_) => system_now(),
            Source::Turned(_) => self.now(),
        }
    }

    /// Whether it shows another time than it really is, so that what is dated by it is to say so.
    pub const fn is_set(&self) -> bool {
        matches!(self.0, Source::Shifted(_))
    }

    /// Turns a clock of [`Clock::turned_to`]; every clone shows the new time. Others are not moved.
    pub fn turn_to(&self, to: Timestamp) {
        if let Source::Turned(at) = &self.0 {
            at.store(to.millis(), Ordering::SeqCst);
        }
    }

    /// Turns a clock of [`Clock::turned_to`] forward by a span.
    pub fn turn(&self, by: Duration) {
        self.turn_to(self.now().plus(by));
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
        let moved = Clock::system_set_to(there);
        assert!(moved.now() >= there);
        assert!(moved.real() < there);
        assert!(moved.is_set() && !Clock::system().is_set());
        let turned = Clock::turned_to(there);
        assert_eq!(turned.real(), turned.now());
    }
}
