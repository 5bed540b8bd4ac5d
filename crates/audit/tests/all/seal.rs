//! Sealing, on both databases: one chain whatever happens beside it, and a file that proves itself.

use sea_orm::{ConnectionTrait as _, Statement};
use yakusho_audit::Filter;
use yakusho_audit::seal::{self, SealError};
use yakusho_audit_chain::{Finding, PublicKey, Report, SignedHead, Signer, check};
use yakusho_kernel::{Cx, Fault, Reading as _};
use yakusho_regulation::Role;
use yakusho_testkit::World;

use crate::{person, touch};

fn signer(seed: u8) -> Signer {
    Signer::from_seed([seed; 32])
}

async fn file(cx: &Cx, filter: Filter) -> Vec<u8> {
    let mut file = seal::export(cx, filter).await.unwrap().into_inner();
    let mut bytes = Vec::new();
    while let Some(piece) = file.next().await.unwrap() {
        bytes.extend(piece);
    }
    bytes
}

fn checked(file: &[u8], key: &PublicKey, head: &SignedHead) -> Report {
    check(file, key, std::slice::from_ref(head)).unwrap()
}

fn overseer(world: &World) -> Cx {
    world.cx(person(&world.system(), &[Role::SystemSupervisor]))
}

async fn tamper(world: &World, statement: &str) {
    let tx = world.system().begin().await.unwrap();
    let on = tx.conn();
    let statement = Statement::from_string(on.get_database_backend(), statement);
    on.execute_raw(statement).await.unwrap();
    tx.commit_unaudited().await.unwrap();
}

#[tokio::test]
async fn what_is_committed_is_sealed_once_and_vouched_for() {
    for world in World::both("model").await {
        let system = world.system();
        for _ in 0..20 {
            touch(&system).await;
        }
        assert_eq!(seal::pending(&system).await.unwrap().entries, 20);
        assert_eq!(seal::seal(&system).await.unwrap(), 20);
        assert_eq!(seal::seal(&system).await.unwrap(), 0);
        assert_eq!(seal::pending(&system).await.unwrap().since, None);
        touch(&system).await;
        let head = seal::sign(&system, &signer(1)).await.unwrap();
        assert_eq!(head.head.seq, 21);
        let file = file(&overseer(&world), Filter::default()).await;
        let report = checked(&file, &signer(1).public(), &head);
        assert_eq!((report.findings, report.vouched), (vec![], vec![1..=21]));
        // The export itself came after the head.
        assert_eq!(report.beyond, 1);
    }
}

#[tokio::test]
async fn sealers_and_writers_beside_each_other_make_one_chain() {
    for world in World::both("model").await {
        let other = world.another().await;
        let mut work = tokio::task::JoinSet::new();
        for env in [world.env.clone(), other.clone(), world.env.clone(), other] {
            let cx = Cx::system(&env, yakusho_kernel::Part("test"));
            let writer = cx.clone();
            work.spawn(async move {
                for _ in 0..25 {
                    touch(&writer).await;
                }
            });
            work.spawn(async move {
                for _ in 0..25 {
                    seal::seal(&cx).await.unwrap();
                    tokio::task::yield_now().await;
                }
            });
        }
        work.join_all().await;
        let head = seal::sign(&world.system(), &signer(1)).await.unwrap();
        assert_eq!(head.head.seq, 100);
        let file = file(&overseer(&world), Filter::default()).await;
        let report = checked(&file, &signer(1).public(), &head);
        assert_eq!((report.findings, report.vouched), (vec![], vec![1..=100]));
    }
}

#[tokio::test]
async fn more_than_a_block_is_sealed_in_one_go() {
    let world = World::sqlite("model").await;
    let system = world.system();
    for _ in 0..1_001 {
        touch(&system).await;
    }
    assert_eq!(seal::seal(&system).await.unwrap(), 1_001);
    let head = seal::sign(&system, &signer(1)).await.unwrap();
    let file = file(&overseer(&world), Filter::default()).await;
    let report = checked(&file, &signer(1).public(), &head);
    assert_eq!((report.findings, report.vouched), (vec![], vec![1..=1_001]));
}

#[tokio::test]
async fn a_file_of_one_persons_entries_proves_itself_and_holds_nothing_of_others() {
    for world in World::both("model").await {
        touch(&world.system()).await;
        // Entries of one moment are sealed in any order.
        world.clock.turn(time::Duration::SECOND);
        let one = overseer(&world);
        touch(&one).await;
        world.clock.turn(time::Duration::SECOND);
        touch(&world.system()).await;
        let head = seal::sign(&world.system(), &signer(1)).await.unwrap();
        let mine = Filter {
            person: one.actor().person(),
            act: Some("test.".to_owned()),
            ..Filter::default()
        };
        let file = file(&one, mine).await;
        let report = checked(&file, &signer(1).public(), &head);
        assert_eq!((report.findings, report.vouched), (vec![], vec![2..=3]));
        let text = String::from_utf8(file).unwrap();
        assert_eq!(text.matches("\"act\"").count(), 1, "{text}");
    }
}

#[tokio::test]
async fn what_is_done_to_the_database_shows_in_the_file() {
    for world in World::both("model").await {
        let system = world.system();
        for _ in 0..10 {
            touch(&system).await;
        }
        let head = seal::sign(&system, &signer(1)).await.unwrap();
        assert_eq!(seal::first_broken(&system).await.unwrap(), None);
        let hash = seal::hash_at(&system, 10).await.unwrap();
        assert_eq!(hash, Some(head.head.hash));
        assert_eq!(seal::hash_at(&system, 11).await.unwrap(), None);
        let key = signer(1).public();
        let cx = overseer(&world);

        tamper(
            &world,
            "UPDATE audit_entries SET act = 'test.other' WHERE seq = 4",
        )
        .await;
        let report = checked(&file(&cx, Filter::default()).await, &key, &head);
        assert_eq!(report.findings, [Finding::Edited { seq: 4 }]);
        assert_eq!(seal::first_broken(&system).await.unwrap(), Some(4));

        tamper(&world, "DELETE FROM audit_entries WHERE seq = 7").await;
        let report = checked(&file(&cx, Filter::default()).await, &key, &head);
        let gone = Finding::Removed { from: 7, to: 7 };
        assert_eq!(report.findings, [Finding::Edited { seq: 4 }, gone]);
        assert_eq!(report.vouched, [8..=10]);

        tamper(&world, "DELETE FROM audit_links WHERE seq >= 9").await;
        tamper(&world, "DELETE FROM audit_entries WHERE seq >= 9").await;
        let report = checked(&file(&cx, Filter::default()).await, &key, &head);
        assert_eq!(report.vouched, []);
        assert!(!report.findings.is_empty());
    }
}

#[tokio::test]
async fn a_key_signs_only_after_the_one_before_handed_over() {
    for world in World::both("model").await {
        let system = world.system();
        touch(&system).await;
        seal::sign(&system, &signer(1)).await.unwrap();
        let refused = seal::sign(&system, &signer(2)).await.unwrap_err();
        assert!(matches!(refused, SealError::OtherKey { .. }));
        let refused = seal::rotate(&overseer(&world), &signer(1), &signer(2)).await;
        assert!(matches!(refused, Err(SealError::Denied(_))));
        seal::rotate(&system, &signer(1), &signer(2))
            .await
            .unwrap()
            .into_inner();
        let refused = seal::sign(&system, &signer(1)).await.unwrap_err();
        assert!(matches!(refused, SealError::OtherKey { .. }));
        let head = seal::sign(&system, &signer(2)).await.unwrap();
        let file = file(&overseer(&world), Filter::default()).await;
        // Who has the first key needs no other.
        let report = checked(&file, &signer(1).public(), &head);
        assert_eq!(report.findings, []);
        let keys = seal::keys(&system).await.unwrap();
        assert_eq!(keys.len(), 2);
        let heads = seal::heads(&system, None, 10)
            .await
            .unwrap()
            .into_inner()
            .items;
        assert_eq!(heads[0].text, head.to_string());
        assert_eq!(heads.len(), 2);
    }
}

#[tokio::test]
async fn only_administrator_and_supervisor_take_the_trail_out_and_see_its_heads() {
    let world = World::sqlite("model").await;
    let clerk = world.cx(person(&world.system(), &[]));
    let refused = seal::export(&clerk, Filter::default()).await.unwrap_err();
    assert!(matches!(refused, Fault::Denied(_)));
    let refused = seal::heads(&clerk, None, 1).await.unwrap_err();
    assert!(matches!(refused, Fault::Denied(_)));
    let signed = seal::sign(&world.system(), &signer(1)).await.unwrap();
    let supervisor = overseer(&world);
    let heads = seal::heads(&supervisor, None, 1)
        .await
        .unwrap()
        .into_inner()
        .items;
    let one = seal::signed_head(&supervisor, heads[0].id).await.unwrap();
    assert_eq!(one.into_inner().text, signed.to_string());
    let refused = seal::signed_head(&clerk, heads[0].id).await.unwrap_err();
    assert!(matches!(refused, Fault::Denied(_)));
}
