//! Copies of the database: SQLite's own, and those of PostgreSQL's programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use tokio::process::Command;
use url::Url;
use yakusho_config::Config;
use yakusho_kernel::{Db, Env};

use super::manifest::Kind;
use crate::Failure;

/// What an address says of TLS, and the variables by which PostgreSQL's programs are told.
const TLS: [(&str, &str); 4] = [
    ("sslmode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
];

/// Which database the configuration names.
pub(super) fn kind(config: &Config) -> Kind {
    if config.database_url.reveal().starts_with("sqlite:") {
        Kind::Sqlite
    } else {
        Kind::Postgres
    }
}

/// Copies the database into a file, as of one moment, while others write.
pub(super) async fn copy(config: &Config, env: &Env, to: &Path) -> Result<(), Failure> {
    match kind(config) {
        Kind::Sqlite => Ok(env.db().copy_to(to).await?),
        Kind::Postgres => {
            let file = [
                OsStr::new("--format=custom"),
                OsStr::new("--file"),
                to.as_os_str(),
            ];
            postgres(config, "pg_dump", file).await
        }
    }
}

/// Puts a copy in the place of a database that is not there yet, or is empty.
pub(super) async fn restore(config: &Config, from: &Path) -> Result<(), Failure> {
    match kind(config) {
        Kind::Sqlite => {
            let path = sqlite_file(config)?;
            refuse_remains(&path)?;
            let mut out = std::fs::File::create_new(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            std::io::copy(&mut std::fs::File::open(from)?, &mut out)?;
            Ok(out.sync_all()?)
        }
        Kind::Postgres => {
            let addresses = addresses(config)?;
            let database = addresses[0].path().trim_start_matches('/');
            let arguments = [
                OsStr::new("--exit-on-error"),
                OsStr::new("--single-transaction"),
                OsStr::new("--no-owner"),
                OsStr::new("--dbname"),
                OsStr::new(database),
                from.as_os_str(),
            ];
            postgres(config, "pg_restore", arguments).await
        }
    }
}

/// What a lost database left beside its file would be played back over the copy.
fn refuse_remains(database: &Path) -> Result<(), Failure> {
    for ending in ["-wal", "-shm", "-journal"] {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        let remains = Path::new(&name);
        if remains.try_exists()? {
            let said = "is left of an earlier database: move it away first";
            return Err(format!("{} {said}", remains.display()).into());
        }
    }
    Ok(())
}

fn sqlite_file(config: &Config) -> Result<PathBuf, Failure> {
    let url = config.database_url.reveal();
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = PathBuf::from(path.split('?').next().unwrap_or(path));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(path)
}

/// The address of each host of the database; there is at least one.
fn addresses(config: &Config) -> Result<Vec<Url>, Failure> {
    let addresses = Db::addresses(config.database_url.reveal());
    let parsed = addresses.iter().map(|address| Url::parse(address));
    let parsed: Result<_, _> = parsed.collect();
    parsed.map_err(|_| "database_url is no address".into())
}

/// Runs one of PostgreSQL's programs; the password goes by the environment, since others see the command line.
async fn postgres(
    config: &Config,
    program: &str,
    arguments: impl IntoIterator<Item = &OsStr>,
) -> Result<(), Failure> {
    let addresses = addresses(config)?;
    let address = &addresses[0];
    let plain = |text: &str| {
        percent_encoding::percent_decode_str(text)
            .decode_utf8_lossy()
            .into_owned()
    };
    let mut command = Command::new(program);
    command.args(arguments).kill_on_drop(true);
    let hosts = addresses.iter().map(|host| {
        let name = host.host_str().unwrap_or("localhost");
        name.trim_start_matches('[').trim_end_matches(']')
    });
    let ports = addresses
        .iter()
        .map(|host| host.port().unwrap_or(5432).to_string());
    command.env("PGHOST", hosts.collect::<Vec<_>>().join(","));
    command.env("PGPORT", ports.collect::<Vec<_>>().join(","));
    command.env("PGTARGETSESSIONATTRS", "read-write");
    if !address.username().is_empty() {
        command.env("PGUSER", plain(address.username()));
    }
    command.env("PGDATABASE", plain(address.path().trim_start_matches('/')));
    if let Some(password) = address.password() {
        command.env("PGPASSWORD", plain(password));
    }
    for (name, value) in address.query_pairs() {
        let variable = TLS.iter().find(|(known, _)| *known == name);
        if let Some((_, variable)) = variable {
            command.env(variable, value.as_ref());
        }
    }
    let output = command.output().await.map_err(|error| {
        format!("{program} cannot be run (is postgresql-client installed?): {error}")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{program}: {}", said.trim_end()).into())
}
