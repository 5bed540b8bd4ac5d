//! What a facility is, and what may be set of it.

mod category;
mod photo;
mod settings;
mod time;

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, PersonId, Reason, Timestamp, entered, typed_id};
use yakusho_regulation::Lang;

pub use self::time::{Minutes, Opening, Slot};
pub use category::{Category, CategoryForm};
pub use photo::Photo;
pub use settings::{FacilityForm, FacilitySettings};

typed_id! {
    /// A room, a kind of equipment, or a car.
    pub struct FacilityId = "facility";
    /// A category of facilities.
    pub struct CategoryId = "facility.category";
    /// A time in which a facility cannot be booked.
    pub struct BlackoutId = "facility.blackout";
    /// A picture of a facility.
    pub struct PhotoId = "facility.photo";
}

/// The most characters of a name, a place or a code.
const LONGEST_NAME: usize = 60;

/// The most characters of notes and reasons.
const LONGEST_NOTES: usize = 2_000;

/// What kind of thing a facility is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacilityKind {
    /// A room, held by one at a time.
    #[default]
    Room,
    /// Things alike, of which there are several.
    Equipment,
    /// A car, held by one at a time, taken out and brought back.
    Car,
}

yakusho_kernel::codes! {
    FacilityKind {
        Room = "room",
        Equipment = "equipment",
        Car = "car",
    }
}

impl FacilityKind {
    /// Whether it is held by one at a time.
    pub const fn is_exclusive(self) -> bool {
        !matches!(self, Self::Equipment)
    }

    /// Whether it is taken out and brought back.
    pub const fn is_lent(self) -> bool {
        !matches!(self, Self::Room)
    }
}

/// A facility, with what is set of it.
#[derive(Clone, Debug)]
pub struct Facility {
    /// Its id.
    pub id: FacilityId,
    /// What is set of it.
    pub settings: FacilitySettings,
    /// Whether it is not booked any more.
    pub retired: bool,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

impl Facility {
    /// Its name; the Japanese one where there is no other.
    pub fn name(&self, lang: Lang) -> &str {
        named(lang, &self.settings.name_ja, &self.settings.name_en)
    }
}

/// Which facilities somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Of this category alone.
    pub category: Option<CategoryId>,
    /// Of this kind alone.
    pub kind: Option<FacilityKind>,
    /// Each of these words stands in the name, the place or the code; full and half width, hiragana and katakana are alike.
    pub words: String,
    /// Also those that are not booked any more, as far as the actor keeps them.
    pub retired: bool,
}

/// A facility as somebody gets it who may see it.
#[derive(Clone, Debug)]
pub struct FacilityRow {
    /// The facility.
    pub facility: Facility,
    /// Whether they may book it.
    pub bookable: bool,
    /// Whether they keep it: set it, black it out, lend it.
    pub managed: bool,
}

fn named<'n>(lang: Lang, ja: &'n str, en: &'n str) -> &'n str {
    match lang {
        Lang::En if !en.is_empty() => en,
        _ => ja,
    }
}

/// A time in which a facility cannot be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blackout {
    /// Its id.
    pub id: BlackoutId,
    /// Which facility.
    pub facility: FacilityId,
    /// When.
    pub slot: Slot,
    /// Why, for those who would book it.
    pub reason: String,
    /// Who set it.
    pub set_by: PersonId,
}

/// A blackout as it was entered.
#[derive(Clone, Debug)]
pub struct BlackoutForm {
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it is over.
    pub ends_at: Timestamp,
    /// Why: 1 to 2,000 characters.
    pub reason: String,
}

impl BlackoutForm {
    pub(super) fn parse(&self, now: Timestamp) -> Result<(Slot, String), Invalid> {
        let mut invalid = Invalid::default();
        let reason = entered::lines(&mut invalid, "reason", &self.reason, LONGEST_NOTES);
        let slot = Slot::new(self.starts_at, self.ends_at);
        match slot {
            None => invalid.push("ends_at", Reason::EndBeforeStart),
            Some(slot) if slot.ends_at <= now => invalid.push("ends_at", Reason::Past),
            Some(_) => {}
        }
        match (slot, invalid.check()) {
            (Some(slot), Ok(())) => Ok((slot, reason)),
            (_, result) => Err(result.err().unwrap_or_default()),
        }
    }
}
