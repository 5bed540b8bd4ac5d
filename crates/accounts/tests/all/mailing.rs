//! Notices by mail: whereto, which, when, and how sending ends.

use time::Duration;
use time::macros::{date, time};
use yakusho_accounts::account;
use yakusho_accounts::mailing::{
    self, Group, LEASE, Mail, MailContent, Outcome, Preferences, Queue, Quiet, Way, rules,
};
use yakusho_accounts::notices;
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{
    Actor, Cx, Fault, Invalid, Notice, NoticeGroups, Notices, PersonId, Reason, Scope, Seen,
    Timestamp, Via,
};
use yakusho_testkit::{World, acts_of};

const BOARD: &str = "board.commented";
const OWED: &str = "circulation.received";

/// Tells people something new of that kind.
async fn tell(cx: &Cx, people: &[PersonId], kind: &'static str) {
    let about: yakusho_accounts::group::GroupId = cx.new_id();
    let tx = cx.begin().await.unwrap();
    tx.notify(people, &Notice::new(kind, &about)).await.unwrap();
    tx.commit_unaudited().await.unwrap();
}

/// What each kind of notice is about.
fn groups() -> NoticeGroups {
    let others = [(BOARD, Group::Board), (OWED, Group::Owed)];
    notices::GROUPS.into_iter().chain(others).collect()
}

/// What a server would mail at that moment.
async fn mailed(world: &World) -> Vec<Mail> {
    while mailing::gather(&world.system(), &groups()).await.unwrap() {}
    let mut mails = Vec::new();
    while let Some(some) = mailing::claim(&world.system()).await.unwrap() {
        mails.extend(some);
    }
    mails
}

/// The same, all of which the relay takes: how many notices each bears.
async fn sent(world: &World) -> Vec<usize> {
    let mails = mailed(world).await;
    let outcomes = mails.iter().map(|mail| (mail, Outcome::Sent)).collect();
    mailing::ended(&world.system(), outcomes).await.unwrap();
    mails.iter().map(bears).collect()
}

fn bears(mail: &Mail) -> usize {
    match &mail.content {
        MailContent::Notices(notices) => notices.len(),
        MailContent::Confirmation(_) => panic!("a confirmation is no notice"),
    }
}

/// Has that person's mail go to an address, which they confirm by the code that is sent there.
async fn addressed(world: &World, town: &Town, key: &str) {
    let cx = town.cx(key).await;
    let address = format!("{key}@city.example");
    let _ = mailing::ask(&cx, &address).await.unwrap();
    let mails = mailed(world).await;
    let [mail] = &mails[..] else {
        panic!("{mails:?}");
    };
    assert_eq!(mail.to.as_str(), address);
    let MailContent::Confirmation(code) = &mail.content else {
        panic!("{mail:?}");
    };
    let outcome = vec![(mail, Outcome::Sent)];
    mailing::ended(&world.system(), outcome).await.unwrap();
    let _ = mailing::confirm(&cx, code.reveal()).await.unwrap();
}

/// Has that person choose.
async fn chosen(town: &Town, key: &str, choose: impl FnOnce(&mut Preferences)) {
    let cx = town.cx(key).await;
    let mut mine = mailing::own(&cx).await.unwrap();
    choose(&mut mine.preferences);
    let _ = mailing::prefer(&cx, mine.revision, mine.preferences)
        .await
        .unwrap();
}

/// What stands against an address.
async fn asked(cx: &Cx, address: &str) -> &'static str {
    match mailing::ask(cx, address).await {
        Err(Fault::Invalid(Invalid { errors })) if errors[0].field == "address" => {
            errors[0].reason.code()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn codes_flood_neither_one_address_nor_many() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.cx("clerk").await;
        for at in 0..5 {
            let _ = mailing::ask(&cx, &format!("a{at}@city.example"))
                .await
                .unwrap();
        }
        assert_eq!(asked(&cx, "a5@city.example").await, "codes_too_often");
        let other = town.cx("colleague").await;
        let _ = mailing::ask(&other, "a4@city.example").await.unwrap();
        world.clock.turn(Duration::minutes(59));
        let cx = town.cx("clerk").await;
        assert_eq!(asked(&cx, "a5@city.example").await, "codes_too_often");
        world.clock.turn(Duration::minutes(1));
        let cx = town.cx("clerk").await;
        let _ = mailing::ask(&cx, "a4@city.example").await.unwrap();
        assert_eq!(asked(&cx, "a4@city.example").await, "code_just_sent");
        world.clock.turn(Duration::minutes(2));
        let cx = town.cx("clerk").await;
        let _ = mailing::ask(&cx, "a4@city.example").await.unwrap();
    }
}

#[tokio::test]
async fn nothing_but_a_code_goes_to_an_address_until_it_is_confirmed() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let clerk = town.person("clerk");
        chosen(&town, "clerk", |mine| {
            mine.ways.insert(Group::Board, Way::AtOnce);
        })
        .await;
        tell(&world.system(), &[clerk], BOARD).await;
        assert_eq!(sent(&world).await, [0; 0]);

        let cx = town.cx("clerk").await;
        let _ = mailing::ask(&cx, "old@city.example").await.unwrap();
        assert_eq!(asked(&cx, "old@city.example").await, "code_just_sent");
        tell(&world.system(), &[clerk], BOARD).await;
        // One that was mistyped is corrected at once.
        let _ = mailing::ask(&cx, "clerk@city.example").await.unwrap();
        let mails = mailed(&world).await;
        let [mail] = &mails[..] else {
            panic!("the code asked for first goes no more: {mails:?}");
        };
        assert_eq!(mail.to.as_str(), "clerk@city.example");
        let MailContent::Confirmation(code) = &mail.content else {
            panic!("{mail:?}");
        };
        assert!(mailing::own(&cx).await.unwrap().address.is_none());
        let wrong = if code.reveal() == "000000" {
            "000001"
        } else {
            "000000"
        };
        for _ in 0..4 {
            let refused = mailing::confirm(&cx, wrong).await;
            assert!(matches!(refused, Err(Fault::Invalid(invalid))
                if invalid.errors[0].reason == Reason::Code("wrong_mail_code")));
        }
        let _ = mailing::confirm(&cx, code.reveal()).await.unwrap();
        let spent = mailing::confirm(&cx, code.reveal()).await;
        assert!(matches!(spent, Err(Fault::Invalid(invalid))
            if invalid.errors[0].reason == Reason::Code("no_mail_code")));
        let outcome = vec![(mail, Outcome::Sent)];
        mailing::ended(&world.system(), outcome).await.unwrap();
        tell(&world.system(), &[clerk], BOARD).await;
        assert_eq!(sent(&world).await, [1]);

        let _ = mailing::remove(&cx).await.unwrap();
        assert!(matches!(mailing::remove(&cx).await, Err(Fault::NotFound)));
        tell(&world.system(), &[clerk], BOARD).await;
        assert_eq!(sent(&world).await, [0; 0]);
    }
}

#[tokio::test]
async fn a_code_is_tried_five_times_and_for_a_day() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.cx("clerk").await;
        let _ = mailing::ask(&cx, "clerk@city.example").await.unwrap();
        let code = code_of(&mailed(&world).await);
        for _ in 0..5 {
            assert!(mailing::confirm(&cx, "nonsense").await.is_err());
        }
        assert!(mailing::confirm(&cx, &code).await.is_err());
        world.clock.turn(Duration::hours(1));
        let _ = mailing::ask(&town.cx("clerk").await, "clerk@city.example")
            .await
            .unwrap();
        let code = code_of(&mailed(&world).await);
        world.clock.turn(Duration::days(1));
        assert!(
            mailing::confirm(&town.cx("clerk").await, &code)
                .await
                .is_err()
        );
    }
}

fn code_of(mails: &[Mail]) -> String {
    let mut codes = mails.iter().filter_map(|mail| match &mail.content {
        MailContent::Confirmation(code) => Some(code.reveal().to_owned()),
        MailContent::Notices(_) => None,
    });
    codes.next_back().unwrap()
}

#[tokio::test]
async fn only_its_owner_says_where_mail_goes() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let own = town.cx("clerk").await;
        let _ = mailing::prefer(&own, 0, Preferences::default())
            .await
            .unwrap();
        let mut standing = town.standing("clerk").await;
        standing.via = Via::Token(vec![Scope::Write]);
        let program = own.acting(Actor::Person(standing.into()));
        for refused in [
            mailing::prefer(&program, 1, Preferences::default()).await,
            mailing::ask(&program, "thief@city.example").await,
            mailing::confirm(&program, "123456").await,
            mailing::remove(&program).await,
        ] {
            assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "owner"));
        }
        assert!(matches!(
            mailing::failed(&own, None, 10).await,
            Err(Fault::Denied(_))
        ));
        let administrator = town.cx("administrator").await;
        assert!(mailing::failed(&administrator, None, 10).await.is_ok());
        assert_eq!(acts_of(&own).await, ["mail.prefer"]);
    }
}

#[tokio::test]
async fn each_is_told_at_once_in_the_digest_or_in_the_page_as_they_chose() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let [clerk, head, colleague] = ["clerk", "head", "colleague"].map(|key| town.person(key));
        for key in ["clerk", "head"] {
            addressed(&world, &town, key).await;
        }
        chosen(&town, "clerk", |mine| {
            mine.ways.insert(Group::Board, Way::AtOnce);
        })
        .await;
        for kind in [BOARD, OWED, "event.invited", "later.kind"] {
            tell(&world.system(), &[clerk, head, colleague], kind).await;
        }
        // The clerk's at once; what is owed waits for the morning, of the head, too.
        assert_eq!(sent(&world).await, [1]);
        let digest = Timestamp::at(date!(2026 - 11 - 21), time!(8:00));
        world.clock.turn_to(digest.plus(-Duration::MILLISECOND));
        assert_eq!(sent(&world).await, [0; 0]);
        world.clock.turn_to(digest);
        assert_eq!(sent(&world).await, [1, 1]);
        assert_eq!(sent(&world).await, [0; 0]);

        // What was seen meanwhile is not mailed any more, be it gathered already or not.
        tell(&world.system(), &[clerk], OWED).await;
        tell(&world.system(), &[clerk], BOARD).await;
        mailing::gather(&world.system(), &groups()).await.unwrap();
        Notices(clerk)
            .seen(&world.system(), Seen::All)
            .await
            .unwrap();
        world.clock.turn(Duration::days(1));
        assert_eq!(sent(&world).await, [0; 0]);
        assert_eq!(
            mailing::queue(&world.system()).await.unwrap(),
            Queue::default()
        );
    }
}

#[tokio::test]
async fn what_falls_into_quiet_hours_goes_in_one_mail_when_they_end() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let clerk = town.person("clerk");
        addressed(&world, &town, "clerk").await;
        chosen(&town, "clerk", |mine| {
            mine.ways.insert(Group::Board, Way::AtOnce);
            mine.quiet = Quiet {
                hours: Some((time!(18:00), time!(8:30))),
                closed_days: true,
            };
        })
        .await;
        // From Friday's evening over the week-end and a public holiday.
        world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 20), time!(18:00)));
        tell(&world.system(), &[clerk], BOARD).await;
        assert_eq!(sent(&world).await, [0; 0]);
        world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 22), time!(12:00)));
        tell(&world.system(), &[clerk], BOARD).await;
        tell(&world.system(), &[clerk], OWED).await;
        assert_eq!(sent(&world).await, [0; 0]);
        let ends = Timestamp::at(date!(2026 - 11 - 24), time!(8:30));
        world.clock.turn_to(ends.plus(-Duration::MILLISECOND));
        assert_eq!(sent(&world).await, [0; 0]);
        world.clock.turn_to(ends);
        assert_eq!(sent(&world).await, [3]);

        // Whoever gives quiet hours up is mailed what waits.
        world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 24), time!(19:00)));
        tell(&world.system(), &[clerk], BOARD).await;
        assert_eq!(sent(&world).await, [0; 0]);
        chosen(&town, "clerk", |mine| mine.quiet = Quiet::default()).await;
        assert_eq!(sent(&world).await, [1]);
    }
}

#[tokio::test]
async fn a_mail_keeps_its_id_is_tried_again_and_given_up_in_the_end() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let clerk = town.person("clerk");
        addressed(&world, &town, "clerk").await;
        chosen(&town, "clerk", |mine| {
            mine.ways.insert(Group::Board, Way::AtOnce);
        })
        .await;
        tell(&world.system(), &[clerk], BOARD).await;
        let first = mailed(&world).await;
        let id = first[0].id;
        // While one server has it, no other takes it up; if that one dies, another does, under the same id.
        world.clock.turn(LEASE - Duration::SECOND);
        assert_eq!(mailed(&world).await.len(), 0);
        world.clock.turn(Duration::SECOND);
        let mut mails = mailed(&world).await;
        assert_eq!((mails[0].id, mails[0].attempts), (id, 2));
        while let Some(gap) = rules::gap(mails[0].attempts) {
            let outcome = Outcome::Later("451 not now".to_owned());
            let outcomes = vec![(&mails[0], outcome)];
            mailing::ended(&world.system(), outcomes).await.unwrap();
            world.clock.turn(gap - Duration::MILLISECOND);
            assert_eq!(mailed(&world).await.len(), 0);
            world.clock.turn(Duration::MILLISECOND);
            mails = mailed(&world).await;
            assert_eq!(mails[0].id, id);
        }
        let queue = mailing::queue(&world.system()).await.unwrap();
        assert_eq!((queue.waiting, queue.failed), (1, 0));
        let outcomes = vec![(&mails[0], Outcome::Later("451 never now".to_owned()))];
        mailing::ended(&world.system(), outcomes).await.unwrap();

        tell(&world.system(), &[clerk], BOARD).await;
        let mails = mailed(&world).await;
        assert_ne!(mails[0].id, id);
        let outcomes = vec![(&mails[0], Outcome::Never("550 nobody".to_owned()))];
        mailing::ended(&world.system(), outcomes).await.unwrap();
        let administrator = town.cx("administrator").await;
        let failed = mailing::failed(&administrator, None, 1).await.unwrap();
        assert_eq!(failed.items[0].why, "550 nobody");
        let failed = mailing::failed(&administrator, failed.next.as_ref(), 1)
            .await
            .unwrap();
        assert_eq!(
            (failed.items[0].id, &*failed.items[0].why),
            (id, "451 never now")
        );
        assert_eq!(mailing::queue(&world.system()).await.unwrap().failed, 2);
        world.clock.turn(Duration::days(91));
        assert_eq!(mailing::sweep(&world.system()).await.unwrap(), 2);
        assert_eq!(
            mailing::queue(&world.system()).await.unwrap(),
            Queue::default()
        );
    }
}

#[tokio::test]
async fn whose_id_was_suspended_gets_nothing() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        addressed(&world, &town, "clerk").await;
        chosen(&town, "clerk", |mine| {
            mine.ways.insert(Group::Board, Way::AtOnce);
        })
        .await;
        tell(&world.system(), &[town.person("clerk")], BOARD).await;
        mailing::gather(&world.system(), &groups()).await.unwrap();
        let clerk = account::own(&town.cx("clerk").await).await.unwrap();
        let supervisor = town.cx("supervisor").await;
        let _ = suspension::suspend(&supervisor, clerk.id, Breach::Leak, "理由")
            .await
            .unwrap();
        assert_eq!(sent(&world).await, [0; 0]);
        assert_eq!(
            mailing::queue(&world.system()).await.unwrap(),
            Queue::default()
        );
    }
}

#[tokio::test]
async fn two_servers_never_take_up_the_same_and_many_need_few_statements() {
    const PEOPLE: usize = 10;
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let keys = [
            "mayor",
            "deputy_mayor",
            "general_head",
            "general_clerk",
            "head",
            "clerk",
            "colleague",
            "planning_head",
            "stranger",
            "systems_head",
        ];
        for key in keys {
            addressed(&world, &town, key).await;
            chosen(&town, key, |mine| {
                mine.ways.insert(Group::Board, Way::AtOnce);
            })
            .await;
        }
        let people = keys.map(|key| town.person(key));
        // The calendar is kept from the first time on.
        statements(&world, &people[..1]).await;
        let few = statements(&world, &people[..1]).await;
        let many = statements(&world, &people).await;
        assert_eq!(few, many, "statements for one and for {PEOPLE}");

        tell(&world.system(), &people, BOARD).await;
        let (one, other) = (world.system(), world.system());
        let groups = groups();
        let (first, second) = tokio::join!(
            mailing::gather(&one, &groups),
            mailing::gather(&other, &groups)
        );
        assert!(first.is_ok() && second.is_ok());
        let (first, second) = tokio::join!(mailing::claim(&one), mailing::claim(&other));
        let mut mails: Vec<_> = [first.unwrap(), second.unwrap()]
            .into_iter()
            .flatten()
            .flatten()
            .map(|mail| mail.person)
            .collect();
        mails.sort_unstable();
        let mut people = people.to_vec();
        people.sort_unstable();
        assert_eq!(mails, people);
    }
}

/// How many statements it takes to gather, take up and end mails to these people.
async fn statements(world: &World, people: &[PersonId]) -> usize {
    tell(&world.system(), people, BOARD).await;
    let (statements, mails) = world.statements_of(sent(world)).await;
    assert_eq!(mails.len(), people.len());
    statements
}
