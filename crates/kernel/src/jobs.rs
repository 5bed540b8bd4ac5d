//! Jobs: a lock so that two never run together, and a record of each run.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QueryOrder, QuerySelect};
use time::Duration;

use crate::{Cx, DbError, Reading, Timestamp, typed_id};

typed_id! {
    /// A run of a job.
    pub struct JobRunId = "job_run";
}

mod lock {
    use sea_orm::entity::prelude::*;

    use crate::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job_locks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub holder: Uuid,
        pub until: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod run {
    use sea_orm::entity::prelude::*;

    use super::JobRunId;
    use crate::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job_runs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JobRunId,
        pub job: String,
        pub as_of: time::Date,
        pub started_at: Timestamp,
        pub ended_at: Timestamp,
        pub ok: bool,
        pub summary: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A finished run of a job.
pub type JobRun = run::Model;

/// Jobs of one program.
#[derive(Clone, Copy, Debug)]
pub struct Jobs<'a>(pub &'a Cx);

impl<'a> Jobs<'a> {
    /// Takes the lock of that name; `None` while another holds it. It outlives its holder's last sign of life by `lease`:
    /// it must be kept up by [`JobLock::renew`] every [`JobLock::heartbeat`].
    pub async fn lock(self, name: &str, lease: Duration) -> Result<Option<JobLock<'a>>, DbError> {
        let cx = self.0;
        let now = cx.env().clock().real();
        let holder = Uuid::from(cx.request());
        let tx = cx.begin().await?;
        let fresh = lock::ActiveModel {
            name: Set(name.to_owned()),
            holder: Set(holder),
            until: Set(Timestamp::from_millis(0)),
        };
        let once = OnConflict::column(lock::Column::Name)
            .do_nothing()
            .to_owned();
        lock::Entity::insert(fresh)
            .on_conflict(once)
            .exec_without_returning(&tx.conn())
            .await?;
        let taken = lock::Entity::update_many()
            .col_expr(lock::Column::Holder, Expr::value(holder))
            .col_expr(lock::Column::Until, Expr::value(now.plus(lease)))
            .filter(lock::Column::Name.eq(name))
            .filter(lock::Column::Until.lt(now))
            .exec(&tx.conn())
            .await?;
        tx.commit_unaudited().await?;
        Ok((taken.rows_affected == 1).then(|| JobLock {
            cx,
            name: name.to_owned(),
            holder,
            lease,
        }))
    }

    /// Frees every lock. For a database that was just restored alone: who held one held it when the copy was made.
    pub async fn free_all(self) -> Result<(), DbError> {
        let tx = self.0.begin().await?;
        lock::Entity::delete_many().exec(&tx.conn()).await?;
        tx.commit_unaudited().await
    }

    /// Records a finished run.
    pub async fn record(
        self,
        job: &str,
        started_at: Timestamp,
        ok: bool,
        summary: Json,
    ) -> Result<(), DbError> {
        let cx = self.0;
        let tx = cx.begin().await?;
        let run = run::ActiveModel {
            id: Set(cx.env().rng().uuid(started_at).into()),
            job: Set(job.to_owned()),
            as_of: Set(cx.today()),
            started_at: Set(started_at),
            ended_at: Set(cx.env().clock().now()),
            ok: Set(ok),
            summary: Set(summary),
        };
        run::Entity::insert(run)
            .exec_without_returning(&tx.conn())
            .await?;
        tx.commit_unaudited().await
    }

    /// The last runs, the newest first; at most `limit`.
    pub async fn last(self, limit: u64) -> Result<Vec<JobRun>, DbError> {
        Ok(run::Entity::find()
            .order_by_desc(run::Column::Id)
            .limit(limit)
            .all(&self.0.reader().conn())
            .await?)
    }
}

/// A job's lock, held.
#[must_use]
#[derive(Debug)]
pub struct JobLock<'a> {
    cx: &'a Cx,
    name: String,
    holder: Uuid,
    lease: Duration,
}

impl JobLock<'_> {
    /// How often the holder shows that it lives: three signs may be late before the lock is lost.
    pub fn heartbeat(&self) -> std::time::Duration {
        self.lease.unsigned_abs() / 4
    }

    /// Shows that the holder lives; false if the lock was lost meanwhile, and the job must stop.
    pub async fn renew(&self) -> Result<bool, DbError> {
        let now = self.cx.env().clock().real();
        self.set_until(now.plus(self.lease)).await
    }

    /// Frees the lock.
    pub async fn free(self) -> Result<(), DbError> {
        self.set_until(Timestamp::from_millis(0)).await.map(|_| ())
    }

    async fn set_until(&self, until: Timestamp) -> Result<bool, DbError> {
        let tx = self.cx.begin().await?;
        let set = lock::Entity::update_many()
            .col_expr(lock::Column::Until, Expr::value(until))
            .filter(lock::Column::Name.eq(self.name.as_str()))
            .filter(lock::Column::Holder.eq(self.holder))
            .exec(&tx.conn())
            .await?;
        tx.commit_unaudited().await?;
        Ok(set.rows_affected == 1)
    }
}
