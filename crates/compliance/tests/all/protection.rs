//! How systems are protected: measures, their reviews, and security methods.

use time::macros::date;
use time::{Date, Duration};
use yakusho_compliance::duty::{Ledger, View};
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory::{self, ManagerForm, SystemClass};
use yakusho_compliance::notices;
use yakusho_compliance::protection::{
    self, EndForm, Filter, Measure, MeasureForm, MeasureId, MeasureKind, MethodsForm, ReviewForm,
    Rights,
};
use yakusho_kernel::{Conflict, Debtor, Fault, Invalid, Owed, Reason};
use yakusho_regulation::{Role, Rule};
use yakusho_testkit::keeps;

use crate::consultation::why;
use crate::{Hall, TODAY};

/// The last day for the review of what is entered on the first day.
const REVIEW: Date = date!(2027 - 11 - 20);

fn measure(kind: MeasureKind) -> MeasureForm {
    MeasureForm {
        kind,
        text: "夜間に控えを取り、別の建物に保管する。".to_owned(),
        since: TODAY,
    }
}

impl Hall {
    async fn secured(&self) -> SystemId {
        self.system_of("citizens", "head", SystemClass::BusinessInner)
            .await
    }

    async fn protect(
        &self,
        key: &str,
        system: SystemId,
        kind: MeasureKind,
    ) -> Result<MeasureId, Fault> {
        let cx = self.cx(key).await;
        let id = *protection::add(&cx, system, measure(kind)).await?;
        self.world.clock.turn(Duration::SECOND);
        Ok(id)
    }

    async fn review(&self, key: &str, id: MeasureId, finding: &str) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let revision = self.measure(id).await.revision;
        let form = ReviewForm {
            text: "夜間と正午に控えを取り、別の建物に保管する。".to_owned(),
            finding: finding.to_owned(),
        };
        protection::review(&cx, id, revision, form).await.map(drop)
    }

    async fn end_measure(&self, key: &str, id: MeasureId, on: Date) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let revision = self.measure(id).await.revision;
        let form = EndForm {
            on,
            reason: "機器を入れ替えたため。".to_owned(),
        };
        protection::end(&cx, id, revision, form).await.map(drop)
    }

    async fn measure(&self, id: MeasureId) -> Measure {
        let cx = self.cx("deputy_mayor").await;
        protection::show(&cx, id).await.unwrap().measure
    }

    async fn reviews(&self, key: &str, view: View) -> Vec<Owed> {
        let cx = self.cx(key).await;
        let ledger = Ledger::with([]);
        let page = ledger.list(&cx, view, (None, None), None, 100).await;
        let mut owed = page.unwrap().items;
        owed.retain(|one| one.kind == notices::REVIEW_DUE);
        owed
    }

    async fn set_methods(
        &self,
        key: &str,
        id: SystemId,
        text: &str,
        from: Date,
    ) -> Result<(), Fault> {
        let cx = self.cx(key).await;
        let text = text.to_owned();
        let revision = inventory::system(&cx, id).await?.revision;
        let form = MethodsForm { text, from };
        let _ = protection::set_methods(&cx, id, revision, form).await?;
        self.world.clock.turn(Duration::SECOND);
        Ok(())
    }

    async fn in_force(&self, id: SystemId) -> Option<String> {
        let cx = self.cx("head").await;
        let found = protection::methods_in_force(&cx, id).await.unwrap();
        found.map(|methods| methods.text)
    }
}

fn faults(outcome: Result<(), Fault>) -> Vec<(String, Reason)> {
    let Err(Fault::Invalid(Invalid { errors })) = outcome else {
        unreachable!("it is refused: {outcome:?}");
    };
    errors
        .into_iter()
        .map(|error| (error.field, error.reason))
        .collect()
}

#[tokio::test]
async fn measures_are_entered_by_the_managers_whom_the_articles_name() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:13");
        keeps!("shiroishi:17");
        let id = hall.secured().await;
        let own = hall.protect("head", id, MeasureKind::Data).await.unwrap();
        let overall = hall.protect("affairs_director", id, MeasureKind::Disaster);
        let overall = overall.await.unwrap();
        for key in ["clerk", "deputy_mayor"] {
            let entered = hall.protect(key, id, MeasureKind::Data).await;
            assert_eq!(why(&entered), "not_protector", "{key}");
        }
        let foreign = hall.protect("planning_head", id, MeasureKind::Data).await;
        assert!(matches!(foreign, Err(Fault::NotFound)));

        let measure = hall.measure(own).await;
        assert_eq!(measure.section, Some(hall.town.unit("citizens")));
        assert_eq!(measure.review, Some(REVIEW));
        assert_eq!(hall.measure(overall).await.section, None);
        for (key, count) in [("clerk", 2), ("supervisor", 2), ("stranger", 0)] {
            let cx = hall.cx(key).await;
            let found = protection::list(&cx, Filter::default(), None, 9).await;
            assert_eq!(found.unwrap().items.len(), count, "{key}");
            let shown = protection::show(&cx, own).await;
            assert_eq!(shown.is_ok(), count > 0, "{key}");
            let rights = protection::rights(&cx, id).await.unwrap();
            assert_eq!(rights.is_some(), count > 0, "{key}");
        }
        let clerk = hall.cx("clerk").await;
        let first = protection::list(&clerk, Filter::default(), None, 1).await;
        let first = first.unwrap();
        assert_eq!(first.items[0].measure.id, own);
        let rest = protection::list(&clerk, Filter::default(), first.next.as_ref(), 1).await;
        assert_eq!(rest.unwrap().items[0].measure.id, overall);
        let kind = Some(MeasureKind::Disaster);
        let filter = Filter {
            kind,
            overdue: false,
        };
        let found = protection::list(&clerk, filter, None, 9).await.unwrap();
        assert_eq!(found.items.len(), 1);
    }
}

#[tokio::test]
async fn a_review_is_owed_by_whose_the_measure_is_until_it_was_reviewed() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:13");
        let id = hall.secured().await;
        let own = hall.protect("head", id, MeasureKind::Data).await.unwrap();
        let overall = hall.protect("affairs_director", id, MeasureKind::Disaster);
        overall.await.unwrap();

        let [owed] = &hall.reviews("head", View::Mine).await[..] else {
            unreachable!("the head owes one review");
        };
        let section = Some(hall.town.unit("citizens"));
        let by = Debtor::Role(Role::InformationManager, section);
        assert_eq!((owed.due, owed.by), (REVIEW, by));
        assert_eq!(owed.rule, Some(Rule::DataProtected));
        let [owed] = &hall.reviews("affairs_director", View::Mine).await[..] else {
            unreachable!("the system manager owes one review");
        };
        assert_eq!(owed.by, Debtor::Role(Role::InformationSystemManager, None));
        assert_eq!(hall.reviews("clerk", View::Mine).await, []);
        assert_eq!(hall.reviews("administrator", View::All).await.len(), 2);

        hall.turn_to(REVIEW - Duration::days(7));
        hall.night().await;
        assert!(
            hall.told("head")
                .await
                .contains(&notices::DUTY_AHEAD.to_owned())
        );
        hall.turn_to(REVIEW);
        let overdue = Filter {
            kind: None,
            overdue: true,
        };
        let late = async || {
            let cx = hall.cx("clerk").await;
            let found = protection::list(&cx, overdue, None, 9).await.unwrap();
            found.items.len()
        };
        assert_eq!(late().await, 0, "the last day is in time");
        hall.turn_to(REVIEW + Duration::DAY);
        assert_eq!(late().await, 2);
        let tally = Ledger::with([]).tally(&hall.town.system()).await.unwrap();
        let tally = tally.iter().find(|one| one.rule == Rule::DataProtected);
        assert_eq!(tally.map(|one| (one.open, one.overdue)), Some((1, 1)));

        let by_another = hall.review("affairs_director", own, "足りている。").await;
        assert_eq!(why(&by_another), "not_protector");
        let unsaid = hall.review("head", own, " \n").await;
        assert_eq!(faults(unsaid), [("finding".to_owned(), Reason::Required)]);
        hall.review("head", own, "正午にも取ることとした。")
            .await
            .unwrap();
        assert_eq!(late().await, 1);
        let measure = hall.measure(own).await;
        assert_eq!(measure.review, Some(date!(2028 - 11 - 21)));
        let head = hall.cx("head").await;
        let history = protection::history(&head, own).await.unwrap();
        let texts: Vec<&str> = history.iter().map(|one| &*one.text).collect();
        assert_eq!(
            texts,
            [
                "夜間と正午に控えを取り、別の建物に保管する。",
                "夜間に控えを取り、別の建物に保管する。"
            ]
        );
    }
}

#[tokio::test]
async fn what_has_ended_stays_readable_and_is_reviewed_no_more() {
    for hall in Hall::both("shiroishi").await {
        let id = hall.secured().await;
        let own = hall.protect("head", id, MeasureKind::Data).await.unwrap();
        let early = hall.end_measure("head", own, TODAY - Duration::DAY).await;
        assert_eq!(faults(early), [("on".to_owned(), Reason::EndBeforeStart)]);
        let late = hall.end_measure("head", own, TODAY + Duration::DAY).await;
        let in_future = Reason::Code("day_in_future");
        assert_eq!(faults(late), [("on".to_owned(), in_future)]);
        assert_eq!(
            why(&hall.end_measure("clerk", own, TODAY).await),
            "not_protector"
        );
        hall.end_measure("head", own, TODAY).await.unwrap();
        assert_eq!(hall.reviews("head", View::Mine).await, []);
        for again in [
            hall.end_measure("head", own, TODAY).await,
            hall.review("head", own, "足りている。").await,
        ] {
            let ended = "measure_ended";
            assert!(
                matches!(again, Err(Fault::Conflict(Conflict { code })) if code == ended),
                "{again:?}"
            );
        }
        let head = hall.cx("head").await;
        let listed = protection::list(&head, Filter::default(), None, 9).await;
        assert!(listed.unwrap().items.is_empty());
        let all = protection::of_system(&head, id, None, 9).await.unwrap();
        assert_eq!(all.items[0].ended.as_ref().unwrap().on, TODAY);
        let file = protection::export(&head).await.unwrap().into_inner();
        let file = String::from_utf8(file).unwrap();
        assert!(file.contains("機器を入れ替えたため。"), "{file}");
    }
}

#[tokio::test]
async fn who_comes_to_answer_for_a_system_takes_its_measures_over_by_reviewing_them() {
    for hall in Hall::both("shiroishi").await {
        let class = SystemClass::InformationInner;
        let id = hall.system_of("citizens", "head", class).await;
        let own = hall.protect("head", id, MeasureKind::Data).await.unwrap();
        let director = hall.cx("affairs_director").await;
        let systems = hall.town.unit("systems");
        let designated = ManagerForm {
            section: systems,
            from: TODAY,
            agreed: Vec::new(),
            files: Vec::new(),
        };
        let _ = inventory::set_manager(&director, id, 1, designated)
            .await
            .unwrap();
        hall.review("systems_head", own, "引き継いだ。")
            .await
            .unwrap();
        assert_eq!(hall.measure(own).await.section, Some(systems));
        assert_eq!(hall.reviews("head", View::Mine).await, []);
        let owed = hall.reviews("systems_head", View::Mine).await;
        assert_eq!(owed.len(), 1);
    }
}

#[tokio::test]
async fn of_the_security_methods_one_version_is_in_force_at_a_time() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:29");
        let id = hall.secured().await;
        for key in ["head", "affairs_director"] {
            let set = hall.set_methods(key, id, "通信を暗号化する。", TODAY).await;
            assert_eq!(why(&set), "role", "{key}");
        }
        let set =
            async |text: &str, from: Date| hall.set_methods("deputy_mayor", id, text, from).await;
        let past = set("通信を暗号化する。", TODAY - Duration::DAY).await;
        assert_eq!(faults(past), [("from".to_owned(), Reason::Past)]);
        set("通信を暗号化する。", TODAY).await.unwrap();
        let later = TODAY + Duration::days(10);
        set("保存も暗号化する。", later).await.unwrap();
        assert_eq!(hall.in_force(id).await.unwrap(), "通信を暗号化する。");
        // What was set for the same day or later gives way before it was in force.
        set("二要素の認証を加える。", later).await.unwrap();
        hall.turn_to(later - Duration::DAY);
        assert_eq!(hall.in_force(id).await.unwrap(), "通信を暗号化する。");
        hall.turn_to(later);
        assert_eq!(hall.in_force(id).await.unwrap(), "二要素の認証を加える。");
        let general = hall.cx("deputy_mayor").await;
        let form = MethodsForm {
            text: "通信を暗号化する。".to_owned(),
            from: later,
        };
        let again = protection::set_methods(&general, id, 1, form).await;
        assert!(matches!(again, Err(Fault::Conflict(Conflict::CHANGED))));
        let head = hall.cx("head").await;
        let kept = protection::methods(&head, id, None, 9).await.unwrap().items;
        let kept: Vec<(&str, bool)> = kept
            .iter()
            .map(|one| (&*one.text, one.superseded_at.is_some()))
            .collect();
        assert_eq!(
            kept,
            [
                ("二要素の認証を加える。", false),
                ("保存も暗号化する。", true),
                ("通信を暗号化する。", false),
            ]
        );
    }
}

#[tokio::test]
async fn a_city_whose_regulation_asks_for_nothing_of_the_kind_has_no_such_register() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("administrator").await;
        assert!(!protection::asked(&cx));
        let listed = protection::list(&cx, Filter::default(), None, 9).await;
        assert!(matches!(listed, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn where_methods_alone_are_asked_for_there_are_no_measures_to_enter() {
    let kinds = ["protection.data", "protection.disaster"];
    let clauses = ["shiroishi:13", "shiroishi:17"];
    let mut profile = crate::SHIROISHI.to_owned();
    for (kind, clause) in kinds.iter().zip(clauses) {
        let rule = format!("[[rule]]\nid = \"{kind}\"\nclauses = [\"{clause}\"]\n\n");
        assert!(profile.contains(&rule), "{rule}");
        profile = profile.replace(&rule, "");
    }
    for hall in Hall::both_under(&crate::city_of("shiroishi", &profile)).await {
        let id = hall.secured().await;
        let entered = hall.protect("head", id, MeasureKind::Data).await;
        let unknown = ("kind".to_owned(), Reason::Unknown);
        assert_eq!(faults(entered.map(drop)), [unknown]);
        let head = hall.cx("head").await;
        let rights = protection::rights(&head, id).await.unwrap();
        let methods_alone = Rights {
            methods: true,
            ..Rights::default()
        };
        assert_eq!(rights, Some(methods_alone));
    }
}
