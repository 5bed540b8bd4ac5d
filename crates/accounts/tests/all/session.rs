//! Being signed in: how long, and with which rights.

use time::Duration;
use time::macros::date;
use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_accounts::function::{self, Function, Grantee, NewGrant, Permission};
use yakusho_accounts::role;
use yakusho_accounts::session::{self, By, Must, Place, unsent};
use yakusho_accounts::testing::Town;
use yakusho_accounts::usage::{self, NewUsageRules};
use yakusho_kernel::{OnBehalf, ProxyKind, Timestamp};
use yakusho_regulation::Rule;
use yakusho_testkit::World;

const MOMENT: Duration = Duration::milliseconds(1);

#[tokio::test]
async fn a_session_ends_after_the_idle_time() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let entered = owner.enter(&world.nobody(), &Place::default()).await;
        let used = async || {
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_ok()
        };
        // Each use begins the hour anew.
        for _ in 0..3 {
            world.clock.turn(Duration::hours(1) - MOMENT);
            assert!(used().await);
        }
        world.clock.turn(Duration::hours(1));
        assert!(!used().await);
    }
}

#[tokio::test]
async fn signing_in_again_ends_the_session_that_the_browser_had() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let nobody = world.nobody();
        let elsewhere = owner.enter(&nobody, &Place::default()).await;
        let former = owner.enter(&nobody, &Place::default()).await;
        let same = Place {
            session: Some(former.secret.clone()),
            ..Place::default()
        };
        let (_, _, cx) = owner.signed_in(&nobody, &same).await;
        assert!(session::resume(&nobody, &former.secret).await.is_err());
        assert!(session::resume(&nobody, &elsewhere.secret).await.is_ok());
        assert_eq!(session::list(&cx).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_however_busy() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let entered = owner.enter(&world.nobody(), &Place::default()).await;
        let begun = world.clock.now();
        let used = async || {
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_ok()
        };
        for half_hours in 1..24 {
            world
                .clock
                .turn_to(begun.plus(Duration::minutes(30) * half_hours));
            assert!(used().await, "{half_hours}");
        }
        world
            .clock
            .turn_to(begun.plus(Duration::hours(12) - MOMENT));
        assert!(used().await);
        world.clock.turn(MOMENT);
        assert!(!used().await);
    }
}

#[tokio::test]
async fn the_use_of_a_session_is_noted_once_a_minute() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let begun = world.clock.now();
        let seen = async || {
            let _ = session::resume(&world.nobody(), &entered.secret)
                .await
                .unwrap();
            session::list(&cx).await.unwrap()[0].seen_at
        };
        world
            .clock
            .turn_to(begun.plus(Duration::seconds(60) - MOMENT));
        assert_eq!(seen().await, begun);
        world.clock.turn(MOMENT);
        assert_eq!(seen().await, begun.plus(Duration::seconds(60)));
    }
}

#[tokio::test]
async fn a_change_of_rights_asks_for_a_new_secret() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, signed_in, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        assert!(!signed_in.rights_changed);
        let By::Session { csrf, .. } = &signed_in.by else {
            panic!("it is a session");
        };
        let grant = NewGrant {
            permission: Permission::parse("board.category.edit").unwrap(),
            grantee: Grantee::Post(cx.actor().standing().unwrap().seats[0].post),
            within: None,
            reason: "掲示板の担当".to_owned(),
        };
        let _ = function::grant(&town.cx("administrator").await, grant)
            .await
            .unwrap();

        let changed = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        assert!(changed.rights_changed);
        assert_eq!(
            changed.standing().grants[0].permission,
            "board.category.edit"
        );
        let secret = session::renew(&cx, &changed).await.unwrap().into_inner();
        let renewed = session::resume(&world.nobody(), &secret).await.unwrap();
        assert!(!renewed.rights_changed);
        assert!(
            matches!(&renewed.by, By::Session { csrf: same, .. } if same == csrf),
            "forms that are open stay good"
        );
        // What the browser had sent before it knew is answered for a minute.
        world.clock.turn(Duration::seconds(60) - MOMENT);
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_ok()
        );
        world.clock.turn(MOMENT);
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        assert!(session::resume(&world.nobody(), &secret).await.is_ok());
    }
}

#[tokio::test]
async fn rules_of_use_in_force_come_before_anything_else() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let administrator = town.cx("administrator").await;
        let tomorrow = date!(2026 - 11 - 21);
        let rules = NewUsageRules {
            effective_on: tomorrow,
            body_ja: "業務に使う。".to_owned(),
            body_en: String::new(),
        };
        let id = usage::issue(&administrator, rules)
            .await
            .unwrap()
            .into_inner();
        world
            .clock
            .turn_to(Timestamp::start_of(tomorrow).plus(-MOMENT));
        let (entered, signed_in, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        assert!(signed_in.actor().is_ok());
        world.clock.turn(MOMENT);
        let bound = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        let Err(Must::AcknowledgeUsage(denied)) = bound.actor() else {
            panic!("the rules are not asked for");
        };
        assert_eq!(denied.basis.rule(), Rule::UsageRules);
        let cx = cx.acting(bound.actor_at_the_door());
        let cx = world.cx(cx.actor().clone());
        let _ = usage::acknowledge(&cx, id).await.unwrap();
        let free = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        assert!(free.actor().is_ok());
    }
}

#[tokio::test]
async fn a_session_knows_which_functions_are_on() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, signed_in, _) = owner.signed_in(&world.nobody(), &Place::default()).await;
        assert_eq!(signed_in.functions.on(), Function::ALL);
        let administrator = town.cx("administrator").await;
        let _ = function::switch(&administrator, Function::Board, false, "点検")
            .await
            .unwrap();
        let after = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        assert_eq!(after.functions.on(), &Function::ALL[1..]);
    }
}

#[tokio::test]
async fn what_is_days_old_is_swept_away_and_nothing_else() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let wrong = crate::sign_in::attempt("clerk", "x");
        let _ = session::sign_in(&world.nobody(), &wrong, &Place::default()).await;
        assert_eq!(session::sweep(&world.system()).await.unwrap(), 0);
        world.clock.turn(Duration::days(3));
        assert!(session::sweep(&world.system()).await.unwrap() > 0);
        assert_eq!(session::sweep(&world.system()).await.unwrap(), 0);
        let _ = owner.enter(&world.nobody(), &Place::default()).await;
    }
}

#[tokio::test]
async fn a_request_asks_the_database_once_who_sent_it() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let clerk = town.person("clerk");
        let reader = cx.reader();
        let standing = role::standing(&reader, clerk, cx.today());
        let (asked, standing) = world.statements_of(standing).await;
        assert_eq!((asked, standing.unwrap().is_some()), (1, true));

        let nobody = world.nobody();
        let resume = async || {
            let resumed = session::resume(&nobody, &entered.secret);
            let (asked, found) = world.statements_of(resumed).await;
            (asked, found.unwrap().standing().on_behalf.is_some())
        };
        assert_eq!(resume().await, (1, false));

        let head = town.person("head");
        let deciding = NewDelegation {
            kind: ProxyKind::DecidingInPlace,
            principal: Principal::Person(head),
            delegate: clerk,
            duties: Vec::new(),
            first: cx.today(),
            last: None,
        };
        let _ = delegation::set_up(&town.cx("head").await, deciding)
            .await
            .unwrap();
        let whom = OnBehalf {
            person: head,
            kind: ProxyKind::DecidingInPlace,
        };
        let _ = session::act_for(&cx, entered.session, Some(whom))
            .await
            .unwrap();
        // How they stand is read anew, since it was changed.
        assert!(resume().await.1);
        assert_eq!(resume().await, (2, true), "and once whether they still may");
    }
}

#[tokio::test]
async fn what_was_not_taken_waits_a_day_for_whoever_sent_it() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, me, _) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let keep = async |token: &str, text: &[u8]| {
            let kept = unsent::keep(&world.nobody(), token, text).await;
            kept.unwrap()
        };
        let kept = async |who: &str, id| unsent::kept(&town.cx(who).await, id).await.unwrap();
        assert_eq!(keep("another's", b"words").await, None);
        // The session may have ended long ago.
        world.clock.turn(Duration::days(3));
        let (id, person) = keep(me.csrf(), b"words").await.unwrap();
        assert_eq!(person, town.person("clerk"));
        assert_eq!(kept("clerk", id).await.unwrap(), b"words");
        assert_eq!(kept("head", id).await, None);
        assert_eq!(unsent::kept(&world.nobody(), id).await.unwrap(), None);
        // Nobody else can say that it was sent, either.
        unsent::sent(&town.cx("head").await, id).await.unwrap();
        assert!(kept("clerk", id).await.is_some());
        unsent::sent(&town.cx("clerk").await, id).await.unwrap();
        assert_eq!(kept("clerk", id).await, None);

        // The oldest of eleven makes room.
        let mut waiting = Vec::new();
        for text in 0..11 {
            world.clock.turn(MOMENT);
            waiting.push(keep(me.csrf(), &[text]).await.unwrap().0);
        }
        assert_eq!(kept("clerk", waiting[0]).await, None);
        assert_eq!(kept("clerk", waiting[1]).await.unwrap(), [1]);
        world.clock.turn(Duration::days(1) - MOMENT);
        assert_eq!(kept("clerk", waiting[10]).await.unwrap(), [10]);
        world.clock.turn(MOMENT);
        assert_eq!(kept("clerk", waiting[10]).await, None);
        assert!(session::sweep(&world.system()).await.unwrap() >= 10);
    }
}
