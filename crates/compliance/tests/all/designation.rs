//! Who may operate what: designated, reported, released, moved away.

use time::Date;
use time::macros::date;
use yakusho_accounts::ledger::{AsOf, end_of};
use yakusho_accounts::order::{self, ActKind, Column, OrderDraft, OrderId, Row};
use yakusho_compliance::asset::AssetKind;
use yakusho_compliance::designation::{
    self, DesignationForm, DesignationId, Manner, Owes, Target, Who,
};
use yakusho_compliance::inventory::SystemClass;
use yakusho_kernel::{Fault, Outbox, PersonId, Reason};
use yakusho_testkit::keeps;

use crate::consultation::why;
use crate::{Hall, TODAY};

/// A day on which people move.
const MOVE: Date = date!(2026 - 12 - 01);

impl Hall {
    pub(crate) async fn designated(
        &self,
        by: &str,
        target: Target,
        who: Who,
    ) -> Result<DesignationId, Fault> {
        let cx = self.cx(by).await;
        let form = DesignationForm {
            who,
            manner: Manner::Designated,
            first: cx.today(),
            last: None,
        };
        Ok(*designation::designate(&cx, target, form).await?)
    }

    pub(crate) fn who(&self, key: &str) -> Who {
        Who::Person(self.town.person(key))
    }

    /// Who may operate something on that day, as is known now.
    async fn operators(&self, by: &str, target: Target, when: impl Into<AsOf>) -> Vec<PersonId> {
        let found = designation::operators(&self.cx(by).await, target, when).await;
        let people = found.unwrap().into_iter().filter_map(|one| one.person);
        people.collect()
    }

    /// Ends what stands of one person for something from that day on.
    async fn let_go(&self, by: &str, target: Target, from: Date) -> Result<(), Fault> {
        let cx = self.cx(by).await;
        let one = designation::standing(&cx, target).await?.remove(0);
        let _ = designation::release(&cx, one.id, one.row, from).await?;
        Ok(())
    }

    /// Has an order move the person of that number to the planning section on [`MOVE`].
    pub(crate) async fn ordered(&self, number: &str) -> OrderId {
        let admin = self.cx("administrator").await;
        let line = Row {
            line: 2,
            ..Row::default()
        }
        .with(Column::Kind, ActKind::Appoint.code())
        .with(Column::Number, number)
        .with(Column::Unit, "2010")
        .with(Column::Post, "主事");
        let draft = OrderDraft {
            title: "人事異動".to_owned(),
            takes_effect_on: MOVE,
            rows: vec![line],
        };
        let id = *order::draft(&admin, draft).await.unwrap();
        let _ = order::schedule(&admin, id, 1).await.unwrap();
        id
    }

    /// Carries out what orders are due, and has others follow them, as the server does.
    pub(crate) async fn orders_followed(&self) {
        let _ = order::apply_due(&self.town.system()).await.unwrap();
        self.delivered().await;
    }

    async fn delivered(&self) {
        let outbox = Outbox::new()
            .on("designation.follow_order", designation::follow_order)
            .on("designation.follow_undone", designation::follow_undone);
        outbox.deliver(&self.env).await.unwrap();
    }
}

#[tokio::test]
async fn staff_of_sections_that_the_system_manager_designated_operate_information_systems() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:12-1");
        let system = hall
            .system_of("citizens", "head", SystemClass::InformationInner)
            .await;
        let target = Target::System(system);
        let citizens = Who::Section(hall.town.unit("citizens"));
        let own = hall.designated("head", target, citizens).await;
        let Err(Fault::Denied(denied)) = own else {
            unreachable!("a head designated the own section");
        };
        assert_eq!(denied.basis.to_string(), "shiroishi:12-1");
        let person = hall.designated("affairs_director", target, hall.who("clerk"));
        assert!(
            matches!(person.await, Err(Fault::Invalid(_))),
            "sections are designated"
        );
        hall.designated("affairs_director", target, citizens)
            .await
            .unwrap();
        let cx = hall.cx("affairs_director").await;
        let found = designation::operators(&cx, target, TODAY).await.unwrap();
        assert_eq!(found[0].section, hall.town.unit("citizens"));
    }
}

#[tokio::test]
async fn designation_and_release_for_a_business_system_hold_once_reported_on_form_5() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:12-2");
        let system = hall
            .system_of("citizens", "head", SystemClass::BusinessInner)
            .await;
        let target = Target::System(system);
        let clerk = hall.town.person("clerk");
        let stranger = hall
            .designated("planning_head", target, hall.who("clerk"))
            .await;
        assert!(
            matches!(stranger, Err(Fault::NotFound)),
            "it is not theirs to know"
        );
        let Err(Fault::Denied(denied)) = hall
            .designated("colleague", target, hall.who("clerk"))
            .await
        else {
            unreachable!("a clerk designated another");
        };
        assert_eq!(denied.basis.to_string(), "shiroishi:12-2");
        hall.designated("head", target, hall.who("clerk"))
            .await
            .unwrap();
        assert_eq!(hall.operators("head", target, TODAY).await, []);
        let head = hall.cx("head").await;
        let owed = designation::owed(&head.reader(), &head).await.unwrap();
        assert_eq!((owed[0].system, owed[0].lines), (system, 1));

        let id = *designation::report(&head, system).await.unwrap();
        assert_eq!(hall.operators("head", target, TODAY).await, [clerk]);
        let (report, _) = designation::report_of(&head, id).await.unwrap();
        assert_eq!(
            (report.number, report.lines[0].what),
            (1, Owes::Designation)
        );
        assert!(
            hall.told("affairs_director")
                .await
                .contains(&"designation.reported".to_owned())
        );
        let again = designation::report(&head, system).await;
        assert!(
            matches!(again, Err(Fault::Conflict(ref what)) if what.code == "nothing_to_report")
        );

        hall.let_go("head", target, TODAY).await.unwrap();
        assert_eq!(
            hall.operators("head", target, TODAY).await,
            [clerk],
            "it is not reported"
        );
        let id = *designation::report(&head, system).await.unwrap();
        assert_eq!(hall.operators("head", target, TODAY).await, []);
        let (report, _) = designation::report_of(&head, id).await.unwrap();
        assert_eq!((report.number, report.lines[0].what), (2, Owes::Release));
        assert!(
            designation::owed(&head.reader(), &head)
                .await
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn a_release_to_come_holds_from_its_day_though_it_was_reported_before() {
    for hall in Hall::both("shiroishi").await {
        let system = hall
            .system_of("citizens", "head", SystemClass::BusinessInner)
            .await;
        let target = Target::System(system);
        let clerk = hall.town.person("clerk");
        hall.designated("head", target, hall.who("clerk"))
            .await
            .unwrap();
        let head = hall.cx("head").await;
        let _ = designation::report(&head, system).await.unwrap();
        hall.let_go("head", target, MOVE).await.unwrap();
        let _ = designation::report(&head, system).await.unwrap();
        for (day, found) in [(date!(2026 - 11 - 30), vec![clerk]), (MOVE, vec![])] {
            assert_eq!(hall.operators("head", target, day).await, found, "{day}");
        }
    }
}

#[tokio::test]
async fn central_equipment_is_operated_by_whom_the_general_manager_designated() {
    for hall in Hall::both("muko").await {
        keeps!("muko:27-1");
        let id = hall
            .registered(hall.equipment(AssetKind::Server, "S-1"))
            .await;
        let target = Target::Asset(id);
        let Err(Fault::Denied(denied)) = hall.designated("head", target, hall.who("clerk")).await
        else {
            unreachable!("a section's head designated");
        };
        assert_eq!(denied.basis.to_string(), "muko:27-1");
        hall.designated("affairs_director", target, hall.who("operator"))
            .await
            .unwrap();
        let operator = hall.town.person("operator");
        assert_eq!(
            hall.operators("affairs_director", target, TODAY).await,
            [operator]
        );
        let printer = hall
            .registered(hall.equipment(AssetKind::Printer, "P-1"))
            .await;
        let nobody = hall.designated(
            "affairs_director",
            Target::Asset(printer),
            hall.who("clerk"),
        );
        assert!(matches!(nobody.await, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn terminals_are_operated_by_whom_the_section_s_data_protection_manager_designated() {
    for hall in Hall::both("muko").await {
        keeps!("muko:31-1");
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        let target = Target::Asset(id);
        let general = hall
            .designated("affairs_director", target, hall.who("clerk"))
            .await;
        let Err(Fault::Denied(denied)) = general else {
            unreachable!("the general manager designated in the section's place");
        };
        assert_eq!(denied.basis.to_string(), "muko:31-1 muko:32-1(3)");
        hall.designated("head", target, hall.who("clerk"))
            .await
            .unwrap();
        let twice = hall.designated("head", target, hall.who("clerk")).await;
        assert!(matches!(twice, Err(Fault::Invalid(_))));
        // An approval is for a time, and ends with its last day.
        let head = hall.cx("head").await;
        let form = |last| DesignationForm {
            who: hall.who("stranger"),
            manner: Manner::Approved,
            first: TODAY,
            last,
        };
        let Err(Fault::Invalid(invalid)) = designation::designate(&head, target, form(None)).await
        else {
            unreachable!("an approval has an end");
        };
        assert_eq!(invalid.errors[0].reason, Reason::Required);
        let last = date!(2026 - 11 - 30);
        let _ = designation::designate(&head, target, form(Some(last)))
            .await
            .unwrap();
        for (day, count) in [(TODAY, 2), (last, 2), (date!(2026 - 12 - 01), 1)] {
            assert_eq!(
                hall.operators("head", target, day).await.len(),
                count,
                "{day}"
            );
        }
    }
}

#[tokio::test]
async fn designating_for_a_terminal_reports_the_name_at_once() {
    let (before, after) = crate::MUKO
        .split_once("id = \"computing_general_manager\"\n")
        .unwrap();
    let after = after.replacen("head_of = \"総務部\"", "head_of = \"情報部\"", 1);
    let changed = format!("{before}id = \"computing_general_manager\"\n{after}");
    let vacant = crate::city_of("muko", &changed);
    keeps!("muko:31-2");
    for hall in Hall::both("muko").await {
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        let told = hall.told("affairs_director").await;
        assert_eq!(told, ["designation.operator"]);
    }
    for hall in Hall::both_under(&vacant).await {
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        let nobody = hall
            .designated("head", Target::Asset(id), hall.who("clerk"))
            .await;
        assert_eq!(why(&nobody), "nobody_to_report_to");
    }
}

#[tokio::test]
async fn whoever_an_order_moves_is_released_and_comes_back_if_it_is_undone() {
    for hall in Hall::both("shiroishi").await {
        let system = hall
            .system_of("citizens", "head", SystemClass::BusinessInner)
            .await;
        let target = Target::System(system);
        let moved = hall.town.person("colleague");
        hall.designated("head", target, hall.who("colleague"))
            .await
            .unwrap();
        let head = hall.cx("head").await;
        let _ = designation::report(&head, system).await.unwrap();
        let order = hall.ordered("1008").await;
        hall.turn_to(MOVE);
        // At midnight the order is carried out; nobody has followed it yet.
        let _ = order::apply_due(&hall.town.system()).await.unwrap();
        assert_eq!(hall.operators("head", target, MOVE).await, []);
        let before = date!(2026 - 11 - 30);
        assert_eq!(hall.operators("head", target, before).await, [moved]);
        hall.orders_followed().await;
        assert!(
            hall.told("head")
                .await
                .contains(&"designation.moved".to_owned())
        );
        let head = hall.cx("head").await;
        let owed = designation::owed(&head.reader(), &head).await.unwrap();
        assert_eq!((owed[0].lines, owed[0].by), (1, MOVE));
        assert_eq!(designation::remind(&hall.town.system()).await.unwrap(), 1);
        assert_eq!(designation::remind(&hall.town.system()).await.unwrap(), 0);
        assert_eq!(hall.operators("head", target, before).await, [moved]);
        // As was known on the day before, it had no end.
        let then = AsOf {
            day: before,
            known: Some(end_of(before)),
        };
        assert_eq!(hall.operators("head", target, then).await, [moved]);

        let admin = hall.cx("administrator").await;
        let (known, _) = order::get(&admin, order).await.unwrap();
        let _ = order::undo(&admin, order, known.revision, "誤りのため")
            .await
            .unwrap();
        hall.delivered().await;
        assert_eq!(hall.operators("head", target, MOVE).await, [moved]);
        assert!(
            designation::owed(&admin.reader(), &admin)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(designation::settle(&hall.town.system()).await.unwrap(), 0);
    }
}
