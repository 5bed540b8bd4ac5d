//! Second factors.

use data_encoding::BASE32_NOPAD;
use time::Duration;
use yakusho_accounts::Secret;
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::second_factor::{self, State};
use yakusho_accounts::session::{self, Place, SignIn, SignInError, SignInResult};
use yakusho_accounts::testing::{Owner, PASSWORD, Town};
use yakusho_kernel::{Cx, Fault, Notices};
use yakusho_testkit::World;

use crate::sign_in::refusal;

/// Sets a second factor up, as its owner does; says the secret in the app and a recovery code.
pub(crate) async fn enrol(world: &World, owner: &Owner) -> (Vec<u8>, Vec<String>, Cx) {
    let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
    let enrolment = second_factor::begin(&cx, &PasswordText::new(PASSWORD))
        .await
        .unwrap()
        .into_inner();
    assert!(enrolment.url.contains(&*enrolment.secret));
    let secret = BASE32_NOPAD.decode(enrolment.secret.as_bytes()).unwrap();
    let code = second_factor::code_at(&secret, world.clock.now()).unwrap();
    let enrolled = second_factor::confirm(&cx, &code)
        .await
        .unwrap()
        .into_inner();
    let codes = enrolled
        .recovery_codes
        .iter()
        .map(|code| code.text().to_string());
    (secret, codes.collect(), cx)
}

/// Gives the right password; says what the code is to be given with.
pub(crate) async fn ask(world: &World, owner: &Owner) -> Secret {
    let asked = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
    match asked.unwrap().into_inner() {
        SignIn::CodeNeeded(challenge) => challenge,
        SignIn::Done(_) => panic!("no code was asked for"),
    }
}

pub(crate) async fn give(world: &World, challenge: &Secret, code: &str) -> Result<(), SignInError> {
    let done = session::confirm(&world.nobody(), challenge, code, &Place::default()).await?;
    assert!(matches!(done.into_inner(), SignIn::Done(_)));
    Ok(())
}

#[tokio::test]
async fn a_code_is_asked_for_after_the_password_and_works_once() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (secret, _, cx) = enrol(&world, &owner).await;
        assert_eq!(
            second_factor::state(&cx).await.unwrap(),
            State {
                app_since: Some(cx.now()),
                passkeys: Vec::new(),
                recovery_codes: 10,
            }
        );
        let now = || second_factor::code_at(&secret, world.clock.now()).unwrap();

        let challenge = ask(&world, &owner).await;
        assert_eq!(
            refusal(give(&world, &challenge, &now()).await).2,
            "wrong_code",
            "the code that set it up is used"
        );
        world.clock.turn(Duration::seconds(30));
        give(&world, &challenge, &now()).await.unwrap();
        assert_eq!(
            refusal(give(&world, &challenge, &now()).await).2,
            "code_came_too_late"
        );
        world.clock.turn(Duration::seconds(1));
        let replay = ask(&world, &owner).await;
        world.clock.turn(Duration::seconds(1));
        assert_eq!(refusal(give(&world, &replay, &now()).await).2, "wrong_code");

        let page = session::history(&cx, None, 2).await.unwrap();
        let results: Vec<_> = page.items.iter().map(|row| row.result).collect();
        assert_eq!(results, [SignInResult::WrongCode, SignInResult::CodeNeeded]);
    }
}

#[tokio::test]
async fn of_two_with_one_code_one_is_signed_in() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (secret, _, _) = enrol(&world, &owner).await;
        world.clock.turn(Duration::seconds(30));
        let code = second_factor::code_at(&secret, world.clock.now()).unwrap();
        let (one, other) = (ask(&world, &owner).await, ask(&world, &owner).await);
        let (one, other) = tokio::join!(give(&world, &one, &code), give(&world, &other, &code));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    }
}

#[tokio::test]
async fn a_code_is_waited_for_five_minutes() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (secret, _, _) = enrol(&world, &owner).await;
        for (wait, in_time) in [
            (Duration::minutes(5) - Duration::milliseconds(1), true),
            (Duration::minutes(5), false),
        ] {
            let challenge = ask(&world, &owner).await;
            world.clock.turn(wait);
            let code = second_factor::code_at(&secret, world.clock.now()).unwrap();
            assert_eq!(give(&world, &challenge, &code).await.is_ok(), in_time);
        }
    }
}

#[tokio::test]
async fn guessing_codes_is_held_off() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        enrol(&world, &owner).await;
        let mut tries = 0;
        let held = 'held: loop {
            let asked =
                session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
            let challenge = match asked.map(yakusho_kernel::Saved::into_inner) {
                Ok(SignIn::CodeNeeded(challenge)) => challenge,
                Ok(SignIn::Done(_)) => panic!("no code was asked for"),
                Err(error) => break error,
            };
            for _ in 0..3 {
                tries += 1;
                let guess = give(&world, &challenge, "000000").await;
                if matches!(&guess, Err(SignInError::HeldOff(_))) {
                    break 'held guess.unwrap_err();
                }
            }
        };
        assert!(matches!(held, SignInError::HeldOff(_)), "{held:?}");
        assert!(tries <= 10, "{tries}");
    }
}

#[tokio::test]
async fn a_recovery_code_works_once_and_is_told() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, codes, cx) = enrol(&world, &owner).await;
        assert_eq!(codes.len(), 10);
        world.clock.turn(Duration::seconds(1));
        let challenge = ask(&world, &owner).await;
        give(&world, &challenge, &codes[0].to_lowercase())
            .await
            .unwrap();
        assert_eq!(second_factor::state(&cx).await.unwrap().recovery_codes, 9);
        let challenge = ask(&world, &owner).await;
        assert_eq!(
            refusal(give(&world, &challenge, &codes[0]).await).2,
            "wrong_code"
        );
        let page = Notices(town.person("clerk"))
            .page(&cx.reader(), None, 10)
            .await
            .unwrap();
        assert_eq!(page.items[0].kind, "second_factor.recovery_code_used");

        let fresh = second_factor::new_recovery_codes(&cx, &PasswordText::new(PASSWORD))
            .await
            .unwrap();
        let challenge = ask(&world, &owner).await;
        assert!(
            give(&world, &challenge, &codes[1]).await.is_err(),
            "the former ones are void"
        );
        give(&world, &challenge, &fresh.recovery_codes[0].text())
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn setting_it_up_and_taking_it_away_ask_for_the_password() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let wrong = PasswordText::new("wrong");
        assert!(second_factor::begin(&cx, &wrong).await.is_err());
        assert!(matches!(
            second_factor::confirm(&cx, "000000").await,
            Err(Fault::NotFound)
        ));
        let _ = second_factor::begin(&cx, &PasswordText::new(PASSWORD))
            .await
            .unwrap();
        assert!(matches!(
            second_factor::confirm(&cx, "000000").await,
            Err(Fault::Invalid(_))
        ));
        // What was not confirmed is not asked for.
        let _ = owner.enter(&world.nobody(), &Place::default()).await;
        enrol(&world, &owner).await;
        assert!(matches!(
            second_factor::begin(&cx, &PasswordText::new(PASSWORD)).await,
            Err(Fault::Conflict(_))
        ));
        assert!(second_factor::remove(&cx, &wrong).await.is_err());
        let _ = second_factor::remove(&cx, &PasswordText::new(PASSWORD))
            .await
            .unwrap();
        let _ = owner.enter(&world.nobody(), &Place::default()).await;

        enrol(&world, &owner).await;
        let administrator = town.cx("administrator").await;
        let _ = second_factor::remove_for(&administrator, owner.account)
            .await
            .unwrap();
        let _ = owner.enter(&world.nobody(), &Place::default()).await;
        // The own page asks so often and no more.
        for _ in 0..9 {
            let _ = second_factor::begin(&cx, &wrong).await;
        }
        let held = second_factor::begin(&cx, &PasswordText::new(PASSWORD)).await;
        assert!(matches!(held, Err(Fault::Denied(_))), "{held:?}");
    }
}

#[tokio::test]
async fn the_secret_lies_sealed_in_the_database() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (secret, _, _) = enrol(&world, &owner).await;
        let stored = async || world.stored("SELECT secret FROM second_factors").await;
        let opened = |sealed: &[u8]| world.env.keys().open(sealed, &owner.account).unwrap();
        let first = stored().await;
        assert!(!first.windows(secret.len()).any(|part| part == secret));
        assert_eq!(*opened(&first), secret);

        world.clock.turn(Duration::seconds(30));
        let challenge = ask(&world, &owner).await;
        let code = second_factor::code_at(&secret, world.clock.now()).unwrap();
        give(&world, &challenge, &code).await.unwrap();
        let again = stored().await;
        assert_ne!(again, first, "sealed anew, under the newest key");
        assert_eq!(*opened(&again), secret);
    }
}
