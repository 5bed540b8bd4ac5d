//! Answers, candidates, and what is proposed.

use time::macros::date;
use yakusho_kernel::Fault;
use yakusho_scheduling::calendar;
use yakusho_scheduling::event::{self, Answer, Part, Span, Status, notices};
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, at, hours, starts};

#[tokio::test]
async fn who_takes_part_answers_and_the_owner_hears_of_it() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let id = hall
            .event("clerk", |form| form.participants = vec![colleague])
            .await;
        assert_eq!(
            hall.seen("clerk", "colleague").await[0].answer,
            Some(Answer::None)
        );
        // Whoever presses the same button again changes nothing.
        let answers = [Answer::Tentative, Answer::Declined, Answer::Declined];
        for answer in answers {
            let cx = hall.cx("colleague").await;
            let _ = event::answer(&cx, id, colleague, answer).await.unwrap();
            assert_eq!(
                hall.seen("clerk", "colleague").await[0].answer,
                Some(answer)
            );
            hall.world.clock.turn(time::Duration::MINUTE);
        }
        let told = hall.told("clerk").await;
        assert_eq!(
            told.iter()
                .filter(|kind| *kind == notices::ANSWERED)
                .count(),
            2
        );
        let cx = hall.cx("colleague").await;
        let view = event::show(&cx, id).await.unwrap();
        assert_eq!(view.participants[0].answered_by, Some(colleague));
        let stranger = hall.cx("stranger").await;
        let person = hall.town.person("stranger");
        for (cx, whom) in [(&stranger, person), (&stranger, colleague)] {
            let refused = event::answer(cx, id, whom, Answer::Accepted).await;
            assert!(matches!(refused, Err(Fault::Denied(_))));
        }
    }
}

#[tokio::test]
async fn among_candidates_the_owner_decides_after_the_others_answered() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let first = hours("2026-11-24 10:00", 1);
        let second = hours("2026-11-26 13:00", 1);
        let id = hall
            .event("clerk", |form| {
                form.candidates = vec![first, second, first];
                form.participants = vec![colleague];
            })
            .await;
        let items = hall.items("colleague", "colleague").await;
        assert_eq!(starts(&items), ["11-24 10:00", "11-26 13:00"]);
        assert!(
            items
                .iter()
                .all(|item| item.seen.as_ref().unwrap().status == Status::Polling)
        );
        let chosen = items[1].seen.as_ref().unwrap().candidate.unwrap();
        let other = items[0].seen.as_ref().unwrap().candidate.unwrap();
        let theirs = hall.cx("colleague").await;
        let said = [(chosen, Answer::Accepted), (other, Answer::Declined)];
        let _ = event::answer_candidates(&theirs, id, colleague, &said)
            .await
            .unwrap();
        let _ = event::answer_candidates(&theirs, id, colleague, &said[..1])
            .await
            .unwrap();
        let refused = event::decide(&theirs, id, 1, chosen).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let cx = hall.cx("clerk").await;
        assert_eq!(
            event::show(&cx, id).await.unwrap().candidate_answers.len(),
            2
        );
        // What stays a candidate keeps what was said to it.
        let mut form = hall.meeting("clerk");
        form.candidates = vec![hours("2026-11-27 10:00", 1), second];
        form.participants = vec![colleague];
        let _ = event::edit(&cx, id, 1, event::Part::All, &form)
            .await
            .unwrap();
        let said = event::show(&cx, id).await.unwrap().candidate_answers;
        assert_eq!(said.len(), 1);
        assert_eq!(
            (said[0].candidate, said[0].answer),
            (chosen, Answer::Accepted)
        );
        let unknown = event::decide(&cx, id, 2, cx.new_id()).await;
        assert!(matches!(unknown, Err(Fault::Conflict(_))));
        let _ = event::decide(&cx, id, 2, chosen).await.unwrap();
        let items = hall.items("clerk", "colleague").await;
        assert_eq!(starts(&items), ["11-26 13:00"]);
        let seen = items[0].seen.as_ref().unwrap();
        assert_eq!(
            (seen.status, seen.answer),
            (Status::Confirmed, Some(Answer::Accepted))
        );
        assert!(
            hall.told("colleague")
                .await
                .contains(&notices::DECIDED.to_owned())
        );
    }
}

#[tokio::test]
async fn what_is_proposed_waits_to_be_confirmed() {
    for hall in Hall::both("nogata").await {
        let id = hall
            .event("mayor", |form| form.status = Status::Proposed)
            .await;
        assert_eq!(
            hall.seen("clerk", "mayor").await[0].status,
            Status::Proposed
        );
        let clerk = hall.cx("clerk").await;
        assert!(event::confirm(&clerk, id, 1).await.is_err());
        let mayor = hall.cx("mayor").await;
        assert!(event::show(&mayor, id).await.unwrap().rights.confirm);
        let _ = event::confirm(&mayor, id, 1).await.unwrap();
        assert_eq!(
            hall.seen("clerk", "mayor").await[0].status,
            Status::Confirmed
        );
        let again = event::confirm(&mayor, id, 2).await;
        assert!(matches!(again, Err(Fault::Conflict(_))));
        let today = event::mine(&mayor, event::Span::day(date!(2026 - 11 - 25)))
            .await
            .unwrap();
        assert_eq!(today.rows[0].items.len(), 1);
    }
}

/// Every day of the week from 23 November 2026, from 9 to 10 o'clock.
fn daily(form: &mut event::EventForm) {
    form.when = hours("2026-11-23 09:00", 1);
    form.recurrence = Some(event::RecurrenceForm {
        rule: "FREQ=DAILY;COUNT=5".to_owned(),
        on_closed: OnClosed::Keep,
    });
}

#[tokio::test]
async fn one_date_of_a_series_is_answered_by_itself() {
    for hall in Hall::both("nogata").await {
        let colleague = hall.town.person("colleague");
        let id = hall
            .event("clerk", |form| {
                daily(form);
                form.participants = vec![colleague];
            })
            .await;
        let answers = async || {
            let seen = hall.seen("clerk", "colleague").await;
            let answers = seen.into_iter().filter_map(|seen| seen.answer);
            answers.collect::<Vec<_>>()
        };
        let (yes, no, none) = (Answer::Accepted, Answer::Declined, Answer::None);
        let cx = hall.cx("colleague").await;
        let (wednesday, thursday) = (at("2026-11-25 09:00"), at("2026-11-26 09:00"));
        let _ = event::answer_date(&cx, id, colleague, wednesday, no)
            .await
            .unwrap();
        assert_eq!(answers().await, [none, none, no, none, none]);
        let busy = async || {
            let owner = hall.owner("colleague");
            let times = Span::week(date!(2026 - 11 - 23)).times();
            let busy = calendar::busy(&cx, &[owner], times).await.unwrap();
            busy.into_values().map(|times| times.len()).sum::<usize>()
        };
        assert_eq!(busy().await, 4);
        assert!(
            hall.told("clerk")
                .await
                .contains(&notices::ANSWERED.to_owned())
        );

        // What is said to all of it holds for all of it.
        let _ = event::answer(&cx, id, colleague, yes).await.unwrap();
        assert_eq!(answers().await, [yes; 5]);
        for (date, answer) in [(wednesday, no), (thursday, no), (thursday, yes)] {
            let _ = event::answer_date(&cx, id, colleague, date, answer)
                .await
                .unwrap();
        }
        assert_eq!(answers().await, [yes, yes, no, yes, yes]);
        let participant = event::show(&cx, id).await.unwrap().participants.remove(0);
        assert_eq!(participant.said.dates.len(), 1);
        assert_eq!(participant.said.dates[0].by, Some(colleague));

        // The date takes its answer along when it comes to stand by itself, and not when it is moved.
        let owner = hall.cx("clerk").await;
        let mut form = hall.meeting("clerk");
        form.participants = vec![colleague];
        form.when = hours("2026-11-25 09:00", 1);
        let part = Part::This(wednesday);
        let _ = event::edit(&owner, id, 1, part, &form).await.unwrap();
        assert_eq!(answers().await, [yes, yes, no, yes, yes]);
        let _ = event::answer_date(&cx, id, colleague, thursday, no)
            .await
            .unwrap();
        form.when = hours("2026-11-26 15:00", 1);
        let part = Part::This(thursday);
        let _ = event::edit(&owner, id, 2, part, &form).await.unwrap();
        assert_eq!(answers().await, [yes, yes, no, none, yes]);

        for date in ["2026-11-25 09:00", "2026-11-25 10:00", "2026-11-30 09:00"] {
            let refused = event::answer_date(&cx, id, colleague, at(date), no).await;
            assert!(matches!(refused, Err(Fault::NotFound)), "{date}");
        }
        let stranger = hall.cx("stranger").await;
        let friday = at("2026-11-27 09:00");
        let refused = event::answer_date(&stranger, id, colleague, friday, no).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}
