//! Common free time of people and rooms.

use time::Duration;
use time::macros::{date, time};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Cx, Fault, Reason};
use yakusho_scheduling::booking;
use yakusho_scheduling::event::{self, Answer, RecurrenceForm, Span, When};
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::free_time::{self, Found, FreeTimes, Query, Wanted};
use yakusho_scheduling::recurrence::OnClosed;

use crate::booking::office;
use crate::{Hall, hours};

/// An hour of clerk and colleague on Tuesday or Wednesday, 24 and 25 November 2026; Monday is a holiday.
fn query(hall: &Hall) -> Query {
    Query {
        who: Audience {
            people: ["clerk", "colleague"]
                .map(|key| hall.town.person(key))
                .to_vec(),
            ..Audience::default()
        },
        facilities: Vec::new(),
        wanted: Wanted {
            span: Span::new(date!(2026 - 11 - 22), date!(2026 - 11 - 26)),
            opens: time!(9:00),
            closes: time!(12:00),
            pause: None,
            length: Duration::HOUR,
            step: Duration::minutes(30),
            after: None,
            most: 100,
        },
    }
}

/// That an event is to have a facility.
fn event_has(facility: FacilityId) -> booking::Wanted {
    booking::Wanted {
        facility,
        quantity: 1,
    }
}

async fn find(cx: &Cx, query: &Query) -> Vec<Found> {
    free_time::find(cx, query).await.unwrap().found
}

fn begins(found: &[Found]) -> Vec<String> {
    let form = time::macros::format_description!("[day] [hour]:[minute]");
    let begins = found
        .iter()
        .map(|found| found.slot.starts_at.local().format(form));
    begins.map(Result::unwrap).collect()
}

#[tokio::test]
async fn what_anybody_has_in_their_calendar_takes_their_time() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("stranger").await;
        let all = find(&cx, &query(&hall)).await;
        assert_eq!(all.len(), 10, "five on each of two days");
        // A closed series of one, and a day of the other.
        let _ = hall
            .event("clerk", |form| {
                form.closed = true;
                form.when = hours("2026-11-03 09:00", 2);
                form.recurrence = Some(RecurrenceForm {
                    rule: "FREQ=WEEKLY".to_owned(),
                    on_closed: OnClosed::Keep,
                });
            })
            .await;
        let day = date!(2026 - 11 - 25);
        let note = hall.event("colleague", |form| {
            form.free = true;
            form.when = When::Days {
                first: day,
                last: day,
            };
        });
        let _ = note.await;
        let found = find(&cx, &query(&hall)).await;
        let open = [
            "24 11:00", "25 09:00", "25 09:30", "25 10:00", "25 10:30", "25 11:00",
        ];
        assert_eq!(begins(&found), open);
        let clerk = hall.town.person("clerk");
        let invited = hall
            .event("head", |form| {
                form.when = hours("2026-11-25 09:00", 2);
                form.participants = vec![clerk];
            })
            .await;
        let found = find(&cx, &query(&hall)).await;
        assert_eq!(begins(&found), ["24 11:00", "25 11:00"]);
        let their = hall.cx("clerk").await;
        let _ = event::answer(&their, invited, clerk, Answer::Declined)
            .await
            .unwrap();
        let found = find(&cx, &query(&hall)).await;
        assert_eq!(begins(&found), open);
    }
}

#[tokio::test]
async fn the_people_of_a_section_are_sought_with_those_named_each_once() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let mut query = query(&hall);
        query.who.units = cx
            .actor()
            .standing()
            .unwrap()
            .main_unit()
            .into_iter()
            .collect();
        let FreeTimes { people, .. } = free_time::find(&cx, &query).await.unwrap();
        for key in ["clerk", "colleague", "head"] {
            let person = hall.town.person(key);
            let count = people.iter().filter(|known| **known == person).count();
            assert_eq!(count, 1, "{key}");
        }
        let _ = hall
            .event("head", |form| form.when = hours("2026-11-24 09:00", 24))
            .await;
        let found = find(&cx, &query).await;
        assert_eq!(begins(&found)[0], "25 09:00");
    }
}

#[tokio::test]
async fn one_of_the_facilities_is_free_then_and_allows_it() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        // One that is taken until eleven on the 24th, one that opens at ten, one that is booked a day ahead.
        let taken = hall.room(|_| {}).await;
        let hours_of = hall
            .room(|form| {
                form.opening = office();
                form.before_minutes = 60;
            })
            .await;
        let near = hall.room(|form| form.window_days = Some(4)).await;
        let _ = hall
            .event("head", |form| {
                form.when = hours("2026-11-24 09:00", 2);
                form.facilities = Some(vec![event_has(taken)]);
            })
            .await;
        let _ = hall
            .event("head", |form| {
                form.when = hours("2026-11-24 08:30", 1);
                form.facilities = Some(vec![event_has(near)]);
            })
            .await;
        let mut query = query(&hall);
        query.facilities = vec![taken, hours_of, near];
        let FreeTimes {
            facilities, found, ..
        } = free_time::find(&cx, &query).await.unwrap();
        let ids: Vec<FacilityId> = facilities.iter().map(|one| one.id).collect();
        let free = |begin: &str| -> Vec<FacilityId> {
            let place = begins(&found).iter().position(|at| at == begin).unwrap();
            found[place].rooms.iter().map(|room| ids[*room]).collect()
        };
        assert_eq!(free("24 09:00"), [hours_of]);
        assert_eq!(free("24 09:30"), [hours_of, near]);
        assert_eq!(free("24 11:00"), [taken, hours_of, near]);
        assert_eq!(free("25 09:00"), [taken, hours_of]);
        query.facilities = vec![near];
        query.wanted.span = Span::day(date!(2026 - 11 - 25));
        assert!(find(&cx, &query).await.is_empty());
    }
}

#[tokio::test]
async fn nothing_is_found_that_is_over() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let mut query = query(&hall);
        query.wanted.span = Span::day(cx.today());
        query.wanted.opens = time!(8:00);
        // It is nine o'clock.
        let found = find(&cx, &query).await;
        assert_eq!(begins(&found)[0], "20 09:00");
    }
}

#[tokio::test]
async fn what_cannot_be_sought_is_named() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let refused = async |change: fn(&mut Query)| {
            let mut query = query(&hall);
            change(&mut query);
            let Err(Fault::Invalid(invalid)) = free_time::find(&cx, &query).await else {
                panic!("it was sought");
            };
            (
                invalid.errors[0].field.clone(),
                invalid.errors[0].reason.clone(),
            )
        };
        let named = |field: &str, reason| (field.to_owned(), reason);
        let minutes = Reason::OutOfRange { min: 1, max: 1440 };
        assert_eq!(
            refused(|query| query.who.people.clear()).await,
            named("people", Reason::Required)
        );
        let least = refused(|query| query.wanted.length = Duration::seconds(59)).await;
        assert_eq!(least, named("length", minutes.clone()));
        let most = refused(|query| query.wanted.step = Duration::minutes(1441)).await;
        assert_eq!(most, named("step", minutes));
        let shut = refused(|query| query.wanted.closes = query.wanted.opens).await;
        assert_eq!(shut, named("closes", Reason::EndBeforeStart));
    }
}
