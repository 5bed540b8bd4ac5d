//! Random numbers that are handed in.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::{StdRng, SysRng};
use rand::{Rng as _, SeedableRng, TryRng as _};
use uuid::Uuid;

use crate::Timestamp;

/// Where secrets, salts and ids come from: the operating system, or a seed in tests.
#[derive(Clone)]
pub struct Rng(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl std::fmt::Debug for Rng {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rng")
    }
}

impl Rng {
    /// The operating system's generator, fit for secrets.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// The same numbers for the same seed: for tests and seeded cities, never for secrets that must hold.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(
            seed,
        )))))
    }

    /// Fills the bytes with random ones.
    ///
    /// # Panics
    /// If the operating system has no random numbers to give: nothing safe can be done without them.
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            #[expect(
                clippy::expect_used,
                reason = "without random numbers no secret is one"
            )]
            Source::System => SysRng
                .try_fill_bytes(bytes)
                .expect("the system's random numbers"),
            Source::Seeded(rng) => {
                rng.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .fill_bytes(bytes);
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A number in `0..bound` without bias worth naming (a 64-bit draw, multiplied down); 0 for a bound of 0.
    pub fn below(&self, bound: u64) -> u64 {
        let draw = u128::from(u64::from_le_bytes(self.bytes()));
        u64::try_from((draw * u128::from(bound)) >> 64).unwrap_or(0)
    }

    /// A new UUID of version 7 for something made at `now`.
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}
