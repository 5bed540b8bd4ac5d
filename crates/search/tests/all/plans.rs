//! No search reads all that is kept.

use std::sync::{Arc, Mutex};

use sea_orm::ConnectionTrait as _;
use yakusho_kernel::{Cx, Db, Env, Rng};
use yakusho_search::{Asked, Query, find};

use crate::{Index, thing};

#[tokio::test]
async fn every_search_finds_its_things_by_an_index() {
    let things: Vec<_> = (1..=2_000).map(|n| thing(n, "回覧", "お知らせ")).collect();
    for index in Index::both(&things).await {
        let db = index.world.env.db().for_migrations();
        db.execute_unprepared("ANALYZE").await.unwrap();
        let said = Arc::<Mutex<Vec<String>>>::default();
        let keep = Arc::clone(&said);
        let db = Db::open(index.world.url()).await.unwrap();
        let db = db.watched(move |sql| keep.lock().unwrap().push(sql.to_owned()));
        let world = &index.world.env;
        let (city, keys) = (world.city().clone(), world.keys().clone());
        let env = Env::new(
            db,
            index.world.clock.clone(),
            Rng::seeded(1),
            city,
            keys,
            None,
        );
        let request = env.rng().uuid(index.cx.now()).into();
        let cx = Cx::new(&env, index.cx.actor().clone(), request);
        for words in ["お知らせ", "税", "会議室 -案"] {
            let query = Query::of(words);
            let asked = Asked::default();
            let page = find(&cx, &index.sources, &query, &asked, None, 5).await;
            let next = page.unwrap().next;
            let again = find(&cx, &index.sources, &query, &asked, next.as_ref(), 5).await;
            let _ = again.unwrap();
        }
        let said = said.lock().unwrap().clone();
        assert!(said.len() >= 8, "{said:?}");
        for sql in said {
            let plan = index.world.plan(&sql).await;
            let whole = plan.iter().filter(|line| {
                line.contains("Seq Scan on search_items")
                    || line.starts_with("SCAN i") && !line.contains("VIRTUAL")
                    || line.starts_with("SCAN search_items")
            });
            assert_eq!(whole.count(), 0, "{sql}\n{}", plan.join("\n"));
        }
    }
}
