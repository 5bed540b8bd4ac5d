//! How it stands with the regulation.

use time::macros::date;
use yakusho_audit::seal;
use yakusho_compliance::duty::{self, DutyForm, Ledger};
use yakusho_compliance::procedure::Verdict;
use yakusho_compliance::status::{self, RuleStatus, State, Status};
use yakusho_regulation::Rule;

use crate::{Hall, TODAY};

impl Hall {
    async fn status(&self, day: time::Date) -> Status {
        let cx = self.cx("clerk").await;
        let ledger = Ledger::with([]);
        status::status(&cx, &ledger, day).await.unwrap()
    }

    async fn sealed(&self) {
        seal::seal(&self.town.system()).await.unwrap();
    }

    async fn recorded(&self) {
        let ledger = Ledger::with([]);
        duty::nightly::record(&self.town.system(), &ledger)
            .await
            .unwrap();
    }
}

/// How it stands with the rule on the use of data, at its article.
fn use_of_data(status: &Status) -> &RuleStatus {
    let article = status
        .articles
        .iter()
        .find(|one| one.regulation == "shiroishi" && one.number.to_string() == "14");
    let rules = &article.unwrap().rules;
    rules
        .iter()
        .find(|one| one.rule == Rule::DataUseApproved)
        .unwrap()
}

#[tokio::test]
async fn a_rule_is_judged_by_what_it_did_and_by_what_is_owed() {
    for hall in Hall::both("shiroishi").await {
        assert_eq!(
            use_of_data(&hall.status(TODAY).await).state,
            State::Unjudged
        );
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        hall.sealed().await;
        let waiting = hall.status(TODAY).await;
        let rule = use_of_data(&waiting);
        assert_eq!((rule.state, rule.open), (State::Kept, 1));
        assert_eq!(rule.next, Some(date!(2026 - 12 - 07)));
        let admin = hall.cx("administrator").await;
        let entry = yakusho_audit::entry(&admin, rule.entry.unwrap()).await;
        assert!(entry.unwrap().into_inner().act.starts_with("case."));

        hall.turn_to(date!(2026 - 11 - 30));
        let day = date!(2026 - 11 - 30);
        assert_eq!(use_of_data(&hall.status(day).await).state, State::Due);
        hall.turn_to(date!(2026 - 12 - 08));
        let day = date!(2026 - 12 - 08);
        let late = hall.status(day).await;
        assert_eq!(use_of_data(&late).state, State::Overdue);
        assert_eq!(use_of_data(&late).overdue, 1);

        hall.decide("head", id, Verdict::Refuse).await.unwrap();
        let done = hall.status(day).await;
        assert_eq!(
            (use_of_data(&done).state, use_of_data(&done).open),
            (State::Kept, 0)
        );
    }
}

#[tokio::test]
async fn a_past_day_stays_as_it_was_known_then() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let form = DutyForm {
            title: "点検".to_owned(),
            section: hall.town.unit("citizens"),
            due: TODAY,
            rule: Some(Rule::DataUseApproved),
        };
        let admin = hall.cx("administrator").await;
        let id = *duty::enter(&admin, form).await.unwrap();
        let late = date!(2026 - 11 - 24);
        hall.turn_to(late);
        hall.recorded().await;
        let then = hall.status(late).await;
        assert_eq!(use_of_data(&then).state, State::Overdue);

        hall.submitted(data).await;
        let head = hall.cx("head").await;
        let _ = duty::close(&head, id, duty::DutyState::Done, "")
            .await
            .unwrap();
        hall.recorded().await;
        hall.turn_to(date!(2026 - 11 - 25));
        hall.sealed().await;

        let looked_back = hall.status(late).await;
        assert!(looked_back.duties_known);
        assert_eq!(use_of_data(&looked_back).overdue, 1, "as the night knew it");
        assert_eq!(use_of_data(&looked_back).last.unwrap().date(), late);
        let before = hall.status(TODAY).await;
        assert!(!before.duties_known, "no night recorded that day");
        assert_eq!(use_of_data(&before).last, None);
        let to_come = hall.status(date!(2030 - 01 - 01)).await;
        assert_eq!(to_come.day, date!(2026 - 11 - 25));
    }
}
