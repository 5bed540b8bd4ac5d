//! The rules of each act, at their boundary.

use time::macros::date;
use yakusho_compliance::notices;
use yakusho_compliance::procedure::{self, ActKind, CaseState, Opinion, TaskState, Verdict};
use yakusho_kernel::{Conflict, Fault, ProxyKind, Reason};
use yakusho_regulation::ProcedureKind;

use crate::{BY_OWNER, Hall, TODAY, application, city, city_with, consulted, decide_by, decision};

/// The code of the refusal, conflict or fault of a field that an act met.
fn why<T>(outcome: &Result<T, Fault>) -> &str {
    match outcome {
        Ok(_) => "done",
        Err(Fault::NotFound) => "not_found",
        Err(Fault::Denied(denied)) => denied.why,
        Err(Fault::Conflict(Conflict { code })) => code,
        Err(Fault::Invalid(invalid)) => invalid.errors[0].reason.code(),
        Err(fault) => unreachable!("{fault}"),
    }
}

#[tokio::test]
async fn it_is_drawn_up_by_the_manager_of_the_section_alone() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        for (key, section, expected) in [
            ("planning_head", "planning", "done"),
            ("stranger", "planning", "not_drafter"),
            ("planning_head", "general", "not_drafter"),
            ("affairs_director", "affairs", "not_drafter"),
        ] {
            let cx = hall.cx(key).await;
            let form = hall.form(section, application(data));
            let drawn = procedure::draw_up(&cx, ProcedureKind::DataUse, form).await;
            assert_eq!(why(&drawn), expected, "{key} for {section}");
        }
        let id = hall.submitted(data).await;
        for key in ["stranger", "head"] {
            let cx = hall.cx(key).await;
            let revision = hall.show(key, id).await.revision;
            let withdrawn = procedure::withdraw(&cx, id, revision, "不要", TODAY).await;
            assert_eq!(why(&withdrawn), "not_drafter", "{key}");
        }
    }
}

#[tokio::test]
async fn nobody_decides_what_they_applied_for_nor_anybody_in_their_place() {
    let own = city(
        BY_OWNER,
        "by = [{ role = \"information_manager\", section_of = \"applicant\" }]",
    );
    for hall in Hall::both_under(&own).await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let view = hall.show("planning_head", id).await;
        assert!(!view.may.decide);
        let decided = hall.decide("planning_head", id, Verdict::Grant).await;
        assert_eq!(why(&decided), "own_case");
        let waiting = procedure::waiting(&hall.cx("planning_head").await)
            .await
            .unwrap();
        assert_eq!(waiting, 0);

        let kind = ProxyKind::DecidingInPlace;
        let in_place = hall
            .in_place("stranger", "planning_head", "planning", kind)
            .await;
        let decided = decide_by(&in_place, id, Verdict::Grant).await;
        assert_eq!(why(&decided), "own_case");
        // Who acts in the post does so for the post, and did not apply.
        let kind = ProxyKind::ActingForPost;
        let in_post = hall
            .in_place("stranger", "planning_head", "planning", kind)
            .await;
        let decided = decide_by(&in_post, id, Verdict::Grant).await;
        assert_eq!(decided.unwrap(), CaseState::Granted);
    }
}

#[tokio::test]
async fn who_decides_in_place_of_another_is_named_with_them() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let kind = ProxyKind::DecidingInPlace;
        let cx = hall.in_place("colleague", "head", "citizens", kind).await;
        assert_eq!(procedure::waiting(&cx).await.unwrap(), 1);
        decide_by(&cx, id, Verdict::Grant).await.unwrap();
        let view = hall.show("planning_head", id).await;
        let act = view.acts.last().unwrap();
        let by = act.by.unwrap();
        assert_eq!(by.author, hall.town.person("head"));
        assert_eq!(by.hand, hall.town.person("colleague"));
        assert_eq!(by.proxy, Some(kind));
        assert_eq!(act.name, "市民課長 中野 恵");
        assert_eq!(act.hand_name.as_deref(), Some("主事 加藤 健"));
    }
}

#[tokio::test]
async fn no_step_is_skipped_by_hand() {
    let step = consulted("all", "{ role = \"information_system_manager\" }");
    for hall in Hall::both_under(&city_with(&step)).await {
        let data = hall.data().await;
        let id = hall.applied(data).await;
        let decided = hall.decide("planning_head", id, Verdict::Grant).await;
        assert_eq!(why(&decided), "not_your_step");
        hall.submit(id).await.unwrap();
        // Whose turn it is not does not even see it; who only consults decides nothing.
        assert_eq!(
            why(&hall.decide("head", id, Verdict::Grant).await),
            "not_found"
        );
        let decided = hall.decide("affairs_director", id, Verdict::Grant).await;
        assert_eq!(why(&decided), "not_decided_yet");
        let state = hall.consult("affairs_director", id, true).await.unwrap();
        assert_eq!(state, CaseState::UnderWay);
        let again = hall.consult("affairs_director", id, true).await;
        assert_eq!(why(&again), "not_your_step");
        assert_eq!(why(&hall.consult("head", id, true).await), "not_consulted");
        hall.decide("head", id, Verdict::Grant).await.unwrap();
        let again = hall.decide("head", id, Verdict::Refuse).await;
        assert_eq!(why(&again), "not_your_step");
    }
}

#[tokio::test]
async fn what_was_submitted_is_changed_only_when_it_comes_back() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let cx = hall.cx("planning_head").await;
        let edit = async || {
            let revision = hall.show("planning_head", id).await.revision;
            let form = hall.form("planning", application(data));
            procedure::edit(&cx, id, revision, form).await
        };
        assert_eq!(why(&edit().await), "case_under_way");
        assert_eq!(why(&hall.submit(id).await), "case_under_way");
        hall.decide("head", id, Verdict::SendBack).await.unwrap();
        assert_eq!(hall.told("planning_head").await, [notices::SENT_BACK]);
        assert_eq!(why(&edit().await), "done");
        let stale = hall.form("planning", application(data));
        assert_eq!(
            why(&procedure::edit(&cx, id, 1, stale).await),
            "changed_meanwhile"
        );
        let elsewhere = hall.form("general", application(data));
        let revision = hall.show("planning_head", id).await.revision;
        assert_eq!(
            why(&procedure::edit(&cx, id, revision, elsewhere).await),
            "unknown"
        );
        assert_eq!(hall.submit(id).await.unwrap(), 1, "the number stays");
        hall.decide("head", id, Verdict::Refuse).await.unwrap();
        assert_eq!(why(&edit().await), "case_refused");
        assert_eq!(why(&hall.submit(id).await), "case_refused");
        let revision = hall.show("planning_head", id).await.revision;
        let withdrawn = procedure::withdraw(&cx, id, revision, "不要", TODAY).await;
        assert_eq!(why(&withdrawn), "case_refused");
    }
}

#[tokio::test]
async fn reasons_are_given_where_something_is_turned_down() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let cx = hall.cx("head").await;
        let revision = hall.show("head", id).await.revision;
        for verdict in [Verdict::Refuse, Verdict::SendBack] {
            let mut silent = decision(verdict, TODAY);
            silent.remark = " \n".to_owned();
            let decided = procedure::decide(&cx, id, revision, silent).await;
            assert_eq!(why(&decided), Reason::Required.code());
        }
        let applicant = hall.cx("planning_head").await;
        let silent = procedure::withdraw(&applicant, id, revision, "", TODAY).await;
        assert_eq!(why(&silent), Reason::Required.code());
        let _ = procedure::withdraw(&applicant, id, revision, "不要となった。", TODAY)
            .await
            .unwrap();
        assert_eq!(
            hall.told("head").await,
            [notices::WAITING, notices::WITHDRAWN]
        );
        let decided = hall.decide("head", id, Verdict::Grant).await;
        assert_eq!(why(&decided), "not_your_step");
        // A grant needs no words.
        let id = hall.submitted(data).await;
        let revision = hall.show("head", id).await.revision;
        let mut silent = decision(Verdict::Grant, TODAY);
        silent.remark = String::new();
        let _ = procedure::decide(&cx, id, revision, silent).await.unwrap();
        assert_eq!(hall.show("head", id).await.conditions, None);
    }
}

#[tokio::test]
async fn the_day_of_an_act_is_kept_apart_from_its_entry() {
    for hall in Hall::both("shiroishi").await {
        let data = hall.data().await;
        let id = hall.applied(data).await;
        let applicant = hall.cx("planning_head").await;
        let early = procedure::submit(&applicant, id, 1, date!(2026 - 11 - 21)).await;
        assert_eq!(why(&early), "day_in_future");
        let _ = procedure::submit(&applicant, id, 1, date!(2026 - 11 - 19))
            .await
            .unwrap();
        let cx = hall.cx("head").await;
        let revision = hall.show("head", id).await.revision;
        for (on, expected) in [
            (date!(2026 - 11 - 18), "before_last_act"),
            (date!(2026 - 11 - 21), "day_in_future"),
            (date!(2026 - 11 - 19), "done"),
        ] {
            let decided = procedure::decide(&cx, id, revision, decision(Verdict::Grant, on)).await;
            assert_eq!(why(&decided), expected, "{on}");
        }
        let view = hall.show("head", id).await;
        let act = view.acts.last().unwrap();
        assert_eq!((act.on, act.at.date()), (date!(2026 - 11 - 19), TODAY));
        assert_eq!(view.decided_on, Some(date!(2026 - 11 - 19)));
    }
}

#[tokio::test]
async fn a_consultation_waits_until_as_many_agree_as_it_needs() {
    let parties = "{ role = \"information_system_manager\" }, { role = \"general_manager\" }, { section_of = \"data\" }";
    let managers = ["affairs_director", "deputy_mayor", "head"];
    for (agreement, words, expected) in [
        ("all", &[true, true, true][..], CaseState::UnderWay),
        ("all", &[true, false], CaseState::SentBack),
        ("majority", &[true, true], CaseState::UnderWay),
        ("majority", &[false, true, true], CaseState::UnderWay),
        ("majority", &[false, false], CaseState::SentBack),
        ("one", &[false, false, true], CaseState::UnderWay),
        ("one", &[false, false, false], CaseState::SentBack),
    ] {
        let city = city_with(&consulted(agreement, parties));
        for hall in Hall::both_under(&city).await {
            let data = hall.data().await;
            let id = hall.submitted(data).await;
            for (word, key) in words.iter().zip(managers) {
                hall.consult(key, id, *word).await.unwrap();
            }
            let view = hall.show("planning_head", id).await;
            assert_eq!(view.state, expected, "{agreement} {words:?}");
            let waits = view.steps[0]
                .tasks
                .iter()
                .any(|task| task.state == TaskState::Waiting);
            assert!(
                !waits,
                "{agreement} {words:?}: nothing of the step waits any more"
            );
            let decided = hall.decide("head", id, Verdict::Grant).await;
            let ready = expected == CaseState::UnderWay;
            assert_eq!(decided.is_ok(), ready, "{agreement} {words:?}");
            if !ready {
                assert_eq!(view.acts.last().unwrap().kind, ActKind::SentBack);
                assert_eq!(hall.submit(id).await.unwrap(), 1);
                let view = hall.show("planning_head", id).await;
                let waiting = view.steps[0]
                    .tasks
                    .iter()
                    .filter(|task| task.state == TaskState::Waiting);
                assert_eq!(waiting.count(), 3, "all are asked again");
            }
        }
    }
}

#[tokio::test]
async fn an_objection_gives_its_reason_and_an_agreement_needs_none() {
    let step = consulted("all", "{ role = \"information_system_manager\" }");
    for hall in Hall::both_under(&city_with(&step)).await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        let cx = hall.cx("affairs_director").await;
        let revision = hall.show("affairs_director", id).await.revision;
        for (agrees, expected) in [(false, "required"), (true, "done")] {
            let silent = Opinion {
                agrees,
                remark: String::new(),
                on: TODAY,
            };
            let said = procedure::consult(&cx, id, revision, silent).await;
            assert_eq!(why(&said), expected);
        }
    }
}

#[tokio::test]
async fn those_who_are_only_told_are_not_waited_for() {
    let inform = "[[procedure.step]]\nkind = \"inform\"\ntitle = { ja = \"通知\", en = \"Notice\" }\n\
                  by = [{ role = \"general_manager\" }]\n\n";
    for hall in Hall::both_under(&city_with(inform)).await {
        let data = hall.data().await;
        let id = hall.submitted(data).await;
        assert_eq!(hall.told("deputy_mayor").await, [notices::TOLD]);
        let view = hall.show("deputy_mayor", id).await;
        assert_eq!(view.steps[0].tasks[0].state, TaskState::Told);
        let state = hall.decide("head", id, Verdict::Grant).await.unwrap();
        assert_eq!(state, CaseState::Granted);
    }
}

#[tokio::test]
async fn what_nobody_could_decide_is_not_submitted() {
    // In Muko only sections with personal information have a data protection manager, and the town's only one is the
    // citizens'.
    for hall in Hall::both("muko").await {
        let form = yakusho_compliance::inventory::DataSetForm {
            name: "文書目録".to_owned(),
            section: hall.town.unit("general"),
            personal: false,
            kinds: Vec::new(),
            system: None,
            about: String::new(),
        };
        let owner = hall.cx("general_head").await;
        let data = *yakusho_compliance::inventory::add_data_set(&owner, form)
            .await
            .unwrap();
        let id = hall.applied(data).await;
        assert_eq!(why(&hall.submit(id).await), "no_party");
    }
}
