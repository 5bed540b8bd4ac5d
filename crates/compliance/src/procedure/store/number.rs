//! Table `compliance_numbers`: the last number of each register in each fiscal year.

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use yakusho_kernel::{DbError, Permit, Reading as _, Tx};
use yakusho_koyomi::FiscalYear;

use crate::procedure::CaseNumber;

/// Draws the next number. Its row is the act's until it ends, so that a number is given to no other, and one that is
/// rolled back is drawn again.
pub(crate) async fn next(
    tx: &Tx,
    _: &Permit,
    register: &str,
    year: FiscalYear,
) -> Result<CaseNumber, DbError> {
    let last = Expr::col(("compliance_numbers", "last"));
    let again = OnConflict::columns(["register", "year"])
        .value("last", last.add(1))
        .to_owned();
    let drawn = Query::insert()
        .into_table("compliance_numbers")
        .columns(["register", "year", "last"])
        .values([register.into(), year.year().into(), 1.into()])
        .map_err(|error| {
            DbError::from(sea_orm::DbErr::Query(sea_orm::RuntimeErr::Internal(
                error.to_string(),
            )))
        })?
        .on_conflict(again)
        .returning_col("last")
        .take();
    let row = tx.conn().query_one(&drawn).await?;
    let row = row.ok_or(sea_orm::DbErr::RecordNotInserted)?;
    Ok(CaseNumber {
        year,
        number: row.try_get_by_index(0)?,
    })
}
