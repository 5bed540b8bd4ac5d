//! Looking things up, with the rights of whoever asks in the query itself.

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use uuid::Uuid;
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

/// What those of the things of a kind are called that may be seen.
pub(crate) async fn titles(
    on: &impl Reading,
    kind: &'static str,
    things: &[Uuid],
    Seen(seen): &Seen,
) -> Result<Vec<(Ref, String)>, DbError> {
    let select = Query::select()
        .columns([(ITEMS, "item"), (ITEMS, "title")])
        .from_as("search_items", ITEMS)
        .and_where(Expr::col((ITEMS, "item")).is_in(things.iter().copied()))
        .and_where(Expr::col((ITEMS, "kind")).eq(kind))
        .cond_where(seen.clone())
        .take();
    let rows = on.conn().query_all(&select).await?;
    let titles = rows.iter().map(|row| {
        let kind = kind.into();
        let id = row.try_get("", "item")?;
        Ok((Ref { kind, id }, row.try_get("", "title")?))
    });
    titles.collect()
}
