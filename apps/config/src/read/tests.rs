//! What is taken and what is refused.

use super::*;

pub(super) fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
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
fn cookies_are_secure_with_a_certificate_and_shown_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pem");
    std::fs::write(&file, "").unwrap();
    let path = file.display();
    let tls = format!("cookie_secure = false\n[tls]\ncertificate = '{path}'\nkey = '{path}'\n");
    let config = read(&tls, &[]).unwrap();
    assert!(config.cookie_secure);
    let printed = config.print();
    let line = printed
        .lines()
        .find(|line| line.starts_with("cookie_secure"));
    let line = line.unwrap();
    assert!(line.starts_with("cookie_secure = true  # "), "{line}");
    assert!(line.contains("yakusho.toml:3: "), "{line}");
    assert!(
        read("", &[])
            .unwrap()
            .print()
            .contains("cookie_secure = false  # default")
    );
}

#[test]
fn a_secret_may_stand_in_a_file_that_a_variable_names() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("database_url");
    std::fs::write(&file, "postgres://u:p4ss@h/d\n").unwrap();
    let path = file.display().to_string();
    let by_file = ("YAKUSHO_DATABASE_URL_FILE", path.as_str());
    let config = read("", &[by_file]).unwrap();
    assert_eq!(config.database_url.reveal(), "postgres://u:p4ss@h/d");
    let printed = config.print();
    assert!(printed.contains("database_url = ***  # YAKUSHO_DATABASE_URL_FILE: "));

    let twice = [("YAKUSHO_DATABASE_URL", "postgres://h/d"), by_file];
    let faults = read("", &twice).unwrap_err();
    let said = "YAKUSHO_DATABASE_URL_FILE: database_url: YAKUSHO_DATABASE_URL says it too";
    assert_eq!(faults, [said]);
    std::fs::remove_file(&file).unwrap();
    let faults = read("", &[by_file]).unwrap_err();
    assert!(
        faults[0].starts_with("YAKUSHO_DATABASE_URL_FILE: "),
        "{faults:?}"
    );
    assert!(!faults[0].contains("p4ss"), "{faults:?}");
    // What is no secret has no such variable.
    assert!(read("", &[("YAKUSHO_CITY_FILE", "/nowhere")]).is_ok());
}

#[test]
fn secrets_are_masked_in_print() {
    let config = read("database_url = \"postgres://u:p4ss@h/d\"", &[]).unwrap();
    assert!(config.print().contains("database_url = ***"));
    assert!(!config.print().contains("p4ss") && !format!("{config:?}").contains("p4ss"));
}

#[test]
fn the_address_is_one_by_which_passkeys_can_be_used() {
    let address = |written: &str| read(&format!("address = \"{written}\"\n"), &[]);
    for (written, expected) in [
        ("https://groupware.example", "https://groupware.example"),
        (
            "https://Groupware.example:8443/",
            "https://groupware.example:8443",
        ),
        ("https://groupware.example:443", "https://groupware.example"),
        ("http://localhost:8080", "http://localhost:8080"),
    ] {
        assert_eq!(address(written).unwrap().address.as_deref(), Some(expected));
    }
    assert_eq!(read("", &[]).unwrap().address, None);
    for (written, why) in [
        ("http://groupware.example", "does not begin with https"),
        ("ftp://groupware.example", "does not begin with https"),
        ("https://192.0.2.1", "has no name"),
        ("https://[2001:db8::1]:8080", "has no name"),
        ("https://groupware.example/yakusho", "has more than"),
        ("https://me@groupware.example", "has more than"),
        ("groupware.example", "is no address"),
    ] {
        let faults = address(written).unwrap_err();
        let expected = format!("yakusho.toml:1: address: {written:?} {why}");
        assert!(faults[0].starts_with(&expected), "{expected} in {faults:?}");
    }
}

#[test]
fn notices_are_mailed_where_all_that_it_needs_is_said() {
    let faults = read("[mail]\nnotices = true\ntls = 'none'\n", &[]).unwrap_err();
    for missing in ["mail.from", "mail.relay", "address"] {
        let said = format!("{missing}: missing: mail.notices is true");
        assert!(faults.contains(&said), "{faults:#?}");
    }
    let said = "address = 'https://yakusho.city.example/'\n[mail]\nnotices = true\n\
                relay = 'mail.city.example:587'\nfrom = 'yakusho@city.example'\n";
    let config = read(&format!("{said}tls = 'none'\n"), &[]).unwrap();
    let link = config.address.as_deref();
    assert_eq!(link, Some("https://yakusho.city.example"));
    assert!(config.mail_notices);
    let mail = config.mail.unwrap();
    assert_eq!((mail.host.as_str(), mail.port), ("mail.city.example", 587));
    assert!(config.audit_mail.is_empty() && mail.login.is_none());
    // The relay alone mails nothing.
    let config = read(&said.replace("true", "false"), &[]).unwrap();
    assert!(config.mail.is_none() && !config.mail_notices);
}

#[test]
fn the_password_for_the_relay_is_masked_and_goes_by_tls_alone() {
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    std::fs::write(&authority, "").unwrap();
    let secret = folder.path().join("password");
    std::fs::write(&secret, "p4ss\n").unwrap();
    let said = format!(
        "[audit]\nmail = 'a@city.example'\n[mail]\nrelay = 'mail.city.example'\nfrom = 'y@city.example'\n\
         authority = '{}'\nuser = 'yakusho'\n",
        authority.display()
    );
    let secret = secret.display().to_string();
    let by_file = [("YAKUSHO_MAIL_PASSWORD_FILE", secret.as_str())];
    let config = read(&said, &by_file).unwrap();
    let (user, password) = config.mail.as_ref().unwrap().login.clone().unwrap();
    assert_eq!((user.as_str(), password.reveal()), ("yakusho", "p4ss"));
    assert!(config.print().contains("mail.password = ***"));
    assert!(!config.print().contains("p4ss") && !format!("{config:?}").contains("p4ss"));

    let alone = read(&said, &[]).unwrap_err();
    assert!(
        alone[0].contains("mail.user needs mail.password beside it"),
        "{alone:?}"
    );
    let clear = read(&format!("{said}tls = 'none'\n"), &by_file).unwrap_err();
    assert!(clear[0].contains("does not go in the clear"), "{clear:?}");
    assert!(!clear[0].contains("p4ss"), "{clear:?}");
}
