//! Suspension (nogata:11).

use time::Duration;
use time::macros::date;
use yakusho_accounts::account::{self, AccountState};
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::session::{self, Place, SignInError};
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::testing::{PASSWORD, Town};
use yakusho_accounts::token::{self, NewToken};
use yakusho_kernel::{Fault, Notices, Scope};
use yakusho_regulation::Rule;
use yakusho_testkit::{World, keeps};

use crate::sign_in::{attempt, refusal};

#[tokio::test]
async fn the_supervisor_alone_suspends_and_every_session_ends() {
    keeps!("nogata:11");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let made = NewToken {
            name: "集計".to_owned(),
            scopes: vec![Scope::Read],
            ends_on: date!(2026 - 12 - 31),
        };
        let made = token::make(&cx, made, &PasswordText::new(PASSWORD))
            .await
            .unwrap()
            .into_inner();
        assert!(
            session::resume_token(&world.nobody(), &made.text())
                .await
                .is_ok()
        );

        for other in ["administrator", "head", "clerk", "mayor", "deputy_mayor"] {
            let cx = town.cx(other).await;
            let refused = suspension::suspend(&cx, owner.account, Breach::Leak, "理由").await;
            let Err(Fault::Denied(refused)) = refused else {
                panic!("{other} suspended somebody");
            };
            assert_eq!(refused.basis.rule(), Rule::SuspensionBySupervisor);
            assert_eq!(refused.basis.to_string(), "nogata:11");
        }
        let supervisor = town.cx("supervisor").await;
        let wordless = suspension::suspend(&supervisor, owner.account, Breach::Leak, " ").await;
        assert!(matches!(wordless, Err(Fault::Invalid(_))));
        let id = suspension::suspend(
            &supervisor,
            owner.account,
            Breach::Leak,
            "付箋に書いて貼っていた",
        )
        .await
        .unwrap()
        .into_inner();
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );
        assert!(
            session::resume_token(&world.nobody(), &made.text())
                .await
                .is_err()
        );

        // The owner is told, after the right password alone.
        let wrong =
            session::sign_in(&world.nobody(), &attempt("clerk", "x"), &Place::default()).await;
        assert_eq!(refusal(wrong).2, "wrong_credentials");
        let right = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
        let Err(SignInError::Suspended(told)) = right else {
            panic!("{right:?}");
        };
        assert_eq!(told.denied.basis.to_string(), "nogata:11");
        assert_eq!(told.suspension.id, id);
        assert_eq!(told.suspension.clause.as_deref(), Some("nogata:10(4)"));
        assert_eq!(told.suspension.citation, "nogata:11");
        assert_eq!(told.suspension.reason, "付箋に書いて貼っていた");
        assert_eq!(told.suspension.by, town.person("supervisor"));

        let twice = suspension::suspend(&supervisor, owner.account, Breach::Misuse, "再度").await;
        assert!(matches!(twice, Err(Fault::Conflict(_))));
        let administrator = town.cx("administrator").await;
        let lifted = suspension::lift(&administrator, owner.account, "反省したため").await;
        assert!(matches!(lifted, Err(Fault::Denied(_))));
        world.clock.turn(Duration::seconds(1));
        let supervisor = town.cx("supervisor").await;
        let _ = suspension::lift(&supervisor, owner.account, "研修を受けたため")
            .await
            .unwrap();
        let again = suspension::lift(&supervisor, owner.account, "二度").await;
        assert!(matches!(again, Err(Fault::Conflict(_))));
        let _ = owner.enter(&world.nobody(), &Place::default()).await;
        assert!(
            session::resume(&world.nobody(), &entered.secret)
                .await
                .is_err()
        );

        let history = suspension::history(&supervisor, owner.account, None, 10)
            .await
            .unwrap();
        let lifting = history.items[0].lifting.as_ref().unwrap();
        assert_eq!(lifting.reason, "研修を受けたため");
        assert_eq!(lifting.by, town.person("supervisor"));
        let told = Notices(town.person("clerk"))
            .page(&cx.reader(), None, 1)
            .await
            .unwrap();
        assert_eq!(told.items[0].kind, "suspension.lifted");
        assert!(
            suspension::list(&town.cx("head").await, None, 10)
                .await
                .is_err()
        );
    }
}

#[tokio::test]
async fn elsewhere_it_is_a_rule_of_the_house() {
    for world in World::both("shiroishi").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let supervisor = town.cx("supervisor").await;
        let _ = suspension::suspend(&supervisor, owner.account, Breach::Unlawful, "法令違反")
            .await
            .unwrap();
        let refused = session::sign_in(&world.nobody(), &owner.attempt(), &Place::default()).await;
        let Err(SignInError::Suspended(told)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(told.suspension.citation, "house");
        assert_eq!(told.suspension.clause, None);
    }
}

#[tokio::test]
async fn nobody_suspends_themself_and_a_closed_account_stays_closed() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let own = town.account("policy_director").await;
        let supervisor = town.cx("supervisor").await;
        let refused = suspension::suspend(&supervisor, own, Breach::Misuse, "誤操作").await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "own_account"));

        let _ = suspension::suspend(&supervisor, owner.account, Breach::Misuse, "不正利用")
            .await
            .unwrap();
        let administrator = town.cx("administrator").await;
        let revision = account::get(&administrator, owner.account)
            .await
            .unwrap()
            .revision;
        let _ = account::close(&administrator, owner.account, "退職", revision)
            .await
            .unwrap();
        let _ = suspension::lift(&supervisor, owner.account, "退職したため")
            .await
            .unwrap();
        let state = account::get(&administrator, owner.account)
            .await
            .unwrap()
            .state;
        assert_eq!(state, AccountState::Closed);
    }
}

#[tokio::test]
async fn who_was_suspended_comes_back_suspended() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let supervisor = town.cx("supervisor").await;
        let administrator = town.cx("administrator").await;
        let now = || async {
            let account = account::get(&administrator, owner.account).await;
            account.unwrap()
        };
        let _ = suspension::suspend(&supervisor, owner.account, Breach::Misuse, "不正利用")
            .await
            .unwrap();
        let before = now().await.revision;
        let _ = account::close(&administrator, owner.account, "整理", before)
            .await
            .unwrap();
        let terms = account::Terms {
            ends_on: None,
            reason: String::new(),
        };
        let before = now().await.revision;
        let _ = account::reopen(&administrator, owner.account, terms, before)
            .await
            .unwrap();
        assert_eq!(now().await.state, AccountState::Suspended);
        let _ = suspension::lift(&supervisor, owner.account, "調査が終わったため")
            .await
            .unwrap();
        assert_eq!(now().await.state, AccountState::Open);
    }
}
