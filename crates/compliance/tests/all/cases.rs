//! Forms on their way: drawn up, submitted, seen, listed, kept.

use time::Duration;
use time::macros::date;
use yakusho_compliance::notices;
use yakusho_compliance::procedure::{
    self, ActKind, CaseState, Cases, StepProgress, TaskState, Tray, Verdict,
};
use yakusho_kernel::{Cx, Fault, versions};
use yakusho_koyomi::FiscalYear;
use yakusho_regulation::{Lang, ProcedureKind};
use yakusho_search::{Asked, Query, Sources, catch_up, find, rebuild};

use crate::{Hall, TODAY, application, city_with, consulted};

fn year(year: i32) -> FiscalYear {
    FiscalYear::starting_in(year)
}

#[tokio::test]
async fn it_is_drawn_up_submitted_decided_and_each_of_them_told() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.applied(data).await;
        let draft = hall.show("planning_head", id).await;
        assert_eq!((draft.state, draft.number), (CaseState::Draft, None));
        assert!(draft.may.edit && draft.may.submit && draft.may.withdraw);
        assert_eq!(hall.submit(id).await.unwrap(), 1);

        let owner = hall.show("head", id).await;
        assert_eq!(owner.state, CaseState::UnderWay);
        assert!(owner.may.decide && !owner.may.consult && !owner.may.edit);
        assert_eq!(owner.steps[0].progress, StepProgress::Waiting);
        // Ten working days after 20 November, of which the 23rd is a holiday.
        assert_eq!(owner.steps[0].tasks[0].due, Some(date!(2026 - 12 - 07)));
        assert_eq!(hall.told("head").await, [notices::WAITING]);

        let cx = hall.cx("head").await;
        hall.decide("head", id, Verdict::Grant).await.unwrap();
        let granted = hall.show("planning_head", id).await;
        assert_eq!(granted.state, CaseState::Granted);
        assert_eq!(granted.decided_on, Some(TODAY));
        assert_eq!(granted.conditions.as_deref(), Some("目的の範囲に限る。"));
        assert_eq!(granted.steps[0].tasks[0].state, TaskState::Decided);
        let acts: Vec<_> = granted
            .acts
            .iter()
            .map(|act| (act.kind, &*act.name))
            .collect();
        assert_eq!(
            acts,
            [
                (ActKind::DrawnUp, "企画課長 松本 優子"),
                (ActKind::Submitted, "企画課長 松本 優子"),
                (ActKind::Granted, "市民課長 中野 恵"),
            ]
        );
        assert_eq!(hall.told("planning_head").await, [notices::GRANTED]);
        assert!(!hall.show("head", id).await.may.decide);
        drop(cx);
    }
}

#[tokio::test]
async fn numbers_go_by_register_and_fiscal_year_without_a_gap() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        for expected in 1..=3 {
            let id = hall.applied(data).await;
            assert_eq!(hall.submit(id).await.unwrap(), expected);
            if expected == 2 {
                // What is not submitted draws no number, and one that is withdrawn keeps its own.
                let cx = hall.cx("planning_head").await;
                let empty = hall.form("planning", serde_json::Map::new());
                let draft = *procedure::draw_up(&cx, ProcedureKind::DataUse, empty)
                    .await
                    .unwrap();
                assert!(hall.submit(draft).await.is_err());
                let revision = hall.show("planning_head", id).await.revision;
                let _ = procedure::withdraw(&cx, id, revision, "不要となった。", TODAY)
                    .await
                    .unwrap();
            }
        }
        let late = hall.applied(data).await;
        hall.world.clock.turn(Duration::days(133));
        let cx = hall.cx("planning_head").await;
        // On 2 April it is entered that it was submitted on 31 March: the number is of the old year.
        let extended = {
            let mut answers = application(data);
            answers["period"] = serde_json::json!({ "first": "2027-04-05", "last": "2027-04-30" });
            hall.form("planning", answers)
        };
        let _ = procedure::edit(&cx, late, 1, extended.clone())
            .await
            .unwrap();
        let number = *procedure::submit(&cx, late, 2, date!(2027 - 03 - 31))
            .await
            .unwrap();
        assert_eq!((number.year, number.number), (year(2026), 4));
        let next = *procedure::draw_up(&cx, ProcedureKind::DataUse, extended)
            .await
            .unwrap();
        let number = *procedure::submit(&cx, next, 1, cx.today()).await.unwrap();
        assert_eq!((number.year, number.number), (year(2027), 1));
        let registers = procedure::registers(&cx).await.unwrap();
        let known: Vec<_> = registers
            .iter()
            .map(|one| (&*one.register, one.year, one.last))
            .collect();
        assert_eq!(
            known,
            [("data_use", year(2027), 1), ("data_use", year(2026), 4)]
        );
    }
}

/// How many cases somebody finds by words.
async fn found(cx: &Cx, words: &str) -> usize {
    let sources = Sources::new().with(Cases);
    let (query, asked) = (Query::of(words), Asked::default());
    let page = find(cx, &sources, &query, &asked, None, 20).await;
    page.unwrap().items.len()
}

#[tokio::test]
async fn who_may_not_see_it_finds_nothing() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.applied(data).await;
        let sees = async |key: &str| {
            let cx = hall.cx(key).await;
            match procedure::show(&cx, id).await {
                Ok(_) => true,
                Err(Fault::NotFound) => false,
                Err(fault) => unreachable!("{fault}"),
            }
        };
        for (key, draft, submitted) in [
            ("planning_head", true, true),
            ("stranger", false, true), // of the section that applies
            ("head", false, true),
            ("clerk", false, false),
            ("general_head", false, false),
            ("affairs_director", false, true), // the information system manager
        ] {
            assert_eq!(sees(key).await, draft, "{key}: draft");
            let _ = submitted;
        }
        let shown = hall.show("planning_head", id).await;
        let listed_as = shown.definition.procedure.title(Lang::Ja).to_owned();
        let author = hall.cx("planning_head").await;
        assert_eq!(found(&author, &listed_as).await, 0, "a draft");
        hall.submit(id).await.unwrap();
        for (key, submitted) in [
            ("planning_head", true),
            ("stranger", true),
            ("head", true),
            ("clerk", false),
            ("general_head", false),
            ("affairs_director", true),
        ] {
            assert_eq!(sees(key).await, submitted, "{key}");
            let cx = hall.cx(key).await;
            let tray = Tray::Register("data_use".to_owned(), year(2026));
            let listed = procedure::list(&cx, &tray, None, 10).await.unwrap();
            assert_eq!(listed.items.len(), usize::from(submitted), "{key}");
            let found = found(&cx, &listed_as).await;
            assert_eq!(found, usize::from(submitted), "{key} by search");
        }
        let system = hall.world.system();
        let _ = rebuild(&system).await.unwrap();
        let sources = Sources::new().with(Cases);
        assert_eq!(catch_up(&system, &sources).await.unwrap().things, 1);
        let head = hall.cx("head").await;
        assert_eq!(found(&head, &listed_as).await, 1);
    }
}

#[tokio::test]
async fn each_tray_has_its_own() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.push(hall.submitted(data).await);
            hall.world.clock.turn(Duration::minutes(1));
        }
        let draft = hall.applied(data).await;
        let list = async |key: &str, tray: Tray| {
            let cx = hall.cx(key).await;
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let page = procedure::list(&cx, &tray, after.as_ref(), 2)
                    .await
                    .unwrap();
                found.extend(page.items.into_iter().map(|row| row.id));
                match page.next {
                    Some(next) => after = Some(next),
                    None => return found,
                }
            }
        };
        assert_eq!(list("head", Tray::Waiting).await, ids);
        assert!(list("planning_head", Tray::Waiting).await.is_empty());
        let newest: Vec<_> = ids.iter().rev().copied().collect();
        let mine: Vec<_> = std::iter::once(draft)
            .chain(newest.iter().copied())
            .collect();
        assert_eq!(list("planning_head", Tray::Mine).await, mine);
        assert_eq!(list("stranger", Tray::Section).await, newest);
        assert!(list("clerk", Tray::Section).await.is_empty());
        let register = Tray::Register("data_use".to_owned(), year(2026));
        assert_eq!(list("head", register).await, newest);
        let waiting = async || procedure::waiting(&hall.cx("head").await).await.unwrap();
        assert_eq!(waiting().await, 3);
        hall.decide("head", ids[0], Verdict::Refuse).await.unwrap();
        assert_eq!(list("head", Tray::Waiting).await, ids[1..]);
        assert_eq!(waiting().await, 2);
        assert!(list("planning_head", Tray::Returned).await.is_empty());
        hall.decide("head", ids[1], Verdict::SendBack)
            .await
            .unwrap();
        assert_eq!(list("planning_head", Tray::Returned).await, [ids[1]]);
        assert!(list("head", Tray::Returned).await.is_empty());
    }
}

#[tokio::test]
async fn a_changed_procedure_changes_nothing_that_is_under_way() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let draft = hall.applied(data).await;

        let step = consulted("all", "{ role = \"information_system_manager\" }");
        let amended = hall.world.under(city_with(&step)).await;
        let by = async |key: &str| {
            let standing = hall.town.standing(key).await;
            let actor = yakusho_kernel::Actor::Person(std::sync::Arc::new(standing));
            Cx::new(
                &amended,
                actor,
                amended.rng().uuid(amended.clock().now()).into(),
            )
        };
        let (head, planning) = (by("head").await, by("planning_head").await);
        let view = procedure::show(&head, id).await.unwrap();
        assert_eq!(view.definition.procedure.steps.len(), 1);
        let state = crate::decide_by(&head, id, Verdict::Grant).await.unwrap();
        assert_eq!(state, CaseState::Granted);

        let _ = procedure::submit(&planning, draft, 1, TODAY).await.unwrap();
        assert!(procedure::show(&head, draft).await.unwrap().may.decide);
        let new = hall.applied_by(&planning, data).await.unwrap();
        let _ = procedure::submit(&planning, new, 1, TODAY).await.unwrap();
        let view = procedure::show(&planning, new).await.unwrap();
        assert_eq!(view.definition.procedure.steps.len(), 2);
        assert!(matches!(
            procedure::show(&head, new).await,
            Err(Fault::NotFound)
        ));
    }
}

#[tokio::test]
async fn every_version_of_what_was_filled_in_stays() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        hall.decide("head", id, Verdict::SendBack).await.unwrap();
        let cx = hall.cx("planning_head").await;
        let mut answers = application(data);
        answers["purpose"] = "給付対象者への通知".into();
        let revision = hall.show("planning_head", id).await.revision;
        let form = hall.form("planning", answers);
        let _ = procedure::edit(&cx, id, revision, form).await.unwrap();
        let kept = versions(&cx.reader(), &id, 10).await.unwrap();
        assert_eq!(kept.len(), 2);
        let (view, first, _) = procedure::version(&cx, id, 1).await.unwrap();
        assert_eq!(
            first.answer("purpose").unwrap().text(),
            Some("給付対象者の抽出")
        );
        assert_eq!(
            view.content.answer("purpose").unwrap().text(),
            Some("給付対象者への通知")
        );
    }
}
