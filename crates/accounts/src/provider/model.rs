//! What is agreed with the provider, and what is kept of a sign-in that began.

use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;
use yakusho_kernel::{Ref, Rng, Subject, Timestamp};
use yakusho_regulation::Lang;
use zeroize::Zeroizing;

use crate::Secret;

/// What the operator has agreed with the provider.
#[derive(Clone)]
pub struct Terms {
    /// The address by which it is known; what it says of itself is found below it (OpenID Connect Discovery 1.0).
    pub issuer: String,
    /// How it knows this program.
    pub client_id: String,
    /// By what it knows that it is this program.
    pub client_secret: Zeroizing<String>,
    /// Where it sends browsers back to.
    pub redirect: String,
    /// The authorities by which its certificate is known, as PEM; those of the system if there are none.
    pub authority: Option<Vec<u8>>,
    /// The claim of its token that is the login ID.
    pub claim: String,
    /// The scopes that are asked for beside `openid`.
    pub scopes: Vec<String>,
    /// How strongly it must say that it made sure of who somebody is (`acr`), where that is agreed.
    pub acr: Option<String>,
    /// Who asks for a second factor.
    pub second_factor: SecondFactor,
    /// What people call it, in Japanese and in English.
    pub name: [String; 2],
}

impl Terms {
    /// What people call it.
    pub fn name(&self, lang: Lang) -> &str {
        let [ja, en] = &self.name;
        match lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terms")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// Who asks for a second factor of whoever comes in by the provider's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactor {
    /// This program, of accounts that have one, as after a password.
    Here,
    /// The provider, in its own way: nothing more is asked here.
    Provider,
}

/// A sign-in that began.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Where the browser is to go: an address of the provider.
    pub to: String,
    /// What the browser must keep for ten minutes and bring back.
    pub kept: String,
}

/// What the browser brings from the provider (OpenID Connect Core 1.0, sections 3.1.2.5 and 3.1.2.6).
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer<'a> {
    /// To which sign-in it is an answer.
    pub state: Option<&'a str>,
    /// What is exchanged for the token.
    pub code: Option<&'a str>,
    /// Why there is none.
    pub error: Option<&'a str>,
}

/// The longest address that is gone on to, in bytes: sealed, it fits into a cookie, which holds 4096 (RFC 6265, section 6.1).
const LONGEST: usize = 2000;

/// What a browser kept of a sign-in.
#[derive(Serialize, Deserialize)]
pub struct Began {
    /// What tells it from others, and what its answer must bear.
    pub(super) state: String,
    /// What its token must bear.
    pub(super) nonce: String,
    /// What shows the provider that the code comes from whoever asked for it (RFC 7636).
    pub(super) verifier: String,
    /// Where to go on to.
    next: String,
    /// When it began, in milliseconds since the epoch.
    at: i64,
}

impl Began {
    /// For how long an answer is waited for.
    pub const PATIENCE: Duration = Duration::minutes(10);

    /// One that begins now. An address longer than a cookie holds is not gone on to.
    pub(super) fn new(rng: &Rng, now: Timestamp, next: &str) -> Self {
        let random = || Secret::random(rng).text().to_string();
        let next = if next.len() > LONGEST { "/" } else { next };
        Self {
            state: random(),
            nonce: random(),
            verifier: random(),
            next: next.to_owned(),
            at: now.millis(),
        }
    }

    /// Where to go on to, as it was said at its beginning.
    pub fn next(&self) -> &str {
        &self.next
    }

    /// Whether that answer is to this sign-in, and in time.
    pub(super) fn awaits(&self, answer: &Answer<'_>, now: Timestamp) -> bool {
        let waited = now.since(Timestamp::from_millis(self.at));
        answer.state == Some(&*self.state) && waited < Self::PATIENCE
    }
}

impl std::fmt::Debug for Began {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Began")
    }
}

/// What a sign-in that began is sealed for: nobody is known yet.
pub(super) struct Nobodys;

impl Subject for Nobodys {
    fn reference(&self) -> Ref {
        Ref {
            kind: "provider.began".into(),
            id: Uuid::nil(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_awaited_for_ten_minutes_and_by_its_state_alone() {
        let rng = Rng::seeded(1);
        let at = |seconds: i64| Timestamp::from_millis(1_000 * seconds);
        let began = Began::new(&rng, at(0), "/board");
        let other = Began::new(&rng, at(0), "/board");
        let awaits = |state, now| {
            let answer = Answer {
                state,
                ..Answer::default()
            };
            began.awaits(&answer, now)
        };
        assert!(awaits(Some(&*began.state), at(599)));
        assert!(!awaits(Some(&*began.state), at(600)));
        assert!(!awaits(Some(&*other.state), at(1)));
        assert!(!awaits(Some(""), at(1)));
        assert!(!awaits(None, at(1)));
        assert_ne!(began.nonce, began.state);
        assert_ne!(began.verifier, began.nonce);
    }
}
