//! What a document is.

mod form;
mod view;

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::registration::Kind;
use yakusho_attachments::Attachment;
use yakusho_kernel::{Authorship, PersonId, Timestamp, UnitId, codes, typed_id};
use yakusho_koyomi::FiscalYear;

use crate::cabinet::FolderId;

pub(crate) use form::Entered;
pub use form::{DocumentForm, LONGEST_REASON, MOST_TAGS};
pub use view::{
    Disposal, DocumentRow, DocumentView, Filter, Registered, Rights, VersionView, View,
};

typed_id! {
    /// A document in a cabinet.
    pub struct DocumentId = "document";
}

/// What a document is for (nogata:9(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// 様式: a form for use within the town hall.
    Form,
    /// 統計データ: statistics.
    Statistics,
    /// 計画書: a plan.
    Plan,
    /// マニュアル: a manual.
    Manual,
    /// その他: something else that is found useful.
    Other,
}

/// How long a document is kept, from the April after its fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Retention {
    /// 1年保存.
    #[serde(rename = "1")]
    Year1,
    /// 3年保存.
    #[serde(rename = "3")]
    Years3,
    /// 5年保存.
    #[serde(rename = "5")]
    Years5,
    /// 10年保存.
    #[serde(rename = "10")]
    Years10,
    /// 30年保存.
    #[serde(rename = "30")]
    Years30,
    /// 永年保存: for ever.
    #[serde(rename = "permanent")]
    Permanent,
}

impl Retention {
    /// Whether it is longer than another.
    pub(crate) fn exceeds(self, other: Self) -> bool {
        let length = |class: Self| class.years().unwrap_or(i32::MAX);
        length(self) > length(other)
    }

    /// For how many years; none for ever.
    pub const fn years(self) -> Option<i32> {
        match self {
            Self::Year1 => Some(1),
            Self::Years3 => Some(3),
            Self::Years5 => Some(5),
            Self::Years10 => Some(10),
            Self::Years30 => Some(30),
            Self::Permanent => None,
        }
    }
}

/// The last day until which a document of that fiscal year is kept; none where that is for ever.
pub fn kept_until(fiscal_year: i32, retention: Retention) -> Option<Date> {
    let last = fiscal_year.saturating_add(retention.years()?);
    Some(FiscalYear::starting_in(last).last_day())
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its author is still at it, and nobody else sees it.
    Draft,
    /// It is the section's, and those who may see what is in its folder see it.
    Registered,
    /// Its author took the draft, or what they had registered, back.
    Withdrawn,
    /// Somebody else took it down; a marker stands in its place.
    Removed,
}

impl State {
    /// Whether what it said is not to be read any more.
    pub(crate) const fn is_gone(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Removed)
    }
}

codes! {
    Category {
        Form = "form",
        Statistics = "statistics",
        Plan = "plan",
        Manual = "manual",
        Other = "other",
    }
    Retention {
        Year1 = "1",
        Years3 = "3",
        Years5 = "5",
        Years10 = "10",
        Years30 = "30",
        Permanent = "permanent",
    }
    State {
        Draft = "draft",
        Registered = "registered",
        Withdrawn = "withdrawn",
        Removed = "removed",
    }
}

/// What a document says of itself: what an edit changes, and what each version keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What it is called: one line of 1 to 200 characters.
    pub title: String,
    /// What there is to know of it; may be empty.
    pub notes: String,
    /// What it is for.
    pub category: Category,
    /// Which kind of information it is (nogata:8), if it says so.
    pub registration: Option<Kind>,
    /// Words by which it is found, each once.
    pub tags: Vec<String>,
    /// Its fiscal year, by the Western year in which that starts.
    pub fiscal_year: i32,
    /// From when it holds, if not from ever.
    pub valid_from: Option<Date>,
    /// Until when it holds, that day included; without end if none.
    pub valid_until: Option<Date>,
    /// When it is to be looked through again (nogata:9(3)).
    pub review_on: Option<Date>,
    /// How long it is kept.
    pub retention: Retention,
    /// Its files, in order.
    pub files: Vec<Attachment>,
}

/// That somebody registered what looks like personal information all the same. What it was is not kept here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The codes of the kinds that were warned of.
    pub kinds: Vec<String>,
    /// Who decided.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// The number of a document among those of a section in a fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The section that gave it.
    pub section: UnitId,
    /// The section's name at that time.
    pub section_name: String,
    /// The number, from 1.
    pub number: i32,
}

/// That somebody works on a document: nobody else changes it meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Who.
    pub by: PersonId,
    /// Since when.
    pub at: Timestamp,
    /// Until when, unless it is given back before.
    pub until: Timestamp,
}

/// That a document was taken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// A document as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) id: DocumentId,
    pub(crate) folder: FolderId,
    pub(crate) by: Authorship,
    /// What it says; its words and files are empty where it was taken back or down.
    pub(crate) content: Content,
    pub(crate) decision: Option<Decision>,
    pub(crate) state: State,
    pub(crate) number: Option<Number>,
    pub(crate) version: i32,
    /// The version with which it was registered.
    pub(crate) first_version: Option<i32>,
    pub(crate) created_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) revision: i32,
    pub(crate) lock: Option<Lock>,
    pub(crate) removal: Option<Removal>,
}
