//! Table `document_numbers`: numbers without gaps, since a number is given in the act that needs it.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use yakusho_kernel::{DbError, Permit, Reading as _, Tx};

use super::rows::number;

/// Stands in place of a section where numbers are the whole town hall's.
pub(crate) const TOWN_HALL: Uuid = Uuid::nil();

/// The next number of those that are given for that in the fiscal year.
pub(crate) async fn next(
    tx: &Tx,
    _: &Permit,
    section: Uuid,
    fiscal_year: i32,
) -> Result<i32, DbError> {
    let row = number::ActiveModel {
        section: Set(section),
        fiscal_year: Set(fiscal_year),
        last: Set(1),
    };
    let last = Expr::col((number::Entity, number::Column::Last)).add(1);
    let again = OnConflict::columns([number::Column::Section, number::Column::FiscalYear])
        .value(number::Column::Last, last)
        .to_owned();
    let row = number::Entity::insert(row)
        .on_conflict(again)
        .exec_with_returning(&tx.conn())
        .await?;
    Ok(row.last)
}
