//! Migrated databases to copy, made once for each test program: migrating anew for each test is slow.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use yakusho_kernel::Db;

use crate::postgres::Server;

/// How many databases this program has made.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Copies the migrated file into the folder, and says its address.
pub(crate) async fn sqlite(folder: &Path) -> String {
    let template = std::env::temp_dir().join(format!("yakusho-test-{}.db", program()));
    if !template.exists() {
        // Made under another name and then moved, so that nobody ever sees half of it.
        let fresh = folder.join("template.db");
        migrate(&sqlite_url(&fresh)).await;
        let moved = PathBuf::from(format!("{}.{}", template.display(), std::process::id()));
        std::fs::copy(&fresh, &moved)
            .and_then(|_| std::fs::rename(&moved, &template))
            .expect("the template");
    }
    let copy = folder.join("yakusho.db");
    std::fs::copy(&template, &copy).expect("a copy of the template");
    sqlite_url(&copy)
}

/// Makes a database out of the migrated one, and says its address.
pub(crate) async fn postgres() -> String {
    let server = Server::connect().await;
    let template = format!("yakusho_template_{}", program());
    server.lock().await;
    if !server.has(&template).await {
        let making = format!("{template}_making");
        migrate(&server.create(&making, None).await).await;
        server.rename(&making, &template).await;
    }
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("yakusho_test_{}_{count}", std::process::id());
    let url = server.create(&name, Some(&template)).await;
    server.close().await;
    url
}

async fn migrate(url: &str) {
    let db = Db::open(url).await.expect("a database to migrate");
    yakusho_migrations::up(db.for_migrations())
        .await
        .expect("the migrations");
    db.close().await.expect("the migrated database");
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// What tells this build of this test program from every other, so that a changed schema makes a new template.
fn program() -> String {
    let exe = std::env::current_exe().expect("the path of the test program");
    let changed = exe
        .metadata()
        .and_then(|meta| meta.modified())
        .expect("the age of the test program");
    let mut hasher = DefaultHasher::new();
    (exe, changed).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
