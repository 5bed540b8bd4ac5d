//! Reading and checking.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use time::Duration;
use tracing_subscriber::EnvFilter;
use yakusho_blobs::S3Config;
use yakusho_kernel::Db;
use yakusho_regulation::City;

use crate::table::{SECRETS, SETTINGS};
use crate::{BlobStore, Config, LogFormat, Secret, Setting};

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

/// The shortest lease that a nightly run may have, in seconds.
const SHORTEST_LEASE: u32 = 4;

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
        let job_lease = self.job_lease();
        let database_url = self.database_url(&data);
        let key_file = self.path("key_file").unwrap_or_else(|| data.join("keys"));
        let city = self.city();
        let log_format = self.choice(
            "log.format",
            &[("text", LogFormat::Text), ("json", LogFormat::Json)],
        );
        let address = self.address();
        let trusted_proxies = self.proxies();
        let blobs = self.blobs(&data);
        let log_filter = self.log_filter();
        let metrics_listen =
            self.parse("metrics.listen", "an address and port, e.g. 127.0.0.1:9464");
        let audit_key = self
            .path("audit.key")
            .unwrap_or_else(|| data.join("audit.key"));
        let audit_heads = self.path("audit.heads");
        let (audit_mail, mail_notices) = (self.audit_mail(), self.mail_notices());
        let mail = self.mail();
        let oidc = self.oidc();
        let tls = self.tls();
        let settings = self.settings(&data);
        match (
            listen,
            migrate_at_start,
            cookie_secure,
            upload_limit,
            attempts_per_minute,
            job_lease,
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
                Some(job_lease),
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
                address,
                trusted_proxies,
                cookie_secure: cookie_secure || tls.is_some(),
                tls,
                upload_limit,
                attempts_per_minute,
                job_lease,
                metrics_listen,
                audit_key,
                audit_heads,
                audit_mail,
                mail,
                mail_notices,
                oidc,
                settings,
            }),
            _ => Err(ConfigError {
                faults: self.faults,
            }),
        }
    }

    /// A run shows four times in it that it lives: less than a second apart would be a load for nothing.
    fn job_lease(&mut self) -> Option<Duration> {
        let seconds: u32 = self.parse("job_lease_seconds", "a number of seconds")?;
        if seconds < SHORTEST_LEASE {
            let (_, origin) = self.value("job_lease_seconds")?;
            let least = format!("job_lease_seconds: at least {SHORTEST_LEASE} are needed");
            self.fault(origin, least);
            return None;
        }
        Some(Duration::seconds(seconds.into()))
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
        } else if let Err(error) = Db::parse(&url) {
            self.fault(origin, format!("database_url: {error}"));
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

    /// Which log lines are written. Whoever keeps the log reads it once more: a filter cannot be copied.
    fn log_filter(&mut self) -> String {
        self.parse::<EnvFilter>(
            "log.filter",
            "a list of filters, e.g. info,yakusho_webkit=debug",
        );
        self.text("log.filter")
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
                    endpoint: self.endpoint(because),
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
            let by_tls = (*key == "cookie_secure")
                .then(|| self.certificate())
                .flatten();
            let written = by_tls.or_else(|| self.value(key));
            let (value, origin) = written.unwrap_or_else(|| {
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

mod oidc;
mod outside;
#[cfg(test)]
mod outside_bytes;
mod sources;
#[cfg(test)]
mod tests;
