//! Signing in.

use time::Duration;
use time::macros::date;
use yakusho_accounts::account::{self};
use yakusho_accounts::password::{self, Change, PasswordText};
use yakusho_accounts::session::{self, Attempt, Must, Place, SignIn, SignInError, SignInResult};
use yakusho_accounts::testing::{PASSWORD, Town};
use yakusho_kernel::{Denied, Fault, Notices, Timestamp};
use yakusho_regulation::Rule;
use yakusho_testkit::{World, keeps};

/// Somebody at a machine at that address.
pub(crate) fn at(address: &str) -> Place {
    Place {
        address: address.parse().ok(),
        agent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
        device: None,
        session: None,
    }
}

pub(crate) fn attempt(login: &str, password: &str) -> Attempt {
    Attempt {
        login: login.to_owned(),
        password: PasswordText::new(password),
    }
}

/// By which rule and for which reason somebody was not signed in.
pub(crate) fn refusal<T: std::fmt::Debug>(
    result: Result<T, SignInError>,
) -> (Rule, String, &'static str) {
    match result {
        Err(SignInError::Refused(denied)) => of(&denied),
        Err(SignInError::Suspended(told)) => of(&told.denied),
        Err(SignInError::HeldOff(held)) => of(&held.denied),
        other => panic!("{other:?}"),
    }
}

fn of(denied: &Denied) -> (Rule, String, &'static str) {
    (denied.basis.rule(), denied.basis.to_string(), denied.why)
}

#[tokio::test]
async fn only_who_is_signed_in_is_answered() {
    keeps!("nogata:2(2)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let nobody = world.nobody();
        let by = (Rule::SignInRequired, "nogata:2(2)".to_owned());

        let entered = owner.enter(&nobody, &Place::default()).await;
        let signed_in = session::resume(&nobody, &entered.secret).await.unwrap();
        assert_eq!(signed_in.person, town.person("clerk"));
        assert_eq!(signed_in.display_name, "佐藤 花子");
        assert!(signed_in.actor().is_ok());

        let stranger = yakusho_accounts::Secret::random(world.env.rng());
        let Err(Fault::Denied(refused)) = session::resume(&nobody, &stranger).await else {
            panic!("a secret that nobody was given");
        };
        assert_eq!(of(&refused), (by.0, by.1.clone(), "signed_out"));
        let cx = world.cx(signed_in.actor().unwrap());
        let _ = session::end(&cx, entered.session).await.unwrap();
        let Err(Fault::Denied(refused)) = session::resume(&nobody, &entered.secret).await else {
            panic!("it ended");
        };
        assert_eq!(of(&refused), (by.0, by.1.clone(), "signed_out"));
        for wrong in [
            attempt("clerk", "路地裏へ雨の帽子を八つ送る"),
            attempt("clerk", ""),
            attempt("nobody", PASSWORD),
            attempt("", ""),
        ] {
            let refused = session::sign_in(&nobody, &wrong, &Place::default()).await;
            assert_eq!(refusal(refused), (by.0, by.1.clone(), "wrong_credentials"));
        }
    }
}

#[tokio::test]
async fn a_password_that_was_issued_works_once_and_opens_its_own_change_alone() {
    keeps!("nogata:2(4)");
    one_time("nogata", "nogata:2(4)").await;
}

#[tokio::test]
async fn in_muko_too_only_the_operator_knows_the_password() {
    keeps!("muko:2(8)");
    keeps!("muko:33-2");
    one_time("muko", "muko:2(8) muko:33-2").await;
}

async fn one_time(city: &str, clauses: &str) {
    for world in World::both(city).await {
        let town = Town::model(&world.env).await;
        let account = town.account("clerk").await;
        let administrator = town.cx("administrator").await;
        let nobody = world.nobody();
        let issued = password::issue(&administrator, account)
            .await
            .unwrap()
            .into_inner();
        let one_time = Attempt {
            login: "clerk".to_owned(),
            password: issued.password.clone(),
        };
        let entered = session::sign_in(&nobody, &one_time, &Place::default())
            .await
            .unwrap();
        let SignIn::Done(entered) = entered.into_inner() else {
            panic!("no second factor was set up");
        };
        let signed_in = session::resume(&nobody, &entered.secret).await.unwrap();
        let Err(Must::ChangePassword(must)) = signed_in.actor() else {
            panic!("it must be changed first");
        };
        let by = (Rule::PasswordOwnersAlone, clauses.to_owned());
        assert_eq!(of(must), (by.0, by.1.clone(), "one_time_password"));
        let again = session::sign_in(&nobody, &one_time, &Place::default()).await;
        assert_eq!(
            refusal(again),
            (by.0, by.1.clone(), "one_time_password_used")
        );

        // Nobody but the owner changes it, and the owner only by knowing the present one.
        let change = |current: &PasswordText, new: &str| Change {
            current: current.clone(),
            new: PasswordText::new(new),
        };
        let foreign = password::change(
            &administrator,
            entered.session,
            change(&issued.password, PASSWORD),
        )
        .await;
        assert!(
            matches!(foreign, Err(Fault::Denied(denied)) if of(&denied) == (by.0, by.1.clone(), "owner"))
        );
        let cx = world.cx(signed_in.actor_at_the_door());
        let guess = PasswordText::new("wrong");
        let Err(Fault::Invalid(invalid)) =
            password::change(&cx, entered.session, change(&guess, PASSWORD)).await
        else {
            panic!("the present password was wrong");
        };
        assert_eq!(invalid.errors[0].field, "current");
        assert_eq!(
            invalid.errors[0].basis.as_ref().unwrap().to_string(),
            clauses
        );
        let secret = password::change(&cx, entered.session, change(&issued.password, PASSWORD))
            .await
            .unwrap()
            .into_inner();
        assert!(
            session::resume(&nobody, &secret)
                .await
                .unwrap()
                .actor()
                .is_ok()
        );
        assert!(
            session::resume(&nobody, &entered.secret).await.is_err(),
            "the secret is new"
        );
    }
}

#[tokio::test]
async fn a_one_time_password_is_used_by_one_of_two_at_once() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let account = town.account("clerk").await;
        let administrator = town.cx("administrator").await;
        let issued = password::issue(&administrator, account)
            .await
            .unwrap()
            .into_inner();
        let one_time = Attempt {
            login: "clerk".to_owned(),
            password: issued.password,
        };
        let (nobody, place) = (world.nobody(), Place::default());
        let tries = (0..4).map(|_| session::sign_in(&nobody, &one_time, &place));
        let results = futures_util::future::join_all(tries).await;
        let done = results.iter().filter(|result| result.is_ok()).count();
        assert_eq!(done, 1);
        for result in results.into_iter().filter(Result::is_err) {
            assert_eq!(refusal(result).2, "one_time_password_used");
        }
    }
}

#[tokio::test]
async fn a_one_time_password_lasts_72_hours() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let account = town.account("clerk").await;
        let administrator = town.cx("administrator").await;
        let issue = async || {
            password::issue(&administrator, account)
                .await
                .unwrap()
                .into_inner()
        };
        let first = issue().await;
        assert_eq!(
            first.expires_at.since(administrator.now()),
            Duration::hours(72)
        );
        world.clock.turn_to(first.expires_at);
        let with = |password| Attempt {
            login: "clerk".to_owned(),
            password,
        };
        let late =
            session::sign_in(&world.nobody(), &with(first.password), &Place::default()).await;
        assert_eq!(refusal(late).2, "one_time_password_expired");
        // Its hours begin when it is issued, which the administrator's context says.
        let administrator = town.cx("administrator").await;
        let second = password::issue(&administrator, account)
            .await
            .unwrap()
            .into_inner();
        world
            .clock
            .turn_to(second.expires_at.plus(-Duration::milliseconds(1)));
        let last =
            session::sign_in(&world.nobody(), &with(second.password), &Place::default()).await;
        assert!(last.is_ok());
    }
}

#[tokio::test]
async fn a_sign_in_from_a_new_place_is_told_and_the_history_shows_all() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        // Each act a second after the one before.
        let nobody = || {
            world.clock.turn(Duration::seconds(1));
            world.nobody()
        };
        let person = town.person("clerk");
        let told = async || {
            let page = Notices(person)
                .page(&world.nobody().reader(), None, 50)
                .await
                .unwrap();
            let kinds = page
                .items
                .into_iter()
                .filter(|notice| notice.kind == "session.new_place");
            kinds.count()
        };
        let desk = at("192.0.2.10");
        let first = owner.enter(&nobody(), &desk).await;
        assert_eq!(told().await, 1, "the password was set elsewhere");
        let _ = owner.enter(&nobody(), &desk).await;
        assert_eq!(told().await, 1, "the address is known");
        let elsewhere = Place {
            device: Some(first.device.clone()),
            ..at("192.0.2.77")
        };
        let _ = owner.enter(&nobody(), &elsewhere).await;
        assert_eq!(told().await, 1, "the browser is known");
        let (entered, _, cx) = owner.signed_in(&nobody(), &at("198.51.100.1")).await;
        assert_eq!(told().await, 2);
        let wrong =
            session::sign_in(&nobody(), &attempt("clerk", "nonsense"), &at("203.0.113.9")).await;
        assert!(wrong.is_err());

        let page = session::history(&cx, None, 3).await.unwrap();
        let rows: Vec<_> = page
            .items
            .iter()
            .map(|row| (row.result, row.address.as_str(), row.agent.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                (
                    SignInResult::WrongPassword,
                    "203.0.113.9",
                    "Firefox, Windows"
                ),
                (SignInResult::Done, "198.51.100.1", "Firefox, Windows"),
                (SignInResult::Done, "192.0.2.77", "Firefox, Windows"),
            ]
        );
        let rest = session::history(&cx, page.next.as_ref(), 10).await.unwrap();
        assert_eq!(rest.items.len(), 3);

        let open = session::list(&cx).await.unwrap();
        assert_eq!(open.len(), 4);
        assert_eq!(open[0].id, entered.session);
        assert_eq!(*session::end_others(&cx, entered.session).await.unwrap(), 3);
        assert!(session::resume(&nobody(), &first.secret).await.is_err());
        assert!(session::resume(&nobody(), &entered.secret).await.is_ok());
        let colleague = town.cx("colleague").await;
        assert!(matches!(
            session::end(&colleague, entered.session).await,
            Err(Fault::NotFound)
        ));
    }
}

#[tokio::test]
async fn who_is_not_employed_is_not_signed_in() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let administrator = town.cx("administrator").await;
        let rows = vec![crate::order::about(
            2,
            yakusho_accounts::order::ActKind::Leave,
            "1007",
        )];
        let day = date!(2026 - 12 - 01);
        crate::order::schedule(&administrator, day, rows)
            .await
            .unwrap();
        world
            .clock
            .turn_to(Timestamp::start_of(day).plus(-Duration::hours(1)));
        let entered = owner.enter(&world.nobody(), &Place::default()).await;
        world.clock.turn_to(Timestamp::start_of(day));
        let _ = yakusho_accounts::order::apply_due(&town.system())
            .await
            .unwrap();
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        let refused = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
        assert_eq!(refusal(refused).2, "not_employed");
    }
}

#[tokio::test]
async fn a_closed_account_answers_so_after_the_right_password_alone() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let administrator = town.cx("administrator").await;
        let _ = account::close(&administrator, owner.account, "退職", 1)
            .await
            .unwrap();
        let nobody = world.nobody();
        let right = session::sign_in(&nobody, &owner.attempt(), &Place::default()).await;
        assert_eq!(refusal(right).2, "account_closed");
        let wrong = session::sign_in(&nobody, &attempt("clerk", "x"), &Place::default()).await;
        assert_eq!(refusal(wrong).2, "wrong_credentials");
    }
}
