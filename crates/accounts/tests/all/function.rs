//! Functions and permissions are the administrator's (nogata:5-2(3)).

use yakusho_accounts::function::{self, Function, Grantee, NewGrant, Permission};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Fault, Invalid, Reason};
use yakusho_testkit::{World, keeps};

fn category(grantee: Grantee) -> NewGrant {
    NewGrant {
        permission: Permission::parse("board.category.edit").unwrap(),
        grantee,
        within: None,
        reason: "掲示板の整理のため".to_owned(),
    }
}

#[tokio::test]
async fn only_the_administrator_switches_functions_and_grants_permissions() {
    keeps!("nogata:5-2(3)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.person("clerk");
        let administrator = town.cx("administrator").await;
        for other in ["supervisor", "head", "clerk", "fixed_term"] {
            let cx = town.cx(other).await;
            let switched = function::switch(&cx, Function::Board, false, "試し").await;
            assert!(matches!(switched, Err(Fault::Denied(_))), "{other}");
            let granted = function::grant(&cx, category(Grantee::Person(clerk))).await;
            assert!(matches!(granted, Err(Fault::Denied(_))), "{other}");
        }
        assert!(
            function::is_on(&administrator, Function::Board)
                .await
                .unwrap()
        );

        let _ = function::switch(&administrator, Function::Board, false, "改修のため")
            .await
            .unwrap();
        assert!(
            !function::is_on(&administrator, Function::Board)
                .await
                .unwrap()
        );
        assert!(
            function::is_on(&administrator, Function::Circulation)
                .await
                .unwrap()
        );
        let _ = function::switch(&administrator, Function::Board, true, "改修が終わった")
            .await
            .unwrap();
        assert!(
            function::is_on(&administrator, Function::Board)
                .await
                .unwrap()
        );

        let id = function::grant(&administrator, category(Grantee::Person(clerk)))
            .await
            .unwrap()
            .into_inner();
        let refused = function::end_grant(&town.cx("clerk").await, id).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
    }
}

#[tokio::test]
async fn a_switch_says_why_and_when_it_stands_so_already() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let silent = function::switch(&cx, Function::Board, false, " ")
            .await
            .unwrap_err();
        assert!(matches!(
            silent,
            Fault::Invalid(Invalid { errors }) if errors[0].reason == Reason::Required
        ));
        let same = function::switch(&cx, Function::Board, true, "念のため")
            .await
            .unwrap_err();
        assert!(matches!(
            same,
            Fault::Conflict(Conflict { code: "already_so" })
        ));

        let _ = function::switch(&cx, Function::Board, false, "改修のため")
            .await
            .unwrap();
        let board = function::switches(&cx)
            .await
            .unwrap()
            .into_iter()
            .find(|switch| switch.function == Function::Board);
        let board = board.unwrap();
        assert_eq!((board.is_on, board.reason.as_str()), (false, "改修のため"));
        assert_eq!(board.changed_by, Some(town.person("administrator")));
    }
}

#[tokio::test]
async fn a_grant_reaches_whoever_it_names_until_it_ends() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        for (grantee, reached, not_reached) in [
            (Grantee::Person(town.person("clerk")), "clerk", "colleague"),
            (
                Grantee::Unit(town.unit("citizens")),
                "colleague",
                "stranger",
            ),
            (Grantee::Unit(town.unit("affairs")), "colleague", "stranger"),
            (Grantee::Post(town.head_post("citizens")), "head", "clerk"),
        ] {
            let id = function::grant(&cx, category(grantee))
                .await
                .unwrap()
                .into_inner();
            let twice = function::grant(&cx, category(grantee)).await.unwrap_err();
            assert!(matches!(twice, Fault::Conflict(_)), "{grantee:?}");
            assert!(has(&town, reached).await, "{grantee:?}");
            assert!(!has(&town, not_reached).await, "{grantee:?}");
            let _ = function::end_grant(&cx, id).await.unwrap();
            assert!(!has(&town, reached).await, "{grantee:?}");
            assert!(matches!(
                function::end_grant(&cx, id).await,
                Err(Fault::NotFound)
            ));
        }
    }
}

async fn has(town: &Town, key: &str) -> bool {
    let standing = town.standing(key).await;
    standing
        .grants
        .iter()
        .any(|grant| grant.permission == "board.category.edit")
}

#[tokio::test]
async fn grants_are_paged() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        for key in ["clerk", "colleague", "head"] {
            let _ = function::grant(&cx, category(Grantee::Person(town.person(key))))
                .await
                .unwrap();
        }
        let first = function::grants(&cx, None, 2).await.unwrap();
        let rest = function::grants(&cx, first.next.as_ref(), 2).await.unwrap();
        assert_eq!(
            (first.items.len(), rest.items.len(), rest.next),
            (2, 1, None)
        );
        let clerk = town.cx("clerk").await;
        assert!(matches!(
            function::grants(&clerk, None, 2).await,
            Err(Fault::Denied(_))
        ));
    }
}
