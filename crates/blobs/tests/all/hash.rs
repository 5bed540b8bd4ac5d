//! The address of a blob and its written form.

use yakusho_blobs::{BlobHash, NotAHash};

const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[test]
fn is_the_sha_256_in_hexadecimal() {
    let hash = BlobHash::of(b"");
    assert_eq!(hash.to_string(), EMPTY);
    assert_eq!(EMPTY.parse(), Ok(hash));
    assert_eq!(BlobHash::from(*hash.as_bytes()), hash);
    assert_eq!(format!("{hash:?}"), format!("BlobHash({EMPTY})"));
    assert_eq!(
        BlobHash::of(b"abc").to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn has_one_written_form() {
    let upper = EMPTY.to_uppercase();
    let longer = format!("{EMPTY}00");
    for text in [
        "",
        &upper,
        &EMPTY[1..],
        &EMPTY[2..],
        &longer,
        "../../../../etc/passwd",
    ] {
        assert_eq!(text.parse::<BlobHash>(), Err(NotAHash), "{text}");
    }
}

#[test]
fn is_a_string_in_json() {
    let hash = BlobHash::of(b"");
    let json = serde_json::to_string(&hash).unwrap();
    assert_eq!(json, format!("\"{EMPTY}\""));
    assert_eq!(serde_json::from_str::<BlobHash>(&json).unwrap(), hash);
    assert!(serde_json::from_str::<BlobHash>("\"e3\"").is_err());
}
