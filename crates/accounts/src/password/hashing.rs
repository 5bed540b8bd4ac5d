//! Argon2id, a few at once, never inside a transaction.

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use yakusho_kernel::{Fault, Rng};
use zeroize::Zeroizing;

use super::PasswordText;

/// How many hashes are worked out at once: each takes 19 MiB of memory and a core, and those who are signed in already
/// need cores, too.
const AT_ONCE: usize = 2;

static FREE: Semaphore = Semaphore::const_new(AT_ONCE);

/// Memory in KiB, passes and lanes: the first of the choices that OWASP's password storage cheat sheet gives.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// What a password is compared with where there is none, so that the answer takes as long. Nothing has this hash.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cyBzYWx0MDA$bm9ib2R5cyBwYXNzd29yZCBoYXNoIDAwMDAwMDAwMDA";

/// Why no hash came about.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HashingError {
    /// The stored hash cannot be read, or the memory is not there.
    #[error("argon2 failed")]
    Argon2(#[from] argon2::password_hash::Error),
    /// The settings are refused.
    #[error("argon2 refuses its settings")]
    Settings(#[from] argon2::Error),
    /// The program is shutting down.
    #[error("the work was stopped")]
    Stopped,
}

impl From<HashingError> for Fault {
    fn from(error: HashingError) -> Self {
        Self::internal(error)
    }
}

/// The hash of a password, as a PHC string. Its `Debug` shows nothing.
#[derive(Clone)]
pub(crate) struct PasswordHash(Zeroizing<String>);

impl PasswordHash {
    pub(super) fn stored(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash")
    }
}

fn argon2() -> Result<Argon2<'static>, HashingError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Runs heavy work beside the requests, with no more than a few at once.
pub(super) async fn heavy<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, HashingError> + Send + 'static,
) -> Result<T, HashingError> {
    let place = FREE.acquire().await.map_err(|_| HashingError::Stopped)?;
    let done = spawn_blocking(work).await;
    drop(place);
    done.map_err(|_| HashingError::Stopped)?
}

/// Hashes a password with a salt of its own.
pub(crate) async fn hash(rng: &Rng, password: &PasswordText) -> Result<PasswordHash, HashingError> {
    let salt: [u8; 16] = rng.bytes();
    let password = password.clone();
    heavy(move || {
        let hash = argon2()?.hash_password_with_salt(password.reveal().as_bytes(), &salt)?;
        Ok(PasswordHash::stored(hash.to_string()))
    })
    .await
}

/// Whether the password is the one that was hashed. Without a hash the answer is no, and takes as long.
pub(crate) async fn verify(
    password: &PasswordText,
    against: Option<&PasswordHash>,
) -> Result<bool, HashingError> {
    let password = password.clone();
    let against = against.cloned();
    heavy(move || {
        let stored = against.as_ref().map_or(NOBODYS, PasswordHash::as_str);
        match argon2()?.verify_password(password.reveal().as_bytes(), stored) {
            Ok(()) => Ok(against.is_some()),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// The first of these hashes that the password has.
pub(crate) async fn is_any_of(
    password: &PasswordText,
    hashes: &[PasswordHash],
) -> Result<bool, HashingError> {
    for hash in hashes {
        if verify(password, Some(hash)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::SeqCst;

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn only_a_few_are_worked_out_at_once() {
        let (now, most) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let works = (0..20).map(|_| {
            let (now, most) = (Arc::clone(&now), Arc::clone(&most));
            tokio::spawn(heavy(move || {
                most.fetch_max(now.fetch_add(1, SeqCst) + 1, SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(10));
                now.fetch_sub(1, SeqCst);
                Ok(())
            }))
        });
        for work in works.collect::<Vec<_>>() {
            work.await.unwrap().unwrap();
        }
        assert_eq!(most.load(SeqCst), AT_ONCE);
    }

    #[tokio::test]
    async fn the_right_password_is_told_from_others() {
        let right = PasswordText::new("ｶﾞｯｺｳ かいだん 13");
        let hash = hash(&Rng::seeded(1), &right).await.unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!format!("{hash:?}").contains("argon2"));
        let typed_elsewhere = PasswordText::new("ガッコウ かいだん 13");
        assert!(verify(&typed_elsewhere, Some(&hash)).await.unwrap());
        let wrong = PasswordText::new("ガッコウ かいだん 14");
        assert!(!verify(&wrong, Some(&hash)).await.unwrap());
        assert!(!verify(&right, None).await.unwrap());
        assert!(is_any_of(&right, &[hash]).await.unwrap());
        assert!(!is_any_of(&right, &[]).await.unwrap());
    }
}
