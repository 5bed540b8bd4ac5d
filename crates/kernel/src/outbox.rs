//! The outbox: what an act causes elsewhere, written in its transaction and delivered at least once.
//!
//! A delivery that succeeds is marked in the handler's own transaction if it commits through
//! [`Delivery::commit`], so what a handler writes to the database happens exactly once.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use serde::Serialize;
use serde::de::DeserializeOwned;
use time::Duration;

use crate::{Audit, Cx, DbError, Env, Fault, Part, Reading, Saved, Timestamp, Tx, typed_id};

typed_id! {
    /// A delivery: one event for one handler.
    pub struct DeliveryId = "delivery";
}

/// How long a program keeps a delivery to itself while it works on it.
const LEASE: Duration = Duration::minutes(2);

/// The longest wait before a failed delivery is tried again.
const LONGEST_WAIT: Duration = Duration::hours(1);

/// How many deliveries are taken up at once.
const BATCH: u64 = 50;

/// Something that happened, for others to act on.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its kind, e.g. `"accounts.account_closed"`. Renaming it loses what is still on its way.
    const KIND: &'static str;
}

mod row {
    use sea_orm::entity::prelude::*;

    use super::DeliveryId;
    use crate::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DeliveryId,
        pub kind: String,
        pub payload: Json,
        pub at: Timestamp,
        pub due_at: Timestamp,
        pub attempts: i32,
        /// The handlers that are through with it, separated by a space.
        pub done: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) fn insert<E: Event>(tx: &Tx, event: &E) -> Result<(), DbError> {
    let payload = serde_json::to_value(event)
        .map_err(|error| DbError::Failed(DbErr::Json(error.to_string())))?;
    let row = row::ActiveModel {
        id: Set(tx.cx().new_id()),
        kind: Set(E::KIND.to_owned()),
        payload: Set(payload),
        at: Set(tx.cx().now()),
        due_at: Set(tx.cx().now()),
        attempts: Set(0),
        done: Set(String::new()),
    };
    tx.later(row::Entity::insert(row).as_query());
    Ok(())
}

type Run = dyn Fn(Cx, Json, Delivery) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send>>
    + Send
    + Sync;

struct Handler {
    name: &'static str,
    run: Arc<Run>,
}

/// Who handles which events. The apps put it together.
#[derive(Default)]
pub struct Outbox {
    handlers: HashMap<&'static str, Vec<Handler>>,
}

impl std::fmt::Debug for Outbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.handlers.keys()).finish()
    }
}

impl Outbox {
    /// Nobody handles anything yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Has `handler` called for each event of its type. `name` tells it from other handlers of the same
    /// event and must not change while events are on their way.
    #[must_use]
    pub fn on<E, F, Fut>(mut self, name: &'static str, handler: F) -> Self
    where
        E: Event,
        F: Fn(Cx, E, Delivery) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), Fault>> + Send + 'static,
    {
        let handler = Arc::new(handler);
        let run: Arc<Run> = Arc::new(move |cx, payload, delivery| {
            let handler = Arc::clone(&handler);
            Box::pin(async move {
                let event = serde_json::from_value(payload).map_err(Fault::internal)?;
                handler(cx, event, delivery).await
            })
        });
        self.handlers
            .entry(E::KIND)
            .or_default()
            .push(Handler { name, run });
        self
    }

    /// How many events are not delivered yet, and since when the oldest of them waits.
    pub async fn waiting(cx: &Cx) -> Result<(u64, Option<Timestamp>), DbError> {
        let row: Option<(i64, Option<Timestamp>)> = row::Entity::find()
            .select_only()
            .column_as(row::Column::Id.count(), "events")
            .column_as(row::Column::At.min(), "since")
            .into_tuple()
            .one(&cx.reader().conn())
            .await?;
        let (count, since) = row.unwrap_or_default();
        Ok((u64::try_from(count).unwrap_or_default(), since))
    }

    /// Delivers all that is due; says how many deliveries were made and how many failed and will be tried again.
    pub async fn deliver(&self, env: &Arc<Env>) -> Result<(usize, usize), DbError> {
        let (mut made, mut failed) = (0, 0);
        while let Some((more, less)) = self.deliver_some(env).await? {
            made += more;
            failed += less;
        }
        Ok((made, failed))
    }

    /// Delivers some of what is due, as [`deliver`](Self::deliver) does; none if nothing is. What no handler here is for
    /// waits: a later version of the program may have written it.
    pub async fn deliver_some(&self, env: &Arc<Env>) -> Result<Option<(usize, usize)>, DbError> {
        let cx = Cx::system(env, Part("outbox"));
        let due = row::Entity::find()
            .filter(row::Column::DueAt.lte(cx.now()))
            .filter(row::Column::Kind.is_in(self.handlers.keys().copied()))
            .order_by_asc(row::Column::DueAt)
            .order_by_asc(row::Column::Id)
            .limit(BATCH)
            .all(&cx.reader().conn())
            .await?;
        if due.is_empty() {
            return Ok(None);
        }
        let (mut made, mut failed) = (0, 0);
        for row in due {
            if !lease(&cx, &row).await? {
                continue;
            }
            if self.deliver_one(&cx, &row).await? {
                made += 1;
            } else {
                failed += 1;
            }
        }
        Ok(Some((made, failed)))
    }

    /// Calls every handler that has not had it yet; one that fails keeps it from no other.
    async fn deliver_one(&self, cx: &Cx, row: &row::Model) -> Result<bool, DbError> {
        let mut failed = false;
        let handlers = self
            .handlers
            .get(row.kind.as_str())
            .map_or(&[][..], Vec::as_slice);
        for handler in handlers {
            if row.done.split(' ').any(|name| name == handler.name) {
                continue;
            }
            let delivery = Delivery {
                id: row.id,
                handler: handler.name,
            };
            if let Err(fault) = (handler.run)(cx.clone(), row.payload.clone(), delivery).await {
                tracing::warn!(kind = row.kind, handler = handler.name, delivery = %row.id, ?fault, "delivery failed");
                failed = true;
            }
        }
        if failed {
            postpone(cx, row).await?;
            return Ok(false);
        }
        let tx = cx.begin().await?;
        row::Entity::delete_by_id(row.id).exec(&tx.conn()).await?;
        tx.commit_unaudited().await?;
        Ok(true)
    }
}

/// One event on its way to one handler.
#[derive(Clone, Copy, Debug)]
pub struct Delivery {
    id: DeliveryId,
    handler: &'static str,
}

impl Delivery {
    /// Commits what the handler wrote together with the mark that this delivery was made.
    /// If it was made before, nothing is written again, and the answer is `None`.
    pub async fn commit<T>(
        self,
        tx: Tx,
        entry: Audit,
        out: T,
    ) -> Result<Option<Saved<T>>, DbError> {
        let Some(row) = row::Entity::find_by_id(self.id).one(&tx.conn()).await? else {
            return Ok(None);
        };
        if row.done.split(' ').any(|name| name == self.handler) {
            return Ok(None);
        }
        let done = format!("{} {}", row.done, self.handler);
        let marked = row::Entity::update_many()
            .col_expr(row::Column::Done, Expr::value(done))
            .filter(row::Column::Id.eq(self.id))
            .filter(row::Column::Done.eq(row.done))
            .exec(&tx.conn())
            .await?;
        if marked.rows_affected == 0 {
            return Ok(None);
        }
        tx.commit(entry, out).await.map(Some)
    }
}

/// Takes a delivery up, so that no other program does; false if another was quicker.
async fn lease(cx: &Cx, row: &row::Model) -> Result<bool, DbError> {
    let tx = cx.begin().await?;
    let taken = row::Entity::update_many()
        .col_expr(
            row::Column::DueAt,
            Expr::value(cx.env().clock().now().plus(LEASE)),
        )
        .filter(row::Column::Id.eq(row.id))
        .filter(row::Column::DueAt.eq(row.due_at))
        .exec(&tx.conn())
        .await?;
    tx.commit_unaudited().await?;
    Ok(taken.rows_affected == 1)
}

/// Has a failed delivery tried again, later each time.
async fn postpone(cx: &Cx, row: &row::Model) -> Result<(), DbError> {
    let wait =
        Duration::seconds(2_i64.saturating_pow(u32::try_from(row.attempts).unwrap_or(0).min(20)));
    let due = cx.env().clock().now().plus(wait.min(LONGEST_WAIT));
    let tx = cx.begin().await?;
    row::Entity::update_many()
        .col_expr(row::Column::DueAt, Expr::value(due))
        .col_expr(row::Column::Attempts, Expr::value(row.attempts + 1))
        .filter(row::Column::Id.eq(row.id))
        .exec(&tx.conn())
        .await?;
    tx.commit_unaudited().await
}
