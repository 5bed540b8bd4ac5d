//! Many who act at once.

use std::collections::BTreeSet;
use std::sync::Arc;

use yakusho_compliance::data_use;
use yakusho_compliance::procedure::{self, ActKind, CaseState, Verdict};
use yakusho_kernel::Fault;

use crate::{Hall, TODAY, decision};

#[tokio::test]
async fn of_fifty_who_decide_at_once_one_does() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let revision = hall.show("head", id).await.revision;
        let mut at_once = tokio::task::JoinSet::new();
        for number in 0..50 {
            let cx = hall.cx("head").await;
            let verdict = if number % 2 == 0 {
                Verdict::Grant
            } else {
                Verdict::Refuse
            };
            at_once.spawn(async move {
                procedure::decide(&cx, id, revision, decision(verdict, TODAY)).await
            });
        }
        let mut done = Vec::new();
        while let Some(decided) = at_once.join_next().await {
            match decided.unwrap() {
                Ok(state) => done.push(*state),
                Err(Fault::Conflict(_)) => {}
                Err(fault) => unreachable!("{fault}"),
            }
        }
        let [state] = done[..] else {
            unreachable!("{done:?}");
        };
        let view = hall.show("head", id).await;
        assert_eq!(view.state, state);
        let decisions = [ActKind::Granted, ActKind::Refused];
        let acts = view.acts.iter().filter(|act| decisions.contains(&act.kind));
        assert_eq!(acts.count(), 1);
        let section = hall.town.unit("planning");
        let cx = hall.cx("head").await;
        let held = data_use::approvals(&cx, section, None, 10).await.unwrap();
        assert_eq!(held.items.len(), usize::from(state == CaseState::Granted));
    }
}

#[tokio::test]
async fn twenty_that_are_submitted_at_once_are_numbered_from_1_to_20() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let mut drafts = Vec::new();
        for _ in 0..20 {
            drafts.push(hall.applied(data).await);
        }
        let hall = Arc::new(hall);
        let mut at_once = tokio::task::JoinSet::new();
        for id in drafts {
            let hall = Arc::clone(&hall);
            at_once.spawn(async move { hall.submit(id).await });
        }
        let mut numbers = BTreeSet::new();
        while let Some(number) = at_once.join_next().await {
            numbers.insert(number.unwrap().unwrap());
        }
        assert_eq!(numbers, (1..=20).collect());
    }
}
