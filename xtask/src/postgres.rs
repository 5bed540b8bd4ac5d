//! A PostgreSQL server of our own, on a free port of this machine, ended when dropped. One for tests is to be thrown away:
//! in a temporary folder, keeping nothing safe (no fsync). One to measure on keeps everything safe, and its folder stays.
//!
//! Nobody else can sign in: its password is made with it. PostgreSQL refuses to run as root, so root hands it to the user `postgres`, or to `nobody`. On Linux the kernel ends it should
//! this process be killed without a chance to tidy up.

use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use nix::unistd::{Uid, User};
use tempfile::TempDir;

use crate::error::{Context, Failure, Result};
use crate::process;

/// The settings of a server to measure on: what it says is committed is on the disk.
const DURABLE: [&str; 6] = [
    "fsync=on",
    "synchronous_commit=on",
    "max_connections=200",
    "shared_buffers=512MB",
    "listen_addresses=127.0.0.1",
    "timezone=UTC",
];

/// The settings of a server whose data nobody will miss, and that many tests use at once.
const FLEETING: [&str; 9] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_connections=500",
    "shared_buffers=256MB",
    "listen_addresses=127.0.0.1",
    "timezone=UTC",
];

/// How long the server may take to start.
const START: Duration = Duration::from_secs(30);

/// A running server.
pub(crate) struct Postgres {
    server: Child,
    port: u16,
    password: String,
    folder: PathBuf,
    /// Removed after the server has ended.
    _fleeting: Option<TempDir>,
}

impl Postgres {
    /// Makes a cluster to throw away and starts its server from the programs in `programs`.
    pub(crate) fn start(programs: &Path) -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("yakusho-pg-")
            .tempdir()
            .context("no temporary folder")?;
        let path = folder.path().to_owned();
        Self::run(programs, &path, &FLEETING, Some(folder))
    }

    /// Starts a server that keeps its data in `folder`, where a cluster is made if there is none.
    pub(crate) fn start_in(folder: &Path, programs: &Path) -> Result<Self> {
        fs::create_dir_all(folder).context(folder.display())?;
        Self::run(programs, folder, &DURABLE, None)
    }

    fn run(
        programs: &Path,
        folder: &Path,
        settings: &[&str],
        fleeting: Option<TempDir>,
    ) -> Result<Self> {
        let owner = Owner::choose()?;
        let (data, secret) = (folder.join("data"), folder.join("password"));
        if !data.exists() {
            let password = random_password()?;
            fs::write(&secret, &password).context(secret.display())?;
            owner.own(folder)?;
            owner.own(&secret)?;
            let mut initdb = owner.command(&programs.join("initdb"), folder);
            initdb.args([
                "--no-sync",
                "--username=yakusho",
                "--auth=password",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ]);
            initdb
                .arg("--pgdata")
                .arg(&data)
                .arg("--pwfile")
                .arg(&secret);
            process::capture(&mut initdb)?;
        }
        let password = fs::read_to_string(&secret).context(secret.display())?;

        let port = free_port()?;
        let log = folder.join("log");
        let out = File::create(&log).context(log.display())?;
        let err = out.try_clone().context(log.display())?;
        let mut postgres = owner.command(&programs.join("postgres"), folder);
        postgres
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(folder)
            .args(["-p", &port.to_string()]);
        postgres.args(settings.iter().flat_map(|setting| ["-c", setting]));
        let server = postgres
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .context("cannot run postgres")?;

        let mut started = Self {
            server,
            port,
            password,
            folder: folder.to_owned(),
            _fleeting: fleeting,
        };
        started.wait_until_ready(&programs.join("pg_isready"))?;
        Ok(started)
    }

    /// Its address, as a superuser who may make databases.
    pub(crate) fn url(&self) -> String {
        format!(
            "postgres://yakusho:{}@127.0.0.1:{}/postgres",
            self.password, self.port
        )
    }

    fn wait_until_ready(&mut self, pg_isready: &Path) -> Result {
        let since = Instant::now();
        while since.elapsed() < START {
            let mut probe = Command::new(pg_isready);
            probe.args([
                "--quiet",
                "--host=127.0.0.1",
                "--port",
                &self.port.to_string(),
            ]);
            if process::status(&mut probe)?.success() {
                return Ok(());
            }
            if !matches!(self.server.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!(
            "PostgreSQL does not start:\n{}",
            process::tail(&self.folder.join("log"))
        )))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A server to throw away would be as well ended by SIGQUIT; one that is kept then has to recover.
        process::end(&mut self.server, Signal::SIGINT);
    }
}

/// Whom the server runs as.
enum Owner {
    /// The person who runs the task.
    Ourselves,
    /// Somebody with fewer rights, since we are root.
    Other(User),
}

impl Owner {
    fn choose() -> Result<Self> {
        if !Uid::effective().is_root() {
            return Ok(Self::Ourselves);
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .map(Self::Other)
            .context("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody")
    }

    fn own(&self, path: &Path) -> Result {
        match self {
            Self::Ourselves => Ok(()),
            Self::Other(user) => chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw()))
                .context(path.display()),
        }
    }

    /// A command by this owner, that dies with us, in `folder` and without settings of the person's own.
    fn command(&self, program: &Path, folder: &Path) -> Command {
        let setpriv = Path::new("/usr/bin/setpriv");
        let mut command = match self {
            Self::Ourselves if !setpriv.is_file() => Command::new(program),
            Self::Ourselves => Command::new(setpriv),
            Self::Other(user) => {
                let mut command = Command::new(setpriv);
                command.args([
                    "--clear-groups",
                    &format!("--reuid={}", user.uid),
                    &format!("--regid={}", user.gid),
                ]);
                command
            }
        };
        if command.get_program() == setpriv {
            command.args(["--pdeathsig=QUIT", "--"]).arg(program);
        }
        for name in [
            "PGDATA",
            "PGHOST",
            "PGPORT",
            "PGUSER",
            "PGPASSWORD",
            "PGSERVICE",
            "PGOPTIONS",
        ] {
            command.env_remove(name);
        }
        command.current_dir(folder);
        command
    }
}

/// A port of this machine that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
    Ok(listener.local_addr().context("no free port")?.port())
}

fn random_password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .context("/dev/urandom")?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::Postgres;
    use crate::process::capture;
    use crate::system::{self, Part};
    use crate::workspace::Workspace;
    use std::process::Command;

    #[test]
    fn answers_while_it_lives_and_leaves_nothing_behind() {
        let [programs] = system::resolve(&Workspace::load().unwrap(), [Part::Postgres]).unwrap();
        let server = Postgres::start(&programs).unwrap();
        let (url, folder) = (server.url(), server.folder.clone());
        let ask = |url: &str| {
            let mut psql = Command::new(programs.join("psql"));
            psql.args(["--no-psqlrc", "--tuples-only", "--no-align", url])
                .args(["--command", "SELECT current_user || ' ' || upper('é')"]);
            capture(&mut psql)
        };
        assert_eq!(ask(&url).unwrap().trim(), "yakusho É");
        assert!(ask(&url.replace("yakusho:", "yakusho:x")).is_err());
        drop(server);
        assert!(ask(&url).is_err());
        assert!(!folder.exists());
    }
}
