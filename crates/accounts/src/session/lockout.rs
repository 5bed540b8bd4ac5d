//! How many failures are borne, and whose they are counted to be (nogata:10(3)).
//!
//! A try is counted before the password is compared and given back when it was right, so that many at once gain nothing.
//! It counts in three ways, by what was typed as an ID, whether there is such an account or not:
//!
//! - against the *place*: the browser, if somebody signed in to that account on it before, otherwise the address;
//! - against *strangers*, all of them together, unless the place is known to the account;
//! - against the *source*: the address with whatever ID, unless the browser is known.
//!
//! So a stranger who fails again and again holds off strangers, never the owner at a place of their own. An owner without
//! one gets in by a one-time password from the administrator: while one is outstanding, only the source counts, since
//! nobody guesses it.

use sha2::{Digest as _, Sha256};
use time::Duration;
use yakusho_kernel::Timestamp;
use yakusho_regulation::Values;

use super::Place;
use crate::account::AccountId;

/// How many times as many failures strangers have all together as one place has.
const STRANGERS: i32 = 10;

/// How many times as many failures an address has with all IDs: a whole office can be behind one.
const SOURCE: i32 = 20;

/// How often the time for which one is held off doubles.
const DOUBLINGS: u32 = 4;

/// After how long without being held off the time is short again.
const FORGOTTEN: Duration = Duration::hours(24);

/// What failures are counted for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(pub(super) Vec<u8>);

/// A key of this kind about these things. What was typed as an ID is kept as a digest alone, since people type
/// passwords there.
fn key(kind: &str, parts: &[&[u8]]) -> Key {
    let mut digest = Sha256::new();
    for part in [kind.as_bytes()].iter().chain(parts) {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    Key(digest.finalize().to_vec())
}

/// How many failures within how long, and for how long one is held off then.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    failures: i32,
    window: Duration,
    hold: Duration,
}

impl Limit {
    fn of(values: &Values, times: i32) -> Self {
        let failures = i32::try_from(values.lockout_failures).unwrap_or(i32::MAX);
        Self {
            failures: failures.saturating_mul(times),
            window: Duration::minutes(values.lockout_window_minutes.into()),
            hold: Duration::minutes(values.lockout_minutes.into()),
        }
    }
}

/// What is known of the place from which somebody tries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// Somebody signed in to that account on this browser.
    pub(crate) device: bool,
    /// Somebody signed in to that account from this address.
    pub(crate) address: bool,
}

/// For whom a sign-in with what was typed as an ID (its key) counts, and what they bear. `issued` says that the account's
/// password is a one-time one that can still be used.
pub(crate) fn budgets(
    values: &Values,
    login: &str,
    place: &Place,
    known: Known,
    issued: bool,
) -> Vec<(Key, Limit)> {
    let login = login.as_bytes();
    let network = place.network();
    let device = place.device_digest().filter(|_| known.device);
    let here = match &device {
        Some(device) => key("device", &[login, device]),
        None => key("address", &[login, &network]),
    };
    let mut budgets = Vec::new();
    if !issued {
        budgets.push((here, Limit::of(values, 1)));
    }
    if !issued && !known.device && !known.address {
        budgets.push((key("strangers", &[login]), Limit::of(values, STRANGERS)));
    }
    if !known.device {
        budgets.push((key("source", &[&network]), Limit::of(values, SOURCE)));
    }
    // Everybody takes the rows in one order, so that no two wait for each other.
    budgets.sort_by(|(one, _), (other, _)| one.cmp(other));
    budgets
}

/// For whom the question for the present password counts, when it is put to somebody who is signed in.
pub(crate) fn of_owner(values: &Values, account: AccountId) -> Vec<(Key, Limit)> {
    let id = uuid::Uuid::from(account);
    vec![(key("owner", &[id.as_bytes()]), Limit::of(values, 1))]
}

/// What was counted so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    pub(super) failures: i32,
    pub(super) counted_from: Timestamp,
    pub(super) held_until: Option<Timestamp>,
    /// How often one was held off lately.
    pub(super) holds: i32,
}

impl Budget {
    pub(super) const fn fresh(now: Timestamp) -> Self {
        Self {
            failures: 0,
            counted_from: now,
            held_until: None,
            holds: 0,
        }
    }

    /// Until when one is held off, if one is.
    pub(super) fn held(&self, now: Timestamp) -> Option<Timestamp> {
        self.held_until.filter(|until| now < *until)
    }

    /// Counts a try; where it is one too many, holds off.
    pub(super) fn taken(mut self, limit: Limit, now: Timestamp) -> Self {
        if self.held(now).is_some() {
            return self;
        }
        if now.since(self.counted_from) >= limit.window {
            self.failures = 0;
            self.counted_from = now;
        }
        if self
            .held_until
            .is_some_and(|until| now.since(until) >= FORGOTTEN)
        {
            self.holds = 0;
        }
        if self.failures < limit.failures {
            self.failures += 1;
            return self;
        }
        let doublings = u32::try_from(self.holds).unwrap_or(0).min(DOUBLINGS);
        Self {
            failures: 0,
            counted_from: now,
            held_until: Some(now.plus(limit.hold * 2_i32.pow(doublings))),
            holds: self.holds.saturating_add(1),
        }
    }

    /// Gives tries back that were right.
    pub(super) fn given_back(mut self, tries: i32) -> Self {
        self.failures = (self.failures - tries).max(0);
        self
    }
}

#[cfg(test)]
mod tests {
    use yakusho_regulation::City;

    use super::*;

    const LIMIT: Limit = Limit {
        failures: 3,
        window: Duration::minutes(15),
        hold: Duration::minutes(15),
    };

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_millis(minute * 60_000)
    }

    fn tried(mut budget: Budget, times: usize, now: Timestamp) -> Budget {
        for _ in 0..times {
            budget = budget.taken(LIMIT, now);
        }
        budget
    }

    #[test]
    fn the_try_after_the_last_one_borne_is_held_off() {
        let budget = tried(Budget::fresh(at(0)), 3, at(0));
        assert_eq!(budget.held(at(0)), None);
        let budget = budget.taken(LIMIT, at(14));
        assert_eq!(budget.held(at(14)), Some(at(29)));
        assert_eq!(
            budget.held(Timestamp::from_millis(at(29).millis() - 1)),
            Some(at(29))
        );
        assert_eq!(budget.held(at(29)), None);
    }

    #[test]
    fn failures_are_counted_together_within_the_window_alone() {
        let budget = tried(Budget::fresh(at(0)), 3, at(0)).taken(LIMIT, at(15));
        assert_eq!(budget.held(at(15)), None);
        assert_eq!(budget.failures, 1);
    }

    #[test]
    fn being_held_off_lasts_longer_each_time_and_is_forgotten_after_a_day() {
        let mut budget = Budget::fresh(at(0));
        let mut now = at(0);
        let mut holds = Vec::new();
        for _ in 0..7 {
            budget = tried(budget, 4, now);
            let until = budget.held(now).unwrap();
            holds.push(until.since(now).whole_minutes());
            now = until;
        }
        assert_eq!(holds, [15, 30, 60, 120, 240, 240, 240]);
        let later = now.plus(Duration::hours(24));
        assert_eq!(
            tried(budget, 4, later).held(later),
            Some(later.plus(LIMIT.hold))
        );
    }

    #[test]
    fn a_right_try_gives_back_one() {
        let budget = tried(Budget::fresh(at(0)), 2, at(0)).given_back(1);
        assert_eq!(budget.failures, 1);
        assert_eq!(budget.given_back(2).failures, 0);
    }

    #[test]
    fn a_known_place_is_spared_what_strangers_do() {
        let city = City::builtin("model").unwrap();
        let values = city.values(time::macros::date!(2026 - 11 - 20));
        let rng = yakusho_kernel::Rng::seeded(1);
        let place = Place {
            address: "192.0.2.1".parse().ok(),
            agent: String::new(),
            device: Some(crate::Secret::random(&rng)),
            session: None,
        };
        let of =
            |device, address| budgets(values, "sato", &place, Known { device, address }, false);
        assert_eq!(of(false, false).len(), 3);
        assert_eq!(of(false, true).len(), 2);
        assert_eq!(of(true, true).len(), 1);
        // A browser that only claims to be known counts as its address.
        let without = Place {
            device: None,
            ..place.clone()
        };
        let keys = |budgets: Vec<(Key, Limit)>| {
            budgets.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        };
        assert_eq!(
            keys(of(false, false)),
            keys(budgets(values, "sato", &without, Known::default(), false))
        );
        let issued = budgets(values, "sato", &place, Known::default(), true);
        assert_eq!(issued.len(), 1, "the source alone");
        assert!(of(false, false).is_sorted_by_key(|(key, _)| key.clone()));
    }
}
