//! Writing the difference.

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait as _, Value};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::facts::Fact;
use super::{CHUNK, derived};
use crate::appointment::Appointment;
use crate::delegation::Delegation;
use crate::ledger::{Ledger, RowId};
use crate::order::{OrderId, shift_ground};
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

/// How many rows were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Rows that no longer hold.
    pub(crate) superseded: usize,
    /// Rows that hold from now on.
    pub(crate) added: usize,
}

/// Has every other act on the organisation wait until this one ends. The first thing such an act does.
pub(crate) async fn lock(tx: &Tx) -> Result<(), DbError> {
    let next = Expr::col(("organisation", "revision")).add(1);
    let turn = Query::insert()
        .into_table("organisation")
        .columns(["id", "revision"])
        .values_panic([Uuid::nil().into(), 1.into()])
        .on_conflict(OnConflict::column("id").value("revision", next).to_owned())
        .take();
    tx.conn().execute(&turn).await?;
    Ok(())
}

/// How many acts on the organisation there were. The same number read twice says that between them was none.
pub(crate) async fn turn(on: &impl Reading) -> Result<i32, DbError> {
    let turn = Query::select()
        .column("revision")
        .from("organisation")
        .take();
    match on.conn().query_one(&turn).await? {
        Some(row) => Ok(row.try_get_by_index(0)?),
        None => Ok(0),
    }
}

/// Writes what was changed in the ledger, works out anew what rests on it, and has the scheduled orders looked at again.
pub(crate) async fn write(
    tx: &Tx,
    _: &Permit,
    ledger: &Ledger,
    cause: Option<OrderId>,
) -> Result<Written, DbError> {
    let mut written = Written::default();
    write_facts::<Unit>(tx, ledger, cause, &mut written).await?;
    write_facts::<Post>(tx, ledger, cause, &mut written).await?;
    write_facts::<Staff>(tx, ledger, cause, &mut written).await?;
    write_facts::<Appointment>(tx, ledger, cause, &mut written).await?;
    write_facts::<Delegation>(tx, ledger, cause, &mut written).await?;
    if ledger.units.is_changed() || ledger.posts.is_changed() {
        derived::bring_into_line(tx, ledger).await?;
    }
    shift_ground(tx).await?;
    Ok(written)
}

async fn write_facts<F: Fact>(
    tx: &Tx,
    ledger: &Ledger,
    cause: Option<OrderId>,
    written: &mut Written,
) -> Result<(), DbError> {
    let timeline = F::of(ledger);
    for rows in timeline.dropped().chunks(CHUNK) {
        let supersede = Query::update()
            .table(F::TABLE)
            .value("superseded_at", tx.cx().known_from())
            .value("superseded_by", cause)
            .and_where(Expr::col("id").is_in(rows.iter().copied()))
            .take();
        tx.conn().execute(&supersede).await?;
        written.superseded += rows.len();
    }
    let added: Vec<_> = timeline.added().collect();
    for lines in added.chunks(CHUNK) {
        let mut insert = Query::insert()
            .into_table(F::TABLE)
            .columns(columns::<F>())
            .take();
        for (key, line) in lines {
            let bookkeeping: [Value; 6] = [
                tx.cx().new_id::<RowId>().into(),
                (*key).into(),
                line.days.first().into(),
                line.days.bound().into(),
                tx.cx().known_from().into(),
                cause.into(),
            ];
            let values = bookkeeping.into_iter().chain(line.state.values());
            insert.values_panic(values.map(Expr::from));
        }
        tx.conn().execute(&insert).await?;
        written.added += lines.len();
    }
    Ok(())
}

/// The columns of an insert, in the order of its values.
fn columns<F: Fact>() -> impl Iterator<Item = &'static str> {
    [
        "id",
        F::KEY,
        "valid_from",
        "valid_until",
        "recorded_at",
        "cause",
    ]
    .into_iter()
    .chain(F::STATE.iter().copied())
}
