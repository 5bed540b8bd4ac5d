//! What parts of a request ask beside each other is asked together, and answered to each as if it had asked alone.

use std::future::{pending, ready};

use futures_util::future::{join, join_all};
use sea_orm::sea_query::{Expr, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr, Statement};
use yakusho_kernel::{Cx, Reading as _};
use yakusho_testkit::World;

/// A statement that finds the numbers below `many`, each bound to it.
fn numbers(many: i64) -> SelectStatement {
    let mut rows = Query::select();
    rows.expr(Expr::val(0_i64)).and_where(Expr::val(many > 0));
    for n in 1..many {
        let row = Query::select().expr(Expr::val(n)).take();
        rows.union(UnionType::All, row);
    }
    rows
}

async fn found(cx: &Cx, many: i64) -> Result<Vec<i64>, DbErr> {
    let rows = cx.reader().conn().query_all(&numbers(many)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn broken(cx: &Cx) -> bool {
    let on = cx.reader();
    let nowhere = Statement::from_string(on.conn().get_database_backend(), "SELECT 1 FROM nowhere");
    on.conn().query_one_raw(nowhere).await.is_err()
}

#[tokio::test]
async fn each_part_gets_its_own_rows_and_all_go_the_same_way() {
    for world in World::both("model").await {
        let cx = world.system();
        let parts = join_all([3, 0, 1, 0, 20].map(|many| found(&cx, many)));
        let (asked, all) = world.statements_of(cx.together(parts)).await;
        let lengths: Vec<usize> = all.into_iter().map(|rows| rows.unwrap().len()).collect();
        assert_eq!((lengths, asked), (vec![3, 0, 1, 0, 20], 5));
        let open = world.env.db().pool().open;
        match world.env.db().backend() {
            DbBackend::Sqlite => assert_eq!(open, 1, "one text on one connection"),
            _ => assert!(open < 5, "one after another"),
        }
    }
}

#[tokio::test]
async fn one_that_fails_does_so_alone() {
    for world in World::both("model").await {
        let cx = world.system();
        for _ in 0..2 {
            let parts = join(found(&cx, 2), join(broken(&cx), found(&cx, 1)));
            let (two, (failed, one)) = cx.together(parts).await;
            assert_eq!(
                (two.unwrap(), failed, one.unwrap()),
                (vec![0, 1], true, vec![0])
            );
        }
    }
}

#[tokio::test]
async fn what_is_asked_beside_it_is_answered_whether_it_goes_on_or_not() {
    for world in World::both("model").await {
        let cx = world.system();
        let elsewhere = tokio::spawn({
            let cx = cx.clone();
            async move { found(&cx, 4).await }
        });
        let rows = cx.together(elsewhere).await.unwrap();
        assert_eq!(rows.unwrap().len(), 4);

        let mut gathers = Box::pin(cx.together(pending::<()>()));
        let mut asks = Box::pin(found(&cx, 5));
        tokio::select! {
            biased;
            () = &mut gathers => panic!("it never ends"),
            _ = &mut asks => panic!("nobody asked yet"),
            () = ready(()) => {}
        }
        drop(gathers);
        assert_eq!(asks.await.unwrap().len(), 5);
        assert_eq!(found(&cx, 6).await.unwrap().len(), 6);
    }
}
