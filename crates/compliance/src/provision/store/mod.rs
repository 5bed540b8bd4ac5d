//! The tables of provisions and every query on them.

mod agreement;
mod event;
mod list;
mod provision;
mod release;
mod rows;

use sea_orm::{ColumnTrait, Condition, Value};
use time::Date;

pub(super) use agreement::{Wanted, agreement_on, insert_agreement, owed, save_agreement};
pub(super) use event::{events, insert_event};
pub(super) use list::page;
pub(super) use provision::{find, insert, lock, of_case};
pub(super) use release::{insert_release, last_release, releases};

/// What comes after a place where the last day stands first.
fn below<C: ColumnTrait>(
    day_column: C,
    id_column: C,
    (day, id): (i32, impl Into<Value>),
) -> Condition {
    let day = Date::from_julian_day(day).unwrap_or(Date::MIN);
    let same = Condition::all()
        .add(day_column.eq(day))
        .add(id_column.lt(id));
    Condition::any().add(day_column.lt(day)).add(same)
}
