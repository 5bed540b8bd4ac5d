//! Sending, reading and confirming circulations and reports.

use time::macros::date;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Conflict, Fault, ProxyKind, versions};
use yakusho_messaging::circulation::{
    self, CirculationForm, CirculationState, Kind, RecipientState, Tray,
};
use yakusho_messaging::versions::Change;
use yakusho_messaging::{notices, summary};
use yakusho_regulation::Lang;
use yakusho_testkit::keeps;

use crate::{Hall, circular, everyone};

fn to_units(hall: &Hall, keys: &[&str]) -> Audience {
    Audience {
        units: keys.iter().map(|key| hall.town.unit(key)).collect(),
        ..Audience::default()
    }
}

#[tokio::test]
async fn it_goes_to_whom_it_names_and_each_confirms() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:3(3)");
        let id = hall
            .sent("planning_head", |form| {
                form.audience = to_units(&hall, &["citizens"]);
                form.audience.people = vec![hall.town.person("mayor")];
                form.due = Some(date!(2026 - 11 - 27));
            })
            .await;
        for (key, reached) in [
            ("head", true),
            ("clerk", true),
            ("fixed_term", true),
            ("mayor", true),
            ("stranger", false),
            ("general_clerk", false),
            ("administrator", false),
        ] {
            let cx = hall.cx(key).await;
            assert_eq!(circulation::show(&cx, id).await.is_ok(), reached, "{key}");
            let owed = circulation::list(&cx, Tray::Owed, None, 10).await.unwrap();
            assert_eq!(owed.items.len(), usize::from(reached), "{key}");
            assert_eq!(hall.told(key).await.len(), usize::from(reached), "{key}");
        }
        let clerk = hall.cx("clerk").await;
        let view = circulation::show(&clerk, id).await.unwrap();
        circulation::see(&clerk, &view).await.unwrap();
        let _ = circulation::confirm(&clerk, id, 1, "").await.unwrap();
        let twice = circulation::confirm(&clerk, id, 1, "").await;
        assert!(matches!(
            twice,
            Err(Fault::Conflict(Conflict { code: "confirmed" }))
        ));
        let stranger = hall.cx("stranger").await;
        assert!(matches!(
            circulation::confirm(&stranger, id, 1, "").await,
            Err(Fault::NotFound)
        ));

        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!((view.confirmed, view.total), (1, 5));
        let names: Vec<_> = view
            .recipients
            .items
            .iter()
            .map(|row| row.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["大森 一郎", "中野 恵", "加藤 健", "佐藤 花子", "森 さくら"],
            "in the order of the organisation, by rank and kana"
        );
        let sections = circulation::progress(&author, id).await.unwrap();
        let figures: Vec<_> = sections
            .iter()
            .map(|section| (section.unit_name.as_str(), section.confirmed, section.total))
            .collect();
        assert_eq!(figures, [("特別職", 0, 1), ("市民課", 1, 4)]);
        let owing = circulation::recipients(&author, id, Some(RecipientState::Pending), None, 2)
            .await
            .unwrap();
        assert_eq!(owing.items.len(), 2);
        assert!(owing.next.is_some());
    }
}

#[tokio::test]
async fn it_is_complete_when_all_have_confirmed() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("clerk"), hall.town.person("mayor")];
            })
            .await;
        let watcher = hall.cx("mayor").await;
        let _ = circulation::watch(&watcher, id).await.unwrap();
        let watched = circulation::list(&watcher, Tray::Watched, None, 10)
            .await
            .unwrap();
        assert!(watched.items[0].watched);
        for key in ["clerk", "mayor"] {
            let cx = hall.cx(key).await;
            let _ = circulation::confirm(&cx, id, 1, "").await.unwrap();
        }
        let author = hall.cx("planning_head").await;
        let sent = circulation::list(&author, Tray::Sent, None, 10)
            .await
            .unwrap();
        assert_eq!(sent.items[0].state, CirculationState::Completed);
        assert_eq!((sent.items[0].confirmed, sent.items[0].total), (2, 2));
        assert_eq!(
            hall.told("planning_head").await,
            [notices::CIRCULATION_COMPLETED]
        );
        assert_eq!(
            hall.told_of("mayor", notices::CIRCULATION_COMPLETED).await,
            1
        );
        assert_eq!(
            hall.told_of("clerk", notices::CIRCULATION_COMPLETED).await,
            0
        );
        let _ = circulation::unwatch(&watcher, id).await.unwrap();
        assert!(
            circulation::list(&watcher, Tray::Watched, None, 10)
                .await
                .unwrap()
                .items
                .is_empty()
        );
    }
}

#[tokio::test]
async fn the_last_two_may_confirm_at_the_same_moment() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("clerk"), hall.town.person("mayor")];
            })
            .await;
        let (clerk, mayor) = (hall.cx("clerk").await, hall.cx("mayor").await);
        let (one, other) = tokio::join!(
            circulation::confirm(&clerk, id, 1, ""),
            circulation::confirm(&mayor, id, 1, "")
        );
        let _ = (one.unwrap(), other.unwrap());
        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.state, CirculationState::Completed);
        assert_eq!((view.confirmed, view.total), (2, 2));
    }
}

#[tokio::test]
async fn a_report_asks_for_words_that_its_author_reads() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.kind = Kind::Report;
                form.audience.people = vec![hall.town.person("clerk"), hall.town.person("mayor")];
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let silent = circulation::confirm(&clerk, id, 1, " ").await;
        let Err(Fault::Invalid(invalid)) = silent else {
            panic!("a report is answered in words");
        };
        assert_eq!(invalid.errors[0].field, "reply");
        let _ = circulation::confirm(&clerk, id, 1, "異状ありません。")
            .await
            .unwrap();
        let mine = circulation::show(&clerk, id).await.unwrap().mine.unwrap();
        let _ = circulation::reword(&clerk, id, mine.revision, "一件ありました。")
            .await
            .unwrap();

        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        let row = view
            .recipients
            .items
            .iter()
            .find(|row| row.person == hall.town.person("clerk"))
            .unwrap();
        assert_eq!(row.reply.as_deref(), Some("一件ありました。"));
        assert_eq!(
            versions(&author.reader(), &row.id, 10).await.unwrap().len(),
            2
        );
        let mayor = hall.cx("mayor").await;
        let view = circulation::show(&mayor, id).await.unwrap();
        assert!(view.recipients.items.iter().all(|row| row.reply.is_none()));
    }
}

#[tokio::test]
async fn replies_are_open_where_it_says_so() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.open_replies = true;
                form.audience.people = vec![hall.town.person("clerk"), hall.town.person("mayor")];
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "承知しました。")
            .await
            .unwrap();
        let mayor = hall.cx("mayor").await;
        let view = circulation::show(&mayor, id).await.unwrap();
        assert!(view.recipients.items.iter().any(|row| row.reply.is_some()));
    }
}

#[tokio::test]
async fn a_proxy_confirms_and_it_says_so() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("mayor")];
            })
            .await;
        let own = hall.cx("general_clerk").await;
        assert!(matches!(
            circulation::confirm(&own, id, 1, "").await,
            Err(Fault::NotFound)
        ));
        let secretary = hall
            .proxy("general_clerk", "mayor", ProxyKind::Secretary)
            .await;
        let owed = circulation::list(&secretary, Tray::Owed, None, 10)
            .await
            .unwrap();
        assert_eq!(owed.items.len(), 1);
        let view = circulation::show(&secretary, id).await.unwrap();
        circulation::see(&secretary, &view).await.unwrap();
        let _ = circulation::confirm(&secretary, id, 1, "").await.unwrap();

        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        let row = &view.recipients.items[0];
        let (by, name, kind) = row.by_proxy.clone().unwrap();
        assert_eq!(
            (by, kind),
            (hall.town.person("general_clerk"), ProxyKind::Secretary)
        );
        assert_eq!(name, "原田 愛");
        assert_eq!(
            row.read_at, None,
            "what a proxy reads, the mayor has not read"
        );
        let mayor = hall.cx("mayor").await;
        let mine = circulation::show(&mayor, id).await.unwrap().mine.unwrap();
        assert_eq!(mine.proxy, Some(ProxyKind::Secretary));
    }
}

#[tokio::test]
async fn the_state_is_a_file_for_spreadsheets_that_runs_nothing() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("clerk")];
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "=HYPERLINK(\"http://example\")")
            .await
            .unwrap();
        let refused = circulation::state_csv(&clerk, id, Lang::Ja).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let author = hall.cx("planning_head").await;
        let file = circulation::state_csv(&author, id, Lang::Ja)
            .await
            .unwrap()
            .into_inner();
        let file = String::from_utf8(file).unwrap();
        assert!(file.starts_with('\u{feff}'));
        assert!(file.contains("市民課,主事,佐藤 花子,確認済み,2026-11-20 09:00"));
        assert!(
            file.contains("\"'=HYPERLINK(\"\"http://example\"\")\""),
            "{file}"
        );
        let file = circulation::state_csv(&author, id, Lang::En)
            .await
            .unwrap()
            .into_inner();
        assert!(String::from_utf8(file).unwrap().contains(",confirmed,"));
    }
}

#[tokio::test]
async fn what_was_sent_is_edited_for_the_same_people_and_they_are_told() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(1)");
        let form = CirculationForm {
            audience: to_units(&hall, &["citizens"]),
            ..circular()
        };
        let id = hall
            .sent("planning_head", |sent| *sent = form.clone())
            .await;
        let clerk = hall.cx("clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "").await.unwrap();

        let corrected = CirculationForm {
            body: "期日は金曜日です。".to_owned(),
            ..form
        };
        let tampered = circulation::edit(&clerk, id, 2, corrected.clone(), Change::Minor).await;
        let Err(Fault::Denied(denied)) = tampered else {
            panic!("another's words must not be changed");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(1)");
        let author = hall.cx("planning_head").await;
        let wider = CirculationForm {
            audience: everyone(),
            ..corrected.clone()
        };
        let refused = circulation::edit(&author, id, 2, wider, Change::Minor).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))));

        let _ = circulation::edit(&author, id, 2, corrected, Change::Material)
            .await
            .unwrap();
        assert_eq!(hall.told_of("clerk", notices::CIRCULATION_CHANGED).await, 1);
        let view = circulation::show(&author, id).await.unwrap();
        let row = view
            .recipients
            .items
            .iter()
            .find(|row| row.confirmed_at.is_some())
            .unwrap();
        assert!(row.outdated, "they confirmed what it said before");
        assert_eq!(row.state, RecipientState::Pending, "and owe it again");
        let file = circulation::state_csv(&author, id, Lang::Ja).await.unwrap();
        let file = String::from_utf8(file.into_inner()).unwrap();
        assert!(file.contains("変更前の内容は確認済み"), "{file}");
        let compared = circulation::compare(&clerk, id, 1, 2).await.unwrap();
        assert_eq!(compared.body.len(), 2);
        assert_eq!(
            circulation::versions(&clerk, id, None, 10)
                .await
                .unwrap()
                .items
                .len(),
            2
        );
        let _ = circulation::restore(&author, id, 3, 1, Change::Minor)
            .await
            .unwrap();
        let view = circulation::show(&clerk, id).await.unwrap();
        assert!(view.words.shown().unwrap().body.starts_with("出席"));
    }
}

#[tokio::test]
async fn more_people_are_added_and_each_once() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience = to_units(&hall, &["citizens"]);
            })
            .await;
        let author = hall.cx("planning_head").await;
        let more = to_units(&hall, &["affairs"]);
        let added = *circulation::add(&author, id, 2, &more).await.unwrap();
        assert_eq!(added, 3, "the director and the two of the other section");
        let nobody = circulation::add(&author, id, 3, &more).await;
        assert!(matches!(nobody, Err(Fault::Invalid(_))));
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.total, 7);
        let clerk = hall.cx("general_clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "").await.unwrap();
    }
}

#[tokio::test]
async fn it_must_go_to_somebody() {
    for hall in Hall::both("model").await {
        let cx = hall.cx("clerk").await;
        let id = *circulation::draft(&cx, circular()).await.unwrap();
        let Err(Fault::Invalid(invalid)) = circulation::send(&cx, id, 1).await else {
            panic!("to nobody");
        };
        assert_eq!(invalid.errors[0].field, "audience");
        for other in ["head", "administrator"] {
            let cx = hall.cx(other).await;
            assert!(matches!(
                circulation::show(&cx, id).await,
                Err(Fault::NotFound)
            ));
        }
    }
}

#[tokio::test]
async fn a_section_sends_and_its_head_answers_for_it() {
    for hall in Hall::both("model").await {
        let citizens = hall.town.unit("citizens");
        let form = CirculationForm {
            section: Some(citizens),
            audience: to_units(&hall, &["planning"]),
            ..circular()
        };
        let outsider = hall.cx("stranger").await;
        let refused = circulation::draft(&outsider, form.clone()).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "section"));
        let id = hall.sent("clerk", |sent| *sent = form).await;
        let view = circulation::show(&outsider, id).await.unwrap();
        assert_eq!((view.byline.as_str(), view.by), ("市民課", None));
        let head = hall.cx("head").await;
        let listed = circulation::list(&head, Tray::Section, None, 10)
            .await
            .unwrap();
        assert_eq!(listed.items[0].id, id);
        let _ = circulation::close(&head, id, 2).await.unwrap();
        let late = circulation::confirm(&outsider, id, 1, "").await;
        assert!(matches!(
            late,
            Err(Fault::Conflict(Conflict { code: "closed" }))
        ));
    }
}

#[tokio::test]
async fn an_audience_names_only_what_is_there() {
    for hall in Hall::both("model").await {
        let cx = hall.cx("clerk").await;
        let mut form = circular();
        form.audience.units = vec![hall.town.unit("citizens"), cx.new_id()];
        let refused = circulation::draft(&cx, form).await.unwrap_err();
        let Fault::Invalid(invalid) = refused else {
            panic!("a unit that nobody knows: {refused:?}");
        };
        assert_eq!(invalid.errors[0].field, "audience.units");
    }
}

#[tokio::test]
async fn what_was_changed_in_substance_is_owed_again_until_it_is_confirmed() {
    for hall in Hall::both("model").await {
        let to = ["clerk", "colleague"]
            .map(|key| hall.town.person(key))
            .to_vec();
        let mut form = circular();
        form.audience.people = to;
        form.kind = Kind::Report;
        let id = hall
            .sent("planning_head", |sent| *sent = form.clone())
            .await;
        let clerk = hall.cx("clerk").await;
        let _ = circulation::confirm(&clerk, id, 1, "出席します")
            .await
            .unwrap();
        let author = hall.cx("planning_head").await;
        for (body, change, owed) in [
            ("出席の可否を確認して下さい。", Change::Minor, false),
            ("期日は金曜日です。", Change::Material, true),
        ] {
            form.body = body.to_owned();
            let view = circulation::show(&author, id).await.unwrap();
            let _ = circulation::edit(&author, id, view.revision, form.clone(), change)
                .await
                .unwrap();
            let clerk = hall.cx("clerk").await;
            let view = circulation::show(&clerk, id).await.unwrap();
            circulation::see(&clerk, &view).await.unwrap();
            let view = circulation::show(&clerk, id).await.unwrap();
            assert_eq!((view.may.confirm, view.may.reword), (owed, !owed));
            assert_eq!(
                view.mine.unwrap().outdated,
                owed,
                "reading is not confirming"
            );
            assert_eq!(view.reply.as_deref(), Some("出席します"));
            assert_eq!((view.confirmed, view.total), (i32::from(!owed), 2));
            assert_eq!(
                summary(&clerk).await.unwrap().circulations_owed,
                u64::from(owed)
            );
            let tray = circulation::list(&clerk, Tray::Owed, None, 10)
                .await
                .unwrap();
            assert_eq!(tray.items.len(), usize::from(owed));
            let sections = circulation::progress(&author, id).await.unwrap();
            assert_eq!(sections[0].confirmed, i64::from(!owed));
            let file = circulation::state_csv(&author, id, Lang::Ja).await.unwrap();
            let file = String::from_utf8(file.into_inner()).unwrap();
            assert_eq!(file.contains("変更前の内容は確認済み"), owed, "{file}");
        }
        assert_eq!(*circulation::remind(&author, id).await.unwrap(), 2);
        assert_eq!(*circulation::remind(&author, id).await.unwrap(), 0);
        let clerk = hall.cx("clerk").await;
        let stale = circulation::confirm(&clerk, id, 2, "出席します").await;
        assert!(matches!(
            stale,
            Err(Fault::Conflict(Conflict { code: "reworded" }))
        ));
        for key in ["clerk", "colleague"] {
            let cx = hall.cx(key).await;
            let _ = circulation::confirm(&cx, id, 3, "金曜日に出ます")
                .await
                .unwrap();
        }
        let view = circulation::show(&clerk, id).await.unwrap();
        assert_eq!(view.state, CirculationState::Completed);
        assert_eq!((view.confirmed, view.total), (2, 2));
        assert!(!view.mine.unwrap().outdated);
    }
}

#[tokio::test]
async fn whoever_wrote_it_is_not_asked() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("head", |form| {
                form.audience = to_units(&hall, &["citizens"]);
            })
            .await;
        let head = hall.cx("head").await;
        let view = circulation::show(&head, id).await.unwrap();
        assert_eq!((view.total, view.mine), (3, None));
        assert!(!view.may.confirm);
        assert_eq!(summary(&head).await.unwrap().circulations_owed, 0);
        assert!(hall.told("head").await.is_empty());
        let own = hall.town.person("head");
        let all = circulation::recipients(&head, id, None, None, 10).await;
        assert!(all.unwrap().items.iter().all(|row| row.person != own));
        let file = circulation::state_csv(&head, id, Lang::Ja).await.unwrap();
        let file = String::from_utf8(file.into_inner()).unwrap();
        assert_eq!(file.lines().count(), 4, "{file}");
        let refused = circulation::confirm(&head, id, 1, "").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let mut themselves = Audience::default();
        themselves.people.push(own);
        let nobody = circulation::add(&head, id, view.revision, &themselves).await;
        assert!(matches!(nobody, Err(Fault::Invalid(_))));
    }
}
