//! May this person, at this terminal, do this business with these data today?

use time::macros::date;
use yakusho_compliance::asset::{AssetForm, AssetKind};
use yakusho_compliance::designation::{self, Target};
use yakusho_compliance::ids::{AssetId, DataSetId};
use yakusho_compliance::inventory::{self, DataSetForm, SystemClass};
use yakusho_compliance::operation::{self, Answered, Asked, Outcome};
use yakusho_compliance::procedure::{self, Verdict};
use yakusho_compliance::terminal::Allowed;
use yakusho_kernel::Fault;
use yakusho_regulation::ProcedureKind;
use yakusho_testkit::keeps;

use crate::{Hall, application};

const BUSINESS: &str = "住民票の交付";

impl Hall {
    async fn asked(
        &self,
        by: &str,
        person: &str,
        asset: AssetId,
        business: &str,
        data: Option<DataSetId>,
    ) -> Result<Answered, Fault> {
        let asked = Asked {
            person: self.town.person(person),
            asset,
            business: business.to_owned(),
            data,
        };
        let answered = operation::check(&self.cx(by).await, asked).await?;
        Ok(answered.into_inner())
    }

    async fn outcome(&self, person: &str, asset: AssetId, data: Option<DataSetId>) -> Outcome {
        let answered = self
            .asked("systems_head", person, asset, BUSINESS, data)
            .await;
        answered.unwrap().outcome
    }

    /// Data that the planning section owns.
    fn plans(&self) -> DataSetForm {
        DataSetForm {
            name: "企画の台帳".to_owned(),
            section: self.town.unit("planning"),
            personal: true,
            kinds: Vec::new(),
            system: None,
            about: String::new(),
        }
    }

    /// A terminal at the citizens' counter.
    async fn terminal(&self) -> AssetId {
        self.registered(self.equipment(AssetKind::Terminal, "T-1"))
            .await
    }
}

#[tokio::test]
async fn nobody_operates_a_terminal_but_the_designated() {
    for hall in Hall::both("muko").await {
        keeps!("muko:32-1(3)");
        let id = hall.terminal().await;
        let by = "affairs_director";
        let business = Allowed::Business(BUSINESS.to_owned());
        hall.allowed(by, id, business).await.unwrap();
        let answered = hall.asked(by, "clerk", id, BUSINESS, None).await.unwrap();
        assert_eq!(answered.outcome, Outcome::NotDesignated);
        assert_eq!(
            answered.basis.unwrap().to_string(),
            "muko:31-1 muko:32-1(3)"
        );
        let made = hall
            .designated("head", Target::Asset(id), hall.who("clerk"))
            .await;
        let answered = hall.asked(by, "clerk", id, BUSINESS, None).await.unwrap();
        assert_eq!(answered.outcome, Outcome::Permitted);
        assert_eq!(answered.grounds.designation, Some(made.unwrap()));
        assert_eq!(
            hall.outcome("colleague", id, None).await,
            Outcome::NotDesignated
        );
    }
}

#[tokio::test]
async fn from_a_terminal_only_its_data_are_come_to() {
    for hall in Hall::both("muko").await {
        keeps!("muko:32-1(1)");
        let id = hall.terminal().await;
        let data = hall.data().await;
        let by = "affairs_director";
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        hall.allowed(by, id, Allowed::Business(BUSINESS.to_owned()))
            .await
            .unwrap();
        let answered = hall
            .asked(by, "clerk", id, BUSINESS, Some(data))
            .await
            .unwrap();
        assert_eq!(answered.outcome, Outcome::NotTheseData);
        assert_eq!(answered.basis.unwrap().to_string(), "muko:32-1(1)");
        let own = hall.allowed("head", id, Allowed::Data(data)).await;
        assert!(
            matches!(own, Err(Fault::Denied(_))),
            "the general manager sets them"
        );
        hall.allowed(by, id, Allowed::Data(data)).await.unwrap();
        assert_eq!(
            hall.outcome("clerk", id, Some(data)).await,
            Outcome::Permitted
        );
    }
}

#[tokio::test]
async fn at_a_terminal_only_what_was_approved_is_done() {
    for hall in Hall::both("muko").await {
        keeps!("muko:32-1(2)");
        let id = hall.terminal().await;
        let by = "affairs_director";
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        assert_eq!(
            hall.outcome("clerk", id, None).await,
            Outcome::NotThisBusiness
        );
        let own = hall
            .allowed("head", id, Allowed::Business(BUSINESS.to_owned()))
            .await;
        assert!(
            matches!(own, Err(Fault::Denied(_))),
            "the general manager approves them"
        );
        hall.allowed(by, id, Allowed::Business(BUSINESS.to_owned()))
            .await
            .unwrap();
        let folded = hall
            .asked(by, "clerk", id, " 住民票の 交付", None)
            .await
            .unwrap();
        assert_eq!(folded.outcome, Outcome::Permitted);
        let other = hall.asked(by, "clerk", id, "税の照会", None).await.unwrap();
        assert_eq!(other.outcome, Outcome::NotThisBusiness);
        assert_eq!(other.basis.unwrap().to_string(), "muko:32-1(2)");
    }
}

#[tokio::test]
async fn a_system_is_operated_by_the_designated_alone_once_that_is_reported() {
    for hall in Hall::both("shiroishi").await {
        let system = hall
            .system_of("citizens", "head", SystemClass::BusinessInner)
            .await;
        let form = AssetForm {
            system: Some(system),
            ..hall.equipment(AssetKind::Terminal, "T-1")
        };
        let id = hall.registered(form).await;
        assert_eq!(
            hall.outcome("colleague", id, None).await,
            Outcome::NotForSystem
        );
        let target = Target::System(system);
        hall.designated("head", target, hall.who("colleague"))
            .await
            .unwrap();
        assert_eq!(
            hall.outcome("colleague", id, None).await,
            Outcome::NotForSystem
        );
        let _ = designation::report(&hall.cx("head").await, system)
            .await
            .unwrap();
        assert_eq!(
            hall.outcome("colleague", id, None).await,
            Outcome::Permitted
        );
        // At 00:00 of the order's day the rights are gone, and no job has run.
        hall.ordered("1008").await;
        hall.turn_to(date!(2026 - 12 - 01));
        let _ = yakusho_accounts::order::apply_due(&hall.town.system())
            .await
            .unwrap();
        assert_eq!(
            hall.outcome("colleague", id, None).await,
            Outcome::NotForSystem
        );
    }
}

#[tokio::test]
async fn another_section_s_data_need_its_approval_too() {
    for hall in Hall::both("muko").await {
        let id = hall.terminal().await;
        let planning = hall.cx("planning_head").await;
        let data = *inventory::add_data_set(&planning, hall.plans())
            .await
            .unwrap();
        let by = "affairs_director";
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        hall.allowed(by, id, Allowed::Business(BUSINESS.to_owned()))
            .await
            .unwrap();
        hall.allowed(by, id, Allowed::Data(data)).await.unwrap();
        let answered = hall
            .asked(by, "clerk", id, BUSINESS, Some(data))
            .await
            .unwrap();
        assert_eq!(answered.outcome, Outcome::DataNotApproved);
        assert_eq!(answered.basis.unwrap().to_string(), "muko:15-2");
    }
}

#[tokio::test]
async fn each_answer_is_on_record_and_asked_by_those_concerned() {
    for hall in Hall::both("muko").await {
        let id = hall.terminal().await;
        assert!(
            hall.asked("clerk", "clerk", id, BUSINESS, None)
                .await
                .is_ok()
        );
        let other = hall.asked("clerk", "colleague", id, BUSINESS, None).await;
        assert!(matches!(other, Err(Fault::Denied(_))));
        let hidden = hall.asked("stranger", "clerk", id, BUSINESS, None).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        hall.world.clock.turn(time::Duration::minutes(1));
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        hall.allowed(
            "affairs_director",
            id,
            Allowed::Business(BUSINESS.to_owned()),
        )
        .await
        .unwrap();
        assert_eq!(hall.outcome("clerk", id, None).await, Outcome::Permitted);
        let head = hall.cx("head").await;
        let record = operation::recorded(&head, Some(id), None, 10)
            .await
            .unwrap();
        let told: Vec<_> = record
            .items
            .iter()
            .map(|one| {
                (
                    one.outcome,
                    one.rule.as_deref(),
                    one.grounds.designation.is_some(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Outcome::Permitted, None, true),
                (Outcome::NotDesignated, Some("designation.terminal"), false),
            ]
        );
        let clerk = operation::recorded(&hall.cx("clerk").await, None, None, 10).await;
        assert!(matches!(clerk, Err(Fault::NotFound)));
        let planning = hall.cx("planning_head").await;
        let none = operation::recorded(&planning, None, None, 10)
            .await
            .unwrap();
        assert_eq!(none.items, []);
    }
}

#[tokio::test]
async fn where_no_rule_asks_for_anything_nothing_is_refused() {
    for hall in Hall::both("nogata").await {
        let id = hall.terminal().await;
        assert_eq!(hall.outcome("clerk", id, None).await, Outcome::Unregulated);
    }
}

#[tokio::test]
async fn an_approval_to_use_another_section_s_data_is_named() {
    for hall in Hall::both("model").await {
        let id = hall.terminal().await;
        let planning = hall.cx("planning_head").await;
        let data = *inventory::add_data_set(&planning, hall.plans())
            .await
            .unwrap();
        let head = hall.cx("head").await;
        let form = hall.form("citizens", application(data));
        let case = procedure::draw_up(&head, ProcedureKind::DataUse, form).await;
        let case = *case.unwrap();
        let _ = procedure::submit(&head, case, 1, head.today())
            .await
            .unwrap();
        hall.decide("planning_head", case, Verdict::Grant)
            .await
            .unwrap();
        let by = "policy_director";
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        hall.allowed(by, id, Allowed::Business(BUSINESS.to_owned()))
            .await
            .unwrap();
        hall.allowed(by, id, Allowed::Data(data)).await.unwrap();
        assert_eq!(
            hall.outcome("clerk", id, Some(data)).await,
            Outcome::DataNotApproved
        );
        // The approval holds from the 23rd to the 30th.
        hall.turn_to(date!(2026 - 11 - 30));
        let answered = hall
            .asked(by, "clerk", id, BUSINESS, Some(data))
            .await
            .unwrap();
        assert_eq!(answered.outcome, Outcome::Permitted);
        assert!(answered.grounds.data_use.is_some());
        hall.turn_to(date!(2026 - 12 - 01));
        assert_eq!(
            hall.outcome("clerk", id, Some(data)).await,
            Outcome::DataNotApproved
        );
    }
}
