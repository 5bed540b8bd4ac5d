//! Reports of violations.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{Ref, Timestamp, codes, typed_id};

use crate::doer::Doer;

typed_id! {
    /// A report of a violation.
    pub struct ViolationId = "compliance.violation";
}

/// Which prohibition is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// 虚偽の情報 (nogata:10(1)).
    FalseInformation,
    /// 名誉を傷つけること (nogata:10(2)).
    Defamation,
    /// 法令又は公序良俗に反すること (nogata:10(5)).
    Unlawful,
    /// その他運用に支障を及ぼすこと (nogata:10(7)).
    Hindrance,
}

/// What came of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was in breach, and was taken down.
    TakenDown,
    /// It was dealt with in another way: corrected, or its author was spoken to.
    Settled,
    /// It is not in breach.
    NoBreach,
}

codes! {
    Breach {
        FalseInformation = "false_information",
        Defamation = "defamation",
        Unlawful = "unlawful",
        Hindrance = "hindrance",
    }
    Outcome {
        TakenDown = "taken_down",
        Settled = "settled",
        NoBreach = "no_breach",
    }
}

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Its id.
    pub id: ViolationId,
    /// What is reported.
    pub item: Ref,
    /// What that was called then.
    pub title: String,
    /// Which prohibition it breaks.
    pub breach: Breach,
    /// What is wrong with it.
    pub account: String,
    /// Who reported it.
    pub reported: Doer,
    /// When.
    pub reported_at: Timestamp,
    /// The last day on which it is handled in time.
    pub due: Date,
    /// How it was handled.
    pub handled: Option<Handled>,
    /// What an act refers to.
    pub revision: i32,
}

/// How a report was handled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handled {
    /// What came of it.
    pub outcome: Outcome,
    /// Why; of what was taken down, what its author was told.
    pub reason: String,
    /// Who handled it.
    pub doer: Doer,
    /// When.
    pub at: Timestamp,
}

/// A report as it is entered.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which prohibition is broken.
    pub breach: Breach,
    /// What is wrong: up to 2,000 characters.
    pub account: String,
}

/// The handling of a report as it is entered.
#[derive(Clone, Debug)]
pub struct Handling {
    /// What comes of it.
    pub outcome: Outcome,
    /// Why: up to 2,000 characters.
    pub reason: String,
}

/// A list of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Those to be handled, the oldest first: for the administrator and the supervisor.
    Open,
    /// Those that were handled, the latest first: for the same.
    Handled,
    /// What the reader reported, the latest first.
    Mine,
}

codes! {
    View { Open = "open", Handled = "handled", Mine = "mine" }
}

/// A report on its own page.
#[derive(Clone, Debug)]
pub struct ViolationView {
    /// The report.
    pub violation: Violation,
    /// What the reader may do.
    pub may: Rights,
}

/// What the reader may do with a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Handle it.
    pub handle: bool,
    /// See the original of what was taken down.
    pub evidence: bool,
}
