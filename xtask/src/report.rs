//! What a task tells the person at the terminal.

use std::time::Instant;

use crate::error::Result;

/// One step of a task, with its outcome for the summary.
pub(crate) struct Report {
    steps: Vec<(String, String)>,
    failed: Vec<String>,
}

impl Report {
    /// An empty report.
    pub(crate) const fn new() -> Self {
        Self {
            steps: Vec::new(),
            failed: Vec::new(),
        }
    }

    /// Runs a step, says what it is and how long it took, and goes on if it fails.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) {
        println!("── {name}");
        let since = Instant::now();
        let outcome = work();
        let seconds = since.elapsed().as_secs_f32();
        let said = match outcome {
            Ok(Outcome::Passed) => "passed".to_owned(),
            Ok(Outcome::NotChecked(why)) => format!("NOT CHECKED: {why}"),
            Err(failure) => {
                println!("{failure}");
                self.failed.push(name.to_owned());
                "FAILED".to_owned()
            }
        };
        self.steps
            .push((name.to_owned(), format!("{seconds:7.1} s  {said}")));
    }

    /// Prints one line for each step; the names of those that failed.
    pub(crate) fn finish(self) -> Vec<String> {
        println!("──");
        for (name, line) in &self.steps {
            println!("{name:<16}{line}");
        }
        self.failed
    }
}

/// How a step ended, if it did not fail.
pub(crate) enum Outcome {
    /// It looked, and found nothing amiss.
    Passed,
    /// It could not look, and says why.
    NotChecked(String),
}
