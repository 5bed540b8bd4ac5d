//! Other divisions of the work on systems and of its cost.

use serde_json::{Map, Value, json};
use time::macros::date;
use time::{Date, Duration};
use yakusho_compliance::division::{self, DivisionKind, Part, Standing};
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, ManagerForm, SystemClass};
use yakusho_compliance::procedure::{self, CaseId, CaseState, Verdict};
use yakusho_kernel::{Denied, Fault, Invalid, Reason};
use yakusho_regulation::{City, ProcedureKind};
use yakusho_testkit::keeps;

use crate::consultation::why;
use crate::{Hall, SHIROISHI, TODAY, city_of, object};

/// The day from which what is proposed is to hold.
const FROM: Date = date!(2026 - 12 - 01);

/// The profile of Shiroishi for a town that has no finance section of its own: the general section does its work.
fn shiroishi() -> City {
    let finance = "{ head_of = \"財政課\" }";
    assert!(SHIROISHI.contains(finance), "the finance section agrees");
    let general = "{ head_of = \"総務課\" }";
    city_of("shiroishi", &SHIROISHI.replace(finance, general))
}

impl Hall {
    async fn proposed(
        &self,
        kind: ProcedureKind,
        (section, head): (&str, &str),
        answers: Map<String, Value>,
    ) -> Result<CaseId, Fault> {
        let cx = self.cx(head).await;
        let form = self.form(section, answers);
        let id = *procedure::draw_up(&cx, kind, form).await?;
        let _ = procedure::submit(&cx, id, 1, cx.today()).await?;
        Ok(id)
    }

    fn work(&self, system: SystemId) -> Map<String, Value> {
        object(json!({
            "system": system.to_string(),
            "sections": [self.town.unit("citizens"), self.town.unit("systems")],
            "text": "開発は情報推進課、維持管理は市民課が行う。",
            "from": FROM.to_string(),
        }))
    }

    /// A division of the cost between the citizens' section and another.
    fn cost(&self, system: SystemId, other: &str, shares: (u32, u32)) -> Map<String, Value> {
        object(json!({
            "system": system.to_string(),
            "bearer_1": self.town.unit("citizens"),
            "share_1": shares.0,
            "bearer_2": self.town.unit(other),
            "share_2": shares.1,
            "text": "共同して使用するため。",
            "from": FROM.to_string(),
        }))
    }

    async fn stands(&self, id: SystemId) -> Standing {
        let cx = self.cx("head").await;
        let system = inventory::system(&cx, id).await.unwrap();
        division::standing(&cx, &system).await.unwrap()
    }

    fn bears(&self, shares: &[(&str, u32)]) -> Vec<Part> {
        let parts = shares.iter().map(|(section, share)| Part {
            section: self.town.unit(section),
            share: Some(*share),
        });
        parts.collect()
    }

    /// Has each of those who are asked say their word in turn; before that, the consent is refused by that clause.
    async fn consents(&self, id: CaseId, consulted: &[&str], clause: &str) {
        for key in consulted {
            let early = self.decide("affairs_director", id, Verdict::Grant).await;
            let Err(Fault::Denied(Denied { basis, why, .. })) = early else {
                unreachable!("not all have agreed yet: {early:?}");
            };
            assert_eq!((why, &*basis.to_string()), ("consents_missing", clause));
            let state = self.consult(key, id, true).await.unwrap();
            assert_eq!(state, CaseState::UnderWay);
        }
        let state = self.decide("affairs_director", id, Verdict::Grant).await;
        assert_eq!(state.unwrap(), CaseState::Granted);
    }
}

fn faults(outcome: Result<CaseId, Fault>) -> Vec<(String, Reason, Option<String>)> {
    let Err(Fault::Invalid(Invalid { errors })) = outcome else {
        unreachable!("it is refused: {outcome:?}");
    };
    let each = errors.into_iter().map(|error| {
        let basis = error.basis.map(|basis| basis.to_string());
        (error.field, error.reason, basis)
    });
    each.collect()
}

#[tokio::test]
async fn another_division_of_the_work_takes_effect_by_four_consents() {
    for hall in Hall::both_under(&shiroishi()).await {
        keeps!("shiroishi:10-3");
        let class = SystemClass::BusinessInner;
        let system = hall.system_of("citizens", "head", class).await;
        let kind = ProcedureKind::WorkDivision;
        let foreign = hall.proposed(kind, ("planning", "planning_head"), hall.work(system));
        let not_theirs = Reason::Code("not_your_system");
        assert_eq!(
            faults(foreign.await),
            [("answers.system".to_owned(), not_theirs, None)]
        );
        let own = ("citizens", "head");
        let id = hall.proposed(kind, own, hall.work(system)).await.unwrap();
        // Nobody says another's word, and who proposes it says only their own.
        for key in ["head", "affairs_director"] {
            assert_eq!(why(&hall.consult(key, id, true).await), "not_your_step");
        }
        hall.consents(id, &["systems_head", "general_head"], "shiroishi:10-3")
            .await;
        assert_eq!(hall.stands(system).await.work, None);
        hall.turn_to(FROM);
        let work = hall.stands(system).await.work.unwrap();
        assert_eq!((work.case, work.from), (id, FROM));
        let sections: Vec<_> = work.parts.iter().map(|part| part.section).collect();
        let shared = ["citizens", "systems"].map(|key| hall.town.unit(key));
        assert_eq!(sections, shared);
        // Who objects stops it, whatever the other says.
        let late = object(json!({ "from": "2026-12-10" }));
        let mut answers = hall.work(system);
        answers.extend(late);
        let id = hall.proposed(kind, own, answers).await.unwrap();
        let state = hall.consult("general_head", id, false).await.unwrap();
        assert_eq!(state, CaseState::SentBack);
        let refused = hall.decide("affairs_director", id, Verdict::Grant).await;
        assert!(refused.is_err());
    }
}

#[tokio::test]
async fn who_proposes_as_manager_has_agreed_for_the_section_that_they_head() {
    for hall in Hall::both_under(&shiroishi()).await {
        keeps!("shiroishi:10-3");
        let class = SystemClass::InformationInner;
        let system = hall.system_of("citizens", "head", class).await;
        let director = hall.cx("affairs_director").await;
        let designated = ManagerForm {
            section: hall.town.unit("systems"),
            from: TODAY,
            agreed: Vec::new(),
            files: Vec::new(),
        };
        let _ = inventory::set_manager(&director, system, 1, designated)
            .await
            .unwrap();
        let kind = ProcedureKind::WorkDivision;
        let own = ("systems", "systems_head");
        let id = hall.proposed(kind, own, hall.work(system)).await.unwrap();
        hall.consents(id, &["general_head"], "shiroishi:10-3").await;
    }
}

#[tokio::test]
async fn the_cost_is_the_designated_or_the_using_sections() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:23");
        let used = hall.system_of("citizens", "head", SystemClass::BusinessInner);
        let used = used.await;
        assert_eq!(
            hall.stands(used).await.cost,
            hall.bears(&[("citizens", 100)])
        );
        let shared = hall.system_of("citizens", "head", SystemClass::InformationInner);
        let shared = shared.await;
        let director = hall.cx("affairs_director").await;
        let designated = ManagerForm {
            section: hall.town.unit("systems"),
            from: TODAY,
            agreed: Vec::new(),
            files: Vec::new(),
        };
        let _ = inventory::set_manager(&director, shared, 1, designated)
            .await
            .unwrap();
        assert_eq!(
            hall.stands(shared).await.cost,
            hall.bears(&[("systems", 100)])
        );
    }
}

#[tokio::test]
async fn another_division_of_the_cost_adds_up_and_takes_effect_by_four_consents() {
    for hall in Hall::both_under(&shiroishi()).await {
        keeps!("shiroishi:23");
        keeps!("shiroishi:23-3");
        let class = SystemClass::BusinessInner;
        let system = hall.system_of("citizens", "head", class).await;
        let kind = ProcedureKind::CostDivision;
        let own = ("citizens", "head");
        for shares in [(60, 39), (60, 41)] {
            let answers = hall.cost(system, "systems", shares);
            let found = faults(hall.proposed(kind, own, answers).await);
            let not_whole = Reason::Code("shares_not_whole");
            let basis = Some("shiroishi:23".to_owned());
            assert_eq!(found, [("answers.share_1".to_owned(), not_whole, basis)]);
        }
        let twice = hall.cost(system, "citizens", (60, 40));
        let found = faults(hall.proposed(kind, own, twice).await);
        assert_eq!(
            found,
            [("answers.bearer_2".to_owned(), Reason::Taken, None)]
        );
        let nothing = hall.cost(system, "systems", (100, 0));
        let found = faults(hall.proposed(kind, own, nothing).await);
        let range = Reason::OutOfRange { min: 1, max: 100 };
        assert_eq!(found, [("answers.share_2".to_owned(), range, None)]);

        let answers = hall.cost(system, "systems", (60, 40));
        let id = hall.proposed(kind, own, answers).await.unwrap();
        hall.consents(id, &["general_head", "systems_head"], "shiroishi:23-3")
            .await;
        hall.turn_to(FROM - Duration::DAY);
        assert_eq!(
            hall.stands(system).await.cost,
            hall.bears(&[("citizens", 100)])
        );
        hall.turn_to(FROM);
        let shares = [("citizens", 60), ("systems", 40)];
        assert_eq!(hall.stands(system).await.cost, hall.bears(&shares));
        let head = hall.cx("head").await;
        let kept = division::of_system(&head, system, None, 9).await.unwrap();
        let [kept] = &kept.items[..] else {
            unreachable!("one was granted");
        };
        assert_eq!((kept.kind, kept.case), (DivisionKind::Cost, id));
    }
}
