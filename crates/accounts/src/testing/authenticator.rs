//! An authenticator of passkeys, in the place of a phone or a stick, and the browser before it.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::second_factor::passkey::Question;

/// User present, user verified (Web Authentication, level 3, section 6.1).
const VERIFIED: u8 = 0b101;

/// User present alone.
const PRESENT: u8 = 0b001;

/// Credential data come along.
const WITH_CREDENTIAL: u8 = 0b0100_0000;

/// An authenticator with one key, and the browser that asks it. What it does wrong can be chosen.
#[derive(Clone, Debug)]
pub struct Authenticator {
    key: SigningKey,
    id: [u8; 16],
    /// The origin of the page, as the browser tells it.
    pub origin: String,
    /// How often it was used, as it counts; it counts on at each use unless it is 0.
    pub counter: u32,
    /// Whether it makes sure who holds it.
    pub verifies: bool,
    /// Another name than the one that it is asked for.
    pub party: Option<String>,
}

impl Authenticator {
    /// The one with that number, in a browser at that origin.
    pub fn new(number: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a key"),
            id: [number; 16],
            origin: origin.to_owned(),
            counter: 0,
            verifies: true,
            party: None,
        }
    }

    /// Makes a passkey: `RegistrationResponseJSON`.
    pub fn make(&mut self, question: &Question) -> String {
        let asked = parsed(question);
        let party = asked["rp"]["id"].as_str().expect("the party's name");
        let point = self.key.verifying_key().to_sec1_point(false);
        let credential = [
            &[0; 16][..],
            &[0, 16],
            &self.id,
            // COSE (RFC 9052, section 7): a map of kind EC2, algorithm ES256, curve P-256, x and y.
            &[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32],
            point.x().expect("x"),
            &[0x22, 0x58, 32],
            point.y().expect("y"),
        ];
        let data = self.data(party, WITH_CREDENTIAL, &credential.concat());
        let length = u8::try_from(data.len()).expect("a short text");
        // CBOR (RFC 8949): a map of "fmt", "attStmt" and "authData".
        let attestation = [
            &b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"[..],
            &[length],
            &data,
        ];
        self.answer(&json!({
            "clientDataJSON": self.client_data("webauthn.create", &asked),
            "attestationObject": BASE64URL_NOPAD.encode(&attestation.concat()),
        }))
    }

    /// Signs in: `AuthenticationResponseJSON`.
    pub fn sign(&mut self, question: &Question) -> String {
        let asked = parsed(question);
        let party = asked["rpId"].as_str().expect("the party's name");
        let data = self.data(party, 0, &[]);
        let client = self.client_data("webauthn.get", &asked);
        let seen = BASE64URL_NOPAD.decode(client.as_bytes()).expect("base64");
        let signed = [&data[..], &Sha256::digest(seen)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "clientDataJSON": client,
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "signature": BASE64URL_NOPAD.encode(signature.to_der().as_bytes()),
        }))
    }

    fn data(&mut self, party: &str, flags: u8, more: &[u8]) -> Vec<u8> {
        if self.counter > 0 {
            self.counter += 1;
        }
        let party = self.party.as_deref().unwrap_or(party);
        let who = if self.verifies { VERIFIED } else { PRESENT };
        [
            &Sha256::digest(party)[..],
            &[flags | who],
            &self.counter.to_be_bytes(),
            more,
        ]
        .concat()
    }

    fn client_data(&self, kind: &str, asked: &Value) -> String {
        let data = json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin });
        BASE64URL_NOPAD.encode(data.to_string().as_bytes())
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64URL_NOPAD.encode(&self.id);
        let answer = json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        });
        answer.to_string()
    }
}

fn parsed(question: &Question) -> Value {
    serde_json::from_str(&question.0).expect("a question")
}
