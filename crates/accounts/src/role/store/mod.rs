//! The queries of roles.

mod standing;

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use time::Date;
use yakusho_kernel::{DbError, PersonId, ProxyKind, Reading, UnitId};
use yakusho_regulation::Role;

use super::model::RoleHolder;
use crate::ledger::store::{holds_on, on_days, proxy_of, role_of};

pub(super) use standing::standing;

/// Which bindings of posts to roles.
#[derive(Clone, Copy)]
pub(super) enum Bound<'a> {
    All,
    Role(Role),
    /// Those whose powers end at one of the units.
    For(Role, &'a [UnitId]),
}

/// The posts that hold such roles on a day, each with its unit where the powers end there, its holder, and those who
/// act in it or decide in place of its holder.
pub(super) async fn holders(
    on: &impl Reading,
    which: Bound<'_>,
    day: Date,
) -> Result<Vec<(Role, RoleHolder)>, DbError> {
    let of_post = Cond::all().add(Expr::col(("d", "post")).equals(("r", "post")));
    let of_holder = Cond::all().add(Expr::col(("d", "person")).equals(("a", "person")));
    let mut select = bound(day)
        .columns([("r", "role"), ("r", "unit"), ("r", "post")])
        .column(("a", "person"))
        .columns([("d", "delegate"), ("d", "kind")])
        .join_as(JoinType::LeftJoin, "appointments", "a", held(day))
        .join_as(
            JoinType::LeftJoin,
            "delegations",
            "d",
            holds_on("d", day)
                .add(deciding())
                .add(Cond::any().add(of_post).add(of_holder)),
        )
        .order_by(("r", "role"), Order::Asc)
        .order_by(("r", "post"), Order::Asc)
        .order_by(("a", "person"), Order::Asc)
        .order_by(("d", "delegate"), Order::Asc)
        .take();
    if let Bound::Role(role) | Bound::For(role, _) = which {
        select.and_where(Expr::col(("r", "role")).eq(role.id()));
    }
    if let Bound::For(_, units) = which {
        select.and_where(Expr::col(("r", "unit")).is_in(units.iter().copied()));
    }
    let mut holders: Vec<(Role, RoleHolder)> = Vec::new();
    for row in on.conn().query_all(&select).await? {
        let role = role_of(&row.try_get_by_index::<String>(0)?)?;
        let holder = RoleHolder {
            unit: row.try_get_by_index(1)?,
            post: row.try_get_by_index(2)?,
            person: row.try_get_by_index(3)?,
            acting: Vec::new(),
        };
        let same = |(other, last): &(Role, RoleHolder)| {
            (*other, last.post, last.person) == (role, holder.post, holder.person)
        };
        if !holders.last().is_some_and(same) {
            holders.push((role, holder));
        }
        let delegate: Option<PersonId> = row.try_get_by_index(4)?;
        let kind: Option<String> = row.try_get_by_index(5)?;
        if let (Some((_, holder)), Some(delegate), Some(kind)) =
            (holders.last_mut(), delegate, kind)
        {
            holder.acting.push((delegate, proxy_of(&kind)?));
        }
    }
    Ok(holders)
}

/// The posts that hold roles on that day.
fn bound(day: Date) -> SelectStatement {
    Query::select()
        .from_as("role_posts", "r")
        .cond_where(on_days("r", day))
        .take()
}

/// That the appointment `a` is to the post of the binding `r`.
fn held(day: Date) -> Cond {
    holds_on("a", day).add(Expr::col(("a", "post")).equals(("r", "post")))
}

/// That the delegation `d` is of a kind with which the powers of a role pass on.
fn deciding() -> Expr {
    Expr::col(("d", "kind")).is_in([
        ProxyKind::ActingForPost.code(),
        ProxyKind::DecidingInPlace.code(),
    ])
}
