//! Takes text and thumbnails out of files, so that files are found by what they say and known by how they look.
//!
//! Text comes from plain text, HTML, PDF, the formats of Word, Excel and `PowerPoint` since 2007, old Excel,
//! `OpenDocument`, and mail. What a file is, its content says, and never its name.
//!
//! # Invariants
//! - What takes a file apart runs in a process of its own ([`Reader`]): the program itself, started anew with an argument
//!   that only it uses ([`asked`]). Whatever a file does to it, the server goes on.
//! - That process may have so much time and memory ([`Limits`]), writes no file, and gives no more than so much text.
//! - A file that is broken, locked by a password or made to do harm has no text, for a reason that can be told
//!   ([`NoText`]).

mod archive;
mod child;
mod content;
mod excel;
mod mail;
mod markup;
mod open_document;
mod pdf;
mod plain;
mod powerpoint;
mod process;
mod thumbnail;
mod tidy;
mod word;

pub use child::asked;
pub use process::{Limits, Reader};

/// The most text that is taken out of a file, in bytes: of Japanese, what search finds by.
const MOST_TEXT: usize = 300_000;

/// The largest file that is taken apart, in bytes.
const LARGEST: u64 = 128 * 1024 * 1024;

/// Why a file has no text that could be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoText {
    /// It is of no kind that text is taken out of: a picture, a film, an old Word document.
    #[error("no text is taken out of files of this kind")]
    Kind,
    /// There are no letters in it: pages that were scanned, an empty sheet.
    #[error("there are no letters in it")]
    Empty,
    /// It is locked by a password.
    #[error("it is locked by a password")]
    Locked,
    /// It is not what it says that it is.
    #[error("it is broken")]
    Broken,
    /// It would take more time, memory or room than a file may have.
    #[error("it is too large or too intricate")]
    TooMuch,
}

/// Each with its name between processes and in tables.
const CODES: [(NoText, &str, u8); 5] = [
    (NoText::Kind, "kind", 10),
    (NoText::Empty, "empty", 11),
    (NoText::Locked, "locked", 12),
    (NoText::Broken, "broken", 13),
    (NoText::TooMuch, "too_much", 14),
];

impl NoText {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::Kind,
        Self::Empty,
        Self::Locked,
        Self::Broken,
        Self::TooMuch,
    ];

    /// Its name in tables.
    pub fn code(self) -> &'static str {
        let mut codes = CODES.iter();
        codes
            .find(|(reason, ..)| *reason == self)
            .map_or("", |(_, code, _)| code)
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        let mut codes = CODES.iter();
        Some(codes.find(|(_, known, _)| *known == code)?.0)
    }

    /// How a process that found it ends.
    fn exit(self) -> u8 {
        let mut codes = CODES.iter();
        codes
            .find(|(reason, ..)| *reason == self)
            .map_or(1, |(.., exit)| *exit)
    }

    /// What a process found that ended so: whatever it did not say itself came of the file.
    fn of_exit(exit: Option<i32>) -> Self {
        let Some(exit) = exit else {
            return Self::TooMuch;
        };
        let mut codes = CODES.iter();
        codes
            .find(|(.., known)| i32::from(*known) == exit)
            .map_or(Self::Broken, |(reason, ..)| *reason)
    }
}

#[cfg(test)]
mod tests {
    use super::NoText;

    #[test]
    fn every_reason_is_known_by_its_name_and_by_how_a_process_ends() {
        for reason in NoText::ALL {
            assert_eq!(NoText::from_code(reason.code()), Some(reason));
            assert_eq!(NoText::of_exit(Some(reason.exit().into())), reason);
        }
        // Killed, and ended by a panic.
        assert_eq!(NoText::of_exit(None), NoText::TooMuch);
        assert_eq!(NoText::of_exit(Some(101)), NoText::Broken);
    }
}
