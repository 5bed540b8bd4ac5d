//! What is kept of reference data is never older than what a request may see.

use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, Statement};
use yakusho_kernel::{Audit, Cx, DbError, Env, Part, Reader, Reading as _, Reference, Tx};
use yakusho_testkit::World;

use crate::{ThingId, may_touch};

/// The functions that have a switch, in one text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Switched;

impl Reference for Switched {
    type Answer = String;

    async fn read(&self, on: &Reader<'_>) -> Result<String, DbError> {
        let asked = "SELECT function FROM function_switches ORDER BY function";
        let asked = Statement::from_string(on.conn().get_database_backend(), asked);
        let rows = on.conn().query_all_raw(asked).await?;
        let names: Result<Vec<String>, _> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect();
        Ok(names?.join(" "))
    }
}

fn switch(function: &str) -> String {
    format!(
        "INSERT INTO function_switches (function, is_on, reason, changed_at, changed_by) \
         VALUES ('{function}', TRUE, '', 0, '{}')",
        uuid::Uuid::nil()
    )
}

async fn write(tx: &Tx, statement: String) {
    let statement = Statement::from_string(tx.conn().get_database_backend(), statement);
    tx.conn().execute_raw(statement).await.unwrap();
}

/// What a new request to a server finds.
async fn found(env: &Arc<Env>) -> String {
    let cx = Cx::system(env, Part("test"));
    cx.reference(Switched).await.unwrap().as_ref().clone()
}

#[tokio::test]
async fn what_is_kept_is_asked_for_once() {
    for world in World::both("model").await {
        world.execute(&switch("board")).await;
        let (first, _) = world.statements_of(found(&world.env)).await;
        let (second, kept) = world.statements_of(found(&world.env)).await;
        assert_eq!((first, second), (2, 1), "the edition, and what is kept");
        assert_eq!(kept, "board");

        let cx = world.system();
        let again = async { (cx.reference(Switched).await, cx.reference(Switched).await) };
        let (asked, _) = world.statements_of(again).await;
        assert_eq!(asked, 1, "the edition is asked for once in a request");
    }
}

#[tokio::test]
async fn a_change_shows_on_the_next_request_of_every_server() {
    for world in World::both("model").await {
        let servers = [Arc::clone(&world.env), world.another().await];
        for function in ["board", "circulation"] {
            for server in &servers {
                assert!(!found(server).await.contains(function));
            }
            // By hand, as by any program.
            world.execute(&switch(function)).await;
            for server in &servers {
                assert!(found(server).await.contains(function));
            }
        }
        world.execute("DELETE FROM function_switches").await;
        for server in &servers {
            assert_eq!(found(server).await, "");
        }
    }
}

#[tokio::test]
async fn an_act_that_is_under_way_or_taken_back_is_seen_by_nobody() {
    for world in World::both("model").await {
        let cx = world.system();
        let tx = cx.begin().await.unwrap();
        write(&tx, switch("board")).await;
        assert_eq!(found(&world.env).await, "");
        tx.rollback().await;
        // Another one takes its place, and nothing that was kept meanwhile stands in its way.
        let tx = cx.begin().await.unwrap();
        write(&tx, switch("circulation")).await;
        assert_eq!(found(&world.env).await, "");
        tx.commit_unaudited().await.unwrap();
        assert_eq!(found(&world.env).await, "circulation");
    }
}

#[tokio::test]
async fn a_request_sees_what_it_changed_itself() {
    for world in World::both("model").await {
        let cx = world.system();
        assert_eq!(*cx.reference(Switched).await.unwrap(), "");
        let tx = cx.begin().await.unwrap();
        write(&tx, switch("board")).await;
        write(&tx, switch("circulation")).await;
        let entry = Audit::of(may_touch(&cx), &cx.new_id::<ThingId>());
        tx.commit(entry, ()).await.unwrap().into_inner();
        assert_eq!(*cx.reference(Switched).await.unwrap(), "board circulation");
    }
}
