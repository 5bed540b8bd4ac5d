//! A request acts once under its key.

use time::Duration;
use yakusho_kernel::{Audit, Cx, DbError, Earlier, Once, PersonId, Subject as _};
use yakusho_testkit::World;

use crate::{ThingId, entries, may_touch};

/// A request of that person, under a key.
fn request(world: &World, person: PersonId, key: &str, said: &str) -> Cx {
    let once = Once::of(person);
    once.under(key.to_owned(), said.to_owned());
    world.system().acting_once(once)
}

async fn touch(cx: &Cx) -> Result<ThingId, DbError> {
    let thing: ThingId = cx.new_id();
    let tx = cx.begin().await?;
    let done = tx.commit(Audit::of(may_touch(cx), &thing), thing).await?;
    Ok(done.into_inner())
}

async fn earlier(cx: &Cx) -> Option<Earlier> {
    cx.acts_once().unwrap().earlier(cx).await.unwrap()
}

#[tokio::test]
async fn the_second_request_under_a_key_finds_the_first_ones_answer() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        let first = request(&world, person, "k", "touch it");
        assert!(earlier(&first).await.is_none());
        let thing = touch(&first).await.unwrap();
        // A request of several acts is one request.
        touch(&first).await.unwrap();
        assert!(first.acts_once().unwrap().acted());

        let second = request(&world, person, "k", "touch it");
        assert!(matches!(
            touch(&second).await,
            Err(DbError::Conflict("repeated"))
        ));
        assert!(!second.acts_once().unwrap().acted());
        assert_eq!(entries(&second, "test.touch").await, 2);
        let known = earlier(&second).await.unwrap();
        assert!(known.same && known.answer.is_none(), "{known:?}");
        assert_eq!(known.subject, Some(thing.reference()));
        first
            .acts_once()
            .unwrap()
            .answered(&first, b"done")
            .await
            .unwrap();
        let known = earlier(&second).await.unwrap();
        assert_eq!(known.answer.as_deref(), Some(&b"done"[..]));
    }
}

#[tokio::test]
async fn a_key_is_one_persons_and_for_one_thing_said() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        touch(&request(&world, person, "k", "touch it"))
            .await
            .unwrap();
        let other = request(&world, person, "k", "touch another");
        assert!(touch(&other).await.is_err());
        assert!(!earlier(&other).await.unwrap().same);
        let stranger = request(&world, world.system().new_id(), "k", "touch it");
        assert!(earlier(&stranger).await.is_none());
        touch(&stranger).await.unwrap();
        assert_eq!(entries(&stranger, "test.touch").await, 2);
    }
}

#[tokio::test]
async fn of_requests_at_the_same_time_one_acts() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        let (one, two) = (
            request(&world, person, "k", "touch it"),
            request(&world, person, "k", "touch it"),
        );
        let (one, two) = tokio::join!(touch(&one), touch(&two));
        assert!(one.is_ok() != two.is_ok(), "{one:?} and {two:?}");
        assert_eq!(entries(&world.system(), "test.touch").await, 1);
    }
}

#[tokio::test]
async fn an_act_that_did_not_come_about_leaves_its_key_free() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        let first = request(&world, person, "k", "touch it");
        first.begin().await.unwrap().rollback().await;
        let second = request(&world, person, "k", "touch it");
        assert!(earlier(&second).await.is_none());
        touch(&second).await.unwrap();
    }
}

#[tokio::test]
async fn keys_are_forgotten_after_a_day() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        touch(&request(&world, person, "k", "touch it"))
            .await
            .unwrap();
        world.clock.turn(Duration::hours(24));
        assert_eq!(Once::sweep(&world.system()).await.unwrap(), 0);
        let again = request(&world, person, "k", "touch it");
        assert!(touch(&again).await.is_err());
        world.clock.turn(Duration::milliseconds(1));
        assert_eq!(Once::sweep(&world.system()).await.unwrap(), 1);
        let again = request(&world, person, "k", "touch it");
        assert!(earlier(&again).await.is_none());
        touch(&again).await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_is_not_to_be_read_in_the_database() {
    for world in World::both("model").await {
        let person: PersonId = world.system().new_id();
        let first = request(&world, person, "k", "touch it");
        touch(&first).await.unwrap();
        let once = first.acts_once().unwrap();
        once.answered(&first, b"a secret").await.unwrap();
        let stored = stored_answer(&first).await;
        assert!(!stored.windows(8).any(|part| part == b"a secret"));
    }
}

async fn stored_answer(cx: &Cx) -> Vec<u8> {
    use sea_orm::{ConnectionTrait as _, Statement};
    use yakusho_kernel::Reading as _;
    let reader = cx.reader();
    let backend = cx.env().db().backend();
    let ask = Statement::from_string(backend, "SELECT answer FROM request_keys");
    let row = reader.conn().query_one_raw(ask).await.unwrap().unwrap();
    row.try_get("", "answer").unwrap()
}
