//! What a test did, in figures, for whoever runs it at full length.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

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

/// What came of a fault. Told by a test that holds: everything acknowledged is stored, everything stored was attempted,
/// and nothing is half done or done twice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// How often the fault was made.
    pub rounds: u32,
    /// How many acts were acknowledged.
    pub acknowledged: usize,
    /// How many of which nothing was known were sent again.
    pub again: usize,
    /// How many were found stored in the end.
    pub stored: usize,
    /// The longest time from the end of the fault until acts were taken again.
    pub recovery: Duration,
}

/// Keeps what came of a fault, under a name that no other test uses.
///
/// # Panics
/// Where the folder cannot be written.
pub fn tell(name: &str, figures: &Figures) {
    let Some(folder) = env::var_os(VARIABLE) else {
        return;
    };
    let Figures {
        rounds,
        acknowledged,
        again,
        stored,
        recovery,
    } = figures;
    let seconds = recovery.as_secs_f64();
    let told = format!(
        "rounds {rounds}, acknowledged {acknowledged}, sent again {again}, stored {stored}, half done 0, \
         recovered in {seconds:.2} s at most"
    );
    fs::write(PathBuf::from(folder).join(name), told).expect("a file for figures");
}
