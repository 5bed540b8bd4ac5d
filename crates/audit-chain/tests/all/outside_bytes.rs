//! Whatever lies in a file, a head or a key, the check ends with a report or says that it is none.

use proptest::prelude::*;
use yakusho_audit_chain::{
    Chain, Digest, Head, Header, KeyId, PublicKey, SignedHead, Signer, Succession, check,
};

fn signer() -> Signer {
    Signer::from_seed([9; 32])
}

/// A sealed file of a few entries.
fn sealed() -> Vec<u8> {
    let mut chain = Chain::begin("402044");
    let mut lines = vec![Header::of(&chain, "2026-11-23T00:00:00Z").to_line()];
    for act in ["board.publish", "board.confirm", "account.open"] {
        let entry = serde_json::json!({ "act": act });
        lines.push(chain.seal(entry.as_object().unwrap()).to_line());
    }
    (lines.join("\n") + "\n").into_bytes()
}

/// The file with bytes exchanged, put in or cut off.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let slip = (any::<prop::sample::Index>(), any::<u8>(), 0..4);
    prop::collection::vec(slip, 1..6).prop_map(|slips| {
        let mut file = sealed();
        for (place, byte, kind) in slips {
            let at = place.index(file.len().max(1));
            match kind {
                0 if at < file.len() => file[at] = byte,
                1 => file.insert(at.min(file.len()), byte),
                2 => file.truncate(at),
                _ => file.extend_from_within(at.min(file.len())..),
            }
        }
        file
    })
}

proptest! {
    #[test]
    fn any_file_is_checked_or_refused(file in prop_oneof![prop::collection::vec(any::<u8>(), 0..400), damaged()]) {
        let _ = check(file.as_slice(), &signer().public(), &[]);
    }

    #[test]
    fn any_text_is_a_head_a_key_a_digest_or_refused(text in prop_oneof![any::<String>(), "\\PC{0,200}", "[0-9a-f]{60,68}"]) {
        if let Ok(head) = text.parse::<SignedHead>() {
            prop_assert_eq!(head.to_string().parse::<SignedHead>().ok(), Some(head));
        }
        let _ = text.parse::<Succession>();
        let _ = text.parse::<KeyId>();
        let _ = text.parse::<PublicKey>();
        let _ = PublicKey::from_pem(&text);
        let _ = Signer::from_pem(&text);
        if let Ok(digest) = text.parse::<Digest>() {
            prop_assert_eq!(digest.to_string().parse::<Digest>().ok(), Some(digest));
        }
    }

    #[test]
    fn a_damaged_head_is_none_or_is_not_signed(place in any::<prop::sample::Index>(), letter in "[ -~]") {
        let chain = Chain::begin("402044");
        let head = signer().sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
        let mut text = head.to_string();
        let at = place.index(text.len());
        text.replace_range(at..=at, &letter);
        if let Ok(read) = text.parse::<SignedHead>() {
            prop_assert!(read == head || !read.is_signed_by(&signer().public()), "{}", text);
        }
    }
}
