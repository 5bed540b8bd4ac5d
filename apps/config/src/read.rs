//! Reading and checking.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use toml::de::{DeTable, DeValue};
use yakusho_blobs::S3Config;
use yakusho_regulation::City;

use crate::{BlobStore, Config, LogFormat, Secret, Setting};

/// What the environment's variables begin with.
const PREFIX: &str = "YAKUSHO_";

/// Variables with the prefix that other parts of the project read.
const FOREIGN: [&str; 4] = [
    "YAKUSHO_MARKS",
    "YAKUSHO_TEST",
    "YAKUSHO_RULE_OFF",
    "YAKUSHO_BIN_DIR",
];

/// Key, default, and what it is for. A key with no default may be left out.
const SETTINGS: [(&str, Option<&str>, &str); 22] = [
    ("listen", Some("127.0.0.1:8080"), "where the server listens"),
    (
        "data",
        Some("var/yakusho"),
        "the folder for everything kept on disk",
    ),
    (
        "database_url",
        None,
        "sqlite:PATH or postgres://…; a file in the data folder if left out",
    ),
    (
        "key_file",
        None,
        "keys that seal secrets in the database, the newest first; made in the data folder if left out",
    ),
    (
        "city",
        Some("model"),
        "model, nogata, shiroishi, muko, or the path of a profile",
    ),
    (
        "migrate_at_start",
        Some("true"),
        "whether the server brings the schema up to date when it starts",
    ),
    ("log.format", Some("text"), "text or json"),
    ("log.filter", Some("info"), "which log lines are written"),
    (
        "trusted_proxies",
        Some(""),
        "addresses of proxies, separated by commas, that say who the client is",
    ),
    (
        "cookie_secure",
        Some("false"),
        "whether cookies are sent over HTTPS alone: true behind TLS",
    ),
    (
        "upload_limit",
        Some("100000000"),
        "the largest request that brings files, in bytes",
    ),
    (
        "attempts_per_minute",
        Some("60"),
        "how many times a minute one address may try to sign in",
    ),
    (
        "audit.key",
        None,
        "the file of the key that signs the audit trail; audit.key in the data folder if left out",
    ),
    (
        "audit.heads",
        None,
        "a folder out of this machine's reach, to which the nightly job writes signed heads",
    ),
    ("blobs.store", Some("disk"), "disk or s3"),
    (
        "blobs.folder",
        None,
        "the folder of files; blobs in the data folder if left out",
    ),
    (
        "blobs.endpoint",
        None,
        "the address of the S3-compatible store",
    ),
    ("blobs.region", Some("us-east-1"), "its region"),
    ("blobs.bucket", None, "the bucket"),
    ("blobs.prefix", Some(""), "what every key in it begins with"),
    ("blobs.access_key_id", None, "the name of the access key"),
    (
        "blobs.secret_access_key",
        None,
        "the secret of the access key",
    ),
];

/// Settings whose values are not shown.
const SECRETS: [&str; 2] = ["database_url", "blobs.secret_access_key"];

/// Everything that is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
#[error("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError {
    /// The faults, in order of the file.
    pub faults: Vec<ConfigFault>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct ConfigFault {
    /// File and line, or the variable's name.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

/// Values as they were written, each with its origin.
struct Written {
    values: BTreeMap<&'static str, (String, String)>,
    faults: Vec<ConfigFault>,
}

pub(crate) fn config(
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, ConfigError> {
    let mut written = Written {
        values: BTreeMap::new(),
        faults: Vec::new(),
    };
    if let Some(file) = file {
        written.file(file);
    }
    for (name, value) in environment {
        written.variable(&name, value);
    }
    written.check()
}

impl Written {
    fn fault(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.faults.push(ConfigFault {
            place: place.into(),
            message: message.into(),
        });
    }

    fn file(&mut self, file: &Path) {
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
        self.table(&name, &text, "", document.get_ref());
    }

    fn table(&mut self, file: &str, text: &str, above: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let place = format!("{file}:{}", line_of(text, key.span().start));
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
            match SETTINGS.iter().find(|(known, ..)| *known == key) {
                Some((known, ..)) => {
                    self.values.insert(known, (written, place));
                }
                None => self.fault(place, format!("unknown setting {key:?}")),
            }
        }
    }

    fn variable(&mut self, name: &str, value: String) {
        let Some(rest) = name.strip_prefix(PREFIX) else {
            return;
        };
        if FOREIGN.iter().any(|foreign| name.starts_with(foreign)) {
            return;
        }
        let known = SETTINGS
            .iter()
            .find(|(key, ..)| key.to_uppercase().replace('.', "_") == rest);
        // Other variables with the prefix are other programs' business; a wrong name in the file is a fault.
        if let Some((key, ..)) = known {
            self.values.insert(key, (value, name.to_owned()));
        }
    }

    /// The value of a setting and where it comes from, the default if nothing was written.
    fn value(&self, key: &str) -> Option<(String, String)> {
        self.values.get(key).cloned().or_else(|| {
            let (_, default, _) = SETTINGS.iter().find(|(known, ..)| *known == key)?;
            default.map(|default| (default.to_owned(), "default".to_owned()))
        })
    }

    fn text(&self, key: &str) -> String {
        self.value(key).map(|(value, _)| value).unwrap_or_default()
    }

    fn path(&self, key: &str) -> Option<PathBuf> {
        self.value(key).map(|(value, _)| value.into())
    }

    fn parse<T: FromStr<Err: Display>>(&mut self, key: &str, expected: &str) -> Option<T> {
        let (value, origin) = self.value(key)?;
        match value.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.fault(
                    origin,
                    format!("{key}: {value:?} is not {expected} ({error})"),
                );
                None
            }
        }
    }

    fn required(&mut self, key: &'static str, because: &str) -> String {
        self.value(key).map_or_else(
            || {
                self.fault(key, format!("missing: {because}"));
                String::new()
            },
            |(value, _)| value,
        )
    }

    fn check(mut self) -> Result<Config, ConfigError> {
        let data = PathBuf::from(self.text("data"));
        let listen = self.parse("listen", "an address and port, e.g. 127.0.0.1:8080");
        let migrate_at_start = self.parse("migrate_at_start", "true or false");
        let cookie_secure = self.parse("cookie_secure", "true or false");
        let upload_limit = self.parse("upload_limit", "a number of bytes");
        let attempts_per_minute = self.parse("attempts_per_minute", "a number");
        let database_url = self.database_url(&data);
        let key_file = self.value("key_file").map(|(file, _)| PathBuf::from(file));
        let key_file = key_file.unwrap_or_else(|| data.join("keys"));
        let city = self.city();
        let log_format = self.choice(
            "log.format",
            &[("text", LogFormat::Text), ("json", LogFormat::Json)],
        );
        let trusted_proxies = self.proxies();
        let blobs = self.blobs(&data);
        let log_filter = self.text("log.filter");
        let audit_key = self
            .path("audit.key")
            .unwrap_or_else(|| data.join("audit.key"));
        let audit_heads = self.path("audit.heads");
        let settings = self.settings(&data);
        match (
            listen,
            migrate_at_start,
            cookie_secure,
            upload_limit,
            attempts_per_minute,
            city,
            log_format,
            blobs,
        ) {
            (
                Some(listen),
                Some(migrate_at_start),
                Some(cookie_secure),
                Some(upload_limit),
                Some(attempts_per_minute),
                Some(city),
                Some(log_format),
                Some(blobs),
            ) if self.faults.is_empty() => Ok(Config {
                listen,
                data,
                database_url,
                key_file,
                city,
                blobs,
                migrate_at_start,
                log_format,
                log_filter,
                trusted_proxies,
                cookie_secure,
                upload_limit,
                attempts_per_minute,
                audit_key,
                audit_heads,
                settings,
            }),
            _ => Err(ConfigError {
                faults: self.faults,
            }),
        }
    }

    fn database_url(&mut self, data: &Path) -> Secret {
        let Some((url, origin)) = self.value("database_url") else {
            return Secret(format!("sqlite:{}", data.join("yakusho.db").display()));
        };
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
        {
            // The value is not repeated: there may be a password in it.
            self.fault(origin, "database_url: expected sqlite:PATH or postgres://…");
        }
        Secret(url)
    }

    fn city(&mut self) -> Option<City> {
        let (name, origin) = self.value("city")?;
        match City::named(&name) {
            Ok(city) => Some(city),
            Err(error) => {
                self.fault(origin, format!("city: {error}"));
                None
            }
        }
    }

    fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let (value, origin) = self.value(key)?;
        let found = choices
            .iter()
            .find(|(name, _)| *name == value)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
            self.fault(
                origin,
                format!("{key}: {value:?} is not one of {}", names.join(", ")),
            );
        }
        found
    }

    fn proxies(&mut self) -> Vec<std::net::IpAddr> {
        let (list, origin) = self.value("trusted_proxies").unwrap_or_default();
        let mut proxies = Vec::new();
        for item in list
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
        {
            match item.parse() {
                Ok(proxy) => proxies.push(proxy),
                Err(_) => self.fault(
                    origin.clone(),
                    format!("trusted_proxies: {item:?} is not an address"),
                ),
            }
        }
        proxies
    }

    fn blobs(&mut self, data: &Path) -> Option<BlobStore> {
        #[derive(Clone, Copy)]
        enum Store {
            Disk,
            S3,
        }
        match self.choice("blobs.store", &[("disk", Store::Disk), ("s3", Store::S3)])? {
            Store::Disk => {
                let folder = self.value("blobs.folder").map(|(folder, _)| folder.into());
                Some(BlobStore::Disk(
                    folder.unwrap_or_else(|| data.join("blobs")),
                ))
            }
            Store::S3 => {
                let because = "blobs.store is s3";
                Some(BlobStore::S3(S3Config {
                    endpoint: self.required("blobs.endpoint", because),
                    region: self.text("blobs.region"),
                    bucket: self.required("blobs.bucket", because),
                    prefix: self.text("blobs.prefix"),
                    access_key_id: self.required("blobs.access_key_id", because),
                    secret_access_key: self.required("blobs.secret_access_key", because),
                    spool: data.join("spool"),
                }))
            }
        }
    }

    fn settings(&self, data: &Path) -> Vec<Setting> {
        let setting = |(key, _, about): &(&'static str, Option<&str>, &'static str)| {
            let (value, origin) = self.value(key).unwrap_or_else(|| {
                let value = match *key {
                    "database_url" => format!("sqlite:{}", data.join("yakusho.db").display()),
                    "key_file" => data.join("keys").display().to_string(),
                    "blobs.folder" => data.join("blobs").display().to_string(),
                    "audit.key" => data.join("audit.key").display().to_string(),
                    _ => String::new(),
                };
                (value, "default".to_owned())
            });
            let hidden = SECRETS.contains(key) && origin != "default";
            Setting {
                key,
                value: if hidden { "***".to_owned() } else { value },
                origin,
                about,
            }
        };
        SETTINGS.iter().map(setting).collect()
    }
}

/// The line, from 1, of a place in a text.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
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
        let faults = read(file, &[("YAKUSHO_COOKIE_SECURE", "maybe")]).unwrap_err();
        for expected in [
            "yakusho.toml:1: listen:",
            "yakusho.toml:2: unknown setting \"lisen\"",
            "yakusho.toml:3: city:",
            "yakusho.toml:4: database_url:",
            "yakusho.toml:5: trusted_proxies: \"proxy\"",
            "YAKUSHO_COOKIE_SECURE: cookie_secure:",
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
}
