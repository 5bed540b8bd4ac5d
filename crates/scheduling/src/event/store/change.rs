//! Tables `calendar_states` and `calendar_changes`: which change of each calendar an event was last part of, for programs
//! that keep a copy of it.
//!
//! A calendar's number is counted up under a lock that holds until the act ends, so that whoever has seen a number has seen
//! every change up to it.

use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{
    CaseStatement, Expr, ExprTrait as _, InsertStatement, JoinType, OnConflict, Order, Query,
    SelectStatement, UnionType,
};
use sea_orm::{ConnectionTrait as _, DbErr};
use yakusho_kernel::{DbError, Permit, Reading as _, Tx};

use crate::event::model::EventId;

/// The calendars that these series and events are in, or were: `holder` and `event`.
fn places(roots: &[Uuid]) -> SelectStatement {
    let root = || Expr::col(("e", "series")).if_null(Expr::col(("e", "id")));
    let now = Query::select()
        .column(("x", "holder"))
        .expr_as(root(), "event")
        .from_as("schedule_entries", "x")
        .join_as(
            JoinType::InnerJoin,
            "schedule_events",
            "e",
            Expr::col(("e", "id")).equals(("x", "event")),
        )
        .cond_where(
            sea_orm::Condition::any()
                .add(Expr::col(("e", "id")).is_in(roots.iter().copied()))
                .add(Expr::col(("e", "series")).is_in(roots.iter().copied())),
        )
        .take();
    let mut places = Query::select();
    places
        .columns(["holder", "event"])
        .from("calendar_changes")
        .and_where(Expr::col("event").is_in(roots.iter().copied()))
        .union(UnionType::Distinct, now);
    places
}

/// Counts a change of these events, or of dates of these series, in every calendar that they are in or were.
pub(crate) async fn note(tx: &Tx, _: &Permit, events: &[EventId]) -> Result<(), DbError> {
    let roots: Vec<Uuid> = events.iter().map(|event| Uuid::from(*event)).collect();
    let failed =
        |error: sea_orm::sea_query::error::Error| DbError::Failed(DbErr::Custom(error.to_string()));
    // In an order, so that two acts never wait for each other.
    let counted = Query::select()
        .distinct()
        .column(("p", "holder"))
        .expr(Expr::val(1_i64))
        .from_subquery(places(&roots), "p")
        .and_where(Expr::val(1).eq(1))
        .order_by(("p", "holder"), Order::Asc)
        .take();
    let next = Expr::col(("calendar_states", "seq")).add(1_i64);
    let count = InsertStatement::new()
        .into_table("calendar_states")
        .columns(["holder", "seq"])
        .select_from(counted)
        .map_err(failed)?
        .on_conflict(OnConflict::column("holder").value("seq", next).to_owned())
        .take();
    tx.conn().execute(&count).await?;
    let name = CaseStatement::new().case(
        Expr::col(("o", "holder")).equals(("p", "holder")),
        Expr::col(("o", "name")),
    );
    let noted = Query::select()
        .columns([("p", "holder"), ("p", "event"), ("s", "seq")])
        .expr(name)
        .from_subquery(places(&roots), "p")
        .join_as(
            JoinType::InnerJoin,
            "calendar_states",
            "s",
            Expr::col(("s", "holder")).equals(("p", "holder")),
        )
        .join_as(
            JoinType::LeftJoin,
            "calendar_objects",
            "o",
            Expr::col(("o", "event")).equals(("p", "event")),
        )
        .and_where(Expr::val(1).eq(1))
        .take();
    let over = OnConflict::columns(["holder", "event"])
        .update_columns(["seq", "name"])
        .to_owned();
    let note = InsertStatement::new()
        .into_table("calendar_changes")
        .columns(["holder", "event", "seq", "name"])
        .select_from(noted)
        .map_err(failed)?
        .on_conflict(over)
        .take();
    tx.conn().execute(&note).await?;
    Ok(())
}
