//! The limits and periods that differ from city to city.

use std::fmt::Display;
use std::ops::RangeInclusive;

use toml::de::DeValue;

use crate::Period;

macro_rules! values {
    ($( $(#[$doc:meta])+ $name:ident: $type:ty = $default:expr, $range:expr; )+) => {
        /// The values of a city on a day. A value that the profile does not give has the default described here; one
        /// outside its range is a fault of the profile.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Values {
            $( $(#[$doc])+ pub $name: $type, )+
        }

        impl Default for Values {
            fn default() -> Self {
                Self { $( $name: $default, )+ }
            }
        }

        impl Values {
            /// The name of every value, as profiles write it.
            pub const NAMES: &[&str] = &[$( stringify!($name), )+];

            /// Takes over one value from a profile; the error says what is wrong with it.
            pub(crate) fn set(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
                match name {
                    $( stringify!($name) => self.$name = Setting::read(value, &$range)?, )+
                    _ => return Err(format!("unknown value {name:?}")),
                }
                Ok(())
            }
        }
    };
}

values! {
    /// Characters that a password has at least: 8 to 128. By default 12, which a phrase of a few words reaches and which
    /// puts guessing out of reach without asking for special characters.
    password_min_length: u32 = 12, 8..=128;
    /// After how long a password must be changed: 30 days to 3 years. It is given exactly where the rule `password.age` is
    /// in force, and has no default, since forced change without cause makes passwords weaker.
    password_max_age: Option<Period> = None, Period::Days(30)..=Period::Years(3);
    /// How many former passwords may not be set again: 0 to 24; the present one never can. By default 0, since a
    /// password that nobody guessed does not become worse by rest.
    password_remembered: u32 = 0, 0..=24;
    /// How many days before a password's end its owner is told, from the longest: by default 30, 7 and 1, so that one of
    /// them falls outside any holiday.
    password_reminder_days: Vec<u32> = vec![30, 7, 1], 0..=180;
    /// After how long a change is suggested where none is demanded: 30 days to 5 years. By default a year.
    password_change_suggested_after: Period = Period::Years(1), Period::Days(30)..=Period::Years(5);
    /// Hours for which a one-time password can be used: 1 to 336. By default 72, so that one handed out on a Friday still
    /// works on Monday.
    one_time_password_hours: u32 = 72, 1..=336;
    /// Failed sign-ins after which further ones are refused for a while: 3 to 100. By default 10, more than an owner needs
    /// who mistypes.
    lockout_failures: u32 = 10, 3..=100;
    /// Minutes within which failed sign-ins are counted together: 1 to 1,440. By default 15.
    lockout_window_minutes: u32 = 15, 1..=1_440;
    /// Minutes for which sign-in is refused after too many failures: 1 to 1,440. By default 15, which stops guessing and
    /// lets the owner in again on the same morning.
    lockout_minutes: u32 = 15, 1..=1_440;
    /// Minutes without a request after which a session ends: 5 to 1,440. By default 60, a meeting's length.
    session_idle_minutes: u32 = 60, 5..=1_440;
    /// Hours after which a session ends in any case: 1 to 168. By default 12, a working day with overtime.
    session_absolute_hours: u32 = 12, 1..=168;
    /// The longest life of an API token: 1 day to 3 years. By default a year, so that its owner looks at it each fiscal year.
    api_token_longest: Period = Period::Years(1), Period::Days(1)..=Period::Years(3);
    /// Days without a sign-in after which an account counts as long unused, and its manager is asked: 14 to 730. By
    /// default 90.
    unused_account_days: u32 = 90, 14..=730;
    /// The longest time for which an account of anyone but regular staff is approved at once: 1 day to 5 years. By
    /// default a year, the term of fixed-term appointments.
    other_account_longest: Period = Period::Years(1), Period::Days(1)..=Period::Years(5);
    /// How many days before the end of an account its owner and manager are told, from the longest: by default 30, 7 and 1.
    account_end_reminder_days: Vec<u32> = vec![30, 7, 1], 0..=180;
    /// Working days within which a manager answers whether an account is still needed, before the question is repeated:
    /// 1 to 60. By default 5, what this program takes "promptly" to mean.
    leaver_answer_working_days: u32 = 5, 1..=60;
    /// Working days after which what is unread counts as unchecked: 1 to 20. By default 1, every working day.
    daily_check_working_days: u32 = 1, 1..=20;
    /// How many days before its due date an open confirmation reminds those who owe it, from the longest; 0 is the day
    /// itself. By default 3, 1 and 0.
    confirmation_reminder_days: Vec<u32> = vec![3, 1, 0], 0..=180;
    /// Every how many working days an overdue confirmation reminds again: 1 to 60. By default 1.
    confirmation_overdue_working_days: u32 = 1, 1..=60;
    /// How many days before the day of a duty whoever owes it is reminded, from the longest; 0 is the day itself. By
    /// default 7, 1 and 0: a week to do it in, and the last moment.
    duty_reminder_days: Vec<u32> = vec![7, 1, 0], 0..=180;
    /// How many days a duty may be late before whoever is above the one who owes it is told: 0 to 60. By default 3, so
    /// that a weekend lies within them.
    duty_escalation_days: u32 = 3, 0..=60;
    /// Days after the end of an agreement on data provided outside by which they are returned or disposed of: 1 to 366. By
    /// default 14, time to gather and to certify it.
    provision_return_days: u32 = 14, 1..=366;
    /// Days within which a question about a section's content is answered: 1 to 60. By default 7: a week's working days.
    inquiry_answer_days: u32 = 7, 1..=60;
    /// Days within which a report of a violation is handled: 1 to 60. By default 7, since what defames does so meanwhile.
    violation_handling_days: u32 = 7, 1..=60;
    /// Days within which a pledge is given by whoever is asked for it: 1 to 366. By default 14; the articles set none.
    pledge_days: u32 = 14, 1..=366;
    /// Days before somebody's last one on which they are asked for the pledge of those who leave: 1 to 366. By default 30,
    /// as orders are known by then.
    pledge_before_leaving_days: u32 = 30, 1..=366;
    /// The longest time between two reviews of a measure that protects an information system: 30 days to 5 years. By
    /// default a year, so that each is looked at once before every budget.
    measure_review_interval: Period = Period::Years(1), Period::Days(30)..=Period::Years(5);
    /// Bytes that one uploaded file has at most: 1 MiB to 16 GiB. By default 100 MiB, enough for scanned plans.
    upload_limit_bytes: u64 = 100 * 1024 * 1024, 1024 * 1024..=16 * 1024 * 1024 * 1024;
}

/// A kind of value that a profile can give.
trait Setting: Sized {
    /// What the range is measured in.
    type Measure;

    /// Reads it, or says what was expected.
    fn read(value: &DeValue<'_>, range: &RangeInclusive<Self::Measure>) -> Result<Self, String>;
}

fn within<T: Display>(
    inside: bool,
    value: &impl Display,
    range: &RangeInclusive<T>,
) -> Result<(), String> {
    if inside {
        return Ok(());
    }
    Err(format!(
        "{value} is out of range: expected {} to {}",
        range.start(),
        range.end()
    ))
}

impl Setting for u64 {
    type Measure = Self;

    fn read(value: &DeValue<'_>, range: &RangeInclusive<Self>) -> Result<Self, String> {
        let integer = value
            .as_integer()
            .ok_or_else(|| format!("expected a whole number, found: {}", value.type_str()))?;
        let number = i128::from_str_radix(integer.as_str(), integer.radix())
            .map_err(|_| format!("{integer} is no number"))?;
        let inside = Self::try_from(number)
            .ok()
            .filter(|number| range.contains(number));
        within(inside.is_some(), &number, range)?;
        inside.ok_or_else(|| format!("{number} is out of range"))
    }
}

impl Setting for u32 {
    type Measure = Self;

    fn read(value: &DeValue<'_>, range: &RangeInclusive<Self>) -> Result<Self, String> {
        let wide = u64::from(*range.start())..=u64::from(*range.end());
        let number = u64::read(value, &wide)?;
        Self::try_from(number).map_err(|_| format!("{number} is out of range"))
    }
}

impl Setting for Vec<u32> {
    type Measure = u32;

    fn read(value: &DeValue<'_>, range: &RangeInclusive<u32>) -> Result<Self, String> {
        let list = value.as_array().ok_or_else(|| {
            format!(
                "expected a list of whole numbers, found: {}",
                value.type_str()
            )
        })?;
        let days: Self = list
            .iter()
            .map(|day| u32::read(day.get_ref(), range))
            .collect::<Result<_, _>>()?;
        if !days.is_sorted_by(|longer, shorter| longer > shorter) {
            return Err("expected each number once, from the largest to the smallest".to_owned());
        }
        Ok(days)
    }
}

impl Setting for Period {
    type Measure = Self;

    fn read(value: &DeValue<'_>, range: &RangeInclusive<Self>) -> Result<Self, String> {
        let text = value.as_str().ok_or_else(|| {
            format!(
                "expected a period such as \"1 year\", found: {}",
                value.type_str()
            )
        })?;
        let period: Self = text.parse().map_err(|fault| format!("{fault}"))?;
        let days = range.start().about_days()..=range.end().about_days();
        within(days.contains(&period.about_days()), &period, range)?;
        Ok(period)
    }
}

impl Setting for Option<Period> {
    type Measure = Period;

    fn read(value: &DeValue<'_>, range: &RangeInclusive<Period>) -> Result<Self, String> {
        Period::read(value, range).map(Some)
    }
}
