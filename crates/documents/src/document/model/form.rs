//! Documents as they are entered.

use time::Date;
use yakusho_accounts::registration::Kind;
use yakusho_attachments::AttachmentId;
use yakusho_kernel::{Invalid, Reason, entered};

use super::{Category, Content, Retention};
use crate::cabinet::FolderId;

/// The most tags of a document.
pub const MOST_TAGS: usize = 20;

/// The most characters of a title.
pub(crate) const LONGEST_TITLE: usize = 200;

/// The most characters of notes.
pub(crate) const LONGEST_NOTES: usize = 4_000;

/// The most characters of a reason.
pub const LONGEST_REASON: usize = 2_000;

/// The most characters of a tag.
const LONGEST_TAG: usize = 40;

/// A document as it is entered.
#[derive(Clone, Debug)]
pub struct DocumentForm {
    /// The folder in which it lies.
    pub folder: FolderId,
    /// What it is called.
    pub title: String,
    /// What there is to know of it; may be empty.
    pub notes: String,
    /// What it is for (nogata:9(7)); something else, if it does not say.
    pub category: Option<Category>,
    /// Which kind of information it is (nogata:8).
    pub registration: Option<Kind>,
    /// Words by which it is found.
    pub tags: Vec<String>,
    /// Its fiscal year, by the Western year in which that starts.
    pub fiscal_year: i32,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// Until when it holds.
    pub valid_until: Option<Date>,
    /// When it is to be looked through again.
    pub review_on: Option<Date>,
    /// How long it is kept.
    pub retention: Retention,
    /// Its files, in order.
    pub files: Vec<AttachmentId>,
    /// That it is to be kept although it looks as if there were personal information in it.
    pub all_the_same: bool,
    /// Why what is registered is to be kept for a shorter time than so far; empty where it is not.
    pub reason: String,
}

/// What was entered, parsed: the content without its files, which only a transaction can take.
pub(crate) struct Entered {
    pub(crate) folder: FolderId,
    pub(crate) content: Content,
    /// Whether it says what it is for.
    pub(crate) categorised: bool,
    pub(crate) files: Vec<AttachmentId>,
    pub(crate) all_the_same: bool,
    pub(crate) reason: String,
}

impl DocumentForm {
    /// What a document in that folder says already, with other files: what looks like personal information in it was decided
    /// on before.
    pub(crate) fn of(folder: FolderId, content: &Content, files: Vec<AttachmentId>) -> Self {
        Self {
            folder,
            title: content.title.clone(),
            notes: content.notes.clone(),
            category: Some(content.category),
            registration: content.registration,
            tags: content.tags.clone(),
            fiscal_year: content.fiscal_year,
            valid_from: content.valid_from,
            valid_until: content.valid_until,
            review_on: content.review_on,
            retention: content.retention,
            files,
            all_the_same: true,
            reason: String::new(),
        }
    }

    pub(crate) fn parse(self) -> Result<Entered, Invalid> {
        let mut invalid = Invalid::default();
        let title = entered::line(&mut invalid, "title", &self.title, LONGEST_TITLE);
        let notes = entered::lines_or_nothing(&mut invalid, "notes", &self.notes, LONGEST_NOTES);
        let mut tags: Vec<String> = Vec::new();
        for tag in &self.tags {
            let tag = entered::line_or_nothing(&mut invalid, "tags", tag, LONGEST_TAG);
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST_TAGS {
            invalid.push("tags", Reason::TooMany { max: MOST_TAGS });
        }
        if !entered::YEARS.contains(&self.fiscal_year) {
            let (min, max) = (
                i64::from(*entered::YEARS.start()),
                i64::from(*entered::YEARS.end()),
            );
            invalid.push("fiscal_year", Reason::OutOfRange { min, max });
        }
        if let (Some(from), Some(until)) = (self.valid_from, self.valid_until)
            && until < from
        {
            invalid.push("valid_until", Reason::EndBeforeStart);
        }
        for (field, day) in [
            ("valid_from", self.valid_from),
            ("valid_until", self.valid_until),
        ] {
            if day.is_some_and(|day| !entered::YEARS.contains(&day.year())) {
                invalid.push(field, Reason::Code("year_beyond"));
            }
        }
        let reason =
            entered::lines_or_nothing(&mut invalid, "reason", &self.reason, LONGEST_REASON);
        invalid.check()?;
        Ok(Entered {
            folder: self.folder,
            content: Content {
                title,
                notes,
                category: self.category.unwrap_or(Category::Other),
                registration: self.registration,
                tags,
                fiscal_year: self.fiscal_year,
                valid_from: self.valid_from,
                valid_until: self.valid_until,
                review_on: self.review_on,
                retention: self.retention,
                files: Vec::new(),
            },
            categorised: self.category.is_some(),
            files: self.files,
            all_the_same: self.all_the_same,
            reason,
        })
    }
}
