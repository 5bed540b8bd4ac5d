//! The forms in which keys, heads and entries are written.

use serde_json::{Map, Value, json};
use yakusho_audit_chain::{
    Chain, CheckError, Digest, Head, Header, Line, PublicKey, SignedHead, Signer, check,
};

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("no object: {other}"),
    }
}

fn signer(seed: u8) -> Signer {
    Signer::from_seed([seed; 32])
}

/// A trail of three entries as a file, with what stands after the header, and its end.
fn file(more: &str) -> (String, Chain) {
    let mut chain = Chain::begin("402044");
    let mut file = format!(
        "{}\n{more}",
        Header::of(&chain, "2026-11-22T00:00:00Z").to_line()
    );
    for number in 0..3 {
        let link = chain.seal(&object(json!({ "number": number })));
        file += &(link.to_line() + "\n");
    }
    (file, chain)
}

#[test]
fn the_digest_of_an_entry_does_not_depend_on_how_it_is_written() {
    let one: Value = serde_json::from_str(r#"{"b":[1,{"d":"é","c":null}],"a":"役"}"#).unwrap();
    let other: Value =
        serde_json::from_str("{ \"a\": \"\\u5f79\",\n \"b\": [1, {\"c\":null, \"d\":\"é\"}] }")
            .unwrap();
    assert_eq!(
        Digest::of_entry(&object(one)),
        Digest::of_entry(&object(other))
    );
}

#[test]
fn neighbouring_large_numbers_have_digests_of_their_own() {
    let of = |number: u64| Digest::of_entry(&object(json!({ "n": number })));
    assert_ne!(of(9_007_199_254_740_992), of(9_007_199_254_740_993));
}

#[test]
fn what_moves_between_a_name_and_its_value_changes_the_digest() {
    let of = |value: Value| Digest::of_entry(&object(value));
    assert_ne!(of(json!({"a": "b"})), of(json!({"ab": ""})));
    assert_ne!(of(json!({"a": "1"})), of(json!({"a": 1})));
    assert_ne!(of(json!({"a": ["1,2"]})), of(json!({"a": ["1", "2"]})));
}

#[test]
fn heads_and_keys_read_back_as_they_were_written() {
    let signer = signer(1);
    let (_, chain) = file("");
    let head = signer.sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
    let read: SignedHead = head.to_string().parse().unwrap();
    assert_eq!(read, head);
    let again = Signer::from_pem(&signer.to_pem().unwrap()).unwrap();
    assert_eq!(again.public(), signer.public());
    let public = PublicKey::from_pem(&signer.public().to_pem().unwrap()).unwrap();
    assert!(head.is_signed_by(&public));
}

#[test]
fn a_head_that_was_altered_is_not_signed() {
    let signer = signer(1);
    let (file, chain) = file("");
    let head = signer.sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
    for altered in [
        head.to_string().replace(" 3 ", " 2 "),
        head.to_string().replace("T15:", "T16:"),
    ] {
        let altered: SignedHead = altered.parse().unwrap();
        let error = check(file.as_bytes(), &signer.public(), &[altered]).unwrap_err();
        assert!(matches!(error, CheckError::NotSigned(_)), "{error}");
    }
}

#[test]
fn a_head_of_another_key_or_trail_vouches_for_nothing() {
    let (file, chain) = file("");
    let head = signer(2).sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
    let error = check(file.as_bytes(), &signer(1).public(), &[head]).unwrap_err();
    assert!(matches!(error, CheckError::NotSigned(3)), "{error}");
    let elsewhere = Chain::begin("042064");
    let head = signer(1).sign_head(&Head::of(&elsewhere, "2026-11-22T15:00:00Z"));
    let error = check(file.as_bytes(), &signer(1).public(), &[head]).unwrap_err();
    assert!(matches!(error, CheckError::OtherTrail(_)), "{error}");
}

#[test]
fn the_first_key_is_enough_after_two_changes_of_key() {
    let [first, second, third] = [signer(1), signer(2), signer(3)];
    let change = |from: &Signer, to: &Signer| Line::Key {
        key: from
            .hand_over("402044", &to.public(), "2026-11-22T00:00:00Z")
            .to_string(),
    };
    let keys = format!(
        "{}\n{}\n",
        change(&second, &third).to_line(),
        change(&first, &second).to_line()
    );
    let (file, chain) = file(&keys);
    let head = third.sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
    let report = check(
        file.as_bytes(),
        &first.public(),
        std::slice::from_ref(&head),
    )
    .unwrap();
    assert_eq!((report.findings, report.vouched), (vec![], vec![1..=3]));
    // The key that came last says nothing of those before it.
    let old = first.sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
    assert!(check(file.as_bytes(), &third.public(), &[old]).is_err());
}

#[test]
fn without_header_or_head_nothing_is_checked() {
    let (file, _) = file("");
    let key = signer(1).public();
    let error = check(file.as_bytes(), &key, &[]).unwrap_err();
    assert!(matches!(error, CheckError::NoHead), "{error}");
    let rest = file.split_once('\n').unwrap().1;
    let error = check(rest.as_bytes(), &key, &[]).unwrap_err();
    assert!(matches!(error, CheckError::NoHeader), "{error}");
    let error = check(&b""[..], &key, &[]).unwrap_err();
    assert!(matches!(error, CheckError::NoHeader), "{error}");
}
