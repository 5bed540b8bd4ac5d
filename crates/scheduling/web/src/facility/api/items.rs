//! Facilities as JSON.

use poem_openapi::Object;
use time::Weekday;
use uuid::Uuid;
use yakusho_audience::AudienceItem;
use yakusho_kernel::{Invalid, Reason};
use yakusho_scheduling::facility::{
    Blackout, Category, FacilityForm, FacilityKind, FacilityRow, FacilitySettings, Minutes, Opening,
};
use yakusho_webkit::Lang;
use yakusho_webkit::json::known;

use crate::json::SlotItem;

/// A facility in a list.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct FacilityItem {
    id: Uuid,
    /// By which files know it.
    code: String,
    /// `room`, `equipment` or `car`.
    kind: String,
    category: Uuid,
    /// Its name, in the reader's language.
    name: String,
    place: String,
    /// How many people it holds.
    capacity: Option<i32>,
    /// How many there are.
    units: i32,
    /// Whether the caller may book it.
    bookable: bool,
    /// Whether the caller keeps it.
    managed: bool,
    /// Whether nobody books it any more.
    retired: bool,
}

impl FacilityItem {
    pub(super) fn of(row: FacilityRow, lang: Lang) -> Self {
        let name = row.facility.name(lang).to_owned();
        let set = row.facility.settings;
        Self {
            id: row.facility.id.into(),
            code: set.code,
            kind: set.kind.code().to_owned(),
            category: set.category.into(),
            name,
            place: set.place,
            capacity: set.capacity,
            units: set.units,
            bookable: row.bookable,
            managed: row.managed,
            retired: row.facility.retired,
        }
    }
}

/// A facility with what is set of it.
#[derive(Debug, Object)]
pub(super) struct FacilityDetail {
    id: Uuid,
    settings: FacilitySet,
    /// Whether the caller may book it.
    bookable: bool,
    /// Whether the caller keeps it.
    managed: bool,
    /// Whether nobody books it any more.
    retired: bool,
    /// To be given back with a change.
    revision: i32,
}

impl From<FacilityRow> for FacilityDetail {
    fn from(row: FacilityRow) -> Self {
        let facility = row.facility;
        Self {
            id: facility.id.into(),
            settings: facility.settings.into(),
            bookable: row.bookable,
            managed: row.managed,
            retired: facility.retired,
            revision: facility.revision,
        }
    }
}

/// Hours of a day.
#[derive(Debug, Object)]
pub(super) struct HoursItem {
    /// `09:00`
    from: String,
    /// `17:15`; `24:00` is the end of the day.
    until: String,
}

/// When a facility is open; closed on a day that is not named.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct OpeningItem {
    monday: Option<HoursItem>,
    tuesday: Option<HoursItem>,
    wednesday: Option<HoursItem>,
    thursday: Option<HoursItem>,
    friday: Option<HoursItem>,
    saturday: Option<HoursItem>,
    sunday: Option<HoursItem>,
    /// Whether it is also closed on public holidays, around the new year, and on the days that the city closes.
    #[oai(default)]
    closed_on_holidays: bool,
}

impl From<Opening> for OpeningItem {
    fn from(opening: Opening) -> Self {
        let on = |weekday| {
            opening.on(weekday).map(|hours| {
                let (from, until) = hours.written();
                HoursItem { from, until }
            })
        };
        Self {
            monday: on(Weekday::Monday),
            tuesday: on(Weekday::Tuesday),
            wednesday: on(Weekday::Wednesday),
            thursday: on(Weekday::Thursday),
            friday: on(Weekday::Friday),
            saturday: on(Weekday::Saturday),
            sunday: on(Weekday::Sunday),
            closed_on_holidays: opening.closed_on_holidays,
        }
    }
}

impl OpeningItem {
    fn parse(self) -> Result<Opening, Invalid> {
        let mut invalid = Invalid::default();
        let mut hours = |day: &str, hours: Option<HoursItem>| {
            let hours = hours?;
            let parsed = Minutes::parse(&hours.from, &hours.until);
            if parsed.is_none() {
                invalid.push(format!("opening.{day}"), Reason::Malformed);
            }
            parsed
        };
        let weekdays = [
            hours("monday", self.monday),
            hours("tuesday", self.tuesday),
            hours("wednesday", self.wednesday),
            hours("thursday", self.thursday),
            hours("friday", self.friday),
            hours("saturday", self.saturday),
            hours("sunday", self.sunday),
        ];
        invalid.check()?;
        Ok(Opening {
            weekdays,
            closed_on_holidays: self.closed_on_holidays,
        })
    }
}

/// What is set of a facility.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct FacilitySet {
    /// By which files know it: 1 to 60 characters, no two alike.
    code: String,
    /// `room`, `equipment` or `car`. It never changes.
    kind: String,
    category: Option<Uuid>,
    name_ja: String,
    /// The Japanese name stands in for it where it is empty.
    #[oai(default)]
    name_en: String,
    #[oai(default)]
    place: String,
    /// How many people it holds.
    capacity: Option<i32>,
    /// How many there are; 1 of rooms and cars.
    #[oai(default = "one")]
    units: i32,
    /// What those who book it should know.
    #[oai(default)]
    notes: String,
    /// When it is open; always unless told.
    opening: Option<OpeningItem>,
    /// How many days ahead it is booked; any number unless told.
    window_days: Option<i32>,
    /// The longest time for which it is booked, in minutes.
    longest_minutes: Option<i32>,
    /// How many minutes before each booking it is held to be made ready.
    #[oai(default)]
    before_minutes: i32,
    /// How many minutes after each booking it is held to be cleared.
    #[oai(default)]
    after_minutes: i32,
    /// Who may see it and what it is booked for.
    viewers: AudienceItem,
    /// Who may book it; they may also see it.
    bookers: AudienceItem,
    /// The post whose holder keeps it, besides the administrator.
    manager: Option<Uuid>,
    /// The post whose holder approves each booking.
    approval: Option<Uuid>,
    /// Whether the holder of that post may approve what they book themselves.
    #[oai(default)]
    own_approval: bool,
    /// Its place within its category, from the top.
    #[oai(default)]
    position: i32,
}

const fn one() -> i32 {
    1
}

impl From<FacilitySettings> for FacilitySet {
    fn from(set: FacilitySettings) -> Self {
        Self {
            code: set.code,
            kind: set.kind.code().to_owned(),
            category: Some(set.category.into()),
            name_ja: set.name_ja,
            name_en: set.name_en,
            place: set.place,
            capacity: set.capacity,
            units: set.units,
            notes: set.notes,
            opening: Some(set.opening.into()),
            window_days: set.window_days,
            longest_minutes: set.longest_minutes,
            before_minutes: set.before_minutes,
            after_minutes: set.after_minutes,
            viewers: set.viewers.into(),
            bookers: set.bookers.into(),
            manager: set.manager.map(Into::into),
            approval: set.approval.map(Into::into),
            own_approval: set.own_approval,
            position: set.position,
        }
    }
}

impl FacilitySet {
    pub(super) fn form(self) -> Result<FacilityForm, Invalid> {
        let kind = known("kind", Some(&self.kind), FacilityKind::from_code)?;
        let opening = self.opening.map(OpeningItem::parse).transpose()?;
        Ok(FacilityForm {
            code: self.code,
            kind: kind.unwrap_or_default(),
            category: self.category.map(Into::into),
            name_ja: self.name_ja,
            name_en: self.name_en,
            place: self.place,
            capacity: self.capacity,
            units: self.units,
            notes: self.notes,
            opening: opening.unwrap_or_default(),
            window_days: self.window_days,
            longest_minutes: self.longest_minutes,
            before_minutes: self.before_minutes,
            after_minutes: self.after_minutes,
            viewers: self.viewers.into(),
            bookers: self.bookers.into(),
            manager: self.manager.map(Into::into),
            approval: self.approval.map(Into::into),
            own_approval: self.own_approval,
            position: self.position,
        })
    }
}

/// A category of facilities.
#[derive(Debug, Object)]
pub(super) struct FacilityCategory {
    id: Uuid,
    name_ja: String,
    name_en: String,
    position: i32,
    /// Whether no facility is put into it any more.
    retired: bool,
    /// To be given back with a change.
    revision: i32,
}

impl From<Category> for FacilityCategory {
    fn from(category: Category) -> Self {
        Self {
            id: category.id.into(),
            name_ja: category.name_ja,
            name_en: category.name_en,
            position: category.position,
            retired: category.retired,
            revision: category.revision,
        }
    }
}

/// A time in which a facility cannot be booked.
#[derive(Debug, Object)]
pub(super) struct FacilityBlackout {
    id: Uuid,
    time: SlotItem,
    reason: String,
}

impl From<Blackout> for FacilityBlackout {
    fn from(blackout: Blackout) -> Self {
        Self {
            id: blackout.id.into(),
            time: blackout.slot.into(),
            reason: blackout.reason,
        }
    }
}
