//! No query that a page of documents makes reads a table from end to end that grows with every day of work.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use time::macros::date;
use yakusho_documents::cabinet::{self, FolderId};
use yakusho_documents::document::{
    self, Category, DocumentForm, DocumentId, Filter, ReviewsOwed, View,
};
use yakusho_documents::{import, receipt};
use yakusho_kernel::{Asked, Cx, Db, Debtor, Env, Owing as _, Rng, Whose};

use crate::{Hall, form};

/// How many documents there are besides.
const MANY: u32 = 5_000;

/// In how many folders those lie.
const FOLDERS: u32 = 30;

/// The tables that grow.
const LARGE: [&str; 4] = [
    "documents",
    "document_disposals",
    "document_receipts",
    "versions",
];

#[tokio::test]
async fn every_page_finds_its_documents_by_an_index() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let folder = hall.folder("clerk", top, "窓口").await;
        let stale = DocumentForm {
            review_on: Some(date!(2026 - 11 - 25)),
            ..form(folder)
        };
        let id = hall.registered("clerk", stale).await;
        let _ = hall.registered("clerk", form(folder)).await;
        for n in 0..FOLDERS {
            let _ = hall.folder("clerk", top, &format!("第{n}簿冊")).await;
        }
        fill(&hall).await;
        let said = Arc::<Mutex<Vec<String>>>::default();
        lists(&hall, folder, &said).await;
        pages(&hall, (top, folder, id), &said).await;
        reviews(&hall, &said).await;
        let mut said = said.lock().unwrap().clone();
        said.sort();
        said.dedup();
        assert!(said.len() >= 30, "only {} queries", said.len());
        let mut wrong = Vec::new();
        for sql in said {
            let plan = hall.world.plan(&sql).await;
            if plan.iter().any(|line| reads_all(line)) {
                wrong.push(format!("{sql}\n{}\n", plan.join("\n")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Whether a step reads one of the tables without an index; in the order of one, a page ends it.
fn reads_all(line: &str) -> bool {
    LARGE.into_iter().any(|table| {
        line.contains(&format!("Seq Scan on {table} ")) || line == format!("SCAN {table}")
    })
}

/// Every list, and the page after the first.
async fn lists(hall: &Hall, folder: FolderId, said: &Arc<Mutex<Vec<String>>>) {
    let cx = listening(hall, "head", said).await;
    let narrow = Filter {
        category: Some(Category::Form),
        fiscal_year: Some(2026),
        tag: Some("人事".to_owned()),
    };
    for view in [
        View::Folder(folder),
        View::All,
        View::Drafts,
        View::Locked,
        View::Stale,
        View::Expired,
    ] {
        for filter in [&Filter::default(), &narrow] {
            let page = document::list(&cx, view, filter, None, 1).await.unwrap();
            let after = page.next.as_ref();
            let _ = document::list(&cx, view, filter, after, 20).await.unwrap();
        }
    }
    let _ = document::disposals(&cx, None, 20).await.unwrap();
    let _ = receipt::list(&cx, 2026, None, 20).await.unwrap();
    let _ = cabinet::cabinets(&cx).await.unwrap();
    let _ = cabinet::places(&cx).await.unwrap();
}

/// What is looked at by itself.
async fn pages(
    hall: &Hall,
    (top, folder, id): (FolderId, FolderId, DocumentId),
    said: &Arc<Mutex<Vec<String>>>,
) {
    let cx = listening(hall, "head", said).await;
    let _ = document::show(&cx, id).await.unwrap();
    let _ = document::versions(&cx, id, None, 20).await.unwrap();
    let _ = document::version(&cx, id, 1).await.unwrap();
    let _ = document::compare(&cx, id, 1, 1).await.unwrap();
    let _ = cabinet::show(&cx, folder).await.unwrap();
    let _ = cabinet::explain(&cx, folder).await.unwrap();
    let _ = cabinet::rights(&cx, top).await.unwrap();
    let to = hall.town.unit("planning");
    let _ = cabinet::handing_over(&cx, top, to).await.unwrap();
    let form = crate::import::said(folder);
    let _ = import::plan(&cx, &form, &[]).await.unwrap();
    let administrator = listening(hall, "administrator", said).await;
    let _ = cabinet::without_section(&administrator).await.unwrap();
}

/// What is owed, by people, by heads and by sections, and the night's reminders.
async fn reviews(hall: &Hall, said: &Arc<Mutex<Vec<String>>>) {
    let cx = listening(hall, "head", said).await;
    let section = hall.town.unit("citizens");
    let theirs = Whose::Theirs {
        people: vec![hall.town.person("clerk")],
        debtors: vec![Debtor::Head(section)],
        units: vec![section],
    };
    for whose in [&theirs, &Whose::Everyone] {
        let asked = Asked {
            whose,
            from: Some(date!(2026 - 11 - 01)),
            until: Some(date!(2026 - 11 - 30)),
            after: None,
            size: 20,
        };
        assert_eq!(ReviewsOwed.owed(&cx, &asked).await.unwrap().len(), 1);
    }
    let _ = ReviewsOwed.tally(&cx).await.unwrap();
}

/// An act on a connection of its own that keeps what is asked of the database.
async fn listening(hall: &Hall, key: &str, said: &Arc<Mutex<Vec<String>>>) -> Cx {
    let said = Arc::clone(said);
    let db = Db::open(hall.world.url()).await.unwrap();
    let db = db.watched(move |sql| said.lock().unwrap().push(sql.to_owned()));
    let world = &hall.world.env;
    let (city, keys) = (world.city().clone(), world.keys().clone());
    let env = Env::new(
        db,
        hall.world.clock.clone(),
        Rng::seeded(1),
        city,
        keys,
        None,
    );
    let cx = hall.cx(key).await;
    let request = env.rng().uuid(cx.now()).into();
    Cx::new(&env, cx.actor().clone(), request)
}

/// Copies a registered document many times into other folders, each changed a minute before the last.
async fn fill(hall: &Hall) {
    let db = hall.world.env.db().for_migrations();
    let backend = hall.world.env.db().backend();
    let (columns, id) = match backend {
        DbBackend::Sqlite => (
            "SELECT name FROM pragma_table_info('documents')",
            "randomblob(16)",
        ),
        _ => (
            "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'documents'",
            "gen_random_uuid()",
        ),
    };
    let columns = Statement::from_string(backend, columns);
    let columns = db.query_all_raw(columns).await.unwrap();
    let columns = columns.iter();
    let columns = columns.map(|row| row.try_get::<String>("", "name").unwrap());
    let columns: Vec<String> = columns.collect();
    let values = columns.iter().map(|column| match column.as_str() {
        "id" => id.to_owned(),
        "number" => "n.i + 100".to_owned(),
        "folder" => "f.id".to_owned(),
        "changed_at" => "o.changed_at - n.i * 60000".to_owned(),
        other => format!("o.\"{other}\""),
    });
    let values = values.collect::<Vec<_>>().join(", ");
    let names = columns.join("\", \"");
    db.execute_unprepared(&format!(
        "INSERT INTO documents (\"{names}\") \
         WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {MANY}) \
         SELECT {values} FROM (SELECT * FROM documents WHERE review_on IS NULL LIMIT 1) AS o \
         CROSS JOIN numbers AS n INNER JOIN \
         (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM document_folders) AS f \
         ON f.place = 1 + n.i % {FOLDERS}"
    ))
    .await
    .unwrap();
    hall.world.execute("ANALYZE").await;
}
