//! Entries of the register.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, UnitId, codes, entered};

use crate::ids::{DataSetId, SystemId};

/// The most characters of a name and of a description.
const NAME: usize = 100;
const ABOUT: usize = 2_000;

/// A kind of personal information that a set of data holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonalKind {
    /// Name, address, date of birth, sex.
    Basic,
    /// Household and family.
    Family,
    /// Income, tax, property, accounts at banks.
    Economic,
    /// Health, handicaps, care: information that needs special care (要配慮個人情報).
    Sensitive,
    /// Numbers under the My Number Act (特定個人情報).
    MyNumber,
    /// Whatever else tells of a person.
    Other,
}

codes! {
    PersonalKind {
        Basic = "basic",
        Family = "family",
        Economic = "economic",
        Sensitive = "sensitive",
        MyNumber = "my_number",
        Other = "other",
    }
}

/// A set of data as it is entered.
#[derive(Clone, Debug)]
pub struct DataSetForm {
    /// What it is called.
    pub name: String,
    /// The section that owns it.
    pub section: UnitId,
    /// Whether there is personal information in it.
    pub personal: bool,
    /// The kinds of personal information in it.
    pub kinds: Vec<PersonalKind>,
    /// The system that holds it.
    pub system: Option<SystemId>,
    /// What is in it.
    pub about: String,
}

/// A set of data of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataSet {
    /// Its id.
    pub id: DataSetId,
    /// What it is called.
    pub name: String,
    /// The section that owns it.
    pub section: UnitId,
    /// Whether there is personal information in it.
    pub personal: bool,
    /// The kinds of personal information in it.
    #[serde(default)]
    pub kinds: Vec<PersonalKind>,
    /// The system that holds it.
    #[serde(default)]
    pub system: Option<SystemId>,
    /// What is in it; may be empty.
    pub about: String,
    /// What a change refers to.
    pub revision: i32,
}

impl DataSetForm {
    /// The entry of that id.
    pub(super) fn parse(self, id: DataSetId, revision: i32) -> Result<DataSet, Invalid> {
        let mut invalid = Invalid::default();
        let name = entered::line(&mut invalid, "name", &self.name, NAME);
        let about = entered::lines_or_nothing(&mut invalid, "about", &self.about, ABOUT);
        invalid.check()?;
        Ok(DataSet {
            id,
            name,
            section: self.section,
            personal: self.personal || !self.kinds.is_empty(),
            kinds: self.kinds,
            system: self.system,
            about,
            revision,
        })
    }
}
