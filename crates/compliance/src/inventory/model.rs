//! Entries of the register.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, UnitId, entered};

use crate::ids::DataSetId;

/// The most characters of a name and of a description.
const NAME: usize = 100;
const ABOUT: usize = 2_000;

/// A set of data as it is entered.
#[derive(Clone, Debug)]
pub struct DataSetForm {
    /// What it is called.
    pub name: String,
    /// The section that owns it.
    pub section: UnitId,
    /// Whether there is personal information in it.
    pub personal: bool,
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
            personal: self.personal,
            about,
            revision,
        })
    }
}
