//! Questions.

use time::Date;
use yakusho_kernel::{PersonId, Ref, Timestamp, UnitId, codes, typed_id};

use crate::doer::Doer;

typed_id! {
    /// A question about what a section has registered.
    pub struct InquiryId = "compliance.inquiry";
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Inquiry {
    /// Its id.
    pub id: InquiryId,
    /// What it is about.
    pub item: Ref,
    /// What that was called when the question was asked.
    pub title: String,
    /// The section that it is for.
    pub section: UnitId,
    /// The question.
    pub question: String,
    /// Who asked.
    pub asked: Doer,
    /// When.
    pub asked_at: Timestamp,
    /// The last day on which the answer is in time.
    pub due: Date,
    /// Whom the manager asked to answer.
    pub assigned: Option<PersonId>,
    /// The answer.
    pub answer: Option<Answered>,
    /// What an act refers to.
    pub revision: i32,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What it says.
    pub text: String,
    /// Who answered.
    pub doer: Doer,
    /// When.
    pub at: Timestamp,
}

/// A list of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// What waits for an answer, the oldest first: of the sections that the reader answers for, and what they were asked to
    /// answer; of all sections for those who look after the whole.
    Open,
    /// The same, once it was answered, the latest first.
    Answered,
    /// What the reader asked, the latest first.
    Mine,
}

codes! {
    View { Open = "open", Answered = "answered", Mine = "mine" }
}

/// A question on its own page.
#[derive(Clone, Debug)]
pub struct InquiryView {
    /// The question.
    pub inquiry: Inquiry,
    /// What the reader may do.
    pub may: Rights,
}

/// What the reader may do with a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Have somebody of the section answer it.
    pub assign: bool,
    /// Answer it.
    pub answer: bool,
}
