//! A town hall: a seeded data folder of its own, and the real server on it.

mod previous;
mod template;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use yakusho_testkit::{free_port, postgres};

use crate::accounts::{self, Account, Who};
use crate::client::Client;
use crate::cluster::Cluster;
use crate::program::{self, Program};
use crate::volume::Volume;

/// How long a server may take until it is ready.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where a hall keeps its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file in the data folder.
    Sqlite,
    /// A database on the server that `YAKUSHO_TEST_POSTGRES` names.
    Postgres,
}

/// A running town hall. It ends, and its data goes, when this is dropped.
#[derive(Debug)]
pub struct Hall {
    /// The address of its pages, without a slash at its end.
    pub url: String,
    accounts: Vec<Account>,
    running: Program,
    data: Data,
}

/// What a hall stands on: a folder, and where it is on PostgreSQL, a database.
#[derive(Debug)]
struct Data {
    folder: Folder,
    /// For logs, which are not on a volume that fills.
    logs: TempDir,
    database_url: Option<String>,
}

/// Where the data folder is; it goes when this is dropped.
#[derive(Debug)]
enum Folder {
    Usual(TempDir),
    Small(Volume),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Usual(folder) => folder.path(),
            Self::Small(volume) => volume.path(),
        }
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        if let Some(url) = &self.database_url {
            postgres::forget(url);
        }
    }
}

impl Hall {
    /// A small seeded town hall under that city's profile, with its server.
    pub async fn start(city: &str, database: Database) -> Self {
        Self::configured(city, database, &[]).await
    }

    /// The same, with more lines in its configuration.
    pub async fn configured(city: &str, database: Database, more: &[&str]) -> Self {
        let folder = Folder::Usual(tempfile::tempdir().expect("a folder for the hall"));
        let database_url = template::copy(city, database, folder.path()).await;
        Self::on(city, folder, database_url, more).await
    }

    /// The same on SQLite, on a volume that can be filled.
    pub async fn on_volume(city: &str, volume: Volume) -> Self {
        let folder = Folder::Small(volume);
        template::copy(city, Database::Sqlite, folder.path()).await;
        Self::on(city, folder, None, &[]).await
    }

    /// The same on PostgreSQL of one's own: `filled` is given what is in the database, `database_url` used.
    pub async fn on_cluster(city: &str, filled: &Cluster, database_url: &str) -> Self {
        let folder = Folder::Usual(tempfile::tempdir().expect("a folder for the hall"));
        template::fill(city, filled, folder.path()).await;
        Self::on(city, folder, Some(database_url.to_owned()), &[]).await
    }

    async fn on(city: &str, folder: Folder, database_url: Option<String>, more: &[&str]) -> Self {
        let accounts = accounts::read(&folder.path().join(template::ACCOUNTS));
        let data = Data {
            folder,
            logs: tempfile::tempdir().expect("a folder for logs"),
            database_url,
        };
        let (url, running) = data.serve(city, more).await;
        Self {
            url,
            accounts,
            running,
            data,
        }
    }

    /// A second server on the same data, at an address of its own.
    pub async fn beside(&self) -> (String, Program) {
        let listen = format!("127.0.0.1:{}", free_port());
        let url = format!("http://{listen}");
        let mut server = self.data.command("yakusho-server");
        server.env("YAKUSHO_LISTEN", &listen);
        let log = self.data.logs.path().join("beside.log");
        let server = ready(Program::start(server, &log), &url).await;
        (url, server)
    }

    /// The volume that the data are on, where it can be filled.
    pub fn volume(&self) -> Option<&Volume> {
        match &self.data.folder {
            Folder::Usual(_) => None,
            Folder::Small(volume) => Some(volume),
        }
    }

    /// The id of the server's process.
    pub fn process(&self) -> u32 {
        self.running.id()
    }

    /// A town hall as the release before left it, with this release's server on it.
    pub async fn left_by_previous(database: Database) -> Self {
        let folder = Folder::Usual(tempfile::tempdir().expect("a folder for the hall"));
        let database_url = previous::copy(database, folder.path()).await;
        Self::on(previous::CITY, folder, database_url, &[]).await
    }

    /// The accounts that came with the seeding.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The account of whoever holds that role.
    pub fn account(&self, who: Who) -> &Account {
        self.accounts
            .iter()
            .find(|account| account.role == who)
            .unwrap_or_else(|| panic!("the seeding gave {who:?} no account"))
    }

    /// Somebody who has not signed in.
    pub fn client(&self) -> Client {
        Client::new(&self.url)
    }

    /// Somebody who has signed in.
    pub async fn signed_in(&self, who: Who) -> Client {
        let client = self.client();
        client.sign_in(self.account(who)).await;
        client
    }

    /// The server's program on this hall's data, to be asked something instead of serving.
    pub fn server(&self) -> Command {
        self.data.command("yakusho-server")
    }

    /// The batch program on this hall's data, to be given its job.
    pub fn batch(&self) -> Command {
        self.data.command("yakusho-batch")
    }

    /// Ends the server at once, without a chance to tidy up.
    pub fn kill(&mut self) {
        self.running.kill();
    }

    /// Starts the server anew at the same address, once it was killed.
    pub async fn start_again(&mut self) {
        self.running = self.data.start(&self.url).await;
    }

    /// What the server has printed so far.
    pub fn log(&self) -> String {
        self.running.log()
    }

    /// The folder of its data.
    pub fn folder(&self) -> &Path {
        self.data.folder.path()
    }
}

impl Data {
    /// A program on this data.
    fn command(&self, program: &str) -> Command {
        let mut command = program::command(program);
        command
            .arg("--config")
            .arg(self.folder.path().join(template::CONFIG));
        command
    }

    /// Configures the server for a free port, starts it, and waits until it is ready.
    async fn serve(&self, city: &str, more: &[&str]) -> (String, Program) {
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        let mut config = template::config(
            self.folder.path(),
            city,
            self.database_url.as_deref(),
            &listen,
        );
        for line in more {
            config.push_str(line);
            config.push('\n');
        }
        fs::write(self.folder.path().join(template::CONFIG), config).expect("a configuration");
        let url = format!("http://{listen}");
        let server = self.start(&url).await;
        (url, server)
    }

    /// Starts the server as it is configured, and waits until it is ready at that address.
    async fn start(&self, url: &str) -> Program {
        let log = self.logs.path().join("server.log");
        ready(Program::start(self.command("yakusho-server"), &log), url).await
    }
}

/// The server, once it is ready at that address.
async fn ready(mut server: Program, url: &str) -> Program {
    let since = Instant::now();
    while !is_ready(url).await {
        assert!(server.runs(), "the server ended before it was ready");
        assert!(since.elapsed() < PATIENCE, "the server is not ready");
        tokio::time::sleep(program::POLL).await;
    }
    server
}

async fn is_ready(url: &str) -> bool {
    let answer = reqwest::get(format!("{url}/ready")).await;
    answer.is_ok_and(|answer| answer.status().is_success())
}
