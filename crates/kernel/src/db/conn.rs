//! What stores run their statements on.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};

use super::Source;
use super::later::Later;
use super::together::Together;

/// A connection for reading, or the transaction of an act. For stores alone.
#[derive(Clone, Copy, Debug)]
pub struct Conn<'c>(pub(super) On<'c>);

/// On what a statement runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum On<'c> {
    Reading(&'c Source, Option<&'c Together>),
    /// What the act has yet to write is written first.
    Act(&'c DatabaseTransaction, &'c Later),
}

#[async_trait]
impl ConnectionTrait for Conn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self.0 {
            On::Reading(source, _) => source.backend(),
            On::Act(tx, _) => tx.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self.0 {
            On::Reading(source, _) => source.execute(statement).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.execute_raw(statement).await
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self.0 {
            On::Reading(source, _) => source.execute_unprepared(sql).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.execute_unprepared(sql).await
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self.0 {
            On::Reading(source, None) => source.one(statement).await,
            On::Reading(source, Some(together)) => {
                let found = together.all(source, statement).await?;
                Ok(found.into_iter().next())
            }
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.query_one_raw(statement).await
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self.0 {
            On::Reading(source, None) => source.all(statement).await,
            On::Reading(source, Some(together)) => together.all(source, statement).await,
            On::Act(tx, later) => {
                later.send(tx).await?;
                tx.query_all_raw(statement).await
            }
        }
    }
}
