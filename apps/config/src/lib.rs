//! The configuration that the programs share: a TOML file, overridden by the environment.
//!
//! Each setting is a line of one table ([`Config::settings`]): its key in the file, the default, what it is
//! for. `listen` in the file is `YAKUSHO_LISTEN` in the environment, `blobs.bucket` is
//! `YAKUSHO_BLOBS_BUCKET`; a secret may stand in a file that `YAKUSHO_DATABASE_URL_FILE` names. Everything wrong is reported at once, with file and line or the variable's name.

mod keys;
pub mod logging;
mod read;
mod relay;
mod surroundings;
mod table;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use yakusho_blobs::S3Config;
use yakusho_regulation::City;

pub use keys::{KeyFileCause, KeyFileError, write_secret};
pub use read::{ConfigError, ConfigFault};
pub use relay::{Relay, RelayError};
pub use surroundings::{Surroundings, SurroundingsError};

/// A checked configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The folder for everything that the programs keep on disk.
    pub data: PathBuf,
    /// The database: `sqlite:PATH` or `postgres://…`.
    pub database_url: Secret,
    /// The file of keys that seal secrets in the database.
    pub key_file: PathBuf,
    /// The city's profile.
    pub city: City,
    /// Where files are kept.
    pub blobs: BlobStore,
    /// Whether the server brings the schema up to date when it starts.
    pub migrate_at_start: bool,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// Which log lines are written, as `tracing` filters: `info,yakusho_webkit=debug`.
    pub log_filter: String,
    /// What browsers know the server by: scheme, name and port, with which passkeys can be used.
    pub address: Option<String>,
    /// Addresses of proxies whose word on the client's address is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether cookies are sent over HTTPS alone; they are where the server speaks it itself.
    pub cookie_secure: bool,
    /// The files by which the server speaks HTTPS itself, if it does.
    pub tls: Option<TlsFiles>,
    /// The largest request that brings files, in bytes.
    pub upload_limit: u64,
    /// How many times a minute one address may try to sign in.
    pub attempts_per_minute: u32,
    /// How long a nightly run that died keeps the next one out.
    pub job_lease: time::Duration,
    /// Where metrics are served, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// The file of the key that signs the audit trail.
    pub audit_key: PathBuf,
    /// The folder to which signed heads are written, if one is set.
    pub audit_heads: Option<PathBuf>,
    /// To whom signed heads are mailed; to nobody if there is none.
    pub audit_mail: Vec<String>,
    /// The relay that takes mail, where something is mailed.
    pub mail: Option<Mail>,
    /// Whether notices are mailed. Their links lead to `address`.
    pub mail_notices: bool,
    /// The city's identity provider, where people sign in by it as well. It sends them back to `address`.
    pub oidc: Option<Oidc>,
    settings: Vec<Setting>,
}

/// Where files are kept.
#[derive(Clone, Debug)]
pub enum BlobStore {
    /// In this folder.
    Disk(PathBuf),
    /// In an S3-compatible store.
    S3(S3Config),
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// A JSON object a line.
    Json,
}

/// The files by which the server speaks HTTPS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate, and those above it, as PEM.
    pub certificate: PathBuf,
    /// Its key, as PEM.
    pub key: PathBuf,
}

/// The relay that takes mail, and from whom it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// From whom.
    pub from: String,
    /// The relay's host.
    pub host: String,
    /// The relay's port.
    pub port: u16,
    /// How it is spoken to.
    pub tls: MailTls,
    /// The authority by which the relay's certificate is known, as a PEM file; there where it is spoken to by TLS.
    pub authority: Option<PathBuf>,
    /// The name and password by which the relay knows the system, where it asks for them.
    pub login: Option<(String, Secret)>,
}

/// How the relay is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTls {
    /// In the clear.
    None,
    /// In the clear at first, and never beyond the greeting.
    Starttls,
    /// By TLS from the first byte.
    Tls,
}

/// The city's identity provider (OpenID Connect Core 1.0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oidc {
    /// Its address, as it names itself.
    pub issuer: String,
    /// How it knows this program.
    pub client_id: String,
    /// By what it knows that it is this program.
    pub client_secret: Secret,
    /// The authority by which its certificate is known, as a PEM file, where it is none of the system's.
    pub authority: Option<PathBuf>,
    /// The claim of its token that is the login ID.
    pub claim: String,
    /// The scopes that are asked for beside `openid`.
    pub scopes: Vec<String>,
    /// How strongly it must say that it made sure of who somebody is.
    pub acr: Option<String>,
    /// Who asks for a second factor.
    pub second_factor: OidcSecondFactor,
    /// What people call it, in Japanese and in English.
    pub name: [String; 2],
}

/// Who asks for a second factor of whoever comes in by the identity provider's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OidcSecondFactor {
    /// This program, as after a password.
    Here,
    /// The provider.
    Provider,
}

/// Text that is never shown: a password stands in it, or may.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one who needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// A setting with the value that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The key in the file.
    pub key: &'static str,
    /// The value that holds, as it is written; secrets are masked.
    pub value: String,
    /// Where it comes from: `default`, the file with its line, or the variable.
    pub origin: String,
    /// What it is for.
    pub about: &'static str,
}

impl Config {
    /// Reads the file, if one is given, and the environment's variables that begin with `YAKUSHO_`.
    pub fn load(
        file: Option<&std::path::Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        read::config(file, environment)
    }

    /// Every setting with its value and origin; secrets are masked.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The settings as lines `key = value  # origin: what it is for`.
    pub fn print(&self) -> String {
        let mut lines = String::new();
        for Setting {
            key,
            value,
            origin,
            about,
        } in &self.settings
        {
            lines += &[key, " = ", value, "  # ", origin, ": ", about, "\n"].concat();
        }
        lines
    }
}
