//! A town hall with a configuration of its own, and the program run on it.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use yakusho_testkit::postgres::Server;

/// A folder with a configuration.
pub struct Hall(TempDir);

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub said: String,
    pub complained: String,
}

impl Hall {
    /// On a SQLite file that is not there yet.
    pub fn sqlite() -> Self {
        Self::on(None)
    }

    /// On a database of PostgreSQL that is empty.
    pub async fn postgres(name: &str) -> Self {
        let name = format!("yakusho_batch_{name}_{}", std::process::id());
        Self::on(Some(Server::connect().await.create(&name, None).await))
    }

    fn on(database: Option<String>) -> Self {
        let hall = Self(tempfile::tempdir().unwrap());
        let [data, heads] = ["data", "heads"].map(|name| hall.path(name).display().to_string());
        let database = database.map_or_else(String::new, |url| format!("database_url = '{url}'"));
        let config = format!("data = '{data}'\n{database}\n[audit]\nheads = '{heads}'\n");
        std::fs::write(hall.path("yakusho.toml"), config).unwrap();
        hall
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Migrates, and opens the first account: some acts are on record then.
    pub fn found(&self) {
        self.run(["migrate"]).done();
        let person = [
            "--number",
            "1",
            "--name",
            "山田 太郎",
            "--kana",
            "ヤマダ タロウ",
        ];
        let command = ["bootstrap"]
            .iter()
            .chain(&person)
            .chain(&["--id", "admin"]);
        self.run(command.copied()).done();
    }

    /// Runs the program with the configuration.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Ended {
        let mut command = command();
        command.arg("--config").arg(self.path("yakusho.toml"));
        ended(command.args(arguments))
    }
}

impl Ended {
    /// That it did its work; what it said.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.said
    }
}

/// Runs the program without a configuration.
pub fn run<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Ended {
    ended(command().args(arguments))
}

/// The program, with nothing of this process's own settings.
fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakusho-batch"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("YAKUSHO_")) {
        command.env_remove(name);
    }
    command
}

fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        said: String::from_utf8(output.stdout).unwrap(),
        complained: String::from_utf8(output.stderr).unwrap(),
    }
}
