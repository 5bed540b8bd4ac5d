//! How many posts are unread, owed a confirmation, or wait for approval.

use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Func, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, FromQueryResult};
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp, Tx};

use super::approval::{Deciding, awaiting};
use super::list::{self, Readable};
use crate::board::model::{CategoryId, PostState};

/// Counts the posts that the reader has not read, by category; a category without any is missing.
pub(crate) fn unread(reader: PersonId, readable: &Readable, now: Timestamp) -> SelectStatement {
    let mut count = list::posts(reader);
    count
        .column(("p", "category"))
        .expr(Func::count(Expr::col(("p", "id"))))
        .cond_where(list::shown(readable, now))
        .cond_where(list::unread(readable))
        .group_by_col(("p", "category"));
    count
}

/// The posts that ask the reader to confirm.
pub(crate) fn owed(reader: PersonId, readable: &Readable, now: Timestamp) -> SelectStatement {
    let mut owed = list::posts(reader);
    owed.cond_where(list::shown(readable, now))
        .cond_where(list::owed(reader));
    owed
}

/// Counts the posts that wait for an approval that is the person's to give.
pub(crate) fn to_decide(deciding: Deciding) -> SelectStatement {
    let submitted = Expr::col("state").eq(PostState::Submitted.code());
    Query::select()
        .expr(Func::count(Expr::col("id")))
        .from("board_posts")
        .and_where(Expr::col("id").in_subquery(awaiting(deciding)))
        .and_where(submitted)
        .take()
}

/// How many posts of a category somebody has left unread.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Unread {
    pub(crate) person: PersonId,
    pub(crate) category: CategoryId,
    pub(crate) posts: i64,
}

/// What everyone who has a mark has left unread, of what others began to see after `oldest` and by `before` and still
/// see now; whether or not they may read the category.
pub(crate) async fn unread_of_all(
    tx: &Tx,
    oldest: Timestamp,
    before: Timestamp,
) -> Result<Vec<Unread>, DbError> {
    let later_than = |mark: &'static str| post("visible_from").gt(Expr::col((mark, "upto")));
    let seen = Condition::all()
        .add(later_than("m"))
        .add(post("visible_from").gt(oldest))
        .add(post("visible_from").lte(before));
    let read = Condition::all()
        .add(Expr::col(("r", "person")).equals(("m", "person")))
        .add(Expr::col(("r", "post")).equals(("p", "id")));
    let marked = Condition::all()
        .add(Expr::col(("k", "person")).equals(("m", "person")))
        .add(Expr::col(("k", "category")).equals(("p", "category")));
    let mut counts = Query::select();
    counts
        .column(("m", "person"))
        .column(("p", "category"))
        .expr_as(Func::count(post("id")), "posts")
        .from_as("board_marks", "m")
        .join_as(JoinType::InnerJoin, "board_posts", "p", seen)
        .join_as(JoinType::LeftJoin, "board_reads", "r", read)
        .join_as(JoinType::LeftJoin, "board_marks", "k", marked)
        .and_where(Expr::col(("m", "category")).eq(Uuid::nil()))
        .and_where(post("state").eq(PostState::Published.code()))
        .and_where(
            post("ends_at")
                .is_null()
                .or(post("ends_at").gt(tx.cx().now())),
        )
        .and_where(Expr::col(("r", "post")).is_null())
        .and_where(Expr::col(("k", "upto")).is_null().or(later_than("k")))
        .group_by_columns([("m", "person"), ("p", "category")]);
    let rows = tx.conn().query_all(&counts).await?;
    rows.iter()
        .map(|row| Ok(Unread::from_query_result(row, "")?))
        .collect()
}

fn post(column: &'static str) -> Expr {
    Expr::col(("p", column))
}
