//! What the pages of booking share.

use std::borrow::Cow;

use maud::{Markup, html};
use time::Duration;
use yakusho_kernel::Timestamp;
use yakusho_scheduling::booking::BookingState;
use yakusho_scheduling::facility::Slot;
use yakusho_webkit::Lang;
use yakusho_webkit::text::clock;
use yakusho_webkit::ui::{Tag, Tone, day, short_day};

yakusho_webkit::texts! {
    /// What booking says.
    pub(super) enum Text {
        Bookings: "施設予約" / "Facility booking";
        Plan: "空き状況" / "Availability";
        Mine: "自分の予約" / "My bookings";
        Waiting: "承認・返却" / "Approvals and returns";
        Facilities: "施設の一覧" / "Facilities";
        New: "予約する" / "Book";
        Facility: "施設" / "Facility";
        When: "日時" / "When";
        Purpose: "用件" / "Purpose";
        Whose: "予約した人" / "Booked by";
        Quantity: "数" / "Number";
        State: "状態" / "State";
        Taken: "予約あり" / "Booked";
        To: "〜" / "to";
        Private: "非公開" / "Private";
        Pieces { n: i32 }: "{n}個" / "{n}";
        Capacity { n: i32 }: "{n}人" / "for {n}";

        IsWaiting: "キャンセル待ち" / "On the waiting list";
        Tentative: "承認待ち" / "Waits for approval";
        Confirmed: "予約済み" / "Booked";
        Lent: "貸出中" / "Handed out";
        Returned: "返却済み" / "Brought back";
        Refused: "不承認" / "Refused";
        Cancelled: "取り消し済み" / "Called off";
    }
}

/// Where a booking stands, in words.
pub(super) fn state(lang: Lang, state: BookingState) -> Cow<'static, str> {
    match state {
        BookingState::Waiting => Text::IsWaiting,
        BookingState::Tentative => Text::Tentative,
        BookingState::Confirmed => Text::Confirmed,
        BookingState::Lent => Text::Lent,
        BookingState::Returned => Text::Returned,
        BookingState::Refused => Text::Refused,
        BookingState::Cancelled => Text::Cancelled,
    }
    .to(lang)
}

/// The same as a tag.
pub(crate) fn tag(lang: Lang, of: BookingState) -> Tag {
    let tone = match of {
        BookingState::Confirmed => Tone::Success,
        BookingState::Tentative | BookingState::Waiting => Tone::Warning,
        BookingState::Lent => Tone::Info,
        BookingState::Returned | BookingState::Cancelled => Tone::Neutral,
        BookingState::Refused => Tone::Error,
    };
    Tag::new(tone, state(lang, of))
}

/// From when to when, with its days.
pub(super) fn slot(lang: Lang, slot: Slot) -> Markup {
    let (start, end) = (slot.starts_at.local(), slot.ends_at.local());
    html! {
        (day(lang, start.date())) " " (clock(start.time())) (Text::To.between(lang))
        @if last(slot) != start.date() { (day(lang, end.date())) " " (clock(end.time())) }
        @else { (until(slot)) }
    }
}

/// The same in short, for tables.
pub(super) fn short_slot(lang: Lang, slot: Slot) -> Markup {
    let (start, end) = (slot.starts_at.local(), slot.ends_at.local());
    html! {
        (short_day(lang, start.date())) " "
        span.times {
            (clock(start.time())) (Text::To.between(lang))
            @if last(slot) != start.date() { (short_day(lang, end.date())) " " (clock(end.time())) }
            @else { (until(slot)) }
        }
    }
}

/// The times of day alone: `10:00〜11:30`; the days too, where it is not of one day.
pub(super) fn times(lang: Lang, slot: Slot) -> String {
    let (start, end) = (slot.starts_at.local(), slot.ends_at.local());
    let between = Text::To.between(lang);
    if last(slot) == start.date() {
        return format!("{}{between}{}", clock(start.time()), until(slot));
    }
    let whole = |at: time::OffsetDateTime| {
        format!("{}/{} {}", u8::from(at.month()), at.day(), clock(at.time()))
    };
    format!("{}{between}{}", whole(start), whole(end))
}

impl Text {
    /// What stands between two times.
    fn between(&self, lang: Lang) -> Cow<'static, str> {
        match lang {
            Lang::Ja => self.to(lang),
            Lang::En => "\u{2013}".into(),
        }
    }
}

/// The end of a slot on its own day: 24:00 where it is midnight.
fn until(slot: Slot) -> String {
    hour(slot.starts_at.date(), slot.ends_at)
}

/// A time on the clock of that day: 24:00 at its end.
pub(super) fn hour(day: time::Date, at: Timestamp) -> String {
    let minutes = at.since(Timestamp::start_of(day)).whole_minutes();
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The last day of which the slot has a part.
fn last(slot: Slot) -> time::Date {
    slot.ends_at.plus(-Duration::MILLISECOND).date()
}

#[cfg(test)]
mod tests {
    use time::macros::{date, time};

    use super::*;

    #[test]
    fn times_are_said_shortly() {
        let day = date!(2026 - 11 - 25);
        let at = |time| Timestamp::at(day, time);
        let some = |from, until| Slot::new(at(from), until).unwrap();
        let hour = some(time!(9:05), at(time!(10:00)));
        assert_eq!(times(Lang::Ja, hour), "9:05〜10:00");
        assert_eq!(times(Lang::En, hour), "9:05–10:00");
        let midnight = Timestamp::start_of(date!(2026 - 11 - 26));
        assert_eq!(
            times(Lang::Ja, some(time!(22:00), midnight)),
            "22:00〜24:00"
        );
        let morning = Timestamp::at(date!(2026 - 11 - 26), time!(8:30));
        let night = some(time!(17:00), morning);
        assert_eq!(times(Lang::Ja, night), "11/25 17:00〜11/26 8:30");
    }
}
