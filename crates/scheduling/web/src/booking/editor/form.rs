//! The fields of a booking.

use maud::{Markup, html};
use time::{Date, Duration, Time};
use yakusho_scheduling::booking::Booking;
use yakusho_scheduling::event::When;
use yakusho_scheduling::facility::{self, Category, FacilityId, FacilityRow};
use yakusho_scheduling::recurrence::{Local, Zone};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Lang, Visit};

use super::super::texts::Text;
use crate::people::Offer;
use crate::schedule::{repeat, time, time_of_day};

/// The field of those who take part in the event that is written with the booking.
pub(super) const PEOPLE: &str = "participants";

yakusho_webkit::texts! {
    enum Words {
        When: "日時" / "When";
        First: "使い始める日" / "First day";
        Start: "開始時刻" / "From";
        Last: "使い終わる日" / "Last day";
        LastHelp: "空欄なら、使い始める日と同じ日です。" / "Empty: the same day.";
        End: "終了時刻" / "Until";
        PurposeHelp: "例: 予算の打合せ。個人の氏名・住所・電話番号などは書かないでください。" / "Such as “Budget meeting”. Leave out names, addresses and phone numbers of citizens.";
        Quantity: "数(備品の場合)" / "How many (of equipment)";
        QuantityHelp: "会議室や車は1のままにしてください。" / "1 of rooms and cars.";
        Private: "非公開にする" / "Private";
        PrivateHelp: "ほかの人には「予約あり」とだけ表示されます。公開が原則です。" / "Others see that it is booked, and nothing else. Open is the rule.";
        Together: "予定表" / "Calendar";
        WithEvent: "自分の予定表にも登録する" / "Put it into my calendar, too";
        WithEventHelp: "予定と予約が一つになり、予定を動かすと予約も動きます。" / "Event and booking are one: move the event, and the booking follows.";
        Participants: "参加者" / "Participants";
        ParticipantsHelp: "選ぶと、参加者の予定表にも登録され、通知が届きます。一人で使うときは選ばなくてかまいません。" / "It is put into their calendars, and they are told. Nobody is needed.";
    }
}

/// What the fields hold until something is typed.
pub(super) struct Held {
    pub(super) facility: Option<FacilityId>,
    start: Local,
    end: Local,
    quantity: i32,
    purpose: String,
    private: bool,
}

impl Held {
    /// What the address says; else the next full hour of today, or nine o'clock on another day.
    pub(super) fn begun(visit: &Visit) -> Self {
        let clock = |name: &str| visit.query(name).and_then(time_of_day);
        let now = visit.cx.now().local();
        let first = visit.day("first").or_today();
        let hour = match now.hour() {
            hour @ 8..=16 if now.date() == first => hour + 1,
            _ => 9,
        };
        let usual = Time::from_hms(hour, 0, 0).unwrap_or(Time::MIDNIGHT);
        let start = Local::new(first, clock("start").unwrap_or(usual));
        let end =
            clock("end").map(|end| Local::new(visit.day("last").date().unwrap_or(first), end));
        let facility = visit.query("facility");
        Self {
            facility: facility.and_then(|id| id.parse().ok()),
            start,
            end: end.unwrap_or_else(|| start.saturating_add(Duration::HOUR)),
            quantity: 1,
            purpose: String::new(),
            private: false,
        }
    }

    /// Those of a booking.
    pub(super) fn of(booking: &Booking) -> Self {
        Self {
            facility: Some(booking.facility),
            start: Zone::JAPAN.local(booking.slot.starts_at),
            end: Zone::JAPAN.local(booking.slot.ends_at),
            quantity: booking.quantity,
            purpose: booking.purpose.clone(),
            private: booking.private,
        }
    }

    fn when(&self) -> When {
        When::Timed {
            start: self.start,
            end: self.end,
            zone: Zone::JAPAN,
        }
    }

    /// The last day, where it is another than the first; midnight ends the day before it.
    fn last(&self) -> Option<Date> {
        let last = self.end.date();
        (last != self.start.date()).then_some(last)
    }
}

/// The facilities that the visitor books, by category.
pub(super) struct Facilities {
    categories: Vec<Category>,
    rows: Vec<FacilityRow>,
}

impl Facilities {
    pub(super) async fn of(visit: &Visit) -> Answer<Self> {
        let mut rows = facility::list(&visit.cx, None, None).await?;
        rows.retain(|row| row.bookable);
        let categories = facility::categories(&visit.cx).await?;
        Ok(Self { categories, rows })
    }

    fn groups(&self, lang: Lang) -> impl Iterator<Item = (String, Vec<Choice>)> {
        let groups = self.categories.iter().map(move |category| {
            let own = self.rows.iter();
            let own = own.filter(|row| row.facility.settings.category == category.id);
            let own = own.map(|row| {
                let (facility, set) = (&row.facility, &row.facility.settings);
                let mut label = facility.name(lang).to_owned();
                if let Some(n) = set.capacity {
                    label = format!("{label} ({})", Text::Capacity { n }.to(lang));
                }
                Choice::new(facility.id.to_string(), label)
            });
            (category.name(lang).to_owned(), own.collect())
        });
        groups.filter(|(_, own): &(_, Vec<Choice>)| !own.is_empty())
    }
}

/// The fields.
pub(super) fn fields(
    lang: Lang,
    form: &Form,
    held: &Held,
    facilities: &Facilities,
    repeats: bool,
) -> Markup {
    let chosen = held.facility.map(|id| id.to_string());
    let mut list = form
        .select("facility", Text::Facility.to(lang))
        .required()
        .values(chosen);
    for (label, own) in facilities.groups(lang) {
        list = list.group(label, own);
    }
    let clock = |at: Local| format!("{:02}:{:02}", at.hour(), at.minute());
    let last = held.last().map(|last| last.to_string());
    html! {
        (list)
        fieldset.group {
            legend { (Words::When.to(lang)) }
            div.line-cells {
                (form.date("first", Words::First.to(lang)).required().value(held.start.date().to_string()))
                (time(form, "start", Words::Start.to(lang)).required().value(clock(held.start)))
            }
            div.line-cells {
                (form.date("last", Words::Last.to(lang)).help(Words::LastHelp.to(lang)).values(last))
                (time(form, "end", Words::End.to(lang)).required().value(clock(held.end)))
            }
        }
        (form.text("purpose", Text::Purpose.to(lang)).required().max_chars(200)
            .help(Words::PurposeHelp.to(lang)).value(&*held.purpose))
        (form.number("quantity", Words::Quantity.to(lang)).help(Words::QuantityHelp.to(lang))
            .value(held.quantity.to_string()))
        (form.checkbox("private", Words::Private.to(lang)).checked(held.private)
            .help(Words::PrivateHelp.to(lang)))
        @if repeats { (repeat::fields(form, lang, None, &held.when())) }
    }
}

/// The fields of the event that is written with the booking.
pub(super) fn with_event(lang: Lang, form: &Form, people: &Offer) -> Markup {
    html! {
        fieldset.group {
            legend { (Words::Together.to(lang)) }
            (form.checkbox("with_event", Words::WithEvent.to(lang)).help(Words::WithEventHelp.to(lang)))
            (people.field(form, Words::Participants.to(lang), Words::ParticipantsHelp.to(lang), &[]))
        }
    }
}
