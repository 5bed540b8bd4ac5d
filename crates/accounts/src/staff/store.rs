//! The queries of staff; the ledger writes it. Here are written only the keys that are worked out from it.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait as _, DbErr};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::model::{Staff, StaffRow};
use super::{kana_key, search_key};
use crate::ledger::Recorded;
use crate::ledger::store::{current, read_line, recorded, select_lines};

/// What is recorded of somebody as it is known now.
pub(super) async fn of_person(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<StaffRow>, DbError> {
    let select = select_lines::<Staff>()
        .cond_where(current())
        .and_where(Expr::col("person").eq(person))
        .order_by("valid_from", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let rows = rows.iter().map(|row| {
        let (_, row, line) = read_line::<Staff>(row)?;
        Ok(StaffRow {
            row,
            days: line.days,
            staff: line.state,
        })
    });
    Ok(rows.collect::<Result<_, DbErr>>()?)
}

/// Everything that was ever recorded of somebody.
pub(super) async fn history(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<Recorded<Staff>>, DbError> {
    let of = Cond::all().add(Expr::col("person").eq(person));
    let rows = recorded::<Staff>(on, of).await?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// The keys of a row by which people are found and put in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Keys {
    row: Uuid,
    kana: Vec<u8>,
    search: String,
}

/// Of so many rows after that one: the last, none where there is no row, and the keys of those that have others.
pub(super) async fn outdated(
    on: &impl Reading,
    after: Uuid,
    rows: u64,
) -> Result<(Option<Uuid>, Vec<Keys>), DbError> {
    let select = Query::select()
        .columns(["id", "name", "kana", "number", "kana_key", "search_key"])
        .from("staff")
        .and_where(Expr::col("id").gt(after))
        .order_by("id", Order::Asc)
        .limit(rows)
        .take();
    let (mut last, mut outdated) = (None, Vec::new());
    for row in on.conn().query_all(&select).await? {
        let text = |at: usize| row.try_get_by_index::<String>(at);
        let (name, kana, number) = (text(1)?, text(2)?, text(3)?);
        let kept = Keys {
            row: row.try_get_by_index(0)?,
            kana: row.try_get_by_index(4)?,
            search: text(5)?,
        };
        let keys = Keys {
            row: kept.row,
            kana: kana_key(&kana),
            search: search_key(&[&name, &kana, &number]),
        };
        last = Some(kept.row);
        if keys != kept {
            outdated.push(keys);
        }
    }
    Ok((last, outdated))
}

/// Puts these keys in place of those that their rows have.
pub(super) fn renew(tx: &Tx, _: &Permit, keys: Vec<Keys>) {
    for Keys { row, kana, search } in keys {
        let update = Query::update()
            .table("staff")
            .value("kana_key", kana)
            .value("search_key", search)
            .and_where(Expr::col("id").eq(row))
            .take();
        tx.later(&update);
    }
}
