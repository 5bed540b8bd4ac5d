//! What a test did, in figures, for whoever runs it at full length.

use std::env;
use std::fs;
use std::path::PathBuf;

/// Names the folder in which figures are kept, if they are.
const VARIABLE: &str = "YAKUSHO_TEST_FIGURES";

/// How often a test repeats what it does: as often as that variable says, or a few times.
///
/// # Panics
/// Where the variable is no number.
pub fn rounds(variable: &str, few: u32) -> u32 {
    env::var(variable).map_or(few, |rounds| {
        let parsed = rounds.parse();
        parsed.unwrap_or_else(|_| panic!("{variable} is no number: {rounds:?}"))
    })
}

/// Keeps what was done, in figures, under a name that no other test uses.
///
/// # Panics
/// Where the folder cannot be written.
pub fn tell(name: &str, figures: &[(&str, u128)]) {
    let Some(folder) = env::var_os(VARIABLE) else {
        return;
    };
    let figures: Vec<_> = figures
        .iter()
        .map(|(what, number)| format!("{what} {number}"))
        .collect();
    let file = PathBuf::from(folder).join(name);
    fs::write(file, figures.join(", ")).expect("a file for figures");
}
