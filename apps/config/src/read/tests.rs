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
fn a_misspelt_variable_is_refused_and_what_it_may_mean_is_named() {
    for (name, meant) in [
        ("YAKUSHO_LISEN", "; is YAKUSHO_LISTEN meant?"),
        ("YAKUSHO_DATABSE_URL", "; is YAKUSHO_DATABASE_URL meant?"),
        (
            "YAKUSHO_MAIL_PASWORD_FILE",
            "; is YAKUSHO_MAIL_PASSWORD_FILE meant?",
        ),
        ("YAKUSHO_WEATHER", ""),
    ] {
        let faults = read("", &[(name, "x")]).unwrap_err();
        assert_eq!(faults, [format!("{name}: there is no such setting{meant}")]);
    }
    // Those of others, and those that the programs and their tests have beside the settings.
    for name in [
        "PATH",
        "YAKUSHO_CONFIG",
        "YAKUSHO_CHROMIUM",
        "YAKUSHO_TEST_POSTGRES",
    ] {
        assert!(read("", &[(name, "x")]).is_ok(), "{name}");
    }
    let faults = read("[lgo]\nfilter = 'info'\n", &[]).unwrap_err();
    let said = "yakusho.toml:2: unknown setting \"lgo.filter\"; is log.filter meant?";
    assert_eq!(faults, [said]);
}

#[test]
fn what_a_value_says_is_looked_at_before_anything_is_begun() {
    let file = "database_url = 'postgres://u:p4ss@h:port/d'\n[log]\nfilter = 'yakusho=loud'\n[blobs]\n\
                store = 's3'\nendpoint = 's3.example'\nbucket = 'b'\naccess_key_id = 'i'\n\
                secret_access_key = 's'\n[audit]\nmail = 'a@b@c'\n[mail]\nfrom = 'y@.example'\n";
    let faults = read(file, &[]).unwrap_err();
    for expected in [
        "yakusho.toml:1: database_url: ",
        "yakusho.toml:3: log.filter: \"yakusho=loud\" is not ",
        "yakusho.toml:6: blobs.endpoint: \"s3.example\" is no address",
        "yakusho.toml:11: audit.mail: \"a@b@c\" is not a mail address",
        "yakusho.toml:13: mail.from: \"y@.example\" is not a mail address",
    ] {
        assert!(
            faults.iter().any(|fault| fault.starts_with(expected)),
            "{expected} in {faults:#?}"
        );
    }
    assert!(!faults.iter().any(|fault| fault.contains("p4ss")));
    let variable = [("YAKUSHO_DATABASE_URL", "sqlite:x.db?mode=never")];
    let faults = read("", &variable).unwrap_err();
    assert!(
        faults[0].starts_with("YAKUSHO_DATABASE_URL: "),
        "{faults:?}"
    );
}

#[test]
fn paths_of_the_file_begin_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir(at("tls")).unwrap();
    for pem in ["tls/a.pem", "tls/b.pem"] {
        std::fs::write(at(pem), "").unwrap();
    }
    let file = at("yakusho.toml");
    let read = |text: &str, variables: &[(&str, &str)]| {
        std::fs::write(&file, text).unwrap();
        let variables = variables.iter();
        let variables = variables.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        config(Some(&file), variables)
    };
    let written = "data = 'data'\ndatabase_url = 'sqlite:db/a.db'\n[audit]\nheads = '/mnt/heads'\n\
                   [tls]\ncertificate = 'tls/a.pem'\nkey = 'tls/b.pem'\n";
    let config = read(written, &[]).unwrap();
    assert_eq!(config.data, at("data"));
    assert_eq!(config.key_file, at("data/keys"));
    assert_eq!(
        config.database_url.reveal(),
        format!("sqlite:{}", at("db/a.db").display())
    );
    assert_eq!(config.audit_heads.as_deref(), Some(Path::new("/mnt/heads")));
    assert_eq!(config.tls.unwrap().key, at("tls/b.pem"));
    // A variable's begin where the program does, and names are no paths.
    let written = "data = 'data'\ncity = 'muko'\ndatabase_url = 'sqlite::memory:'\n";
    let config = read(written, &[("YAKUSHO_DATA", "other")]).unwrap();
    assert_eq!(config.data, Path::new("other"));
    assert_eq!(config.city.id(), "muko");
    assert_eq!(config.database_url.reveal(), "sqlite::memory:");
    let unread = read("city = 'ours.toml'\n", &[]).unwrap_err().to_string();
    let beside = at("ours.toml").display().to_string();
    assert!(unread.contains(&beside), "{unread}");
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
    let faults = read("", &[("YAKUSHO_CITY_FILE", "/nowhere")]).unwrap_err();
    assert!(faults[0].starts_with("YAKUSHO_CITY_FILE: "), "{faults:?}");
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
