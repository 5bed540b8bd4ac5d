//! Who sees provisions, what is taken of what is entered, and many who act at once.

use time::Duration;
use time::macros::date;
use yakusho_compliance::procedure;
use yakusho_compliance::provision::{self, AgreementForm, ReleaseForm, View};
use yakusho_kernel::{Fault, Reason};
use yakusho_regulation::ProcedureKind;

use crate::provision::{agreed_but, consultation, wrong};
use crate::{Hall, TODAY};

#[tokio::test]
async fn who_may_not_see_it_finds_nothing() {
    for hall in Hall::both("shiroishi").await {
        let (_, id) = hall.agreed().await;
        for (key, sees) in [
            ("head", true),
            ("clerk", true),
            ("deputy_mayor", true),     // the general manager
            ("affairs_director", true), // the information system manager
            ("stranger", false),
            ("planning_head", false),
        ] {
            let cx = hall.cx(key).await;
            let shown = provision::show(&cx, id).await;
            assert_eq!(shown.is_ok(), sees, "{key}");
            let listed = provision::list(&cx, View::All, None, 10).await.unwrap();
            assert_eq!(listed.items.len(), usize::from(sees), "{key}");
            let releases = provision::releases(&cx, id, None, 10).await;
            assert_eq!(releases.is_ok(), sees, "{key}");
        }
    }
}

#[tokio::test]
async fn only_one_s_own_data_are_provided_on_days_that_are_not_over() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let cx = hall.cx("planning_head").await;
        let form = hall.form("planning", consultation(data));
        let id = *procedure::draw_up(&cx, ProcedureKind::Provision, form)
            .await
            .unwrap();
        let outcome = hall.submit_as("planning_head", id).await;
        assert_eq!(wrong(outcome), [("answers.data".to_owned(), "others_data")]);
        let case = hall.to_provide(data).await;
        hall.turn(date!(2026 - 12 - 19));
        let outcome = hall.submit_as("head", case).await;
        let past = [("answers.period.last".to_owned(), Reason::Past.code())];
        assert_eq!(wrong(outcome), past);
    }
}

#[tokio::test]
async fn what_is_entered_is_read_with_care() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.provided().await;
        let outside = AgreementForm {
            days: (date!(2026 - 11 - 19), date!(2026 - 12 - 19)),
            ..agreed_but(&[])
        };
        let outcome = hall.draw_up(case, outside).await;
        let code = "outside_provision";
        assert_eq!(
            wrong(outcome),
            [("first".to_owned(), code), ("last".to_owned(), code)]
        );
        hall.draw_up(case, agreed_but(&[])).await.unwrap();
        hall.word("deputy_mayor", id, "").await.unwrap();
        hall.conclude(id).await.unwrap();
        let cx = hall.cx("clerk").await;
        let form = ReleaseForm {
            records: 0,
            digest: "12ab".to_owned(),
            what: " ".to_owned(),
            ..hall.handed_over(TODAY)
        };
        let outcome = provision::release(&cx, case, form).await;
        let codes = [
            ("what", "required"),
            ("records", "out_of_range"),
            ("sha256", "no_sha256"),
        ];
        let codes = codes.map(|(field, code)| (field.to_owned(), code));
        assert_eq!(wrong(outcome), codes);
    }
}

#[tokio::test]
async fn of_two_who_conclude_at_once_one_does() {
    for hall in Hall::both("shiroishi").await {
        let (case, id) = hall.provided().await;
        hall.draw_up(case, agreed_but(&[])).await.unwrap();
        hall.word("deputy_mayor", id, "").await.unwrap();
        let revision = hall.revision(id).await;
        let mut at_once = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let cx = hall.cx("head").await;
            at_once.spawn(async move { provision::conclude(&cx, id, revision, TODAY).await });
        }
        let mut done = 0;
        while let Some(outcome) = at_once.join_next().await {
            match outcome.unwrap() {
                Ok(_) => done += 1,
                Err(Fault::Conflict(_)) => {}
                Err(fault) => unreachable!("{fault}"),
            }
        }
        assert_eq!(done, 1);
    }
}

#[tokio::test]
async fn the_lists_are_paged_in_their_order() {
    for hall in Hall::both("shiroishi").await {
        let mut ids = Vec::new();
        for _ in 0..3 {
            let (case, id) = hall.agreed().await;
            hall.release(case, TODAY).await.unwrap();
            ids.push(id);
            hall.world.clock.turn(Duration::minutes(1));
        }
        hall.world.clock.turn(Duration::days(60));
        let cx = hall.cx("head").await;
        for (view, expected) in [
            (View::All, ids.iter().rev().copied().collect::<Vec<_>>()),
            (View::Owed, ids.clone()),
        ] {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let page = provision::list(&cx, view, after.as_ref(), 2).await.unwrap();
                found.extend(page.items.iter().map(|row| row.id));
                match page.next {
                    Some(next) => after = Some(next),
                    None => break,
                }
            }
            assert_eq!(found, expected, "{view:?}");
        }
    }
}
