//! An act leaves its change and its entry together, or nothing.

use sea_orm::EntityTrait as _;
use serde_json::json;
use time::Duration;
use yakusho_kernel::{
    Act, Audit, Clock, Cx, DbError, Denied, Env, Fault, Part, Reading as _, Rng, audit_entry,
    versions,
};
use yakusho_regulation::rule;
use yakusho_testkit::World;

use crate::{TOUCH, ThingId, entries, may_touch};

#[tokio::test]
async fn version_and_entry_are_there_together() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        let tx = cx.begin().await.unwrap();
        let version = tx
            .keep_version(&thing, &json!({"title": "お知らせ"}))
            .await
            .unwrap();
        tx.commit(Audit::of(may_touch(&cx), &thing).version(&version), ())
            .await
            .unwrap()
            .into_inner();

        let kept = versions(&cx.reader(), &thing, 10).await.unwrap();
        let entry = audit_entry::Entity::find()
            .one(&cx.reader().conn())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept[0].content["title"], "お知らせ");
        assert_eq!(entry.detail["digest"], kept[0].digest.as_str());
        assert_eq!(entry.part.as_deref(), Some("test"));
        assert!(
            !entry.detail.to_string().contains("お知らせ"),
            "the entry holds the digest, not the words"
        );
    }
}

#[tokio::test]
async fn an_entry_by_a_clock_that_was_set_says_when_it_was_written() {
    for world in World::both("model").await {
        let entry = async |clock: Clock| {
            let env = Env::new(
                world.env.db().clone(),
                clock,
                Rng::seeded(7),
                world.env.city().clone(),
                world.env.keys().clone(),
                None,
            );
            let cx = Cx::system(&env, Part("test"));
            let thing: ThingId = cx.new_id();
            let tx = cx.begin().await.unwrap();
            let entry = Audit::of(may_touch(&cx), &thing);
            tx.commit(entry, ()).await.unwrap().into_inner();
            let entries = audit_entry::Entity::find().all(&cx.reader().conn()).await;
            let mut entries = entries.unwrap().into_iter();
            entries
                .find(|entry| entry.subject_id == Some(thing.into()))
                .unwrap()
        };
        let before = Clock::system().now();
        let there = before.plus(Duration::days(400));
        let dated = entry(Clock::system().set_to(there)).await;
        assert!(dated.at >= there);
        let written = dated.detail["written_at"].as_str().unwrap();
        let span = before.to_string()..=Clock::system().now().to_string();
        assert!(span.contains(&written.to_owned()), "{written} in {span:?}");
        let undated = entry(Clock::system()).await;
        assert_eq!(undated.detail.get("written_at"), None);
    }
}

#[tokio::test]
async fn what_is_not_committed_leaves_nothing() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        let tx = cx.begin().await.unwrap();
        tx.keep_version(&thing, &json!({})).await.unwrap();
        drop(tx);

        let tx = cx.begin().await.unwrap();
        assert!(versions(&tx, &thing, 10).await.unwrap().is_empty());
        assert_eq!(entries(&cx, TOUCH.name()).await, 0);
    }
}

#[tokio::test]
async fn what_is_written_later_is_there_for_what_comes_next() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        let tx = cx.begin().await.unwrap();
        let first = tx.keep_first_version(&thing, &json!({"n": 1})).unwrap();
        let second = tx.keep_version(&thing, &json!({"n": 2})).await.unwrap();
        assert_eq!((first.number, second.number), (1, 2));
        let (all, last) = tokio::join!(versions(&tx, &thing, 10), versions(&tx, &thing, 1));
        assert_eq!((all.unwrap().len(), last.unwrap()[0].number), (2, 2));
        tx.record(Audit::of(may_touch(&cx), &thing)).await.unwrap();
        tx.commit(Audit::of(may_touch(&cx), &thing), ())
            .await
            .unwrap()
            .into_inner();
        assert_eq!(entries(&cx, TOUCH.name()).await, 2);
    }
}

#[tokio::test]
async fn what_cannot_be_written_later_fails_the_act() {
    for world in World::both("model").await {
        let cx = world.system();
        let (thing, other): (ThingId, ThingId) = (cx.new_id(), cx.new_id());
        let twice = async || {
            let tx = cx.begin().await.unwrap();
            for thing in [other, thing, thing] {
                tx.keep_first_version(&thing, &json!({})).unwrap();
            }
            tx
        };
        let entry = || Audit::of(may_touch(&cx), &thing);
        let failed = twice().await.commit(entry(), ()).await;
        assert!(matches!(failed, Err(DbError::Conflict("already_there"))));

        // Nor does it go on where the failure is met earlier, and not heeded.
        let tx = twice().await;
        assert!(versions(&tx, &thing, 10).await.is_err());
        assert!(versions(&tx, &thing, 10).await.is_err());
        assert!(tx.commit(entry(), ()).await.is_err());

        for thing in [thing, other] {
            let kept = versions(&cx.reader(), &thing, 10).await.unwrap();
            assert!(kept.is_empty(), "{kept:?}");
        }
        assert_eq!(entries(&cx, TOUCH.name()).await, 0);
        let tx = cx.begin().await.unwrap();
        tx.keep_first_version(&thing, &json!({})).unwrap();
        tx.commit(entry(), ()).await.unwrap().into_inner();
    }
}

#[tokio::test]
async fn versions_count_up_from_one() {
    for world in World::both("model").await {
        let cx = world.system();
        let thing: ThingId = cx.new_id();
        for n in 1..=3 {
            let tx = cx.begin().await.unwrap();
            let version = tx.keep_version(&thing, &json!({"n": n})).await.unwrap();
            assert_eq!(version.number, n);
            tx.commit(Audit::of(may_touch(&cx), &thing), ())
                .await
                .unwrap()
                .into_inner();
        }
        let numbers: Vec<_> = versions(&cx.reader(), &thing, 2)
            .await
            .unwrap()
            .into_iter()
            .map(|kept| kept.number)
            .collect();
        assert_eq!(numbers, [3, 2]);
    }
}

#[tokio::test]
async fn a_refusal_is_recorded_with_its_rule() {
    for world in World::both("model").await {
        let cx = world.nobody();
        let denied: Denied = cx.judge(Act::new("test.enter")).signed_in().unwrap_err();
        assert_eq!(
            denied.basis.rule(),
            yakusho_regulation::Rule::SignInRequired
        );
        cx.refused(&denied).await.unwrap();
        let entry = audit_entry::Entity::find()
            .one(&cx.reader().conn())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (entry.outcome.as_str(), entry.act.as_str()),
            ("refused", "test.enter")
        );
        assert_eq!(
            entry.rule.as_deref(),
            Some(rule!(SignInRequired).rule().id())
        );
        assert!(matches!(Fault::from(denied), Fault::Denied(_)));
    }
}

#[tokio::test]
async fn of_a_rehearsal_nothing_remains() {
    for world in World::both("model").await {
        let db = world.env.db().rehearse(world.folder()).await.unwrap();
        let clock = world.env.clock().clone();
        let (city, keys) = (world.env.city().clone(), world.env.keys().clone());
        let env = Env::new(db, clock, Rng::seeded(7), city, keys, None);
        let cx = Cx::system(&env, Part("rehearsal"));
        let thing: ThingId = cx.new_id();
        for number in 1..=2 {
            let tx = cx.begin().await.unwrap();
            let version = tx.keep_version(&thing, &json!({})).await.unwrap();
            assert_eq!(
                version.number, number,
                "a later act stands on the ones before it"
            );
            tx.commit(Audit::of(may_touch(&cx), &thing), ())
                .await
                .unwrap()
                .into_inner();
        }
        drop((cx, env));
        let real = world.system();
        assert!(
            versions(&real.begin().await.unwrap(), &thing, 1)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(entries(&real, TOUCH.name()).await, 0);
    }
}
