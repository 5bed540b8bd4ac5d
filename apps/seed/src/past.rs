//! The weeks before today, in which the town hall did what is found in it.

use std::sync::Arc;

use time::{Date, Duration, Time};
use yakusho_accounts::role;
use yakusho_kernel::{Actor, Clock, Cx, Db, Env, Fault, PersonId, Rng, Timestamp};

/// Everything runs with a clock of its own, so that what was written weeks ago says so.
pub(crate) struct Past {
    env: Arc<Env>,
    clock: Clock,
    today: Date,
}

impl Past {
    /// The same database, with a clock to turn.
    pub(crate) fn of(db: &Db, env: &Env) -> Self {
        let now = env.clock().now();
        let clock = Clock::turned_to(now);
        let (city, keys) = (env.city().clone(), env.keys().clone());
        let env = Env::new(db.clone(), clock.clone(), Rng::system(), city, keys);
        Self {
            env,
            clock,
            today: now.date(),
        }
    }

    /// The day so many days before today.
    pub(crate) fn day(&self, days_ago: i64) -> Date {
        self.today - Duration::days(days_ago)
    }

    /// Somebody's act at that time of that day, as they stood then.
    pub(crate) async fn act(&self, person: PersonId, day: Date, time: Time) -> Result<Cx, Fault> {
        self.clock
            .turn_to(Timestamp::at(day, time).min(Clock::system().now()));
        let standing = role::standing(&self.env.db().reader(), person, day)
            .await?
            .ok_or(Fault::NotFound)?;
        let request = self.env.rng().uuid(self.clock.now()).into();
        Ok(Cx::new(
            &self.env,
            Actor::Person(Arc::new(standing)),
            request,
        ))
    }
}
