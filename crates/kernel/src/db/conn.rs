//! What stores run their statements on.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement,
};

use super::later::Later;
use super::readers::Readers;

/// A connection for reading, or the transaction of an act. For stores alone.
#[derive(Clone, Copy, Debug)]
pub struct Conn<'c>(pub(super) On<'c>);

/// On what a statement runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum On<'c> {
    Sqlite(&'c Readers),
    Postgres(&'c DatabaseConnection),
    /// What the act has yet to write is written first.
    Act(&'c DatabaseTransaction, &'c Later),
}

#[async_trait]
impl ConnectionTrait for Conn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self.0 {
            On::Sqlite(_) => DbBackend::Sqlite,
            On::Postgres(pool) => pool.get_database_backend(),
            On::Act(tx, _) => tx.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self.0 {
            On::Sqlite(readers) => readers.execute(statement).await,
            On::Postgres(pool) => pool.execute_raw(statement).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.execute_raw(statement).await
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let statement = Statement::from_string(self.get_database_backend(), sql);
        match self.0 {
            On::Sqlite(readers) => readers.execute(statement).await,
            On::Postgres(pool) => pool.execute_unprepared(sql).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.execute_unprepared(sql).await
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self.0 {
            On::Sqlite(readers) => readers.one(statement).await,
            On::Postgres(pool) => pool.query_one_raw(statement).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.query_one_raw(statement).await
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self.0 {
            On::Sqlite(readers) => readers.all(statement).await,
            On::Postgres(pool) => pool.query_all_raw(statement).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.query_all_raw(statement).await
            }
        }
    }
}
