//! The packages and files that the rules look at.

use std::fs;

use cargo_metadata::DependencyKind;

use super::Finding;
use super::lexer;
use crate::error::{Context, Result};
use crate::workspace::Workspace;

/// Everything a rule may ask about.
pub(super) struct Tree {
    pub(super) packages: Vec<Package>,
    pub(super) files: Vec<SourceFile>,
}

/// A package of the workspace.
pub(super) struct Package {
    pub(super) name: String,
    /// Its folder, from the root.
    pub(super) folder: String,
    /// Its manifest, as written.
    pub(super) manifest: toml::Table,
    pub(super) dependencies: Vec<Dependency>,
}

/// A dependency as a package declares it.
pub(super) struct Dependency {
    pub(super) name: String,
    /// Whether only tests, examples and benches get it.
    pub(super) dev: bool,
}

/// A text file of the repository.
pub(super) struct SourceFile {
    /// Its path from the root, with `/` between its parts.
    pub(super) path: String,
    pub(super) text: String,
    /// For Rust: the text without comments and without what stands in quotes, line by line as it was.
    pub(super) code: String,
}

impl Package {
    /// Something amiss in its manifest.
    pub(super) fn finding(&self, message: String) -> Finding {
        Finding {
            path: format!("{}/Cargo.toml", self.folder),
            line: None,
            message,
        }
    }
}

impl SourceFile {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let code = if is_rust(path) {
            lexer::code(text)
        } else {
            String::new()
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
        }
    }

    pub(super) fn is_rust(&self) -> bool {
        is_rust(&self.path)
    }

    /// The file's own name.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether one of the folders above the file is called so.
    pub(super) fn is_within(&self, folder: &str) -> bool {
        self.path.rsplit('/').skip(1).any(|part| part == folder)
    }

    /// Something amiss in a line of the code, counted from 0.
    pub(super) fn finding(&self, line: usize, message: impl Into<String>) -> Finding {
        Finding {
            path: self.path.clone(),
            line: Some(line + 1),
            message: message.into(),
        }
    }

    /// The lines of code that hold `word` as a whole word.
    pub(super) fn code_lines_with(&self, word: &str) -> Vec<usize> {
        let lines = self.code.lines().enumerate();
        lines
            .filter(|(_, line)| has_word(line, word))
            .map(|(number, _)| number)
            .collect()
    }
}

fn is_rust(path: &str) -> bool {
    path.strip_suffix(".rs").is_some()
}

/// Whether `text` holds `word` with no letter, digit or underscore beside it.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    let begins = word.starts_with(part_of_word);
    let ends = word.ends_with(part_of_word);
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(part_of_word);
        let after = text[at + word.len()..]
            .chars()
            .next()
            .is_some_and(part_of_word);
        !(begins && before || ends && after)
    })
}

impl Tree {
    /// Reads the workspace's manifests and text files.
    pub(super) fn load(workspace: &Workspace) -> Result<Self> {
        let mut packages = Vec::new();
        for package in workspace.packages() {
            let text =
                fs::read_to_string(&package.manifest_path).context(&package.manifest_path)?;
            let dependencies = package.dependencies.iter();
            packages.push(Package {
                name: package.name.to_string(),
                folder: workspace.folder(package)?.to_owned(),
                manifest: text.parse().context(&package.manifest_path)?,
                dependencies: dependencies
                    .map(|it| Dependency {
                        name: it.name.clone(),
                        dev: it.kind == DependencyKind::Development,
                    })
                    .collect(),
            });
        }
        let files = workspace.files()?;
        let files = files
            .iter()
            .map(|(path, text)| SourceFile::new(path, text))
            .collect();
        Ok(Self { packages, files })
    }
}
