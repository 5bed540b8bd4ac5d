//! Accounts: opened, changed, ended and closed.

use time::macros::date;
use time::{Date, Duration};
use yakusho_accounts::account::{
    self, AccountState, CloseCause, EndOfDay, Filter, FirstAdministrator, NewAccount, NewSharing,
    NotBootstrapped, Shared, Terms,
};
use yakusho_accounts::session::{self, Attempt, Place, SignInError};
use yakusho_accounts::testing::Town;
use yakusho_accounts::{password, role, second_factor};
use yakusho_kernel::{Conflict, Cx, Denied, Fault, Notices, PersonId, Timestamp, versions};
use yakusho_regulation::{Role, Rule};
use yakusho_testkit::{World, keeps};

fn new(person: PersonId, login: &str) -> NewAccount {
    NewAccount {
        person,
        login: login.to_owned(),
        ends_on: None,
        reason: String::new(),
        shared: Shared::No,
    }
}

/// The rule and the clauses by which it was refused, and the code of the reason.
fn refusal(denied: &Denied) -> (Rule, String, &'static str) {
    (denied.basis.rule(), denied.basis.to_string(), denied.why)
}

fn denied<T: std::fmt::Debug>(result: Result<T, Fault>) -> Denied {
    match result {
        Err(Fault::Denied(denied)) => denied,
        other => panic!("{other:?}"),
    }
}

/// The fields refused, each with the code of its reason and the clauses of its rule.
fn faults<T: std::fmt::Debug>(result: Result<T, Fault>) -> Vec<(String, &'static str, String)> {
    match result {
        Err(Fault::Invalid(invalid)) => invalid
            .errors
            .into_iter()
            .map(|error| {
                let basis = error.basis.map(|basis| basis.to_string());
                (error.field, error.reason.code(), basis.unwrap_or_default())
            })
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn fault(field: &str, code: &'static str, basis: &str) -> (String, &'static str, String) {
    (field.to_owned(), code, basis.to_owned())
}

#[tokio::test]
async fn the_administrator_alone_sets_and_changes_an_id() {
    keeps!("nogata:2(3)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let person = town.person("clerk");
        let id = account::open(&administrator, new(person, "Ｎ1007"))
            .await
            .unwrap()
            .into_inner();
        let opened = account::get(&administrator, id).await.unwrap();
        assert_eq!(opened.login.as_str(), "N1007");

        for nobody_to_do_so in ["clerk", "supervisor", "head", "operator"] {
            let cx = town.cx(nobody_to_do_so).await;
            let by = (Rule::IdSetByAdministrator, "nogata:2(3)".to_owned(), "role");
            let changed = account::set_login(&cx, id, "my-own", 1).await;
            assert_eq!(refusal(&denied(changed)), by, "{nobody_to_do_so}");
            let other = account::open(&cx, new(town.person("colleague"), "x")).await;
            assert_eq!(refusal(&denied(other)), by, "{nobody_to_do_so}");
        }
        let _ = account::set_login(&administrator, id, "n2007", 1)
            .await
            .unwrap();
        let stale = account::set_login(&administrator, id, "n3007", 1).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
        let kept = versions(&administrator.reader(), &id, 10).await.unwrap();
        let logins: Vec<_> = kept.iter().map(|kept| &kept.content["login"]).collect();
        assert_eq!(logins, ["n2007", "N1007"]);
    }
}

#[tokio::test]
async fn an_id_and_a_person_have_one_account() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let (clerk, colleague) = (town.person("clerk"), town.person("colleague"));
        let id = account::open(&cx, new(clerk, "clerk"))
            .await
            .unwrap()
            .into_inner();
        assert_eq!(
            faults(account::open(&cx, new(colleague, "ＣＬＥＲＫ")).await),
            [fault("login", "taken", "")]
        );
        assert_eq!(
            faults(account::open(&cx, new(clerk, "clerk2")).await),
            [fault("person", "has_account", "")]
        );
        assert_eq!(
            faults(account::open(&cx, new(colleague, "a b")).await),
            [fault("login", "not_an_id", "")]
        );
        assert_eq!(
            faults(account::open(&cx, new(cx.new_id(), "ghost")).await),
            [fault("person", "unknown", "")]
        );
        // Its own ID in other letters is no other's.
        let _ = account::set_login(&cx, id, "Clerk", 1).await.unwrap();
        let list = account::list(&cx, &Filter::default(), None, 10)
            .await
            .unwrap();
        assert_eq!(list.items.len(), 1);
    }
}

#[tokio::test]
async fn two_at_once_open_one_account() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let clerk = town.person("clerk");
        let (one, other) = tokio::join!(
            account::open(&cx, new(clerk, "one")),
            account::open(&cx, new(clerk, "other")),
        );
        assert_eq!(
            [one.is_ok(), other.is_ok()]
                .iter()
                .filter(|ok| **ok)
                .count(),
            1
        );
        let list = account::list(&cx, &Filter::default(), None, 10)
            .await
            .unwrap();
        assert_eq!(list.items.len(), 1);
    }
}

#[tokio::test]
async fn others_than_regular_staff_need_an_approval_with_reason_and_end() {
    keeps!("nogata:7-1");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let person = town.person("fixed_term");
        assert_eq!(
            faults(account::open(&cx, new(person, "f1")).await),
            [
                fault("ends_on", "required", "nogata:7-1"),
                fault("reason", "required", "nogata:7-1"),
            ]
        );
        let last = date!(2026 - 12 - 28);
        let approved = NewAccount {
            ends_on: Some(last),
            reason: "年末の窓口応援".to_owned(),
            ..new(person, "f1")
        };
        let id = account::open(&cx, approved).await.unwrap().into_inner();
        let approval = account::get(&cx, id).await.unwrap().approval.unwrap();
        assert_eq!(approval.by, town.person("administrator"));
        assert_eq!(approval.reason, "年末の窓口応援");

        // It is good until the end of its last day, and not a moment longer, whether the job has run or not.
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2026 - 12 - 29)).plus(Duration::milliseconds(-1)));
        let owner = issue(&town, id).await;
        let entered = session::sign_in(&world.nobody(), &owner, &Place::default())
            .await
            .unwrap();
        let session::SignIn::Done(entered) = entered.into_inner() else {
            panic!("no second factor was set up");
        };
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_ok()
        );
        assert_eq!(
            account::close_ended(&town.system()).await.unwrap().closed,
            0
        );
        world.clock.turn(Duration::milliseconds(1));
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        let cx = town.cx("administrator").await;
        let again = password::issue(&cx, id).await.unwrap().into_inner();
        let attempt = Attempt {
            login: "f1".to_owned(),
            password: again.password,
        };
        let refused = session::sign_in(&world.nobody(), &attempt, &Place::default()).await;
        let Err(SignInError::Refused(refused)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(
            refusal(&refused),
            (
                Rule::OthersApproved,
                "nogata:7-1".to_owned(),
                "account_ended"
            )
        );

        let closed = EndOfDay {
            closed: 1,
            ..EndOfDay::default()
        };
        assert_eq!(account::close_ended(&town.system()).await.unwrap(), closed);
        assert_eq!(
            account::close_ended(&town.system()).await.unwrap(),
            EndOfDay::default()
        );
        let closed = account::get(&cx, id).await.unwrap();
        assert_eq!(closed.state, AccountState::Closed);
        assert_eq!(closed.closing.unwrap().cause, CloseCause::Ended);
    }
}

#[tokio::test]
async fn where_no_article_asks_for_an_approval_the_house_does() {
    for world in World::both("muko").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let person = town.person("fixed_term");
        assert_eq!(
            faults(account::open(&cx, new(person, "f1")).await),
            [
                fault("ends_on", "required", "house"),
                fault("reason", "required", "house"),
            ]
        );
    }
}

#[tokio::test]
async fn an_account_is_prolonged_closed_and_opened_again() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("fixed_term").await;
        let cx = town.cx("administrator").await;
        let entered = owner.enter(&world.nobody(), &Place::default()).await;
        let terms = |ends_on: Option<Date>| Terms {
            ends_on,
            reason: "任用の更新".to_owned(),
        };
        let revision = async || account::get(&cx, owner.account).await.unwrap().revision;

        let endless = account::set_terms(&cx, owner.account, terms(None), revision().await).await;
        assert_eq!(
            faults(endless),
            [fault("ends_on", "required", "nogata:7-1")]
        );
        let prolonged = terms(Some(date!(2027 - 03 - 31)));
        let _ = account::set_terms(&cx, owner.account, prolonged.clone(), revision().await)
            .await
            .unwrap();

        let wordless = account::close(&cx, owner.account, "", revision().await).await;
        assert_eq!(faults(wordless), [fault("reason", "required", "")]);
        let _ = account::close(&cx, owner.account, "任期満了", revision().await)
            .await
            .unwrap();
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        let refused = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
        assert!(
            matches!(refused, Err(SignInError::Refused(denied)) if denied.why == "account_closed")
        );
        assert!(password::issue(&cx, owner.account).await.is_err());

        let _ = account::reopen(&cx, owner.account, prolonged, revision().await)
            .await
            .unwrap();
        let old = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
        assert!(
            matches!(old, Err(SignInError::Refused(denied)) if denied.why == "one_time_password_used"),
            "the former password is void"
        );
        let fresh = issue(&town, owner.account).await;
        assert!(
            session::sign_in(&world.nobody(), &fresh, &Place::default())
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn what_no_rule_gives_to_another_is_the_administrators() {
    keeps!("nogata:5-2(4)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let administrator = town.cx("administrator").await;
        let by = (Rule::ResidualPowers, "nogata:5-2(4)".to_owned(), "role");
        for other in ["clerk", "head", "supervisor"] {
            let cx = town.cx(other).await;
            let closed = account::close(&cx, owner.account, "不要", 1).await;
            assert_eq!(refusal(&denied(closed)), by);
            let Err(Fault::Denied(refused)) = password::issue(&cx, owner.account).await else {
                panic!("{other} issued a password");
            };
            assert_eq!(refusal(&refused), by);
            let Err(Fault::Denied(refused)) = session::end_all_of(&cx, owner.account).await else {
                panic!("{other} ended sessions");
            };
            assert_eq!(refusal(&refused), by);
            let removed = second_factor::remove_for(&cx, owner.account).await;
            assert!(matches!(
                removed,
                Err(Fault::Denied(refused)) if refusal(&refused) == by
            ));
        }
        let _ = owner.enter(&world.nobody(), &Place::default()).await;
        let ended = session::end_all_of(&administrator, owner.account)
            .await
            .unwrap();
        assert_eq!(*ended, 1);
        let _ = password::issue(&administrator, owner.account)
            .await
            .unwrap();
        let _ = account::close(&administrator, owner.account, "退職", 1)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn an_account_is_shared_only_by_permission_of_the_information_system_manager() {
    keeps!("shiroishi:24-1");
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        // 総務部長 is the information system manager there.
        let manager = town.cx("affairs_director").await;
        let head = town.person("head");
        let _ = account::open(&administrator, new(head, "head"))
            .await
            .unwrap();
        let shared = |sharing| NewAccount {
            ends_on: Some(date!(2026 - 12 - 31)),
            shared: Shared::By(sharing),
            ..new(head, "madoguchi")
        };
        let by = (
            Rule::NoSharedAccounts,
            "shiroishi:24-1".to_owned(),
            "sharing_not_permitted",
        );
        assert_eq!(
            refusal(&denied(account::open(&administrator, shared(None)).await)),
            by
        );

        let permission = NewSharing {
            person: head,
            people: vec![town.person("clerk"), town.person("colleague")],
            reason: "受付端末を交替で使うため".to_owned(),
            ends_on: date!(2026 - 12 - 31),
        };
        let own = account::permit_sharing(&administrator, permission.clone()).await;
        assert_eq!(denied(own).basis.to_string(), "shiroishi:24-1");
        let permitted = account::permit_sharing(&manager, permission)
            .await
            .unwrap()
            .into_inner();
        let longer = NewAccount {
            ends_on: Some(date!(2027 - 01 - 01)),
            ..shared(Some(permitted))
        };
        assert_eq!(
            refusal(&denied(account::open(&administrator, longer).await)),
            by
        );
        let id = account::open(&administrator, shared(Some(permitted)))
            .await
            .unwrap()
            .into_inner();

        // It opens nothing of what its holder alone may do.
        let issued = password::issue(&administrator, id)
            .await
            .unwrap()
            .into_inner();
        let attempt = Attempt {
            login: "madoguchi".to_owned(),
            password: issued.password,
        };
        let entered = session::sign_in(&world.nobody(), &attempt, &Place::default())
            .await
            .unwrap();
        let session::SignIn::Done(entered) = entered.into_inner() else {
            panic!("no second factor was set up");
        };
        let signed_in = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        assert!(town.standing("head").await.holds(Role::InformationManager));
        assert!(signed_in.standing().roles.is_empty());
        assert!(signed_in.standing().belongs_to(town.unit("citizens")));

        let listed = account::sharings(&administrator, None, 10)
            .await
            .unwrap()
            .items;
        assert_eq!(listed[0].permitted_by, town.person("affairs_director"));
        let _ = account::withdraw_sharing(&manager, permitted)
            .await
            .unwrap();
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        assert_eq!(
            account::get(&administrator, id).await.unwrap().state,
            AccountState::Closed
        );
    }
}

#[tokio::test]
async fn where_no_rule_permits_sharing_there_is_none() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let shared = NewAccount {
            shared: Shared::By(None),
            ..new(town.person("head"), "madoguchi")
        };
        let refused = denied(account::open(&administrator, shared).await);
        assert_eq!(refused.basis.rule(), Rule::PasswordOwnersAlone);
        let permission = NewSharing {
            person: town.person("head"),
            people: vec![town.person("clerk")],
            reason: "受付".to_owned(),
            ends_on: date!(2026 - 12 - 31),
        };
        for key in ["administrator", "supervisor", "affairs_director"] {
            let cx = town.cx(key).await;
            let refused = account::permit_sharing(&cx, permission.clone()).await;
            assert_eq!(denied(refused).basis.rule(), Rule::AccessByRight);
        }
    }
}

#[tokio::test]
async fn owners_are_told_before_their_account_ends_once_each_time() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        // It ends on 20 December 2026.
        town.account("fixed_term").await;
        let person = town.person("fixed_term");
        let told = async || {
            let cx: Cx = town.system();
            account::close_ended(&cx).await.unwrap();
            let again = account::close_ended(&cx).await.unwrap();
            assert_eq!(again.reminded, 0);
            let notices = Notices(person).page(&cx.reader(), None, 50).await.unwrap();
            notices.items.len()
        };
        for (day, notices) in [
            (date!(2026 - 11 - 20), 1),
            (date!(2026 - 12 - 12), 1),
            (date!(2026 - 12 - 13), 2),
            (date!(2026 - 12 - 19), 3),
            (date!(2026 - 12 - 20), 3),
        ] {
            world.clock.turn_to(Timestamp::start_of(day));
            assert_eq!(told().await, notices, "{day}");
        }
    }
}

#[tokio::test]
async fn the_first_administrator_is_made_at_the_machine_and_once() {
    let first = || FirstAdministrator {
        login: "admin".to_owned(),
        number: "0001".to_owned(),
        name: "情報 太郎".to_owned(),
        kana: "ジョウホウ タロウ".to_owned(),
    };
    for city in ["model", "nogata", "shiroishi", "muko"] {
        for world in World::both(city).await {
            let console = world.system();
            let made = account::bootstrap(&console, first())
                .await
                .unwrap()
                .into_inner();
            let holders = role::holders(
                &console.reader(),
                Role::SystemAdministrator,
                console.today(),
            )
            .await
            .unwrap();
            assert_eq!(holders.len(), 1, "{city}");
            // A password that was lost before it was used is issued again, for the same account.
            let again = account::bootstrap(&console, first())
                .await
                .unwrap()
                .into_inner();
            assert_eq!(again.account, made.account);
            assert!(made.is_new && !again.is_new);
            // Other words change nothing, and are not taken for what is so.
            let other = FirstAdministrator {
                login: "root".to_owned(),
                kana: "ジョウホウ ジロウ".to_owned(),
                ..first()
            };
            match account::bootstrap(&console, other).await {
                Err(NotBootstrapped::Other(kept)) => {
                    assert_eq!(kept.differing, ["kana", "login"]);
                    assert_eq!((&*kept.number, &*kept.name), ("0001", "情報 太郎"));
                    assert_eq!(kept.login.unwrap().as_str(), "admin");
                }
                other => panic!("{other:?}"),
            }
            let attempt = Attempt {
                login: again.login.as_str().to_owned(),
                password: again.issued.password,
            };
            let entered = session::sign_in(&world.nobody(), &attempt, &Place::default())
                .await
                .unwrap();
            let session::SignIn::Done(entered) = entered.into_inner() else {
                panic!("no second factor was set up");
            };
            let signed_in = session::resume(&world.nobody(), &entered.secret)
                .await
                .unwrap();
            assert!(signed_in.standing().holds(Role::SystemAdministrator));
            let refused = account::bootstrap(&console, first()).await;
            assert!(
                matches!(refused, Err(NotBootstrapped::SignedIn(denied)) if denied.why == "administrator_exists")
            );
            let from_outside = world.cx(signed_in.actor_at_the_door());
            assert!(matches!(
                account::bootstrap(&from_outside, first()).await,
                Err(NotBootstrapped::SignedIn(_) | NotBootstrapped::Fault(Fault::Denied(_)))
            ));
        }
    }
}

/// A one-time password for an account, as its owner types it.
async fn issue(town: &Town, id: account::AccountId) -> Attempt {
    let cx = town.cx("administrator").await;
    let login = account::get(&cx, id).await.unwrap().login;
    Attempt {
        login: login.as_str().to_owned(),
        password: password::issue(&cx, id)
            .await
            .unwrap()
            .into_inner()
            .password,
    }
}
