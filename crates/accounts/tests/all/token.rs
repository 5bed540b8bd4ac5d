//! API tokens.

use time::Duration;
use time::macros::date;
use yakusho_accounts::password::{self, Change, PasswordText};
use yakusho_accounts::session::{self, By, Place};
use yakusho_accounts::testing::{PASSWORD, Town};
use yakusho_accounts::token::{self, NewToken};
use yakusho_kernel::{Cx, Fault, Saved, Scope, Timestamp, Via};
use yakusho_testkit::{World, keeps};

fn new(scopes: Vec<Scope>) -> NewToken {
    NewToken {
        name: "夜間の集計".to_owned(),
        scopes,
        ends_on: date!(2026 - 12 - 31),
    }
}

async fn make(cx: &Cx, new: NewToken) -> Result<Saved<token::Made>, Fault> {
    token::make(cx, new, &PasswordText::new(PASSWORD)).await
}

fn fields(result: Result<Saved<token::Made>, Fault>) -> Vec<String> {
    match result {
        Err(Fault::Invalid(invalid)) => invalid
            .errors
            .into_iter()
            .map(|error| error.field)
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_token_is_shown_once_and_good_through_its_last_day() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let made = make(&cx, new(vec![Scope::Read, Scope::Write]))
            .await
            .unwrap()
            .into_inner();
        let text = made.text();
        assert!(text.starts_with("yakusho_"));
        assert!(!format!("{made:?}").contains(text.trim_start_matches("yakusho_")));

        world
            .clock
            .turn_to(Timestamp::start_of(date!(2027 - 01 - 01)).plus(-Duration::milliseconds(1)));
        let signed_in = session::resume_token(&world.nobody(), &text).await.unwrap();
        assert_eq!(signed_in.by, By::Token { id: made.id });
        assert_eq!(signed_in.person, town.person("clerk"));
        assert_eq!(
            signed_in.standing().via,
            Via::Token(vec![Scope::Read, Scope::Write])
        );
        let listed = token::list(&cx, None, 10).await.unwrap().items;
        assert_eq!(listed[0].used_at, Some(world.clock.now()));
        world.clock.turn(Duration::milliseconds(1));
        assert!(session::resume_token(&world.nobody(), &text).await.is_err());
        for nonsense in ["", "yakusho_", &text[1..], "yakusho_AAAA"] {
            assert!(
                session::resume_token(&world.nobody(), nonsense)
                    .await
                    .is_err()
            );
        }
    }
}

#[tokio::test]
async fn a_token_is_revoked_by_its_owner_or_the_administrator() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let made = async || {
            make(&cx, new(vec![Scope::Read]))
                .await
                .unwrap()
                .into_inner()
        };
        let (one, other, third) = (made().await, made().await, made().await);
        let colleague = town.owner("colleague").await;
        let (_, _, stranger) = colleague
            .signed_in(&world.nobody(), &Place::default())
            .await;
        assert!(matches!(
            token::revoke(&stranger, one.id).await,
            Err(Fault::NotFound)
        ));
        let _ = token::revoke(&cx, one.id).await.unwrap();
        assert!(matches!(
            token::revoke(&cx, one.id).await,
            Err(Fault::NotFound)
        ));
        let good = async |made: &token::Made| {
            session::resume_token(&world.nobody(), &made.text())
                .await
                .is_ok()
        };
        assert_eq!((good(&one).await, good(&other).await), (false, true));
        let administrator: Cx = town.cx("administrator").await;
        assert_eq!(
            *token::revoke_for(&administrator, owner.account)
                .await
                .unwrap(),
            2
        );
        assert_eq!((good(&other).await, good(&third).await), (false, false));
        assert!(token::revoke_for(&stranger, owner.account).await.is_err());
    }
}

#[tokio::test]
async fn a_token_has_a_name_a_scope_and_an_end_within_a_year() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let nothing = NewToken {
            name: " ".to_owned(),
            scopes: vec![],
            ends_on: date!(2026 - 11 - 19),
        };
        assert_eq!(
            fields(make(&cx, nothing).await),
            ["name", "scopes", "ends_on"]
        );
        let ends = |ends_on| NewToken {
            ends_on,
            ..new(vec![Scope::Read])
        };
        assert_eq!(
            fields(make(&cx, ends(date!(2027 - 11 - 21))).await),
            ["ends_on"]
        );
        assert!(make(&cx, ends(date!(2027 - 11 - 20))).await.is_ok());
        assert!(make(&cx, ends(date!(2026 - 11 - 20))).await.is_ok());
        // Administration is for a token of whoever administers.
        let admin = make(&cx, new(vec![Scope::Admin])).await;
        assert!(matches!(admin, Err(Fault::Denied(denied)) if denied.why == "scope"));
        // A token makes no tokens.
        let made = make(&cx, new(vec![Scope::Write]))
            .await
            .unwrap()
            .into_inner();
        let by_token = session::resume_token(&world.nobody(), &made.text())
            .await
            .unwrap();
        let cx = world.cx(by_token.actor().unwrap());
        assert!(matches!(
            make(&cx, new(vec![Scope::Read])).await,
            Err(Fault::Denied(_))
        ));
        assert!(session::list(&cx).await.is_err());
    }
}

#[tokio::test]
async fn a_token_is_made_by_whoever_knows_the_password_and_ends_with_it() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let (entered, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
        let wrong = PasswordText::new("wrong");
        let passer_by = token::make(&cx, new(vec![Scope::Read]), &wrong).await;
        assert_eq!(fields(passer_by), ["password"]);

        let good = async |text: &str| session::resume_token(&world.nobody(), text).await.is_ok();
        let token = make(&cx, new(vec![Scope::Read])).await.unwrap().text();
        let change = Change {
            current: PasswordText::new(PASSWORD),
            new: PasswordText::new("橋の下で笛を九つ磨いた月"),
        };
        assert!(good(&token).await);
        let _ = password::change(&cx, entered.session, change)
            .await
            .unwrap();
        assert!(!good(&token).await, "it ends with its owner's change");

        let other = town.owner("colleague").await;
        let (_, _, cx) = other.signed_in(&world.nobody(), &Place::default()).await;
        let token = make(&cx, new(vec![Scope::Read])).await.unwrap().text();
        assert!(good(&token).await);
        let administrator = town.cx("administrator").await;
        let _ = password::issue(&administrator, other.account)
            .await
            .unwrap();
        assert!(!good(&token).await, "and with the administrator's");
    }
}

#[tokio::test]
async fn the_administrator_alone_lets_a_program_provision_accounts() {
    keeps!("nogata:2(3)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        for (who, may) in [
            ("administrator", true),
            ("supervisor", false),
            ("clerk", false),
        ] {
            let owner = town.owner(who).await;
            let (_, _, cx) = owner.signed_in(&world.nobody(), &Place::default()).await;
            match make(&cx, new(vec![Scope::Scim])).await {
                Ok(_) => assert!(may, "{who}"),
                Err(Fault::Denied(denied)) => {
                    assert!(!may, "{who}");
                    assert_eq!(denied.basis.to_string(), "nogata:2(3)");
                }
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}
