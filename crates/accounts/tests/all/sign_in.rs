//! Signing in.

use yakusho_accounts::account::{self, NewAccount, Shared};
use yakusho_accounts::password::{self, Change, PasswordText};
use yakusho_accounts::session::{self, Attempt, Must, Place, SignIn};
use yakusho_accounts::testing::Town;
use yakusho_testkit::World;

#[tokio::test]
async fn a_one_time_password_opens_its_own_change_and_nothing_else() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let id = account::open(
            &admin,
            NewAccount {
                person: town.person("clerk"),
                login: "n0001".into(),
                ends_on: None,
                reason: String::new(),
                shared: Shared::No,
            },
        )
        .await
        .unwrap()
        .into_inner();
        let issued = password::issue(&admin, id).await.unwrap().into_inner();
        let attempt = Attempt {
            login: "N0001".into(),
            password: issued.password.clone(),
        };
        let place = Place::default();
        let SignIn::Done(entered) = session::sign_in(&world.nobody(), &attempt, &place)
            .await
            .unwrap()
            .into_inner()
        else {
            panic!()
        };
        let signed = session::resume(&world.nobody(), &entered.secret)
            .await
            .unwrap();
        assert!(matches!(signed.must, Some(Must::ChangePassword(_))));
        let cx = world.cx(signed.actor_at_the_door());
        let secret = password::change(
            &cx,
            entered.session,
            Change {
                current: issued.password,
                new: PasswordText::new("路地裏へ雨の帽子を七つ送る"),
            },
        )
        .await
        .unwrap()
        .into_inner();
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        let signed = session::resume(&world.nobody(), &secret).await.unwrap();
        assert!(signed.actor().is_ok());
    }
}
