//! How often one source may try a secret.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use poem::{FromRequest, Request, RequestBody};
use yakusho_kernel::Timestamp;

use crate::{Fields, Problem};

/// So many sources are remembered before those that have calmed down are forgotten.
const REMEMBERED: usize = 10_000;

/// A leaky bucket for each source: so many failed attempts a minute, and so many that are being tried at once. Whoever gets
/// it right takes nothing: a whole town hall may sign in from the one address of its proxy.
///
/// Each server counts for itself: it keeps a flood from the costly comparison of passwords. How many failures
/// one account bears is for the accounts to say, and holds across servers.
#[derive(Debug)]
pub(crate) struct Attempts {
    interval: i64,
    full: i64,
    /// When the source's bucket will be empty, in milliseconds since the epoch.
    sources: Mutex<HashMap<IpAddr, i64>>,
}

impl Attempts {
    pub(crate) fn new(per_minute: u32) -> Self {
        let interval = 60_000 / i64::from(per_minute.max(1));
        Self {
            interval,
            full: interval * i64::from(per_minute.max(1)),
            sources: Mutex::default(),
        }
    }

    /// Takes an attempt, or says how long to wait.
    pub(crate) fn take(&self, client: Option<IpAddr>, now: Timestamp) -> Result<(), HeldOff> {
        let now = now.millis();
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if sources.len() >= REMEMBERED {
            sources.retain(|_, empty| *empty > now);
        }
        let empty = sources.entry(source(client)).or_insert(now);
        let after = (*empty).max(now) + self.interval;
        let wait = after - now - self.full;
        if wait > 0 {
            let wait = Duration::from_millis(wait.unsigned_abs());
            return Err(HeldOff { wait });
        }
        *empty = after;
        Ok(())
    }

    /// Gives an attempt back that did not fail.
    pub(crate) fn give_back(&self, client: Option<IpAddr>, taken: Timestamp) {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(empty) = sources.get_mut(&source(client)) {
            *empty = (*empty - self.interval).max(taken.millis());
        }
    }
}

/// That too many attempts from a source have failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeldOff {
    /// How long it must wait.
    pub(crate) wait: Duration,
}

impl From<HeldOff> for Problem {
    fn from(HeldOff { wait }: HeldOff) -> Self {
        Self::TooMany { wait }
    }
}

/// A form with a secret that is tried. Taken as [`Fields`] alone, it is refused where too many have failed.
#[derive(Debug)]
pub struct Attempted {
    /// The form.
    pub fields: Fields,
    /// How long its source must wait, where too many have failed: then nothing of it may be tried.
    pub wait: Option<Duration>,
}

impl<'a> FromRequest<'a> for Attempted {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let fields = request.data::<Fields>().cloned();
        let held_off = request.data::<HeldOff>();
        Ok(Self {
            fields: fields.ok_or(Problem::UnsupportedMedia)?,
            wait: held_off.map(|held_off| held_off.wait),
        })
    }
}

/// One source is an IPv4 address, or a network of IPv6: a single machine has all of its addresses.
fn source(client: Option<IpAddr>) -> IpAddr {
    match client {
        Some(IpAddr::V6(address)) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            Ipv6Addr::from_bits(network).into()
        }
        Some(address) => address,
        None => Ipv4Addr::UNSPECIFIED.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(1_700_000_000_000 + seconds * 1_000)
    }

    fn ip(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    #[test]
    fn the_attempt_after_the_last_allowed_one_waits() {
        let attempts = Attempts::new(3);
        let one = Some(ip("192.0.2.1"));
        for _ in 0..3 {
            assert!(attempts.take(one, at(0)).is_ok());
        }
        let refused = attempts.take(one, at(0));
        let wait = Duration::from_secs(20);
        assert_eq!(refused, Err(HeldOff { wait }));
        assert!(attempts.take(one, at(19)).is_err());
        assert!(attempts.take(one, at(20)).is_ok());
        assert!(attempts.take(one, at(20)).is_err());
        assert!(attempts.take(Some(ip("192.0.2.2")), at(20)).is_ok());
    }

    #[test]
    fn what_did_not_fail_is_no_attempt() {
        let attempts = Attempts::new(2);
        let proxy = Some(ip("192.0.2.1"));
        for second in 0..100 {
            assert!(attempts.take(proxy, at(second)).is_ok());
            attempts.give_back(proxy, at(second));
        }
        // Those that failed stay, whatever is given back beside them.
        for _ in 0..2 {
            assert!(attempts.take(proxy, at(100)).is_ok());
        }
        assert!(attempts.take(proxy, at(100)).is_err());
        attempts.give_back(proxy, at(100));
        assert!(attempts.take(proxy, at(100)).is_ok());
        assert!(attempts.take(proxy, at(100)).is_err());
        // To give back makes no room beyond what there is.
        attempts.give_back(Some(ip("192.0.2.2")), at(100));
        attempts.give_back(proxy, at(500));
        for _ in 0..2 {
            assert!(attempts.take(proxy, at(500)).is_ok());
        }
        assert!(attempts.take(proxy, at(500)).is_err());
    }

    #[test]
    fn one_network_of_ipv6_is_one_source() {
        let attempts = Attempts::new(1);
        assert!(attempts.take(Some(ip("2001:db8::1")), at(0)).is_ok());
        assert!(attempts.take(Some(ip("2001:db8::ffff:2")), at(0)).is_err());
        assert!(attempts.take(Some(ip("2001:db8:0:1::1")), at(0)).is_ok());
    }

    #[test]
    fn those_that_have_calmed_down_are_forgotten() {
        let attempts = Attempts::new(1);
        for n in 0..REMEMBERED {
            let address = Ipv4Addr::from_bits(u32::try_from(n).unwrap());
            assert!(attempts.take(Some(address.into()), at(0)).is_ok());
        }
        assert!(attempts.take(Some(ip("192.0.2.1")), at(61)).is_ok());
        assert_eq!(attempts.sources.lock().unwrap().len(), 1);
    }
}
