//! How many posts are unread, owed a confirmation, or wait for approval.

use std::collections::HashMap;

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use yakusho_kernel::{DbError, PersonId, Reading, Standing, Timestamp};

use super::approval::awaiting;
use super::list;
use crate::board::model::CategoryId;
use crate::board::policy::Shelves;

/// How many posts the reader has not read, by category; a category without any is missing.
pub(crate) async fn unread_by_category(
    on: &impl Reading,
    reader: PersonId,
    shelves: &Shelves,
    now: Timestamp,
) -> Result<HashMap<CategoryId, u64>, DbError> {
    let mut counts = list::posts(reader);
    counts
        .column(("p", "category"))
        .expr_as(Func::count(Expr::col(("p", "id"))), "unread")
        .cond_where(list::shown(shelves, now))
        .cond_where(list::unread(shelves))
        .group_by_col(("p", "category"));
    let rows = on.conn().query_all(&counts).await?;
    rows.iter()
        .map(|row| {
            let unread: i64 = row.try_get("", "unread")?;
            Ok((row.try_get("", "category")?, unread.unsigned_abs()))
        })
        .collect()
}

/// Counts the posts that the reader has not read.
pub(crate) fn unread(reader: PersonId, shelves: &Shelves, now: Timestamp) -> SelectStatement {
    let mut count = list::posts(reader);
    count
        .expr(Func::count(Expr::col(("p", "id"))))
        .cond_where(list::shown(shelves, now))
        .cond_where(list::unread(shelves));
    count
}

/// Counts the posts that ask the reader to confirm; of those, with `due_by`, the ones due by that day.
pub(crate) fn owed(
    reader: PersonId,
    shelves: &Shelves,
    now: Timestamp,
    due_by: Option<time::Date>,
) -> SelectStatement {
    let mut count = list::posts(reader);
    count
        .expr(Func::count(Expr::col(("p", "id"))))
        .cond_where(list::shown(shelves, now))
        .cond_where(list::owed());
    if let Some(day) = due_by {
        count.and_where(Expr::col(("p", "due")).lte(day));
    }
    count
}

/// Counts the posts that wait for an approval that is the person's to give.
pub(crate) fn to_decide(standing: &Standing) -> SelectStatement {
    let submitted = Expr::col("state").eq("submitted");
    Query::select()
        .expr(Func::count(Expr::col("id")))
        .from("board_posts")
        .and_where(Expr::col("id").in_subquery(awaiting(standing)))
        .and_where(submitted)
        .take()
}
