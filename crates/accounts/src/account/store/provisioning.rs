//! Accounts as identity management finds them.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use time::Date;
use yakusho_kernel::{DbError, Reading};

use super::row::{Column, Entity};
use crate::account::model::{Account, AccountState, Login};
use crate::account::provisioning::{Field, Is, Sought};
use crate::ledger::store::holds_on;

/// How many are found.
pub(in crate::account) async fn count_provisioned(
    on: &impl Reading,
    sought: &Sought,
    today: Date,
) -> Result<u64, DbError> {
    Ok(found(sought, today).count(&on.conn()).await?)
}

/// Those that are found, in the order in which they were made, from the place `start` on; at most `size`.
pub(in crate::account) async fn provisioned(
    on: &impl Reading,
    sought: &Sought,
    today: Date,
    start: u64,
    size: usize,
) -> Result<Vec<Account>, DbError> {
    let rows = found(sought, today)
        .order_by_asc(Column::Id)
        .offset(start)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Account::try_from).collect()
}

fn found(sought: &Sought, today: Date) -> Select<Entity> {
    Entity::find()
        .filter(Column::Shared.eq(false))
        .filter(Column::WithdrawnAt.is_null())
        .filter(condition(sought, today))
}

/// No condition is ever unknown, as one on nothing would be, so that what it does not find its opposite does. Of no parts
/// all hold, and none.
fn condition(sought: &Sought, today: Date) -> Condition {
    match sought {
        Sought::All(parts) => parts
            .iter()
            .map(|part| condition(part, today))
            .fold(Condition::all().add(Expr::value(true)), Condition::add),
        Sought::Any(parts) => parts
            .iter()
            .map(|part| condition(part, today))
            .fold(Condition::any().add(Expr::value(false)), Condition::add),
        Sought::Not(part) => condition(part, today).not(),
        Sought::Id(id) => Condition::all().add(Column::Id.eq(*id)),
        Sought::Active(true) => active(today),
        Sought::Active(false) => active(today).not(),
        Sought::Text(field, is) => text(*field, is, today),
    }
}

fn active(today: Date) -> Condition {
    let lasts = Condition::any()
        .add(Column::EndsOn.is_null())
        .add(Column::EndsOn.gte(today));
    Condition::all()
        .add(Column::State.ne(AccountState::Closed.code()))
        .add(lasts)
}

fn text(field: Field, is: &Is, today: Date) -> Condition {
    let all = Condition::all();
    match field {
        Field::Login => all.add(is_so(Expr::col(Column::LoginKey), is, Login::key_of)),
        Field::ExternalId => all.add(Column::ExternalId.is_not_null()).add(is_so(
            Expr::col(Column::ExternalId),
            is,
            str::to_owned,
        )),
        Field::Number => all.add(of_staff("number", is, today)),
        Field::Name => all.add(of_staff("name", is, today)),
    }
}

/// That a text of the owner is so today.
fn of_staff(column: &'static str, is: &Is, today: Date) -> Expr {
    let staff = Query::select()
        .column(("t", "person"))
        .from_as("staff", "t")
        .cond_where(holds_on("t", today))
        .and_where(is_so(Expr::col(("t", column)), is, str::to_owned))
        .take();
    Column::Person.in_subquery(staff)
}

/// That a column is so; `key` is how the column has what is typed. Texts are compared letter by letter, where `LIKE` would
/// take `a` for `A` on SQLite alone.
fn is_so(column: Expr, is: &Is, key: fn(&str) -> String) -> Expr {
    match is {
        Is::Present => column.is_not_null(),
        Is::Equal(text) => column.eq(key(text)),
        Is::Containing(text) if text.is_empty() => column.is_not_null(),
        Is::Containing(text) => {
            let without = Func::cust("replace").args([column.clone(), key(text).into(), "".into()]);
            column.ne(without)
        }
        Is::Beginning(text) => {
            let text = key(text);
            let begin = Func::cust("substr").args([column, 1.into(), letters(&text).into()]);
            Expr::from(begin).eq(text)
        }
        Is::Ending(text) => {
            let text = key(text);
            let before = Expr::from(Func::char_length(column.clone())).sub(letters(&text));
            let end = Func::cust("substr").args([column, before.add(1)]);
            Expr::from(end).eq(text)
        }
    }
}

fn letters(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX)
}
