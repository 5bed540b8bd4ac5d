//! How many circulations wait for somebody.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use time::Date;
use yakusho_kernel::PersonId;

use super::list;

/// Counts the circulations that wait for that person's confirmation; with `due_by`, those due by that day.
pub(crate) fn owed(reader: PersonId, due_by: Option<Date>) -> SelectStatement {
    let mut count = Query::select();
    count
        .expr(Func::count(Expr::col(("c", "id"))))
        .from_as("circulation_recipients", "r")
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "circulations",
            "c",
            Expr::col(("c", "id")).equals(("r", "circulation")),
        )
        .cond_where(list::owed(reader));
    if let Some(day) = due_by {
        count.and_where(Expr::col(("c", "due")).lte(day));
    }
    count
}
