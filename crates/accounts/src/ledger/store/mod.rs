//! The tables of the ledger.

mod derived;
mod facts;
mod history;
mod read;
mod trace;
mod write;

pub(crate) use derived::{refresh, role_posts};
pub(crate) use facts::{class_of, duties, proxy_of, rank, role_of, status_of, tags};
pub(crate) use history::{held_on, recorded};
pub(crate) use read::{Want, add, current, load, read_line, select_lines};
pub(crate) use trace::{carried_out, traces};
pub(crate) use write::{lock, turn, write};

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _};
use time::Date;

use super::AsOf;

/// Rows in one statement: below the databases' limits on parameters.
const CHUNK: usize = 1_000;

/// That a row of the ledger, under that alias, is known and holds on that day.
pub(crate) fn holds_on(alias: &'static str, when: impl Into<AsOf>) -> Cond {
    let AsOf { day, known } = when.into();
    match known {
        Some(known) => held_on(alias, day, known),
        None => on_days(alias, day).add(Expr::col((alias, "superseded_at")).is_null()),
    }
}

/// That a row's days contain that day.
pub(crate) fn on_days(alias: &'static str, day: Date) -> Cond {
    Cond::all()
        .add(Expr::col((alias, "valid_from")).lte(day))
        .add(Expr::col((alias, "valid_until")).gt(day))
}
