//! What is kept of rights and switches from one request to the next is as it is now.

use std::sync::Arc;

use yakusho_accounts::function::{self, Function, Grantee, NewGrant, Permission};
use yakusho_accounts::session::{self, Place, SignedIn};
use yakusho_accounts::testing::Town;
use yakusho_accounts::{calendar, maintenance, role, usage};
use yakusho_kernel::{Actor, Cx, Env};
use yakusho_testkit::World;

/// Who a request to that server is from.
async fn resumed(server: &Arc<Env>, secret: &yakusho_accounts::Secret) -> SignedIn {
    let request = server.rng().uuid(server.clock().now()).into();
    let cx = Cx::new(server, Actor::Nobody, request);
    session::resume(&cx, secret).await.unwrap()
}

#[tokio::test]
async fn what_changes_of_rights_shows_on_the_next_request_to_every_server() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let owner = town.owner("clerk").await;
        let secret = owner.enter(&world.nobody(), &Place::default()).await.secret;
        let servers = [Arc::clone(&world.env), world.another().await];
        let administrator = town.cx("administrator").await;
        for server in &servers {
            let before = resumed(server, &secret).await;
            assert!(before.standing().grants.is_empty());
            assert!(before.functions.is_on(Function::Board));
        }

        let grant = NewGrant {
            permission: Permission::parse("board.category.edit").unwrap(),
            grantee: Grantee::Person(town.person("clerk")),
            within: None,
            reason: "掲示板の整理のため".to_owned(),
        };
        let grant = function::grant(&administrator, grant).await.unwrap();
        for server in &servers {
            assert_eq!(resumed(server, &secret).await.standing().grants.len(), 1);
        }
        let _ = function::end_grant(&administrator, grant.into_inner())
            .await
            .unwrap();
        let _ = function::switch(&administrator, Function::Board, false, "改修のため")
            .await
            .unwrap();
        for server in &servers {
            let after = resumed(server, &secret).await;
            assert!(after.standing().grants.is_empty());
            assert!(!after.functions.is_on(Function::Board));
        }
    }
}

#[tokio::test]
async fn what_is_kept_is_made_of_reference_data_alone() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.person("clerk");
        let reader = town.cx("clerk").await.actor().clone();
        let beside = world
            .read_beside_reference_data(async |cx| {
                role::standing(&cx.reader(), clerk, cx.today())
                    .await
                    .unwrap();
                function::functions(&cx.reader(), cx.city(), cx.today())
                    .await
                    .unwrap();
                maintenance::shown(&cx).await.unwrap();
                calendar::current(&cx).await.unwrap();
                usage::current(&cx.acting(reader)).await.unwrap();
            })
            .await;
        assert!(beside.is_empty(), "{beside:?}");
    }
}
