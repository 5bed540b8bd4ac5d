//! Who is away, for those who keep the daily check.

use std::collections::BTreeSet;

use time::macros::date;
use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, Answer, Status, When};

use crate::{Hall, hours};

/// Whole days of November 2026.
fn days(first: u8, last: u8) -> When {
    let day = |day| time::Date::from_calendar_date(2026, time::Month::November, day).unwrap();
    When::Days {
        first: day(first),
        last: day(last),
    }
}

#[tokio::test]
async fn whole_days_of_being_away_excuse_whoever_has_them() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.town.person("clerk");
        let colleague = hall.town.person("colleague");
        let system = hall.world.system();
        let on = async |day| event::away(&system, &[day]).await.unwrap();
        let (before, first, last) = (
            date!(2026 - 11 - 23),
            date!(2026 - 11 - 24),
            date!(2026 - 11 - 26),
        );
        let trip = hall
            .event("clerk", |form| {
                form.away = true;
                form.when = days(24, 26);
                form.participants = vec![colleague];
            })
            .await;
        assert!(on(before).await.is_empty());
        for day in [first, last] {
            assert_eq!(on(day).await, BTreeSet::from([clerk]), "{day}");
        }
        // Whoever is asked along is away once they have said so.
        let cx = hall.cx("colleague").await;
        let _ = event::answer(&cx, trip, colleague, Answer::Accepted)
            .await
            .unwrap();
        assert_eq!(on(last).await, BTreeSet::from([clerk, colleague]));
        assert_eq!(
            event::away(&system, &[before, first]).await.unwrap().len(),
            2
        );
        assert!(event::away(&system, &[]).await.unwrap().is_empty());

        // What is no absence, not the whole day, or not certain, excuses nobody.
        let _ = hall.event("head", |form| form.when = days(24, 24)).await;
        let _ = hall
            .event("head", |form| {
                form.away = true;
                form.when = hours("2026-11-24 08:00", 10);
            })
            .await;
        let _ = hall
            .event("head", |form| {
                form.away = true;
                form.status = Status::Tentative;
                form.when = days(24, 24);
            })
            .await;
        let cx = hall.cx("clerk").await;
        let revision = event::show(&cx, trip).await.unwrap().event.revision;
        let _ = event::cancel(&cx, trip, revision, event::Part::All)
            .await
            .unwrap();
        assert!(on(first).await.is_empty());
        assert!(matches!(
            event::away(&cx, &[first]).await,
            Err(Fault::Denied(_))
        ));
    }
}
