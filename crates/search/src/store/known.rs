//! Looking one thing up, with the rights of whoever asks in the query itself.

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use yakusho_kernel::{DbError, Reading, Ref};

use super::{ITEMS, Seen};
use crate::model::Known;

/// What the index says of a thing, if it is one of those that may be seen.
pub(crate) async fn known(
    on: &impl Reading,
    thing: &Ref,
    Seen(seen): &Seen,
) -> Result<Option<Known>, DbError> {
    let select = Query::select()
        .columns([(ITEMS, "section"), (ITEMS, "title")])
        .from_as("search_items", ITEMS)
        .and_where(Expr::col((ITEMS, "item")).eq(thing.id))
        .and_where(Expr::col((ITEMS, "kind")).eq(thing.kind.as_ref()))
        .cond_where(seen.clone())
        .take();
    let Some(row) = on.conn().query_one(&select).await? else {
        return Ok(None);
    };
    Ok(Some(Known {
        item: thing.clone(),
        section: row.try_get("", "section")?,
        title: row.try_get("", "title")?,
    }))
}
