//! Town halls to measure on: seeded once, and kept until what they are made by changes. Every run gets a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::program::{self, Programs};

/// On which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Database {
    /// A file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

impl Database {
    /// Its name in tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// How large a town hall is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// What its folder is called.
    pub(crate) name: &'static str,
    pub(crate) staff: u32,
    /// In about how many sections.
    pub(crate) sections: u32,
    pub(crate) posts: u32,
    pub(crate) circulations: u32,
    /// How many events a person has, over two years.
    pub(crate) events: u32,
    /// How many people have them.
    pub(crate) calendars: u32,
    /// How many rooms there are besides those of any town hall.
    pub(crate) facilities: u32,
    /// How many members have a password.
    pub(crate) members: u32,
    /// How many people its personnel orders move.
    pub(crate) moved: u32,
}

/// A PostgreSQL server, and the folder of its programs.
#[derive(Clone, Debug)]
pub(crate) struct Postgres {
    /// As a superuser, with a database to begin at.
    pub(crate) url: String,
    pub(crate) programs: PathBuf,
}

impl Postgres {
    /// The address of another database of the server.
    pub(crate) fn database(&self, name: &str) -> String {
        let server = self.url.rsplit_once('/').map_or("", |(server, _)| server);
        format!("{server}/{name}")
    }

    fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command.arg(format!("--maintenance-db={}", self.url));
        command
    }
}

/// What halls are made with.
#[derive(Clone, Debug)]
pub(crate) struct Yard {
    pub(crate) programs: Programs,
    /// The folder in which they are kept.
    pub(crate) folder: PathBuf,
    /// The sources: what a hall is made by is seen from them.
    pub(crate) sources: PathBuf,
    pub(crate) database: Database,
    pub(crate) postgres: Option<Postgres>,
    /// The program of Radicale.
    pub(crate) radicale: Option<PathBuf>,
}

/// A town hall's data folder, with its configuration in it.
#[derive(Debug)]
pub(crate) struct Hall {
    pub(crate) data: PathBuf,
}

impl Hall {
    /// The configuration file.
    pub(crate) fn config(&self) -> PathBuf {
        self.data.join("yakusho.toml")
    }

    /// The people who have a password: role, ID, password.
    pub(crate) fn accounts(&self) -> Result<Vec<[String; 3]>, Failure> {
        let mut rows = csv::Reader::from_path(self.data.join("accounts.csv"))?;
        Ok(rows.deserialize().collect::<Result<_, _>>()?)
    }

    /// The personnel orders, as CSV.
    pub(crate) fn orders(&self) -> PathBuf {
        self.data.join("orders.csv")
    }
}

impl Yard {
    /// A copy of the town hall of that size.
    pub(crate) fn hall(&self, size: Size) -> Result<Hall, Failure> {
        let name = format!("{}-{}", size.name, self.database.name());
        let (kept, copy) = (
            self.folder.join(&name),
            self.folder.join(format!("{name}-run")),
        );
        let stamp = self.stamp(size)?;
        if fs::read_to_string(kept.join("stamp")).unwrap_or_default() != stamp {
            eprintln!(
                "seeding {name}: {} people, {} posts",
                size.staff, size.posts
            );
            self.seed(&kept, size)?;
            fs::write(kept.join("stamp"), stamp)?;
        }
        remove(&copy)?;
        fs::create_dir_all(&copy)?;
        for entry in fs::read_dir(&kept)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), copy.join(entry.file_name()))?;
            }
        }
        if let Some(postgres) = &self.postgres {
            let (from, to) = (postgres_name(&kept), postgres_name(&copy));
            self.create(postgres, &to, Some(&from))?;
        }
        self.configure(&copy)?;
        Ok(Hall { data: copy })
    }

    /// An empty database for the yardstick.
    pub(crate) fn empty(&self) -> Result<String, Failure> {
        let folder = self.fresh("yardstick")?;
        match &self.postgres {
            Some(postgres) => {
                self.create(postgres, &postgres_name(&folder), None)?;
                Ok(postgres.database(&postgres_name(&folder)))
            }
            None => Ok(format!("sqlite:{}", folder.join("yardstick.db").display())),
        }
    }

    /// An empty folder of that name.
    pub(crate) fn fresh(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.folder.join(format!("{name}-{}", self.database.name()));
        remove(&folder)?;
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Where output goes.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.folder
            .join(format!("{name}-{}.log", self.database.name()))
    }

    fn seed(&self, data: &Path, size: Size) -> Result<(), Failure> {
        remove(data)?;
        fs::create_dir_all(data)?;
        if let Some(postgres) = &self.postgres {
            self.create(postgres, &postgres_name(data), None)?;
        }
        self.configure(data)?;
        let mut seed = self.programs.command("yakusho-seed");
        seed.arg("--config").arg(data.join("yakusho.toml"));
        for (name, value) in [
            ("--staff", size.staff),
            ("--sections", size.sections),
            ("--posts", size.posts),
            ("--circulations", size.circulations),
            ("--events", size.events),
            ("--calendars", size.calendars),
            ("--facilities", size.facilities),
            ("--passwords", size.members),
            ("--moved", size.moved),
        ] {
            seed.arg(name).arg(value.to_string());
        }
        seed.arg("--accounts").arg(data.join("accounts.csv"));
        seed.arg("--orders").arg(data.join("orders.csv"));
        program::run(seed, &self.log("seed"))?;
        // What is begun by it is finished, so that nothing of it is left for the server to do while it is measured.
        let mut nightly = self.programs.command("yakusho-batch");
        nightly
            .arg("--config")
            .arg(data.join("yakusho.toml"))
            .arg("nightly");
        program::run(nightly, &self.log("nightly"))
    }

    fn configure(&self, data: &Path) -> Result<(), Failure> {
        let url = match &self.postgres {
            Some(postgres) => postgres.database(&postgres_name(data)),
            None => format!("sqlite:{}", data.join("yakusho.db").display()),
        };
        let text = format!(
            "data = {data:?}\ndatabase_url = {url:?}\ncity = \"model\"\nattempts_per_minute = 1000000\n",
            data = data.display().to_string(),
        );
        Ok(fs::write(data.join("yakusho.toml"), text)?)
    }

    fn create(&self, postgres: &Postgres, name: &str, like: Option<&str>) -> Result<(), Failure> {
        let mut drop = postgres.tool("dropdb");
        drop.args(["--if-exists", "--force", name]);
        program::run(drop, &self.log("dropdb"))?;
        let mut create = postgres.tool("createdb");
        if let Some(like) = like {
            create.arg(format!("--template={like}"));
        }
        create.arg(name);
        program::run(create, &self.log("createdb"))
    }

    /// What a hall of that size is made by: the seeding program's sources, the schema, the size.
    fn stamp(&self, size: Size) -> Result<String, Failure> {
        let mut digest = Sha256::new();
        digest.update(format!("{size:?}"));
        for folder in ["apps/seed/src", "migrations/src"] {
            let mut files = Vec::new();
            collect(&self.sources.join(folder), &mut files)?;
            files.sort();
            for file in files {
                digest.update(fs::read(file)?);
            }
        }
        Ok(HEXLOWER.encode(&digest.finalize()))
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The database that belongs to a data folder.
fn postgres_name(data: &Path) -> String {
    let name = data.file_name().unwrap_or_default().to_string_lossy();
    format!("bench_{}", name.replace('-', "_"))
}
