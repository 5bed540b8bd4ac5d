//! How an event comes back: its fields, and in words.

use maud::{Markup, html};
use time::{Date, Weekday};
use yakusho_koyomi::weekday_ja;
use yakusho_scheduling::event::{Recurrence, RecurrenceForm, When};
use yakusho_scheduling::recurrence::{End, Frequency, Local, NthWeekday, OnClosed, Rule};
use yakusho_webkit::ui::{Choice, Disclosure, Form, day};
use yakusho_webkit::{Fields, Lang, Reader};

yakusho_webkit::texts! {
    enum Words {
        Open: "繰り返しの予定にする(毎週・毎月など)" / "Repeat it: weekly, monthly and so on";
        Repeat: "繰り返し" / "Repeats";
        Way: "繰り返し方" / "How it repeats";
        Once: "繰り返さない" / "Does not repeat";
        Daily: "毎日" / "Daily";
        Weekly: "毎週(曜日で指定)" / "Weekly, on days of the week";
        MonthDay: "毎月(開始日と同じ日)" / "Monthly, on the same day of the month";
        MonthWeekday: "毎月(開始日と同じ第何曜日)" / "Monthly, on the same weekday of the month (such as the second Tuesday)";
        MonthEnd: "毎月末" / "Monthly, on the last day of the month";
        Yearly: "毎年" / "Yearly";
        Kept: "今の繰り返し方のまま" / "As it repeats now";
        Every: "間隔" / "Every";
        EveryHelp: "1なら毎回、2なら1回おき(隔日・隔週・隔月)です。" / "1: each time; 2: every other time.";
        Weekdays: "曜日" / "Days of the week";
        WeekdaysHelp: "「毎週」のときだけ使います。選ばなければ開始日の曜日です。" / "For “Weekly” alone. None: that of the start.";
        Ends: "終わり" / "It ends";
        Never: "終わりなし" / "Never";
        Until: "次の日まで" / "On a day";
        Count: "次の回数" / "After a number of times";
        UntilDay: "終わりの日" / "Last day";
        Times: "回数" / "Times";
        OnClosed: "閉庁日に当たるとき" / "On days on which the town hall is closed";
        OnClosedHelp: "毎月の最終開庁日にするには、「毎月末」と「前の開庁日に移す」を選びます。" / "For the last working day of each month choose its last day, moved to the working day before.";
        Keep: "そのまま行う" / "It takes place";
        Next: "次の開庁日に移す" / "It moves to the next working day";
        Previous: "前の開庁日に移す" / "It moves to the working day before";
        Skip: "その日は行わない" / "It falls out";

        SaidDaily { n: u16 }: "{n}日ごと" / "every {n} days";
        SaidWeekly { n: u16 }: "{n}週ごと" / "every {n} weeks";
        SaidMonthly { n: u16 }: "{n}か月ごと" / "every {n} months";
        SaidYearly { n: u16 }: "{n}年ごと" / "every {n} years";
        EachDay: "毎日" / "every day";
        EachWeek: "毎週" / "every week";
        EachMonth: "毎月" / "every month";
        EachYear: "毎年" / "every year";
        OnDay { day: i8 }: "{day}日" / "on the {day}.";
        OnLastDay: "末日" / "on its last day";
        Nth { n: i8, weekday: String }: "第{n}{weekday}" / "on {weekday} no. {n}";
        Last { weekday: String }: "最終{weekday}" / "on the last {weekday}";
        Other: "別に定めた規則" / "by a rule of its own";
        SaidUntil: "まで" / "until";
        SaidCount { n: u32 }: "{n}回" / "{n} time" | "{n} times" by n;
    }
}

/// The ways that the form offers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Once,
    Daily,
    Weekly,
    MonthDay,
    MonthWeekday,
    MonthEnd,
    Yearly,
    Kept,
}

impl Way {
    const ALL: [Self; 8] = [
        Self::Once,
        Self::Daily,
        Self::Weekly,
        Self::MonthDay,
        Self::MonthWeekday,
        Self::MonthEnd,
        Self::Yearly,
        Self::Kept,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::MonthDay => "month_day",
            Self::MonthWeekday => "month_weekday",
            Self::MonthEnd => "month_end",
            Self::Yearly => "yearly",
            Self::Kept => "kept",
        }
    }

    const fn label(self) -> Words {
        match self {
            Self::Once => Words::Once,
            Self::Daily => Words::Daily,
            Self::Weekly => Words::Weekly,
            Self::MonthDay => Words::MonthDay,
            Self::MonthWeekday => Words::MonthWeekday,
            Self::MonthEnd => Words::MonthEnd,
            Self::Yearly => Words::Yearly,
            Self::Kept => Words::Kept,
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// By which way of the form an event comes back.
    fn of(recurrence: Option<&Recurrence>, start: Date) -> Self {
        let Some(recurrence) = recurrence else {
            return Self::Once;
        };
        let rule = &recurrence.rule;
        let (days, weekdays) = (rule.month_days(), rule.weekdays());
        match rule.frequency() {
            _ if rule.is_elaborate() => Self::Kept,
            Frequency::Daily if days.is_empty() && weekdays.is_empty() => Self::Daily,
            Frequency::Weekly => Self::Weekly,
            Frequency::Monthly => match (days, weekdays) {
                ([], []) => Self::MonthDay,
                ([-1], []) => Self::MonthEnd,
                ([day], []) if u8::try_from(*day) == Ok(start.day()) => Self::MonthDay,
                ([], [one]) if *one == nth(start) => Self::MonthWeekday,
                _ => Self::Kept,
            },
            Frequency::Yearly if days.is_empty() && weekdays.is_empty() => Self::Yearly,
            _ => Self::Kept,
        }
    }
}

const WEEK: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// Which weekday of its month a day is; the fifth counts as the last.
fn nth(day: Date) -> NthWeekday {
    let nth = match day.day().div_ceil(7) {
        1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        _ => -1,
    };
    NthWeekday {
        nth: Some(nth),
        weekday: day.weekday(),
    }
}

/// What the fields hold where the event does not come back.
fn unused(field: &str) -> Option<&'static str> {
    match field {
        "repeat" => Some(Way::Once.code()),
        "every" => Some("1"),
        "ends" => Some("never"),
        "on_closed" => Some(OnClosed::Keep.code()),
        "weekdays" | "until" | "times" => Some(""),
        _ => None,
    }
}

/// The fields; they hold how the event comes back now.
pub(crate) fn fields(form: &Form, lang: Lang, now: Option<&Recurrence>, when: &When) -> Markup {
    let rule = now.map(|now| &now.rule);
    let way = Way::of(now, when.start().date());
    let ways = Way::ALL.into_iter();
    let ways = ways
        .filter(|known| *known != Way::Kept || way == Way::Kept)
        .map(|way| Choice::new(way.code(), way.label().to(lang)));
    let weekdays = rule.map_or(&[][..], Rule::weekdays).iter();
    let chosen: Vec<&str> = weekdays
        .filter_map(|day| WEEK.iter().find(|(_, known)| *known == day.weekday))
        .map(|(code, _)| *code)
        .collect();
    let (ends, until, times) = match rule.map_or(End::Never, Rule::end) {
        End::Never => ("never", None, None),
        End::Count(n) => ("count", None, Some(n)),
        End::Day(_) | End::Local(_) | End::Utc(_) => {
            ("until", rule.and_then(|rule| last_day(rule, when)), None)
        }
    };
    let closed = [
        (OnClosed::Keep, Words::Keep),
        (OnClosed::Next, Words::Next),
        (OnClosed::Previous, Words::Previous),
        (OnClosed::Skip, Words::Skip),
    ];
    let on_closed = now.map(|now| now.on_closed).unwrap_or_default();
    let open = way != Way::Once || form.uses(unused);
    let body = html! {
        fieldset.group {
            legend { (Words::Repeat.to(lang)) }
            (form.select("repeat", Words::Way.to(lang)).required().value(way.code()).options(ways))
            (form.number("every", Words::Every.to(lang)).help(Words::EveryHelp.to(lang))
                .value(rule.map_or(1, Rule::interval).to_string()))
            (form.checkboxes("weekdays", Words::Weekdays.to(lang)).help(Words::WeekdaysHelp.to(lang))
                .options(WEEK.map(|(code, day)| Choice::new(code, weekday(lang, day))))
                .values(chosen))
            (form.radios("ends", Words::Ends.to(lang)).value(ends).options([
                Choice::new("never", Words::Never.to(lang)),
                Choice::new("until", Words::Until.to(lang)),
                Choice::new("count", Words::Count.to(lang)),
            ]))
            (form.date("until", Words::UntilDay.to(lang)).values(until.map(|day| day.to_string())))
            (form.number("times", Words::Times.to(lang)).values(times.map(|n| n.to_string())))
            (form.radios("on_closed", Words::OnClosed.to(lang)).help(Words::OnClosedHelp.to(lang))
                .value(on_closed.code())
                .options(closed.map(|(way, label)| Choice::new(way.code(), label.to(lang)))))
        }
    };
    html! { (Disclosure::new(Words::Open.to(lang), body).open(open)) }
}

/// Whether it was entered that the event comes back.
pub(super) fn is_used(fields: &Fields) -> bool {
    let way = fields.first("repeat").and_then(Way::from_code);
    way.is_some_and(|way| way != Way::Once)
}

/// The last day of a rule for something at that time.
fn last_day(rule: &Rule, when: &When) -> Option<Date> {
    rule.last_day(when.start().time(), when.zone())
}

/// How an event that begins then is to come back, as it was entered; `now` says how it does and when it was so far.
pub(crate) fn read(
    read: &mut Reader<'_>,
    fields: &Fields,
    begins: Option<Local>,
    now: Option<(&Recurrence, &When)>,
) -> Option<RecurrenceForm> {
    let way = read.with("repeat", Way::from_code).unwrap_or(Way::Once);
    let every: u16 = read.one("every").unwrap_or(1);
    let on_closed = read
        .with("on_closed", OnClosed::from_code)
        .unwrap_or_default();
    let end = match fields.text("ends").as_str() {
        "until" => read
            .needed("until", Reader::day)
            .map_or(End::Never, End::Day),
        "count" => read
            .needed("times", Reader::one)
            .map_or(End::Never, End::Count),
        _ => End::Never,
    };
    let begins = begins?;
    let start = begins.date();
    // A day that nobody touched is the end that it stands for.
    let same = now.filter(|(now, when)| {
        let last = last_day(&now.rule, when);
        when.start().time() == begins.time() && last.map(End::Day) == Some(end)
    });
    let end = same.map_or(end, |(now, _)| now.rule.end());
    let rule = match way {
        Way::Once => return None,
        Way::Daily => Rule::every(every, Frequency::Daily),
        Way::Weekly => {
            let chosen = WEEK.iter();
            let chosen = chosen.filter(|(code, _)| fields.all("weekdays").any(|it| it == *code));
            let days = chosen.map(|(_, weekday)| NthWeekday {
                nth: None,
                weekday: *weekday,
            });
            Rule::every(every, Frequency::Weekly).on(days)
        }
        Way::MonthDay => {
            let day = i8::try_from(start.day()).unwrap_or(1);
            Rule::every(every, Frequency::Monthly).on_month_day(day)
        }
        Way::MonthWeekday => Rule::every(every, Frequency::Monthly).on([nth(start)]),
        Way::MonthEnd => Rule::every(every, Frequency::Monthly).on_month_day(-1),
        Way::Yearly => Rule::every(every, Frequency::Yearly),
        Way::Kept => now?.0.rule.clone(),
    };
    Some(RecurrenceForm {
        rule: rule.ending(end).to_string(),
        on_closed,
    })
}

fn weekday(lang: Lang, day: Weekday) -> String {
    match lang {
        Lang::Ja => format!("{}曜日", weekday_ja(day)),
        Lang::En => day.to_string(),
    }
}

/// How an event comes back that is then, in words.
pub(in crate::schedule) fn in_words(lang: Lang, recurrence: &Recurrence, when: &When) -> Markup {
    let rule = &recurrence.rule;
    let (pace, each) = match (rule.frequency(), rule.interval()) {
        (Frequency::Daily, n) => (Words::SaidDaily { n }, Words::EachDay),
        (Frequency::Weekly, n) => (Words::SaidWeekly { n }, Words::EachWeek),
        (Frequency::Monthly, n) => (Words::SaidMonthly { n }, Words::EachMonth),
        (Frequency::Yearly, n) => (Words::SaidYearly { n }, Words::EachYear),
        _ => (Words::Other, Words::Other),
    };
    let pace = if rule.interval() == 1 { each } else { pace };
    let mut parts = vec![pace.to(lang).into_owned()];
    if rule.is_elaborate() {
        parts.push(Words::Other.to(lang).into_owned());
    } else {
        let days = rule.weekdays().iter().map(|day| {
            let name = weekday(lang, day.weekday);
            match day.nth {
                None => name,
                Some(-1) => Words::Last { weekday: name }.to(lang).into_owned(),
                Some(n) => Words::Nth { n, weekday: name }.to(lang).into_owned(),
            }
        });
        parts.extend(days);
        parts.extend(rule.month_days().iter().map(|day| match *day {
            -1 => Words::OnLastDay.to(lang).into_owned(),
            day => Words::OnDay { day }.to(lang).into_owned(),
        }));
    }
    let closed = match recurrence.on_closed {
        OnClosed::Keep => None,
        OnClosed::Next => Some(Words::Next),
        OnClosed::Previous => Some(Words::Previous),
        OnClosed::Skip => Some(Words::Skip),
    };
    let until = |date: Date| {
        html! {
            @match lang {
                Lang::Ja => { (day(lang, date)) (Words::SaidUntil.to(lang)) }
                Lang::En => { (Words::SaidUntil.to(lang)) " " (day(lang, date)) }
            }
        }
    };
    html! {
        (parts.join(" "))
        @if let End::Count(n) = rule.end() { ", " (Words::SaidCount { n }.to(lang)) }
        @if let Some(date) = last_day(rule, when) { ", " (until(date)) }
        @if let Some(closed) = closed {
            br; (Words::OnClosed.to(lang)) ": " (closed.to(lang))
        }
    }
}
