//! Checking a file: with the key and the heads alone.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use clap::Args;
use yakusho_audit_chain::{PublicKey, Report, SignedHead, check};

use crate::Failure;
use crate::run::Ending;

/// What to check, and by what.
#[derive(Args)]
pub(crate) struct Verify {
    /// The file, as `audit export` wrote it
    file: PathBuf,
    /// The public key in PEM; the first one of the trail checks heads of later ones too
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// A file with a head on each line, as the nightly job writes it, or the line itself; may be given several times
    #[arg(long = "head", value_name = "HEAD", required = true)]
    heads: Vec<String>,
}

impl Verify {
    /// Says what was found. What could not be checked at all is a failure.
    pub(crate) fn run(&self) -> Result<Ending, Failure> {
        let named = |error: &dyn std::fmt::Display, path: &PathBuf| {
            Failure::from(format!("{}: {error}", path.display()))
        };
        let pem = std::fs::read_to_string(&self.key).map_err(|error| named(&error, &self.key))?;
        let key = PublicKey::from_pem(&pem).map_err(|error| named(&error, &self.key))?;
        let mut heads = Vec::new();
        for given in &self.heads {
            heads.extend(read(given)?);
        }
        let file = File::open(&self.file).map_err(|error| named(&error, &self.file))?;
        let report = check(BufReader::new(file), &key, &heads)?;
        tell(&report);
        Ok(if report.findings.is_empty() {
            Ending::Done
        } else {
            Ending::Failed
        })
    }
}

/// The heads that were given as a line, or stand in a file of that name.
fn read(given: &str) -> Result<Vec<SignedHead>, Failure> {
    if let Ok(head) = given.parse() {
        return Ok(vec![head]);
    }
    let text = std::fs::read_to_string(given)
        .map_err(|error| format!("{given} is neither a head nor a file of heads: {error}"))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.parse()
                .map_err(|_| format!("{given}: this line is no head: {line}").into())
        })
        .collect()
}

#[expect(clippy::print_stdout, reason = "the report is what was asked for")]
fn tell(report: &Report) {
    for finding in &report.findings {
        println!("{finding}");
    }
    let ranges: Vec<_> = report
        .vouched
        .iter()
        .map(|range| format!("{} to {}", range.start(), range.end()))
        .collect();
    let trail = &report.trail;
    if ranges.is_empty() {
        println!("trail {trail}: no entry is vouched for");
    } else {
        println!(
            "trail {trail}: entries {} are vouched for",
            ranges.join(", ")
        );
    }
    if report.beyond > 0 {
        println!(
            "{} entries come after the last head: nothing vouches for them yet",
            report.beyond
        );
    }
}
