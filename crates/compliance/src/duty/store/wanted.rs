//! What is asked of the duties and of the tasks that have a day, as their queries are given it.

use sea_orm::Condition;
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use time::Date;
use yakusho_kernel::{Asked, Whose};

/// Whose, of which days, and how many.
pub(crate) type Wanted = (Whose, Days, u64);

/// From which day and until which, after which place.
type Days = (Option<Date>, Option<Date>, Option<(Date, Uuid)>);

pub(crate) fn wanted(asked: &Asked<'_>) -> Wanted {
    let after = asked.after.map(|(day, id)| (day_of(day), id));
    let days = (asked.from, asked.until, after);
    (asked.whose.clone(), days, asked.size as u64)
}

/// The day of a place.
pub(crate) fn day_of(place: i64) -> Date {
    let day = i32::try_from(place).ok();
    day.and_then(|day| Date::from_julian_day(day).ok())
        .unwrap_or(Date::MAX)
}

/// That what is ordered by that day, then by that id, lies in those days.
pub(crate) fn between(due: &Expr, id: &Expr, (from, until, after): Days) -> Condition {
    let due = || due.clone();
    let place = after.map(|(day, after)| {
        let same = due().eq(day).and(id.clone().gt(after));
        due().gte(day).and(due().gt(day).or(same))
    });
    Condition::all()
        .add_option(from.map(|from| due().gte(from)))
        .add_option(until.map(|until| due().lte(until)))
        .add_option(place)
}
