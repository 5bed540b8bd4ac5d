//! Failures are held off, strangers' ones never at the owner's cost (nogata:10(3)).

use time::Duration;
use yakusho_accounts::password;
use yakusho_accounts::session::{self, Attempt, Place, SignInError, SignInResult};
use yakusho_accounts::testing::{PASSWORD, Town};
use yakusho_kernel::Cx;
use yakusho_regulation::Rule;
use yakusho_testkit::{World, keeps};

use crate::sign_in::{at, attempt, refusal};

/// Fails to sign in so often, from that place.
async fn fail(nobody: &Cx, login: &str, place: &Place, times: usize) {
    for _ in 0..times {
        let wrong = session::sign_in(nobody, &attempt(login, "nonsense"), place).await;
        assert!(wrong.is_err());
    }
}

#[tokio::test]
async fn the_eleventh_try_from_a_place_waits_a_quarter_of_an_hour() {
    keeps!("nogata:10(3)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let place = at("192.0.2.1");
        fail(&world.nobody(), "clerk", &place, 9).await;
        assert!(
            session::sign_in(&world.nobody(), &owner.attempt(), &place)
                .await
                .is_ok()
        );
        fail(&world.nobody(), "clerk", &place, 1).await;

        // Ten have failed: even the right password waits.
        world.clock.turn(Duration::seconds(1));
        let held = session::sign_in(&world.nobody(), &owner.attempt(), &place).await;
        let Err(SignInError::HeldOff(held_off)) = &held else {
            panic!("{held:?}");
        };
        let until = held_off.until;
        assert_eq!(until.since(world.clock.now()), Duration::minutes(15));
        assert_eq!(
            refusal(held),
            (
                Rule::MisuseWatched,
                "nogata:10(3)".to_owned(),
                "too_many_failures"
            )
        );
        world.clock.turn_to(until.plus(-Duration::milliseconds(1)));
        let early = session::sign_in(&world.nobody(), &owner.attempt(), &place).await;
        assert_eq!(refusal(early).2, "too_many_failures");
        world.clock.turn_to(until);
        let (_, _, cx) = owner.signed_in(&world.nobody(), &place).await;
        let page = session::history(&cx, None, 3).await.unwrap();
        let results: Vec<_> = page.items.iter().map(|row| row.result).collect();
        assert_eq!(
            results,
            [
                SignInResult::Done,
                SignInResult::HeldOff,
                SignInResult::HeldOff
            ]
        );
    }
}

#[tokio::test]
async fn many_tries_at_once_are_counted_each() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        town.owner("clerk").await;
        let (nobody, place) = (world.nobody(), at("192.0.2.1"));
        let wrong = attempt("clerk", "nonsense");
        let tries = (0..30).map(|_| session::sign_in(&nobody, &wrong, &place));
        let results = futures_util::future::join_all(tries).await;
        let compared = results
            .into_iter()
            .map(|result| refusal(result).2)
            .filter(|why| *why == "wrong_credentials");
        assert_eq!(compared.count(), 10);
    }
}

#[tokio::test]
async fn strangers_hold_off_strangers_and_never_the_owner() {
    keeps!("nogata:10(3)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let desk = at("192.0.2.1");
        let device = owner.enter(&world.nobody(), &desk).await.device;
        // A hundred failures from eleven addresses, and from the owner's own.
        for host in 1..=11 {
            fail(
                &world.nobody(),
                "clerk",
                &at(&format!("203.0.113.{host}")),
                10,
            )
            .await;
        }
        fail(&world.nobody(), "clerk", &desk, 11).await;

        let known_browser = |address| Place {
            device: Some(device.clone()),
            ..at(address)
        };
        for address in ["192.0.2.1", "203.0.113.1", "198.51.100.50"] {
            let place = known_browser(address);
            assert!(
                session::sign_in(&world.nobody(), &owner.attempt(), &place)
                    .await
                    .is_ok()
            );
        }
        // Somebody at a place that nobody knows waits, also the owner; but an account of another is not touched.
        let new_place = at("198.51.100.7");
        let held = session::sign_in(&world.nobody(), &owner.attempt(), &new_place).await;
        assert_eq!(refusal(held).2, "too_many_failures");
        let colleague = town.owner("colleague").await;
        assert!(
            session::sign_in(&world.nobody(), &colleague.attempt(), &new_place)
                .await
                .is_ok()
        );

        // The administrator lets the owner in at the new place: nobody guesses what was issued.
        let administrator = town.cx("administrator").await;
        let issued = password::issue(&administrator, owner.account)
            .await
            .unwrap()
            .into_inner();
        let one_time = Attempt {
            login: "clerk".to_owned(),
            password: issued.password,
        };
        assert!(
            session::sign_in(&world.nobody(), &one_time, &new_place)
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn an_address_from_which_the_owner_signed_in_is_not_a_strangers() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let owner = town.owner("clerk").await;
    let desk = at("192.0.2.1");
    let _ = owner.enter(&world.nobody(), &desk).await;
    for host in 1..=11 {
        fail(
            &world.nobody(),
            "clerk",
            &at(&format!("203.0.113.{host}")),
            10,
        )
        .await;
    }
    assert!(
        session::sign_in(&world.nobody(), &owner.attempt(), &desk)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_browser_known_to_one_account_is_unknown_to_others() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let (clerk, colleague) = (town.owner("clerk").await, town.owner("colleague").await);
    let device = clerk.enter(&world.nobody(), &at("192.0.2.1")).await.device;
    for host in 1..=11 {
        fail(
            &world.nobody(),
            "colleague",
            &at(&format!("203.0.113.{host}")),
            10,
        )
        .await;
    }
    let place = Place {
        device: Some(device),
        ..at("198.51.100.1")
    };
    let held = session::sign_in(&world.nobody(), &colleague.attempt(), &place).await;
    assert_eq!(refusal(held).2, "too_many_failures");
}

#[tokio::test]
async fn an_address_that_tries_one_id_after_the_other_is_held_off() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let owner = town.owner("clerk").await;
    let source = at("203.0.113.1");
    for id in 0..200 {
        fail(&world.nobody(), &format!("guess{id}"), &source, 1).await;
    }
    let held = session::sign_in(&world.nobody(), &attempt("guess200", "x"), &source).await;
    assert_eq!(refusal(held).2, "too_many_failures");
    let held = session::sign_in(&world.nobody(), &owner.attempt(), &source).await;
    assert_eq!(refusal(held).2, "too_many_failures");
    assert!(
        session::sign_in(&world.nobody(), &owner.attempt(), &at("203.0.113.2"))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn an_id_that_nobody_has_is_held_off_like_any() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        town.owner("clerk").await;
        let place = at("192.0.2.1");
        for login in ["clerk", "nobody"] {
            fail(&world.nobody(), login, &place, 10).await;
            let held = session::sign_in(&world.nobody(), &attempt(login, PASSWORD), &place).await;
            assert_eq!(refusal(held).2, "too_many_failures");
        }
    }
}
