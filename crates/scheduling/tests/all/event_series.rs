//! Series: this date, this and those after it, all.

use time::macros::date;
use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, Answer, EventForm, EventId, Part, RecurrenceForm, notices};
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, at, hours, starts};

/// Every Wednesday from 25 November 2026 at 10 o'clock.
async fn weekly(hall: &Hall, change: impl FnOnce(&mut EventForm)) -> EventId {
    hall.event("clerk", |form| {
        form.recurrence = Some(every("FREQ=WEEKLY"));
        change(form);
    })
    .await
}

pub(crate) fn every(rule: &str) -> RecurrenceForm {
    RecurrenceForm {
        rule: rule.to_owned(),
        on_closed: OnClosed::Keep,
    }
}

async fn dates(hall: &Hall) -> Vec<String> {
    starts(
        &hall
            .items_until("clerk", "clerk", date!(2026 - 12 - 24))
            .await,
    )
}

#[tokio::test]
async fn one_date_is_changed_by_itself() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let series = weekly(&hall, |form| form.participants = vec![colleague]).await;
        let their = hall.cx("colleague").await;
        let _ = event::answer(&their, series, colleague, Answer::Accepted)
            .await
            .unwrap();
        let cx = hall.cx("clerk").await;
        let this = Part::This(at("2026-12-02 10:00"));
        let mut form = hall.meeting("clerk");
        form.title = "拡大会議".to_owned();
        form.when = hours("2026-12-02 10:00", 1);
        form.participants = vec![colleague];
        let one = *event::edit(&cx, series, 1, this, &form).await.unwrap();
        assert_ne!(one, series);
        let same_time = event::show(&cx, one).await.unwrap();
        assert_eq!(same_time.participants[0].said.whole, Answer::Accepted);
        assert_eq!(
            same_time.event.origin.unwrap().original,
            at("2026-12-02 10:00")
        );
        form.when = hours("2026-12-03 15:00", 1);
        let _ = event::edit(&cx, one, 1, Part::All, &form).await.unwrap();
        let moved = event::show(&cx, one).await.unwrap();
        assert_eq!(moved.participants[0].said.whole, Answer::None);
        assert_eq!(
            dates(&hall).await,
            [
                "11-25 10:00",
                "12-03 15:00",
                "12-09 10:00",
                "12-16 10:00",
                "12-23 10:00"
            ]
        );
        let again = event::edit(&cx, series, 2, this, &form).await;
        assert!(
            matches!(again, Err(Fault::NotFound)),
            "it is no date of the series any more"
        );
        form.recurrence = Some(every("FREQ=DAILY"));
        let series_of_its_own = event::edit(&cx, one, 2, Part::All, &form).await;
        assert!(matches!(series_of_its_own, Err(Fault::Invalid(_))));
    }
}

#[tokio::test]
async fn one_date_and_those_after_it_are_called_off() {
    for hall in Hall::both("nogata").await {
        let series = weekly(&hall, |_| {}).await;
        let cx = hall.cx("clerk").await;
        let _ = event::cancel(&cx, series, 1, Part::This(at("2026-12-02 10:00")))
            .await
            .unwrap();
        assert_eq!(
            dates(&hall).await,
            ["11-25 10:00", "12-09 10:00", "12-16 10:00", "12-23 10:00"]
        );
        let rest = Part::Following(at("2026-12-16 10:00"));
        let _ = event::cancel(&cx, series, 2, rest).await.unwrap();
        assert_eq!(dates(&hall).await, ["11-25 10:00", "12-09 10:00"]);
        let nothing = event::cancel(&cx, series, 3, Part::This(at("2026-12-17 10:00"))).await;
        assert!(matches!(nothing, Err(Fault::NotFound)));
        let first = Part::Following(at("2026-11-25 10:00"));
        let _ = event::cancel(&cx, series, 3, first).await.unwrap();
        assert!(dates(&hall).await.is_empty());
    }
}

#[tokio::test]
async fn a_date_and_those_after_it_go_on_as_another_series() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let series = weekly(&hall, |form| form.participants = vec![colleague]).await;
        let cx = hall.cx("clerk").await;
        let mut one = hall.meeting("clerk");
        one.when = hours("2026-12-17 09:00", 1);
        let this = Part::This(at("2026-12-16 10:00"));
        let _ = event::edit(&cx, series, 1, this, &one).await.unwrap();
        let _ = event::cancel(&cx, series, 2, Part::This(at("2026-12-23 10:00")))
            .await
            .unwrap();
        // At the same time, what was changed and left out stays so.
        let mut form = hall.meeting("clerk");
        form.title = "定例会".to_owned();
        form.when = hours("2026-12-09 10:00", 2);
        form.recurrence = Some(every("FREQ=WEEKLY"));
        let from = Part::Following(at("2026-12-09 10:00"));
        let rest = *event::edit(&cx, series, 3, from, &form).await.unwrap();
        assert_eq!(
            dates(&hall).await,
            ["11-25 10:00", "12-02 10:00", "12-09 10:00", "12-17 09:00"]
        );
        // At another time, it is called off with its dates, and what was left out is not known any more.
        form.when = hours("2026-12-09 13:00", 2);
        let _ = event::edit(&cx, rest, 1, Part::All, &form).await.unwrap();
        assert_eq!(
            dates(&hall).await,
            [
                "11-25 10:00",
                "12-02 10:00",
                "12-09 13:00",
                "12-16 13:00",
                "12-23 13:00"
            ]
        );
        assert_eq!(
            hall.told("colleague").await.len(),
            3,
            "invited, changed, not changed again"
        );
        assert!(
            hall.told("colleague")
                .await
                .contains(&notices::CANCELLED.to_owned())
        );
    }
}

#[tokio::test]
async fn what_falls_on_closed_days_moves_and_is_found_where_it_moved_to() {
    for hall in Hall::both("nogata").await {
        // 23 November 2026 is a holiday; 29 December is closed.
        let id = hall
            .event("clerk", |form| {
                form.when = hours("2026-11-23 09:00", 1);
                form.recurrence = Some(RecurrenceForm {
                    rule: "FREQ=DAILY;INTERVAL=36;COUNT=2".to_owned(),
                    on_closed: OnClosed::Next,
                });
            })
            .await;
        assert_eq!(starts(&hall.items("clerk", "clerk").await), ["11-24 09:00"]);
        let cx = hall.cx("clerk").await;
        let view = event::show(&cx, id).await.unwrap();
        assert_eq!(view.event.last, Some(at("2026-12-29 09:00")));
        let january = event::mine(&cx, event::Span::week(date!(2027 - 01 - 04)))
            .await
            .unwrap();
        assert_eq!(starts(&january.rows[0].items), ["01-04 09:00"]);
        let occurrence = january.rows[0].items[0].seen.as_ref().unwrap().occurrence;
        assert_eq!(occurrence, Some(at("2026-12-29 09:00")));
    }
}

#[tokio::test]
async fn a_series_that_ended_or_has_not_begun_is_not_in_the_week() {
    for hall in Hall::both("nogata").await {
        let _ = weekly(&hall, |form| {
            form.when = hours("2026-10-07 10:00", 1);
            form.recurrence = Some(every("FREQ=WEEKLY;COUNT=7"));
        })
        .await;
        let _ = weekly(&hall, |form| form.when = hours("2026-12-02 10:00", 1)).await;
        assert!(hall.items("clerk", "clerk").await.is_empty());
        let _ = weekly(&hall, |form| {
            form.when = hours("2026-10-07 10:00", 1);
            form.recurrence = Some(every("FREQ=WEEKLY;COUNT=8"));
        })
        .await;
        assert_eq!(starts(&hall.items("clerk", "clerk").await), ["11-25 10:00"]);
    }
}
