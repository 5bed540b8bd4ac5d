//! What must be done before the first request of a day.

use std::sync::atomic::{AtomicI32, Ordering};

use futures_util::future::BoxFuture;
use tokio::sync::Mutex;
use yakusho_kernel::{Cx, Fault, Part};

use crate::Site;

/// Work to be done once a day, before anybody is answered. Several servers may do it at once, and it may be
/// broken off and begun again.
pub type DayTurn = fn(Cx) -> BoxFuture<'static, Result<(), Fault>>;

/// The part of the system that turns the day.
const PART: Part = Part("server.day_turn");

/// Up to which day the work is done.
#[derive(Debug)]
pub(super) struct Days {
    work: Vec<DayTurn>,
    /// The Julian day number; no day of any town hall before the first turn.
    done: AtomicI32,
    turning: Mutex<()>,
}

impl Days {
    pub(super) fn new(work: Vec<DayTurn>) -> Self {
        Self {
            work,
            done: AtomicI32::new(i32::MIN),
            turning: Mutex::default(),
        }
    }
}

impl Site {
    /// Has the work of the day done, if it is not: whoever asks first after 00:00 waits for it, and so does
    /// everybody who asks meanwhile, since rights turn with the day.
    pub async fn reach_today(&self) -> Result<(), Fault> {
        let Days {
            work,
            done,
            turning,
        } = &self.days;
        let today = self.env.clock().now().date().to_julian_day();
        if done.load(Ordering::Acquire) == today {
            return Ok(());
        }
        let _turning = turning.lock().await;
        if done.load(Ordering::Acquire) == today {
            return Ok(());
        }
        for turn in work {
            turn(Cx::system(&self.env, PART)).await?;
        }
        done.store(today, Ordering::Release);
        Ok(())
    }

    /// Has the work of the day done again, for what has fallen due only now.
    pub async fn catch_up(&self) -> Result<(), Fault> {
        let _turning = self.days.turning.lock().await;
        for turn in &self.days.work {
            turn(Cx::system(&self.env, PART)).await?;
        }
        Ok(())
    }
}
