//! All figures in one query.

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Standing, Timestamp};

use super::Summary;
use crate::board::policy::Shelves;
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

pub(super) async fn summary(on: &impl Reading, whose: &Whose<'_>) -> Result<Summary, DbError> {
    let Whose {
        standing,
        reader,
        shelves,
        now,
        soon,
        past,
    } = *whose;
    let posts = |by| board::store::owed(reader, shelves, now, by);
    let circulations = |by| circulation::store::owed(reader, by);
    let figures: [SelectStatement; 8] = [
        board::store::unread(reader, shelves, now),
        posts(None),
        circulations(None),
        posts(Some(soon)),
        circulations(Some(soon)),
        posts(Some(past)),
        circulations(Some(past)),
        board::store::to_decide(standing),
    ];
    let mut all = Query::select();
    for figure in figures {
        all.expr(Expr::expr(figure));
    }
    let Some(row) = on.conn().query_one(&all).await? else {
        return Ok(Summary::default());
    };
    let figure = |place: usize| -> Result<u64, DbError> {
        let count: i64 = row.try_get_by_index(place)?;
        Ok(count.unsigned_abs())
    };
    Ok(Summary {
        unread_posts: figure(0)?,
        posts_owed: figure(1)?,
        circulations_owed: figure(2)?,
        due_soon: figure(3)? + figure(4)?,
        overdue: figure(5)? + figure(6)?,
        to_approve: figure(7)?,
    })
}
