//! Answers, candidates, and what is proposed.

use time::macros::date;
use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, Answer, Status, notices};

use crate::{Hall, hours, starts};

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
        let cx = hall.cx("colleague").await;
        for answer in [Answer::Tentative, Answer::Declined] {
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
            1
        );
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
