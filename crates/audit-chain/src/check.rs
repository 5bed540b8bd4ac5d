//! Checking a file against heads that were kept elsewhere.

use std::io::{self, BufRead};
use std::ops::RangeInclusive;

use crate::walk::{Row, walk};
use crate::{Digest, Finding, Head, Header, Line, PublicKey, SignedHead, Succession};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The trail's name.
    pub trail: String,
    /// What was done to the file or to the trail, by the entries' numbers; empty if nothing.
    pub findings: Vec<Finding>,
    /// The entries that the heads vouch for: each is the one that was sealed, in its place.
    pub vouched: Vec<RangeInclusive<u64>>,
    /// How many entries come after the last head, for which nothing vouches yet.
    pub beyond: u64,
}

/// Why a file could not be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The first line is no header of a trail.
    #[error("the file does not begin with the header of a trail")]
    NoHeader,
    /// No head was given.
    #[error("without a head nothing can be vouched for")]
    NoHead,
    /// A head belongs to another trail.
    #[error("the head is of the trail {0}, the file of another")]
    OtherTrail(String),
    /// A head is signed neither by the key nor by one that it handed over to.
    #[error("the head of entry {0} is not signed by the key")]
    NotSigned(u64),
}

/// Checks a file against heads, with the key that signed them or one that came before it.
///
/// Everything in the file may be forged; the key and the heads must come from where the system cannot reach. Holds about
/// 100 bytes an entry in memory.
pub fn check(
    file: impl BufRead,
    key: &PublicKey,
    heads: &[SignedHead],
) -> Result<Report, CheckError> {
    let mut lines = file.split(b'\n');
    let first = lines.next().transpose()?.unwrap_or_default();
    let header = std::str::from_utf8(&first)
        .ok()
        .and_then(|line| Header::from_line(line).ok())
        .ok_or(CheckError::NoHeader)?;
    let mut rows = Vec::new();
    let mut successions = Vec::new();
    let mut findings = Vec::new();
    for (number, line) in (2..).zip(lines) {
        let line = line?;
        match std::str::from_utf8(&line).map(Line::from_line) {
            _ if line.is_empty() => {}
            Ok(Ok(Line::Link(link))) => rows.push(Row::of(&link, number)),
            Ok(Ok(Line::Key { key })) => successions.extend(key.parse::<Succession>()),
            Ok(Err(_)) | Err(_) => findings.push(Finding::Unreadable { line: number }),
        }
    }
    let heads = trusted(&header.trail, key, &successions, heads)?;
    if header.after == 0 && header.prev != Digest::genesis(&header.trail) {
        findings.push(Finding::Beginning);
    }
    let walked = walk(&rows, &header, &heads);
    findings.extend(walked.findings);
    Ok(Report {
        trail: header.trail,
        findings,
        vouched: walked.vouched,
        beyond: walked.beyond,
    })
}

/// The heads, the highest first, once all are known to be of that trail and signed.
fn trusted<'a>(
    trail: &str,
    key: &PublicKey,
    successions: &[Succession],
    heads: &'a [SignedHead],
) -> Result<Vec<&'a Head>, CheckError> {
    let keys = heirs(trail, key, successions);
    for signed in heads {
        if signed.head.trail != trail {
            return Err(CheckError::OtherTrail(signed.head.trail.clone()));
        }
        if !keys.iter().any(|key| signed.is_signed_by(key)) {
            return Err(CheckError::NotSigned(signed.head.seq));
        }
    }
    let mut heads: Vec<_> = heads.iter().map(|signed| &signed.head).collect();
    if heads.is_empty() {
        return Err(CheckError::NoHead);
    }
    heads.sort_by_key(|head| std::cmp::Reverse(head.seq));
    Ok(heads)
}

/// The key, and those to which it was handed over, one after another.
fn heirs(trail: &str, key: &PublicKey, successions: &[Succession]) -> Vec<PublicKey> {
    let mut keys = vec![key.clone()];
    let mut next = 0;
    while let Some(key) = keys.get(next).cloned() {
        let to = successions
            .iter()
            .filter(|succession| succession.trail == trail && succession.is_signed_by(&key))
            .map(|succession| &succession.to);
        for heir in to {
            if !keys.contains(heir) {
                keys.push(heir.clone());
            }
        }
        next += 1;
    }
    keys
}
