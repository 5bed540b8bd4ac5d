//! Setting a paper.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use crate::Paper;

/// How a paper looks.
const LAYOUT: &str = include_str!("paper.typ");

static TYPE: LazyLock<Option<Font>> = LazyLock::new(|| {
    let file: &'static [u8] = include_bytes!("../fonts/BIZUDGothic-Regular.ttf");
    Font::new(Bytes::new(file), 0)
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(TYPE.iter())));

/// How many papers a result of setting is kept for, to be used again.
const KEPT: usize = 8;

/// A paper that cannot be set: a fault of the layout, not of what was typed.
#[derive(Debug, thiserror::Error)]
#[error("a paper cannot be set: {0}")]
pub struct Unprintable(String);

impl From<EcoVec<SourceDiagnostic>> for Unprintable {
    fn from(found: EcoVec<SourceDiagnostic>) -> Self {
        let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
        Self(messages.join("; "))
    }
}

impl From<serde_json::Error> for Unprintable {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// The paper as PDF 1.7, tagged, with its type inside. It takes the processor for some 20 ms a page.
///
/// # Errors
/// [`Unprintable`], which no text can bring about.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Unprintable> {
    let desk = Desk::of(paper)?;
    let document: PagedDocument = typst::compile(&desk).output?;
    let timestamp = paper.day.and_then(midnight).map(Timestamp::new_utc);
    let options = PdfOptions {
        creator: Smart::Custom(None),
        timestamp,
        ..PdfOptions::default()
    };
    let file = typst_pdf::pdf(&document, &options)?;
    typst::comemo::evict(KEPT);
    Ok(file)
}

fn midnight(day: time::Date) -> Option<Datetime> {
    Datetime::from_ymd_hms(day.year(), day.month().into(), day.day(), 0, 0, 0)
}

/// All that a paper is set from.
struct Desk {
    library: LazyHash<Library>,
    layout: Source,
}

impl Desk {
    fn of(paper: &Paper) -> Result<Self, serde_json::Error> {
        let mut inputs = Dict::new();
        inputs.insert("paper".into(), serde_json::to_string(paper)?.into_value());
        let library = Library::builder().with_inputs(inputs).build();
        Ok(Self {
            library: LazyHash::new(library),
            layout: Source::detached(LAYOUT),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() {
            Ok(self.layout.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, _: usize) -> Option<Font> {
        TYPE.clone()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
