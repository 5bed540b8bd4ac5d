//! The archives that office documents are: files in a ZIP, of which no more is unpacked than a document can need.

use std::borrow::Cow;
use std::io::{Cursor, ErrorKind, Read as _};

use zip::ZipArchive;

use crate::NoText;

/// The most files of an archive.
const MOST_FILES: usize = 20_000;

/// The most bytes that are unpacked of a document, together.
const MOST_BYTES: u64 = 192 * 1024 * 1024;

/// A document's files.
pub(crate) struct Archive<'b> {
    files: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Archive<'b> {
    pub(crate) fn of(bytes: &'b [u8]) -> Result<Self, NoText> {
        let files = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoText::Broken)?;
        if files.len() > MOST_FILES {
            return Err(NoText::TooMuch);
        }
        let left = MOST_BYTES;
        Ok(Self { files, left })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.files.index_for_name(name).is_some()
    }

    /// The names that begin and end so, by the numbers in them.
    pub(crate) fn named(&self, begin: &str, end: &str) -> Vec<String> {
        let number = |name: &str| -> u64 {
            let digits = name.chars().filter(char::is_ascii_digit);
            digits.collect::<String>().parse().unwrap_or(0)
        };
        let fits = |name: &str| {
            name.strip_prefix(begin)
                .is_some_and(|rest| rest.ends_with(end) && !rest.contains('/'))
        };
        let names = self.files.file_names().flatten();
        let names = names.filter(|name| fits(name));
        let mut names: Vec<String> = names.map(Cow::into_owned).collect();
        names.sort_by_key(|name| (number(name), name.clone()));
        names
    }

    /// What a file holds; none where there is no such file.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, NoText> {
        let Some(index) = self.files.index_for_name(name) else {
            return Ok(None);
        };
        let file = self.files.by_index(index).map_err(|_| NoText::Broken)?;
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        let read = read.map_err(|error| match error.kind() {
            ErrorKind::OutOfMemory => NoText::TooMuch,
            _ => NoText::Broken,
        })? as u64;
        self.left = self.left.checked_sub(read).ok_or(NoText::TooMuch)?;
        Ok(Some(bytes))
    }
}
