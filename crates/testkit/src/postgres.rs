//! Databases on the server of PostgreSQL that tests are given.

use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, Statement};

/// Names the server, as `postgres://…/NAME`.
const VARIABLE: &str = "YAKUSHO_TEST_POSTGRES";

/// The lock that whoever makes a template holds.
const MAKING: u32 = 402_044;

/// The server that `YAKUSHO_TEST_POSTGRES` names, by one connection, so that a lock taken on it is given back on it.
#[derive(Debug)]
pub struct Server {
    address: String,
    connection: DatabaseConnection,
}

impl Server {
    /// Connects.
    ///
    /// # Panics
    /// Where the variable is not set, or nobody answers.
    pub async fn connect() -> Self {
        let address = std::env::var(VARIABLE).unwrap_or_else(|_| {
            panic!(
                "{VARIABLE} is not set: run the tests by `cargo xtask test`, which starts PostgreSQL"
            )
        });
        let mut options = ConnectOptions::new(at(&address, "postgres"));
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options)
            .await
            .expect("the test server of PostgreSQL");
        Self {
            address,
            connection,
        }
    }

    /// Whether there is a database of that name.
    pub async fn has(&self, name: &str) -> bool {
        let known = Statement::from_string(
            self.connection.get_database_backend(),
            format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"),
        );
        let known = self.connection.query_one_raw(known).await;
        known.expect("the list of databases").is_some()
    }

    /// Makes a database, empty or as a copy of another, in place of one of that name; says its address.
    pub async fn create(&self, name: &str, template: Option<&str>) -> String {
        self.run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            .await;
        let copy = template.map_or_else(String::new, |of| format!(" TEMPLATE {of}"));
        self.run(&format!("CREATE DATABASE {name}{copy}")).await;
        at(&self.address, name)
    }

    /// The address of a database of that name.
    pub fn address(&self, name: &str) -> String {
        at(&self.address, name)
    }

    /// Gives a database that nobody uses another name.
    pub async fn rename(&self, name: &str, new: &str) {
        self.run(&format!("ALTER DATABASE {name} RENAME TO {new}"))
            .await;
    }

    /// Waits until nobody else makes a template; the lock ends with the connection.
    pub async fn lock(&self) {
        self.run(&format!("SELECT pg_advisory_lock({MAKING})"))
            .await;
    }

    async fn run(&self, statement: &str) {
        self.connection
            .execute_unprepared(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    /// Ends the connection.
    ///
    /// # Panics
    /// Where the server does not take leave.
    pub async fn close(self) {
        let closed = self.connection.close().await;
        closed.expect("the connection to PostgreSQL");
    }
}

/// Drops a database of [`Server::create`], by its address; leaves any other kind of database alone.
pub fn forget(url: &str) {
    let (Ok(server), Some((_, name))) = (std::env::var(VARIABLE), url.rsplit_once('/')) else {
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

/// The server's address with another database.
fn at(server: &str, database: &str) -> String {
    let (host, _) = server.rsplit_once('/').unwrap_or((server, ""));
    format!("{host}/{database}")
}
