//! Reports of violations, and take-down.

use yakusho_compliance::Items;
use yakusho_compliance::duty::{Ledger, View as Owed};
use yakusho_compliance::violation::{
    self, Breach, Handling, Outcome, Report, View, ViolationId, notices,
};
use yakusho_kernel::{Conflict, Fault};
use yakusho_regulation::Rule;
use yakusho_testkit::keeps;

use crate::Hall;
use crate::provision::wrong;
use crate::things::{HIDDEN, OFFICIAL, PERSONAL, thing};

impl Hall {
    async fn report(
        &self,
        items: &Items,
        key: &str,
        number: u128,
        breach: Breach,
    ) -> Result<ViolationId, Fault> {
        let cx = self.cx(key).await;
        let form = Report {
            breach,
            account: "「あの課は無能だ」とある。".to_owned(),
        };
        let reported = violation::report(&cx, items, &thing(number), form).await;
        reported.map(|id| *id)
    }

    async fn handle(
        &self,
        items: &Items,
        key: &str,
        id: ViolationId,
        outcome: Outcome,
    ) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let revision = violation::show(&cx, id).await?.violation.revision;
        let form = Handling {
            outcome,
            reason: "名誉を傷つけるため。".to_owned(),
        };
        let handled = violation::handle(&cx, items, id, revision, form).await;
        handled.map(|_| ())
    }

    async fn owed_by_administrator(&self) -> usize {
        let cx = self.cx("administrator").await;
        let ledger = Ledger::with([]);
        let page = ledger.list(&cx, Owed::Mine, (None, None), None, 10);
        let owed = page.await.unwrap().items;
        owed.iter()
            .filter(|one| one.kind == "violation.owed")
            .count()
    }
}

/// That anybody reports such a breach, that it is owed, handled with its outcome, and on record.
async fn reported_and_handled(breach: Breach, outcome: Outcome) {
    for hall in Hall::both("nogata").await {
        let items = hall.items(true).await;
        let id = hall
            .report(&items, "fixed_term", PERSONAL, breach)
            .await
            .unwrap();
        assert_eq!(hall.told("administrator").await, [notices::REPORTED]);
        assert_eq!(hall.owed_by_administrator().await, 1);
        hall.handle(&items, "administrator", id, outcome)
            .await
            .unwrap();
        assert_eq!(hall.owed_by_administrator().await, 0);
        assert_eq!(hall.told("fixed_term").await, [notices::HANDLED]);
        let cx = hall.cx("fixed_term").await;
        let shown = violation::show(&cx, id).await.unwrap().violation;
        assert_eq!(shown.breach, breach);
        let handled = shown.handled.unwrap();
        assert_eq!(handled.outcome, outcome);
        assert_eq!(handled.reason, "名誉を傷つけるため。");
        let stands = items.look(&cx, &thing(PERSONAL)).await.unwrap().is_some();
        assert_eq!(stands, outcome != Outcome::TakenDown);
    }
}

#[tokio::test]
async fn defamation_is_reported_by_anybody_and_handled() {
    keeps!("nogata:10(2)");
    reported_and_handled(Breach::Defamation, Outcome::TakenDown).await;
}

#[tokio::test]
async fn what_is_against_the_law_is_reported_by_anybody_and_handled() {
    keeps!("nogata:10(5)");
    reported_and_handled(Breach::Unlawful, Outcome::Settled).await;
}

#[tokio::test]
async fn what_hinders_the_running_is_reported_by_anybody_and_handled() {
    keeps!("nogata:10(7)");
    reported_and_handled(Breach::Hindrance, Outcome::NoBreach).await;
}

#[tokio::test]
async fn nobody_but_the_administrator_takes_down_what_is_in_breach() {
    for hall in Hall::both("nogata").await {
        let items = hall.items(true).await;
        let breach = Breach::Defamation;
        let id = hall
            .report(&items, "clerk", OFFICIAL, breach)
            .await
            .unwrap();
        for key in ["clerk", "supervisor"] {
            let refused = hall.handle(&items, key, id, Outcome::TakenDown).await;
            let Err(Fault::Denied(denied)) = refused else {
                panic!("{key}: {refused:?}");
            };
            assert_eq!(denied.basis.rule(), Rule::TakenDownByAdministrator);
            assert_eq!(denied.basis.to_string(), "nogata:12");
            let settled = hall.handle(&items, key, id, Outcome::Settled).await;
            assert!(matches!(settled, Err(Fault::Denied(_))), "{key}");
        }
        let cx = hall.cx("administrator").await;
        let without = Handling {
            outcome: Outcome::TakenDown,
            reason: " ".to_owned(),
        };
        let refused = violation::handle(&cx, &items, id, 1, without).await;
        assert_eq!(wrong(refused), [("reason".to_owned(), "required")]);
        assert!(items.look(&cx, &thing(OFFICIAL)).await.unwrap().is_some());
        hall.handle(&items, "administrator", id, Outcome::TakenDown)
            .await
            .unwrap();
        assert!(items.look(&cx, &thing(OFFICIAL)).await.unwrap().is_none());
        let again = hall
            .handle(&items, "administrator", id, Outcome::NoBreach)
            .await;
        let expected = "violation_handled";
        assert!(matches!(again, Err(Fault::Conflict(Conflict { code })) if code == expected));
    }
}

#[tokio::test]
async fn what_its_domain_does_not_take_down_is_handled_in_another_way() {
    for hall in Hall::both("nogata").await {
        let items = hall.items(false).await;
        let breach = Breach::FalseInformation;
        let id = hall
            .report(&items, "clerk", OFFICIAL, breach)
            .await
            .unwrap();
        let refused = hall
            .handle(&items, "administrator", id, Outcome::TakenDown)
            .await;
        assert_eq!(wrong(refused), [("outcome".to_owned(), "not_removable")]);
        hall.handle(&items, "administrator", id, Outcome::Settled)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_report_is_seen_by_who_made_it_the_administrator_and_the_supervisor() {
    for hall in Hall::both("model").await {
        let items = hall.items(true).await;
        let breach = Breach::Hindrance;
        let hidden = hall.report(&items, "clerk", HIDDEN, breach).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let id = hall
            .report(&items, "clerk", OFFICIAL, breach)
            .await
            .unwrap();
        for (key, sees, all) in [
            ("clerk", true, false),
            ("administrator", true, true),
            ("supervisor", true, true),
            ("head", false, false),
            ("colleague", false, false),
        ] {
            let cx = hall.cx(key).await;
            assert_eq!(violation::show(&cx, id).await.is_ok(), sees, "{key}");
            let open = violation::list(&cx, View::Open, None, 10).await;
            assert_eq!(open.is_ok(), all, "{key}");
            let mine = violation::list(&cx, View::Mine, None, 10).await.unwrap();
            assert_eq!(mine.items.len(), usize::from(key == "clerk"), "{key}");
        }
    }
    for hall in Hall::both("muko").await {
        let items = hall.items(true).await;
        let reported = hall
            .report(&items, "clerk", OFFICIAL, Breach::Unlawful)
            .await;
        assert!(
            matches!(reported, Err(Fault::NotFound)),
            "no article asks for it"
        );
    }
}
