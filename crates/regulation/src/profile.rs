//! Reading a city's profile: everything is checked, and every fault is told with its place.

mod builtin;
mod check;
mod fields;
mod procedures;
mod read;
mod regulations;
mod values;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::city::Profile;
pub(crate) use builtin::BUILTIN_IDS;
use fields::Faults;

/// Why a profile is refused.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is no built-in profile of this id.
    #[error("there is no built-in profile {id:?}: expected one of {}, or the path of a .toml file", BUILTIN_IDS.join(", "))]
    Unknown {
        /// The id.
        id: String,
    },
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// It has faults, all of which are listed, in the order of files and lines.
    #[error("{}", list(.0))]
    Faulty(Vec<ProfileFault>),
}

impl ProfileError {
    /// The faults in the files; none where no file could be read.
    pub fn faults(&self) -> &[ProfileFault] {
        match self {
            Self::Faulty(faults) => faults,
            Self::Unknown { .. } | Self::Unreadable { .. } => &[],
        }
    }
}

/// A fault of a profile, or of a text or register that it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProfileFault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl fmt::Display for ProfileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )
    }
}

fn list(faults: &[ProfileFault]) -> String {
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

pub(crate) fn builtin(id: &str) -> Result<Profile, ProfileError> {
    let source = builtin::profile(id).ok_or_else(|| ProfileError::Unknown { id: id.to_owned() })?;
    parse(&format!("profiles/{id}.toml"), source, Path::new(""))
}

pub(crate) fn load(path: &Path) -> Result<Profile, ProfileError> {
    let source = fs::read_to_string(path).map_err(|source| ProfileError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    parse(&path.display().to_string(), &source, folder)
}

fn parse(file: &str, source: &str, folder: &Path) -> Result<Profile, ProfileError> {
    let faults = Faults::new(file, source);
    let profile = read::profile(&faults, folder);
    let mut faults = faults.into_list();
    match profile {
        Some(profile) if faults.is_empty() => Ok(profile),
        _ => {
            faults.sort();
            Err(ProfileError::Faulty(faults))
        }
    }
}
