//! Cases: as entered, as stored, and as kept in versions.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::Date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{PersonId, Timestamp, UnitId, typed_id};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::Procedure;

use super::{Answer, Answers};
use crate::Authorship;
use yakusho_kernel::codes;

typed_id! {
    /// A case: a form on its way through a procedure.
    pub struct CaseId = "compliance.case";
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// It is being filled in.
    Draft,
    /// It was submitted, and a step waits.
    UnderWay,
    /// It was sent back (差戻し), to be submitted again or withdrawn.
    SentBack,
    /// It was granted.
    Granted,
    /// It was refused.
    Refused,
    /// Whoever drew it up took it back (取下げ).
    Withdrawn,
}

codes! {
    CaseState {
        Draft = "draft",
        UnderWay = "under_way",
        SentBack = "sent_back",
        Granted = "granted",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

impl CaseState {
    /// Whether what it says can be changed.
    pub(crate) const fn is_open_to_edits(self) -> bool {
        matches!(self, Self::Draft | Self::SentBack)
    }
}

/// A form as it was filled in.
#[derive(Clone, Debug)]
pub struct CaseForm {
    /// The section for which it is drawn up.
    pub section: UnitId,
    /// What was filled in, by the key of the field. Words, ids, choices and days (`2026-11-30`) are texts; a number may be
    /// one; a period is an object of `first` and `last`; several choices or sections are a list; conditions are an object
    /// of words by the ids of the choices. What is null or empty is left out.
    pub answers: Map<String, Value>,
    /// The files that hang on it, in this order.
    pub files: Vec<AttachmentId>,
}

/// The content of a case: what each version keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The section for which it is drawn up.
    pub section: UnitId,
    /// What was filled in.
    pub answers: Answers,
    /// The files that hang on it.
    pub files: Vec<Attachment>,
}

impl Content {
    /// What was filled in to the field of this key.
    pub fn answer(&self, key: &str) -> Option<&Answer> {
        self.answers.get(key)
    }
}

/// What a procedure was when a case of it was drawn up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The SHA-256 of its JSON, in hexadecimal: what it is stored by.
    pub digest: String,
    /// What it says.
    pub procedure: Procedure,
}

/// The number of a case: of the register in the fiscal year in which it was first submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CaseNumber {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The number in it, from 1.
    pub number: i32,
}

/// A case as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) id: CaseId,
    pub(crate) definition: Arc<Definition>,
    /// Who drew it up.
    pub(crate) by: Authorship,
    /// Who submitted it last.
    pub(crate) submitted: Option<Authorship>,
    pub(crate) content: Content,
    /// What it is about, in a line for lists.
    pub(crate) subject: String,
    pub(crate) state: CaseState,
    pub(crate) number: Option<CaseNumber>,
    /// How often it was submitted.
    pub(crate) round: i32,
    /// The place of the step that waits.
    pub(crate) step: Option<usize>,
    pub(crate) submitted_on: Option<Date>,
    /// The day of the last act.
    pub(crate) acted_on: Option<Date>,
    /// The day on which it was granted or refused.
    pub(crate) decided_on: Option<Date>,
    /// The conditions that it was granted on.
    pub(crate) conditions: Option<String>,
    /// How many acts were done in it.
    pub(crate) acts: i32,
    pub(crate) created_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) version: i32,
    pub(crate) revision: i32,
}

impl Case {
    pub(crate) fn procedure(&self) -> &Procedure {
        &self.definition.procedure
    }

    /// Whether the person applied for it: drew it up or submitted it, by hand or through another.
    pub(crate) fn is_applicant(&self, person: PersonId) -> bool {
        let applicants = std::iter::once(&self.by).chain(&self.submitted);
        let mut people = applicants.flat_map(|by| [by.author, by.hand]);
        people.any(|applicant| applicant == person)
    }
}
