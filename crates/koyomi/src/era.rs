//! Eras (元号), each from its first day to the day before the next.

use std::fmt;

use time::{Date, macros::date};

/// An era since Japan adopted the Gregorian calendar.
///
/// A day on which the era changed belongs to the new one: 1989-01-07 is 昭和64年, 1989-01-08 is
/// 平成元年. Days to come count as Reiwa, as the law has it until the next change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// 明治, here from 1873-01-01 (明治6年): its earlier dates are of the lunisolar calendar.
    Meiji,
    /// 大正, from 1912-07-30.
    Taisho,
    /// 昭和, from 1926-12-25.
    Showa,
    /// 平成, from 1989-01-08.
    Heisei,
    /// 令和, from 2019-05-01.
    Reiwa,
}

impl Era {
    /// All eras, oldest first.
    pub const ALL: [Self; 5] = [
        Self::Meiji,
        Self::Taisho,
        Self::Showa,
        Self::Heisei,
        Self::Reiwa,
    ];

    /// The era of a day; `None` before 1873-01-01.
    pub fn of(date: Date) -> Option<Self> {
        Self::ALL
            .into_iter()
            .rev()
            .find(|era| era.first_day() <= date)
    }

    /// The first day of the era (of Meiji: the first in the Gregorian calendar).
    pub const fn first_day(self) -> Date {
        match self {
            Self::Meiji => date!(1873 - 01 - 01),
            Self::Taisho => date!(1912 - 07 - 30),
            Self::Showa => date!(1926 - 12 - 25),
            Self::Heisei => date!(1989 - 01 - 08),
            Self::Reiwa => date!(2019 - 05 - 01),
        }
    }

    /// The Western year that is the era's first, 元年.
    pub const fn first_year(self) -> i32 {
        match self {
            Self::Meiji => 1868,
            Self::Taisho => 1912,
            Self::Showa => 1926,
            Self::Heisei => 1989,
            Self::Reiwa => 2019,
        }
    }

    /// The name in Japanese, `令和`.
    pub const fn name_ja(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The name in English, `Reiwa`.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Meiji => "Meiji",
            Self::Taisho => "Taisho",
            Self::Showa => "Showa",
            Self::Heisei => "Heisei",
            Self::Reiwa => "Reiwa",
        }
    }

    /// The letter of the short form, `R`.
    pub const fn letter(self) -> char {
        match self {
            Self::Meiji => 'M',
            Self::Taisho => 'T',
            Self::Showa => 'S',
            Self::Heisei => 'H',
            Self::Reiwa => 'R',
        }
    }
}

/// A year counted in an era, from 1. Shown as `令和8年`, and `令和元年` for the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EraYear {
    era: Era,
    number: i32,
}

impl EraYear {
    /// The era and year of a day; `None` before 1873-01-01.
    pub fn of(date: Date) -> Option<Self> {
        let era = Era::of(date)?;
        let number = date.year() - era.first_year() + 1;
        Some(Self { era, number })
    }

    /// The era.
    pub const fn era(self) -> Era {
        self.era
    }

    /// The year within the era, from 1.
    pub const fn number(self) -> i32 {
        self.number
    }

    /// The Western year: 2026 for 令和8年.
    pub const fn western(self) -> i32 {
        self.era.first_year() + self.number - 1
    }
}

impl fmt::Display for EraYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            1 => write!(f, "{}元年", self.era.name_ja()),
            n => write!(f, "{}{n}年", self.era.name_ja()),
        }
    }
}
