//! Why a facility is not to be had, in words.

use time::Date;
use yakusho_scheduling::booking::{Clash, Obstacle};
use yakusho_scheduling::facility::{Facility, Slot};
use yakusho_webkit::Lang;
use yakusho_webkit::text::{clock, day};

yakusho_webkit::texts! {
    enum Text {
        Booked { time: String }: "{time}は、ほかの予約が入っています。" / "It is booked {time}.";
        BookedBy { time: String, name: String, purpose: String }: "{time}は、{name}さんの予約「{purpose}」が入っています。" / "It is booked {time} by {name}: {purpose}.";
        BlackedOut { time: String, reason: String }: "{time}は使用できません({reason})。" / "It cannot be used {time}: {reason}.";
        Closed { time: String, hours: String }: "{time}は、利用できる時間の外です(その日は{hours}に利用できます)。" / "It is not open {time}; that day it is open {hours}.";
        ClosedDay { time: String }: "{time}は、利用できない日に当たります。" / "It is closed {time}.";
        Times { from: String, until: String }: "{from}〜{until}" / "{from} to {until}";
    }
}

/// What stands against a booking of that facility.
pub(crate) fn in_words(lang: Lang, facility: &Facility, clash: &Clash) -> String {
    let text = match &clash.obstacle {
        Obstacle::Booked { held, whose, .. } => match whose {
            Some(whose) => Text::BookedBy {
                time: times(lang, *held),
                name: whose.name.clone(),
                purpose: whose.purpose.clone(),
            },
            None => Text::Booked {
                time: times(lang, *held),
            },
        },
        Obstacle::BlackedOut { slot, reason } => Text::BlackedOut {
            time: times(lang, *slot),
            reason: reason.clone(),
        },
        Obstacle::Closed => {
            let time = times(lang, clash.wanted);
            match hours(facility, clash.wanted.starts_at.date()) {
                Some((from, until)) => Text::Closed {
                    time,
                    hours: Text::Times { from, until }.to(lang).into_owned(),
                },
                None => Text::ClosedDay { time },
            }
        }
    };
    text.to(lang).into_owned()
}

/// From when until when; the day is named again where it is another.
pub(crate) fn times(lang: Lang, slot: Slot) -> String {
    let (start, end) = (slot.starts_at.local(), slot.ends_at.local());
    let from = format!("{} {}", day(lang, start.date()), clock(start.time()));
    let until = if end.date() == start.date() {
        clock(end.time())
    } else {
        format!("{} {}", day(lang, end.date()), clock(end.time()))
    };
    Text::Times { from, until }.to(lang).into_owned()
}

/// The hours in which a facility is open on such a day of the week.
fn hours(facility: &Facility, on: Date) -> Option<(String, String)> {
    let hours = facility.settings.opening.on(on.weekday())?;
    let shown = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    Some((shown(hours.from()), shown(hours.until())))
}
