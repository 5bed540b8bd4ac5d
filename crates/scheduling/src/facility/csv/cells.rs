//! What stands in the cells.

use time::Weekday;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::Reason;

use super::Column;
use super::Column as C;
use crate::facility::model::{
    Category, FacilityForm, FacilityKind, FacilitySettings, Minutes, Opening,
};
use crate::facility::rules::{minutes_of, written};

/// The columns of the days of the week, Monday first.
const WEEK: [Column; 7] = [
    C::Monday,
    C::Tuesday,
    C::Wednesday,
    C::Thursday,
    C::Friday,
    C::Saturday,
    C::Sunday,
];

/// How a file writes the kinds.
const KINDS: [(FacilityKind, &str); 3] = [
    (FacilityKind::Room, "部屋"),
    (FacilityKind::Equipment, "備品"),
    (FacilityKind::Car, "車"),
];

/// Whether holidays are open, as a file writes it.
const HOLIDAYS: [(bool, &str); 2] = [(false, "開"), (true, "休")];

/// A facility of which a file says nothing yet.
pub(super) fn fresh() -> FacilityForm {
    let everyone = Audience {
        everyone: true,
        ..Audience::default()
    };
    FacilityForm {
        units: 1,
        viewers: everyone.clone(),
        bookers: everyone,
        ..FacilityForm::default()
    }
}

pub(super) fn enter(
    form: &mut FacilityForm,
    column: Column,
    text: &str,
    categories: &[Category],
) -> Result<(), Reason> {
    let owned = || text.to_owned();
    let number = || match text {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Reason::Malformed),
    };
    match column {
        C::Code => form.code = owned(),
        C::Kind => form.kind = kind(text)?,
        C::Category => {
            let mut named = categories.iter().filter(|one| !one.retired);
            let found = named
                .find(|one| one.name_ja == text)
                .ok_or(Reason::Unknown)?;
            form.category = Some(found.id);
        }
        C::NameJa => form.name_ja = owned(),
        C::NameEn => form.name_en = owned(),
        C::Place => form.place = owned(),
        C::Capacity => form.capacity = number()?,
        C::Units => form.units = number()?.unwrap_or(1),
        C::Monday
        | C::Tuesday
        | C::Wednesday
        | C::Thursday
        | C::Friday
        | C::Saturday
        | C::Sunday => {
            let place = WEEK.iter().position(|day| *day == column);
            if let Some(hours) = place.and_then(|place| form.opening.weekdays.get_mut(place)) {
                *hours = hours_of(text)?;
            }
        }
        C::Holidays => {
            let mut known = HOLIDAYS.iter().filter(|(_, word)| *word == text);
            form.opening.closed_on_holidays = known.next().ok_or(Reason::Unknown)?.0;
        }
        C::WindowDays => form.window_days = number()?,
        C::LongestMinutes => form.longest_minutes = number()?,
        C::BeforeMinutes => form.before_minutes = number()?.unwrap_or(0),
        C::AfterMinutes => form.after_minutes = number()?.unwrap_or(0),
        C::Position => form.position = number()?.unwrap_or(0),
        C::Notes => form.notes = owned(),
    }
    Ok(())
}

fn kind(text: &str) -> Result<FacilityKind, Reason> {
    let mut kinds = KINDS.iter();
    let named = kinds.find(|(kind, word)| kind.code() == text || *word == text);
    match named {
        Some((kind, _)) => Ok(*kind),
        None if text.is_empty() => Err(Reason::Required),
        None => Err(Reason::Unknown),
    }
}

/// `09:00-17:00`; empty where it is closed.
fn hours_of(text: &str) -> Result<Option<Minutes>, Reason> {
    if text.is_empty() {
        return Ok(None);
    }
    let hours = text
        .split_once(['-', '～', '〜'])
        .and_then(|(from, until)| Minutes::new(minutes_of(from)?, minutes_of(until)?));
    hours.map(Some).ok_or(Reason::Malformed)
}

fn written_hours(opening: &Opening, weekday: Weekday) -> String {
    let hours = opening.on(weekday);
    hours.map_or_else(String::new, |hours| {
        format!("{}-{}", written(hours.from()), written(hours.until()))
    })
}

pub(super) fn row(categories: &[Category], set: &FacilitySettings) -> Vec<String> {
    let number = |number: Option<i32>| number.map_or_else(String::new, |number| number.to_string());
    let category = categories.iter().find(|one| one.id == set.category);
    let kind = KINDS.iter().find(|(kind, _)| *kind == set.kind);
    let holidays = HOLIDAYS
        .iter()
        .find(|(closed, _)| *closed == set.opening.closed_on_holidays);
    let week = WEEK.iter().scan(Weekday::Monday, |day, _| {
        let today = *day;
        *day = today.next();
        Some(written_hours(&set.opening, today))
    });
    [
        set.code.clone(),
        kind.map_or("", |(_, word)| *word).to_owned(),
        category.map_or("", |one| &*one.name_ja).to_owned(),
        set.name_ja.clone(),
        set.name_en.clone(),
        set.place.clone(),
        number(set.capacity),
        set.units.to_string(),
    ]
    .into_iter()
    .chain(week)
    .chain([
        holidays.map_or("", |(_, word)| *word).to_owned(),
        number(set.window_days),
        number(set.longest_minutes),
        set.before_minutes.to_string(),
        set.after_minutes.to_string(),
        set.position.to_string(),
        set.notes.clone(),
    ])
    .collect()
}
