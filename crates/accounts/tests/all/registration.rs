//! The fifth kind of registration waits for the administrator (nogata:8).

use yakusho_accounts::registration::{self, ApprovalId, ApprovalState, Clearance, Kind};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Act, Audit, Cx, Fault, Notices, Subject as _, typed_id};
use yakusho_testkit::World;

typed_id! {
    /// Something that is registered for others.
    pub struct ThingId = "test.thing";
}

/// Shows a thing to others, as a domain does in its own transaction.
async fn show(cx: &Cx, thing: ThingId, kind: Kind) -> Clearance {
    let permit = cx.judge(Act::new("test.show")).permit();
    let tx = cx.begin().await.unwrap();
    let clearance = registration::clear(&tx, &permit, Some(kind), thing.reference(), "臨時の案内")
        .await
        .unwrap();
    tx.commit(Audit::of(permit, &thing), clearance)
        .await
        .unwrap()
        .into_inner()
}

fn waiting(clearance: Clearance) -> ApprovalId {
    match clearance {
        Clearance::Waiting(id) => id,
        Clearance::Clear => panic!("nobody approved it"),
    }
}

#[tokio::test]
async fn the_fifth_kind_waits_for_the_administrator() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let clerk = town.cx("clerk").await;
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Approved) {
            assert_eq!(show(&clerk, clerk.new_id(), kind).await, Clearance::Clear);
        }
        let thing = clerk.new_id();
        let id = waiting(show(&clerk, thing, Kind::Approved).await);
        assert_eq!(
            waiting(show(&clerk, thing, Kind::Approved).await),
            id,
            "it is asked for once"
        );
        let told = Notices(town.person("administrator"))
            .unseen(&clerk.reader())
            .await
            .unwrap();
        assert_eq!(told, 1);

        for other in ["clerk", "head", "supervisor"] {
            let refused = registration::decide(&town.cx(other).await, id, true, "")
                .await
                .unwrap_err();
            let Fault::Denied(denied) = refused else {
                panic!("{other} decided: {refused}")
            };
            assert_eq!(denied.basis.citation().to_string(), "nogata:8");
        }
        let administrator = town.cx("administrator").await;
        let _ = registration::decide(&administrator, id, true, "")
            .await
            .unwrap();
        assert_eq!(show(&clerk, thing, Kind::Approved).await, Clearance::Clear);
        let again = registration::decide(&administrator, id, false, "やはり不可")
            .await
            .unwrap_err();
        assert!(matches!(again, Fault::Conflict(_)));
        assert_eq!(
            Notices(town.person("clerk"))
                .unseen(&clerk.reader())
                .await
                .unwrap(),
            1
        );
    }
}

#[tokio::test]
async fn what_was_refused_can_be_asked_for_again() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let (clerk, administrator) = (town.cx("clerk").await, town.cx("administrator").await);
        let thing = clerk.new_id();
        let first = waiting(show(&clerk, thing, Kind::Approved).await);
        let silent = registration::decide(&administrator, first, false, " ")
            .await
            .unwrap_err();
        assert!(matches!(silent, Fault::Invalid(_)), "a refusal says why");
        let _ = registration::decide(&administrator, first, false, "業務に関係がない")
            .await
            .unwrap();
        let second = waiting(show(&clerk, thing, Kind::Approved).await);
        assert_ne!(first, second);
        let open = registration::list(&administrator, ApprovalState::Requested, None, 10)
            .await
            .unwrap();
        assert_eq!(
            open.items
                .iter()
                .map(|approval| approval.id)
                .collect::<Vec<_>>(),
            [second]
        );
    }
}

#[tokio::test]
async fn where_the_rule_is_not_in_force_nothing_waits() {
    for world in World::both("muko").await {
        let town = Town::model(&world.env).await;
        let clerk = town.cx("clerk").await;
        assert_eq!(
            show(&clerk, clerk.new_id(), Kind::Approved).await,
            Clearance::Clear
        );
    }
}
