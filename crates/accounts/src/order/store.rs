//! The table of orders.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, DbBackend, FromQueryResult, QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};

use super::{Order, OrderDraft, OrderFault, OrderId, OrderState, Row};

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::OrderId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrderId,
        pub title: String,
        pub takes_effect_on: Date,
        pub state: String,
        pub lines: Json,
        pub line_count: i32,
        pub faults: Json,
        pub revision: i32,
        pub made_by: PersonId,
        pub made_at: Timestamp,
        pub scheduled_at: Option<Timestamp>,
        pub applied_at: Option<Timestamp>,
        pub ended_at: Option<Timestamp>,
        pub ended_by: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An order without its lines, as the lists need it.
#[derive(Debug, FromQueryResult)]
struct Header {
    id: OrderId,
    title: String,
    takes_effect_on: Date,
    state: String,
    line_count: i32,
    faults: Json,
    revision: i32,
    made_by: PersonId,
    made_at: Timestamp,
    applied_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    ended_by: Option<PersonId>,
}

const HEADER: [row::Column; 12] = [
    row::Column::Id,
    row::Column::Title,
    row::Column::TakesEffectOn,
    row::Column::State,
    row::Column::LineCount,
    row::Column::Faults,
    row::Column::Revision,
    row::Column::MadeBy,
    row::Column::MadeAt,
    row::Column::AppliedAt,
    row::Column::EndedAt,
    row::Column::EndedBy,
];

impl Header {
    fn read(self) -> Result<Order, DbErr> {
        Ok(Order {
            id: self.id,
            title: self.title,
            takes_effect_on: self.takes_effect_on,
            state: OrderState::from_code(&self.state)
                .ok_or_else(|| DbErr::Type(format!("unknown state {:?}", self.state)))?,
            lines: self.line_count,
            faults: from_json(self.faults)?,
            revision: self.revision,
            made_by: self.made_by,
            made_at: self.made_at,
            applied_at: self.applied_at,
            ended_at: self.ended_at,
            ended_by: self.ended_by,
        })
    }
}

/// Keeps a new draft.
pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    id: OrderId,
    draft: &OrderDraft,
    by: PersonId,
) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(id),
        title: Set(draft.title.clone()),
        takes_effect_on: Set(draft.takes_effect_on),
        state: Set(OrderState::Draft.code().to_owned()),
        lines: Set(to_json(&draft.rows)?),
        line_count: Set(count(&draft.rows)),
        faults: Set(Json::Array(Vec::new())),
        revision: Set(1),
        made_by: Set(by),
        made_at: Set(tx.cx().now()),
        scheduled_at: Set(None),
        applied_at: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Puts other lines in place of those of an open order, which becomes a draft again; false if it changed since it was read.
pub(super) async fn replace(
    tx: &Tx,
    _: &Permit,
    order: &Order,
    draft: &OrderDraft,
) -> Result<bool, DbError> {
    let changed = row::Entity::update_many()
        .col_expr(row::Column::Title, Expr::value(draft.title.clone()))
        .col_expr(
            row::Column::TakesEffectOn,
            Expr::value(draft.takes_effect_on),
        )
        .col_expr(row::Column::State, Expr::value(OrderState::Draft.code()))
        .col_expr(row::Column::Lines, Expr::value(to_json(&draft.rows)?))
        .col_expr(row::Column::LineCount, Expr::value(count(&draft.rows)))
        .col_expr(row::Column::Faults, Expr::value(Json::Array(Vec::new())))
        .col_expr(row::Column::Revision, Expr::value(order.revision + 1))
        .filter(as_read(order))
        .exec(&tx.conn())
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Has an order pass into another state; false if it changed since it was read.
pub(super) async fn pass(
    tx: &Tx,
    _: &Permit,
    order: &Order,
    to: OrderState,
    faults: &[OrderFault],
) -> Result<bool, DbError> {
    let now = Some(tx.cx().now());
    let mut update = row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(to.code()))
        .col_expr(row::Column::Faults, Expr::value(to_json(faults)?))
        .col_expr(row::Column::Revision, Expr::value(order.revision + 1));
    update = match to {
        OrderState::Scheduled => update.col_expr(row::Column::ScheduledAt, Expr::value(now)),
        OrderState::Applied => {
            let known_from = Some(tx.cx().known_from());
            update.col_expr(row::Column::AppliedAt, Expr::value(known_from))
        }
        OrderState::Withdrawn | OrderState::Undone => update
            .col_expr(row::Column::EndedAt, Expr::value(now))
            .col_expr(row::Column::EndedBy, Expr::value(tx.cx().actor().person())),
        OrderState::Draft | OrderState::Failed => update,
    };
    let changed = update.filter(as_read(order)).exec(&tx.conn()).await?;
    Ok(changed.rows_affected == 1)
}

/// Notes what stands against a scheduled order, which stays scheduled.
pub(super) async fn note(
    tx: &Tx,
    _: &Permit,
    order: &Order,
    faults: &[OrderFault],
) -> Result<bool, DbError> {
    let changed = row::Entity::update_many()
        .col_expr(row::Column::Faults, Expr::value(to_json(faults)?))
        .filter(as_read(order))
        .exec(&tx.conn())
        .await?;
    Ok(changed.rows_affected == 1)
}

fn as_read(order: &Order) -> Condition {
    Condition::all()
        .add(row::Column::Id.eq(order.id))
        .add(row::Column::Revision.eq(order.revision))
        .add(row::Column::State.eq(order.state.code()))
}

/// An order, locked for this act where the database locks rows.
pub(super) async fn lock(tx: &Tx, id: OrderId) -> Result<Option<Order>, DbError> {
    let mut find = row::Entity::find_by_id(id).select_only().columns(HEADER);
    if tx.conn().get_database_backend() == DbBackend::Postgres {
        find = find.lock_exclusive();
    }
    let header = find.into_model::<Header>().one(&tx.conn()).await?;
    Ok(header.map(Header::read).transpose()?)
}

/// An order.
pub(super) async fn get(on: &impl Reading, id: OrderId) -> Result<Option<Order>, DbError> {
    let find = row::Entity::find_by_id(id).select_only().columns(HEADER);
    let header = find.into_model::<Header>().one(&on.conn()).await?;
    Ok(header.map(Header::read).transpose()?)
}

/// The lines of orders, by order.
pub(super) async fn rows(on: &impl Reading, ids: &[OrderId]) -> Result<Vec<Vec<Row>>, DbError> {
    let found: Vec<(OrderId, Json)> = row::Entity::find()
        .select_only()
        .columns([row::Column::Id, row::Column::Lines])
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let found = found.iter().find(|(of, _)| of == id);
        lines.push(match found {
            Some((_, json)) => from_json(json.clone())?,
            None => Vec::new(),
        });
    }
    Ok(lines)
}

/// What these are called, and the days from which they hold.
pub(super) async fn titles(
    on: &impl Reading,
    ids: &[OrderId],
) -> Result<HashMap<OrderId, (String, Date)>, DbError> {
    let found: Vec<(OrderId, String, Date)> = row::Entity::find()
        .select_only()
        .columns([
            row::Column::Id,
            row::Column::Title,
            row::Column::TakesEffectOn,
        ])
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    let titles = found.into_iter().map(|(id, title, day)| (id, (title, day)));
    Ok(titles.collect())
}

/// A page of orders, the latest day first.
pub(super) async fn list(
    on: &impl Reading,
    state: Option<OrderState>,
    after: Option<(Date, OrderId)>,
    limit: usize,
) -> Result<Vec<Order>, DbError> {
    let mut find = row::Entity::find().select_only().columns(HEADER);
    if let Some(state) = state {
        find = find.filter(row::Column::State.eq(state.code()));
    }
    if let Some((day, id)) = after {
        let same_day = Condition::all()
            .add(row::Column::TakesEffectOn.eq(day))
            .add(row::Column::Id.lt(id));
        let earlier = Condition::any()
            .add(row::Column::TakesEffectOn.lt(day))
            .add(same_day);
        find = find.filter(earlier);
    }
    let headers = find
        .order_by_desc(row::Column::TakesEffectOn)
        .order_by_desc(row::Column::Id)
        .limit(limit as u64)
        .into_model::<Header>()
        .all(&on.conn())
        .await?;
    let orders = headers.into_iter().map(Header::read);
    Ok(orders.collect::<Result<_, DbErr>>()?)
}

/// The orders scheduled for that day or before, in the order in which they are carried out.
pub(super) async fn scheduled_by(on: &impl Reading, day: Date) -> Result<Vec<Order>, DbError> {
    let headers = row::Entity::find()
        .select_only()
        .columns(HEADER)
        .filter(row::Column::State.eq(OrderState::Scheduled.code()))
        .filter(row::Column::TakesEffectOn.lte(day))
        .order_by_asc(row::Column::TakesEffectOn)
        .order_by_asc(row::Column::ScheduledAt)
        .order_by_asc(row::Column::Id)
        .into_model::<Header>()
        .all(&on.conn())
        .await?;
    let orders = headers.into_iter().map(Header::read);
    Ok(orders.collect::<Result<_, DbErr>>()?)
}

/// Whether any order is scheduled.
pub(super) async fn is_any_scheduled(on: &impl Reading) -> Result<bool, DbError> {
    let one: Option<OrderId> = row::Entity::find()
        .select_only()
        .column(row::Column::Id)
        .filter(row::Column::State.eq(OrderState::Scheduled.code()))
        .limit(1)
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(one.is_some())
}

fn count(rows: &[Row]) -> i32 {
    i32::try_from(rows.len()).unwrap_or(i32::MAX)
}

fn to_json(value: &(impl serde::Serialize + ?Sized)) -> Result<Json, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

fn from_json<T: serde::de::DeserializeOwned>(json: Json) -> Result<T, DbErr> {
    serde_json::from_value(json).map_err(|error| DbErr::Json(error.to_string()))
}
