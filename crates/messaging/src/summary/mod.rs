//! What waits for somebody, in figures: for the portal, the navigation and the lists, in two queries, asked once in a
//! request.

mod store;

use std::collections::HashMap;

use time::{Date, Duration};
use yakusho_kernel::{Cx, DbError};

use crate::board::CategoryId;
use crate::{Authorship, board};

/// How many days ahead counts as soon.
const SOON: Duration = Duration::days(3);

/// What waits for somebody on the board and in circulations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Posts that they have not read.
    pub unread_posts: u64,
    /// Posts that ask them to confirm.
    pub posts_owed: u64,
    /// Circulations that wait for their confirmation.
    pub circulations_owed: u64,
    /// Of both, those due within three days, or overdue.
    pub due_soon: u64,
    /// Of both, those overdue.
    pub overdue: u64,
    /// Posts that wait for their approval.
    pub to_approve: u64,
}

/// The sums, and how many posts of each category are unread.
#[derive(Clone, Debug, Default)]
struct Figures(Summary, HashMap<CategoryId, u64>);

/// What waits for the one who is signed in, or for the one whom they stand in for.
pub async fn summary(cx: &Cx) -> Result<Summary, DbError> {
    Ok(cx.asked_once(Box::pin(figures(cx))).await?.0)
}

/// How many posts of each category they have not read; a category without any is missing.
pub(crate) async fn unread(cx: &Cx) -> Result<HashMap<CategoryId, u64>, DbError> {
    Ok(cx.asked_once(Box::pin(figures(cx))).await?.1)
}

async fn figures(cx: &Cx) -> Result<Figures, DbError> {
    let (Some(standing), Ok(by)) = (cx.actor().standing(), Authorship::of(cx)) else {
        return Ok(Figures::default());
    };
    let shelves = board::own_shelves(cx).await?;
    let whose = store::Whose {
        standing,
        reader: by.author,
        shelves: &shelves,
        now: cx.now(),
        soon: cx.today().checked_add(SOON).unwrap_or(Date::MAX),
        past: cx.today().previous_day().unwrap_or(Date::MIN),
    };
    let (sums, by_category) = store::figures(&cx.reader(), &whose).await?;
    Ok(Figures(sums, by_category))
}
