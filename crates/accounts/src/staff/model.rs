//! What is known of a member of staff on a day.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{EmploymentClass, Invalid, Reason};

use super::{fold, reading, spaced};
use crate::ledger::{Days, RowId};
use crate::organisation::line;

/// A member of staff as they are on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The staff number (職員番号), one person's for ever.
    pub number: String,
    /// The name as it is written, family name first.
    pub name: String,
    /// The reading, in kana.
    pub kana: String,
    /// The employment class.
    pub class: EmploymentClass,
    /// Whether they are here.
    pub status: Status,
}

/// Whether a member of staff is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// At work.
    Active,
    /// On leave of absence (休職).
    Leave,
    /// On childcare leave (育児休業).
    ChildcareLeave,
    /// Seconded elsewhere (出向).
    Seconded,
    /// No longer employed.
    Left,
}

yakusho_kernel::codes! {
    Status {
        Active = "active",
        Leave = "leave",
        ChildcareLeave = "childcare_leave",
        Seconded = "seconded",
        Left = "left",
    }
}

impl Status {
    /// Whether they are employed, here or away.
    pub fn is_employed(self) -> bool {
        self != Self::Left
    }

    /// Whether they are employed but away, so that somebody may act in their post.
    pub const fn is_away(self) -> bool {
        matches!(self, Self::Leave | Self::ChildcareLeave | Self::Seconded)
    }
}

/// What can be edited of a member of staff, besides their status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffEdit {
    /// The staff number.
    pub number: String,
    /// The name as it is written.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// The employment class.
    pub class: EmploymentClass,
}

/// What is recorded of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// The row of the ledger that says so: who edits shows what they have read.
    pub row: RowId,
    /// On which days.
    pub days: Days,
    /// What they are.
    pub staff: Staff,
}

/// The longest staff number, in characters.
pub(crate) const NUMBER: usize = 20;
/// The longest name and reading, in characters.
pub(crate) const NAME: usize = 60;

impl StaffEdit {
    /// The same with its texts trimmed, if they can be taken.
    pub(crate) fn parse(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let edit = Self {
            number: line("number", &self.number, NUMBER, &mut invalid),
            name: spaced(&line("name", &self.name, NAME, &mut invalid)),
            kana: reading(&line("kana", &self.kana, NAME, &mut invalid)),
            class: self.class,
        };
        if !is_number(&edit.number) {
            invalid.push("number", Reason::Malformed);
        }
        if !is_reading(&edit.kana, Some(&edit.name)) {
            invalid.push("kana", Reason::Code("not_a_reading"));
        }
        invalid.check().map(|()| edit)
    }
}

/// Whether a text is a staff number: letters, digits and hyphens as every keyboard has them.
pub(crate) fn is_number(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// Whether a text is the reading of a name: in kana, or in Latin letters for one from abroad that is written in them. Of
/// a name that is not known, either will do.
pub(crate) fn is_reading(text: &str, name: Option<&str>) -> bool {
    let latin = |text: &str| fold(text).contains(|letter: char| letter.is_ascii_alphabetic());
    let abroad = name.is_none_or(latin);
    fold(text).chars().all(|letter| {
        matches!(letter, 'ぁ'..='ゖ' | 'ー' | '・' | '-' | '.' | '\'')
            || abroad && letter.is_ascii_alphabetic()
    })
}
