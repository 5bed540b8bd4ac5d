//! Migrated databases to copy, made once for each test program: migrating anew for each test is slow.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection};
use yakusho_kernel::Db;

const POSTGRES: &str = "YAKUSHO_TEST_POSTGRES";

/// The lock that whoever makes the template holds.
const MAKING: u32 = 402_044;

/// How many databases this program has made.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Copies the migrated file into the folder, and says its address.
pub(crate) async fn sqlite(folder: &Path) -> String {
    let template = std::env::temp_dir().join(format!("yakusho-test-{}.db", program()));
    if !template.exists() {
        // Made under another name and then moved, so that nobody ever sees half of it.
        let fresh = folder.join("template.db");
        let db = Db::open(&sqlite_url(&fresh))
            .await
            .expect("a database to migrate");
        yakusho_migrations::up(db.for_migrations())
            .await
            .expect("the migrations");
        db.close().await.expect("the migrated database");
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
    let server = std::env::var(POSTGRES).unwrap_or_else(|_| {
        panic!(
            "{POSTGRES} is not set: run the tests by `cargo xtask test`, which starts PostgreSQL"
        )
    });
    let template = format!("yakusho_template_{}", program());
    let admin = administrator(&server).await;
    run(&admin, &format!("SELECT pg_advisory_lock({MAKING})")).await;
    let known = admin
        .query_one_raw(sea_orm::Statement::from_string(
            admin.get_database_backend(),
            format!("SELECT 1 FROM pg_database WHERE datname = '{template}'"),
        ))
        .await
        .expect("the list of databases");
    if known.is_none() {
        run(
            &admin,
            &format!("DROP DATABASE IF EXISTS {template}_making"),
        )
        .await;
        run(&admin, &format!("CREATE DATABASE {template}_making")).await;
        let db = Db::open(&at(&server, &format!("{template}_making")))
            .await
            .expect("a database to migrate");
        yakusho_migrations::up(db.for_migrations())
            .await
            .expect("the migrations");
        db.close().await.expect("the migrated database");
        run(
            &admin,
            &format!("ALTER DATABASE {template}_making RENAME TO {template}"),
        )
        .await;
    }
    run(&admin, &format!("SELECT pg_advisory_unlock({MAKING})")).await;
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("yakusho_test_{}_{count}", std::process::id());
    run(&admin, &format!("DROP DATABASE IF EXISTS {name}")).await;
    run(
        &admin,
        &format!("CREATE DATABASE {name} TEMPLATE {template}"),
    )
    .await;
    admin.close().await.expect("the connection to PostgreSQL");
    at(&server, &name)
}

/// Drops a database of [`postgres`]; files go with their folder.
pub(crate) fn forget(url: &str) {
    let (Ok(server), Some((_, name))) = (std::env::var(POSTGRES), url.rsplit_once('/')) else {
        return;
    };
    if !url.starts_with("postgres") {
        return;
    }
    let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    // A test ends outside of its runtime; dropping a database waits for the server.
    let dropping = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        if let Ok(runtime) = runtime {
            runtime.block_on(async {
                if let Ok(admin) = Database::connect(at(&server, "postgres")).await {
                    // What cannot be dropped goes with the throw-away server.
                    let _ = admin.execute_unprepared(&drop).await;
                }
            });
        }
    });
    let _ = dropping.join();
}

/// One connection to the server itself, so that a lock taken on it is given back on it.
async fn administrator(server: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(at(server, "postgres"));
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options)
        .await
        .expect("the test server of PostgreSQL")
}

async fn run(admin: &DatabaseConnection, statement: &str) {
    admin
        .execute_unprepared(statement)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// The server's address with another database; the server is given as `postgres://…/NAME`.
fn at(server: &str, database: &str) -> String {
    let (host, _) = server.rsplit_once('/').unwrap_or((server, ""));
    format!("{host}/{database}")
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
