//! What was received.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{Authorship, Invalid, Timestamp, UnitId, codes, entered, typed_id};

use crate::document::DocumentId;

typed_id! {
    /// An entry of the register of what was received.
    pub struct ReceiptId = "document.receipt";
}

/// The most characters of a sender and of a title.
const LONGEST_LINE: usize = 200;

/// The most characters of notes.
const LONGEST_NOTES: usize = 2_000;

/// How something was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// 電子メール.
    Mail,
    /// 郵便.
    Post,
    /// 窓口.
    Counter,
    /// ファクシミリ.
    Fax,
    /// その他.
    Other,
}

codes! {
    Means {
        Mail = "mail",
        Post = "post",
        Counter = "counter",
        Fax = "fax",
        Other = "other",
    }
}

/// What the register says of something received: what a change changes, and what each version keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptContent {
    /// When it was received.
    pub received_on: Date,
    /// From whom: one line of 1 to 200 characters.
    pub sender: String,
    /// What it is about: one line of 1 to 200 characters.
    pub title: String,
    /// How it was received.
    pub means: Means,
    /// What there is to know besides; may be empty.
    pub notes: String,
    /// What came with it.
    pub files: Vec<Attachment>,
}

/// A receipt as it is entered.
#[derive(Clone, Debug)]
pub struct ReceiptForm {
    /// When it was received: today or before.
    pub received_on: Date,
    /// From whom.
    pub sender: String,
    /// What it is about.
    pub title: String,
    /// How it was received.
    pub means: Means,
    /// What there is to know besides.
    pub notes: String,
    /// What came with it.
    pub files: Vec<AttachmentId>,
}

impl ReceiptForm {
    /// The content without its files, which only a transaction can take, and their ids.
    pub(super) fn parse(self) -> Result<(ReceiptContent, Vec<AttachmentId>), Invalid> {
        let mut invalid = Invalid::default();
        let sender = entered::line(&mut invalid, "sender", &self.sender, LONGEST_LINE);
        let title = entered::line(&mut invalid, "title", &self.title, LONGEST_LINE);
        let notes = entered::lines_or_nothing(&mut invalid, "notes", &self.notes, LONGEST_NOTES);
        invalid.check()?;
        let content = ReceiptContent {
            received_on: self.received_on,
            sender,
            title,
            means: self.means,
            notes,
            files: Vec::new(),
        };
        Ok((content, self.files))
    }
}

/// An entry of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: ReceiptId,
    /// The fiscal year in which it was received, by the Western year in which that starts.
    pub fiscal_year: i32,
    /// Its number among those of the fiscal year, from 1.
    pub number: i32,
    /// The section in charge.
    pub section: UnitId,
    /// What it says.
    pub content: ReceiptContent,
    /// The document that it became, if it did.
    pub document: Option<DocumentId>,
    /// Who registered it.
    pub by: Authorship,
    /// Its version, from 1.
    pub version: i32,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}
