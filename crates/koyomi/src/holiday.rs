//! Public holidays by the Act on National Holidays (国民の祝日に関する法律, 1948, Act 178) as it
//! stood in each year, and by the acts that made single days holidays.

use std::ops::RangeInclusive;

use time::{Date, Month, Weekday};

use self::PublicHoliday as H;

/// The Western years whose holidays are known.
///
/// Dates to come follow the law as it stands. The equinoxes are fixed each February for the next
/// year, by astronomy that the formula here reproduces.
pub const HOLIDAY_YEARS: RangeInclusive<i32> = 1990..=2050;

/// The holidays of that day are not known, since it lies outside [`HOLIDAY_YEARS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "public holidays are known from {} to {}, not on {date}",
    HOLIDAY_YEARS.start(),
    HOLIDAY_YEARS.end()
)]
pub struct HolidaysUnknown {
    /// The day asked about.
    pub date: Date,
}

macro_rules! holidays {
    ($($(#[$doc:meta])* $holiday:ident, $ja:literal, $en:literal;)*) => {
        /// A public holiday (国民の祝日 or 休日).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PublicHoliday {
            $(#[doc = concat!($ja, ", ", $en, ".")] $(#[$doc])* $holiday,)*
        }

        impl PublicHoliday {
            /// The name in Japanese: the law's, and the customary one where it has none.
            pub const fn name_ja(self) -> &'static str {
                match self { $(Self::$holiday => $ja,)* }
            }

            /// The name in English.
            pub const fn name_en(self) -> &'static str {
                match self { $(Self::$holiday => $en,)* }
            }
        }
    };
}

holidays! {
    NewYearsDay, "元日", "New Year's Day";
    ComingOfAgeDay, "成人の日", "Coming of Age Day";
    FoundationDay, "建国記念の日", "National Foundation Day";
    EmperorsBirthday, "天皇誕生日", "Emperor's Birthday";
    VernalEquinoxDay, "春分の日", "Vernal Equinox Day";
    ShowaDay, "昭和の日", "Showa Day";
    ConstitutionDay, "憲法記念日", "Constitution Memorial Day";
    GreeneryDay, "みどりの日", "Greenery Day";
    ChildrensDay, "こどもの日", "Children's Day";
    MarineDay, "海の日", "Marine Day";
    MountainDay, "山の日", "Mountain Day";
    AgedDay, "敬老の日", "Respect for the Aged Day";
    AutumnalEquinoxDay, "秋分の日", "Autumnal Equinox Day";
    PhysicalEducationDay, "体育の日", "Health and Sports Day";
    SportsDay, "スポーツの日", "Sports Day";
    CultureDay, "文化の日", "Culture Day";
    LabourThanksgivingDay, "勤労感謝の日", "Labour Thanksgiving Day";
    EnthronementDay, "天皇の即位の日", "Day of the Emperor's Enthronement";
    EnthronementCeremony, "即位礼正殿の儀の行われる日", "Day of the Enthronement Ceremony";
    CrownPrincesWedding, "皇太子徳仁親王の結婚の儀の行われる日", "Day of the Crown Prince's Wedding";
    /// For a holiday on a Sunday (article 3, paragraph 2).
    SubstituteHoliday, "振替休日", "Substitute Holiday";
    /// A day between two holidays (article 3, paragraph 3).
    BetweenHoliday, "国民の休日", "Citizens' Holiday";
}

/// On which day of its year a holiday falls.
enum On {
    Fixed(Month, u8),
    /// The nth Monday of a month.
    Monday(Month, u8),
    VernalEquinox,
    AutumnalEquinox,
}

/// The holidays that the law names, each with the first and last year in which it fell so.
#[rustfmt::skip]
const NAMED: &[(H, i32, i32, On)] = {
    use Month::{January, February, April, May, June, July, August, September, October, November, December};
    const FIRST: i32 = *HOLIDAY_YEARS.start();
    const LAST: i32 = *HOLIDAY_YEARS.end();
    &[
        (H::NewYearsDay, FIRST, LAST, On::Fixed(January, 1)),
        (H::ComingOfAgeDay, FIRST, 1999, On::Fixed(January, 15)),
        (H::ComingOfAgeDay, 2000, LAST, On::Monday(January, 2)),
        (H::FoundationDay, FIRST, LAST, On::Fixed(February, 11)),
        (H::EmperorsBirthday, FIRST, 2018, On::Fixed(December, 23)),
        (H::EmperorsBirthday, 2020, LAST, On::Fixed(February, 23)),
        (H::VernalEquinoxDay, FIRST, LAST, On::VernalEquinox),
        (H::GreeneryDay, FIRST, 2006, On::Fixed(April, 29)),
        (H::ShowaDay, 2007, LAST, On::Fixed(April, 29)),
        (H::ConstitutionDay, FIRST, LAST, On::Fixed(May, 3)),
        (H::GreeneryDay, 2007, LAST, On::Fixed(May, 4)),
        (H::ChildrensDay, FIRST, LAST, On::Fixed(May, 5)),
        (H::MarineDay, 1996, 2002, On::Fixed(July, 20)),
        (H::MarineDay, 2003, 2019, On::Monday(July, 3)),
        (H::MarineDay, 2020, 2020, On::Fixed(July, 23)),
        (H::MarineDay, 2021, 2021, On::Fixed(July, 22)),
        (H::MarineDay, 2022, LAST, On::Monday(July, 3)),
        (H::MountainDay, 2016, 2019, On::Fixed(August, 11)),
        (H::MountainDay, 2020, 2020, On::Fixed(August, 10)),
        (H::MountainDay, 2021, 2021, On::Fixed(August, 8)),
        (H::MountainDay, 2022, LAST, On::Fixed(August, 11)),
        (H::AgedDay, FIRST, 2002, On::Fixed(September, 15)),
        (H::AgedDay, 2003, LAST, On::Monday(September, 3)),
        (H::AutumnalEquinoxDay, FIRST, LAST, On::AutumnalEquinox),
        (H::PhysicalEducationDay, FIRST, 1999, On::Fixed(October, 10)),
        (H::PhysicalEducationDay, 2000, 2019, On::Monday(October, 2)),
        (H::SportsDay, 2020, 2020, On::Fixed(July, 24)),
        (H::SportsDay, 2021, 2021, On::Fixed(July, 23)),
        (H::SportsDay, 2022, LAST, On::Monday(October, 2)),
        (H::CultureDay, FIRST, LAST, On::Fixed(November, 3)),
        (H::LabourThanksgivingDay, FIRST, LAST, On::Fixed(November, 23)),
        (H::EnthronementCeremony, 1990, 1990, On::Fixed(November, 12)),
        (H::CrownPrincesWedding, 1993, 1993, On::Fixed(June, 9)),
        (H::EnthronementDay, 2019, 2019, On::Fixed(May, 1)),
        (H::EnthronementCeremony, 2019, 2019, On::Fixed(October, 22)),
    ]
};

/// From this year a substitute holiday skips holidays that follow the Sunday (2005, Act 43).
const SUBSTITUTE_SKIPS_FROM: i32 = 2007;

/// The public holiday on a day, if it is one.
pub fn public_holiday(date: Date) -> Result<Option<PublicHoliday>, HolidaysUnknown> {
    if !HOLIDAY_YEARS.contains(&date.year()) {
        return Err(HolidaysUnknown { date });
    }
    Ok(named(date)
        .or_else(|| is_substitute(date).then_some(H::SubstituteHoliday))
        .or_else(|| is_between(date).then_some(H::BetweenHoliday)))
}

/// The public holidays of a span of days, in order, both ends included.
pub fn public_holidays(
    days: RangeInclusive<Date>,
) -> Result<Vec<(Date, PublicHoliday)>, HolidaysUnknown> {
    std::iter::successors(Some(*days.start()), |date| date.next_day())
        .take_while(|date| date <= days.end())
        .filter_map(|date| {
            public_holiday(date)
                .map(|holiday| Some((date, holiday?)))
                .transpose()
        })
        .collect()
}

fn named(date: Date) -> Option<PublicHoliday> {
    let (year, month, day) = date.to_calendar_date();
    let falls = |on: &On| match *on {
        On::Fixed(m, d) => (month, day) == (m, d),
        On::Monday(m, nth) => {
            month == m && date.weekday() == Weekday::Monday && day.div_ceil(7) == nth
        }
        On::VernalEquinox => month == Month::March && i32::from(day) == vernal_equinox(year),
        On::AutumnalEquinox => {
            month == Month::September && i32::from(day) == autumnal_equinox(year)
        }
    };
    NAMED
        .iter()
        .find(|(_, first, last, on)| (*first..=*last).contains(&year) && falls(on))
        .map(|(holiday, ..)| *holiday)
}

/// Whether a day that the law does not name stands in for a holiday on the Sunday before it.
fn is_substitute(date: Date) -> bool {
    let mut run = std::iter::successors(date.previous_day(), |day| day.previous_day())
        .take_while(|day| named(*day).is_some());
    if date.year() < SUBSTITUTE_SKIPS_FROM {
        date.weekday() == Weekday::Monday && run.next().is_some()
    } else {
        run.any(|day| day.weekday() == Weekday::Sunday)
    }
}

/// Whether the days before and after are both holidays that the law names. The law excepted
/// Sundays until 2006; since then none lies so.
fn is_between(date: Date) -> bool {
    let is_named = |day: Option<Date>| day.is_some_and(|day| named(day).is_some());
    date.weekday() != Weekday::Sunday && is_named(date.previous_day()) && is_named(date.next_day())
}

/// The day in March on which the sun passes the vernal equinox in Japan; holds from 1980 to 2099.
fn vernal_equinox(year: i32) -> i32 {
    equinox(year, 20_843_100)
}

/// The day in September on which the sun passes the autumnal equinox in Japan; as above.
fn autumnal_equinox(year: i32) -> i32 {
    equinox(year, 23_248_800)
}

/// From the day of the equinox in 1980, in millionths: each year it comes 0.242194 days later,
/// and each leap day sets it back by one.
fn equinox(year: i32, in_1980: i32) -> i32 {
    let years = year - 1980;
    (in_1980 + 242_194 * years) / 1_000_000 - years / 4
}
