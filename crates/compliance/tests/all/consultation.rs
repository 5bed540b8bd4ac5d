//! Consultations before a system is decided on.

use serde_json::{Map, Value, json};
use yakusho_compliance::procedure::{self, CaseState, Verdict};
use yakusho_kernel::{Fault, Reason};
use yakusho_regulation::ProcedureKind;
use yakusho_testkit::keeps;

use crate::{Hall, object};

fn proposal(requirements: Value) -> Map<String, Value> {
    let mut answers = object(json!({
        "name": "窓口予約システム",
        "class": "business_outer",
        "business": "来庁の予約を受け付ける。",
        "protection": "通信と保存の両方を暗号化する。",
        "personal_information": "yes",
        "start": "2027-04-01",
        "cost": "3,000,000",
    }));
    answers.insert("requirements".to_owned(), requirements);
    answers
}

#[tokio::test]
async fn a_proposal_meets_one_of_the_five_requirements_at_least() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:6");
        let cx = hall.cx("planning_head").await;
        let kind = ProcedureKind::SystemDecision;
        for nothing in [Value::Null, json!({}), json!({ "welfare": " \n" })] {
            let form = hall.form("planning", proposal(nothing));
            let id = *procedure::draw_up(&cx, kind, form).await.unwrap();
            let Err(Fault::Invalid(invalid)) = procedure::submit(&cx, id, 1, cx.today()).await
            else {
                unreachable!("it meets no requirement");
            };
            let [fault] = &invalid.errors[..] else {
                unreachable!("{invalid:?}");
            };
            assert_eq!(fault.field, "answers.requirements");
            assert_eq!(fault.reason, Reason::Required);
            assert_eq!(fault.basis.as_ref().unwrap().to_string(), "shiroishi:6");
        }
        let one = json!({ "labour": "電話の応対が減る。" });
        let form = hall.form("planning", proposal(one));
        let id = *procedure::draw_up(&cx, kind, form).await.unwrap();
        hall.submit(id).await.unwrap();
        let waits = hall.decide("systems_head", id, Verdict::Grant).await;
        assert!(matches!(waits, Err(Fault::NotFound | Fault::Denied(_))));
        let state = hall.decide("affairs_director", id, Verdict::Grant).await;
        assert_eq!(state.unwrap(), CaseState::Granted);
    }
}
