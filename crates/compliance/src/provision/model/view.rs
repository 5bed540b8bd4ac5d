//! What their readers get of provisions.

use time::Date;
use yakusho_kernel::UnitId;

use super::{Agreement, AgreementId, AgreementState, Provision, ProvisionId};
use crate::ids::DataSetId;

/// A list of provisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// All that the reader sees, the latest end first.
    All,
    /// Those whose agreement waits for the general manager's word, the oldest first.
    Word,
    /// Those of which something is owed back, the first due first.
    Owed,
}

/// How a provision stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has no agreement, or one that is not concluded.
    Unagreed,
    /// Its agreement is concluded, and its first day is yet to come.
    Ahead,
    /// Its agreement is in force.
    InForce,
    /// Its agreement has ended, and nothing was released.
    Ended,
    /// Its agreement has ended, and what was released is owed back.
    Owed,
    /// What was released was to be back before.
    Overdue,
    /// What was released was returned or disposed of.
    Closed,
}

/// A provision in a list.
#[derive(Clone, Debug)]
pub struct ProvisionRow {
    /// The provision.
    pub id: ProvisionId,
    /// The section that provides the data.
    pub section: UnitId,
    /// The data.
    pub data: DataSetId,
    /// What they are called.
    pub data_name: String,
    /// To whom they are provided.
    pub recipient: String,
    /// Its first day and its last.
    pub days: (Date, Date),
    /// How far its agreement has come, if there is one.
    pub state: Option<AgreementState>,
    /// By when what was released is owed back.
    pub due: Option<Date>,
    /// How it stands today.
    pub standing: Standing,
}

/// A provision on its own page.
#[derive(Clone, Debug)]
pub struct ProvisionView {
    /// The provision.
    pub provision: Provision,
    /// Its agreement.
    pub agreement: Option<Agreement>,
    /// How it stands today.
    pub standing: Standing,
    /// What the reader may do.
    pub may: Rights,
}

/// What the reader may do with a provision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
pub struct Rights {
    /// Draw its agreement up, or change it.
    pub agree: bool,
    /// Give the word on the eighth condition.
    pub word: bool,
    /// Conclude its agreement.
    pub conclude: bool,
    /// Record a release.
    pub release: bool,
    /// Record an inspection or an accident.
    pub record: bool,
    /// End its agreement early.
    pub end: bool,
    /// Record that what was released was returned or disposed of.
    pub close: bool,
}

/// What is owed under an agreement that has ended: the return or disposal of what was released.
#[derive(Clone, Debug)]
pub(crate) struct Owed {
    pub(crate) agreement: AgreementId,
    pub(crate) provision: ProvisionId,
    /// The section whose manager owes it.
    pub(crate) section: UnitId,
    /// By when.
    pub(crate) due: Date,
    /// What the data are called.
    pub(crate) data_name: String,
    /// Who has them.
    pub(crate) recipient: String,
}
