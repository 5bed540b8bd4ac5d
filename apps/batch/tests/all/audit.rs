//! The trail at the operator's console.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::hall::{Ended, Hall, run};

/// Takes the trail out, and keeps the public key beside it.
fn exported(hall: &Hall, name: &str) -> String {
    fs::write(hall.path("key.pem"), hall.run(["audit", "key"]).done()).unwrap();
    let file = hall.path(name).display().to_string();
    hall.run(["audit", "export", &file]).done();
    file
}

/// Checks a file without any configuration.
fn verify(hall: &Hall, file: &str, head: &str) -> Ended {
    let key = hall.path("key.pem").display().to_string();
    run(["audit", "verify", file, "--key", &key, "--head", head])
}

#[test]
fn a_trail_that_was_taken_out_is_vouched_for_by_a_head_that_was_kept() {
    let hall = Hall::sqlite();
    hall.found();
    let head = hall.run(["audit", "head"]).done();
    let file = exported(&hall, "trail");
    let whole = verify(&hall, &file, head.trim()).done();
    assert!(whole.contains("are vouched for"), "{whole}");

    let kept = fs::read_dir(hall.path("heads"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let by_file = verify(&hall, &file, &kept.path().display().to_string()).done();
    assert_eq!(by_file, whole);

    let tampered = fs::read_to_string(&file)
        .unwrap()
        .replacen("console", "konsole", 1);
    fs::write(&file, tampered).unwrap();
    let found = verify(&hall, &file, head.trim());
    assert_eq!(found.code, 1);
    assert!(found.said.contains("was edited"), "{found:?}");
}

#[test]
fn the_night_signs_a_head_and_its_rehearsal_none() {
    let hall = Hall::sqlite();
    hall.found();
    let rehearsed = hall.run(["job", "audit", "--dry-run"]).done();
    assert!(rehearsed.contains("entries"), "{rehearsed}");
    assert!(!hall.path("heads").exists() && !hall.path("data/audit.key").exists());
    hall.run(["nightly"]).done();
    let kept = fs::read_dir(hall.path("heads"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let file = exported(&hall, "trail");
    verify(&hall, &file, &kept.path().display().to_string()).done();
}

#[test]
fn the_first_public_key_checks_what_a_later_key_signed() {
    let hall = Hall::sqlite();
    hall.found();
    hall.run(["audit", "head"]).done();
    let first = hall.run(["audit", "key"]).done();
    let second = hall.run(["audit", "rotate-key"]).done();
    assert_ne!(first, second);
    assert_eq!(hall.run(["audit", "key"]).done(), second);
    let head = hall.run(["audit", "head"]).done();
    let file = exported(&hall, "trail");
    fs::write(hall.path("key.pem"), first).unwrap();
    verify(&hall, &file, head.trim()).done();
}

#[test]
fn the_key_is_for_its_owner_alone() {
    let hall = Hall::sqlite();
    hall.found();
    hall.run(["audit", "key"]).done();
    let mode = fs::metadata(hall.path("data/audit.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_cannot_be_checked_is_said() {
    let hall = Hall::sqlite();
    hall.found();
    let head = hall.run(["audit", "head"]).done();
    let file = exported(&hall, "trail");
    let nonsense = verify(&hall, &file, "nonsense");
    assert_eq!(nonsense.code, 1);
    assert!(
        nonsense.complained.contains("neither a head nor a file"),
        "{nonsense:?}"
    );
    fs::write(hall.path("other"), "no trail").unwrap();
    let other = verify(
        &hall,
        &hall.path("other").display().to_string(),
        head.trim(),
    );
    assert_eq!(other.code, 1);
    assert!(other.complained.contains("header"), "{other:?}");
    // What is there already is not overwritten.
    assert_eq!(hall.run(["audit", "export", &file]).code, 1);
}
