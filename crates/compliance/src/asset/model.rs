//! What stands in the register.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, UnitId, codes, entered};

use crate::ids::{AssetId, SystemId};
use crate::text::folded;

/// The most characters of a number, a name, a place and a description.
const NUMBER: usize = 40;
const NAME: usize = 100;
const PLACE: usize = 100;
const ABOUT: usize = 2_000;

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// A server: a central processing unit (muko:2(5)).
    Server,
    /// A peripheral of one (muko:2(5)).
    Peripheral,
    /// A terminal: a client (muko:2(6)).
    Terminal,
    /// A printer.
    Printer,
    /// Cabling, and what connects.
    Network,
    /// A medium on which data are recorded (muko:2(4)).
    Media,
    /// Software.
    Software,
    /// An account: a sign by which the right to operate is told (muko:2(7)).
    Account,
}

/// Where a thing is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssetState {
    /// It is in use.
    InUse,
    /// It is kept, and not in use.
    Stored,
    /// It was disposed of.
    Disposed,
}

codes! {
    AssetKind {
        Server = "server",
        Peripheral = "peripheral",
        Terminal = "terminal",
        Printer = "printer",
        Network = "network",
        Media = "media",
        Software = "software",
        Account = "account",
    }
    AssetState { InUse = "in_use", Stored = "stored", Disposed = "disposed" }
}

impl AssetKind {
    /// Whether it is central equipment (中央処理装置等).
    pub const fn is_central(self) -> bool {
        matches!(self, Self::Server | Self::Peripheral)
    }

    /// Whether somebody operates it, so that the regulation says who may.
    pub const fn is_operated(self) -> bool {
        matches!(self, Self::Server | Self::Peripheral | Self::Terminal)
    }
}

/// An entry as it is entered.
#[derive(Clone, Debug)]
pub struct AssetForm {
    /// What it is.
    pub kind: AssetKind,
    /// Its number; no two that differ in width, case or blanks alone.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// The section whose it is.
    pub section: UnitId,
    /// Where it stands.
    pub place: String,
    /// The system to which it belongs, or which a terminal reaches.
    pub system: Option<SystemId>,
    /// Where it is in its life.
    pub state: AssetState,
    /// What else there is to say.
    pub about: String,
}

/// An entry of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// What it is.
    pub kind: AssetKind,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// The section whose it is.
    pub section: UnitId,
    /// Where it stands.
    pub place: String,
    /// The system to which it belongs, or which a terminal reaches.
    pub system: Option<SystemId>,
    /// Where it is in its life.
    pub state: AssetState,
    /// What else there is to say; may be empty.
    pub about: String,
    /// What a change refers to.
    pub revision: i32,
}

impl Asset {
    /// What tells its number from others.
    pub(crate) fn number_key(&self) -> String {
        folded(&self.number)
    }
}

impl AssetForm {
    /// The entry of that id.
    pub(super) fn parse(self, id: AssetId, revision: i32) -> Result<Asset, Invalid> {
        let mut invalid = Invalid::default();
        let number = entered::line(&mut invalid, "number", &self.number, NUMBER);
        let name = entered::line(&mut invalid, "name", &self.name, NAME);
        let place = entered::line_or_nothing(&mut invalid, "place", &self.place, PLACE);
        let about = entered::lines_or_nothing(&mut invalid, "about", &self.about, ABOUT);
        invalid.check()?;
        Ok(Asset {
            id,
            kind: self.kind,
            number,
            name,
            section: self.section,
            place,
            system: self.system,
            state: self.state,
            about,
            revision,
        })
    }
}

/// Which entries a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<AssetKind>,
    /// Of this section.
    pub section: Option<UnitId>,
    /// Of this system.
    pub system: Option<SystemId>,
    /// In this state.
    pub state: Option<AssetState>,
    /// Whose number, name or place holds these words; width, case and blanks do not matter.
    pub words: String,
}
