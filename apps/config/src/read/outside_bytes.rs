//! Configurations that nobody should write are refused with what is wrong.

use proptest::prelude::*;

use super::config;
use crate::table::SETTINGS;

/// Lines that are nearly those of a configuration, and any others.
fn any_lines() -> impl Strategy<Value = String> {
    let keys: Vec<_> = SETTINGS.iter().map(|(key, ..)| *key).collect();
    let value = prop_oneof![
        "[0-9-]{0,22}",
        "\"[ -!#-~あ]{0,30}\"",
        "\"(sqlite|postgres|postgresql):[/a-z@:,.0-9\\[\\]?&=%]{0,40}\"",
        "(true|false|\\[\"::1\", \"x\"\\]|\\[1\\]|1.5|\\{\\})",
        "\"(disk|s3|text|json|model|muko|[0-9.:]{1,20})\"",
    ];
    let line = prop_oneof![
        4 => (prop::sample::select(keys), value).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => "\\[[a-z.]{0,9}\\]?",
        1 => any::<String>(),
    ];
    prop::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn a_file_is_read_or_every_fault_named(text in any_lines()) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("yakusho.toml");
        std::fs::write(&file, text).unwrap();
        if let Err(error) = config(Some(&file), []) {
            prop_assert!(!error.faults.is_empty());
        }
    }
}
