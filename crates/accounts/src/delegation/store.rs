//! The queries of delegations; the ledger writes them.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use time::Date;
use yakusho_kernel::{DbError, PersonId, ProxyKind, Reading};

use super::model::{Behalf, Concerning, DelegationId, DelegationRow};
use crate::ledger::store::{current, holds_on, on_days, proxy_of, read_line, select_lines};

/// A delegation as it is known now, its last days if it has several.
pub(super) async fn one(
    on: &impl Reading,
    id: DelegationId,
) -> Result<Option<DelegationRow>, DbError> {
    let select = select_lines::<super::Delegation>()
        .cond_where(current())
        .and_where(Expr::col("delegation").eq(id))
        .order_by("valid_from", Order::Desc)
        .limit(1)
        .take();
    let row = on.conn().query_one(&select).await?;
    Ok(row.as_ref().map(read).transpose()?)
}

/// The delegations that hold on a day or later, by their first day.
pub(super) async fn list(
    on: &impl Reading,
    day: Date,
    of: Concerning,
    after: Option<(Date, DelegationId)>,
    limit: usize,
) -> Result<Vec<DelegationRow>, DbError> {
    let mut select = select_lines::<super::Delegation>()
        .cond_where(current())
        .and_where(Expr::col("valid_until").gt(day))
        .order_by("valid_from", Order::Asc)
        .order_by("delegation", Order::Asc)
        .limit(limit as u64)
        .take();
    match of {
        Concerning::Everybody => {}
        Concerning::Person(person) => {
            select.cond_where(concerns(person, day));
        }
        Concerning::Post(post) => {
            select.and_where(Expr::col("post").eq(post));
        }
    }
    if let Some((first, id)) = after {
        let same_day = Cond::all()
            .add(Expr::col("valid_from").eq(first))
            .add(Expr::col("delegation").gt(id));
        let later = Cond::any()
            .add(Expr::col("valid_from").gt(first))
            .add(same_day);
        select.cond_where(later);
    }
    let rows = on.conn().query_all(&select).await?;
    Ok(rows.iter().map(read).collect::<Result<_, DbErr>>()?)
}

/// That a delegation is by a person, for them, or for a post that they hold on that day, or that they answer for it as a
/// head.
fn concerns(person: PersonId, day: Date) -> Cond {
    let posts = Query::select()
        .column(("a", "post"))
        .from_as("appointments", "a")
        .cond_where(holds_on("a", day))
        .and_where(Expr::col(("a", "person")).eq(person))
        .take();
    let later = Query::select()
        .expr(Expr::val(1))
        .from_as("appointments", "n")
        .cond_where(main_by("n", day))
        .and_where(Expr::col(("n", "person")).equals(("l", "person")))
        .and_where(Expr::col(("n", "valid_from")).gt(Expr::col(("l", "valid_from"))))
        .take();
    let people = Query::select()
        .column(("l", "person"))
        .from_as("appointments", "l")
        .cond_where(main_by("l", day))
        .and_where(Expr::col(("l", "post")).in_subquery(headed(person, day)))
        .and_where(Expr::exists(later).not())
        .take();
    Cond::any()
        .add(Expr::col("delegate").eq(person))
        .add(Expr::col("person").eq(person))
        .add(Expr::col("post").in_subquery(posts))
        .add(Expr::col("post").in_subquery(headed(person, day)))
        .add(Expr::col("person").in_subquery(people))
}

/// The posts in the units that somebody heads on that day, and in those below them.
fn headed(person: PersonId, day: Date) -> SelectStatement {
    Query::select()
        .column(("p", "post"))
        .from_as("appointments", "h")
        .join_as(
            JoinType::InnerJoin,
            "posts",
            "top",
            holds_on("top", day)
                .add(Expr::col(("top", "post")).equals(("h", "post")))
                .add(Expr::col(("top", "head"))),
        )
        .join_as(
            JoinType::InnerJoin,
            "unit_paths",
            "w",
            on_days("w", day).add(Expr::col(("w", "ancestor")).equals(("top", "unit"))),
        )
        .join_as(
            JoinType::InnerJoin,
            "posts",
            "p",
            holds_on("p", day).add(Expr::col(("p", "unit")).equals(("w", "unit"))),
        )
        .cond_where(holds_on("h", day))
        .and_where(Expr::col(("h", "person")).eq(person))
        .take()
}

/// That an appointment is, or was, to a main post by that day.
fn main_by(alias: &'static str, day: Date) -> Cond {
    Cond::all()
        .add(Expr::col((alias, "superseded_at")).is_null())
        .add(Expr::col((alias, "main")))
        .add(Expr::col((alias, "valid_from")).lte(day))
}

/// Those for whom a person may act: those named, and the holders of the posts named, which may be vacant.
pub(super) async fn behalves(
    on: &impl Reading,
    delegate: PersonId,
    day: Date,
) -> Result<Vec<Behalf>, DbError> {
    let select = Query::select()
        .columns([("d", "delegation"), ("d", "kind"), ("d", "person")])
        .column(("d", "post"))
        .column(("a", "person"))
        .from_as("delegations", "d")
        .join_as(
            JoinType::LeftJoin,
            "appointments",
            "a",
            holds_on("a", day).add(Expr::col(("a", "post")).equals(("d", "post"))),
        )
        .cond_where(holds_on("d", day))
        .and_where(Expr::col(("d", "delegate")).eq(delegate))
        .and_where(Expr::col(("d", "kind")).ne(ProxyKind::SharedDuties.code()))
        .order_by(("d", "delegation"), Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let behalf = |row: &QueryResult| {
        let named: Option<PersonId> = row.try_get_by_index(2)?;
        let holder: Option<PersonId> = row.try_get_by_index(4)?;
        Ok(Behalf {
            delegation: row.try_get_by_index(0)?,
            person: named.or(holder),
            post: row.try_get_by_index(3)?,
            kind: proxy_of(&row.try_get_by_index::<String>(1)?)?,
        })
    };
    Ok(rows.iter().map(behalf).collect::<Result<_, DbErr>>()?)
}

fn read(row: &QueryResult) -> Result<DelegationRow, DbErr> {
    let (id, row, line) = read_line::<super::Delegation>(row)?;
    Ok(DelegationRow {
        id,
        row,
        days: line.days,
        delegation: line.state,
    })
}
