//! The trail at the operator's console.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use yakusho_audit_chain::SignedHead;

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
fn a_change_of_keys_that_broke_off_is_finished_by_the_next_command() {
    let hall = Hall::sqlite();
    hall.found();
    hall.run(["audit", "head"]).done();
    let key = hall.path("data/audit.key");
    let old = fs::read(&key).unwrap();
    let second = hall.run(["audit", "rotate-key"]).done();
    let new = fs::read(&key).unwrap();
    let kept: Vec<_> = fs::read_dir(hall.path("data"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|of| of == "key") && *path != key)
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(fs::read(&kept[0]).unwrap(), old);

    // As a crash between the hand-over and the renaming leaves it, and one between the two renamings.
    let id = second_id(&hall);
    let coming = key.with_extension(format!("{id}.key"));
    for old_is_there in [true, false] {
        fs::rename(&key, &coming).unwrap();
        if old_is_there {
            fs::rename(&kept[0], &key).unwrap();
        }
        assert_eq!(hall.run(["audit", "key"]).done(), second);
        hall.run(["audit", "head"]).done();
        assert_eq!(fs::read(&key).unwrap(), new);
        assert_eq!(fs::read(&kept[0]).unwrap(), old);
    }

    fs::rename(&key, hall.path("elsewhere")).unwrap();
    let lost = hall.run(["audit", "head"]);
    assert_eq!(lost.code, 1);
    assert!(
        lost.complained
            .contains("put it back from where it is kept"),
        "{lost:?}"
    );
    assert!(!key.exists(), "no other key takes its place");
}

/// The name of the key that signs, as the heads have it.
fn second_id(hall: &Hall) -> String {
    let head = hall.run(["audit", "head"]).done();
    let head: SignedHead = head.trim().parse().unwrap();
    head.key.to_string()
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
