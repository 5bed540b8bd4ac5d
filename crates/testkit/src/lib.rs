//! A world for tests: a migrated database of its own, a clock to turn, seeded random numbers.
//!
//! ```text
//! #[tokio::test]
//! async fn a_post_is_read_by_all() {
//!     for world in World::both("nogata").await {
//!         keeps!("nogata:3(2)");
//!         …
//!     }
//! }
//! ```
//!
//! PostgreSQL is where `YAKUSHO_TEST_POSTGRES` says; `cargo xtask test` starts one. A test that needs it and
//! does not find it fails: it is never skipped.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a world that cannot be built must stop its test, with the reason"
)]

mod entities;
mod plan;
mod port;
pub mod postgres;
mod samples;
mod sources;
mod template;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use tempfile::TempDir;
use time::macros::{date, time};
use yakusho_kernel::{Actor, Clock, Cx, Db, Env, Keys, LayAside, Part, Rng, Timestamp};
use yakusho_regulation::City;

pub use entities::{acts_of, entries_of, facts_of};
pub use port::free_port;
pub use samples::{any_text, samples};
pub use sources::{declared, sources};
pub use yakusho_regulation::keeps;

/// The seed of a world's random numbers.
const SEED: u64 = 2026;

/// Notices are laid aside as in every program.
const LAY_ASIDE: Option<LayAside> = Some(yakusho_accounts::mailing::lay_aside);

/// The time at which a world begins: Friday, 20 November 2026, 09:00 in Japan.
pub const BEGINNING: (time::Date, time::Time) = (date!(2026 - 11 - 20), time!(9:00));

/// A town hall's surroundings for one test.
#[derive(Debug)]
pub struct World {
    /// What acts run in.
    pub env: Arc<Env>,
    /// The clock, to turn.
    pub clock: Clock,
    statements: Arc<AtomicUsize>,
    url: String,
    folder: TempDir,
}

/// Runs a script of SQL on the database at that address: a dump, before any program opens it.
pub async fn run_script(url: &str, script: &str) {
    let db = Db::open(url).await.expect("a database for the script");
    let ran = db.for_migrations().execute_unprepared(script).await;
    ran.expect("the script");
    // What it set for its connection goes with the connection.
    db.close().await.expect("the end of the script");
}

impl World {
    /// A world on SQLite under that city's profile.
    pub async fn sqlite(city: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let url = template::sqlite(folder.path()).await;
        Self::on(url, folder, city).await
    }

    /// A world on PostgreSQL under that city's profile.
    pub async fn postgres(city: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self::on(template::postgres().await, folder, city).await
    }

    /// A world on each database.
    pub async fn both(city: &str) -> [Self; 2] {
        [Self::sqlite(city).await, Self::postgres(city).await]
    }

    async fn on(url: String, folder: TempDir, city: &str) -> Self {
        let statements = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&statements);
        let db = Db::open(&url)
            .await
            .expect("the test's database")
            .watched(move |_| {
                counter.fetch_add(1, Ordering::Relaxed);
            });
        let clock = Clock::turned_to(Timestamp::at(BEGINNING.0, BEGINNING.1));
        let city =
            City::builtin(city).unwrap_or_else(|error| panic!("the profile {city}: {error}"));
        let rng = Rng::seeded(SEED);
        let keys = Keys::random(&Rng::seeded(SEED));
        let env = Env::new(db, clock.clone(), rng, city, keys, LAY_ASIDE);
        Self {
            env,
            clock,
            statements,
            url,
            folder,
        }
    }

    /// The context of an act by that actor, now.
    pub fn cx(&self, actor: Actor) -> Cx {
        let request = self.env.rng().uuid(self.clock.now()).into();
        Cx::new(&self.env, actor, request)
    }

    /// The context of an act by the system itself.
    pub fn system(&self) -> Cx {
        Cx::system(&self.env, Part("test"))
    }

    /// The context of an act by nobody.
    pub fn nobody(&self) -> Cx {
        self.cx(Actor::Nobody)
    }

    /// Another program on the same database: what is committed here is seen there, and nothing else is shared.
    pub async fn another(&self) -> Arc<Env> {
        let db = Db::open(&self.url).await.expect("the test's database");
        Env::new(
            db,
            self.clock.clone(),
            Rng::seeded(SEED + 1),
            self.env.city().clone(),
            self.env.keys().clone(),
            LAY_ASIDE,
        )
    }

    /// Another program on the same database, under another profile: the city's regulation was amended.
    pub async fn under(&self, city: City) -> Arc<Env> {
        let db = Db::open(&self.url).await.expect("the test's database");
        let rng = Rng::seeded(SEED + 2);
        Env::new(
            db,
            self.clock.clone(),
            rng,
            city,
            self.env.keys().clone(),
            LAY_ASIDE,
        )
    }

    /// How many statements an act sends to the database, but for those that begin and end transactions.
    pub async fn statements_of<T>(&self, act: impl Future<Output = T>) -> (usize, T) {
        let before = self.statements.load(Ordering::Relaxed);
        let out = act.await;
        (self.statements.load(Ordering::Relaxed) - before, out)
    }

    /// The tables that an act reads and a change of which changes no edition of the reference data.
    pub async fn read_beside_reference_data<T>(
        &self,
        act: impl AsyncFnOnce(Cx) -> T,
    ) -> Vec<String> {
        let said = Arc::<Mutex<Vec<String>>>::default();
        let keep = Arc::clone(&said);
        let db = Db::open(&self.url).await.expect("the test's database");
        let db = db.watched(move |sql| keep.lock().expect("statements").push(sql.to_owned()));
        let (city, keys) = (self.env.city().clone(), self.env.keys().clone());
        let env = Env::new(
            db,
            self.clock.clone(),
            Rng::seeded(SEED),
            city,
            keys,
            LAY_ASIDE,
        );
        act(Cx::system(&env, Part("test"))).await;
        let said = said.lock().expect("statements").join(" ");
        let words: Vec<&str> = said.split_whitespace().collect();
        let tables: BTreeSet<&str> = words
            .windows(2)
            .filter(|pair| matches!(pair[0], "FROM" | "JOIN"))
            .filter_map(|pair| pair[1].strip_prefix('"')?.split('"').next())
            .filter(|table| *table != "reference_edition")
            .collect();
        assert!(!tables.is_empty(), "nothing was read: {said}");
        let mut beside = Vec::new();
        for table in tables {
            let triggers = match env.db().backend() {
                DbBackend::Sqlite => {
                    "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = '@_updated'"
                }
                _ => "SELECT count(*) FROM pg_trigger WHERE tgname = '@_changed'",
            };
            let on = self.env.db().for_migrations();
            let asked = Statement::from_string(env.db().backend(), triggers.replace('@', table));
            let row = on.query_one_raw(asked).await.expect("the triggers");
            let count: i64 = row.expect("a row").try_get_by_index(0).expect("a count");
            if count == 0 {
                beside.push(table.to_owned());
            }
        }
        beside
    }

    /// What the first column of the first row of a query holds, byte for byte: what a thief of the database finds.
    pub async fn stored(&self, query: &str) -> Vec<u8> {
        let on = self.env.db().for_migrations();
        let query = Statement::from_string(on.get_database_backend(), query);
        let row = on.query_one_raw(query).await.expect("the query");
        let row = row.expect("a row");
        row.try_get_by_index(0).expect("bytes in the first column")
    }

    /// Runs a statement behind the product's back: for rows in numbers that no test would act out.
    pub async fn execute(&self, statement: &str) {
        let db = self.env.db().for_migrations();
        let done = db.execute_unprepared(statement).await;
        done.expect("a statement of the test");
    }

    /// The address of the database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder that goes with the world.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        postgres::forget(&self.url);
    }
}
