//! The tables of the ledger.

mod derived;
mod facts;
mod read;
mod write;

pub(crate) use read::{Want, load};
pub(crate) use write::{Written, lock, write};

use sea_orm::sea_query::{Alias, Cond, ConditionType, Expr, ExprTrait as _, IntoColumnRef as _};
use time::Date;

/// Rows in one statement: below the databases' limits on parameters.
const CHUNK: usize = 1_000;

/// That a row of the ledger, under that alias, is known now and holds on that day.
pub(crate) fn holds_on(alias: &'static str, day: Date) -> Cond {
    Cond::all()
        .add(Expr::col((alias, "superseded_at")).is_null())
        .add(on_days(alias, day))
}

/// That a row's days contain that day.
pub(crate) fn on_days(alias: &'static str, day: Date) -> Cond {
    Cond::all()
        .add(Expr::col((alias, "valid_from")).lte(day))
        .add(Expr::col((alias, "valid_until")).gt(day))
}
