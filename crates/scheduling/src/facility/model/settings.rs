//! What is set of a facility.

use serde::Serialize;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Invalid, PostId, Reason, entered};

use super::{CategoryId, FacilityKind, LONGEST_NAME, LONGEST_NOTES, Opening};
use crate::facility::rules::MOST_MINUTES;

/// The longest buffer, in minutes.
const LONGEST_BUFFER: i32 = 24 * 60;

/// The most of a kind of equipment.
const MOST_UNITS: i32 = 10_000;

/// What is set of a facility, as it was entered and, once parsed, as it stands.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FacilityForm {
    /// By which files know it: 1 to 60 characters, no two alike.
    pub code: String,
    /// What kind of thing it is. It never changes.
    pub kind: FacilityKind,
    /// The category in which it stands.
    pub category: Option<CategoryId>,
    /// Its name in Japanese: 1 to 60 characters.
    pub name_ja: String,
    /// Its name in English; may be empty.
    pub name_en: String,
    /// Where it is; may be empty.
    pub place: String,
    /// How many people it holds, if that is known.
    pub capacity: Option<i32>,
    /// How many there are: 1 of rooms and cars, up to 10,000 of equipment.
    pub units: i32,
    /// What those who book it should know; may be empty.
    pub notes: String,
    /// When it is open. A booking begins and ends while it is open.
    pub opening: Opening,
    /// How many days ahead it is booked, today not counted; any number if none.
    pub window_days: Option<i32>,
    /// The longest time for which it is booked, in minutes; [`MOST_DAYS`](crate::facility::MOST_DAYS) days if none.
    pub longest_minutes: Option<i32>,
    /// How many minutes before each booking it is held to be made ready, up to a day.
    pub before_minutes: i32,
    /// How many minutes after each booking it is held to be cleared, up to a day.
    pub after_minutes: i32,
    /// Who may see it and what it is booked for.
    pub viewers: Audience,
    /// Who may book it; they may also see it.
    pub bookers: Audience,
    /// The post whose holder keeps it, besides the administrator.
    pub manager: Option<PostId>,
    /// The post whose holder approves each booking.
    pub approval: Option<PostId>,
    /// Whether the holder of that post may approve what they book themselves: it is then confirmed at once.
    pub own_approval: bool,
    /// Its place within its category, from the top.
    pub position: i32,
}

/// What is set of a facility. It was parsed from a [`FacilityForm`], whose fields say what each is.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the form")]
pub struct FacilitySettings {
    pub code: String,
    pub kind: FacilityKind,
    pub category: CategoryId,
    pub name_ja: String,
    pub name_en: String,
    pub place: String,
    pub capacity: Option<i32>,
    pub units: i32,
    pub notes: String,
    pub opening: Opening,
    pub window_days: Option<i32>,
    pub longest_minutes: Option<i32>,
    pub before_minutes: i32,
    pub after_minutes: i32,
    pub viewers: Audience,
    pub bookers: Audience,
    pub manager: Option<PostId>,
    pub approval: Option<PostId>,
    pub own_approval: bool,
    pub position: i32,
}

impl FacilityForm {
    pub(in crate::facility) fn parse(self) -> Result<FacilitySettings, Invalid> {
        let mut invalid = Invalid::default();
        let most = if self.kind.is_exclusive() {
            1
        } else {
            MOST_UNITS
        };
        let longest = MOST_MINUTES;
        for (field, value, min, max) in [
            ("units", Some(self.units), 1, most),
            ("capacity", self.capacity, 1, 100_000),
            ("window_days", self.window_days, 0, 3_660),
            ("longest_minutes", self.longest_minutes, 1, longest),
            (
                "before_minutes",
                Some(self.before_minutes),
                0,
                LONGEST_BUFFER,
            ),
            ("after_minutes", Some(self.after_minutes), 0, LONGEST_BUFFER),
        ] {
            if value.is_some_and(|value| !(min..=max).contains(&value)) {
                let (min, max) = (i64::from(min), i64::from(max));
                invalid.push(field, Reason::OutOfRange { min, max });
            }
        }
        if self.bookers.is_empty() {
            invalid.push("bookers", Reason::Required);
        }
        if self.category.is_none() {
            invalid.push("category", Reason::Required);
        }
        let code = entered::line(&mut invalid, "code", &self.code, LONGEST_NAME);
        let name_ja = entered::line(&mut invalid, "name_ja", &self.name_ja, LONGEST_NAME);
        let name_en =
            entered::line_or_nothing(&mut invalid, "name_en", &self.name_en, LONGEST_NAME);
        let place = entered::line_or_nothing(&mut invalid, "place", &self.place, LONGEST_NAME);
        let notes = entered::lines_or_nothing(&mut invalid, "notes", &self.notes, LONGEST_NOTES);
        match (self.category, invalid.check()) {
            (Some(category), Ok(())) => Ok(FacilitySettings {
                code,
                kind: self.kind,
                category,
                name_ja,
                name_en,
                place,
                capacity: self.capacity,
                units: self.units,
                notes,
                opening: self.opening,
                window_days: self.window_days,
                longest_minutes: self.longest_minutes,
                before_minutes: self.before_minutes,
                after_minutes: self.after_minutes,
                viewers: self.viewers,
                bookers: self.bookers,
                manager: self.manager,
                approval: self.approval,
                own_approval: self.own_approval,
                position: self.position,
            }),
            (_, result) => Err(result.err().unwrap_or_default()),
        }
    }
}

impl From<FacilitySettings> for FacilityForm {
    fn from(set: FacilitySettings) -> Self {
        Self {
            code: set.code,
            kind: set.kind,
            category: Some(set.category),
            name_ja: set.name_ja,
            name_en: set.name_en,
            place: set.place,
            capacity: set.capacity,
            units: set.units,
            notes: set.notes,
            opening: set.opening,
            window_days: set.window_days,
            longest_minutes: set.longest_minutes,
            before_minutes: set.before_minutes,
            after_minutes: set.after_minutes,
            viewers: set.viewers,
            bookers: set.bookers,
            manager: set.manager,
            approval: set.approval,
            own_approval: set.own_approval,
            position: set.position,
        }
    }
}
