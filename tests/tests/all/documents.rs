//! What documents tell an operator to type is what the programs take.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yakusho_tests::command;

use crate::none;

/// The programs that documents speak of.
const PROGRAMS: [&str; 2] = ["yakusho-server", "yakusho-batch"];

/// Commands of the batch program that have commands of their own.
const GROUPS: [&str; 2] = ["audit", "backup"];

fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the repository").to_owned()
}

/// The documents, with their names.
fn documents() -> Vec<(String, String)> {
    let docs = fs::read_dir(root().join("docs")).expect("documents");
    let docs = docs.map(|entry| entry.expect("a document").path());
    docs.filter(|path| path.extension().is_some_and(|end| end == "md"))
        .chain([root().join("README.md")])
        .map(|path| (path.display().to_string(), read(&path)))
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between fences of that language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let begin = format!("```{language}\n");
    let parts = text.split(&begin).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap_or(part).to_owned())
        .collect()
}

/// The lines that call one of the programs: of blocks for the shell, of text between backticks, and of units.
fn calls(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks(text, "sh") {
        lines.extend(block.replace("\\\n", " ").lines().map(str::to_owned));
    }
    let inline = text.split('`').skip(1).step_by(2);
    lines.extend(inline.map(|span| span.replace('\n', " ")));
    let units = text
        .lines()
        .filter_map(|line| line.strip_prefix("ExecStart="));
    lines.extend(units.map(str::to_owned));
    let called = |line: &String| {
        let line = line.trim_start_matches("runuser -u yakusho -- ");
        let line = line.trim_start_matches("/usr/local/bin/");
        let line = line.split(['>', '#', '…']).next().unwrap_or(line).trim();
        let name = line.split_whitespace().next()?;
        PROGRAMS.contains(&name).then(|| line.to_owned())
    };
    lines.iter().filter_map(called).collect()
}

/// Has the program read a line as its shell would give it, and do nothing.
fn parsed(line: &str) -> Output {
    let mut shell = Command::new("sh");
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let program = command(name);
    shell.args(["-c", &format!("\"$0\" {rest} --help")]);
    shell.arg(program.get_program());
    shell.output().expect("a shell")
}

#[test]
fn every_command_in_the_documents_is_one() {
    let mut sources = documents();
    let units = fs::read_dir(root().join("docs/systemd")).expect("units");
    let units = units.map(|entry| entry.expect("a unit").path());
    sources.extend(units.map(|path| (path.display().to_string(), read(&path))));
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, text) in &sources {
        for line in calls(text) {
            let output = parsed(&line);
            count += 1;
            if !output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr);
                wrong.push(format!("{name}: {line}: {said}"));
            }
        }
    }
    none(&wrong);
    assert!(count > 20, "only {count} commands were found");
    assert!(!parsed("yakusho-batch audit undo").status.success());
}

#[test]
fn every_command_of_the_operator_is_in_the_walk_through() {
    let walk = read(&root().join("docs/operations.md"));
    let calls = calls(&walk);
    let mut missing = Vec::new();
    let mut look = |path: &[&str]| {
        let words = path.join(" ");
        let told = calls.iter().any(|call| call.contains(&words));
        if !told {
            missing.push(format!("yakusho-batch {words}"));
        }
    };
    for name in commands(&[]) {
        if GROUPS.contains(&name.as_str()) {
            for inner in commands(&[&name]) {
                look(&[&name, &inner]);
            }
        } else {
            look(&[&name]);
        }
    }
    none(&missing);
}

/// The names that the batch program lists under some of its commands.
fn commands(path: &[&str]) -> Vec<String> {
    let mut batch = command("yakusho-batch");
    let help = batch.args(path).arg("--help").output().expect("a program");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let (_, list) = help.split_once("Commands:\n").expect("a list of commands");
    let lines = list.lines().take_while(|line| line.starts_with("  "));
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn systemd_understands_the_units() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut units = Vec::new();
    for entry in fs::read_dir(root().join("docs/systemd")).expect("units") {
        let unit = entry.expect("a unit");
        let mut text = read(&unit.path());
        for name in PROGRAMS {
            let here = command(name).get_program().display().to_string();
            text = text.replace(&format!("/usr/local/bin/{name}"), &here);
        }
        let path = folder.path().join(unit.file_name());
        fs::write(&path, text).expect("a unit");
        units.push(path);
    }
    let mut verify = Command::new("systemd-analyze");
    let output = verify.arg("verify").args(&units).output();
    let output = output.expect("systemd-analyze (Debian: systemd)");
    let said = String::from_utf8_lossy(&output.stderr);
    // Units of the machine itself are not ours to mend.
    let ours = said.lines().filter(|line| line.contains("yakusho"));
    let ours: Vec<String> = ours.map(str::to_owned).collect();
    none(&ours);
    assert!(units.len() > 4, "only {units:?}");
}

#[test]
fn every_setting_in_the_documents_is_one() {
    let walk = read(&root().join("docs/operations.md"));
    let blocks = blocks(&walk, "toml");
    let mut wrong = Vec::new();
    for block in &blocks {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("yakusho.toml");
        fs::write(&file, block).expect("a configuration");
        let mut server = command("yakusho-server");
        server.arg("--config").arg(&file).arg("--print-config");
        let output = server.output().expect("a program");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let faults = said.lines().skip(1);
        // Files that the operator has are not here.
        let faults = faults.filter(|line| !line.contains("No such file"));
        wrong.extend(faults.map(str::to_owned));
    }
    none(&wrong);
    assert!(blocks.len() > 3, "only {blocks:?}");
}
