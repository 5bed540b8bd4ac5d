//! The yardstick: a bare program on the framework, the driver and the settings that the server has, and nothing else.
//! `GET /page` answers 13 kB after six indexed queries, `POST /insert` after one durable insert in a transaction of its
//! own.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use poem::error::InternalServerError;
use poem::listener::TcpListener;
use poem::middleware::AddData;
use poem::web::{Data, Html};
use poem::{EndpointExt as _, Route, Server, get, handler, post};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::prelude::*;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, QueryOrder as _, QuerySelect as _, Schema, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
};

/// The size of a page, in bytes.
const PAGE: usize = 13_000;
/// How many owners have rows, and how many each has.
const OWNERS: i64 = 1_000;
const EACH: i64 = 40;
/// How many connections read and write at once: on SQLite, readers beside one writer.
const SQLITE_READERS: u32 = 16;
const POSTGRES_CONNECTIONS: u32 = 20;

/// Whose rows are read next.
static TURN: AtomicI64 = AtomicI64::new(0);

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "yardstick")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(indexed)]
        pub owner: i64,
        pub title: String,
        pub body: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What reads, and what writes.
#[derive(Clone)]
struct Db(DatabaseConnection, DatabaseConnection);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(listen), Some(url)) = (arguments.next(), arguments.next()) else {
        return Err("usage: yardstick ADDRESS DATABASE_URL".into());
    };
    let db = open(&url).await?;
    fill(&db.1).await?;
    let routes = Route::new()
        .at("/page", get(page))
        .at("/insert", post(insert));
    let server = Server::new(TcpListener::bind(listen));
    Ok(server.run(routes.with(AddData::new(db))).await?)
}

async fn open(url: &str) -> Result<Db, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).test_before_acquire(false);
    if !url.starts_with("sqlite:") {
        let pool = Database::connect(options.max_connections(POSTGRES_CONNECTIONS).clone()).await?;
        return Ok(Db(pool.clone(), pool));
    }
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
    });
    let writer = Database::connect(options.max_connections(1).clone()).await?;
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.read_only(true));
    let readers = Database::connect(options.max_connections(SQLITE_READERS).clone()).await?;
    Ok(Db(readers, writer))
}

async fn fill(db: &DatabaseConnection) -> Result<(), DbErr> {
    let schema = Schema::new(db.get_database_backend());
    let table = schema.create_table_from_entity(row::Entity);
    db.execute(&table).await?;
    let index = schema.create_index_from_entity(row::Entity);
    db.execute(&index[0]).await?;
    for owner in 0..OWNERS {
        let rows = (0..EACH).map(|_| new(owner));
        row::Entity::insert_many(rows).exec(db).await?;
    }
    db.execute_unprepared("ANALYZE").await?;
    Ok(())
}

fn new(owner: i64) -> row::ActiveModel {
    row::ActiveModel {
        id: NotSet,
        owner: Set(owner),
        title: Set("年末年始の閉庁日と当番体制について".to_owned()),
        body: Set("各課は、閉庁中の連絡先と当番の名簿を提出してください。".repeat(6)),
    }
}

#[handler]
async fn page(Data(db): Data<&Db>) -> poem::Result<Html<String>> {
    let mut text = String::with_capacity(PAGE + 1_000);
    let turn = TURN.fetch_add(1, Ordering::Relaxed);
    let wanted = [1, 1, 1, 5, 10, 20];
    for (place, rows) in (0..).zip(wanted) {
        let owner = (turn + place * 7) % OWNERS;
        let found = row::Entity::find()
            .filter(row::Column::Owner.eq(owner))
            .order_by_desc(row::Column::Id)
            .limit(rows);
        for row in found.all(&db.0).await.map_err(InternalServerError)? {
            let _ = write!(text, "<li><a href=\"/{}\">{}</a></li>", row.id, row.title);
        }
    }
    text.push_str(&"x".repeat(PAGE.saturating_sub(text.len())));
    Ok(Html(text))
}

#[handler]
async fn insert(Data(db): Data<&Db>) -> poem::Result<()> {
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let tx =
        db.1.begin_with_options(immediate)
            .await
            .map_err(InternalServerError)?;
    let insert = row::Entity::insert(new(0)).exec_without_returning(&tx);
    insert.await.map_err(InternalServerError)?;
    tx.commit().await.map_err(InternalServerError)
}
