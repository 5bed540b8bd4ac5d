//! What is written: in the file, and in the environment over it.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::Written;
use crate::table::{FOREIGN, FOREIGN_TESTS, PATHS, PREFIX, SEALED, SECRETS, SETTINGS};

/// How much of a name must be as in a known one to be taken for it misspelt, from 0 to 1.
const NEAR: f64 = 0.7;

impl Written {
    pub(super) fn file(&mut self, file: &Path) {
        let name = file.display().to_string();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => return self.fault(name, error.to_string()),
        };
        let (document, broken) = DeTable::parse_recoverable(&text);
        for error in broken {
            let line = error.span().map_or(1, |span| line_of(&text, span.start));
            self.fault(format!("{name}:{line}"), error.message().to_owned());
        }
        self.table(file, &text, "", document.get_ref());
    }

    fn table(&mut self, file: &Path, text: &str, above: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let line = line_of(text, key.span().start);
            let place = format!("{}:{line}", file.display());
            let key = format!("{above}{}", key.get_ref());
            let written = match value.get_ref() {
                DeValue::Table(inner) => {
                    self.table(file, text, &format!("{key}."), inner);
                    continue;
                }
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(number) => number.to_string(),
                DeValue::Boolean(flag) => flag.to_string(),
                DeValue::Array(items) => {
                    let texts: Option<Vec<&str>> =
                        items.iter().map(|item| item.get_ref().as_str()).collect();
                    let Some(texts) = texts else {
                        self.fault(place, format!("{key}: a list of texts is expected"));
                        continue;
                    };
                    texts.join(",")
                }
                DeValue::Float(_) | DeValue::Datetime(_) => {
                    self.fault(place, format!("{key}: a text is expected"));
                    continue;
                }
            };
            if let Some((known, _)) = named(|known| known == key) {
                let written = from_beside(file, known, written);
                self.values.insert(known, (written, place));
            } else {
                let keys = SETTINGS.iter().map(|(known, ..)| (*known).to_owned());
                let near = near(&key, keys);
                self.fault(place, format!("unknown setting {key:?}{near}"));
            }
        }
    }

    pub(super) fn variable(&mut self, name: &str, value: String) {
        let Some(rest) = name.strip_prefix(PREFIX) else {
            return;
        };
        if let Some((key, _)) = named(|key| variable_of(key) == rest) {
            self.override_by(name, key, value);
        } else if let Some((key, true)) = named(|key| variable_of(key) + SEALED == rest) {
            match std::fs::read_to_string(&value) {
                Ok(secret) => self.override_by(name, key, secret.trim_end().to_owned()),
                Err(error) => self.fault(name, format!("{value}: {error}")),
            }
        } else if !FOREIGN.contains(&rest) && !rest.starts_with(FOREIGN_TESTS) {
            let plain = SETTINGS.iter().map(|(key, ..)| variable_of(key));
            let sealed = SECRETS.iter().map(|key| variable_of(key) + SEALED);
            let all = plain.chain(sealed).map(|known| PREFIX.to_owned() + &known);
            let near = near(name, all);
            self.fault(name, format!("there is no such setting{near}"));
        }
    }

    fn override_by(&mut self, name: &str, key: &'static str, value: String) {
        let before = self.values.insert(key, (value, name.to_owned()));
        if let Some((_, other)) = before.filter(|(_, origin)| origin.starts_with(PREFIX)) {
            self.fault(name, format!("{key}: {other} says it too"));
        }
    }
}

/// The setting of which that is true, and whether it is a secret.
fn named(is_it: impl Fn(&str) -> bool) -> Option<(&'static str, bool)> {
    let mut keys = SETTINGS.iter().map(|(key, ..)| *key);
    let key = keys.find(|key| is_it(key))?;
    Some((key, SECRETS.contains(&key)))
}

/// What the variable of a setting is called after the prefix.
fn variable_of(key: &str) -> String {
    key.to_uppercase().replace('.', "_")
}

/// A value of the file: paths begin at the folder in which the file lies, wherever the program was started.
fn from_beside(file: &Path, key: &str, value: String) -> String {
    let Some(folder) = file.parent() else {
        return value;
    };
    let joined = |path: &str| folder.join(path).display().to_string();
    match key {
        // SQLite's own names, as `:memory:`, are no paths.
        "database_url" => match value.strip_prefix("sqlite:") {
            Some(path) if !path.trim_start_matches('/').starts_with(':') => {
                let path = path.strip_prefix("//").unwrap_or(path);
                format!("sqlite:{}", joined(path))
            }
            _ => value,
        },
        "city" if Path::new(&value).extension().is_none() => value,
        _ if PATHS.contains(&key) => joined(&value),
        _ => value,
    }
}

/// Which of the known names may be meant, as the end of a sentence; nothing where none is near.
fn near(name: &str, known: impl Iterator<Item = String>) -> String {
    let likeness = |known: String| (strsim::normalized_damerau_levenshtein(name, &known), known);
    let nearest = known
        .map(likeness)
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    match nearest {
        Some((likeness, known)) if likeness >= NEAR => format!("; is {known} meant?"),
        _ => String::new(),
    }
}

/// The line, from 1, of a place in a text.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
