//! Nobody comes by another's role or account through an office of their own.

use std::sync::Arc;

use time::Date;
use time::macros::date;
use yakusho_accounts::account;
use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_accounts::password;
use yakusho_accounts::role;
use yakusho_accounts::second_factor;
use yakusho_accounts::session::{self, Attempt, Place, SignIn};
use yakusho_accounts::staff::Status;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Actor, Cx, Fault, Notices, ProxyKind, Saved, Scope, Via};
use yakusho_regulation::Role;
use yakusho_testkit::World;

use crate::delegation::set_status;

const TODAY: Date = date!(2026 - 11 - 20);

fn acting(town: &Town, principal: Principal, delegate: &str) -> NewDelegation {
    NewDelegation {
        kind: ProxyKind::ActingForPost,
        principal,
        delegate: town.person(delegate),
        duties: Vec::new(),
        first: TODAY,
        last: None,
    }
}

/// The post that holds the role.
async fn post_of(cx: &Cx, role: Role) -> Principal {
    let holders = role::holders(&cx.reader(), role, TODAY).await.unwrap();
    Principal::Post(holders[0].post)
}

/// Why it was refused.
fn why<T: std::fmt::Debug>(result: Result<Saved<T>, Fault>) -> &'static str {
    match result {
        Err(Fault::Denied(denied)) => denied.why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn nobody_takes_a_post_that_is_held_or_takes_one_themself() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let supervising = post_of(&admin, Role::SystemSupervisor).await;
        let supervisor = Principal::Person(town.person("supervisor"));
        for principal in [supervising, supervisor] {
            let new = acting(&town, principal, "clerk");
            let held = delegation::set_up(&admin, new).await;
            assert_eq!(why(held), "holder_at_work");
        }
        set_status(&town, "supervisor", Status::Leave).await;
        set_status(&town, "head", Status::Leave).await;
        let post = Principal::Post(town.head_post("citizens"));
        for key in ["administrator", "affairs_director"] {
            let (cx, new) = (town.cx(key).await, acting(&town, post, key));
            let own = delegation::set_up(&cx, new).await;
            assert_eq!(why(own), "to_themself", "{key}");
        }
        let new = acting(&town, supervising, "clerk");
        let made = delegation::set_up(&admin, new).await.unwrap().into_inner();
        for key in ["supervisor", "clerk"] {
            let told = Notices(town.person(key));
            let told = told.page(&admin.reader(), None, 10).await.unwrap();
            let told: Vec<_> = told
                .items
                .iter()
                .map(|notice| notice.kind.as_str())
                .collect();
            assert_eq!(told, ["delegation.set_up"], "{key} of {made}");
        }
    }
}

#[tokio::test]
async fn nobody_is_supervisor_and_administrator_at_once() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let (admin, supervisor) = (town.cx("administrator").await, town.cx("supervisor").await);
        let administering = post_of(&admin, Role::SystemAdministrator).await;
        let supervising = post_of(&admin, Role::SystemSupervisor).await;
        for (cx, post, delegate) in [
            (&supervisor, supervising, "administrator"),
            (&admin, administering, "supervisor"),
        ] {
            let both = delegation::set_up(cx, acting(&town, post, delegate)).await;
            assert_eq!(why(both), "watches_themself", "{delegate}");
        }
        let later = NewDelegation {
            first: date!(2026 - 12 - 01),
            ..acting(&town, supervising, "clerk")
        };
        let _ = delegation::set_up(&supervisor, later).await.unwrap();
        let open = acting(&town, administering, "clerk");
        let both = delegation::set_up(&admin, open.clone()).await;
        assert_eq!(why(both), "watches_themself", "from December on");
        let until = NewDelegation {
            last: Some(date!(2026 - 11 - 30)),
            ..open
        };
        let _ = delegation::set_up(&admin, until).await.unwrap();
    }
}

#[tokio::test]
async fn the_operator_alone_opens_the_supervisors_way_in_again() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let owner = town.owner("supervisor").await;
        let issued = password::issue(&admin, owner.account).await;
        assert_eq!(why(issued), "supervisors_account");
        crate::second_factor::enrol(&world, &owner).await;
        let removed = second_factor::remove_for(&admin, owner.account).await;
        assert_eq!(why(removed), "supervisors_account");
        assert_eq!(why(account::readmit(&admin, owner.login).await), "console");

        let readmitted = account::readmit(&world.system(), "SUPERVISOR").await;
        let attempt = Attempt {
            login: owner.login.to_owned(),
            password: readmitted.unwrap().into_inner().issued.password,
        };
        let entered = session::sign_in(&world.nobody(), &attempt, &Place::default()).await;
        assert!(matches!(entered.unwrap().into_inner(), SignIn::Done(_)));
        let own = town.owner("administrator").await.account;
        let revision = account::get(&admin, own).await.unwrap().revision;
        let themself = account::close(&admin, own, "誤り", revision).await;
        assert_eq!(why(themself), "own_account");
        assert_eq!(why(password::issue(&admin, own).await), "own_account");
        let removed = second_factor::remove_for(&admin, own).await;
        assert_eq!(why(removed), "own_account");
        let revision = account::get(&admin, owner.account).await.unwrap().revision;
        let closed = account::close(&admin, owner.account, "誤り", revision).await;
        assert_eq!(why(closed), "supervisors_account");
        let withdrawn = account::withdraw(&admin, owner.account, "誤り", revision).await;
        assert_eq!(why(withdrawn), "supervisors_account");

        // Whoever is supervisor no more is like any other, and whoever's account was closed by mistake is let in again.
        set_status(&town, "supervisor", Status::Left).await;
        let closed = account::close(&admin, owner.account, "退職", revision).await;
        closed.unwrap().into_inner();
        let owner = town.owner("clerk").await;
        let revision = account::get(&admin, owner.account).await.unwrap().revision;
        let closed = account::close(&admin, owner.account, "誤り", revision).await;
        closed.unwrap().into_inner();
        let reopened = account::readmit(&world.system(), owner.login).await;
        let attempt = Attempt {
            login: owner.login.to_owned(),
            password: reopened.unwrap().into_inner().issued.password,
        };
        let entered = session::sign_in(&world.nobody(), &attempt, &Place::default()).await;
        assert!(matches!(entered.unwrap().into_inner(), SignIn::Done(_)));
        let nobodys = account::readmit(&world.system(), "nobody").await;
        assert!(matches!(nobodys, Err(Fault::Invalid(_))));
    }
}

#[tokio::test]
async fn a_proxy_and_a_program_set_no_delegation_up() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let administering = post_of(&admin, Role::SystemAdministrator).await;
        let new = acting(&town, administering, "clerk");
        let _ = delegation::set_up(&admin, new).await.unwrap();
        set_status(&town, "head", Status::Leave).await;
        let post = Principal::Post(town.head_post("citizens"));
        let (clerk, new) = (town.cx("clerk").await, acting(&town, post, "colleague"));
        assert!(clerk.actor().holds(Role::SystemAdministrator));
        assert_eq!(why(delegation::set_up(&clerk, new).await), "superior");

        let mut standing = town.standing("planning_head").await;
        standing.via = Via::Token(vec![Scope::Write]);
        let program = admin.acting(Actor::Person(Arc::new(standing)));
        let own = Principal::Post(town.head_post("planning"));
        let by_program = delegation::set_up(&program, acting(&town, own, "stranger")).await;
        assert_eq!(why(by_program), "owner");
    }
}
