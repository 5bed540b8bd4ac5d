//! Texts for people, Japanese and English side by side.
//!
//! Each web crate declares its own texts with [`texts!`](crate::texts); what every page needs
//! (buttons, validation messages, pagination, sizes) is in [`Common`].

mod common;

pub use common::Common;

use time::{Date, OffsetDateTime, Time};
use yakusho_koyomi::{FiscalYear, Style, styled, weekday_ja};

use crate::Lang;

/// Declares an enum of texts, a row per text with both languages in it.
///
/// A row without one of its languages, or with an empty one, does not compile; nor does a
/// placeholder that is not a parameter. Parameters take whatever implements `Display`. Where
/// English tells one from many, the row says by which parameter: `"{n} day" | "{n} days" by n`.
///
/// ```
/// yakusho_webkit::texts! {
///     /// What the board says.
///     pub enum Text {
///         Boards: "掲示板" / "Boards";
///         Progress { done: u64, all: u64 }: "{all}人中{done}人が確認" / "{done} of {all} confirmed";
///         Days { n: u64 }: "{n}日" / "{n} day" | "{n} days" by n;
///     }
/// }
/// assert_eq!(Text::Days { n: 1 }.to(yakusho_webkit::Lang::En), "1 day");
/// ```
#[macro_export]
macro_rules! texts {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $(
                $key:ident $({ $($param:ident : $ty:ty),+ $(,)? })? :
                    $ja:literal / $en:literal $(| $many:literal by $count:ident)? ;
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis enum $name {
            $(
                #[doc = concat!("`", $ja, "` / `", $en, "`")]
                $key $({ $(
                    #[doc = concat!("Stands for `{", stringify!($param), "}`.")]
                    $param: $ty
                ),+ })?
            ),+
        }

        impl $name {
            /// The text in `lang`, its parameters filled in.
            $vis fn to(&self, lang: $crate::Lang) -> ::std::borrow::Cow<'static, str> {
                match lang {
                    $crate::Lang::Ja => match self {
                        $( Self::$key $({ $($param),+ })? =>
                            $crate::texts!(@say $ja [$($($param)+)?]) ),+
                    },
                    $crate::Lang::En => match self {
                        $( Self::$key $({ $($param),+ })? =>
                            $crate::texts!(@count $en [$($many by $count)?] [$($($param)+)?]) ),+
                    },
                }
            }
        }

        $( const _: () = assert!(!$ja.is_empty() && !$en.is_empty(), "a text is empty"); )+
    };
    (@count $text:literal [] $params:tt) => { $crate::texts!(@say $text $params) };
    (@count $one:literal [$many:literal by $count:ident] $params:tt) => {
        if *$count == 1 {
            $crate::texts!(@say $one $params)
        } else {
            $crate::texts!(@say $many $params)
        }
    };
    (@say $text:literal []) => { ::std::borrow::Cow::Borrowed($text) };
    (@say $text:literal [$($param:ident)+]) => {{
        // A language may do without a parameter that the other needs.
        let _ = ($($param,)+);
        ::std::borrow::Cow::Owned(::std::format!($text))
    }};
}

/// A day as pages and mails write it: `令和8年（2026年）11月21日（土）`, `21 November 2026`.
pub fn day(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Ja => {
            let weekday = weekday_ja(date.weekday());
            format!("{}（{weekday}）", styled(date, Style::Both))
        }
        Lang::En => styled(date, Style::English).to_string(),
    }
}

/// A fiscal year: `令和8年度`, `FY2026`.
pub fn fiscal_year(lang: Lang, year: FiscalYear) -> String {
    match lang {
        Lang::Ja => year.to_string(),
        Lang::En => format!("FY{}", year.year()),
    }
}

/// A moment: `令和8年（2026年）11月21日（土）9:05`, `21 November 2026, 9:05`. Hand in the town
/// hall's local time.
pub fn moment(lang: Lang, local: OffsetDateTime) -> String {
    let between = match lang {
        Lang::Ja => "",
        Lang::En => ", ",
    };
    format!(
        "{}{between}{}",
        day(lang, local.date()),
        clock(local.time())
    )
}

/// A time of day: `9:05`.
pub fn clock(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// A size as the folders on people's desks show it, in steps of 1,024: `512 B`, `34 KB`, `1.2 MB`, `100 MB`. Rounded
/// down, so that a limit never promises more than is taken; a decimal only where it tells something.
pub fn size(bytes: u64) -> String {
    const STEP: u64 = 1 << 10;
    let (unit, name) = match bytes {
        0..STEP => return format!("{bytes} B"),
        STEP..0x10_0000 => (STEP, "KB"),
        0x10_0000..0x4000_0000 => (1 << 20, "MB"),
        _ => (1 << 30, "GB"),
    };
    let (whole, tenth) = (bytes / unit, bytes % unit * 10 / unit);
    if whole < 10 && tenth > 0 {
        format!("{whole}.{tenth} {name}")
    } else {
        format!("{whole} {name}")
    }
}

/// A whole number with a comma every three digits: `12,345`, as both languages write it.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
