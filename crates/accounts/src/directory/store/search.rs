//! People as they are searched for.

use sea_orm::sea_query::{
    Cond, Expr, ExprTrait as _, Func, JoinType, Order, Query, SelectStatement,
};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, UnitId};

use super::cards::{read_all, with_main_post};
use super::{containing, employed, same, upwards};
use crate::directory::model::{ByRank, PersonCard};
use crate::directory::policy::Ever;
use crate::ledger::store::holds_on;
use crate::staff::fold;

/// Who is sought among those employed: all that is set must fit.
pub(crate) struct Sought<'t> {
    /// Words, each of which name, reading or staff number holds.
    pub(crate) text: &'t str,
    /// Holding a post in this unit or below it.
    pub(crate) unit: Option<UnitId>,
    /// None of the people whom this selects.
    pub(crate) but: Option<SelectStatement>,
}

/// The cards of people employed who are sought, in the order of the kana.
pub(in crate::directory) async fn search(
    on: &impl Reading,
    day: Date,
    sought: Sought<'_>,
    after: Option<(Vec<u8>, PersonId)>,
    limit: usize,
) -> Result<Vec<PersonCard>, DbError> {
    let mut select = found_by(sought.text, day, after, limit);
    select.cond_where(employed(day));
    if let Some(unit) = sought.unit {
        select.and_where(Expr::col(("s", "person")).in_subquery(people_in(day, unit)));
    }
    if let Some(but) = sought.but {
        select.and_where(Expr::col(("s", "person")).not_in_subquery(but));
    }
    read_all(on, &select).await
}

/// The cards of people employed who hold a post in a unit or below it, by the rank of their main post and the kana, after
/// somebody in that order.
pub(in crate::directory) async fn within(
    on: &impl Reading,
    day: Date,
    unit: UnitId,
    after: Option<ByRank>,
    limit: usize,
) -> Result<Vec<PersonCard>, DbError> {
    let rank = || Func::coalesce([Expr::col(("p", "rank")), Expr::val(i16::MAX)]);
    let column = |name: &'static str| Expr::col(("s", name));
    let mut select = with_main_post(day);
    select
        .cond_where(employed(day))
        .and_where(column("person").in_subquery(people_in(day, unit)))
        .order_by_expr(rank().into(), Order::Asc)
        .order_by(("s", "kana_key"), Order::Asc)
        .order_by(("s", "person"), Order::Asc)
        .limit(limit as u64);
    if let Some((after, key, person)) = after {
        let same_name = column("kana_key")
            .eq(key.clone())
            .and(column("person").gt(person));
        let same_rank = Cond::any().add(column("kana_key").gt(key)).add(same_name);
        let later = Cond::any()
            .add(Expr::expr(rank()).gt(after))
            .add(Cond::all().add(Expr::expr(rank()).eq(after)).add(same_rank));
        select.cond_where(later);
    }
    read_all(on, &select).await
}

/// The cards of people who were ever employed and fit a search, in the order of the kana.
pub(in crate::directory) async fn search_ever(
    on: &impl Reading,
    day: Date,
    scope: Ever,
    text: &str,
    after: Option<(Vec<u8>, PersonId)>,
    limit: usize,
) -> Result<Vec<PersonCard>, DbError> {
    let mut select = found_by(text, day, after, limit);
    if scope.yet_to_come {
        select.cond_where(Cond::any().add(holds_on("s", day)).add(first_after(day)));
    } else {
        select.cond_where(holds_on("s", day));
    }
    read_all(on, &select).await
}

/// That `s` is the first that is known of somebody, and begins after that day.
fn first_after(day: Date) -> Cond {
    let earlier = Query::select()
        .expr(Expr::val(1))
        .from_as("staff", "e")
        .and_where(Expr::col(("e", "person")).equals(("s", "person")))
        .and_where(Expr::col(("e", "superseded_at")).is_null())
        .and_where(Expr::col(("e", "valid_from")).lt(Expr::col(("s", "valid_from"))))
        .take();
    Cond::all()
        .add(Expr::col(("s", "superseded_at")).is_null())
        .add(Expr::col(("s", "valid_from")).gt(day))
        .add(Expr::exists(earlier).not())
}

/// The cards of everybody with each word of the text, in the order of the kana.
fn found_by(
    text: &str,
    day: Date,
    after: Option<(Vec<u8>, PersonId)>,
    limit: usize,
) -> SelectStatement {
    let mut select = with_main_post(day);
    select
        .order_by(("s", "kana_key"), Order::Asc)
        .order_by(("s", "person"), Order::Asc)
        .limit(limit as u64);
    for word in text.split_whitespace() {
        select.and_where(Expr::col(("s", "search_key")).like(containing(&fold(word))));
    }
    if let Some((key, person)) = after {
        let column = || Expr::col(("s", "kana_key"));
        // The first condition is implied by the second; the index is entered by it alone.
        let later = Cond::any()
            .add(column().gt(key.clone()))
            .add(Expr::col(("s", "person")).gt(person));
        select.and_where(column().gte(key)).cond_where(later);
    }
    select
}

/// The people with a post in a unit or below it.
fn people_in(day: Date, unit: UnitId) -> SelectStatement {
    Query::select()
        .column(("a", "person"))
        .from_as("unit_paths", "w")
        .join_as(
            JoinType::InnerJoin,
            "posts",
            "p",
            holds_on("p", day).add(same("p", "w", "unit")),
        )
        .join_as(
            JoinType::InnerJoin,
            "appointments",
            "a",
            holds_on("a", day).add(same("a", "p", "post")),
        )
        .cond_where(upwards(day))
        .and_where(Expr::col(("w", "ancestor")).eq(unit))
        .take()
}
