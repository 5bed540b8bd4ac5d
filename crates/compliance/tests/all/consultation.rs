//! Consultations before a system is decided on.

use serde_json::{Map, Value, json};
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, SystemClass, SystemForm};
use yakusho_compliance::procedure::{self, CaseId, CaseState, Verdict};
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

impl Hall {
    /// The granted consultation on deciding a system of that section, where the city asks for one.
    pub(crate) async fn consulted_for(&self, section: &str, head: &str) -> Option<CaseId> {
        let cx = self.cx(head).await;
        let kind = ProcedureKind::SystemDecision;
        cx.city().procedure(kind, cx.today())?;
        let form = self.form(section, proposal(met()));
        let id = *procedure::draw_up(&cx, kind, form).await.unwrap();
        let _ = procedure::submit(&cx, id, 1, cx.today()).await.unwrap();
        self.grant(id).await;
        Some(id)
    }

    /// A consultation of the planning section on that form, submitted today.
    async fn consulted_on(&self, kind: ProcedureKind, answers: Map<String, Value>) -> CaseId {
        let cx = self.cx("planning_head").await;
        let form = self.form("planning", answers);
        let id = *procedure::draw_up(&cx, kind, form).await.unwrap();
        self.submit(id).await.unwrap();
        id
    }

    async fn grant(&self, id: CaseId) {
        self.decide("affairs_director", id, Verdict::Grant)
            .await
            .unwrap();
    }

    async fn add(&self, class: SystemClass, by: Option<CaseId>) -> Result<SystemId, Fault> {
        let cx = self.cx("planning_head").await;
        Ok(*inventory::add_system(&cx, self.system(class), by).await?)
    }

    fn system(&self, class: SystemClass) -> SystemForm {
        SystemForm {
            name: "窓口予約システム".to_owned(),
            class,
            section: self.town.unit("planning"),
            research: false,
        }
    }

    /// A system that was decided on as it must be.
    async fn decided(&self, class: SystemClass) -> SystemId {
        let id = self
            .consulted_on(ProcedureKind::SystemDecision, proposal(met()))
            .await;
        self.grant(id).await;
        self.add(class, Some(id)).await.unwrap()
    }
}

fn met() -> Value {
    json!({ "labour": "電話の応対が減る。" })
}

/// The code of the refusal that an act met.
pub(crate) fn why<T>(outcome: &Result<T, Fault>) -> &str {
    match outcome {
        Ok(_) => "done",
        Err(Fault::Denied(denied)) => denied.why,
        Err(fault) => unreachable!("{fault}"),
    }
}

#[tokio::test]
async fn a_new_system_is_entered_once_its_decision_was_consulted_on() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:7");
        let class = SystemClass::BusinessOuter;
        assert_eq!(why(&hall.add(class, None).await), "not_submitted");
        let cx = hall.cx("planning_head").await;
        let kind = ProcedureKind::SystemDecision;
        let form = hall.form("planning", proposal(met()));
        let draft = *procedure::draw_up(&cx, kind, form).await.unwrap();
        assert_eq!(why(&hall.add(class, Some(draft)).await), "not_submitted");
        hall.submit(draft).await.unwrap();
        // What the article asks for was done; that it is granted is the house's rule.
        assert_eq!(why(&hall.add(class, Some(draft)).await), "not_granted");
        hall.grant(draft).await;
        assert_eq!(why(&hall.add(class, Some(draft)).await), "done");
    }
}

#[tokio::test]
async fn a_system_is_changed_once_that_was_consulted_on() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:8");
        let class = SystemClass::BusinessInner;
        let (one, other) = (hall.decided(class).await, hall.decided(class).await);
        let change = async |system: SystemId, revision: i32, research: bool, by: Option<CaseId>| {
            let cx = hall.cx("planning_head").await;
            let form = SystemForm {
                research,
                ..hall.system(class)
            };
            inventory::change_system(&cx, system, revision, form, by).await
        };
        let answers = object(json!({
            "undertaking": "change",
            "name": "窓口予約システム",
            "system": one.to_string(),
            "content": "予約の枠を増やす。",
            "requirements": met(),
            "protection": "変わらない。",
            "on": "2027-01-08",
        }));
        let case = hall
            .consulted_on(ProcedureKind::SystemChange, answers)
            .await;
        hall.grant(case).await;
        // Whoever answers for another section gets no form that they could not send.
        let foreign = hall.cx("general_head").await;
        let form = inventory::system_to_change(&foreign, one).await;
        assert!(matches!(form, Err(Fault::Denied(_))), "{form:?}");
        let own = hall.cx("planning_head").await;
        assert!(inventory::system_to_change(&own, one).await.is_ok());
        assert_eq!(why(&change(one, 1, true, None).await), "not_submitted");
        assert_eq!(
            why(&change(other, 1, true, Some(case)).await),
            "not_submitted"
        );
        assert_eq!(why(&change(one, 1, true, Some(case)).await), "done");
        // Since it is purely for research now, nothing more is asked.
        assert_eq!(why(&change(one, 2, true, None).await), "done");
    }
}

#[tokio::test]
async fn two_sides_are_connected_once_that_was_consulted_on() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:9");
        let information = hall.decided(SystemClass::InformationInner).await;
        let business = hall.decided(SystemClass::BusinessInner).await;
        let answers = object(json!({
            "information_side": information.to_string(),
            "business_side": business.to_string(),
            "reason": "予約の状況を職員に示す。",
            "method": "片方向の通信",
            "requirements": met(),
            "protection": "中継サーバを置く。",
        }));
        let case = hall
            .consulted_on(ProcedureKind::SystemConnection, answers)
            .await;
        let cx = hall.cx("planning_head").await;
        let connect = async |by| inventory::connect(&cx, information, business, by).await;
        assert_eq!(why(&connect(None).await), "not_submitted");
        assert_eq!(why(&connect(Some(case)).await), "not_granted");
        hall.grant(case).await;
        assert_eq!(why(&connect(Some(case)).await), "done");
        let reversed = inventory::connect(&cx, business, information, Some(case)).await;
        assert!(matches!(reversed, Err(Fault::Invalid(_))));
    }
}
