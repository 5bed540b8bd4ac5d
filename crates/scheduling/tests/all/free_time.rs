//! Common free time of people and rooms.

use time::Duration;
use time::macros::{date, time};
use yakusho_kernel::{Fault, Reason, Timestamp};
use yakusho_scheduling::event::{self, Answer, RecurrenceForm, Span, When};
use yakusho_scheduling::facility::Slot;
use yakusho_scheduling::free_time::{self, Found, Query, Wanted};
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, hours};

/// An hour of clerk and colleague on Tuesday or Wednesday, 24 and 25 November 2026; Monday is a holiday.
fn query(hall: &Hall) -> Query {
    Query {
        people: ["clerk", "colleague"]
            .map(|key| hall.town.person(key))
            .to_vec(),
        wanted: Wanted {
            span: Span::new(date!(2026 - 11 - 22), date!(2026 - 11 - 26)),
            opens: time!(9:00),
            closes: time!(12:00),
            length: Duration::HOUR,
            step: Duration::minutes(30),
            most: 100,
        },
    }
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
        let all = free_time::find(&cx, &query(&hall), &[]).await.unwrap();
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
        let found = free_time::find(&cx, &query(&hall), &[]).await.unwrap();
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
        let found = free_time::find(&cx, &query(&hall), &[]).await.unwrap();
        assert_eq!(begins(&found), ["24 11:00", "25 11:00"]);
        let their = hall.cx("clerk").await;
        let _ = event::answer(&their, invited, clerk, Answer::Declined)
            .await
            .unwrap();
        let found = free_time::find(&cx, &query(&hall), &[]).await.unwrap();
        assert_eq!(begins(&found), open);
    }
}

#[tokio::test]
async fn rooms_are_sought_by_what_takes_them() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let morning = Slot::new(
            Timestamp::at(date!(2026 - 11 - 24), time!(0:00)),
            Timestamp::at(date!(2026 - 11 - 24), time!(11:00)),
        );
        let morning = morning.unwrap();
        let found = free_time::find(&cx, &query(&hall), &[vec![morning]])
            .await
            .unwrap();
        assert_eq!(found[0].rooms, [0]);
        assert_eq!(begins(&found)[0], "24 11:00");
    }
}

#[tokio::test]
async fn what_cannot_be_sought_is_named() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let refused = async |change: fn(&mut Query)| {
            let mut query = query(&hall);
            change(&mut query);
            let Err(Fault::Invalid(invalid)) = free_time::find(&cx, &query, &[]).await else {
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
            refused(|query| query.people.clear()).await,
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
