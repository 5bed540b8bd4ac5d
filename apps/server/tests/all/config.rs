//! What the program makes of its configuration.

use crate::program::{Folder, command, is_empty, run};

#[test]
fn every_fault_is_told_at_once_and_nothing_is_begun() {
    let folder = Folder::new(
        "listen = \"here\"\ncity = \"atlantis\"\nlisen = 1\nupload_limit = \"much\"\n\
         database_url = \"mysql://clerk:hunter2@db/x\"",
    );
    let mut command = folder.command();
    command.env("YAKUSHO_COOKIE_SECURE", "perhaps");
    let (code, told, _) = run(command);
    assert_eq!(code, 2, "{told}");
    let file = folder.path("yakusho.toml");
    for expected in [
        format!(
            "{}:2: listen: \"here\" is not an address and port",
            file.display()
        ),
        format!("{}:3: city:", file.display()),
        format!("{}:4: unknown setting \"lisen\"", file.display()),
        format!("{}:5: upload_limit: \"much\"", file.display()),
        format!("{}:6: database_url:", file.display()),
        "YAKUSHO_COOKIE_SECURE: cookie_secure: \"perhaps\"".to_owned(),
    ] {
        assert!(told.contains(&expected), "{expected} in {told}");
    }
    assert!(!told.contains("hunter2"), "{told}");
    assert!(is_empty(&folder.path("data")));
}

#[test]
fn a_filter_for_the_log_that_is_none_is_a_fault_of_the_configuration() {
    let folder = Folder::new("[log]\nfilter = \"yakusho=loud\"");
    let (code, told, _) = run(folder.command());
    assert_eq!(code, 2);
    let place = format!("{}:3: log.filter: ", folder.path("yakusho.toml").display());
    assert!(told.contains(&place), "{place} in {told}");
}

#[test]
fn a_misspelt_variable_keeps_the_server_from_beginning() {
    let folder = Folder::new("");
    let mut command = folder.command();
    let (code, told, _) = run({
        command.env("YAKUSHO_MIGRATE_AT_STRAT", "false");
        command
    });
    assert_eq!(code, 2);
    let said =
        "YAKUSHO_MIGRATE_AT_STRAT: there is no such setting; is YAKUSHO_MIGRATE_AT_START meant?";
    assert!(told.contains(said), "{told}");
    assert!(is_empty(&folder.path("data")));
}

#[test]
fn the_configuration_is_printed_without_its_secrets() {
    let folder = Folder::new("database_url = \"postgres://clerk:hunter2@db/x\"\ncity = \"muko\"");
    let mut command = folder.command();
    command
        .arg("--print-config")
        .env("YAKUSHO_LOG_FORMAT", "json");
    let (code, told, printed) = run(command);
    assert_eq!((code, told.as_str()), (0, ""));
    assert!(printed.contains("city = muko  # "), "{printed}");
    assert!(printed.contains("yakusho.toml:3"), "{printed}");
    assert!(
        printed.contains("log.format = json  # YAKUSHO_LOG_FORMAT"),
        "{printed}"
    );
    assert!(
        printed.contains("database_url = ***") && !printed.contains("hunter2"),
        "{printed}"
    );
    assert!(is_empty(&folder.path("data")));
}

#[test]
fn the_route_table_is_printed_without_a_configuration() {
    let mut command = command();
    let (code, _, printed) = run({
        command.arg("--print-routes");
        command
    });
    assert_eq!(code, 0);
    let table: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let of = |path: &str| {
        let mut found = table.as_array().unwrap().iter();
        found
            .find(|route| route["path"] == path)
            .unwrap_or_else(|| panic!("{path}"))
            .clone()
    };
    assert_eq!(of("/health")["access"], "anyone");
    assert_eq!(of("/")["access"], "user");
    assert_eq!(of("/notifications/events")["kind"], "events");
}
