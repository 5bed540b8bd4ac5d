//! The relying party, as the standard calls whoever asks passkeys for signatures: this server.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use webauthn_rs::prelude::{
    CredentialID, Passkey as Key, PasskeyAuthentication, PasskeyRegistration, Url, Uuid, Webauthn,
    WebauthnBuilder, WebauthnError,
};
use yakusho_kernel::Fault;

use super::model::Question;

/// This server at the address by which browsers know it. Passkeys are bound to the name in it: under another name they
/// are others.
pub struct RelyingParty(Webauthn);

impl fmt::Debug for RelyingParty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RelyingParty")
    }
}

/// Why no question comes about.
#[derive(Debug, thiserror::Error)]
pub enum PartyError {
    /// The address is none to which browsers bind passkeys.
    #[error("no passkeys can be bound to the address {0:?}")]
    Address(String),
    /// The library refuses.
    #[error(transparent)]
    Library(#[from] WebauthnError),
    /// What is to be kept or sent has no JSON form, or what was kept is none.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl From<PartyError> for Fault {
    fn from(error: PartyError) -> Self {
        Self::internal(error)
    }
}

/// A question, and what is kept of it until it is answered.
pub(super) type Asked = (Question, Vec<u8>);

/// Whose passkey is to be made.
pub(super) struct Holder<'a> {
    pub(super) account: Uuid,
    pub(super) login: &'a str,
    pub(super) name: &'a str,
}

/// What an answer that is right says of the key.
pub(super) struct Proven {
    pub(super) credential: Vec<u8>,
    /// How often it was used, as the authenticator counts; 0 where it does not.
    pub(super) counter: u32,
    /// The key with what changed about it.
    pub(super) key: Key,
}

impl RelyingParty {
    /// The one at that origin, e.g. `https://groupware.example`, called `name`.
    pub fn at(address: &str, name: &str) -> Result<Self, PartyError> {
        let wrong = || PartyError::Address(address.to_owned());
        let origin = Url::parse(address).map_err(|_| wrong())?;
        let id = origin.domain().ok_or_else(wrong)?;
        let party = WebauthnBuilder::new(id, &origin).map_err(|_| wrong())?;
        Ok(Self(party.rp_name(name).build()?))
    }

    /// Asks for a new passkey, on an authenticator that has none of those.
    pub(super) fn ask_for_new(&self, of: &Holder<'_>, known: &[Key]) -> Result<Asked, PartyError> {
        let known: Vec<CredentialID> = known.iter().map(|key| key.cred_id().clone()).collect();
        let (question, kept) =
            self.0
                .start_passkey_registration(of.account, of.login, of.name, Some(known))?;
        asked(&question.public_key, &kept)
    }

    /// The key that answers a question for a new one; none where the answer is not right.
    pub(super) fn new_key(&self, kept: &[u8], answer: &str) -> Result<Option<Key>, PartyError> {
        let kept: PasskeyRegistration = serde_json::from_slice(kept)?;
        Ok(right(answer, |answer| {
            self.0.finish_passkey_registration(answer, &kept)
        }))
    }

    /// Asks for a signature by one of those.
    pub(super) fn ask_for_one_of(&self, known: &[Key]) -> Result<Asked, PartyError> {
        let (question, kept) = self.0.start_passkey_authentication(known)?;
        asked(&question.public_key, &kept)
    }

    /// Which of those keys signed, if the answer is right.
    pub(super) fn proven(
        &self,
        kept: &[u8],
        answer: &str,
        known: Vec<Key>,
    ) -> Result<Option<Proven>, PartyError> {
        let kept: PasskeyAuthentication = serde_json::from_slice(kept)?;
        let proof = right(answer, |answer| {
            self.0.finish_passkey_authentication(answer, &kept)
        });
        Ok(proof.and_then(|proof| {
            let mut known = known.into_iter();
            let mut key = known.find(|key| key.cred_id() == proof.cred_id())?;
            key.update_credential(&proof);
            Some(Proven {
                credential: credential(&key),
                counter: proof.counter(),
                key,
            })
        }))
    }
}

/// What tells a key from all others, as its authenticator chose it.
pub(super) fn credential(key: &Key) -> Vec<u8> {
    key.cred_id().clone()
}

fn asked(question: &impl Serialize, kept: &impl Serialize) -> Result<Asked, PartyError> {
    let question = Question(serde_json::to_string(question)?);
    Ok((question, serde_json::to_vec(kept)?))
}

/// What comes of an answer from outside, if it is right.
fn right<A: DeserializeOwned, P>(
    answer: &str,
    judge: impl FnOnce(&A) -> Result<P, WebauthnError>,
) -> Option<P> {
    let judged = match serde_json::from_str(answer) {
        Ok(answer) => judge(&answer).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match judged {
        Ok(proof) => Some(proof),
        Err(why) => {
            tracing::info!(why, "the answer of a passkey is not right");
            None
        }
    }
}
