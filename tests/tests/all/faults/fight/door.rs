//! The ways in which a room is asked for.

use std::time::Duration;

use reqwest::{Method, RequestBuilder};
use serde_json::json;
use yakusho_tests::{Client, Hall, Page, Who};

use super::Arena;
use super::ledger::Wish;
use crate::faults::writers::{id, text};

/// How long a client waits until it asks a server again that is gone.
const AGAIN: Duration = Duration::from_millis(50);

/// How long it waits for one answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What says that somebody else has the room.
const TAKEN: &str = "facility_taken";

/// A way in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Door {
    Page,
    Api,
    Import,
    Calendar,
}

impl Door {
    pub(super) const ALL: [Self; 4] = [Self::Page, Self::Api, Self::Import, Self::Calendar];

    /// What a booking through it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Import => "csv",
            Self::Calendar => "caldav",
        }
    }
}

/// What a client was told.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// It has the room; without the id where it was told that the request had been carried out before.
    Booked(Option<String>),
    /// Somebody else has it.
    Taken,
    /// It has given the room back.
    Released,
}

impl Told {
    pub(super) const fn is_booked(&self) -> bool {
        matches!(self, Self::Booked(_))
    }

    pub(super) const fn is_refused(&self) -> bool {
        matches!(self, Self::Taken)
    }

    pub(super) const fn is_released(&self) -> bool {
        matches!(self, Self::Released)
    }
}

/// Somebody, as a visitor of the pages and as a program.
pub(super) struct Desk {
    pub(super) visitor: Client,
    pub(super) program: Client,
    number: String,
    /// Where their calendar is.
    calendar: String,
}

impl Desk {
    pub(super) async fn of(hall: &Hall, who: Who, scopes: &[&str]) -> Self {
        let visitor = hall.signed_in(who).await;
        let account = hall.account(who);
        let token = visitor.token(&account.password, scopes).await;
        let program = hall.client().with_token(&token);
        let me = program.get("/api/v1/me").await.json();
        let person = text(&me["person"]["id"]);
        Self {
            calendar: format!("/dav/{person}/{person}/"),
            program,
            visitor,
            number: account.id.trim_start_matches('s').to_owned(),
        }
    }

    /// Asks for a room until there is an answer.
    pub(super) async fn book(&self, door: Door, arena: &Arena, wish: &Wish) -> Told {
        let request = match door {
            Door::Page => self.form(arena, wish).await,
            Door::Api => self.operation(arena, wish),
            Door::Import => self.file(arena, wish),
            Door::Calendar => self.invitation(arena, wish),
        };
        let answer = self.answer(request, &wish.purpose).await;
        if is_lost(&answer) {
            return Told::Booked(None);
        }
        match (door, answer.status) {
            (Door::Page, 303) => {
                let to = answer.location().unwrap_or_default();
                Told::Booked(to.rsplit('/').next().map(str::to_owned))
            }
            (Door::Page, _) if answer.has(".plan-taken") => Told::Taken,
            (Door::Api, 409) | (Door::Import, 422) if answer.body.contains(TAKEN) => Told::Taken,
            (Door::Api, 201) => Told::Booked(Some(id(&answer))),
            (Door::Import, 201) => {
                let booking = answer.json()["bookings"][0].clone();
                Told::Booked(booking.as_str().map(str::to_owned))
            }
            (Door::Calendar, 201) => Told::Booked(Some(wish.purpose.clone())),
            // It is there: an answer was lost.
            (Door::Calendar, 412) => Told::Booked(None),
            (Door::Calendar, 403) if answer.body.contains("facility-taken") => Told::Taken,
            _ => panic!("{answer:?}"),
        }
    }

    async fn page(&self, path: &str) -> Page {
        self.answer(self.visitor.request(Method::GET, path), "")
            .await
    }

    /// The form of the page, filled in.
    async fn form(&self, arena: &Arena, wish: &Wish) -> RequestBuilder {
        let path = "/bookings/new";
        let sent_on = self.page(path).await;
        let own = sent_on.location().expect("the address of a new page");
        let page = self.page(&own).await;
        let clock = |hour: u8| format!("{hour:02}:00");
        let form = page
            .form(path)
            .with("facility", &arena.rooms[wish.room].id)
            .with("first", &arena.day)
            .with("start", clock(wish.hours.start))
            .with("end", clock(wish.hours.end))
            .with("purpose", &wish.purpose)
            .without("with_event");
        self.visitor.filled(form)
    }

    /// The operation of the API.
    fn operation(&self, arena: &Arena, wish: &Wish) -> RequestBuilder {
        let booking = json!({
            "facility": arena.rooms[wish.room].id,
            "starts_at": arena.moment(wish.hours.start),
            "ends_at": arena.moment(wish.hours.end),
            "purpose": wish.purpose,
        });
        let request = self.program.request(Method::POST, "/api/v1/bookings");
        request.json(&booking)
    }

    /// A file with one line.
    fn file(&self, arena: &Arena, wish: &Wish) -> RequestBuilder {
        let (room, hours) = (&arena.rooms[wish.room].code, &wish.hours);
        let file = format!(
            "facility,day,starts_at,ends_at,purpose,owner\n{room},{},{}:00,{}:00,{},{}\n",
            arena.day, hours.start, hours.end, wish.purpose, self.number
        );
        let request = self.program.request(Method::POST, "/api/v1/bookings/csv");
        request.header("Content-Type", "text/csv").body(file)
    }

    /// An event to which the room is invited.
    fn invitation(&self, arena: &Arena, wish: &Wish) -> RequestBuilder {
        let (room, hours, purpose) = (&arena.rooms[wish.room].id, &wish.hours, &wish.purpose);
        let at = |hour: u8| {
            format!(
                ";TZID=Asia/Tokyo:{}T{hour:02}0000",
                arena.day.replace('-', "")
            )
        };
        let event = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{purpose}\r\nSUMMARY:{purpose}\r\n\
             DTSTART{}\r\nDTEND{}\r\nATTENDEE;CUTYPE=ROOM:urn:uuid:{room}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            at(hours.start),
            at(hours.end),
        );
        let request = self.program.request(Method::PUT, &self.event(purpose));
        request.header("If-None-Match", "*").body(event)
    }

    fn event(&self, purpose: &str) -> String {
        format!("{}{purpose}.ics", self.calendar)
    }

    /// Gives a room back through the door by which it was had, until there is an answer.
    pub(super) async fn release(&self, door: Door, booking: &str, key: &str) -> Told {
        let answer = if matches!(door, Door::Calendar) {
            let request = self.program.request(Method::DELETE, &self.event(booking));
            self.answer(request, "").await
        } else {
            let path = format!("/api/v1/bookings/{booking}/cancel");
            let request = self.program.request(Method::POST, &path);
            let request = request.json(&json!({ "revision": 1 }));
            self.answer(request, key).await
        };
        let is_gone = matches!(door, Door::Calendar) && answer.status == 404;
        let released = answer.status == 204 || is_gone || is_lost(&answer);
        assert!(released, "{answer:?}");
        Told::Released
    }

    /// Sends a request under that key until a server answers it.
    async fn answer(&self, request: RequestBuilder, key: &str) -> Page {
        let request = request.timeout(PATIENCE);
        let request = if key.is_empty() {
            request
        } else {
            request.header("Idempotency-Key", key)
        };
        loop {
            let request = request.try_clone().expect("a request that is whole");
            match self.program.try_send(request).await {
                Ok(answer) if answer.status == 503 || is_in_progress(&answer) => {}
                Ok(answer) => return answer,
                Err(_) => {}
            }
            tokio::time::sleep(AGAIN).await;
        }
    }
}

/// Whether it says that the request was carried out, and what the answer was is gone.
fn is_lost(answer: &Page) -> bool {
    says(answer, "answer_lost", "処理を終えています")
}

/// Whether it says that the request is being carried out.
fn is_in_progress(answer: &Page) -> bool {
    says(answer, "in_progress", "処理しています")
}

/// Whether it says so to a program by a code, or to a person in words.
fn says(answer: &Page, code: &str, words: &str) -> bool {
    answer.status == 409
        && if answer.is_html() {
            answer.text().contains(words)
        } else {
            answer.json()["code"] == code
        }
}
