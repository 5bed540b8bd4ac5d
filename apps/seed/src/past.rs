//! The weeks before today, in which the town hall did what is found in it.

use std::sync::Arc;

use time::{Date, Duration, Time};
use yakusho_accounts::registration::Kind;
use yakusho_accounts::{mailing, role};
use yakusho_kernel::{Actor, Clock, Cx, Env, Fault, Part, PersonId, Rng, Timestamp};
use yakusho_koyomi::Calendar;
use yakusho_regulation::Rule;

/// Every act runs with a clock of its own, so that what was written weeks ago says so.
pub(crate) struct Past {
    env: Arc<Env>,
    today: Date,
}

impl Past {
    /// The past of this town hall.
    pub(crate) fn of(env: &Arc<Env>) -> Self {
        Self {
            env: Arc::clone(env),
            today: env.clock().now().date(),
        }
    }

    /// The day so many days before today.
    pub(crate) fn day(&self, days_ago: i64) -> Date {
        self.today - Duration::days(days_ago)
    }

    /// The working day so many working days after today, or before it; today itself, or else the next one, is the first.
    pub(crate) fn working_day(&self, days: i64) -> Date {
        let calendar = Calendar::default();
        let works = |day: &Date| calendar.is_working_day(*day).unwrap_or(true);
        let mut day = self.today;
        while !works(&day) {
            day += Duration::DAY;
        }
        let step = if days < 0 {
            -Duration::DAY
        } else {
            Duration::DAY
        };
        for _ in 0..days.unsigned_abs() {
            day += step;
            while !works(&day) {
                day += step;
            }
        }
        day
    }

    /// Which kind of information something posted on that day says that it is: only where a rule of the city asks for it.
    pub(crate) fn registration(&self, kind: Kind, day: Date) -> Option<Kind> {
        let asked = self.env.city().in_force(Rule::KindOfRegistration, day);
        asked.map(|_| kind)
    }

    /// Somebody's act at that time of that day, as they stood then.
    pub(crate) async fn act(&self, person: PersonId, day: Date, time: Time) -> Result<Cx, Fault> {
        let standing = role::standing(&self.env.db().reader(), person, day)
            .await?
            .ok_or(Fault::NotFound)?;
        let then = self.then(day, time);
        let request = then.rng().uuid(then.clock().now()).into();
        Ok(Cx::new(&then, Actor::Person(Arc::new(standing)), request))
    }

    /// What a nightly job did at that time of that day.
    pub(crate) fn night(&self, part: &'static str, day: Date, time: Time) -> Cx {
        Cx::system(&self.then(day, time), Part(part))
    }

    fn then(&self, day: Date, time: Time) -> Arc<Env> {
        let at = Timestamp::at(day, time).min(self.env.clock().now());
        let (db, city, keys) = (self.env.db(), self.env.city(), self.env.keys());
        let clock = Clock::turned_to(at);
        Env::new(
            db.clone(),
            clock,
            Rng::system(),
            city.clone(),
            keys.clone(),
            Some(mailing::lay_aside),
        )
    }
}
