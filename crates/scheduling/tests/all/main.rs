//! The schedule and the booking of facilities on both databases, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod booking;
mod calendar;
mod calendar_facilities;
mod event_answers;
mod event_away;
mod event_bulk;
mod event_closed;
mod event_delegates;
mod event_files;
mod event_personal;
mod event_series;
mod event_sheet;
mod event_writing;
mod facility;
mod free_time;
mod plans;
mod presence;
mod search;

use time::Date;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cx, Notices};
use yakusho_regulation::Rule;
use yakusho_scheduling::event::{self, EventForm, EventId, Item, Owner, Seen, Span, When, Who};
use yakusho_scheduling::recurrence::{Local, Zone};
use yakusho_testkit::World;

/// A town hall in a world of its own.
pub(crate) struct Hall {
    pub(crate) world: World,
    pub(crate) town: Town,
}

impl Hall {
    /// One on each database, under that city's profile.
    pub(crate) async fn both(city: &str) -> Vec<Self> {
        let mut halls = Vec::new();
        for world in World::both(city).await {
            let town = Town::with_accounts(&world.env).await;
            halls.push(Self { world, town });
        }
        halls
    }

    /// An act by the person of that key, now.
    pub(crate) async fn cx(&self, key: &str) -> Cx {
        self.town.cx(key).await
    }

    /// Whether its database is SQLite.
    pub(crate) fn is_sqlite(&self) -> bool {
        self.world.url().starts_with("sqlite")
    }

    /// In the calendar of the person of that key.
    pub(crate) fn owner(&self, key: &str) -> Owner {
        Owner::Person(self.town.person(key))
    }

    /// A meeting of that person, from 10 to 11 o'clock on Wednesday, 25 November 2026.
    pub(crate) fn meeting(&self, key: &str) -> EventForm {
        EventForm::new(self.owner(key), "課内会議", hours("2026-11-25 10:00", 1))
    }

    /// Writes a meeting of that person, with what the test changes of it.
    pub(crate) async fn event(&self, key: &str, change: impl FnOnce(&mut EventForm)) -> EventId {
        let mut form = self.meeting(key);
        change(&mut form);
        let cx = self.cx(key).await;
        event::create(&cx, &form).await.unwrap().into_inner()
    }

    /// What the reader sees in somebody's calendar in the weeks from 23 November 2026 to before a day.
    pub(crate) async fn items_until(&self, reader: &str, of: &str, until: Date) -> Vec<Item> {
        let cx = self.cx(reader).await;
        let span = Span::new(time::macros::date!(2026 - 11 - 23), until);
        let who = Who::People(vec![self.town.person(of)]);
        let mut sheet = event::sheet(&cx, &who, span).await.unwrap();
        sheet.rows.remove(0).items
    }

    /// The same in the week from 23 November 2026.
    pub(crate) async fn items(&self, reader: &str, of: &str) -> Vec<Item> {
        let until = time::macros::date!(2026 - 11 - 30);
        self.items_until(reader, of, until).await
    }

    /// The same, of what they see more than that the time is taken.
    pub(crate) async fn seen(&self, reader: &str, of: &str) -> Vec<Seen> {
        let items = self.items(reader, of).await;
        items.into_iter().filter_map(|item| item.seen).collect()
    }

    /// The kinds of the notices that a person has, the oldest first.
    pub(crate) async fn told(&self, key: &str) -> Vec<String> {
        let on = self.world.env.db().reader();
        let notices = Notices(self.town.person(key));
        let page = notices.page(&on, None, 100).await.unwrap();
        let mut kinds: Vec<String> = page.items.into_iter().map(|notice| notice.kind).collect();
        kinds.reverse();
        kinds
    }
}

/// A date and time, as `2026-11-25 10:00`.
pub(crate) fn at(text: &str) -> Local {
    let form = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]");
    Local::parse(text, form).unwrap()
}

/// So many hours from then on, in Japan.
pub(crate) fn hours(start: &str, hours: i64) -> When {
    let start = at(start);
    When::Timed {
        start,
        end: start + time::Duration::hours(hours),
        zone: Zone::JAPAN,
    }
}

/// When items begin on the town hall's clock.
pub(crate) fn starts(items: &[Item]) -> Vec<String> {
    let form = time::macros::format_description!("[month]-[day] [hour]:[minute]");
    let starts = items.iter().map(|item| item.start.local().format(form));
    starts.map(Result::unwrap).collect()
}

#[tokio::test]
async fn every_city_has_the_schedule_and_the_booking() {
    for city in ["nogata", "shiroishi"] {
        for hall in Hall::both(city).await {
            let cx = hall.cx("clerk").await;
            for rule in [Rule::Schedule, Rule::FacilityBooking] {
                let basis = hall.world.env.city().in_force(rule, cx.today());
                assert!(basis.is_some(), "{rule} in {city}");
            }
        }
    }
}
