//! `cargo xtask demo`: a town hall to look at, on this machine.
//!
//! A new data folder is set up by the seeding program (tables, then a believable city), and gets a configuration that the
//! person may change; one that is already there is served as it is.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::error::{Context, Failure, Result};
use crate::process;
use crate::system::{self, Part};
use crate::workspace::Workspace;

/// Which town hall, and where.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of its data; set up if it is new
    #[arg(long, default_value = "var/demo", value_name = "FOLDER")]
    data: PathBuf,
    /// How many people work there
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(60..=1_000_000))]
    staff: u32,
    /// Whose regulation it keeps; a new one keeps those of all, as the model city
    #[arg(long, value_parser = yakusho_regulation::City::BUILTIN)]
    city: Option<String>,
    /// A PostgreSQL to keep the data in, `postgres://…`; SQLite in the folder otherwise
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// Build with optimisation: slower to build, quicker to use
    #[arg(long)]
    release: bool,
}

/// Sets the town hall up if need be, says how to sign in, and serves it until ctrl-c.
pub(crate) fn run(options: &Options) -> Result {
    let workspace = &Workspace::load()?;
    let programs = build(workspace, options.release)?;
    let data = std::path::absolute(&options.data).context(options.data.display())?;
    let (config, accounts) = (data.join("yakusho.toml"), data.join("accounts.csv"));
    if accounts.exists() {
        let text = fs::read_to_string(&config).context(config.display())?;
        let text = reconfigured(&text, options).context(config.display())?;
        fs::write(&config, text).context(config.display())?;
    } else {
        set_up(workspace, &programs, &data, options)?;
    }
    let address = format!("http://localhost:{}", options.port);
    println!("{address}/");
    let text = fs::read_to_string(&accounts).context(accounts.display())?;
    print!("{}", table(&text).context(accounts.display())?);
    println!(
        "ctrl-c ends it; the accounts stand in {} too",
        accounts.display()
    );
    let mut server = workspace.command(programs.join("yakusho-server"));
    // Browsers bind passkeys to names alone.
    server.env("YAKUSHO_ADDRESS", address);
    // The server takes our place, and with it whatever the terminal sends.
    let failure = server.arg("--config").arg(&config).exec();
    Err(Failure::new(format!("cannot run the server: {failure}")))
}

/// Builds the programs and returns their folder.
fn build(workspace: &Workspace, release: bool) -> Result<PathBuf> {
    let [_] = system::resolve(workspace, [Part::Make])?;
    let mut build = workspace.cargo();
    build.args([
        "build",
        "--package",
        "yakusho-server",
        "--package",
        "yakusho-seed",
    ]);
    if release {
        build.arg("--release");
    }
    process::run(&mut build)?;
    Ok(workspace
        .target()
        .join(if release { "release" } else { "debug" }))
}

/// Makes the folder, its configuration, the tables and the city.
fn set_up(workspace: &Workspace, programs: &Path, data: &Path, options: &Options) -> Result {
    let (config, accounts) = (data.join("yakusho.toml"), data.join("accounts.csv"));
    if config.exists() {
        let folder = data.display();
        return Err(Failure::new(format!(
            "{folder} was set up only in part: remove it, or choose another by --data"
        )));
    }
    println!(
        "setting up a town hall of {} people in {}",
        options.staff,
        data.display()
    );
    fs::create_dir_all(data).context(data.display())?;
    fs::write(&config, configuration(data, options)).context(config.display())?;
    let mut seed = workspace.command(programs.join("yakusho-seed"));
    seed.arg("--config").arg(&config);
    seed.args(["--staff", &options.staff.to_string(), "--accounts"]);
    process::run(seed.arg(&accounts))
}

/// The configuration of a new folder.
fn configuration(data: &Path, options: &Options) -> String {
    let sqlite = || format!("sqlite:{}", data.join("yakusho.db").display());
    let entries = [
        ("listen", listen(options)),
        ("data", data.display().to_string()),
        (
            "database_url",
            options.database_url.clone().unwrap_or_else(sqlite),
        ),
        (
            "city",
            options.city.clone().unwrap_or_else(|| "model".to_owned()),
        ),
    ];
    let lines = entries.map(|(key, value)| format!("{key} = {}\n", Value::String(value)));
    lines.concat()
}

fn listen(options: &Options) -> String {
    format!("127.0.0.1:{}", options.port)
}

/// The configuration of a folder that is there, with the port asked for; everything else stays as the person has it.
fn reconfigured(text: &str, options: &Options) -> Result<String> {
    let table: Table = text.parse().context("not read")?;
    for (key, asked) in [
        ("city", &options.city),
        ("database_url", &options.database_url),
    ] {
        let Some(asked) = asked else { continue };
        let there = table.get(key).and_then(Value::as_str).unwrap_or_default();
        if asked != there {
            let message =
                format!("its {key} is {there:?}, not {asked:?}: choose another folder by --data");
            return Err(Failure::new(message));
        }
    }
    let line = format!("listen = {}", Value::String(listen(options)));
    let is_listen = |line: &str| {
        line.split('=')
            .next()
            .is_some_and(|key| key.trim() == "listen")
    };
    Ok(text
        .lines()
        .map(|it| if is_listen(it) { &line } else { it }.to_owned() + "\n")
        .collect())
}

/// A file of accounts, with its headings, as a table.
fn table(accounts: &str) -> Result<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(accounts.as_bytes());
    let mut table = String::new();
    for row in reader.records() {
        let row = row.context("not read")?;
        let cells: Vec<String> = row.iter().map(|cell| format!("{cell:<24}")).collect();
        table.push_str(cells.join(" ").trim_end());
        table.push('\n');
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::{Options, configuration, reconfigured, table};
    use std::path::Path;

    fn options(port: u16, city: Option<&str>) -> Options {
        Options {
            port,
            data: "unused".into(),
            staff: 300,
            city: city.map(str::to_owned),
            database_url: None,
            release: false,
        }
    }

    #[test]
    fn a_new_folder_is_served_as_it_was_set_up() {
        let text = configuration(Path::new("/tmp/a \"b\""), &options(8080, Some("muko")));
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(table["listen"].as_str(), Some("127.0.0.1:8080"));
        assert_eq!(table["data"].as_str(), Some("/tmp/a \"b\""));
        assert_eq!(
            table["database_url"].as_str(),
            Some("sqlite:/tmp/a \"b\"/yakusho.db")
        );
        assert_eq!(table["city"].as_str(), Some("muko"));
    }

    #[test]
    fn a_folder_that_is_there_gets_the_port_and_keeps_the_rest() {
        let text = "# mine\nlisten = \"127.0.0.1:1\"\ncity = \"muko\"\nlisteners = 3\n";
        let expected = "# mine\nlisten = \"127.0.0.1:9\"\ncity = \"muko\"\nlisteners = 3\n";
        assert_eq!(reconfigured(text, &options(9, None)).unwrap(), expected);
        assert_eq!(
            reconfigured(text, &options(9, Some("muko"))).unwrap(),
            expected
        );
        let failure = reconfigured(text, &options(9, Some("nogata")))
            .unwrap_err()
            .to_string();
        assert!(failure.contains("its city is \"muko\""), "{failure}");
    }

    #[test]
    fn accounts_are_shown_in_columns() {
        let shown = table("role,id,password\nsupervisor,s001,\"a,b\"\n").unwrap();
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(
            lines[1].split_whitespace().collect::<Vec<_>>(),
            ["supervisor", "s001", "a,b"]
        );
        assert_eq!(lines[0].find("id"), lines[1].find("s001"));
    }
}
