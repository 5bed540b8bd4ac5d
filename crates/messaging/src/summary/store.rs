//! All figures in one query.

use std::collections::HashMap;

use sea_orm::sea_query::{
    CaseStatement, Expr, ExprTrait as _, Func, Query, SelectStatement, UnionType,
};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Prepared, Reading, Standing, Timestamp};

use super::Summary;
use crate::board::CategoryId;
use crate::board::policy::Shelves;
use crate::board::store::{Deciding, Readable};
use crate::{board, circulation};

/// Whose figures they are, and when.
pub(super) struct Whose<'a> {
    /// Who is signed in.
    pub(super) standing: &'a Standing,
    /// As whom they read.
    pub(super) reader: PersonId,
    /// What they may read on the board.
    pub(super) shelves: &'a Shelves,
    pub(super) now: Timestamp,
    /// The last day that counts as soon.
    pub(super) soon: Date,
    /// The last day that has passed.
    pub(super) past: Date,
}

/// How many posts of each category are unread.
pub(super) type Unread = HashMap<CategoryId, u64>;

/// The sums, and what is unread by category.
pub(super) async fn figures(
    on: &impl Reading,
    whose: &Whose<'_>,
) -> Result<(Summary, Unread), DbError> {
    let asked = (
        whose.reader,
        whose.now,
        whose.soon,
        whose.past,
        board::store::readable(whose.shelves),
        board::store::deciding(whose.standing),
    );
    let (mut sums, mut by_category) = (Summary::default(), Unread::new());
    for row in FIGURES.all(on, asked).await? {
        let count = |place: usize| -> Result<u64, DbError> {
            let count: i64 = row.try_get_by_index(place)?;
            Ok(count.unsigned_abs())
        };
        let category: Option<CategoryId> = row.try_get_by_index(0)?;
        if let Some(category) = category {
            sums.unread_posts += count(2)?;
            by_category.insert(category, count(2)?);
            continue;
        }
        let what: String = row.try_get_by_index(1)?;
        match what.as_str() {
            "p" => sums.posts_owed = count(2)?,
            "c" => sums.circulations_owed = count(2)?,
            _ => sums.to_approve = count(2)?,
        }
        sums.due_soon += count(3)?;
        sums.overdue += count(4)?;
    }
    Ok((sums, by_category))
}

/// Who reads and when, the last day that counts as soon and the last that has passed, what they may read and decide.
type Asked = (PersonId, Timestamp, Date, Date, Readable, Deciding);

/// A row for each category, and for whatever else waits.
static FIGURES: Prepared<Asked> = Prepared::new(|(reader, now, soon, past, readable, deciding)| {
    let posts = board::store::owed(reader, &readable, now);
    let circulations = circulation::store::owed(reader);
    unread(board::store::unread(reader, &readable, now))
        .union(UnionType::All, due("p", (soon, past), posts))
        .union(UnionType::All, due("c", (soon, past), circulations))
        .union(UnionType::All, to_decide(deciding))
        .take()
});

/// Category, what is counted, how many; of those, how many are due soon, and how many are overdue.
fn unread(by_category: SelectStatement) -> SelectStatement {
    let mut rows = by_category;
    rows.clear_selects()
        .column(("p", "category"))
        .expr(Expr::val("u"))
        .expr(Func::count(Expr::col(("p", "id"))))
        .exprs([none_due(), none_due()]);
    rows
}

/// The same of what is owed, whose dates are in the table of that alias.
fn due(table: &'static str, (soon, past): (Date, Date), owed: SelectStatement) -> SelectStatement {
    let by = |day: Date| {
        let due = Expr::col((table, "due")).lte(day);
        Func::count(CaseStatement::new().case(due, 1))
    };
    let mut row = owed;
    row.expr(Expr::null())
        .expr(Expr::val(table))
        .expr(Func::count(Expr::col((table, "id"))))
        .expr(by(soon))
        .expr(by(past));
    row
}

fn to_decide(deciding: Deciding) -> SelectStatement {
    let mut row = Query::select();
    row.expr(Expr::null())
        .expr(Expr::val("d"))
        .expr(Expr::expr(board::store::to_decide(deciding)))
        .exprs([none_due(), none_due()]);
    row
}

fn none_due() -> Expr {
    Expr::val(0_i64)
}
