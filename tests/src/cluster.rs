//! PostgreSQL of one's own: servers that are killed, stopped and promoted.

use std::env;
use std::fs::{self, File};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::{Pid, Uid, User};
use tempfile::TempDir;
use yakusho_testkit::free_port;

use crate::program::{POLL, run};
use crate::volume::Volume;

/// Names the folder of PostgreSQL's server programs; without it, Debian's newest are taken.
const VARIABLE: &str = "YAKUSHO_POSTGRES";

/// How long a server may take to start, to stop, or to follow another.
const PATIENCE: Duration = Duration::from_mins(1);

/// The superuser, and the database that halls are kept in.
const USER: &str = "yakusho";

/// How large a volume is that a server is to fill, in bytes.
const SMALL: u64 = 200_000_000;

/// What a server on a small volume is told, so that all it has fits there.
const SPARING: [&str; 3] = ["wal_keep_size=0", "min_wal_size=8MB", "max_wal_size=32MB"];

/// A server, and its data. It ends, and they go, when this is dropped.
#[derive(Debug)]
pub struct Cluster {
    folder: TempDir,
    /// What the data are on, where it can be filled.
    volume: Option<Volume>,
    port: u16,
    server: Option<Child>,
}

/// Where a server on a small volume has its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journal {
    /// With the data.
    Beside,
    /// On another volume, which does not fill.
    Apart,
}

impl Cluster {
    /// A running server with nothing in it but an empty database.
    pub fn start() -> Self {
        let mut cluster = Self::unused();
        cluster.begin(&[]);
        cluster
    }

    /// The same, with its data on a small volume.
    pub fn on_volume(journal: Journal) -> Self {
        let volume = Volume::of(SMALL);
        own(volume.path());
        let mut cluster = Self::unused();
        cluster.volume = Some(volume);
        let apart = format!("--waldir={}", cluster.folder.path().join("wal").display());
        match journal {
            Journal::Beside => cluster.begin(&["--wal-segsize=1"]),
            Journal::Apart => cluster.begin(&["--wal-segsize=1", &apart]),
        }
        cluster
    }

    fn begin(&mut self, options: &[&str]) {
        let mut initdb = self.command("initdb");
        initdb.args(["--no-sync", "--auth=trust", "--encoding=UTF8"]);
        initdb.args(["--locale=C.UTF-8", "--username", USER]);
        initdb.args(options).arg("--pgdata").arg(self.data());
        run(initdb);
        self.start_again();
    }

    /// A server that does not run yet: [`Cluster::follow`] has it follow another.
    pub fn unused() -> Self {
        let folder = tempfile::Builder::new().prefix("yakusho-pg-").tempdir();
        let folder = folder.expect("a folder for PostgreSQL");
        own(folder.path());
        Self {
            folder,
            volume: None,
            port: free_port(),
            server: None,
        }
    }

    /// Throws away what this server has, and has it follow another, which acknowledges nothing from now on that did not
    /// arrive here.
    ///
    /// # Panics
    /// Where it does not keep up with the other in time.
    pub fn follow(&mut self, primary: &Self) {
        assert!(self.server.is_none(), "a server that runs follows nobody");
        // There is none yet, the first time.
        let _ = fs::remove_dir_all(self.data());
        let mut copy = self.command("pg_basebackup");
        copy.args(["--no-sync", "--checkpoint=fast", "--wal-method=stream"]);
        copy.args(["--write-recovery-conf", "--dbname", &primary.url()]);
        copy.arg("--pgdata").arg(self.data());
        run(copy);
        self.start_again();
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.ask("SELECT pg_reload_conf()");
        let since = Instant::now();
        let following = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
        while primary.ask(following) != "1" {
            assert!(since.elapsed() < PATIENCE, "nobody follows");
            std::thread::sleep(POLL);
        }
    }

    /// The address of the database, with user and host.
    pub fn url(&self) -> String {
        format!("postgres://{USER}@{}/postgres", self.host())
    }

    /// The address of the database on whichever of these hosts writes.
    pub fn url_of(hosts: &[&Self]) -> String {
        let hosts: Vec<_> = hosts.iter().map(|cluster| cluster.host()).collect();
        format!("postgres://{USER}@{}/postgres", hosts.join(","))
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Starts the server, and waits until it answers.
    ///
    /// # Panics
    /// Where it does not.
    pub fn start_again(&mut self) {
        let log = self.folder.path().join("log");
        let out = File::create(&log).expect("a file for the log");
        let err = out.try_clone().expect("a file for the log");
        let mut server = self.command("postgres");
        server.arg("-D").arg(self.data());
        server.arg("-k").arg(self.folder.path());
        server.args(["-p", &self.port.to_string()]);
        for setting in [
            "listen_addresses=127.0.0.1",
            "wal_level=replica",
            "wal_keep_size=256MB",
            "shared_buffers=64MB",
            "max_connections=200",
        ] {
            server.args(["-c", setting]);
        }
        if self.volume.is_some() {
            server.args(SPARING.iter().flat_map(|setting| ["-c", setting]));
        }
        let server = server.stdin(Stdio::null()).stdout(out).stderr(err);
        // A group of its own, so that it can be killed with all that belongs to it.
        self.server = Some(server.process_group(0).spawn().expect("a server"));
        let since = Instant::now();
        while !self.answers() {
            assert!(
                since.elapsed() < PATIENCE,
                "PostgreSQL does not start: {}",
                fs::read_to_string(&log).unwrap_or_default()
            );
            std::thread::sleep(POLL);
        }
    }

    /// The volume that the data are on, where it can be filled.
    pub fn volume(&self) -> Option<&Volume> {
        self.volume.as_ref()
    }

    /// Waits until the server answers, and starts it again if it has ended by itself.
    ///
    /// # Panics
    /// Where it does neither.
    pub fn keep_up(&mut self) {
        let since = Instant::now();
        while !self.answers() {
            assert!(since.elapsed() < PATIENCE, "PostgreSQL does not go on");
            let server = self.server.as_mut();
            if server.is_some_and(|server| !matches!(server.try_wait(), Ok(None))) {
                return self.start_again();
            }
            std::thread::sleep(POLL);
        }
    }

    fn answers(&self) -> bool {
        let mut probe = self.command("pg_isready");
        probe.args(["--quiet", "--dbname", &self.url()]);
        probe.status().is_ok_and(|status| status.success())
    }

    /// Ends the server in order; who is connected is sent away.
    pub fn stop(&mut self) {
        self.end(|server| kill(server, Signal::SIGINT));
    }

    /// Ends the server at once, with all that belongs to it.
    pub fn kill(&mut self) {
        self.end(|server| killpg(server, Signal::SIGKILL));
    }

    fn end(&mut self, how: impl FnOnce(Pid) -> nix::Result<()>) {
        let Some(mut server) = self.server.take() else {
            return;
        };
        let id = i32::try_from(server.id()).expect("the id of a server");
        how(Pid::from_raw(id)).expect("a running server");
        server.wait().expect("the end of a server");
    }

    /// Has a server that follows another write by itself from now on; that it does is true when this returns.
    ///
    /// # Panics
    /// Where it does not.
    pub fn promote(&self) {
        assert_eq!(self.ask("SELECT pg_promote(true, 60)"), "t", "promoted");
    }

    /// What the database answers to a statement.
    pub fn ask(&self, statement: &str) -> String {
        let mut psql = self.command("psql");
        psql.args(["--no-psqlrc", "--tuples-only", "--no-align", "--quiet"]);
        psql.args(["--command", statement, &self.url()]);
        run(psql).trim().to_owned()
    }

    /// Fills the database with what another one holds.
    pub fn fill(&self, from: &str) {
        let dump = self.folder.path().join("dump");
        let mut copy = Command::new(programs().join("pg_dump"));
        copy.args(["--format=custom", "--file"]).arg(&dump);
        run_on(copy, from);
        let mut restore = Command::new(programs().join("pg_restore"));
        restore
            .args(["--no-owner", "--single-transaction"])
            .arg(&dump);
        run_on(restore, &self.url());
    }

    fn data(&self) -> PathBuf {
        let volume = self.volume.as_ref().map(Volume::path);
        volume.unwrap_or_else(|| self.folder.path()).join("data")
    }

    /// One of PostgreSQL's programs, by the one whom the data belong to: it refuses to run as root.
    fn command(&self, program: &str) -> Command {
        let program = programs().join(program);
        let mut command = match owner() {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("setpriv");
                command.args(["--clear-groups", "--pdeathsig=KILL"]);
                command.arg(format!("--reuid={}", user.uid));
                command.arg(format!("--regid={}", user.gid));
                command.arg("--").arg(program);
                command
            }
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

fn run_on(mut command: Command, database: &str) {
    command.args(["--dbname", database]);
    run(command);
}

/// Whom servers run as, where that is not whoever runs the tests.
fn owner() -> Option<User> {
    if !Uid::effective().is_root() {
        return None;
    }
    let known = ["postgres", "nobody"].into_iter();
    let mut known = known.filter_map(|name| User::from_name(name).ok().flatten());
    Some(
        known
            .next()
            .expect("a user postgres or nobody: PostgreSQL refuses to run as root"),
    )
}

/// Gives a folder to whom servers run as.
fn own(folder: &Path) {
    if let Some(user) = owner() {
        let (uid, gid) = (user.uid.as_raw(), user.gid.as_raw());
        chown(folder, Some(uid), Some(gid)).expect("a folder of another user's");
    }
}

/// The folder of PostgreSQL's server programs.
fn programs() -> PathBuf {
    if let Some(folder) = env::var_os(VARIABLE) {
        return folder.into();
    }
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let folders = versions.filter_map(|entry| Some(entry.ok()?.path()));
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = folders.max_by_key(version);
    let newest = newest.unwrap_or_else(|| {
        panic!("{VARIABLE} is not set: run the tests by `cargo xtask test`, which finds PostgreSQL's server programs")
    });
    Path::join(&newest, "bin")
}
