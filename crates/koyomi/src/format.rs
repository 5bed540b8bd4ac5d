//! Dates as documents and pages show them.

use std::fmt;

use time::{Date, Weekday};

use crate::EraYear;

/// How a date is written. For data exchange take the date's own `Display`, `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `令和8年11月21日`.
    EraLong,
    /// `R8.11.21`.
    EraShort,
    /// `2026年11月21日`.
    Western,
    /// `令和8年（2026年）11月21日`, for documents, which show both.
    Both,
    /// `21 November 2026`.
    English,
}

/// A date with its style, to be displayed; made by [`styled`].
#[derive(Debug, Clone, Copy)]
pub struct Styled {
    date: Date,
    style: Style,
}

/// Writes a date in a style. A date before 1873, which has no era here, is written in Western
/// years whatever the style.
pub const fn styled(date: Date, style: Style) -> Styled {
    Styled { date, style }
}

impl fmt::Display for Styled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date.to_calendar_date();
        let m = u8::from(month);
        match (self.style, EraYear::of(self.date)) {
            (Style::English, _) => write!(f, "{day} {month} {year}"),
            (Style::EraLong, Some(era)) => write!(f, "{era}{m}月{day}日"),
            (Style::EraShort, Some(era)) => {
                write!(f, "{}{}.{m}.{day}", era.era().letter(), era.number())
            }
            (Style::Both, Some(era)) => write!(f, "{era}（{year}年）{m}月{day}日"),
            (Style::Western, _) | (_, None) => write!(f, "{year}年{m}月{day}日"),
        }
    }
}

/// The one-character name of a day of the week, `土`, as in `11月21日（土）`.
pub const fn weekday_ja(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "月",
        Weekday::Tuesday => "火",
        Weekday::Wednesday => "水",
        Weekday::Thursday => "木",
        Weekday::Friday => "金",
        Weekday::Saturday => "土",
        Weekday::Sunday => "日",
    }
}
