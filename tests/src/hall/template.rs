//! Seeded town halls to copy, made once for each city, database and build: seeding anew for each test is slow.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use toml::Value;
use yakusho_testkit::postgres::Server;

use super::Database;
use crate::cluster::Cluster;
use crate::program;

/// The name of a hall's configuration in its folder.
pub(super) const CONFIG: &str = "yakusho.toml";

/// The name of the list of accounts in a hall's folder.
pub(super) const ACCOUNTS: &str = "accounts.csv";

/// How many people work in a hall: about the fewest with which every kind of account has somebody to hold it.
const STAFF: &str = "100";

/// Copies the seeded hall into `folder`, and says the address of its database where that is on PostgreSQL.
pub(super) async fn copy(city: &str, database: Database, folder: &Path) -> Option<String> {
    let template = Template::of(city, database);
    let lock = template.ready().await;
    copy_tree(&template.data, folder).expect("a copy of the seeded hall");
    let url = match database {
        Database::Sqlite => None,
        Database::Postgres => {
            let server = Server::connect().await;
            let url = server.create(&own_name(), Some(&template.name)).await;
            server.close().await;
            Some(url)
        }
    };
    lock.unlock().expect("the lock on the seeded hall");
    url
}

/// Copies the seeded hall of PostgreSQL: its files into `folder`, its database into a server of one's own.
pub(super) async fn fill(city: &str, cluster: &Cluster, folder: &Path) {
    let template = Template::of(city, Database::Postgres);
    let lock = template.ready().await;
    copy_tree(&template.data, folder).expect("a copy of the seeded hall");
    cluster.fill(&Server::connect().await.address(&template.name));
    lock.unlock().expect("the lock on the seeded hall");
}

/// What every hall's configuration says: tests sign in more often than people do, and read logs only where they fail.
const SETTINGS: &str = "attempts_per_minute = 100000\nlog.filter = \"warn,yakusho_server=info\"\n";

/// A configuration; without the address of a database it is a file in the data folder.
pub(super) fn config(data: &Path, city: &str, database_url: Option<&str>, listen: &str) -> String {
    let data = data.display().to_string();
    let mut entries = vec![("listen", listen), ("data", &data), ("city", city)];
    entries.extend(database_url.map(|url| ("database_url", url)));
    let address = listen.replace("127.0.0.1", "http://localhost");
    entries.push(("address", &address));
    let lines = entries.into_iter();
    let lines = lines.map(|(key, value)| format!("{key} = {}\n", Value::from(value)));
    lines.chain([SETTINGS.to_owned()]).collect()
}

/// Where a seeded hall is kept.
struct Template {
    city: String,
    database: Database,
    /// Its data folder; beside it lie a file to lock and, once it is made, a stamp.
    data: PathBuf,
    /// Its database's name, on PostgreSQL.
    name: String,
    /// What it was made by: another build makes another.
    stamp: String,
}

impl Template {
    fn of(city: &str, database: Database) -> Self {
        let halls = program::target("tmp").join("halls");
        fs::create_dir_all(&halls).expect("a folder for seeded halls");
        let data = halls.join(format!("{city}-{database:?}").to_lowercase());
        let stamp = format!("{:016x}", hash(seeder_age()));
        // Several checkouts may share a PostgreSQL, and one may use several, each with what an older build made.
        let name = format!("yakusho_hall_{:016x}", hash((&data, &stamp)));
        Self {
            city: city.to_owned(),
            database,
            data,
            name,
            stamp,
        }
    }

    /// Waits until the template is there, making it if nobody has, and keeps others from making it anew.
    async fn ready(&self) -> File {
        let lock = self.beside("lock");
        let lock =
            File::create(&lock).unwrap_or_else(|error| panic!("{}: {error}", lock.display()));
        loop {
            lock.lock_shared().expect("the lock on the seeded hall");
            if self.is_made().await {
                return lock;
            }
            lock.unlock().expect("the lock on the seeded hall");
            lock.lock().expect("the lock on the seeded hall");
            if !self.is_made().await {
                self.make().await;
            }
            lock.unlock().expect("the lock on the seeded hall");
        }
    }

    async fn is_made(&self) -> bool {
        let stamped = fs::read_to_string(self.beside("stamp"));
        stamped.is_ok_and(|stamp| stamp == self.stamp)
            && (self.database == Database::Sqlite || Server::connect().await.has(&self.name).await)
    }

    async fn make(&self) {
        for file in [self.beside("stamp"), self.data.clone()] {
            remove(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        fs::create_dir_all(&self.data).expect("a folder for a seeded hall");
        let url = match self.database {
            Database::Sqlite => None,
            Database::Postgres => Some(Server::connect().await.create(&self.name, None).await),
        };
        let file = self.data.join(CONFIG);
        let config = config(&self.data, &self.city, url.as_deref(), "127.0.0.1:0");
        fs::write(&file, config).expect("a configuration");
        let mut seed = program::neutral_command("yakusho-seed");
        seed.arg("--config").arg(&file).args(["--staff", STAFF]);
        seed.arg("--accounts").arg(self.data.join(ACCOUNTS));
        program::run(seed);
        fs::write(self.beside("stamp"), &self.stamp).expect("the stamp of a seeded hall");
    }

    fn beside(&self, extension: &str) -> PathBuf {
        self.data.with_extension(extension)
    }
}

/// A name for a database that no other hall on the server has: they differ by process and number.
pub(super) fn own_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("yakusho_hall_{}_{count}", std::process::id())
}

fn seeder_age() -> SystemTime {
    let file = program::path("yakusho-seed");
    file.metadata()
        .and_then(|metadata| metadata.modified())
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn hash(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

fn remove(path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Copies everything below a folder into another.
fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
