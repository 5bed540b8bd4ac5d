//! Keys under which secrets lie in the database, so that a copy of it alone gives none of them away.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{Fault, Ref, Rng, Subject};

/// The length of a key in bytes.
const LENGTH: usize = 32;

/// What stands before the ciphertext: the id of the key, and a random nonce.
const ID: usize = 8;
const NONCE: usize = 24;

type Bytes = Zeroizing<[u8; LENGTH]>;

/// Keys for XChaCha20-Poly1305, the newest first. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct Keys {
    newest: Bytes,
    former: Vec<Bytes>,
}

/// Why a secret was not sealed or opened, or keys were not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// What should be keys is none.
    #[error("line {0} is no key: 32 bytes in base64 are expected")]
    Malformed(usize),
    /// There is none among the lines.
    #[error("there is no key")]
    Missing,
    /// None of the keys sealed it.
    #[error("the key that sealed a secret is not among the keys")]
    Unknown,
    /// It was changed, or belongs to something else.
    #[error("a sealed secret is not what was sealed")]
    Forged,
}

impl From<KeyError> for Fault {
    fn from(error: KeyError) -> Self {
        Self::internal(error)
    }
}

impl Keys {
    /// One new key.
    pub fn random(rng: &Rng) -> Self {
        Self {
            newest: Zeroizing::new(rng.bytes()),
            former: Vec::new(),
        }
    }

    /// Reads keys in base64, one a line and the newest first. Empty lines and those that begin with `#` say nothing.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] with the line, from 1, and [`KeyError::Missing`].
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut keys = text
            .lines()
            .map(str::trim)
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(n, line)| key(line).ok_or(KeyError::Malformed(n + 1)));
        Ok(Self {
            newest: keys.next().ok_or(KeyError::Missing)??,
            former: keys.collect::<Result<_, _>>()?,
        })
    }

    /// What [`Keys::parse`] reads.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for key in self.all() {
            text.push_str(&Zeroizing::new(BASE64.encode(&**key)));
            text.push('\n');
        }
        text
    }

    /// Encrypts a secret of that subject under the newest key.
    pub fn seal(&self, rng: &Rng, secret: &[u8], of: &impl Subject) -> Result<Vec<u8>, KeyError> {
        let nonce: [u8; NONCE] = rng.bytes();
        let bound = bound(&of.reference());
        let payload = Payload {
            msg: secret,
            aad: &bound,
        };
        let sealed = cipher(&self.newest).encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| KeyError::Forged)?;
        Ok([&id(&self.newest)[..], &nonce, &sealed].concat())
    }

    /// Decrypts what [`Keys::seal`] made for that subject, under whichever key it was.
    ///
    /// # Errors
    /// [`KeyError::Unknown`] and [`KeyError::Forged`].
    pub fn open(&self, sealed: &[u8], of: &impl Subject) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let (by, rest) = sealed.split_first_chunk::<ID>().ok_or(KeyError::Forged)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(KeyError::Forged)?;
        let key = self.all().find(|key| id(key) == *by);
        let bound = bound(&of.reference());
        let payload = Payload {
            msg: text,
            aad: &bound,
        };
        cipher(key.ok_or(KeyError::Unknown)?)
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| KeyError::Forged)
    }

    fn all(&self) -> impl Iterator<Item = &Bytes> {
        std::iter::once(&self.newest).chain(&self.former)
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

fn key(line: &str) -> Option<Bytes> {
    let bytes = Zeroizing::new(BASE64.decode(line.as_bytes()).ok()?);
    Some(Zeroizing::new(bytes.as_slice().try_into().ok()?))
}

/// By what a key is told from others: it follows from the key, and does not give it away.
fn id(key: &Bytes) -> [u8; ID] {
    let digest = Sha256::new()
        .chain_update(b"yakusho key id")
        .chain_update(**key)
        .finalize();
    let mut id = [0; ID];
    id.copy_from_slice(&digest[..ID]);
    id
}

fn cipher(key: &Bytes) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(**key))
}

/// To what a secret is bound: put in another's place, it does not open.
fn bound(of: &Ref) -> Vec<u8> {
    [of.kind.as_bytes(), b" ", of.id.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PersonId;

    const SECRET: &[u8] = b"12345678901234567890";

    fn person(rng: &Rng) -> PersonId {
        rng.uuid(crate::Timestamp::from_millis(0)).into()
    }

    #[test]
    fn a_secret_opens_for_its_subject_alone() {
        let rng = Rng::seeded(1);
        let (keys, owner, other) = (Keys::random(&rng), person(&rng), person(&rng));
        let sealed = keys.seal(&rng, SECRET, &owner).unwrap();
        assert!(!sealed.windows(4).any(|part| SECRET.starts_with(part)));
        assert_ne!(sealed, keys.seal(&rng, SECRET, &owner).unwrap());
        assert_eq!(**keys.open(&sealed, &owner).unwrap(), *SECRET);
        assert_eq!(keys.open(&sealed, &other), Err(KeyError::Forged));
        for at in ID..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(keys.open(&changed, &owner), Err(KeyError::Forged), "{at}");
        }
        assert_eq!(keys.open(&sealed[..ID], &owner), Err(KeyError::Forged));
    }

    #[test]
    fn a_former_key_opens_what_it_sealed_and_seals_nothing_more() {
        let rng = Rng::seeded(1);
        let (old, new, owner) = (Keys::random(&rng), Keys::random(&rng), person(&rng));
        let sealed = old.seal(&rng, SECRET, &owner).unwrap();
        assert_eq!(new.open(&sealed, &owner), Err(KeyError::Unknown));
        let text = format!("# rotated\n{}\n{}", *new.text(), *old.text());
        let both = Keys::parse(&text).unwrap();
        assert_eq!(**both.open(&sealed, &owner).unwrap(), *SECRET);
        let again = both.seal(&rng, SECRET, &owner).unwrap();
        assert_eq!(**new.open(&again, &owner).unwrap(), *SECRET);
    }

    #[test]
    fn what_is_no_key_is_named_by_its_line_and_never_shown() {
        let keys = Keys::random(&Rng::seeded(1));
        let short = BASE64.encode(b"too short");
        let text = format!("# keys\n{}{short}\n", *keys.text());
        assert_eq!(Keys::parse(&text).unwrap_err(), KeyError::Malformed(3));
        assert_eq!(Keys::parse("\n# none\n").unwrap_err(), KeyError::Missing);
        assert_eq!(format!("{keys:?}"), "Keys");
    }
}
