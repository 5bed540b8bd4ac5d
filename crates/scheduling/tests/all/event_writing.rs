//! Writing, changing and calling off events.

use time::macros::date;
use yakusho_kernel::{Fault, Reason};
use yakusho_regulation::Rule;
use yakusho_scheduling::event::{
    self, EventForm, Owner, Part, RecurrenceForm, Span, Status, When, Who, notices,
};
use yakusho_scheduling::recurrence::OnClosed;
use yakusho_testkit::keeps;

use crate::{Hall, hours, starts};

#[tokio::test]
async fn a_clerk_keeps_their_own_schedule_and_reads_that_of_others() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:3(4)");
        let id = hall
            .event("clerk", |form| form.place = "第1会議室".to_owned())
            .await;
        let items = hall.items("stranger", "clerk").await;
        assert_eq!(starts(&items), ["11-25 10:00"]);
        let seen = items[0].seen.clone().unwrap();
        assert_eq!(
            (seen.event, &*seen.title, &*seen.place),
            (id, "課内会議", "第1会議室")
        );
        assert!(!seen.repeats && seen.answer.is_none());
        let cx = hall.cx("stranger").await;
        let view = event::show(&cx, id).await.unwrap();
        assert_eq!(view.owner_name, "佐藤 花子");
        assert!(!view.rights.edit && !view.rights.history);
        let basis = hall.world.env.city().in_force(Rule::Schedule, cx.today());
        assert_eq!(basis.unwrap().citation().to_string(), "nogata:3(4)");
    }
}

#[tokio::test]
async fn nobody_writes_in_the_calendar_of_another() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("colleague").await;
        let refused = event::create(&cx, &hall.meeting("clerk")).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let id = hall.event("clerk", |_| {}).await;
        let edited = event::edit(&cx, id, 1, Part::All, &hall.meeting("clerk")).await;
        assert!(matches!(edited, Err(Fault::Denied(_))));
        let cancelled = event::cancel(&cx, id, 1, Part::All).await;
        assert!(matches!(cancelled, Err(Fault::Denied(_))));
        // Of a section's calendar its people are the owners.
        let unit = Owner::Unit(hall.town.unit("citizens"));
        let of_section = EventForm {
            owner: unit,
            ..hall.meeting("clerk")
        };
        let id = *event::create(&cx, &of_section).await.unwrap();
        let clerk = hall.cx("clerk").await;
        let _ = event::edit(&clerk, id, 1, Part::All, &of_section)
            .await
            .unwrap();
        let stranger = hall.cx("stranger").await;
        let refused = event::create(&stranger, &of_section).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}

#[tokio::test]
async fn a_change_keeps_the_version_before_and_tells_those_who_take_part() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let head = hall.town.person("head");
        let id = hall
            .event("clerk", |form| form.participants = vec![colleague])
            .await;
        assert_eq!(hall.told("colleague").await, [notices::INVITED]);
        let cx = hall.cx("clerk").await;
        let mut form = hall.meeting("clerk");
        form.when = hours("2026-11-26 14:00", 2);
        form.participants = vec![colleague, head];
        let _ = event::edit(&cx, id, 1, Part::All, &form).await.unwrap();
        let mut told = hall.told("colleague").await;
        told.sort_unstable();
        assert_eq!(told, [notices::CHANGED, notices::INVITED]);
        assert_eq!(hall.told("head").await, [notices::INVITED]);
        assert_eq!(starts(&hall.items("head", "head").await), ["11-26 14:00"]);
        let stale = event::edit(&cx, id, 1, Part::All, &form).await;
        assert!(matches!(stale, Err(Fault::Conflict(_))));
        form.participants = vec![head];
        let _ = event::edit(&cx, id, 2, Part::All, &form).await.unwrap();
        assert!(hall.items("clerk", "colleague").await.is_empty());
        assert!(
            hall.told("colleague")
                .await
                .contains(&notices::CANCELLED.to_owned())
        );
        let history = event::history(&cx, id, None, 2).await.unwrap();
        assert_eq!(history.items[0].number, 3);
        let rest = event::history(&cx, id, history.next.as_ref(), 2)
            .await
            .unwrap();
        assert_eq!(rest.items[0].content.when, hours("2026-11-25 10:00", 1));
        let other = hall.cx("stranger").await;
        assert!(matches!(
            event::history(&other, id, None, 2).await,
            Err(Fault::NotFound)
        ));
    }
}

#[tokio::test]
async fn what_is_called_off_shows_nowhere_and_stays() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let id = hall
            .event("clerk", |form| form.participants = vec![colleague])
            .await;
        let cx = hall.cx("clerk").await;
        let _ = event::cancel(&cx, id, 1, Part::All).await.unwrap();
        assert!(hall.items("clerk", "clerk").await.is_empty());
        assert!(hall.items("colleague", "colleague").await.is_empty());
        assert!(
            hall.told("colleague")
                .await
                .contains(&notices::CANCELLED.to_owned())
        );
        let view = event::show(&cx, id).await.unwrap();
        assert_eq!(view.event.content.status, Status::Cancelled);
        assert!(!view.rights.edit);
        let again = event::cancel(&cx, id, 2, Part::All).await;
        assert!(matches!(again, Err(Fault::Conflict(_))));
    }
}

#[tokio::test]
async fn whole_days_and_periods_are_shown_on_each_of_their_days() {
    for hall in Hall::both("nogata").await {
        let days = |first, last| When::Days { first, last };
        for when in [
            days(date!(2026 - 11 - 24), date!(2026 - 11 - 24)),
            days(date!(2026 - 11 - 20), date!(2026 - 12 - 25)),
            days(date!(2026 - 11 - 20), date!(2026 - 11 - 22)),
            days(date!(2026 - 11 - 30), date!(2026 - 11 - 30)),
        ] {
            let _ = hall.event("clerk", |form| form.when = when).await;
        }
        let items = hall.items("clerk", "clerk").await;
        let shown: Vec<_> = items.iter().map(|item| (item.first, item.last)).collect();
        assert_eq!(
            shown,
            [
                (date!(2026 - 11 - 20), date!(2026 - 12 - 25)),
                (date!(2026 - 11 - 24), date!(2026 - 11 - 24)),
            ]
        );
        assert!(items.iter().all(|item| item.is_days));
    }
}

#[tokio::test]
async fn what_is_entered_wrongly_is_named_by_its_field() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let refused = async |change: fn(&mut EventForm)| {
            let mut form = hall.meeting("clerk");
            change(&mut form);
            match event::create(&cx, &form).await {
                Err(Fault::Invalid(invalid)) => {
                    let error = invalid.errors.into_iter().next().unwrap();
                    (error.field, error.reason)
                }
                other => panic!("{other:?}"),
            }
        };
        let named = |field: &str, reason| (field.to_owned(), reason);
        assert_eq!(
            refused(|form| form.title = " ".to_owned()).await,
            named("title", Reason::Required)
        );
        assert_eq!(
            refused(|form| form.when = hours("2026-11-25 10:00", -1)).await,
            named("when", Reason::EndBeforeStart)
        );
        assert_eq!(
            refused(|form| form.candidates = vec![hours("2026-11-25 10:00", 1)]).await,
            named("candidates", Reason::TooShort { min: 2 })
        );
        let weekly = |rule: &str| {
            Some(RecurrenceForm {
                rule: rule.to_owned(),
                on_closed: OnClosed::Keep,
            })
        };
        for (rule, reason) in [
            ("FREQ=WEEKLY;COUNT=0", Reason::Malformed),
            ("FREQ=WEEKLY;COUNT=99999", Reason::Code("too_many_dates")),
            (
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                Reason::Code("no_date"),
            ),
        ] {
            let mut form = hall.meeting("clerk");
            form.recurrence = weekly(rule);
            let Err(Fault::Invalid(invalid)) = event::create(&cx, &form).await else {
                panic!("{rule}");
            };
            assert_eq!(invalid.errors[0].reason, reason);
        }
        let mut form = hall.meeting("clerk");
        form.participants = vec![cx.new_id()];
        assert!(matches!(
            event::create(&cx, &form).await,
            Err(Fault::Invalid(_))
        ));
    }
}

#[tokio::test]
async fn nothing_is_written_by_nobody() {
    for hall in Hall::both("nogata").await {
        let nobody = hall.world.cx(yakusho_kernel::Actor::Nobody);
        let id = hall.event("clerk", |_| {}).await;
        let who = Who::People(vec![hall.town.person("clerk")]);
        let span = Span::week(date!(2026 - 11 - 23));
        assert!(event::sheet(&nobody, &who, span).await.is_err());
        assert!(event::show(&nobody, id).await.is_err());
        assert!(
            event::create(&nobody, &hall.meeting("clerk"))
                .await
                .is_err()
        );
    }
}
