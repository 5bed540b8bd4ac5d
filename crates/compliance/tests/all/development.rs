//! Requests to develop new processing, from the request to the decision after the committee's word.

use serde_json::{Map, Value, json};
use time::macros::date;
use yakusho_compliance::procedure::{self, Answer, CaseId, CaseState, Decision, Verdict};
use yakusho_kernel::{Fault, FieldError, Invalid};
use yakusho_regulation::ProcedureKind;
use yakusho_testkit::keeps;

use crate::{Hall, TODAY, object};

/// A request that says all that is asked for.
fn request() -> Map<String, Value> {
    object(json!({
        "name": "給付金の審査",
        "content": "申請の内容を台帳と照らし合わせる。",
        "personal_information": "yes",
        "scope": "city",
        "criteria": {
            "purpose": "本人の申請に基づく。",
            "welfare": "給付が早く届く。",
            "efficiency": "照合の手作業がなくなる。",
        },
    }))
}

/// A review that refers the request.
fn review() -> Map<String, Value> {
    object(json!({
        "findings": {
            "purpose": "適合する。",
            "welfare": "寄与する。",
            "efficiency": "資する。",
            "operation": "夜間に動かすため支障がない。",
        },
        "opinion": "適当と認める。",
        "referral": "committee",
    }))
}

fn with(mut answers: Map<String, Value>, key: &str, value: Value) -> Map<String, Value> {
    answers.insert(key.to_owned(), value);
    answers
}

/// That it was refused for what is missing in these fields, by that article.
#[track_caller]
fn lacks<T>(outcome: Result<T, Fault>, fields: &[&str], article: &str) {
    let Err(Fault::Invalid(Invalid { errors })) = outcome else {
        unreachable!("{fields:?} should have been missing");
    };
    let of = |error: &FieldError| {
        (
            error.field.clone(),
            error.basis.as_ref().unwrap().to_string(),
        )
    };
    let expected = fields
        .iter()
        .map(|field| (format!("answers.{field}"), article.to_owned()));
    assert_eq!(
        errors.iter().map(of).collect::<Vec<_>>(),
        expected.collect::<Vec<_>>()
    );
}

impl Hall {
    async fn requested(&self, answers: Map<String, Value>) -> CaseId {
        let cx = self.cx("planning_head").await;
        let form = self.form("planning", answers);
        *procedure::draw_up(&cx, ProcedureKind::Development, form)
            .await
            .unwrap()
    }

    /// What becomes of a request that says this.
    async fn tried(&self, answers: Map<String, Value>) -> Result<i32, Fault> {
        let id = self.requested(answers).await;
        self.submit(id).await
    }

    async fn decided_with(
        &self,
        key: &str,
        id: CaseId,
        verdict: Verdict,
        answers: Map<String, Value>,
    ) -> Result<CaseState, Fault> {
        let cx = self.cx(key).await;
        let revision = procedure::show(&cx, id).await?.revision;
        let decision = Decision {
            verdict,
            remark: "審査の結果による。".to_owned(),
            answers,
            on: TODAY,
        };
        Ok(*procedure::decide(&cx, id, revision, decision).await?)
    }

    async fn reviewed(&self, id: CaseId, answers: Map<String, Value>) -> Result<CaseState, Fault> {
        self.decided_with("affairs_director", id, Verdict::Grant, answers)
            .await
    }

    async fn under_review(&self) -> CaseId {
        let id = self.requested(request()).await;
        self.submit(id).await.unwrap();
        id
    }
}

#[tokio::test]
async fn a_request_speaks_to_each_of_three_criteria() {
    for hall in Hall::both("muko").await {
        keeps!("muko:15-1");
        let all = request().remove("criteria").unwrap();
        for missing in ["purpose", "welfare", "efficiency"] {
            let mut two = object(all.clone());
            two.remove(missing);
            let tried = hall.tried(with(request(), "criteria", two.into())).await;
            lacks(tried, &[&format!("criteria.{missing}")], "muko:15-1");
        }
        let none = hall.tried(with(request(), "criteria", Value::Null)).await;
        let each = [
            "criteria.purpose",
            "criteria.welfare",
            "criteria.efficiency",
        ];
        lacks(none, &each, "muko:15-1");
        assert_eq!(hall.tried(request()).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn personal_information_is_processed_for_the_city_s_business_or_with_grounds() {
    for hall in Hall::both("muko").await {
        keeps!("muko:14");
        let unsaid = hall.tried(with(request(), "scope", Value::Null)).await;
        lacks(unsaid, &["scope"], "muko:14");
        let other = with(request(), "scope", json!("other"));
        lacks(hall.tried(other.clone()).await, &["grounds"], "muko:14");
        let grounds = json!("見守りに役立ち、氏名を扱わない。");
        hall.tried(with(other, "grounds", grounds)).await.unwrap();
        hall.tried(request()).await.unwrap();
        let without = with(request(), "personal_information", json!("no"));
        hall.tried(with(without, "scope", Value::Null))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn another_section_s_data_are_approved_before() {
    for hall in Hall::both("muko").await {
        keeps!("muko:15-2");
        let data = hall.data().await;
        let asked = || with(request(), "data", json!(data.to_string()));
        lacks(hall.tried(asked()).await, &["data"], "muko:15-2");
        let applied = hall.submitted(data).await;
        lacks(hall.tried(asked()).await, &["data"], "muko:15-2");
        hall.decide("head", applied, Verdict::Grant).await.unwrap();
        hall.tried(asked()).await.unwrap();
        // Its last day is 30 November.
        hall.turn_to(date!(2026 - 11 - 30));
        hall.tried(asked()).await.unwrap();
        hall.turn_to(date!(2026 - 12 - 01));
        lacks(hall.tried(asked()).await, &["data"], "muko:15-2");
    }
}

#[tokio::test]
async fn it_is_reviewed_by_four_criteria_and_referred_with_an_opinion() {
    for hall in Hall::both("muko").await {
        keeps!("muko:15-3");
        let id = hall.under_review().await;
        let nothing = hall.reviewed(id, Map::new()).await;
        let all = [
            "findings.purpose",
            "findings.welfare",
            "findings.efficiency",
            "findings.operation",
            "opinion",
            "referral",
        ];
        lacks(nothing, &all, "muko:15-3");
        let mut three = object(review().remove("findings").unwrap());
        three.remove("operation");
        let three = with(review(), "findings", three.into());
        let refuses = hall.decided_with("affairs_director", id, Verdict::Refuse, three.clone());
        lacks(refuses.await, &["findings.operation"], "muko:15-3");
        lacks(
            hall.reviewed(id, three).await,
            &["findings.operation"],
            "muko:15-3",
        );
        let blank = with(review(), "opinion", json!(" \n"));
        lacks(hall.reviewed(id, blank).await, &["opinion"], "muko:15-3");
        assert_eq!(
            hall.reviewed(id, review()).await.unwrap(),
            CaseState::UnderWay
        );

        // What was referred is decided with the committee's word.
        lacks(
            hall.reviewed(id, Map::new()).await,
            &["outcome"],
            "muko:15-3",
        );
        let word = with(Map::new(), "outcome", json!("適当である。"));
        assert_eq!(hall.reviewed(id, word).await.unwrap(), CaseState::Granted);
        let view = hall.show("planning_head", id).await;
        let kept = view
            .acts
            .iter()
            .filter_map(|act| act.answers.get("opinion"));
        let opinion = Answer::Text("適当と認める。".to_owned());
        assert_eq!(kept.collect::<Vec<_>>(), [&opinion]);
    }
}

#[tokio::test]
async fn what_is_minor_or_urgent_is_not_referred_for_a_reason() {
    for hall in Hall::both("muko").await {
        keeps!("muko:15-3");
        for why in ["minor", "urgent"] {
            let id = hall.under_review().await;
            let kept_back = with(review(), "referral", json!(why));
            lacks(
                hall.reviewed(id, kept_back.clone()).await,
                &["reason"],
                "muko:15-3",
            );
            let reason = with(kept_back, "reason", json!("帳票の書式だけを改める。"));
            hall.reviewed(id, reason).await.unwrap();
            let state = hall.reviewed(id, Map::new()).await.unwrap();
            assert_eq!(state, CaseState::Granted);
        }
    }
}

#[tokio::test]
async fn it_is_sent_back_without_a_review_and_reviewed_anew_then() {
    for hall in Hall::both("muko").await {
        let id = hall.under_review().await;
        hall.reviewed(id, review()).await.unwrap();
        let back = hall.decided_with("affairs_director", id, Verdict::SendBack, Map::new());
        assert_eq!(back.await.unwrap(), CaseState::SentBack);
        hall.submit(id).await.unwrap();
        lacks(
            hall.reviewed(id, with(review(), "referral", Value::Null))
                .await,
            &["referral"],
            "muko:15-3",
        );
        let minor = with(review(), "referral", json!("minor"));
        let minor = with(minor, "reason", json!("軽易である。"));
        hall.reviewed(id, minor).await.unwrap();
        // The referral of the earlier round counts no more.
        let state = hall.reviewed(id, Map::new()).await.unwrap();
        assert_eq!(state, CaseState::Granted);
    }
}

#[tokio::test]
async fn only_the_general_manager_reviews_and_nothing_is_filled_in_that_is_not_asked_for() {
    for hall in Hall::both("muko").await {
        let id = hall.under_review().await;
        for key in ["planning_head", "head"] {
            let tried = hall.decided_with(key, id, Verdict::Grant, review()).await;
            assert!(
                matches!(tried, Err(Fault::Denied(_) | Fault::NotFound)),
                "{key}"
            );
        }
        let unknown = hall
            .reviewed(id, with(review(), "outcome", json!("適当")))
            .await;
        let Err(Fault::Invalid(Invalid { errors })) = unknown else {
            unreachable!("the step asks for no outcome");
        };
        assert_eq!(errors[0].field, "answers.outcome");
    }
}

#[tokio::test]
async fn no_other_city_asks_for_one() {
    for hall in Hall::both("shiroishi").await {
        let cx = hall.cx("planning_head").await;
        let form = hall.form("planning", request());
        let drawn = procedure::draw_up(&cx, ProcedureKind::Development, form).await;
        assert!(matches!(drawn, Err(Fault::NotFound)));
    }
}
