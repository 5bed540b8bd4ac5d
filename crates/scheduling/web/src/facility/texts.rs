//! What the pages of facilities share.

use std::borrow::Cow;

use maud::{Markup, html};
use time::{Duration, Weekday};
use yakusho_scheduling::facility::{FacilityKind, Slot};
use yakusho_webkit::Lang;
use yakusho_webkit::text::clock;
use yakusho_webkit::ui::moment;

yakusho_webkit::texts! {
    /// What they say.
    pub(super) enum Text {
        Facilities: "施設・備品・公用車" / "Facilities";
        Room: "部屋" / "Room";
        Equipment: "備品" / "Equipment";
        Car: "車" / "Car";
        Kind: "種別" / "Kind";
        Category: "分類" / "Category";
        Name: "名称" / "Name";
        NameJa: "名称(日本語)" / "Name (Japanese)";
        NameEn: "名称(英語)" / "Name (English)";
        NameEnHelp: "空欄なら、英語の画面にも日本語の名称を表示します。" / "Empty: the Japanese name is shown in English, too.";
        Code: "管理番号" / "Code";
        Place: "場所" / "Place";
        Capacity: "定員" / "Holds";
        Seats { n: i32 }: "{n}人" / "{n} person" | "{n} people" by n;
        Units: "数量" / "Number";
        Pieces { n: i32 }: "{n}個" / "{n}";
        Position: "並び順" / "Order";
        PositionHelp: "小さい数から順に並びます。" / "Smaller numbers come first.";
        Closed: "利用停止" / "Closed";
        NeedsApproval: "承認が必要" / "Needs approval";
        NotBookable: "予約できません" / "Not yours to book";
        Notes: "注意事項" / "Notes";
        Hours: "利用できる時間" / "Open";
        ClosedDay: "利用不可" / "Closed";
        AllDay: "終日" / "All day";
        To: "〜" / "to";
        Blackouts: "利用できない期間" / "Blackouts";
        Back: "施設に戻る" / "Back to the facility";
    }
}

/// A kind in words.
pub(super) fn kind(lang: Lang, kind: FacilityKind) -> Cow<'static, str> {
    match kind {
        FacilityKind::Room => Text::Room,
        FacilityKind::Equipment => Text::Equipment,
        FacilityKind::Car => Text::Car,
    }
    .to(lang)
}

/// The days of the week, Monday first, by the names of their fields.
pub(super) const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// A day of the week in words.
pub(super) const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let (ja, en) = match day {
        Weekday::Monday => ("月曜日", "Monday"),
        Weekday::Tuesday => ("火曜日", "Tuesday"),
        Weekday::Wednesday => ("水曜日", "Wednesday"),
        Weekday::Thursday => ("木曜日", "Thursday"),
        Weekday::Friday => ("金曜日", "Friday"),
        Weekday::Saturday => ("土曜日", "Saturday"),
        Weekday::Sunday => ("日曜日", "Sunday"),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// A time from its start to its end; the day stands there once where it is one.
pub(super) fn time(lang: Lang, slot: Slot) -> Markup {
    let (starts, ends) = (slot.starts_at.local(), slot.ends_at.local());
    html! {
        (moment(lang, starts)) " " (Text::To.to(lang)) " "
        @if starts.date() == ends.date() { (clock(ends.time())) } @else { (moment(lang, ends)) }
    }
}

yakusho_webkit::texts! {
    enum Length {
        Minutes { n: i64 }: "{n}分" / "{n} minute" | "{n} minutes" by n;
        Hours { n: i64 }: "{n}時間" / "{n} hour" | "{n} hours" by n;
        Days { n: i64 }: "{n}日" / "{n} day" | "{n} days" by n;
    }
}

/// So many minutes in words.
pub(super) fn length(lang: Lang, minutes: i32) -> String {
    let whole = Duration::minutes(i64::from(minutes));
    let parts = [
        (
            whole.whole_days(),
            Length::Days {
                n: whole.whole_days(),
            },
        ),
        (
            whole.whole_hours() % 24,
            Length::Hours {
                n: whole.whole_hours() % 24,
            },
        ),
        (
            whole.whole_minutes() % 60,
            Length::Minutes {
                n: whole.whole_minutes() % 60,
            },
        ),
    ];
    let parts = parts.iter().filter(|(n, _)| *n > 0);
    let parts: Vec<_> = parts.map(|(_, part)| part.to(lang)).collect();
    match lang {
        Lang::Ja => parts.join(""),
        Lang::En => parts.join(" "),
    }
}
