//! Users who no longer need their account (nogata:7-2).

use time::Duration;
use time::macros::date;
use yakusho_accounts::account::{self, AccountState, CloseCause};
use yakusho_accounts::leaver::{self, Answer, Case, CaseState, Finding, Found};
use yakusho_accounts::order::{self, ActKind};
use yakusho_accounts::session::Place;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, Fault, Notices, Timestamp};
use yakusho_testkit::{World, keeps};

use crate::order::{DAY, about, appoint, schedule};

async fn told(cx: &Cx) -> Vec<String> {
    let person = cx.actor().person().unwrap();
    let page = Notices(person).page(&cx.reader(), None, 50).await.unwrap();
    page.items.into_iter().map(|notice| notice.kind).collect()
}

/// The questions that wait for somebody.
async fn open_cases(cx: &Cx) -> Vec<Case> {
    let found = leaver::cases(cx, Some(CaseState::Open), None, 10).await;
    found.unwrap().items
}

#[tokio::test]
async fn a_manager_reports_somebody_of_the_own_section_and_the_account_closes() {
    keeps!("nogata:7-2");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.owner("clerk").await;
        let entered = clerk.enter(&world.nobody(), &Place::default()).await;
        let administrator = town.cx("administrator").await;

        for nobody_to_say in ["colleague", "planning_head", "general_head"] {
            let cx = town.cx(nobody_to_say).await;
            let refused = leaver::report(&cx, clerk.account, "退職")
                .await
                .unwrap_err();
            assert!(matches!(refused, Fault::Denied(_)), "{nobody_to_say}");
        }
        let head = town.cx("head").await;
        let silent = leaver::report(&head, clerk.account, " ").await.unwrap_err();
        assert!(matches!(silent, Fault::Invalid(_)));
        let case = leaver::report(&head, clerk.account, "月末で任期が終わったため")
            .await
            .unwrap()
            .into_inner();

        let closed = account::get(&administrator, clerk.account).await.unwrap();
        assert_eq!(closed.state, AccountState::Closed);
        let closing = closed.closing.unwrap();
        assert_eq!(closing.cause, CloseCause::Reported);
        assert_eq!(closing.reason, "月末で任期が終わったため");
        assert!(
            yakusho_accounts::session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        assert_eq!(told(&administrator).await, ["leaver.reported"]);
        let kept = leaver::cases(&head, None, None, 10).await.unwrap().items;
        assert_eq!((kept[0].id, kept[0].finding), (case, Finding::Reported));
        assert_eq!(kept[0].state, CaseState::Closed);
        assert_eq!(kept[0].answered.as_ref().unwrap().by, town.person("head"));
        let again = leaver::report(&head, clerk.account, "再度")
            .await
            .unwrap_err();
        assert!(matches!(again, Fault::Conflict(_)));
    }
}

#[tokio::test]
async fn what_is_long_unused_is_asked_about_once_repeated_and_answered() {
    keeps!("nogata:7-2");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.account("clerk").await;
        let colleague = town.account("colleague").await;
        let find = async || leaver::find(&town.system()).await.unwrap();

        // Opened on 20 November 2026: 90 days later is 18 February 2027.
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 02 - 18)).plus(Duration::milliseconds(-1)));
        assert_eq!(find().await, Found::default());
        world.clock.turn(Duration::milliseconds(1));
        assert_eq!(
            find().await,
            Found {
                asked: 2,
                repeated: 0
            }
        );
        assert_eq!(find().await, Found::default(), "once a day is enough");
        let head = town.cx("head").await;
        let open = open_cases(&head).await;
        let asked: Vec<_> = open
            .iter()
            .map(|case| (case.account, case.finding))
            .collect();
        assert_eq!(
            asked,
            [(clerk, Finding::Unused), (colleague, Finding::Unused)]
        );
        assert_eq!(open[0].unit, Some(town.unit("citizens")));
        assert_eq!(told(&head).await, ["leaver.asked"]);
        assert_eq!(leaver::waiting(&head).await.unwrap(), 2);
        let other = town.cx("planning_head").await;
        assert_eq!(leaver::waiting(&other).await.unwrap(), 0);
        assert_eq!(open_cases(&other).await, []);
        assert_eq!(
            leaver::waiting(&town.cx("administrator").await)
                .await
                .unwrap(),
            2
        );
        assert!(matches!(
            leaver::waiting(&town.cx("colleague").await).await,
            Err(Fault::Denied(_))
        ));

        // Five working days from Thursday the 18th, with the Emperor's birthday on the 23rd: Friday the 26th.
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 02 - 26)).plus(Duration::milliseconds(-1)));
        assert_eq!(find().await, Found::default());
        world.clock.turn(Duration::milliseconds(1));
        assert_eq!(
            find().await,
            Found {
                asked: 0,
                repeated: 2
            }
        );
        assert_eq!(find().await, Found::default());
        let head = town.cx("head").await;
        let administrator = town.cx("administrator").await;
        assert_eq!(told(&head).await, ["leaver.asked_again", "leaver.asked"]);
        assert_eq!(told(&administrator).await, ["leaver.asked_again"]);

        let stranger = town.cx("planning_head").await;
        let foreign = leaver::answer(&stranger, open[0].id, Answer::Keep, "要る");
        assert!(matches!(foreign.await, Err(Fault::Denied(_))));
        let _ = leaver::answer(&head, open[0].id, Answer::Keep, "育児休業から戻るため")
            .await
            .unwrap();
        let _ = leaver::answer(&head, open[1].id, Answer::Close, "使わなくなったため")
            .await
            .unwrap();
        let twice = leaver::answer(&head, open[1].id, Answer::Keep, "やはり").await;
        assert!(matches!(
            twice,
            Err(Fault::Conflict(Conflict {
                code: "changed_meanwhile"
            }))
        ));
        let state = async |id| account::get(&administrator, id).await.unwrap().state;
        assert_eq!(state(clerk).await, AccountState::Open);
        assert_eq!(state(colleague).await, AccountState::Closed);

        // It is asked anew after as long again.
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 05 - 19)));
        assert_eq!(
            find().await,
            Found {
                asked: 1,
                repeated: 0
            }
        );
    }
}

#[tokio::test]
async fn who_left_or_moved_is_found_on_the_day() {
    keeps!("nogata:7-2");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.owner("clerk").await;
        let colleague = town.account("colleague").await;
        town.account("general_clerk").await;
        let administrator = town.cx("administrator").await;
        // The clerk moves to general affairs, the colleague leaves; the other clerk stays in the own section.
        let rows = vec![
            appoint(2, "1007", "1010", "主事"),
            about(3, ActKind::Leave, "1008"),
        ];
        schedule(&administrator, DAY, rows).await.unwrap();
        let find = async || {
            let _ = order::apply_due(&town.system()).await.unwrap();
            leaver::find(&town.system()).await.unwrap()
        };
        world
            .clock
            .turn_to(Timestamp::start_of(DAY).plus(Duration::milliseconds(-1)));
        assert_eq!(find().await, Found::default());
        world.clock.turn(Duration::milliseconds(1));
        assert_eq!(
            find().await,
            Found {
                asked: 2,
                repeated: 0
            }
        );

        let of = async |key: &str| {
            let cx = town.cx(key).await;
            let open = open_cases(&cx).await;
            open.into_iter()
                .map(|case| (case.account, case.finding, case.since))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("general_head").await,
            [(clerk.account, Finding::Moved, DAY)]
        );
        assert_eq!(of("head").await, [(colleague, Finding::Left, DAY)]);
        assert_eq!(of("administrator").await.len(), 2);

        // Who left cannot sign in, answered or not.
        let place = Place::default();
        let _ = clerk.enter(&world.nobody(), &place).await;
        // A question about an account that the administrator closes is settled.
        let revision = account::get(&town.cx("administrator").await, colleague)
            .await
            .unwrap()
            .revision;
        let administrator = town.cx("administrator").await;
        let _ = account::close(&administrator, colleague, "退職", revision)
            .await
            .unwrap();
        assert_eq!(find().await, Found::default());
        assert_eq!(of("head").await, []);
    }
}

#[tokio::test]
async fn a_question_whose_ground_is_gone_ends_by_itself_and_is_asked_anew() {
    keeps!("nogata:7-2");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        town.account("clerk").await;
        town.account("colleague").await;
        let other = town.owner("general_clerk").await;
        let found = async || {
            let found = leaver::find(&town.system()).await.unwrap();
            (found.asked, found.repeated)
        };
        let asked = async || {
            let open = open_cases(&town.cx("administrator").await).await;
            let mut findings: Vec<Finding> = open.iter().map(|case| case.finding).collect();
            findings.sort_by_key(|finding| finding.code());
            findings
        };
        let carried_out = async |rows| {
            let administrator = town.cx("administrator").await;
            let day = administrator.today();
            let id = schedule(&administrator, day, rows).await.unwrap();
            let _ = order::apply_due(&town.system()).await.unwrap();
            id
        };
        let taken_back = async |id| {
            let administrator = town.cx("administrator").await;
            let (order, _) = order::get(&administrator, id).await.unwrap();
            let _ = order::undo(&administrator, id, order.revision, "誤り")
                .await
                .unwrap();
        };
        world.clock.turn_to(Timestamp::start_of(DAY));
        let rows = || {
            vec![
                appoint(2, "1007", "1010", "主事"),
                about(3, ActKind::Leave, "1008"),
            ]
        };
        let both = [Finding::Left, Finding::Moved];
        let id = carried_out(rows()).await;
        assert_eq!(found().await, (2, 0));
        assert_eq!(asked().await, both);
        taken_back(id).await;
        assert_eq!(found().await, (0, 0));
        assert_eq!(asked().await, []);
        let administrator = town.cx("administrator").await;
        let ended = leaver::cases(&administrator, Some(CaseState::Kept), None, 10);
        let ended = ended.await.unwrap().items;
        assert!(ended.iter().all(|case| case.answered.is_none()));
        assert_eq!(ended.len(), 2);
        carried_out(rows()).await;
        assert_eq!(found().await, (2, 0), "the same again");
        assert_eq!(asked().await, both);

        // Whoever signs in uses the account.
        world.clock.turn(Duration::days(90));
        let _ = found().await;
        let unused = [Finding::Left, Finding::Moved, Finding::Unused];
        assert_eq!(asked().await, unused);
        let _ = other.enter(&world.nobody(), &Place::default()).await;
        let _ = found().await;
        assert_eq!(asked().await, both);
    }
}

#[tokio::test]
async fn a_city_whose_regulation_does_not_ask_for_it_has_none_of_it() {
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let clerk = town.account("clerk").await;
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2028 - 01 - 01)));
        assert_eq!(
            leaver::find(&town.system()).await.unwrap(),
            Found::default()
        );
        let head = town.cx("head").await;
        assert!(matches!(
            leaver::report(&head, clerk, "退職").await,
            Err(Fault::NotFound)
        ));
    }
}
