//! What sources declare, for tests that nothing in them is left without words.

use std::path::{Path, PathBuf};

/// The code of each source file in these folders below `crates/`, its lines joined; tests and comments are left out.
pub fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<_> = folders.iter().map(|one| crates.join(one)).collect();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("a file among the sources").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !path.ends_with("tests.rs")
            {
                let code = code(&path);
                files.push((path, code));
            }
        }
    }
    files
}

/// What stands in the sources of these folders between two texts.
pub fn declared(folders: &[&str], before: &str, after: char) -> Vec<String> {
    let mut found = Vec::new();
    for (_, code) in sources(folders) {
        let pieces = code.split(before).skip(1);
        found.extend(pieces.filter_map(|piece| {
            let (text, _) = piece.split_once(after)?;
            Some(text.to_owned())
        }));
    }
    found
}

fn code(file: &Path) -> String {
    let source = std::fs::read_to_string(file).expect("a source file");
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    source.lines().filter(is_code).collect()
}
