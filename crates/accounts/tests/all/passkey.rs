//! Passkeys.

use time::Duration;
use yakusho_accounts::Secret;
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::second_factor::passkey::{self, Added, PasskeyId, RelyingParty};
use yakusho_accounts::second_factor::{self, State};
use yakusho_accounts::session::{self, Place, SignIn, SignInError, SignInResult, Ways};
use yakusho_accounts::testing::{Authenticator, Owner, PASSWORD, Town};
use yakusho_kernel::{Cx, Fault, Notices};
use yakusho_testkit::World;

use crate::second_factor::{ask, enrol, give};
use crate::sign_in::refusal;

const ADDRESS: &str = "https://groupware.example";

fn party() -> RelyingParty {
    RelyingParty::at(ADDRESS, "直方市").unwrap()
}

/// A world, the clerk in it, and an authenticator that counts, with whose passkey the clerk signs in.
struct Desk {
    world: World,
    town: Town,
    owner: Owner,
    cx: Cx,
    stick: Authenticator,
    added: Added,
}

impl Desk {
    async fn both() -> Vec<Self> {
        let mut desks = Vec::new();
        for world in World::both("nogata").await {
            let town = Town::model(&world.env).await;
            let owner = town.owner("clerk").await;
            let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
            let mut stick = Authenticator::new(1, ADDRESS);
            stick.counter = 1;
            let added = add(&cx, &mut stick, "職場の鍵").await.unwrap();
            desks.push(Self {
                world,
                town,
                owner,
                cx,
                stick,
                added,
            });
        }
        desks
    }

    /// Gives the right password, and has the question for passkeys.
    async fn asked(&self) -> (Secret, passkey::Question) {
        let challenge = ask(&self.world, &self.owner).await;
        let question = self.question(&challenge).await.unwrap();
        (challenge, question)
    }

    async fn question(&self, challenge: &Secret) -> Option<passkey::Question> {
        let nobody = self.world.nobody();
        let ways = session::ways(&nobody, Some(&party()), challenge).await;
        ways.unwrap().passkey
    }

    async fn show(&self, challenge: &Secret, answer: &str) -> Result<(), SignInError> {
        let (nobody, place) = (self.world.nobody(), Place::default());
        let done =
            session::confirm_by_passkey(&nobody, &party(), challenge, answer, &place).await?;
        assert!(matches!(done.into_inner(), SignIn::Done(_)));
        Ok(())
    }

    /// Signs in with the stick as `wrong` left it, once nothing holds it off.
    async fn refused(&self, wrong: impl FnOnce(&mut Authenticator)) -> &'static str {
        self.world.clock.turn(Duration::hours(1));
        let (challenge, question) = self.asked().await;
        let mut stick = self.stick.clone();
        wrong(&mut stick);
        refusal(self.show(&challenge, &stick.sign(&question)).await).2
    }

    /// The clerk, now.
    fn now(&self) -> Cx {
        self.world.nobody().acting(self.cx.actor().clone())
    }

    async fn state(&self) -> State {
        second_factor::state(&self.cx).await.unwrap()
    }

    async fn remove(&self, id: PasskeyId) -> Result<(), Fault> {
        let password = PasswordText::new(PASSWORD);
        passkey::remove(&self.cx, id, &password).await?.into_inner();
        Ok(())
    }

    async fn told(&self) -> Vec<String> {
        let notices = Notices(self.town.person("clerk"));
        let page = notices.page(&self.cx.reader(), None, 20).await.unwrap();
        page.items.into_iter().map(|notice| notice.kind).collect()
    }
}

async fn add(cx: &Cx, authenticator: &mut Authenticator, name: &str) -> Result<Added, Fault> {
    let password = PasswordText::new(PASSWORD);
    let question = passkey::begin(cx, &party(), name, &password).await?;
    let answer = authenticator.make(&question);
    Ok(passkey::add(cx, &party(), &answer).await?.into_inner())
}

#[tokio::test]
async fn a_passkey_lets_its_owner_in_after_the_password() {
    for mut desk in Desk::both().await {
        assert_eq!(desk.added.recovery_codes.len(), 10);
        let state = desk.state().await;
        assert_eq!(state.app_since, None);
        assert_eq!(state.recovery_codes, 10);
        assert_eq!(state.passkeys[0].name, "職場の鍵");
        assert_eq!(state.passkeys[0].used_at, None);
        assert!(desk.told().await.contains(&"passkey.added".to_owned()));

        desk.world.clock.turn(Duration::minutes(1));
        let (challenge, question) = desk.asked().await;
        let answer = desk.stick.sign(&question);
        desk.world.clock.turn(Duration::seconds(1));
        desk.show(&challenge, &answer).await.unwrap();
        let used = desk.state().await.passkeys[0].used_at;
        assert_eq!(used, Some(desk.world.clock.now()));
        let again = refusal(desk.show(&challenge, &answer).await);
        assert_eq!(again.2, "code_came_too_late");

        let page = session::history(&desk.cx, None, 2).await.unwrap();
        let results: Vec<_> = page.items.iter().map(|row| row.result).collect();
        assert_eq!(results, [SignInResult::Done, SignInResult::CodeNeeded]);
    }
}

#[tokio::test]
async fn what_is_not_signed_as_it_must_be_lets_nobody_in() {
    for desk in Desk::both().await {
        let elsewhere = |stick: &mut Authenticator| {
            stick.origin = "https://groupware.example.evil.example".to_owned();
        };
        assert_eq!(desk.refused(elsewhere).await, "wrong_passkey");
        let other_port = |stick: &mut Authenticator| stick.origin = format!("{ADDRESS}:8443");
        assert_eq!(desk.refused(other_port).await, "wrong_passkey");
        let other_party = |stick: &mut Authenticator| stick.party = Some("example".to_owned());
        assert_eq!(desk.refused(other_party).await, "wrong_passkey");
        let by_anybody = |stick: &mut Authenticator| stick.verifies = false;
        assert_eq!(desk.refused(by_anybody).await, "wrong_passkey");
        let other_key = |stick: &mut Authenticator| *stick = Authenticator::new(2, ADDRESS);
        assert_eq!(desk.refused(other_key).await, "wrong_passkey");

        let (challenge, question) = desk.asked().await;
        let late = desk.stick.clone().sign(&question);
        let _ = desk.question(&challenge).await;
        let refused = refusal(desk.show(&challenge, &late).await);
        assert_eq!(refused.2, "wrong_passkey", "another question was put since");
        let refused = refusal(desk.show(&challenge, &late).await);
        assert_eq!(refused.2, "code_came_too_late", "no question is open");
        let _ = desk.question(&challenge).await;
        desk.world.clock.turn(Duration::seconds(1));
        let refused = refusal(desk.show(&challenge, "{\"nonsense\": 1}").await);
        assert_eq!(refused.2, "wrong_passkey");

        let page = session::history(&desk.cx, None, 1).await.unwrap();
        assert_eq!(page.items[0].result, SignInResult::WrongPasskey);
    }
}

#[tokio::test]
async fn guessing_is_held_off_as_with_codes() {
    for desk in Desk::both().await {
        let mut tries = 0;
        let held = loop {
            let (nobody, place) = (desk.world.nobody(), Place::default());
            let asked = session::sign_in(&nobody, &desk.owner.attempt(), &place).await;
            let challenge = match asked.map(yakusho_kernel::Saved::into_inner) {
                Ok(SignIn::CodeNeeded(challenge)) => challenge,
                Ok(SignIn::Done(_)) => panic!("no passkey was asked for"),
                Err(error) => break error,
            };
            let _ = desk.question(&challenge).await;
            tries += 1;
            assert!(tries < 12, "nothing holds it off");
            match desk.show(&challenge, "{}").await {
                Err(error @ SignInError::HeldOff(_)) => break error,
                shown => assert!(shown.is_err()),
            }
        };
        assert!(matches!(held, SignInError::HeldOff(_)), "{held:?}");
    }
}

#[tokio::test]
async fn a_copy_of_a_passkey_is_refused() {
    for mut desk in Desk::both().await {
        let mut copy = desk.stick.clone();
        for _ in 0..2 {
            let (challenge, question) = desk.asked().await;
            let answer = desk.stick.sign(&question);
            desk.show(&challenge, &answer).await.unwrap();
        }
        let (challenge, question) = desk.asked().await;
        let refused = refusal(desk.show(&challenge, &copy.sign(&question)).await);
        assert_eq!(refused.2, "wrong_passkey");

        // Asked at the same time: what counts is how often it was used when it is shown.
        let mut copy = desk.stick.clone();
        let ((first, one), (second, other)) = (desk.asked().await, desk.asked().await);
        let answer = desk.stick.sign(&one);
        desk.show(&first, &answer).await.unwrap();
        let refused = refusal(desk.show(&second, &copy.sign(&other)).await);
        assert_eq!(refused.2, "wrong_passkey");
    }
}

#[tokio::test]
async fn a_passkey_is_waited_for_five_minutes() {
    for mut desk in Desk::both().await {
        let five = Duration::minutes(5);
        for (number, wait, in_time) in [
            (2, five - Duration::milliseconds(1), true),
            (3, five, false),
        ] {
            let (challenge, question) = desk.asked().await;
            let password = PasswordText::new(PASSWORD);
            let begun = passkey::begin(&desk.now(), &party(), "予備", &password).await;
            desk.world.clock.turn(wait);
            let answer = desk.stick.sign(&question);
            assert_eq!(desk.show(&challenge, &answer).await.is_ok(), in_time);
            let answer = Authenticator::new(number, ADDRESS).make(&begun.unwrap());
            let added = passkey::add(&desk.now(), &party(), &answer).await;
            assert_eq!(added.is_ok(), in_time, "{added:?}");
        }
    }
}

#[tokio::test]
async fn adding_one_asks_for_name_and_password_and_a_right_answer_once() {
    for desk in Desk::both().await {
        let wrong = PasswordText::new("wrong");
        let refused = passkey::begin(&desk.cx, &party(), "予備", &wrong).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))), "{refused:?}");
        let right = PasswordText::new(PASSWORD);
        let refused = passkey::begin(&desk.cx, &party(), " ", &right).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))), "{refused:?}");

        let mut other = Authenticator::new(2, ADDRESS);
        other.origin = "https://elsewhere.example".to_owned();
        let refused = add(&desk.cx, &mut other, "予備").await;
        assert!(matches!(refused, Err(Fault::Invalid(_))), "{refused:?}");
        let question = passkey::begin(&desk.cx, &party(), "予備", &right).await;
        let answer = Authenticator::new(2, ADDRESS).make(&question.unwrap());
        let added = passkey::add(&desk.cx, &party(), &answer).await.unwrap();
        assert_eq!(added.recovery_codes, [], "they were shown before");
        let again = passkey::add(&desk.cx, &party(), &answer).await;
        assert!(matches!(again, Err(Fault::Conflict(_))), "{again:?}");

        let same = add(&desk.cx, &mut desk.stick.clone(), "同じ鍵").await;
        assert!(matches!(same, Err(Fault::Invalid(_))), "{same:?}");
        let stranger = desk.town.owner("stranger").await;
        let (_, _, theirs) = stranger
            .signed_in(&desk.world.nobody(), &Place::default())
            .await;
        let taken = add(&theirs, &mut desk.stick.clone(), "他人の鍵").await;
        assert!(matches!(taken, Err(Fault::Conflict(_))), "{taken:?}");
        let id = desk.added.id;
        for refused in [
            passkey::get(&theirs, id).await.map(drop),
            passkey::remove(&theirs, id, &right).await.map(drop),
        ] {
            assert!(matches!(refused, Err(Fault::NotFound)), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn recovery_codes_stay_until_the_last_second_factor_goes() {
    for desk in Desk::both().await {
        let code = desk.added.recovery_codes[0].text();
        give(&desk.world, &ask(&desk.world, &desk.owner).await, &code)
            .await
            .unwrap();
        assert!(
            desk.told()
                .await
                .contains(&"second_factor.recovery_code_used".to_owned())
        );
        assert_eq!(
            refusal(give(&desk.world, &ask(&desk.world, &desk.owner).await, "123456").await).2,
            "wrong_code",
            "no app gives codes"
        );
        let wrong = PasswordText::new("wrong");
        let refused = passkey::remove(&desk.cx, desk.added.id, &wrong).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))), "{refused:?}");
        let spare = add(&desk.cx, &mut Authenticator::new(2, ADDRESS), "予備").await;
        desk.remove(desk.added.id).await.unwrap();
        assert_eq!(desk.state().await.recovery_codes, 9);
        let gone = desk.remove(desk.added.id).await;
        assert!(matches!(gone, Err(Fault::NotFound)), "{gone:?}");
        desk.remove(spare.unwrap().id).await.unwrap();
        let state = desk.state().await;
        assert!(!state.is_on());
        assert_eq!(state.recovery_codes, 0);
        let nobody = desk.world.nobody();
        let _ = desk.owner.enter(&nobody, &Place::default()).await;
    }
}

#[tokio::test]
async fn an_app_and_passkeys_stand_beside_each_other() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (secret, _, cx) = enrol(&world, &owner).await;
        let mut phone = Authenticator::new(1, ADDRESS);
        let added = add(&cx, &mut phone, "携帯電話").await.unwrap();
        assert_eq!(added.recovery_codes, []);
        world.clock.turn(Duration::seconds(30));
        let challenge = ask(&world, &owner).await;
        let ways = session::ways(&world.nobody(), None, &challenge).await;
        let by_code = Ways {
            app: true,
            passkey: None,
        };
        assert_eq!(ways.unwrap(), by_code, "nobody asks passkeys");
        let code = second_factor::code_at(&secret, world.clock.now()).unwrap();
        give(&world, &challenge, &code).await.unwrap();

        let password = PasswordText::new(PASSWORD);
        let _ = second_factor::remove(&cx, &password).await.unwrap();
        let state = second_factor::state(&cx).await.unwrap();
        assert_eq!((state.app_since, state.recovery_codes), (None, 10));
        let challenge = ask(&world, &owner).await;
        let (nobody, place) = (world.nobody(), Place::default());
        for _ in 0..2 {
            // One that does not count says 0 each time.
            let challenge = ask(&world, &owner).await;
            let ways = session::ways(&nobody, Some(&party()), &challenge).await;
            let answer = phone.sign(&ways.unwrap().passkey.unwrap());
            session::confirm_by_passkey(&nobody, &party(), &challenge, &answer, &place)
                .await
                .unwrap()
                .into_inner();
        }

        let administrator = town.cx("administrator").await;
        let _ = second_factor::remove_for(&administrator, owner.account)
            .await
            .unwrap();
        let ways = session::ways(&nobody, Some(&party()), &challenge).await;
        assert_eq!(ways.unwrap(), Ways::default());
        let _ = owner.enter(&nobody, &place).await;
        let none = second_factor::remove_for(&administrator, owner.account).await;
        assert!(matches!(none, Err(Fault::NotFound)), "{none:?}");
    }
}

#[test]
fn passkeys_are_bound_to_names_alone() {
    for address in ["https://192.0.2.1", "nowhere", "https:///"] {
        assert!(RelyingParty::at(address, "直方市").is_err(), "{address}");
    }
    assert!(RelyingParty::at("http://localhost:8080", "直方市").is_ok());
}
