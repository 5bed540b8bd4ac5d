//! What is taken and what is refused.

use super::*;

fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("yakusho.toml");
    std::fs::write(&file, text).unwrap();
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    config(Some(&file), variables).map_err(|error| {
        let prefix = folder.path().display().to_string() + "/";
        error
            .faults
            .iter()
            .map(|fault| fault.to_string().replace(&prefix, ""))
            .collect()
    })
}

#[test]
fn everything_has_a_default() {
    let config = config(None, []).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(
        config.database_url.reveal(),
        "sqlite:var/yakusho/yakusho.db"
    );
    assert_eq!(config.key_file, Path::new("var/yakusho/keys"));
    assert!(config.print().contains("key_file = var/yakusho/keys "));
    assert_eq!(config.city.id(), "model");
    assert!(
        matches!(config.blobs, BlobStore::Disk(folder) if folder == Path::new("var/yakusho/blobs"))
    );
}

#[test]
fn the_environment_overrides_the_file() {
    let file = "listen = \"127.0.0.1:1\"\ncity = \"muko\"\n[log]\nformat = \"json\"\n";
    let config = read(
        file,
        &[
            ("YAKUSHO_LISTEN", "[::1]:2"),
            ("YAKUSHO_LOG_FILTER", "debug"),
        ],
    )
    .unwrap();
    assert_eq!(
        (config.listen.to_string().as_str(), config.city.id()),
        ("[::1]:2", "muko")
    );
    assert_eq!(
        (config.log_format, config.log_filter.as_str()),
        (LogFormat::Json, "debug")
    );
}

#[test]
fn every_fault_is_named_with_its_place() {
    let file = "listen = \"here\"\nlisen = \"x\"\ncity = \"atlantis\"\ndatabase_url = \"mysql://u:p4ss@h/d\"\n\
                trusted_proxies = [\"10.0.0.1\", \"proxy\"]\n[blobs]\nstore = \"s3\"\n";
    let faults = read(
        file,
        &[
            ("YAKUSHO_COOKIE_SECURE", "maybe"),
            ("YAKUSHO_JOB_LEASE_SECONDS", "3"),
        ],
    )
    .unwrap_err();
    for expected in [
        "yakusho.toml:1: listen:",
        "yakusho.toml:2: unknown setting \"lisen\"",
        "yakusho.toml:3: city:",
        "yakusho.toml:4: database_url:",
        "yakusho.toml:5: trusted_proxies: \"proxy\"",
        "YAKUSHO_COOKIE_SECURE: cookie_secure:",
        "YAKUSHO_JOB_LEASE_SECONDS: job_lease_seconds: at least 4",
        "blobs.bucket: missing",
    ] {
        assert!(
            faults.iter().any(|fault| fault.starts_with(expected)),
            "{expected} in {faults:#?}"
        );
    }
    assert!(
        !faults.iter().any(|fault| fault.contains("p4ss")),
        "no secret in {faults:#?}"
    );
}

#[test]
fn what_is_no_toml_is_named_by_its_line() {
    let faults = read("listen = \"127.0.0.1:1\"\ncity = = \"muko\"\n", &[]).unwrap_err();
    assert!(faults[0].starts_with("yakusho.toml:2: "), "{faults:?}");
}

#[test]
fn secrets_are_masked_in_print() {
    let config = read("database_url = \"postgres://u:p4ss@h/d\"", &[]).unwrap();
    assert!(config.print().contains("database_url = ***"));
    assert!(!config.print().contains("p4ss") && !format!("{config:?}").contains("p4ss"));
}
