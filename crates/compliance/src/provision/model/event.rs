//! What happens to what was released: inspections, accidents, and the end.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{Timestamp, codes, typed_id};

use super::ProvisionId;
use crate::doer::Doer;

typed_id! {
    /// Something that happened to released data.
    pub struct EventId = "compliance.provision_event";
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// 検査: the recipient was inspected.
    Inspection,
    /// 事故: the recipient reported an accident.
    Accident,
    /// 返還: the data were given back.
    Returned,
    /// 廃棄: the data were disposed of.
    Disposed,
}

codes! {
    EventKind {
        Inspection = "inspection",
        Accident = "accident",
        Returned = "returned",
        Disposed = "disposed",
    }
}

impl EventKind {
    /// Whether it closes the agreement.
    pub const fn closes(self) -> bool {
        matches!(self, Self::Returned | Self::Disposed)
    }
}

/// Something that happened, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// To which provision.
    pub provision: ProvisionId,
    /// What happened.
    pub kind: EventKind,
    /// On which day.
    pub on: Date,
    /// What was inspected, what happened, or what was returned or disposed of.
    pub what: String,
    /// What was found, what was done about it, or how it was returned or disposed of.
    pub how: String,
    /// The report or the certificate.
    pub files: Vec<Attachment>,
    /// When it was entered.
    pub at: Timestamp,
    /// Who entered it.
    pub doer: Doer,
}

/// Something that happened, as it is entered.
#[derive(Clone, Debug)]
pub struct EventForm {
    /// What happened.
    pub kind: EventKind,
    /// On which day.
    pub on: Date,
    /// What was inspected, what happened, or what was returned or disposed of.
    pub what: String,
    /// What was found, what was done about it, or how it was returned or disposed of.
    pub how: String,
    /// The report; of what closes an agreement, the certificate, which it needs.
    pub files: Vec<AttachmentId>,
}
