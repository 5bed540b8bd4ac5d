//! The queries of the directory.

mod audience;
mod cards;
mod search;
mod units;

pub(super) use audience::{everyone, holders, in_units, known, named, with_groups};
pub(super) use cards::{belonging, cards, heads, members, numbered, placed, post_cards};
pub(crate) use search::Sought;
pub(super) use search::{search, search_ever, within};
pub(super) use units::{posts_named, some_units, unit_names, units, units_around, units_named};

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, LikeExpr};
use time::Date;

use crate::ledger::AsOf;
use crate::ledger::store::{holds_on, on_days};
use crate::staff::Status;

/// Values in one statement: below the databases' limits on parameters.
const CHUNK: usize = 10_000;

/// That `left.column` of a table equals `right.column` of another.
fn same(left: &'static str, right: &'static str, column: &'static str) -> Expr {
    Expr::col((left, column)).equals((right, column))
}

/// That the appointment `a` is that of the member of staff `s` on that day.
fn appointed(when: impl Into<AsOf>) -> Cond {
    holds_on("a", when).add(same("a", "s", "person"))
}

/// That the post `p` is that of the appointment `a` on that day.
fn of_post(when: impl Into<AsOf>) -> Cond {
    holds_on("p", when).add(same("p", "a", "post"))
}

/// That the way upwards `w` is that of the unit of the post `p` on that day.
fn upwards(day: Date) -> Cond {
    on_days("w", day).add(same("w", "p", "unit"))
}

/// That the member of staff `s` is employed on that day.
fn employed(when: impl Into<AsOf>) -> Cond {
    holds_on("s", when).add(Expr::col(("s", "status")).ne(Status::Left.code()))
}

/// The pattern of a text that holds these letters.
fn containing(letters: &str) -> LikeExpr {
    let literal = letters
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    LikeExpr::new(format!("%{literal}%")).escape('\\')
}
