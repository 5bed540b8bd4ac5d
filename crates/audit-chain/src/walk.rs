//! The way from the heads back to the beginning.

use std::fmt;
use std::ops::RangeInclusive;

use crate::{Digest, Head, Header, Link};

/// Something that was done to a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The file does not begin where its header says.
    Beginning,
    /// A line of the file is none.
    Unreadable {
        /// The line's number in the file.
        line: usize,
    },
    /// The entry is not the one that was sealed: its hash does not fit it.
    Edited {
        /// The entry's number.
        seq: u64,
    },
    /// This entry is not the one that was sealed, although its hash fits it: it was written anew, and maybe with it all
    /// that comes before.
    Rewritten {
        /// The entry's number.
        upto: u64,
    },
    /// Entries were taken out.
    Removed {
        /// The first one's number.
        from: u64,
        /// The last one's number.
        to: u64,
    },
    /// The file ends too early: its tail was cut.
    Cut {
        /// The number of the last entry that is there.
        after: u64,
        /// The number up to which the head says that there are entries.
        head: u64,
    },
    /// An entry was put in that was never sealed.
    Inserted {
        /// The line's number in the file.
        line: usize,
    },
    /// The entry stands elsewhere than it was sealed.
    Moved {
        /// The entry's number.
        seq: u64,
        /// The line's number in the file.
        line: usize,
    },
    /// The entry is the one that was sealed, but calls itself by another number.
    Renumbered {
        /// The entry's number.
        seq: u64,
        /// The number that it has in the file.
        as_seq: u64,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Beginning => write!(f, "the file does not begin where it says"),
            Self::Unreadable { line } => write!(f, "line {line} cannot be read"),
            Self::Edited { seq } => write!(f, "entry {seq} was edited"),
            Self::Rewritten { upto } => write!(
                f,
                "entry {upto} was written anew, and maybe all that comes before it"
            ),
            Self::Removed { from, to } if from == to => write!(f, "entry {from} was removed"),
            Self::Removed { from, to } => write!(f, "entries {from} to {to} were removed"),
            Self::Cut { after, head } => write!(
                f,
                "the tail was cut: the file ends with entry {after}, the head says {head}"
            ),
            Self::Inserted { line } => write!(f, "line {line} holds an entry that was put in"),
            Self::Moved { seq, line } => write!(f, "entry {seq} was moved to line {line}"),
            Self::Renumbered { seq, as_seq } => {
                write!(f, "entry {seq} was given the number {as_seq}")
            }
        }
    }
}

/// What the walk needs of a link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    seq: u64,
    prev: Digest,
    hash: Digest,
    sound: bool,
    line: usize,
}

impl Row {
    pub(crate) fn of(link: &Link, line: usize) -> Self {
        Self {
            seq: link.seq,
            prev: link.prev,
            hash: link.hash,
            sound: link.is_sound(),
            line,
        }
    }
}

/// What came of a walk.
pub(crate) struct Walked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) vouched: Vec<RangeInclusive<u64>>,
    pub(crate) beyond: u64,
}

/// Walks from the highest head, which come first, down to the header's beginning.
pub(crate) fn walk(rows: &[Row], header: &Header, heads: &[&Head]) -> Walked {
    let mut walk = Walk::new(rows, header.after);
    let mut heads = heads.iter().copied().peekable();
    let top = heads.peek().map_or(header.after, |head| head.seq);
    let mut seq = top;
    let mut want = None;
    let mut trusted = false;
    while seq > header.after {
        if let Some(head) = heads.next_if(|head| head.seq == seq) {
            if trusted && want.is_some_and(|want| want != head.hash) {
                walk.findings.push(Finding::Rewritten { upto: seq });
            }
            want = Some(head.hash);
            trusted = true;
        }
        if let Some(row) = want.and_then(|want| walk.sealed_as(want)) {
            walk.take(row, seq);
            if trusted {
                walk.vouch(seq);
            }
            want = Some(rows[row].prev);
            seq -= 1;
            continue;
        }
        trusted = false;
        match walk.nearest(seq) {
            Some(row) if rows[row].seq == seq => {
                walk.findings.push(if rows[row].sound {
                    Finding::Rewritten { upto: seq }
                } else {
                    Finding::Edited { seq }
                });
                walk.take(row, seq);
                want = walk.before(row);
                seq -= 1;
            }
            found => {
                let last = found.map_or(header.after, |row| rows[row].seq);
                let cut = seq == top && rows.iter().all(|row| row.seq <= top);
                walk.findings.push(if cut {
                    Finding::Cut {
                        after: last,
                        head: top,
                    }
                } else {
                    Finding::Removed {
                        from: last + 1,
                        to: seq,
                    }
                });
                // Heads among what is gone have nothing to vouch for.
                while heads.next_if(|head| head.seq > last).is_some() {}
                seq = last;
                want = found.map(|row| rows[row].hash);
            }
        }
    }
    if trusted && want.is_some_and(|want| want != header.prev) {
        walk.findings.push(Finding::Beginning);
    }
    walk.end(top)
}

struct Walk<'a> {
    rows: &'a [Row],
    /// The sound rows by their hashes.
    by_hash: Vec<(Digest, usize)>,
    /// The number under which a row was sealed, once it is known.
    sealed: Vec<Option<u64>>,
    /// The row that was taken last; at first, the end.
    cursor: usize,
    after: u64,
    findings: Vec<Finding>,
    vouched: Vec<RangeInclusive<u64>>,
}

impl<'a> Walk<'a> {
    fn new(rows: &'a [Row], after: u64) -> Self {
        let sound = rows.iter().enumerate().filter(|(_, row)| row.sound);
        let mut by_hash: Vec<_> = sound.map(|(index, row)| (row.hash, index)).collect();
        by_hash.sort_unstable();
        Self {
            rows,
            by_hash,
            sealed: vec![None; rows.len()],
            cursor: rows.len(),
            after,
            findings: Vec::new(),
            vouched: Vec::new(),
        }
    }

    /// The row with that hash; of several, the last one before where the walk is.
    fn sealed_as(&self, hash: Digest) -> Option<usize> {
        let from = self.by_hash.partition_point(|(of, _)| *of < hash);
        let fit = self.by_hash[from..]
            .iter()
            .take_while(|(of, _)| *of == hash)
            .map(|(_, row)| *row)
            .filter(|row| self.sealed[*row].is_none());
        let (before, behind): (Vec<_>, Vec<_>) = fit.partition(|row| *row < self.cursor);
        before.last().or(behind.first()).copied()
    }

    /// The last row before where the walk is that says that it is of that number or of a lower one.
    fn nearest(&self, seq: u64) -> Option<usize> {
        (0..self.cursor).rev().find(|row| {
            self.sealed[*row].is_none() && (self.after + 1..=seq).contains(&self.rows[*row].seq)
        })
    }

    /// The hash that comes before a row whose own word for it may be false; none if the file has no row of that number.
    fn before(&self, row: usize) -> Option<Digest> {
        let Row { seq, prev, .. } = self.rows[row];
        let comes_before = |row: &usize| self.rows[*row].sound && self.rows[*row].seq + 1 == seq;
        let row = self
            .sealed_as(prev)
            .filter(comes_before)
            .or_else(|| self.nearest(seq.saturating_sub(1)).filter(comes_before))?;
        Some(self.rows[row].hash)
    }

    fn take(&mut self, row: usize, seq: u64) {
        self.sealed[row] = Some(seq);
        self.cursor = row;
        let as_seq = self.rows[row].seq;
        if as_seq != seq {
            self.findings.push(Finding::Renumbered { seq, as_seq });
        }
    }

    /// Numbers come downwards.
    fn vouch(&mut self, seq: u64) {
        match self.vouched.last_mut() {
            Some(range) if *range.start() == seq + 1 => *range = seq..=*range.end(),
            _ => self.vouched.push(seq..=seq),
        }
    }

    fn end(mut self, top: u64) -> Walked {
        self.findings.reverse();
        self.vouched.reverse();
        self.find_moved();
        let beyond = self.find_inserted(top);
        Walked {
            findings: self.findings,
            vouched: self.vouched,
            beyond,
        }
    }

    /// The rows that would stand elsewhere if those that were sealed stood in their order.
    fn find_moved(&mut self) {
        let in_file: Vec<(usize, u64)> = self
            .sealed
            .iter()
            .enumerate()
            .filter_map(|(row, seq)| seq.map(|seq| (row, seq)))
            .collect();
        let mut in_order: Vec<u64> = in_file.iter().map(|(_, seq)| *seq).collect();
        in_order.sort_unstable();
        let moved = in_file
            .iter()
            .zip(in_order)
            .filter(|((_, seq), place)| seq != place)
            .map(|((row, seq), _)| Finding::Moved {
                seq: *seq,
                line: self.rows[*row].line,
            });
        self.findings.extend(moved);
    }

    /// The rows that were never sealed; how many merely come after the head is the answer.
    fn find_inserted(&mut self, top: u64) -> u64 {
        let end = self.sealed.iter().rposition(Option::is_some).unwrap_or(0);
        let mut beyond = 0;
        for (index, row) in self.rows.iter().enumerate() {
            if self.sealed[index].is_some() {
                continue;
            }
            if index > end && row.seq > top {
                beyond += 1;
                if !row.sound {
                    self.findings.push(Finding::Edited { seq: row.seq });
                }
            } else {
                self.findings.push(Finding::Inserted { line: row.line });
            }
        }
        beyond
    }
}
