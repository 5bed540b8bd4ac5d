//! Dates as people type them and as old files hold them.

use time::{Date, Month};

use crate::Era;

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseDateError {
    /// The text has none of the forms that [`parse_date`] or the `FromStr` at hand takes.
    #[error("not a date in a known form, such as 令和8年11月21日, R8.11.21 or 2026-11-21")]
    Form,
    /// The form is right, but there is no such day, as with 令和8年2月30日.
    #[error("there is no day {year}-{month}-{day}")]
    NoSuchDay {
        /// The Western year.
        year: i32,
        /// The month as written.
        month: u8,
        /// The day as written.
        day: u8,
    },
    /// The day lies outside the era it is written in, as with 平成32年3月31日. What is meant is
    /// almost always `date`, which can be offered as a correction.
    #[error("{date} is not in the era {}", era.name_en())]
    OutsideEra {
        /// The era as written.
        era: Era,
        /// The day that is meant if the era is read on beyond its end, or back before its start.
        date: Date,
    },
}

/// Reads a date: `令和8年11月21日`, `令和元年5月1日`, `R8.11.21`, `2026-11-21`, `2026/11/21`,
/// `2026年11月21日`.
///
/// The era may be its name, its first character (`令8.11.21`), its letter in either case, or the
/// one-character form `㋿`; the separators are `年月日`, or `.`, `/` or `-` twice the same.
/// Full-width forms and spaces around the numbers make no difference. A Western year has four
/// digits: `26.11.21` could be meant in two ways and is refused.
pub fn parse_date(text: &str) -> Result<Date, ParseDateError> {
    let text = folded(text);
    let (written, month, day) = fields(&text).ok_or(ParseDateError::Form)?;
    let year = written.western();
    let date = Month::try_from(month)
        .and_then(|month| Date::from_calendar_date(year, month, day))
        .map_err(|_| ParseDateError::NoSuchDay { year, month, day })?;
    match written.era {
        Some(era) if Era::of(date) != Some(era) => Err(ParseDateError::OutsideEra { era, date }),
        _ => Ok(date),
    }
}

/// A year as written: counted in an era, or Western.
pub(crate) struct WrittenYear {
    pub(crate) era: Option<Era>,
    number: u16,
}

impl WrittenYear {
    pub(crate) fn western(&self) -> i32 {
        let number = i32::from(self.number);
        self.era.map_or(number, |era| era.first_year() + number - 1)
    }

    /// Takes the year from the start of a folded text, and gives the rest.
    pub(crate) fn take(text: &str) -> Option<(Self, &str)> {
        let Some((era, rest)) = take_era(text) else {
            let (number, rest) = take_number(text, 4..=4)?;
            return Some((Self { era: None, number }, rest));
        };
        let (number, rest) = match rest.trim_start().strip_prefix('元') {
            Some(rest) => (1, rest.trim_start()),
            None => take_number(rest, 1..=2).filter(|(number, _)| *number > 0)?,
        };
        let era = Some(era);
        Some((Self { era, number }, rest))
    }
}

/// Full-width letters, digits and signs as their ASCII forms, and no space at the ends.
pub(crate) fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2010}' | '\u{2212}' => '-',
        _ => c,
    };
    text.trim().chars().map(fold).collect()
}

/// What stands after the year, the month and the day.
const SEPARATORS: [[&str; 3]; 4] = [
    ["年", "月", "日"],
    [".", ".", ""],
    ["/", "/", ""],
    ["-", "-", ""],
];

fn fields(text: &str) -> Option<(WrittenYear, u8, u8)> {
    let (year, rest) = WrittenYear::take(text)?;
    let [after_year, after_month, after_day] = SEPARATORS
        .into_iter()
        .find(|[after_year, ..]| rest.starts_with(after_year))?;
    let (month, rest) = take_number(rest.strip_prefix(after_year)?, 1..=2)?;
    let (day, rest) = take_number(rest.strip_prefix(after_month)?, 1..=2)?;
    let done = rest.strip_prefix(after_day)?.is_empty();
    done.then_some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

fn take_era(text: &str) -> Option<(Era, &str)> {
    Era::ALL.into_iter().find_map(|era| {
        let name = era.name_ja();
        let joined = match era {
            Era::Meiji => '㍾',
            Era::Taisho => '㍽',
            Era::Showa => '㍼',
            Era::Heisei => '㍻',
            Era::Reiwa => '㋿',
        };
        let letters = [era.letter(), era.letter().to_ascii_lowercase()];
        let rest = text
            .strip_prefix(name)
            .or_else(|| text.strip_prefix(joined))
            .or_else(|| text.strip_prefix(letters))
            .or_else(|| text.strip_prefix(name.chars().next()?))?;
        Some((era, rest))
    })
}

/// A number of so many digits with the spaces around it, and the rest.
fn take_number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(u16, &str)> {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end)?;
    let number = number.parse().ok().filter(|_| digits.contains(&end))?;
    Some((number, rest.trim_start()))
}
