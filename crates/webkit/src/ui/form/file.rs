//! Files to be sent.

use maud::{Markup, html};

use super::Takes;
use super::field::{Control, Field, Frame};
use crate::Lang;
use crate::text::Common;

/// Files; the script lists those chosen, with their sizes.
#[derive(Debug)]
pub struct Files {
    limit: String,
    accept: Option<&'static str>,
    one: bool,
}

impl Files {
    pub(super) fn new(limit: String) -> Self {
        Self {
            limit,
            accept: None,
            one: false,
        }
    }
}

impl Field<'_, Files> {
    /// Only these kinds, as the HTML attribute `accept` has them: `.csv,text/csv`.
    #[must_use]
    pub fn accept(mut self, kinds: &'static str) -> Self {
        self.control.accept = Some(kinds);
        self
    }

    /// A single file.
    #[must_use]
    pub fn one(mut self) -> Self {
        self.control.one = true;
        self
    }
}

impl Control for Files {
    fn takes(&self) -> Takes {
        Takes::File
    }

    fn told(&self, _lang: Lang, _values: &[&str]) -> Option<String> {
        None
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        html! {
            input.input.file type="file" id=(frame.id) name=(frame.name) multiple[!self.one]
                accept=[self.accept] required[frame.required] data-files
                aria-describedby=[frame.described_by] aria-invalid=[frame.aria_invalid()];
            ul.chosen-files hidden aria-label=(Common::FilesChosen.to(frame.lang)) {}
        }
    }

    fn own_help(&self, lang: Lang) -> Option<String> {
        let size = self.limit.clone();
        let help = if self.one {
            Common::FileUpTo { size }
        } else {
            Common::FilesUpTo { size }
        };
        Some(help.to(lang).into_owned())
    }
}
