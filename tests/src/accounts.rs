//! The accounts that a seeded town hall hands out, one for each role.

use std::path::Path;

use serde::Deserialize;

/// Whom an account of `accounts.csv` belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The system administrator.
    Administrator,
    /// The system supervisor.
    Supervisor,
    /// The head of a section.
    Head,
    /// A member of staff without any office.
    Staff,
    /// A member appointed for a fiscal year.
    FixedTerm,
}

impl Who {
    /// Everyone, from the one with the most to do to the one with the least.
    pub const ALL: [Self; 5] = [
        Self::Administrator,
        Self::Supervisor,
        Self::Head,
        Self::Staff,
        Self::FixedTerm,
    ];
}

/// What somebody signs in with.
#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    /// Whose it is.
    pub role: Who,
    /// The ID.
    pub id: String,
    /// The password.
    pub password: String,
}

/// Reads `accounts.csv`, with its columns `role,id,password`.
pub(crate) fn read(file: &Path) -> Vec<Account> {
    let mut reader =
        csv::Reader::from_path(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    reader
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        .collect()
}
