//! How many circulations wait for somebody.

use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, Query, SelectStatement};
use yakusho_kernel::PersonId;

use super::list;

/// The circulations that wait for that person's confirmation.
pub(crate) fn owed(reader: PersonId) -> SelectStatement {
    Query::select()
        .from_as("circulation_recipients", "r")
        .join_as(
            JoinType::InnerJoin,
            "circulations",
            "c",
            Expr::col(("c", "id")).equals(("r", "circulation")),
        )
        .cond_where(list::owed(reader))
        .take()
}
